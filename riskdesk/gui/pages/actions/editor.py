"""The editor of a measure."""

from __future__ import annotations

from riskdesk.domain.action import Action, ActionOrigin, ActionState, HazardGrade, Priority, Strand
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import choice, day, line, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session

GROUPS = (
    Group(N_("What is to be done"), (
        Entry("title", N_("Measure"), line(N_("What is different when it is done")), required=True),
        Entry("detail", N_("Details"), text()),
        Entry("owner_id", N_("Owner"), ref("person"), half=True),
        Entry("department_id", N_("Department"), ref("department"), half=True),
        Entry("due", N_("Due"), day(), half=True),
        Entry("priority", N_("Priority"), choice(Priority), half=True),
        Entry("state", N_("State"), choice(ActionState), half=True),
        Entry("strand", N_("Strand"), choice(Strand, optional=True), half=True),
        Entry("waits_for", N_("Waits for"), line(N_("Another measure, a delivery, a permit"))),
    )),
    Group(N_("Where it comes from"), (
        Entry("origin", N_("Origin"), choice(ActionOrigin), half=True),
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line()),
        Entry("risk_ids", N_("Risks"), refs("risk"), N_("One measure may serve several risks; each of them shows it.")),
        Entry("incident_id", N_("Incident"), ref("incident"), half=True),
        Entry("drill_id", N_("Drill"), ref("drill"), half=True),
        Entry("found_on", N_("Found on"), day(), N_("For what an inspection found."), half=True),
        Entry("grade", N_("Hazard grade"), choice(HazardGrade, optional=True), half=True),
    )),
    Group(N_("How it was settled"), (
        Entry("proof", N_("Proof"), text(), N_("What shows that it is done: a photo, a receipt, a reading.")),
        Entry("attachments", N_("Attachments"), attachments()),
        Entry("verified_by_id", N_("Confirmed by"), ref("person"), N_("Someone other than the owner.")),
    )),
)  # fmt: skip


class ActionEditor(RecordEditor):
    """F2 on an open measure, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Action, GROUPS, session.desk.actions.add, session.desk.actions.save)
