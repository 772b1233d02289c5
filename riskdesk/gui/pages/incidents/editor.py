"""The editor of what is known of an incident. Its times stand in the log, its report has an editor of its own."""

from __future__ import annotations

from collections.abc import Sequence

from riskdesk.desk import Desk
from riskdesk.domain.incident import Incident, ReportState
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import line, money, optional_number, options, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session
from riskdesk.i18n import language, tr


def families(desk: Desk) -> Sequence[tuple[str, str]]:
    """The office's families of risk."""
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


GROUPS = (
    Group(N_("What happened"), (
        Entry("title", N_("Title"), line(), required=True),
        Entry("detail", N_("Details"), text()),
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line(), half=True),
        Entry("family", N_("Family"), options(families, optional=True), half=True),
        Entry("affected", N_("People affected"), optional_number(), N_("Trapped, evacuated or hurt."), half=True),
    )),
    Group(N_("Who"), (
        Entry("lead_id", N_("Lead"), ref("person"), half=True),
        Entry("reporter_id", N_("Reported by"), ref("person"), half=True),
    )),
    Group(N_("How it ended"), (
        Entry("outcome", N_("Outcome"), text()),
        Entry("injured", N_("Injured"), optional_number(), half=True),
        Entry("loss_cents", N_("Loss"), money(), half=True),
        Entry("attachments", N_("Attachments"), attachments()),
    )),
    Group(N_("Belongs to"), (
        Entry("risk_ids", N_("Risks"), refs("risk"), N_("What happened here: its likelihood is looked at again.")),
        Entry("part_of_id", N_("Part of"), ref("incident"), half=True),
        Entry("same_as_id", N_("Same as"), ref("incident"), half=True),
    )),
)  # fmt: skip


def next_version(incident: Incident) -> str:
    """What saving makes of an approved report; '' of another."""
    if incident.report.state is not ReportState.APPROVED:
        return ""
    return tr("This report is approved. Saving makes version {n}, unsigned.", n=incident.report.version + 1)


class IncidentEditor(RecordEditor):
    """F2 on an open incident. A new one is reported, not edited."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Incident, GROUPS, session.desk.incidents.report, session.desk.incidents.save)

    def open(self, record: Record) -> None:
        super().open(record)
        assert isinstance(record, Incident)
        self.say_first(next_version(record))

    def build(self, values: dict[str, object]) -> Incident:
        values = values | {"family": values.get("family") or None}
        built = super().build(values)
        assert isinstance(built, Incident)
        return built
