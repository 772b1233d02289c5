"""The fourth decision, taken in place: who accepts the risk, why and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication

from riskdesk.domain.level import Level
from riskdesk.domain.risk import Risk
from riskdesk.gui.bindings import day, text
from riskdesk.gui.pages.risks.form import RiskForm
from riskdesk.gui.references import ref
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr

USUAL_DAYS = 90
"""A new acceptance is offered for a quarter: until the next review meeting."""


def withdraw(session: Session, risk: Risk, then: Callable[[Risk], None] | None = None) -> None:
    """The office no longer accepts the risk."""
    notice = tr("{number} is no longer accepted.", number=risk.number)
    session.do(session.desk.risks.withdraw_acceptance, risk.id, then=then, notice=notice)


class AcceptPane(RiskForm):
    """Who, why, until when; and the way back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Accept risk"), tr("Accept"))
        self.title = Label("", bold=True, wrap=True)
        self.note = Label("", "small", "second", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.note)
        made = (("by_id", tr("Approved by"), ref("person")), ("why", tr("Why"), text(3)), ("until", tr("Until"), day()))
        self.add_fields(made, ("by_id", "why", "until"))
        self.fields["until"].set_help(tr("The risk is told again when this day has passed."))
        self.withdraw = LinkButton(tr("Withdraw the acceptance"), "text")
        self.withdraw.clicked.connect(self._withdraw)
        self.column.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_risk(self, risk: Risk) -> None:
        """Begin with the acceptance as it stands, or a new one for a quarter."""
        self._risk = risk
        taken = risk.acceptance
        self.title.setText(f"{risk.number}  {risk.title}")
        red = risk.level is Level.RED
        self.note.setText(tr("A red risk is accepted by a safety officer.") if red else "")
        self.note.setVisible(red)
        self.bindings["by_id"].set_value(taken.by_id if taken else self.desk.person)
        self.bindings["why"].set_value(taken.why if taken else "")
        valid = taken is not None and taken.until >= self.desk.today
        until = taken.until if taken and valid else self.desk.today + dt.timedelta(days=USUAL_DAYS)
        self.bindings["until"].set_value(until)
        self.withdraw.setVisible(taken is not None)
        for field in self.fields.values():
            field.set_error("")

    @Slot()
    def save(self) -> None:
        """Note the decision; what is missing stands at its field."""
        QGuiApplication.inputMethod().commit()
        for name, field in self.fields.items():
            problem = self.bindings[name].problem()
            field.set_error(tr(problem) if problem else "")
        if self._risk is None or any(field.error() for field in self.fields.values()):
            return
        values = [self.bindings[name].value() for name in ("by_id", "why", "until")]
        notice = tr("{number} is accepted until {day}.", number=self._risk.number, day=values[2] or "")
        self.session.do(self.desk.risks.accept, self._risk.id, *values, then=self._done, failed=self.refused,
                        notice=notice)  # fmt: skip

    @Slot()
    def _withdraw(self) -> None:
        if self._risk is not None:
            withdraw(self.session, self._risk, then=self._done)

    def _done(self, risk: Risk) -> None:
        self.closed.emit()
