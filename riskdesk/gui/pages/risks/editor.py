"""The editor of a risk. A new one may be scored at once; afterwards levels are judged in the score pane, not here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot

from riskdesk.desk import Desk
from riskdesk.domain.level import Assessment
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import Binding, choice, day, line, number, options, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.risks.judging import Judging
from riskdesk.gui.pages.risks.scoring import CEILINGS
from riskdesk.gui.references import months, ref, refs
from riskdesk.gui.session import Session
from riskdesk.i18n import language, tr


class JudgementBinding(Binding):
    """One judgement of a new risk, or none."""

    widget: Judging

    def __init__(self, session: Session) -> None:
        super().__init__(Judging(session, optional=True))
        self._session = session
        self.widget.changed.connect(self.changed)
        self.widget.reason.textEdited.connect(self._typed)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.changed.emit()

    def value(self) -> dict[str, Any]:
        judging = self.widget
        level = judging.level()
        if level is None:
            return {}
        reason = judging.reason.text().strip()
        return {"score": judging.score(), "level": level, "by_hand": judging.by_hand, "reason": reason,
                "on": self._session.desk.today}  # fmt: skip

    def set_value(self, value: Any) -> None:
        self.widget.show_judgement(value if isinstance(value, Assessment) else Assessment())
        self.changed.emit()

    def raw(self) -> Any:
        judging = self.widget
        if judging.is_empty():
            return None
        return {"method": judging.method.current(), "values": judging.values(), "reason": judging.reason.text()}

    def set_raw(self, raw: Any) -> None:
        if raw:
            self.widget.put(raw["method"], raw["values"], raw["reason"])
            self.changed.emit()
        else:
            self.set_value(None)

    def problem(self) -> str:
        return "" if self.widget.is_empty() or self.widget.level() else N_("Choose a value on each scale.")


def families(desk: Desk) -> Sequence[tuple[str, str]]:
    """The office's families of risk."""
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


GROUPS = (
    Group(N_("What can go wrong"), (
        Entry("title", N_("Title"), line(N_("In a few words: what happens, to whom")), required=True),
        Entry("family", N_("Family"), options(families, asked=True), required=True, half=True),
        Entry("status", N_("Status"), choice(RiskStatus), half=True),
        Entry("description", N_("Description"), text()),
        Entry("cause", N_("Cause"), text()),
        Entry("consequence", N_("Consequence"), text()),
    )),
    Group(N_("Where and when"), (
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line(), half=True),
        Entry("season", N_("Acute in"), months(),
              N_("Months in which it is acute; none if it does not depend on the season.")),
        Entry("source", N_("Recognised from"), choice(RiskSource), half=True),
        Entry("source_note", N_("Source, more exactly"), line(), half=True),
    )),
    Group(N_("What is in place"), (
        Entry("controls", N_("Existing controls"), text(),
              N_("What is in place already: the current level counts it.")),
    )),
    Group(N_("How grave it is"), (
        Entry("inherent", N_("Inherent: controls not counted"), JudgementBinding),
        Entry("current", N_("Current: existing controls counted"), JudgementBinding,
              N_("Both can be left open here and scored later.")),
    ), only_new=True),
    Group(N_("Who looks after it"), (
        Entry("department_id", N_("Department"), ref("department"), half=True),
        Entry("owner_id", N_("Owner"), ref("person"), half=True),
        Entry("next_review", N_("Next review"), day(), half=True),
        Entry("review_days", N_("Review interval (days)"), number(1, 3660), half=True),
        Entry("playbook_ids", N_("Playbooks"), refs("playbook")),
        Entry("case_ids", N_("Cases"), refs("case")),
        Entry("attachments", N_("Attachments"), attachments()),
    )),
)  # fmt: skip


class RiskEditor(RecordEditor):
    """F2 on an open risk, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Risk, GROUPS, session.desk.risks.add, session.desk.risks.save)
        self._judged: dict[str, Judging] = {}
        for name, binding in self.bindings.items():
            if isinstance(binding, JudgementBinding):
                self._judged[name] = binding.widget
                binding.changed.connect(self._compare)

    @Slot()
    def _compare(self) -> None:
        """A current level above the inherent one needs a reason."""
        below, why = CEILINGS["current"]
        self._judged["current"].set_ceiling(self._judged[below].level(), tr(why))

    def defaults(self) -> dict[str, Any]:
        return {"review_days": self.desk.policy.review_days, "owner_id": self.desk.person}
