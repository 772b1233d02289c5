"""The drill: plan, injects, results and scores (source.md 3.4, 4.4, 7.3; spec.md section 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import Field

from riskdesk.domain.calendar import Quarter
from riskdesk.domain.playbook import Inject, Plan, StepId
from riskdesk.domain.record import (
    Attachment,
    Broken,
    Ids,
    Line,
    Moment,
    Part,
    Record,
    Ref,
    Seconds,
    Text,
    Title,
    rule,
)
from riskdesk.domain.words import N_, Choice, labelled


@labelled(tabletop=N_("Tabletop"), functional=N_("Functional"), full_scale=N_("Full-scale"),
          no_notice=N_("No-notice"))  # fmt: skip
class DrillKind(Choice):
    """How a drill is held."""

    TABLETOP = "tabletop"
    FUNCTIONAL = "functional"
    FULL_SCALE = "full_scale"
    NO_NOTICE = "no_notice"


@labelled(training=N_("Training"), assessed=N_("Assessed"))
class Purpose(Choice):
    """Only assessed runs count in trends."""

    TRAINING = "training"
    ASSESSED = "assessed"


@labelled(planned=N_("Planned"), ready=N_("Ready"), running=N_("Running"), done=N_("Done"),
          cancelled=N_("Called off"))  # fmt: skip
class DrillState(Choice):
    """Where a drill stands."""

    PLANNED = "planned"
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


@labelled(done=N_("Done"), not_done=N_("Not done"), not_needed=N_("Not needed"))
class StepOutcome(Choice):
    """What became of a step."""

    DONE = "done"
    NOT_DONE = "not_done"
    NOT_NEEDED = "not_needed"


@labelled(seen=N_("Seen"), partly=N_("Partly"), missed=N_("Not seen"), skipped=N_("Inject skipped"))
class InjectOutcome(Choice):
    """Whether the action that an inject should bring about was seen."""

    SEEN = "seen"
    PARTLY = "partly"
    MISSED = "missed"
    SKIPPED = "skipped"


class StepResult(Part):
    """How a step went; `at_s` seconds after the start."""

    step_id: StepId
    outcome: StepOutcome
    at_s: Seconds | None = None
    helped: Line = ""
    """Help that the conductor gave; a step done with help counts as done and tells it."""
    note: Line = ""


class InjectResult(Part):
    """How an inject went."""

    inject_id: StepId
    outcome: InjectOutcome
    at_s: Seconds | None = None
    note: Line = ""


CRITERIA = (
    ("procedure", N_("Following the procedure"), 40),
    ("communication", N_("Communication"), 30),
    ("efficiency", N_("Solving the problem"), 30),
)
"""Key, name and full marks of the three criteria (source.md 4.4: 流程规范性, 沟通有效性, 问题解决效率)."""
EVALUATORS = (N_("trainer"), N_("customer service supervisor"), N_("owners' representative"))
"""Who gives marks (source.md 4.4: 培训师, 客服主管, 业主代表)."""


class Evaluation(Part):
    """One evaluator's marks."""

    evaluator: Line
    lead: bool = False
    procedure: Annotated[int, Field(ge=0, le=40)]
    communication: Annotated[int, Field(ge=0, le=30)]
    efficiency: Annotated[int, Field(ge=0, le=30)]
    note: Text = ""

    @property
    def total(self) -> int:
        """0 to 100."""
        return self.procedure + self.communication + self.efficiency


class Assignment(Part):
    """Who fills a role of the playbook."""

    role: Line
    person_id: str = ""
    name: Line = ""
    phone: Line = ""


@labelled(reached=N_("Reached"), partly=N_("Partly reached"), missed=N_("Not reached"))
class ObjectiveOutcome(Choice):
    """Whether a drill reached one of its objectives."""

    REACHED = "reached"
    PARTLY = "partly"
    MISSED = "missed"


class ObjectiveResult(Part):
    """How far an objective was reached, with what was strong and weak in it."""

    objective: Line
    outcome: ObjectiveOutcome
    strength: Text = ""
    weakness: Text = ""


class Pause(Part):
    """A stretch in which the clock of a drill stood; without an end it stands still."""

    begin: Moment
    end: Moment | None = None


class Run(Part):
    """A run that was stopped and begun anew, kept as it went."""

    started_at: Moment
    ended_at: Moment
    pauses: tuple[Pause, ...] = ()
    results: tuple[StepResult, ...] = ()
    inject_results: tuple[InjectResult, ...] = ()


class HeadCount(Part):
    """People of a building, a floor or a list, counted after an evacuation (疏散清点)."""

    group: Annotated[str, Field(min_length=1, max_length=200)]
    expected: Annotated[int, Field(ge=0)]
    present: Annotated[int, Field(ge=0)] | None = None
    at: Moment | None = None
    note: Line = ""

    @property
    def missing(self) -> int:
        """How many are not there yet: all of them before anybody counted."""
        return max(0, self.expected - (self.present or 0))


