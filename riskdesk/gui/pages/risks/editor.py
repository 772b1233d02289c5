"""The editor of a risk. Levels are judged in the score pane, not here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import choice, day, line, number, options, text
from riskdesk.gui.editor import Entry, Group, RecordEditor
from riskdesk.gui.references import months, ref, refs
from riskdesk.gui.session import Session
from riskdesk.i18n import language


def families(desk: Desk) -> Sequence[tuple[str, str]]:
    """The office's families of risk."""
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


GROUPS = (
    Group(N_("What can go wrong"), (
        Entry("title", N_("Title"), line(N_("In a few words: what happens, to whom")), required=True),
        Entry("family", N_("Family"), options(families), required=True, half=True),
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
    Group(N_("Who and what is done"), (
        Entry("controls", N_("Existing controls"), text(),
              N_("What is in place already: the current level counts it.")),
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

    def defaults(self) -> dict[str, Any]:
        policy = self.desk.policy
        return {
            "family": policy.families[0].key if policy.families else "operational",
            "review_days": policy.review_days,
            "owner_id": self.desk.person,
        }
