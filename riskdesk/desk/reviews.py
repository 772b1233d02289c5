"""What can be done with review meetings (风险排查会)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from riskdesk.desk.snapshots import KEPT, people, snapshot, topics
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.errors import Conflict, NotAllowed, NotFound
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.record import STORED, Ids, validated
from riskdesk.domain.review import Comparison, Review, ReviewState, Snapshot, Topic, TopicKind, compare, in_order
from riskdesk.domain.review import refilled as refilled_topics
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.domain.words import N_
from riskdesk.i18n import tr
from riskdesk.store import Query, Write
from riskdesk.store.codec import to_record
from riskdesk.store.query import Condition

if TYPE_CHECKING:
    from riskdesk.desk.agenda import Behind

NOW = ""
"""Stands for the register as it is, where a snapshot may be named."""


@dataclass(frozen=True)
class Meeting:
    """A meeting as lists show it, read without its agenda and its snapshot."""

    id: str
    number: str
    title: str
    period: Quarter
    state: ReviewState
    held_on: dt.date | None
    frozen_at: dt.datetime | None


class Reviews(Noun):
    """The quarterly meetings, their agendas and the frozen risk lists. A signed one is final: see `Record.FREEZES`."""

    @verb(N_("Prepare review meeting"), long=True)
    def prepare(self, write: Write, year: int, quarter: int) -> Review:
        """Make the meeting of a quarter with its agenda. Raises `NotAllowed` when there is one already."""
        from riskdesk.desk import agenda

        period = Quarter(year, quarter)
        if self.of_quarter(period):
            raise NotAllowed(N_("There is a meeting for this quarter already."))
        return write.create(
            Review.of(
                title=tr(_TITLES[quarter], year=year), year=year, quarter=quarter, chair_id=self.desk.person,
                topics=agenda.topics(self.desk, period, self.since(period)),
            )
        )  # fmt: skip

    @verb(N_("Fill the agenda again"), needs="review", long=True)
    def refill(self, write: Write, review_id: str) -> Review:
        """Look again at what stands out; what was decided stays. Raises `NotAllowed` once it is signed."""
        from riskdesk.desk import agenda

        review = self._open(review_id)
        found = agenda.topics(self.desk, review.period, self.since(review.period))
        return write.save(review.changed(topics=refilled_topics(review.topics, found)), review)

    @verb(N_("Add to the agenda"), needs="review")
    def add_topic(self, write: Write, review_id: str, text: str, kind: str = "", record: str = "") -> Review:
        """Put something on the agenda by hand, a record where one is named. Raises `Invalid`, `NotAllowed`."""
        review = self._open(review_id)
        topic = validated(Topic, {"topic_kind": TopicKind.OTHER, "text": text, "kind": kind, "record": record})
        if any(topic.key == other.key for other in review.topics):
            raise NotAllowed(N_("This stands on the agenda already."))
        return write.save(review.changed(topics=in_order([*review.topics, topic])), review)

    @verb(N_("Take off the agenda"), needs="review")
    def drop_topic(self, write: Write, review_id: str, topic: Topic) -> Review:
        """Take a topic off. Raises `NotAllowed` when something was decided on it, or once it is signed."""
        review = self._open(review_id)
        if self._topic(review, topic).is_decided:
            raise NotAllowed(N_("Something was decided on this: it stays on the agenda."))
        return write.save(review.changed(topics=[t for t in review.topics if t.key != topic.key]), review)

    @verb(N_("Decide on a topic"), needs="review")
    def decide(self, write: Write, review_id: str, topic: Topic, decision: str, done: bool) -> Review:
        """Note what was decided. `topic` is as it was shown: the agenda may have been filled again since.

        Raises `Conflict` when somebody else decided otherwise meanwhile, `NotAllowed` once it is signed.
        """
        review = self._open(review_id)
        now = self._topic(review, topic)
        decision = decision.strip()
        if now.decision not in (topic.decision, decision):
            fields = {"decision": (topic.decision, now.decision, decision)}
            raise Conflict("review", review_id, write.last_author("review", review_id, ("topics",)), fields)
        decided = now.changed(decision=decision, done=done)
        return write.save(review.changed(topics=[decided if t.key == now.key else t for t in review.topics]), review)

    # decided in place: the register changes, and the decision tells it

    @verb(N_("Choose an owner"), needs="review")
    def set_owner(self, write: Write, review_id: str, risk_id: str, person_id: str) -> Review:
        """Give a risk of the agenda its owner. Raises `NotAllowed` once the meeting is signed."""
        review, before = self._open(review_id), self.desk.risks.get(risk_id)
        return self._note(write, review, before, write.save(before.changed(owner_id=person_id), before), self._owner)

    @verb(N_("Set next review"), needs="review")
    def set_next_review(self, write: Write, review_id: str, risk_id: str, day: dt.date) -> Review:
        """Say when a risk of the agenda is looked at next. Raises `NotAllowed` once the meeting is signed."""
        review, before = self._open(review_id), self.desk.risks.get(risk_id)
        return self._note(write, review, before, self.desk.risks.look_at(write, risk_id, day), _next_review)

    @verb(N_("Rescore risk"), needs="review")
    def rescore(
        self, write: Write, review_id: str, risk_id: str, which: str, score: Matrix | Lec, counted: Ids = (),
        reason: str = "",
    ) -> Review:  # fmt: skip
        """`Risks.rescore` for a risk of the agenda. Raises `NotAllowed` once the meeting is signed."""
        review, before = self._open(review_id), self.desk.risks.get(risk_id)
        after = self.desk.risks.judge(write, risk_id, which, score, counted, reason)
        return self._note(write, review, before, after, partial(_judgement, which))

    @verb(N_("Set level by hand"), needs="review")
    def set_level(
        self, write: Write, review_id: str, risk_id: str, which: str, level: Level, reason: str,
        counted: Ids | None = None,
    ) -> Review:  # fmt: skip
        """`Risks.set_level` for a risk of the agenda. Raises `NotAllowed` once the meeting is signed."""
        review, before = self._open(review_id), self.desk.risks.get(risk_id)
        after = self.desk.risks.judge_by_hand(write, risk_id, which, level, reason, counted)
        return self._note(write, review, before, after, partial(_judgement, which))

    @staticmethod
    def _note(write: Write, review: Review, before: Risk, after: Risk, words: Callable[[Risk], str]) -> Review:
        noted = [t.noting(words(before), words(after)) if t.record == after.id else t for t in review.topics]
        return write.save(review.changed(topics=noted), review)

    def _owner(self, risk: Risk) -> str:
        return tr("Owner: {name}", name=self.desk.name(risk.owner_id))

    @verb(N_("Save review meeting"), needs="review")
    def save(self, write: Write, review: Review, base: Review) -> Review:
        """Save when, where, who and the minutes. Raises `Conflict`, `NotAllowed` once it is signed."""
        self._open(review.id)
        return write.save(review, base)

    @verb(N_("Meeting held"), needs="review")
    def hold(self, write: Write, review_id: str) -> Review:
        """Note that it took place, today if no day was entered. Raises `NotAllowed` before that day."""
        review = self._open(review_id)
        day = review.held_on or self.desk.today
        if day > self.desk.today:
            raise NotAllowed(N_("The meeting is set for {day}. Correct the date if it was held already."), day=day)
        return write.save(review.changed(state=ReviewState.HELD, held_on=day), review)

    @verb(N_("Sign and freeze"), needs="review", long=True, undoable=False)
    def sign(self, write: Write, review_id: str) -> Review:
        """Freeze agenda, decisions, minutes and the risk list as it stands. It is not undone.

        Raises `NotAllowed` before it was held, or when nobody took part.
        """
        review = self._open(review_id)
        if review.state is not ReviewState.HELD:
            raise NotAllowed(N_("Note first that the meeting was held."))
        if not review.attendee_ids:
            raise NotAllowed(N_("Enter first who took part."))
        # Checked row by row when it was made; a hundred thousand rows are not checked twice.
        frozen = {
            "state": ReviewState.SIGNED, "topics": topics(self.desk, review), "snapshot": snapshot(self.desk, review),
            "frozen_at": self.desk.clock(),
        }  # fmt: skip
        return write.save(review.model_copy(update=frozen), review)

    @verb(N_("Delete review meeting"), needs="review")
    def delete(self, write: Write, review_id: str) -> None:
        """Move a meeting to the trash. Raises `NotAllowed` once it is signed."""
        write.delete("review", self._open(review_id).id)

    # questions

    def get(self, review_id: str) -> Review:
        """The meeting of that id, with its snapshot: 1,000 risks take 30 ms. Raises `NotFound`."""
        return self.store.get(Review, review_id)

    def read(self, review_id: str) -> Review:
        """The meeting of that id to be shown: without the risks of its snapshot, and once it is signed with number and
        level of what its topics are about. Raises `NotFound`."""
        number = self.store.row_number("review", review_id)
        rows = self.store.rows("review", [number], _WITHOUT_RISKS) if number is not None else []
        if not rows:
            raise NotFound(N_("This record is not in the file."))
        chair, attendees = (rows[0].pop(name) for name in _KEPT_NAMES)
        kept = Snapshot(chair=chair, attendees=json.loads(attendees)) if attendees else Snapshot()
        review = to_record(Review, rows[0]).model_copy(update={"snapshot": kept})
        return review.model_copy(update={"topics": topics(self.desk, review)}) if review.is_signed else review

    def people(self, review: Review) -> tuple[str, tuple[str, ...]]:
        """The names of the chair and of those present: as signed, else as they are."""
        return people(self.desk, review)

    def behind(self, review: Review) -> dict[str, Behind]:
        """The records that the topics of a meeting are about, by id."""
        from riskdesk.desk import agenda

        return agenda.behind(self.desk, review.topics)

    def levels_to_freeze(self) -> dict[Level | None, int]:
        """How many risks of each level signing would freeze now."""
        kept = Query(where=(Condition("status", "in", KEPT),))
        counts = self.store.count_by("risk", "level", kept)
        return {Level(level) if level else None: count for level, count in counts.items()}

    def meetings(self) -> list[Meeting]:
        """Every meeting, the latest first."""
        return self._meetings(Query())

    def signed(self) -> list[Meeting]:
        """The meetings that have a snapshot, the latest first."""
        found = self._meetings(Query(where=(Condition("state", "in", (ReviewState.SIGNED.value,)),)))
        return sorted(found, key=lambda meeting: meeting.frozen_at or _LONG_AGO, reverse=True)

    def of_quarter(self, period: Quarter) -> Meeting | None:
        """The meeting of a quarter, or None."""
        where = (Condition("year", "in", (period.year,)), Condition("quarter", "in", (period.number,)))
        return next(iter(self._meetings(Query(where=where))), None)

    def about(self, record_id: str) -> list[tuple[Meeting, Topic]]:
        """The meetings that talk about a record, the latest first, each with its topic."""
        rows = self.store.rows("review", self.store.ns("review"), (*_SHOWN, "topics"))
        found = [
            (_meeting(row), Topic.model_validate(topic, context=STORED))
            for row in rows
            if record_id in row["topics"]  # most agendas need not be taken apart
            for topic in json.loads(row["topics"])
            if topic["record"] == record_id
        ]
        return sorted(found, key=lambda told: (told[0].period, told[0].number), reverse=True)

    def since(self, period: Quarter) -> dt.date:
        """The day after which something is new to the meeting of a quarter."""
        from riskdesk.domain.agenda import since_last

        held = [m.held_on for m in self.meetings() if m.held_on and m.period < period]
        return since_last(held, min(period.last, self.desk.today) + dt.timedelta(days=1))

    def snapshot(self, review_id: str) -> Snapshot:
        """What a meeting froze, or for `NOW` the register as it stands."""
        return snapshot(self.desk) if review_id == NOW else self.get(review_id).snapshot

    def compare(self, before_id: str, after_id: str) -> Comparison:
        """What changed from one snapshot to another; either may be `NOW`. 1,000 risks a side take 50 ms, 100,000
        take seconds: off the GUI thread."""
        return compare(self.snapshot(before_id), self.snapshot(after_id))

    def _meetings(self, query: Query) -> list[Meeting]:
        rows = self.store.rows("review", self.store.ns("review", query), _SHOWN)
        return sorted(map(_meeting, rows), key=lambda meeting: (meeting.period, meeting.number), reverse=True)

    def _open(self, review_id: str) -> Review:
        """A meeting that may still be changed. Raises `NotAllowed`."""
        review = self.get(review_id)
        if review.is_signed:
            raise NotAllowed(N_("{number} is signed and frozen: nothing of it changes any more."), number=review.number)
        return review

    @staticmethod
    def _topic(review: Review, topic: Topic) -> Topic:
        now = next((other for other in review.topics if other.key == topic.key), None)
        if now is None:
            raise NotAllowed(N_("This is no longer on the agenda."))
        return now


_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)
_SHOWN = ("id", "number", "title", "year", "quarter", "state", "held_on", "frozen_at")
_KEPT_NAMES = ("snapshot.chair", "snapshot.attendees")
_WITHOUT_RISKS = (*(name for name in Review.model_fields if name != "snapshot"), *_KEPT_NAMES)
_TITLES = {
    1: N_("Review meeting, Q1 {year}"), 2: N_("Review meeting, Q2 {year}"),
    3: N_("Review meeting, Q3 {year}"), 4: N_("Review meeting, Q4 {year}"),
}  # fmt: skip


def _next_review(risk: Risk) -> str:
    return tr("Next review: {day}", day=risk.next_review)


def _judgement(which: str, risk: Risk) -> str:
    judged = risk.judgements[which]
    score = tr("by hand") if judged.by_hand else judged.score.formula if judged.score else ""
    level = " ".join(filter(None, (tr(judged.level.label) if judged.level else "", score)))
    return tr("{which}: {level}", which=tr(JUDGEMENT_NAMES[which]), level=level)


def _meeting(row: dict[str, Any]) -> Meeting:
    return Meeting(
        row["id"], row["number"], row["title"], Quarter(row["year"], row["quarter"]), ReviewState(row["state"]),
        dt.date.fromisoformat(row["held_on"]) if row["held_on"] else None,
        dt.datetime.fromisoformat(row["frozen_at"]) if row["frozen_at"] else None,
    )  # fmt: skip