class Drill(Record):
    """One drill of a playbook at a site."""

    KIND: ClassVar[str] = "drill"
    LETTER: ClassVar[str] = "D"
    SEARCHED: ClassVar[tuple[str, ...]] = (
        "title",
        "scenario",
        "place",
        "objectives",
        "strengths",
        "weaknesses",
    )
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = (
        "plan", "planned_on", "assignments", "state", "started_at", "ended_at", "pauses", "results", "inject_results",
        "head_counts", "earlier_runs", "evaluations", "objective_results", "strengths", "weaknesses", "hot_wash",
        "next_id", "attachments",
    )  # fmt: skip
    """The run, its day, and who filled which role: that is asked anew."""

    title: Title
    drill_kind: DrillKind = DrillKind.FULL_SCALE
    purpose: Purpose = Purpose.ASSESSED
    playbook_id: Annotated[str, Ref("playbook")] = ""
    plan: Plan = Plan()
    objectives: tuple[Line, ...] = ()
    scenario: Text = ""
    injects: tuple[Inject, ...] = ()
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    planned_on: dt.date | None = None
    planned_at: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")] = ""
    """Clock time in the site's zone, HH:MM."""
    lead_id: Annotated[str, Ref("person")] = ""
    assignments: tuple[Assignment, ...] = ()
    observer_ids: Annotated[Ids, Ref("person")] = ()
    participants: Annotated[int, Field(ge=0)] = 0
    materials: tuple[Line, ...] = ()
    briefing: Text = ""
    stop_word: Line = "演练停止"
    state: DrillState = DrillState.PLANNED
    started_at: Moment | None = None
    ended_at: Moment | None = None
    pauses: tuple[Pause, ...] = ()
    results: tuple[StepResult, ...] = ()
    inject_results: tuple[InjectResult, ...] = ()
    head_counts: tuple[HeadCount, ...] = ()
    earlier_runs: tuple[Run, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    objective_results: tuple[ObjectiveResult, ...] = ()
    strengths: Text = ""
    weaknesses: Text = ""
    hot_wash: Text = ""
    """What was said right after it, before anybody went home."""
    next_id: Annotated[str, Ref("drill")] = ""
    """The drill that follows this one, which proves its measures."""
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _times_in_order(self) -> Self:
        if self.started_at and self.ended_at and self.ended_at < self.started_at:
            raise Broken("ended_at", N_("The end lies before the start."))
        if not _follow_each_other(self.pauses):
            raise Broken("pauses", N_("A pause begins after the one before it has ended."))
        if sum(item.lead for item in self.evaluations) > 1:
            raise Broken("evaluations", N_("Only one evaluator leads."))
        return self

    @property
    def score(self) -> int | None:
        """The lead evaluator's total, else the mean, half points up; None before anyone has scored."""
        if not self.evaluations:
            return None
        lead = next((item for item in self.evaluations if item.lead), None)
        if lead:
            return lead.total
        count = len(self.evaluations)
        # In whole numbers: round() would send 84.5 down and 85.5 up.
        return (2 * sum(item.total for item in self.evaluations) + count) // (2 * count)

    @property
    def is_ahead(self) -> bool:
        """Neither begun nor called off: it can still be moved to another day."""
        return self.state in (DrillState.PLANNED, DrillState.READY)

    @property
    def preparation(self) -> tuple[tuple[str, bool], ...]:
        """What belongs to a prepared drill, as keys of `PREPARATIONS`, and whether this one has it."""
        roles = [a for a in self.assignments if a.role]
        return (
            ("playbook", bool(self.plan.steps)),
            ("when", bool(self.planned_on and self.planned_at)),
            ("lead", bool(self.lead_id)),
            ("roles", bool(roles) and all(a.name for a in roles)),
            ("scenario", bool(self.scenario)),
            ("injects", bool(self.injects)),
            ("observers", bool(self.observer_ids)),
            ("safety", bool(self.briefing and self.stop_word)),
        )

    def elapsed_s(self, now: dt.datetime) -> float:
        """Seconds on the drill's own clock, which stands still in its pauses; 0 before it starts."""
        if self.started_at is None:
            return 0.0
        end = self.ended_at or now
        stood = sum(((min(p.end or end, end) - p.begin).total_seconds() for p in self.pauses if p.begin < end), 0.0)
        return (end - self.started_at).total_seconds() - stood

    def step_result(self, step_id: str) -> StepResult | None:
        """How a step went; None before it was noted."""
        return next((item for item in self.results if item.step_id == step_id), None)

    def inject_result(self, inject_id: str) -> InjectResult | None:
        """How an inject went; None before it was noted."""
        return next((item for item in self.inject_results if item.inject_id == inject_id), None)

    def overdue_on(self, day: dt.date) -> bool:
        """Planned for a day that has passed and neither held nor called off."""
        return self.is_ahead and bool(self.planned_on and self.planned_on < day)


def _follow_each_other(pauses: tuple[Pause, ...]) -> bool:
    ordered = all(pause.end is None or pause.end >= pause.begin for pause in pauses)
    return ordered and all(a.end is not None and a.end <= b.begin for a, b in pairwise(pauses))


PREPARATIONS: dict[str, str] = {
    "playbook": N_("Playbook with its steps"),
    "when": N_("Date and time"),
    "lead": N_("Lead"),
    "roles": N_("Somebody for every role"),
    "scenario": N_("Scenario"),
    "injects": N_("Injects"),
    "observers": N_("Observers"),
    "safety": N_("Safety briefing and stop word"),
}
"""What belongs to a prepared drill (spec.md section 5), in the order in which it is arranged."""


def covered(
    pairs: Iterable[tuple[str, str]], drills: Iterable[Drill], quarter: Quarter,
) -> dict[tuple[str, str], bool]:  # fmt: skip
    """For each (playbook id, site id) that must be drilled: whether a drill of it was done in the quarter."""
    held = {
        (drill.playbook_id, drill.site_id)
        for drill in drills
        if drill.state is DrillState.DONE and drill.planned_on and drill.planned_on in quarter
    }
    return {pair: pair in held for pair in pairs}
