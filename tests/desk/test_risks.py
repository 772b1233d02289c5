"""What can be done with many risks, and with one beside saving and scoring it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.heat import cell_key, in_cells
from riskdesk.domain.acceptance import lapsed
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Department, Person, Role
from riskdesk.domain.errors import Cancelled, Conflict, Invalid
from riskdesk.domain.incident import Incident
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.risk import Flag, Risk, RiskStatus, flags_on
from riskdesk.store import Query
from riskdesk.store.query import Condition
from tests.conftest import NOON, Clock

TODAY = NOON.date()
RED = Matrix(likelihood=5, severity=4)


def risk(desk: Desk, title: str = "电梯困人", **fields: Any) -> Risk:
    return desk.risks.add(Risk(title=title, family="operational", **fields)).value


def numbers(desk: Desk) -> list[int]:
    return list(desk.ns("risk", Query()))


def stored(desk: Desk) -> list[dict[str, Any]]:
    """Every risk as it lies in the file, without what tells of its changes."""
    rows = desk.rows("risk", numbers(desk))
    return [{name: value for name, value in row.items() if name not in ("changed_at", "last_change")} for row in rows]


def test_several_risks_get_the_same_values_in_one_undoable_step(desk: Desk) -> None:
    owner = desk.directory.add(Person(name="沈敏")).value
    engineers = desk.directory.add(Department(name="工程部")).value
    for place in range(7):
        risk(desk, f"风险 {place}", current=desk.policy.assess(RED, TODAY), season=(place + 1,))
    before = stored(desk)
    assert all("no_owner" in row["flags"] for row in before)
    fields = {"owner_id": owner.id, "department_id": engineers.id, "status": "monitored", "season": (6, 7),
              "review_days": 30, "next_review": dt.date(2027, 1, 4)}  # fmt: skip
    done = desk.risks.save_many(numbers(desk)[:6], fields)
    assert done.value == 6
    changed = stored(desk)
    assert {row["owner_id"] for row in changed[:6]} == {owner.id}
    assert {row["season"] for row in changed[:6]} == {"[6,7]"}
    assert all("no_owner" not in row["flags"] for row in changed[:6])
    assert changed[6] == before[6]
    desk.undo_stack.undo()
    assert stored(desk) == before
    desk.undo_stack.redo()
    assert stored(desk) == changed


def test_playbooks_are_added_and_taken_away_beside_those_there(desk: Desk) -> None:
    one, two = risk(desk, "一", playbook_ids=("a", "b")), risk(desk, "二", playbook_ids=("b",))
    assert desk.risks.save_many(numbers(desk), {}, ("b", "c"), ("a",)).value == 2
    assert desk.risks.get(one.id).playbook_ids == ("b", "c")
    assert desk.risks.get(two.id).playbook_ids == ("b", "c")
    assert desk.ns("risk", Query(where=(Condition("playbook_ids", "has", "a"),))) == desk.ns(
        "risk", Query(where=(Condition("title", "in", ()),))
    )


def test_what_holds_the_value_already_is_no_change(desk: Desk) -> None:
    risk(desk, status=RiskStatus.MONITORED)
    risk(desk)
    done = desk.risks.save_many(numbers(desk), {"status": RiskStatus.MONITORED})
    assert (done.value, len(done.changed["risk"])) == (1, 1)


def test_levels_and_wrong_values_are_refused_and_nothing_is_written(desk: Desk) -> None:
    risk(desk)
    before = stored(desk)
    with pytest.raises(KeyError):
        desk.risks.save_many(numbers(desk), {"current": None})
    with pytest.raises(Invalid) as refused:
        desk.risks.save_many(numbers(desk), {"review_days": 0, "title": ""})
    assert {error.field for error in refused.value.errors} == {"review_days", "title"}
    assert stored(desk) == before


def test_a_long_edit_tells_how_far_it_is_and_leaves_nothing_when_it_is_stopped(desk: Desk) -> None:
    for place in range(5):
        risk(desk, f"风险 {place}")
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    desk.risks.save_many(numbers(desk), {"place": "3 栋"}, tell=tell)
    assert told == [(0, 5)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    before = stored(desk)
    with pytest.raises(Cancelled):
        desk.risks.save_many(numbers(desk), {"place": "4 栋"}, tell=stop)
    assert stored(desk) == before


def test_a_block_of_cells_is_one_step(desk: Desk) -> None:
    first, second = risk(desk, "一", place="旧"), risk(desk, "二")
    n, m = numbers(desk)
    assert second.next_review is not None
    day = second.next_review.isoformat()
    changes = {n: {"title": ("一", "壹"), "place": ("旧", "新")}, m: {"next_review": (day, None)}}
    assert desk.risks.save_cells(changes).value == 2
    assert (desk.risks.get(first.id).title, desk.risks.get(first.id).place) == ("壹", "新")
    assert desk.risks.get(second.id).next_review is None
    desk.undo_stack.undo()
    assert desk.risks.get(first.id) == first
    assert desk.risks.get(second.id) == second


def test_a_cell_that_somebody_changed_meanwhile_stops_the_block(desk: Desk, colleague: Desk) -> None:
    first = risk(desk, "一", place="旧")
    risk(desk, "二")
    n, m = numbers(desk)
    colleague.risks.save(first.changed(place="别人的"), first)
    with pytest.raises(Conflict) as conflict:
        desk.risks.save_cells({m: {"title": ("二", "贰")}, n: {"place": ("旧", "我的")}})
    assert conflict.value.who == "colleague"
    assert conflict.value.fields == {"place": ("旧", "别人的", "我的")}
    assert [row["title"] for row in stored(desk)] == ["一", "二"]
    # The same wish is no conflict.
    assert desk.risks.save_cells({n: {"place": ("旧", "别人的")}}).value == 0


def test_a_copy_brings_texts_and_scores_and_leaves_days_measures_and_acceptance_behind(desk: Desk) -> None:
    officer = desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value
    made = risk(desk, place="3 栋", season=(7,), playbook_ids=("p",), current=desk.policy.assess(RED, TODAY, ("m",)))
    desk.risks.accept(made.id, officer.id, "已买保险", TODAY)
    measure = desk.actions.add(Action(title="加装对讲", risk_ids=(made.id,))).value
    copy = Risk.of(**desk.risks.get(made.id).copied(TODAY))
    assert (copy.title, copy.place, copy.season, copy.playbook_ids) == ("电梯困人", "3 栋", (7,), ("p",))
    assert (copy.current.score, copy.current.on, copy.current.counted) == (RED, None, ())
    assert (copy.acceptance, copy.status, copy.id, copy.number) == (None, RiskStatus.DRAFT, "", "")
    alone = desk.risks.duplicate(made.id, copy.changed(place="5 栋")).value
    assert (alone.place, desk.risks.measures(alone.id)) == ("5 栋", [])
    served = desk.risks.duplicate(made.id, copy, with_measures=True).value
    assert desk.actions.get(measure.id).risk_ids == (made.id, served.id)
    assert len({made.number, alone.number, served.number}) == 3
    desk.undo_stack.undo()
    assert desk.actions.get(measure.id).risk_ids == (made.id,)


def test_a_red_risk_is_accepted_by_an_officer_with_a_reason_until_a_day(desk: Desk, clock: Clock) -> None:
    guard = desk.directory.add(Person(name="陈立")).value
    officer = desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value
    red = risk(desk, current=desk.policy.assess(RED, TODAY))
    with pytest.raises(Invalid) as refused:
        desk.risks.accept(red.id, guard.id, " ", TODAY - dt.timedelta(days=1))
    assert [error.field for error in refused.value.errors] == ["by_id", "why", "until"]
    with pytest.raises(Invalid):
        desk.risks.accept(red.id, "", "无", None)
    taken = desk.risks.accept(red.id, officer.id, "已买保险", TODAY + dt.timedelta(days=30)).value
    assert taken.accepted_on(TODAY)
    assert Flag.NO_MEASURE not in flags_on(stored(desk)[0]["flags"], TODAY)
    clock.on(days=31)
    assert lapsed(taken.acceptance, desk.today)
    assert "acceptance" in [due.what for due in desk.overview.due(10)]
    assert desk.risks.withdraw_acceptance(red.id).value.acceptance is None
    assert "no_measure" in stored(desk)[0]["flags"]


def test_anyone_accepts_a_risk_that_is_not_red(desk: Desk) -> None:
    guard = desk.directory.add(Person(name="陈立")).value
    blue = risk(desk, current=desk.policy.assess(Matrix(likelihood=1, severity=2), TODAY))
    assert blue.level is Level.BLUE
    assert desk.risks.accept(blue.id, guard.id, "影响很小", TODAY).value.acceptance is not None


def test_how_often_it_really_happened(desk: Desk, clock: Clock) -> None:
    made, other = risk(desk), risk(desk, "漏水")
    for days, risks in ((10, (made.id,)), (300, (made.id, other.id)), (400, (made.id,))):
        started = clock.now - dt.timedelta(days=days)
        with desk.store.write("", "incidents.report", clock.now) as write:
            write.create(Incident(title="困人", started_at=started, risk_ids=risks))
    assert desk.risks.happened(made.id) == 2
    assert desk.risks.happened(made.id, days=500) == 3
    assert desk.risks.happened(other.id) == 1


def test_heat_of_all_three_judgements_and_the_movements_between(desk: Desk) -> None:
    assess = desk.policy.assess

    def at(likelihood: int, severity: int) -> Matrix:
        return Matrix(likelihood=likelihood, severity=severity)

    for inherent, current, target in (
        (at(5, 4), at(3, 4), at(2, 4)), (at(5, 4), at(3, 4), None), (at(2, 2), at(2, 2), at(1, 2)),
        (Lec(likelihood=3.0, exposure=6.0, consequence=7.0), at(2, 4), None),
    ):  # fmt: skip
        judged = {"inherent": inherent, "current": current, "target": target}
        risk(desk, **{which: assess(score, TODAY) for which, score in judged.items() if score})
    found = desk.risks.heat()
    assert found.total == 4
    assert found.rows("current")[2][3] == 2
    assert (found.lec["inherent"], found.unscored["target"]) == (1, 2)
    assert found.moves["inherent", "current"] == {((5, 4), (3, 4)): 2}
    assert found.moves["current", "target"] == {((3, 4), (2, 4)): 1, ((2, 2), (1, 2)): 1}
    only = desk.risks.heat(Query(where=in_cells(desk.store, "target", ("2x4",))))
    assert only.total == 1


@pytest.mark.parametrize("which", ["inherent", "current", "target"])
def test_the_filters_for_cells_find_what_the_heat_map_counts(desk: Desk, which: str) -> None:
    for place in range(40):
        score = Matrix(likelihood=place % 5 + 1, severity=place // 5 % 5 + 1)
        assessed = desk.policy.assess(score, TODAY, ("m",) if place % 3 else (), "理由")
        risk(desk, f"风险 {place}", **{which: assessed})
    heat = desk.risks.heat()
    for cell, count in heat.cells[which].items():
        assert desk.store.count("risk", Query(where=in_cells(desk.store, which, (cell_key(cell),)))) == count
    pair = in_cells(desk.store, which, ("1x1", "2x1"))
    both = heat.cells[which][1, 1] + heat.cells[which][2, 1]
    assert desk.store.count("risk", Query(where=pair)) == both


def test_level_counts_agree_with_what_a_query_finds(desk: Desk) -> None:
    for place, status in enumerate([*RiskStatus, *RiskStatus]):
        score = Matrix(likelihood=place % 5 + 1, severity=4)
        risk(desk, f"风险 {place}", status=status, current=desk.policy.assess(score, TODAY))
    risk(desk, "未评")
    for where in (
        (), (Condition("status", "in", ("open", "monitored")),),
        (Condition("status", "in", ("open",)), Condition("family", "in", ("operational",))),
    ):  # fmt: skip
        query = Query(where=where)
        counted: dict[str | None, int] = {}
        for row in desk.rows("risk", desk.ns("risk", query)):
            counted[row["level"]] = counted.get(row["level"], 0) + 1
        assert desk.risks.level_counts(query) == counted
