"""Measures and corrective actions: one record for what risks, reviews, drills, incidents and inspections ask for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Self

from riskdesk.domain.record import Attachment, Broken, Ids, Line, Record, Ref, Text, Title, rule
from riskdesk.domain.words import N_, Choice, labelled


@labelled(prevention=N_("Prevention"), control=N_("Control"), transfer=N_("Transfer"))
class Strand(Choice):
    """The three strands of treatment (source.md 7.2: 预防-控制-转移)."""

    PREVENTION = "prevention"
    CONTROL = "control"
    TRANSFER = "transfer"


@labelled(risk=N_("Risk"), review=N_("Review meeting"), drill=N_("Drill"), incident=N_("Incident"),
          inspection=N_("Inspection"))  # fmt: skip
class ActionOrigin(Choice):
    """Where a measure comes from."""

    RISK = "risk"
    REVIEW = "review"
    DRILL = "drill"
    INCIDENT = "incident"
    INSPECTION = "inspection"


@labelled(open=N_("Not started"), doing=N_("In hand"), done=N_("Done, to be confirmed"), verified=N_("Confirmed"),
          cancelled=N_("Cancelled"))  # fmt: skip
class ActionState(Choice):
    """How far a measure is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    VERIFIED = "verified"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self in (ActionState.OPEN, ActionState.DOING)

    @property
    def is_done(self) -> bool:
        """Done, confirmed or not."""
        return self in (ActionState.DONE, ActionState.VERIFIED)

    @property
    def counts(self) -> bool:
        """Counts as a measure of its risk: anything but cancelled."""
        return self is not ActionState.CANCELLED


@labelled(high=N_("High"), normal=N_("Normal"), low=N_("Low"))
class Priority(Choice):
    """How urgent a measure is."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@labelled(general=N_("General hazard"), major=N_("Major hazard"))
class HazardGrade(Choice):
    """Grade of a hazard found by inspection (一般/重大 of hazard management)."""

    GENERAL = "general"
    MAJOR = "major"


class Action(Record):
    """One measure with owner, due date, state and proof; it may serve several risks."""

    KIND: ClassVar[str] = "action"
    LETTER: ClassVar[str] = "A"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "detail", "place", "proof", "waits_for")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = (
        "state", "proof", "done_on", "verified_by_id", "verified_on", "attachments",
    )  # fmt: skip

    title: Title
    detail: Text = ""
    origin: ActionOrigin = ActionOrigin.RISK
    strand: Strand | None = None
    risk_ids: Annotated[Ids, Ref("risk")] = ()
    incident_id: Annotated[str, Ref("incident")] = ""
    drill_id: Annotated[str, Ref("drill")] = ""
    step_id: Line = ""
    """The step of that drill which it mends: the next drill that passes the step proves it."""
    review_id: Annotated[str, Ref("review")] = ""
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    department_id: Annotated[str, Ref("department")] = ""
    owner_id: Annotated[str, Ref("person")] = ""
    priority: Priority = Priority.NORMAL
    due: dt.date | None = None
    state: ActionState = ActionState.OPEN
    waits_for: Line = ""
    proof: Text = ""
    done_on: dt.date | None = None
    verified_by_id: Annotated[str, Ref("person")] = ""
    verified_on: dt.date | None = None
    found_on: dt.date | None = None
    grade: HazardGrade | None = None
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _confirmed_by_another(self) -> Self:
        if self.state is ActionState.VERIFIED:
            if not self.verified_by_id:
                raise Broken("verified_by_id", N_("Say who confirmed it."))
            if not self.owner_id:
                text = N_("Enter its owner first: someone other than the owner confirms a measure.")
                raise Broken("owner_id", text)
            if self.verified_by_id == self.owner_id:
                raise Broken("verified_by_id", N_("Someone other than the owner confirms a measure."))
        return self

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.state.is_open

    @property
    def is_done(self) -> bool:
        """Done, confirmed or not."""
        return self.state.is_done

    @property
    def counts(self) -> bool:
        """Counts as a measure of its risk: anything but cancelled."""
        return self.state.counts

    def overdue_on(self, day: dt.date) -> bool:
        """Still open after its due date."""
        return self.is_open and self.due is not None and self.due < day


def dated(action: Action, base: Action | None, today: dt.date | None) -> Action:
    """With the days on which it was done and confirmed, `today` where they are not told; one that was opened again has
    neither, and nobody who confirmed it. Without `today` a day that is not told stays unknown."""
    if base is not None and base.state is ActionState.VERIFIED and action.state is not ActionState.VERIFIED:
        action = action.changed(verified_by_id="")
    done_on = action.done_on or today if action.is_done else None
    verified_on = action.verified_on or today if action.state is ActionState.VERIFIED else None
    return action.changed(done_on=done_on, verified_on=verified_on)
