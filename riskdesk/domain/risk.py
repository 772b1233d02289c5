"""The risk and its rules (spec.md section 1; source.md 7.1 and 7.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Annotated, Any, ClassVar, Protocol, Self

from pydantic import Field

from riskdesk.domain.action import Action
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Attachment, Broken, Ids, Line, Month, Part, Record, Ref, Text, Title, rule
from riskdesk.domain.scale import Key
from riskdesk.domain.words import N_, Choice, labelled


@labelled(draft=N_("Draft"), open=N_("Open"), monitored=N_("Monitored"), closed=N_("Closed"))
class RiskStatus(Choice):
    """Where a risk stands."""

    DRAFT = "draft"
    OPEN = "open"
    MONITORED = "monitored"
    CLOSED = "closed"


LIVE = (RiskStatus.OPEN.value, RiskStatus.MONITORED.value)
"""Where a risk stands while it counts."""


@labelled(complaint=N_("Complaint data"), regulation=N_("Regulation"), industry=N_("Industry case"),
          inspection=N_("Inspection"), drill=N_("Drill"), incident=N_("Incident"), other=N_("Other"))  # fmt: skip
class RiskSource(Choice):
    """What a risk was recognised from (source.md 7.1)."""

    COMPLAINT = "complaint"
    REGULATION = "regulation"
    INDUSTRY = "industry"
    INSPECTION = "inspection"
    DRILL = "drill"
    INCIDENT = "incident"
    OTHER = "other"


@labelled(no_owner=N_("No owner"), no_playbook=N_("No playbook"), no_review=N_("No review date"),
          no_measure=N_("No measure"), measures_done=N_("Measures done, still red"))  # fmt: skip
class Flag(Choice):
    """What a red risk lacks."""

    NO_OWNER = "no_owner"
    NO_PLAYBOOK = "no_playbook"
    NO_REVIEW = "no_review"
    NO_MEASURE = "no_measure"
    MEASURES_DONE = "measures_done"
    """There were measures, and none is left to do: it is judged anew, or more has to be done."""


JUDGEMENT_NAMES = {"inherent": N_("Inherent"), "current": N_("Current"), "target": N_("Target")}
"""The three judgements of a risk: field and source text of its name."""


class Acceptance(Part):
    """The decision to live with a risk: who approved it, why, until when, and at which level it stood then.

    Without a level the decision is from before it was kept, and holds for any.
    """

    by_id: Annotated[str, Ref("person"), Field(min_length=1)]
    why: Annotated[str, Field(min_length=1, max_length=2000)]
    until: dt.date
    level: Level | None = None

    def covers(self, level: Level | None) -> bool:
        """Whether it was decided for a risk as grave as this; what became red meanwhile is decided anew."""
        return level is not Level.RED or self.level in (Level.RED, None)


class Risk(Record):
    """A risk with three judgements: inherent (no controls), current (controls in place), target (measures done)."""

    KIND: ClassVar[str] = "risk"
    LETTER: ClassVar[str] = "R"
    SEARCHED: ClassVar[tuple[str, ...]] = (
        "title",
        "place",
        "description",
        "cause",
        "consequence",
        "controls",
    )
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("status", "next_review", "acceptance", "attachments")

    title: Title
    family: Key
    description: Text = ""
    cause: Text = ""
    consequence: Text = ""
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    source: RiskSource = RiskSource.OTHER
    source_note: Line = ""
    season: tuple[Month, ...] = ()
    """Months 1 to 12 in which the risk is acute."""
    controls: Text = ""
    department_id: Annotated[str, Ref("department")] = ""
    owner_id: Annotated[str, Ref("person")] = ""
    status: RiskStatus = RiskStatus.OPEN
    review_days: Annotated[int, Field(ge=1, le=3660)] = 90
    next_review: dt.date | None = None
    inherent: Assessment = Assessment()
    current: Assessment = Assessment()
    target: Assessment = Assessment()
    acceptance: Acceptance | None = None
    playbook_ids: Annotated[Ids, Ref("playbook")] = ()
    case_ids: Annotated[Ids, Ref("case")] = ()
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _levels_in_order(self) -> Self:
        above = _above(self.inherent, self.current, self.target)
        if "current" in above and not self.current.reason:
            raise Broken("current.reason", N_("Current is above inherent: say why."))
        if "target" in above and not self.target.reason:
            raise Broken("target.reason", N_("Target is above current: say why."))
        return self

    @property
    def level(self) -> Level | None:
        """The current level: the one that lists, counts and flags use."""
        return self.current.level

    def acute_in(self, month: int) -> bool:
        """Whether `month` (1 to 12) belongs to the season of this risk."""
        return month in self.season

    @property
    def judgements(self) -> dict[str, Assessment]:
        """The three judgements by their names."""
        return {which: getattr(self, which) for which in JUDGEMENT_NAMES}

    def copied(self, today: dt.date) -> dict[str, Any]:
        """A draft with the values of the scores: their days and the measures that they counted stay behind."""
        fresh = {which: judgement.changed(on=None, counted=()) for which, judgement in self.judgements.items()}
        review = next_review_after(today, self.review_days)
        return super().copied(today) | fresh | {"status": RiskStatus.DRAFT, "next_review": review}

    def accepted_on(self, day: dt.date) -> bool:
        """Whether an acceptance holds on `day`."""
        return self.acceptance is not None and day <= self.acceptance.until


class Flaggable(Protocol):
    """What `lacking` asks of a risk."""

    @property
    def level(self) -> Level | None: ...
    @property
    def status(self) -> RiskStatus: ...
    @property
    def owner_id(self) -> str: ...
    @property
    def playbook_ids(self) -> Ids: ...
    @property
    def next_review(self) -> dt.date | None: ...
    @property
    def acceptance(self) -> Acceptance | None: ...


class Measure(Protocol):
    """What `lacking` asks of a measure: an `Action`, or only its state."""

    @property
    def is_open(self) -> bool: ...
    @property
    def is_done(self) -> bool: ...


def lacking(risk: Flaggable, measures: Iterable[Measure], gone: Set[str] = frozenset()) -> str:
    """What a red risk lacks (spec.md section 1): a measure in hand or an acceptance, an owner, a playbook, a review.
    Only open and monitored risks are flagged. Which of the people and playbooks that it names were deleted, `gone`
    tells.

    It is told for every day at once, to be kept beside the risk: `no_owner 2026-08-01/no_measure`. Behind a day stands
    what the risk lacks only after it, for until then it is accepted; this comes last, so that a text which begins with
    a day tells of nothing before.
    """
    if risk.level is not Level.RED or risk.status in (RiskStatus.CLOSED, RiskStatus.DRAFT):
        return ""
    missing = [
        (Flag.NO_OWNER, not risk.owner_id or risk.owner_id in gone),
        (Flag.NO_PLAYBOOK, gone >= set(risk.playbook_ids)),
        (Flag.NO_REVIEW, risk.next_review is None),
    ]
    found = [flag.value for flag, is_missing in missing if is_missing]
    states = list(measures)
    if not any(measure.is_open for measure in states):
        flag = Flag.MEASURES_DONE if any(measure.is_done for measure in states) else Flag.NO_MEASURE
        taken = risk.acceptance
        accepted = taken is not None and taken.covers(risk.level)
        found.append(f"{taken.until}/{flag.value}" if taken and accepted else flag.value)
    return " ".join(found)


def flags_on(lacking: str, day: dt.date) -> tuple[Flag, ...]:
    """What a kept text of `lacking` says on a day."""
    told = (word.rpartition("/") for word in lacking.split())
    return tuple(Flag(flag) for until, _, flag in told if until < day.isoformat())


def rescored(
    risk: Risk, which: str, score: Matrix | Lec, policy: Policy, on: dt.date,
    counted: Ids = (), reason: str = "",
) -> Risk:  # fmt: skip
    """`risk` with a new judgement `which` ('inherent', 'current' or 'target'). Raises `Invalid`."""
    return judged(risk, which, policy.assess(score, on, counted, reason))


def judged(risk: Risk, which: str, assessment: Assessment) -> Risk:
    """`risk` with `assessment` as its judgement `which`, by the rules of `edited`. Raises `Invalid`."""
    return edited(risk, {which: assessment})


def edited(risk: Risk, fields: Mapping[str, Any]) -> Risk:
    """`risk` with other values for some fields. Raises `Invalid`.

    When the current level falls below a target that has no reason of its own, the target follows it down: what is
    reached already is no longer aimed at from below.
    """
    current: Assessment | None = fields.get("current")
    if current and "target" not in fields and risk.target.rank > current.rank > 0 and not risk.target.reason:
        fields = {**fields, "target": current}
    return risk.changed(**fields)


def rescaled(judgements: Mapping[str, Assessment], policy: Policy, why: Sequence[str]) -> dict[str, Assessment]:
    """Those of the three judgements of a risk, by name, that are different under `policy`.

    Levels follow their scores; one set by hand stays. Where a level thereby rises above the one before and nobody gave
    a reason, the first of `why` is entered, so that the risk keeps to its own rules. It goes when the level is no
    longer above, in whichever of the wordings of `why` it was entered: it would excuse what somebody scores later.
    """
    now = {which: policy.rescaled(judgements[which]) for which in JUDGEMENT_NAMES}
    above = _above(**now)
    for which, judged in list(now.items()):
        if which in above and not judged.reason:
            now[which] = judged.model_copy(update={"reason": why[0]})
        elif which not in above and judged.reason in why and not judged.by_hand:
            now[which] = judged.model_copy(update={"reason": ""})
    return {which: judged for which, judged in now.items() if judged != judgements[which]}


def _above(inherent: Assessment, current: Assessment, target: Assessment) -> tuple[str, ...]:
    """Which judgements stand above the one that should be their ceiling, and therefore need a reason."""
    pairs = (("current", current, inherent), ("target", target, current))
    return tuple(name for name, judged, ceiling in pairs if ceiling.rank and judged.rank > ceiling.rank)


def needs_another_look(risk: Risk, measures: Iterable[Action]) -> tuple[str, ...]:
    """Ids of measures done since the current score, which therefore did not count them.

    One that was done on the day of the score may have been done after it, and one without a day at any time.
    """
    if risk.current.score is None:
        return ()
    since = risk.current.on or dt.date.min
    undone = (m for m in measures if m.is_done and m.id not in risk.current.counted)
    return tuple(m.id for m in undone if (m.done_on or dt.date.max) >= since)


def next_review_after(day: dt.date, review_days: int) -> dt.date:
    """The day of the next review when one is held on `day`."""
    return day + dt.timedelta(days=review_days)
