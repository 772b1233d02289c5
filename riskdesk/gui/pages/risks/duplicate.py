"""Duplicating a risk: what comes along is said, and what usually differs can be changed at once."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.gui.bindings import line
from riskdesk.gui.pages.risks.form import RiskForm
from riskdesk.gui.references import ref
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class DuplicatePane(RiskForm):
    """What is changed at once, and what comes along."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", tr("Duplicate"))
        made = (("title", tr("Title"), line()), ("site_id", tr("Site"), ref("site")), ("place", tr("Place"), line()))
        self.add_fields(made, ("title",))
        self.measures = CheckBox("")
        self.column.addWidget(self.measures)
        self.column.addWidget(Label(tr("What comes along"), "small", "second", bold=True))
        along = tr("Family, texts, season, people, playbooks, cases and the values of the scores.")
        self.column.addWidget(Label(along, wrap=True))
        self.column.addWidget(Label(tr("What stays behind"), "small", "second", bold=True))
        behind = tr("The days of the scores and what they counted, attachments, an acceptance. The copy is a draft.")
        self.column.addWidget(Label(behind, wrap=True))
        self.column.addStretch(1)

    def show_risk(self, risk: Risk) -> None:
        """Begin with what the risk says itself."""
        self._risk = risk
        self.head.title.setText(tr("Duplicate {number}", number=risk.number))
        for name, binding in self.bindings.items():
            binding.set_value(getattr(risk, name))
            self.fields[name].set_error("")
        still_open = sum(measure.is_open for measure in self.desk.risks.measures(risk.id))
        self.measures.setChecked(False)
        self.measures.set_words(tr("Its {n} open measures serve the copy too", n=still_open))
        self.measures.setVisible(bool(still_open))

    @Slot()
    def save(self) -> None:
        """Enter the copy and open it."""
        QGuiApplication.inputMethod().commit()
        if self._risk is None:
            return
        try:
            values = {name: binding.value() for name, binding in self.bindings.items()}
            copy = Risk.of(**(self._risk.copied(self.desk.today) | values))
        except RiskdeskError as error:
            self.refused(error)
            return
        self.session.do(self.desk.risks.duplicate, self._risk.id, copy, self.measures.isChecked(), then=self._done,
                        failed=self.refused)  # fmt: skip

    def _done(self, risk: Risk) -> None:
        self.closed.emit()
        self.session.record_wanted.emit("risk", risk.id)
        self.session.noticed.emit(tr("{number} was made.", number=risk.number), tr("Undo"), self.session.offer_undo())
