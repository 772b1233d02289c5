"""Holding the review meetings of the sample office at the time when they took place, by the verbs of the desk."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import TYPE_CHECKING

from riskdesk.desk.desk import Desk
from riskdesk.domain.review import Review, Topic, TopicKind

if TYPE_CHECKING:
    from riskdesk.exchange.bank_meetings import Meeting, Meetings
    from riskdesk.store import Store

BEGAN, SIGNED = dt.time(14), dt.time(16, 30)
"""When the agenda is filled and when the list is signed, where this computer stands: there the day is the right one."""


class PastMeetings:
    """Holds one meeting after the other; what was decided once on a record is not decided a second time."""

    def __init__(self, store: Store, meetings: Meetings) -> None:
        self._store = store
        self._waiting = list(meetings.held)
        self._decided, self._came_up = meetings.decided, Counter[tuple[str, str]]()
        self._by_kind = {kind: cycle(texts) for kind, texts in meetings.by_kind.items() if texts}

    def until(self, at: dt.datetime) -> Iterator[Review]:
        """Hold those that were signed before `at`, and yield each."""
        while self._waiting and _at(self._waiting[0], SIGNED) < at:
            yield self._hold(self._waiting.pop(0))

    def _hold(self, meeting: Meeting) -> Review:
        told, now = meeting.told, _at(meeting, BEGAN)
        reviews = Desk(self._store, told.chair, lambda: now).reviews
        review = reviews.prepare(meeting.period.year, meeting.period.number).value
        decisions = {topic.key: self._decision(topic) for topic in review.topics}
        for added in told.added:
            key = ("risk", added.risk) if added.risk else (TopicKind.OTHER.value, added.text)
            if key not in decisions:
                review = reviews.add_topic(review.id, added.text, *(key if added.risk else ())).value
            decisions[key] = added.decision
        for topic in review.topics:
            if (decision := decisions[topic.key]) is not None:
                review = reviews.decide(review.id, topic, decision, done=True).value
        facts = {"place": told.place, "attendee_ids": told.present, "minutes": told.minutes, "held_on": meeting.on}
        reviews.save(review.changed(**facts), review)
        reviews.hold(review.id)
        now = _at(meeting, SIGNED)
        return reviews.sign(review.id).value

    def _decision(self, topic: Topic) -> str | None:
        """What is decided on a topic; "" for nothing to do, None where it is left open."""
        key = (topic.kind, topic.record)
        texts = self._decided.get(key, ())
        self._came_up[key] += 1
        if self._came_up[key] <= len(texts):
            return texts[self._came_up[key] - 1]
        return next(self._by_kind[topic.topic_kind]) if topic.topic_kind in self._by_kind else None


def _at(meeting: Meeting, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(meeting.on, time).astimezone()
