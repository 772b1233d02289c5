"""The quarterly review meeting (风险排查会, source.md 7.1) and the risk list as it stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.policy import MatrixRows
from riskdesk.domain.record import Broken, Ids, Line, Moment, Part, Record, Ref, Text, Title, rule
from riskdesk.domain.risk import Flag, RiskStatus
from riskdesk.domain.words import N_, Choice, labelled


@labelled(preparing=N_("In preparation"), held=N_("Held"), signed=N_("Signed"))
class ReviewState(Choice):
    """Where a meeting stands; a signed one is frozen."""

    PREPARING = "preparing"
    HELD = "held"
    SIGNED = "signed"


@labelled(hotspot=N_("Complaint hot spot"), season=N_("Seasonal rise"), regulation=N_("Regulation that is new"),
          acute=N_("Acute next quarter"), overdue=N_("Review overdue"), flagged=N_("Red risk that lacks something"),
          case=N_("Case new in the library"), incident=N_("Incident since the last meeting"),
          measure=N_("Overdue measure"), other=N_("Other"))  # fmt: skip
class TopicKind(Choice):
    """Why something stands on the agenda; their order is that of the agenda."""

    HOTSPOT = "hotspot"
    SEASON = "season"
    REGULATION = "regulation"
    ACUTE = "acute"
    OVERDUE = "overdue"
    FLAGGED = "flagged"
    CASE = "case"
    INCIDENT = "incident"
    MEASURE = "measure"
    OTHER = "other"


_ORDER = list(TopicKind)
MEETINGS = {1: N_("Q1 meeting"), 2: N_("Q2 meeting"), 3: N_("Q3 meeting"), 4: N_("Q4 meeting")}
"""What the meeting of a quarter is called for short."""
_MATRIX_FACTORS = 2


class Topic(Part):
    """One item of the agenda, with what was decided. `record` is the id of what it is about."""

    topic_kind: TopicKind
    text: Title
    reason: Line = ""
    kind: Line = ""
    record: Line = ""
    decision: Text = ""
    done: bool = False
    number: Line = ""
    """Number of the record, kept when the meeting was signed."""
    level: Level | None = None
    """Level of the record, kept likewise."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same topic when the agenda is filled again: the record, or kind and words without one."""
        return (self.kind, self.record) if self.record else (self.topic_kind.value, self.text)

    @property
    def is_decided(self) -> bool:
        """Something was decided, or it was ticked off without words."""
        return bool(self.decision) or self.done

    @property
    def without_words(self) -> str:
        """What is said of it where no decision was written down: a source text."""
        return N_("Discussed") if self.done else N_("Not decided")

    @property
    def reason_told(self) -> str:
        """How its reason is told, a source text: what a risk lacked then may be there once something was decided."""
        return N_("When put on the agenda: {reason}") if self.kind == "risk" and self.is_decided else "{reason}"

    def noting(self, before: str, line: str) -> Topic:
        """With what was decided in place as a line of the decision, in the stead of the line that told it before."""
        kept = [said for said in self.decision.splitlines() if said not in (before, line)]
        return self.changed(decision="\n".join([*kept, line]))


class SnapshotRow(Part):
    """A risk as it stood when the list was frozen: names, not references, so that later edits change nothing."""

    id: str
    number: Line
    title: Title
    family: Line = ""
    status: RiskStatus
    level: Level | None = None
    method: Line = ""
    """'matrix' or 'lec'; empty where the risk had no score."""
    points: float | None = None
    """Likelihood times severity, or D of LEC."""
    factors: tuple[float, ...] = ()
    """What the points were reckoned from: likelihood and severity, or L, E and C. Empty in older snapshots."""
    by_hand: bool = False
    """The level was set against the score."""
    flags: tuple[Flag, ...] = ()
    department: Line = ""
    owner: Line = ""
    measures_done: int = 0
    measures_total: int = 0
    next_review: dt.date | None = None

    @property
    def is_scored(self) -> bool:
        """Whether the risk had a level."""
        return self.level is not None


