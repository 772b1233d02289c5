"""Rules of the drill: marks and the score, times in order, what is overdue, what a quarter has covered."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.calendar import Quarter
from riskdesk.domain.drill import CRITERIA, PREPARATIONS, Drill, DrillState, Evaluation, HeadCount, Pause, covered
from riskdesk.domain.errors import Invalid

DAY = dt.date(2026, 11, 25)
START = dt.datetime(2026, 11, 25, 6, 0, tzinfo=dt.UTC)


def drill(**fields: object) -> Drill:
    return Drill.of(title="夜间电梯困人", **fields)


def marks(procedure: int, communication: int, efficiency: int, lead: bool = False) -> Evaluation:
    return Evaluation(
        evaluator="评估员", lead=lead, procedure=procedure, communication=communication, efficiency=efficiency
    )


def test_the_criteria_add_up_to_a_hundred() -> None:
    assert sum(most for _, _, most in CRITERIA) == 100
    assert marks(*(most for _, _, most in CRITERIA)).total == 100


@pytest.mark.parametrize(("name", "most"), [(name, most) for name, _, most in CRITERIA])
def test_marks_keep_to_the_full_marks_of_their_criterion(name: str, most: int) -> None:
    whole = {"evaluator": "评估员", "procedure": 0, "communication": 0, "efficiency": 0}
    drill(evaluations=(whole | {name: most},))
    for wrong in (most + 1, -1):
        with pytest.raises(Invalid) as caught:
            drill(evaluations=(whole | {name: wrong},))
        assert [error.field for error in caught.value.errors] == [f"evaluations.0.{name}"]


def test_the_lead_settles_the_score() -> None:
    assert drill(evaluations=(marks(40, 30, 30), marks(30, 20, 20, lead=True), marks(0, 0, 0))).score == 70


def test_without_a_lead_the_mean_counts() -> None:
    assert drill(evaluations=(marks(40, 30, 30), marks(30, 20, 20))).score == 85
    assert drill(evaluations=(marks(30, 25, 25), marks(31, 25, 25), marks(31, 25, 26))).score == 81


@pytest.mark.parametrize(("totals", "score"), [((84, 85), 85), ((85, 86), 86), ((84, 84, 85), 84), ((1, 2), 2)])
def test_half_a_point_counts_up(totals: tuple[int, ...], score: int) -> None:
    parts = ((min(40, total), min(30, max(0, total - 40)), max(0, total - 70)) for total in totals)
    assert drill(evaluations=tuple(marks(*part) for part in parts)).score == score


def test_without_marks_there_is_no_score() -> None:
    assert drill().score is None
    assert drill(evaluations=(marks(0, 0, 0),)).score == 0


def test_only_one_evaluator_leads() -> None:
    with pytest.raises(Invalid, match="evaluations: Only one evaluator leads"):
        drill(evaluations=(marks(1, 1, 1, lead=True), marks(2, 2, 2, lead=True)))


def test_the_end_follows_the_start() -> None:
    drill(started_at=START, ended_at=START)
    with pytest.raises(Invalid, match="ended_at: The end lies before the start"):
        drill(started_at=START, ended_at=START - dt.timedelta(seconds=1))


@pytest.mark.parametrize("clock", ["", "00:00", "09:30", "23:59"])
def test_a_clock_time(clock: str) -> None:
    assert drill(planned_at=clock).planned_at == clock


@pytest.mark.parametrize("clock", ["24:00", "9:30", "12:60", "noon", "12:30:00"])
def test_no_clock_time(clock: str) -> None:
    with pytest.raises(Invalid, match="planned_at"):
        drill(planned_at=clock)


@pytest.mark.parametrize("state", list(DrillState))
def test_overdue_is_what_was_neither_held_nor_called_off(state: DrillState) -> None:
    planned = drill(state=state, planned_on=DAY)
    assert planned.overdue_on(DAY + dt.timedelta(days=1)) is planned.is_ahead
    assert planned.is_ahead is (state in (DrillState.PLANNED, DrillState.READY))
    assert not planned.overdue_on(DAY)
    assert not drill(state=state).overdue_on(DAY)


def test_a_quarter_covers_pairs_whose_drill_was_held_in_it() -> None:
    quarter = Quarter.of(DAY)

    def held(playbook: str, site: str, day: dt.date | None, state: str = "done") -> Drill:
        return drill(playbook_id=playbook, site_id=site, planned_on=day, state=state)

    drills = [
        held("lift", "a", quarter.first), held("lift", "b", quarter.last), held("rain", "a", DAY, "running"),
        held("rain", "b", quarter.first - dt.timedelta(days=1)), held("fire", "a", DAY, "cancelled"),
        held("fire", "b", quarter.last + dt.timedelta(days=1)), held("other", "a", DAY),
    ]  # fmt: skip
    pairs = [(playbook, site) for playbook in ("lift", "rain", "fire") for site in ("a", "b")]
    found = covered(pairs, drills, quarter)
    assert list(found) == pairs
    assert {pair for pair, done in found.items() if done} == {("lift", "a"), ("lift", "b")}


def test_a_prepared_drill_has_everything() -> None:
    assert [key for key, _ in drill().preparation] == list(PREPARATIONS)
    assert not any(has for key, has in drill().preparation)
    whole = drill(
        plan={"steps": ({"id": "a", "action": "启动"},)}, planned_on=DAY, planned_at="20:00", lead_id="p",
        assignments=({"role": "客服", "name": "刘洋"},), scenario="停电",
        injects=({"id": "i", "at_s": 60, "what": "恐慌"},),
        observer_ids=("o",), briefing="注意安全",
    )  # fmt: skip
    assert all(has for _, has in whole.preparation)
    unfilled = whole.changed(assignments=(*whole.assignments, {"role": "工程部"}))
    assert [key for key, has in unfilled.preparation if not has] == ["roles"]


def test_results_are_found_by_their_step_and_inject() -> None:
    made = drill(
        results=({"step_id": "a", "outcome": "done", "at_s": 50},),
        inject_results=({"inject_id": "i", "outcome": "partly"},),
    )
    assert made.step_result("a").at_s == 50  # type: ignore[union-attr]
    assert made.inject_result("i") is made.inject_results[0]
    assert (made.step_result("b"), made.inject_result("b")) == (None, None)


def test_the_clock_of_a_drill_stands_still_in_its_pauses() -> None:
    begin = dt.datetime(2026, 3, 2, 6, tzinfo=dt.UTC)

    def after(minutes: int) -> dt.datetime:
        return begin + dt.timedelta(minutes=minutes)

    assert Drill(title="x").elapsed_s(begin) == 0
    drill = Drill(title="x", started_at=begin, pauses=(Pause(begin=after(2), end=after(5)), Pause(begin=after(8))))
    assert drill.elapsed_s(after(2)) == 120
    assert drill.elapsed_s(after(7)) == 240
    assert drill.elapsed_s(after(20)) == 300


def test_a_pause_begins_after_the_one_before() -> None:
    begin, later = dt.datetime(2026, 3, 2, 6, tzinfo=dt.UTC), dt.datetime(2026, 3, 2, 7, tzinfo=dt.UTC)
    for wrong in (
        (Pause(begin=begin), Pause(begin=later)), (Pause(begin=later, end=begin),),
        (Pause(begin=begin, end=later), Pause(begin=begin, end=later)),
    ):  # fmt: skip
        with pytest.raises(Invalid) as told:
            Drill.of(title="x", started_at=begin, pauses=wrong)
        assert told.value.errors[0].field == "pauses"


@pytest.mark.parametrize(("present", "missing"), [(None, 12), (9, 3), (12, 0), (14, 0)])
def test_a_head_count_tells_who_is_missing(present: int | None, missing: int) -> None:
    assert HeadCount(group="3栋", expected=12, present=present).missing == missing


def test_a_copy_leaves_all_of_the_run_behind() -> None:
    minute = dt.timedelta(minutes=1)
    run = {
        "started_at": START, "ended_at": START + minute, "pauses": [{"begin": START, "end": START + minute}],
        "head_counts": [{"group": "3栋", "expected": 12}], "hot_wash": "对讲没有声音", "next_id": "d2",
        "earlier_runs": [{"started_at": START, "ended_at": START + minute}],
        "objective_results": [{"objective": "十分钟到场", "outcome": "partly"}],
    }  # fmt: skip
    made = drill(place="3栋", **run)
    copy = Drill.of(**made.copied(DAY))
    assert copy.place == "3栋"
    assert {name: getattr(copy, name) for name in run} == {name: getattr(Drill(title="x"), name) for name in run}
    assert set(made.left_behind()) == set(run)
