"""Snapshots compared by their stored numbers, and an agenda filled anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import Level
from riskdesk.domain.policy import Policy
from riskdesk.domain.review import Comparison, Review, Snapshot, SnapshotRow, Topic, TopicKind, in_order, refilled
from riskdesk.domain.review import compare as compare_snapshots
from riskdesk.domain.risk import RiskStatus


def row(id: str, points: float | None = 9, level: Level | None = Level.YELLOW, **more: Any) -> SnapshotRow:
    method = "" if points is None else "matrix"
    return SnapshotRow(
        **{"id": id, "number": id, "title": "风险", "status": "open", "level": level, "points": points,
           "method": method} | more
    )  # fmt: skip


def compare(before: list[SnapshotRow], after: list[SnapshotRow], matrix: Any = None) -> Comparison:
    return compare_snapshots(
        Snapshot(risks=tuple(before), matrix=matrix), Snapshot(risks=tuple(after), matrix=matrix)
    )  # fmt: skip


def ids(rows: Any) -> list[str]:
    return [one.id for one in rows]


# what changed


def test_new_closed_up_and_down() -> None:
    before = [row("a", 9), row("b", 9), row("c", 9), row("d", 9)]
    after = [row("a", 12), row("b", 6, Level.BLUE), row("c", 9), row("e", 16, Level.RED)]
    found = compare(before, after)
    assert (ids(found.new), ids(found.closed), found.same) == (["e"], ["d"], 1)
    assert [(b.points, a.points) for b, a in found.up] == [(9, 12)]
    assert [(b.points, a.points) for b, a in found.down] == [(9, 6)]


def test_a_changed_matrix_shows_no_changed_risk() -> None:
    """The same scores under two policies: every level is another one, no number is."""
    lenient = Policy(matrix=((Level.BLUE,) * 5,) * 5)
    strict = Policy(matrix=((Level.RED,) * 5,) * 5)
    cells = [(l, s) for l in range(1, 6) for s in range(1, 6)]  # noqa: E741

    def snapshot(policy: Policy) -> list[SnapshotRow]:
        return [row(f"{l}x{s}", l * s, policy.matrix[l - 1][s - 1]) for l, s in cells]  # noqa: E741

    found = compare(snapshot(lenient), snapshot(strict))
    assert (found.up, found.down, found.new, found.closed, found.scored) == ((), (), (), (), ())
    assert found.same == 25


ODD = [[Level.RED] * 5, *([Level.YELLOW] * 5 for _ in range(3)), [Level.BLUE] * 5]
"""A matrix that takes the rare but grave for the worst: 1 x 5 is red, 5 x 1 is blue."""


def cell(likelihood: int, severity: int, matrix: Any = ODD) -> SnapshotRow:
    level = matrix[likelihood - 1][severity - 1]
    return row("a", likelihood * severity, level, factors=(likelihood, severity))


def test_the_level_decides_before_the_points_do() -> None:
    assert len(compare([cell(5, 1)], [cell(1, 5)], ODD).up) == 1
    assert len(compare([cell(5, 4)], [cell(1, 2)], ODD).up) == 1
    assert len(compare([cell(1, 5)], [cell(5, 5)], ODD).down) == 1
    assert len(compare([cell(2, 2)], [cell(2, 4)], ODD).up) == 1
    assert compare([cell(2, 4)], [cell(4, 2)], ODD).same == 1


def test_two_matrices_are_compared_in_the_later_one() -> None:
    even = [list(row) for row in Policy().matrix]
    before = Snapshot(risks=(cell(1, 5), cell(2, 2).changed(id="b")), matrix=ODD)
    after = Snapshot(risks=(cell(1, 5, even), cell(2, 1, even).changed(id="b")), matrix=even)
    found = compare_snapshots(before, after)
    assert (ids(a for _, a in found.down), found.up, found.same) == (["b"], (), 1)


def test_one_that_is_closed_counts_as_gone() -> None:
    found = compare([row("a")], [row("a", status=RiskStatus.CLOSED)])
    assert (ids(found.closed), ids(found.new)) == (["a"], [])


def test_points_of_different_methods_are_not_compared_but_levels_are() -> None:
    same = compare([row("a", 16, Level.RED)], [row("a", 320, Level.RED, method="lec")])
    assert (same.up, same.down, same.same) == ((), (), 1)
    lower = compare([row("a", 16, Level.RED)], [row("a", 90, Level.YELLOW, method="lec")])
    assert len(lower.down) == 1


def test_a_level_set_by_hand_counts_by_its_level() -> None:
    found = compare([row("a", 16, Level.RED)], [row("a", 16, Level.BLUE, by_hand=True)])
    assert [(b.level, a.level) for b, a in found.down] == [(Level.RED, Level.BLUE)]
    assert compare([row("a", 16, Level.BLUE, by_hand=True)], [row("a", 4, Level.BLUE, by_hand=True)]).same == 1


def test_scored_for_the_first_time_is_neither_up_nor_down() -> None:
    found = compare([row("a", None, None)], [row("a", 16, Level.RED)])
    assert (found.up, found.down, len(found.scored), found.same) == ((), (), 1, 0)


rows = st.lists(
    st.builds(
        row, st.sampled_from("abcdefgh"), st.none() | st.sampled_from([1, 4, 9, 16, 90, 320]),
        st.none() | st.sampled_from(Level), method=st.sampled_from(["matrix", "lec", ""]), by_hand=st.booleans(),
        status=st.sampled_from(RiskStatus),
    ),
    max_size=8, unique_by=lambda r: r.id,
)  # fmt: skip


@given(rows)
def test_compared_with_itself_nothing_changed(one: list[SnapshotRow]) -> None:
    found = compare(one, one)
    assert (found.new, found.closed, found.up, found.down, found.scored) == ((), (), (), (), ())
    assert found.same == sum(r.status is not RiskStatus.CLOSED for r in one)


@given(rows, rows)
def test_the_other_way_round_new_is_closed_and_up_is_down(one: list[SnapshotRow], two: list[SnapshotRow]) -> None:
    there, back = compare(one, two), compare(two, one)
    assert sorted(ids(there.new)) == sorted(ids(back.closed))
    assert sorted(ids(there.closed)) == sorted(ids(back.new))
    assert {(b.id, a.points) for b, a in there.up} == {(b.id, b.points) for b, a in back.down}
    assert len(there.scored) == len(back.scored)
    assert there.same == back.same


@given(rows, rows)
def test_every_risk_stands_in_one_place(one: list[SnapshotRow], two: list[SnapshotRow]) -> None:
    found = compare(one, two)
    told = [*ids(found.new), *ids(found.closed), *(a.id for _, a in (*found.up, *found.down, *found.scored))]
    live = {r.id for r in (*one, *two) if r.status is not RiskStatus.CLOSED}
    assert len(told) == len(set(told))
    assert len(told) + found.same == len(live)


# what is kept


def test_a_list_that_was_frozen_before_names_were_kept_is_read_as_one() -> None:
    old = Review.of(title="会", year=2026, quarter=1, snapshot=[row("a").model_dump(mode="json")])
    assert (ids(old.snapshot.risks), old.snapshot.names_people) == (["a"], False)


def test_an_empty_snapshot_is_stored_as_an_empty_list() -> None:
    assert Review.of(title="会", year=2026, quarter=1).model_dump(mode="json")["snapshot"] == []
    kept = Snapshot(chair="王", attendees=("王",), risks=(row("a"),))
    assert Snapshot.model_validate(kept.model_dump(mode="json")) == kept


# the agenda


def topic(kind: TopicKind, text: str, record: str = "", **more: Any) -> Topic:
    return Topic(topic_kind=kind, text=text, kind="risk" if record else "", record=record, **more)


def test_filling_again_keeps_what_was_decided() -> None:
    before = [topic(TopicKind.OVERDUE, "旧", "r1", decision="整改", done=True), topic(TopicKind.ACUTE, "无决定", "r2")]
    found = [topic(TopicKind.FLAGGED, "新的标题", "r1", reason="缺预案")]
    now = refilled(before, found)
    assert [(t.text, t.topic_kind, t.decision, t.done) for t in now] == [("新的标题", TopicKind.FLAGGED, "整改", True)]


def test_a_decided_topic_stays_though_it_no_longer_comes_up_and_so_does_one_added_by_hand() -> None:
    before = [topic(TopicKind.OVERDUE, "已评审", "r1", decision="已评审"), topic(TopicKind.OTHER, "食堂")]
    now = refilled(before, [topic(TopicKind.HOTSPOT, "3 栋 · 噪音")])
    assert [t.text for t in now] == ["3 栋 · 噪音", "已评审", "食堂"]


def test_topics_stand_by_kind_and_keep_their_order_within_it() -> None:
    mixed = [topic(TopicKind.OTHER, "a"), topic(TopicKind.CASE, "b", "1"), topic(TopicKind.CASE, "c", "2")]
    assert [t.text for t in in_order(mixed[::-1])] == ["c", "b", "a"]


def test_a_meeting_that_was_held_says_when() -> None:
    with pytest.raises(Invalid) as caught:
        Review.of(title="排查会", year=2026, quarter=4, state="held")
    assert caught.value.errors[0].field == "held_on"


# what is decided in place


def test_what_is_decided_in_place_is_a_line_of_the_decision() -> None:
    topic = Topic(topic_kind=TopicKind.FLAGGED, text="电梯困人", kind="risk", record="r", decision="加强巡查")
    first = topic.noting("责任人：", "责任人：陈立")
    assert first.decision == "加强巡查\n责任人：陈立"
    assert first.noting("责任人：陈立", "责任人：沈敏").decision == "加强巡查\n责任人：沈敏"


def test_once_decided_the_reason_is_that_of_then() -> None:
    topic = Topic(topic_kind=TopicKind.FLAGGED, text="电梯困人", reason="缺负责人。", kind="risk", record="r")
    assert topic.reason_told == "{reason}"
    assert topic.noting("", "责任人：陈立").reason_told == "When put on the agenda: {reason}"
