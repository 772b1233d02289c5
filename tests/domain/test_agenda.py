"""What comes on the agenda of a meeting, and why."""

from __future__ import annotations

import datetime as dt
from typing import Any

from riskdesk.domain.agenda import MOST, Matter, Said, Sources, agenda, months_ahead, since_last
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.review import TopicKind
from riskdesk.domain.risk import Flag

DAY = dt.date(2026, 11, 25)
Q4 = Quarter(2026, 4)
SINCE = dt.date(2026, 8, 20)


def risk(id: str, **more: Any) -> Matter:
    return Matter(**{"title": f"风险 {id}", "kind": "risk", "id": id} | more)


def kinds(**sources: Any) -> list[tuple[TopicKind, str]]:
    items, _ = agenda(Sources(**sources), Q4, DAY, SINCE)
    return [(item.topic_kind, item.matter.title) for item in items]


def test_the_order_is_that_of_the_kinds() -> None:
    found = kinds(
        hot_spots=[Matter("3 栋 · 噪音", "complaint")], regulations=[Matter("条例", "regulation", "g", day=DAY)],
        risks=[risk("a", months=(1,))], incidents=[Matter("困人", "incident", "i", day=DAY)],
        measures=[Matter("换锁", "action", "m", day=dt.date(2026, 11, 1))],
    )  # fmt: skip
    assert [kind for kind, _ in found] == [
        TopicKind.HOTSPOT, TopicKind.REGULATION, TopicKind.ACUTE, TopicKind.INCIDENT, TopicKind.MEASURE,
    ]  # fmt: skip


def test_a_risk_comes_up_once_with_every_reason() -> None:
    items, _ = agenda(
        Sources(risks=[risk("a", flags=(Flag.NO_OWNER,), day=dt.date(2026, 11, 20), months=(2, 7))]), Q4, DAY, SINCE
    )
    assert [item.topic_kind for item in items] == [TopicKind.FLAGGED]
    told = [said.text.format(**said.params) for said in items[0].reasons]
    assert told == [
        "No owner",
        "Its review was due on 2026-11-20, 5 days ago.",
        "Acute in the next quarter: months 2.",
    ]


def test_a_risk_behind_a_hot_spot_stands_there_with_its_own_reasons_too() -> None:
    spot = Matter("3 栋 · 噪音", "risk", "a", why=(Said("12 complaints"),))
    items, _ = agenda(Sources(hot_spots=[spot], risks=[risk("a", flags=(Flag.NO_PLAYBOOK,))]), Q4, DAY, SINCE)
    assert [(item.topic_kind, item.matter.title) for item in items] == [(TopicKind.HOTSPOT, "3 栋 · 噪音")]
    assert [said.text for said in items[0].reasons] == ["12 complaints", "No playbook"]


def test_a_risk_without_a_reason_does_not_come_up() -> None:
    assert kinds(risks=[risk("a", months=(6, 7), day=dt.date(2027, 1, 5))]) == []


def test_the_review_of_today_is_not_overdue() -> None:
    assert kinds(risks=[risk("a", day=DAY)]) == []


def test_acute_is_the_next_quarter_not_this_one() -> None:
    assert kinds(risks=[risk("this", months=(12,)), risk("next", months=(3,))]) == [(TopicKind.ACUTE, "风险 next")]


def test_seasonal_rises_count_that_lie_ahead() -> None:
    rises = [Matter("供暖", "complaint", months=(12, 1)), Matter("漏水", "complaint", months=(7, 8))]
    assert kinds(rises=rises) == [(TopicKind.SEASON, "供暖")]
    assert months_ahead(Q4, DAY) == {11, 12, 1, 2, 3}
    assert months_ahead(Q4, dt.date(2026, 9, 1)) == {10, 11, 12, 1, 2, 3}


def test_the_gravest_risk_first_then_the_one_that_waits_longest() -> None:
    found = kinds(
        risks=[
            risk("blue", level=Level.BLUE, day=dt.date(2026, 1, 1)),
            risk("red", level=Level.RED, day=dt.date(2026, 9, 1)),
            risk("older", level=Level.RED, day=dt.date(2026, 8, 1)),
        ]
    )  # fmt: skip
    assert [title for _, title in found] == ["风险 older", "风险 red", "风险 blue"]


def test_incidents_and_cases_count_after_the_last_meeting() -> None:
    incidents = [Matter(str(day), "incident", str(day), day=SINCE + dt.timedelta(days=day)) for day in (-1, 0, 1, 9)]
    assert [title for _, title in kinds(incidents=incidents)] == ["9", "1"]


def test_a_regulation_says_whether_it_is_in_force() -> None:
    rules = [Matter("旧", "regulation", "a", day=DAY), Matter("新", "regulation", "b", day=DAY + dt.timedelta(days=40))]
    items, _ = agenda(Sources(regulations=rules), Q4, DAY, SINCE)
    assert [item.reasons[0].text for item in items] == ["In force since {day}.", "Takes effect on {day}."]


def test_beyond_what_a_meeting_can_talk_about_one_line_tells_how_many_there_are() -> None:
    late = [Matter(f"措施 {n:02}", "action", str(n), day=dt.date(2026, 10, 1)) for n in range(MOST + 7)]
    items, rests = agenda(Sources(measures=late), Q4, DAY, SINCE)
    assert len(items) == MOST
    assert [(rest.topic_kind, rest.more) for rest in rests] == [(TopicKind.MEASURE, 7)]


def test_totals_tell_of_what_was_not_even_read() -> None:
    risks = [risk(str(n), day=dt.date(2026, 10, 1)) for n in range(MOST)]
    _, rests = agenda(Sources(risks=risks, totals={TopicKind.OVERDUE: 412}), Q4, DAY, SINCE)
    assert [(rest.topic_kind, rest.more) for rest in rests] == [(TopicKind.OVERDUE, 412 - MOST)]


def test_a_risk_told_under_another_kind_is_not_counted_as_left_out() -> None:
    both = risk("a", flags=(Flag.NO_OWNER,), day=dt.date(2026, 10, 1))
    _, rests = agenda(Sources(risks=[both], totals={TopicKind.OVERDUE: 1, TopicKind.FLAGGED: 1}), Q4, DAY, SINCE)
    assert rests == []


def test_new_is_what_came_after_the_last_meeting_or_within_a_quarter() -> None:
    held = [dt.date(2026, 3, 2), dt.date(2026, 8, 20)]
    assert since_last(held, DAY) == dt.date(2026, 8, 20)
    assert since_last([], DAY) == dt.date(2026, 8, 27)
