"""The editor of a regulation."""

from __future__ import annotations

from riskdesk.domain.regulation import Regulation, RegulationKind
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import choice, day, line, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.references import refs
from riskdesk.gui.session import Session

GROUPS = (
    Group(N_("Which text"), (
        Entry("title", N_("Title"), line(N_("The full title, without the number")), required=True),
        Entry("clause", N_("Clause"), line(N_("Such as article 942; none for the whole text")), half=True),
        Entry("regulation_kind", N_("Rank"), choice(RegulationKind), half=True),
        Entry("issuer", N_("Issuer"), line(), half=True),
        Entry("document", N_("Document"), line(N_("Number of the decree or the standard")), half=True),
        Entry("effective_on", N_("In force from"), day(),
              N_("The day from which this wording holds. What is new stands on the agenda of the next review."),
              half=True),
    )),
    Group(N_("What it means here"), (
        Entry("says", N_("What it asks for"), text(3), N_("In your own words, short.")),
        Entry("changes", N_("What it changes for us"), text(2),
              N_("Who does what differently: a rule, a form, a date, a playbook.")),
        Entry("risk_ids", N_("Risks"), refs("risk"), N_("The risks that it bears on.")),
    )),
)  # fmt: skip


class RegulationEditor(RecordEditor):
    """F2 on an open regulation, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Regulation, GROUPS, session.desk.regulations.add, session.desk.regulations.save)
