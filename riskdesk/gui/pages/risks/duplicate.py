"""Duplicating a risk: what comes along is said, and what usually differs can be changed at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.errors import Invalid, RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.gui.bindings import Binding, line
from riskdesk.gui.pages.panel_head import PanelHead
from riskdesk.gui.references import ref
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class DuplicatePane(QWidget):
    """Stands in the place of the open risk."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._risk: Risk | None = None
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.head = PanelHead("", tr("Duplicate"))
        self.head.closed.connect(self.closed)
        self.head.agreed.connect(self.save)
        whole.addWidget(self.head)
        column = QVBoxLayout()
        column.setContentsMargins(px(18), 0, px(18), px(18))
        column.setSpacing(px(12))
        self.bindings: dict[str, Binding] = {}
        self.fields: dict[str, Field] = {}
        for name, label, make in (
            ("title", tr("Title"), line()), ("site_id", tr("Site"), ref("site")), ("place", tr("Place"), line()),
        ):  # fmt: skip
            binding = make(session)
            field = Field(label, binding.widget, required=name == "title")
            binding.setParent(field)
            self.bindings[name], self.fields[name] = binding, field
            column.addWidget(field)
        self.measures = CheckBox("")
        column.addWidget(self.measures)
        column.addWidget(Label(tr("What comes along"), "small", "second", bold=True))
        along = tr("Family, texts, season, people, playbooks, cases and the values of the scores.")
        column.addWidget(Label(along, wrap=True))
        column.addWidget(Label(tr("What stays behind"), "small", "second", bold=True))
        behind = tr("The days of the scores and what they counted, attachments, an acceptance. The copy is a draft.")
        column.addWidget(Label(behind, wrap=True))
        column.addStretch(1)
        whole.addLayout(column, 1)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)
        self.setFocusProxy(self.fields["title"])

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
            copy = self.desk.risks.copy_of(self._risk.id).changed(**values)
        except Invalid as error:
            for wrong in error.errors:
                if wrong.field in self.fields:
                    self.fields[wrong.field].set_error(tr(wrong.text, **wrong.params))
            return
        self.session.do(self.desk.risks.duplicate, self._risk.id, copy, self.measures.isChecked(), then=self._done,
                        failed=self._refused)  # fmt: skip

    def _done(self, risk: Risk) -> None:
        self.closed.emit()
        self.session.record_wanted.emit("risk", risk.id)
        self.session.noticed.emit(tr("{number} was made.", number=risk.number), tr("Undo"), self.session.undo)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RiskdeskError):
            raise error
        self.session.failed.emit(tr(error.text, **error.params))