class Snapshot(Part):
    """What a signed meeting keeps: the risk list, the matrix it was judged by, and the names of those who met.

    An empty one is stored as an empty list; older ones are lists of risks.
    """

    chair: Line = ""
    attendees: tuple[Line, ...] = ()
    matrix: MatrixRows | None = None
    risks: tuple[SnapshotRow, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_risks_alone(cls, value: Any) -> Any:
        return {"risks": value} if isinstance(value, (list, tuple)) else value

    @model_serializer(mode="wrap")
    def _stored(self, whole: SerializerFunctionWrapHandler) -> Any:
        return whole(self) if self.risks or self.attendees else []

    @property
    def names_people(self) -> bool:
        """Whether it holds names: nobody signs a meeting at which nobody was present."""
        return bool(self.attendees)


class Review(Record):
    """A review meeting with its agenda, decisions, minutes and the frozen risk list."""

    KIND: ClassVar[str] = "review"
    LETTER: ClassVar[str] = "M"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "minutes", "topics")
    FREEZES: ClassVar[tuple[str, str] | None] = ("state", "signed")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = None

    title: Title
    year: Annotated[int, Field(ge=2000, le=2100)]
    quarter: Annotated[int, Field(ge=1, le=4)]
    held_on: dt.date | None = None
    place: Line = ""
    chair_id: Annotated[str, Ref("person")] = ""
    attendee_ids: Annotated[Ids, Ref("person")] = ()
    topics: tuple[Topic, ...] = ()
    minutes: Text = ""
    state: ReviewState = ReviewState.PREPARING
    snapshot: Snapshot = Snapshot()
    frozen_at: Moment | None = None

    @rule
    def _says_when(self) -> Self:
        if self.state is not ReviewState.PREPARING and self.held_on is None:
            raise Broken("held_on", N_("Say when the meeting was held."))
        return self

    @property
    def period(self) -> Quarter:
        """The quarter it belongs to."""
        return Quarter(self.year, self.quarter)

    @property
    def is_signed(self) -> bool:
        """Frozen: nothing of it changes any more."""
        return self.state is ReviewState.SIGNED

    @property
    def decided(self) -> int:
        """How many topics are decided."""
        return sum(topic.is_decided for topic in self.topics)


def in_order(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Topics by kind in the order of the agenda; within a kind they stay as they are."""
    return tuple(sorted(topics, key=lambda topic: _ORDER.index(topic.topic_kind)))


def refilled(before: Sequence[Topic], found: Iterable[Topic]) -> tuple[Topic, ...]:
    """The agenda filled anew: what was decided stays with its topic, and a decided topic stays though it is past."""
    known = {topic.key: topic for topic in before}
    taken = [
        topic.changed(decision=old.decision, done=old.done) if (old := known.get(topic.key)) else topic
        for topic in {topic.key: topic for topic in found}.values()
    ]
    keys = {topic.key for topic in taken}
    kept = [t for t in before if t.key not in keys and (t.is_decided or t.topic_kind is TopicKind.OTHER)]
    return in_order([*taken, *kept])


@dataclass(frozen=True)
class Comparison:
    """What changed from one snapshot to another, by their stored numbers."""

    new: tuple[SnapshotRow, ...]
    closed: tuple[SnapshotRow, ...]
    """Closed or no longer there; as they stood before."""
    up: tuple[tuple[SnapshotRow, SnapshotRow], ...]
    """(before, after) where the score stands at a higher level, or at more points of the same."""
    down: tuple[tuple[SnapshotRow, SnapshotRow], ...]
    scored: tuple[tuple[SnapshotRow, SnapshotRow], ...]
    """(before, after) where only one of the two was scored, so that there is neither up nor down."""
    same: int


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """Compare two snapshots by the scores kept in them, so that a changed matrix does not show as changed risks."""
    old = {row.id: row for row in before.risks if row.status is not RiskStatus.CLOSED}
    now = {row.id: row for row in after.risks if row.status is not RiskStatus.CLOSED}
    both = [(old[id], now[id]) for id in now if id in old]
    scored = [pair for pair in both if pair[0].is_scored is not pair[1].is_scored]
    matrix = after.matrix or before.matrix
    moves = [(pair, _move(*pair, matrix)) for pair in both if pair[0].is_scored is pair[1].is_scored]
    return Comparison(
        new=tuple(row for id, row in now.items() if id not in old),
        closed=tuple(row for id, row in old.items() if id not in now),
        up=tuple(pair for pair, move in moves if move > 0),
        down=tuple(pair for pair, move in moves if move < 0),
        scored=tuple(scored),
        same=sum(move == 0 for _, move in moves),
    )


def _move(before: SnapshotRow, after: SnapshotRow, matrix: MatrixRows | None) -> float:
    """How far it rose: by the level that both scores have in one matrix, within a level by points.

    A level set by hand, or another method, leaves the levels as they were; a row without factors leaves the points.
    """
    alike = before.method == after.method and not before.by_hand and not after.by_hand
    if not alike or before.points is None or after.points is None:
        return _rank(after.level) - _rank(before.level)
    if matrix and len(before.factors) == len(after.factors) == _MATRIX_FACTORS:
        risen = _rank(_level_in(matrix, after)) - _rank(_level_in(matrix, before))
        if risen:
            return risen
    return after.points - before.points


def _level_in(matrix: MatrixRows, row: SnapshotRow) -> Level:
    likelihood, severity = map(int, row.factors)
    return matrix[likelihood - 1][severity - 1]


def _rank(level: Level | None) -> int:
    return level.rank if level else 0
