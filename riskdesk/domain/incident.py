"""The incident, its log that only grows, and its report (source.md 3.4, 7.3; spec.md section 6)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Self

from pydantic import Field

from riskdesk.domain.drill import Assignment, HeadCount
from riskdesk.domain.playbook import Plan
from riskdesk.domain.record import (
    Attachment,
    Broken,
    Cents,
    Ids,
    Line,
    Moment,
    Part,
    Record,
    Ref,
    Text,
    Title,
    rule,
)  # fmt: skip
from riskdesk.domain.scale import Key
from riskdesk.domain.words import N_, Choice, labelled


@labelled(running=N_("Running"), paused=N_("Paused"), closed=N_("Closed"))
class IncidentState(Choice):
    """Where an incident stands."""

    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


@labelled(draft=N_("Draft"), approved=N_("Approved"))
class ReportState(Choice):
    """State of a post-incident report; an approved one is frozen."""

    DRAFT = "draft"
    APPROVED = "approved"


class ReportedMeasure(Part):
    """A corrective action as a report tells it."""

    what: Line
    owner: Line = ""
    due: dt.date | None = None
    verifier: Line = ""


class Report(Part):
    """The words of the post-incident report (事件复盘报告); times and actions come from the log and the measures."""

    version: Annotated[int, Field(ge=1)] = 1
    state: ReportState = ReportState.DRAFT
    summary: Text = ""
    went_well: Text = ""
    went_badly: Text = ""
    whys: tuple[Line, ...] = ()
    """Answers of the five whys, each asking why of the one before."""
    root_cause: Text = ""
    losses: Text = ""
    lessons: Text = ""
    approved_by_id: Annotated[str, Ref("person")] = ""
    approved_at: Moment | None = None
    submitted_at: Moment | None = None
    measures: tuple[ReportedMeasure, ...] | None = None
    """The corrective actions as they stood when it was approved; None: they are told as they stand."""

    def next_version(self) -> Report:
        """The same words as the version that follows, unsigned."""
        signed = {"version", "state", "approved_by_id", "approved_at", "submitted_at", "measures"}
        return Report(**self.model_dump(exclude=signed), version=self.version + 1)


_NOT_REPORTED = frozenset({"risk_ids", "part_of_id", "same_as_id", "family"})
"""What connects an incident with other records, and of which its report tells nothing."""


class Incident(Record):
    """Something that happened and is dealt with against the clock."""

    KIND: ClassVar[str] = "incident"
    LETTER: ClassVar[str] = "I"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "place", "detail", "outcome", "report")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = None
    APPROVED_WITH: ClassVar[tuple[tuple[str, str], ...] | None] = (("log_entry", "incident_id"),)

    title: Title
    detail: Text = ""
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    tier: Key | None = None
    family: Key | None = None
    playbook_id: Annotated[str, Ref("playbook")] = ""
    plan: Plan = Plan()
    state: IncidentState = IncidentState.RUNNING
    started_at: Moment
    """When it was reported to the office: every limit runs from here."""
    closed_at: Moment | None = None
    outcome: Text = ""
    reporter_id: Annotated[str, Ref("person")] = ""
    lead_id: Annotated[str, Ref("person")] = ""
    assignments: tuple[Assignment, ...] = ()
    affected: Annotated[int, Field(ge=0)] | None = None
    """People trapped, evacuated or otherwise affected."""
    injured: Annotated[int, Field(ge=0)] | None = None
    loss_cents: Cents | None = None
    risk_ids: Annotated[Ids, Ref("risk")] = ()
    part_of_id: Annotated[str, Ref("incident")] = ""
    same_as_id: Annotated[str, Ref("incident")] = ""
    head_counts: tuple[HeadCount, ...] = ()
    report: Report = Report()
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _times_in_order(self) -> Self:
        if (self.closed_at is not None) != (self.state is IncidentState.CLOSED):
            raise Broken("closed_at", N_("A closed incident has a closing time, and only a closed one."))
        if self.closed_at and self.closed_at < self.started_at:
            raise Broken("closed_at", N_("The end lies before the start."))
        return self

    @property
    def is_approved(self) -> bool:
        """Whether its report is approved."""
        return self.report.state is ReportState.APPROVED

    def unsigned_after(self, base: Self) -> Self:
        """With the next version of its report, where it tells otherwise than the approved one of `base`.

        An approved report is frozen (spec.md section 6).
        """
        if not base.is_approved:
            return self
        changed = {name for name in type(self).model_fields if getattr(self, name) != getattr(base, name)}
        return self.unsigned() if changed - _NOT_REPORTED else self

    def unsigned(self) -> Self:
        """With the next version of its report, where the present one is approved."""
        # Nothing else is checked anew: who saves it has done so, or does when two people's edits come together.
        return self.model_copy(update={"report": self.report.next_version()}) if self.is_approved else self

    def report_due(self, seconds: int) -> dt.datetime | None:
        """When the post-incident report is due, `seconds` (24 h) after closing; None while it runs."""
        return self.closed_at + dt.timedelta(seconds=seconds) if self.closed_at else None


@labelled(
    reported=N_("Reported"), step_done=N_("Step done"), step_failed=N_("Step not possible"),
    repeat_done=N_("Progress reported"), repeat_ended=N_("Reports ended"), note=N_("Note"), called=N_("Called"),
    notified=N_("Told"),
    tier=N_("Tier changed"), playbook=N_("Playbook chosen"), handover=N_("Handed over"),
    paused=N_("Paused"), resumed=N_("Resumed"), closed=N_("Closed"), clock=N_("Clock changed"),
    let_out=N_("Personal data let out"),
)  # fmt: skip
class EntryKind(Choice):
    """What an entry of a log tells."""

    REPORTED = "reported"
    STEP_DONE = "step_done"
    STEP_FAILED = "step_failed"
    REPEAT_DONE = "repeat_done"
    REPEAT_ENDED = "repeat_ended"
    NOTE = "note"
    CALLED = "called"
    NOTIFIED = "notified"
    TIER = "tier"
    PLAYBOOK = "playbook"
    HANDOVER = "handover"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOSED = "closed"
    CLOCK = "clock"
    LET_OUT = "let_out"
    """Not of an incident: somebody printed or saved personal data as written, and why."""


LATE_ENTRY_SECONDS = 60
"""An entry written down more than this after what it tells is marked as late and shows both times."""


class Strike(Part):
    """A wrong entry is struck with a reason and stays readable."""

    by_id: str = ""
    at: Moment
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class LogEntry(Record):
    """One line of the log of an incident. It is never changed or deleted; it can be struck."""

    KIND: ClassVar[str] = "log_entry"
    SEARCHED: ClassVar[tuple[str, ...]] = ("text",)
    GROWS_ONLY: ClassVar[tuple[str, ...] | None] = ("struck",)
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = None

    incident_id: Annotated[str, Ref("incident")]
    entry_kind: EntryKind = EntryKind.NOTE
    at: Moment
    """When it happened."""
    written_at: Moment
    """When it was entered."""
    who_id: Annotated[str, Ref("person")] = ""
    who: Line = ""
    """Name of who wrote it; where it says that a body was told, the body."""
    text: Text = ""
    step_id: Line = ""
    receipt: Line = ""
    struck: Strike | None = None

    @property
    def is_late(self) -> bool:
        """Entered noticeably after it happened."""
        return (self.written_at - self.at).total_seconds() > LATE_ENTRY_SECONDS
