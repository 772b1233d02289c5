"""What the console shows while an incident runs: urgency, what is next, what was late, what repeats."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.playbook import Plan, Step
from riskdesk.domain.response import StepStatus, next_deadline, next_step, standing, statuses
from riskdesk.domain.urgency import Urgency, urgency

START = dt.datetime(2026, 11, 25, 6, 24, 27, tzinfo=dt.UTC)
STEPS = (
    Step(id="activate", action="启动", limit_s=60),
    Step(id="report", action="通报进度", limit_s=60, repeat_s=300),
    Step(id="arrive", action="到达现场", limit_s=900, limit_from="activate"),
    Step(id="free", action="救出"),
)
INCIDENT = Incident.of(id="i", title="电梯困人", started_at=START, plan=Plan(steps=STEPS))


def entry(
    seconds: float, kind: EntryKind, step: str = "", struck: bool = False, written: float | None = None
) -> LogEntry:
    at = START + dt.timedelta(seconds=seconds)
    written_at = at if written is None else START + dt.timedelta(seconds=written)
    mark = {"at": written_at, "reason": "按错"} if struck else None
    return LogEntry.of(
        id=f"{seconds if written is None else written:08.1f}", incident_id="i", entry_kind=kind, at=at,
        written_at=written_at, step_id=step, struck=mark,
    )  # fmt: skip


def done(seconds: float, step: str, **more: object) -> LogEntry:
    return entry(seconds, EntryKind.STEP_DONE, step, **more)  # type: ignore[arg-type]


def states(*log: LogEntry) -> dict[str, StepStatus]:
    return {state.step.id: state for state in statuses(INCIDENT, log)}


# urgency


@given(limit=st.floats(1, 1e6), left=st.floats(-1e6, 1e6))
def test_the_last_fifth_warns_and_below_zero_is_over(limit: float, left: float) -> None:
    found = urgency(left, limit)
    assert (found is Urgency.OVER) == (left < 0)
    assert (found is Urgency.WARNING) == (0 <= left <= limit / 5)


def test_an_urgency_never_falls_as_time_goes_by() -> None:
    order = list(Urgency)
    seen = [order.index(urgency(900 - second, 900)) for second in range(1000)]
    assert seen == sorted(seen)
    assert (seen.index(1), seen.index(2)) == (720, 901)


# steps


def test_at_the_start_every_limit_from_the_start_is_set() -> None:
    assert {id: state.due_s for id, state in states().items()} == {
        "activate": 60, "report": 60, "arrive": None, "free": None,
    }  # fmt: skip
    assert not any(state.settled or state.repeats for state in states().values())


def test_a_step_counts_from_the_first_time_it_was_done() -> None:
    found = states(done(50, "activate"), done(200, "activate"))
    assert (found["activate"].done_s, found["arrive"].due_s) == (50, 950)


def test_a_late_entry_counts_from_when_it_happened() -> None:
    assert states(done(30, "activate", written=4000))["activate"].late_s == 0


@pytest.mark.parametrize(("at", "late"), [(59, 0), (60, 0), (61, 1), (660, 600)])
def test_how_late_a_step_was(at: int, late: int) -> None:
    assert states(done(at, "activate"))["activate"].late_s == late


def test_what_has_no_limit_or_is_not_done_was_never_late() -> None:
    assert states(done(99_999, "free"))["free"].late_s == 0
    assert states()["activate"].late_s == 0
    assert states(done(99_999, "arrive"))["arrive"].late_s == 0


def test_struck_entries_count_for_nothing() -> None:
    found = states(
        done(50, "activate", struck=True), entry(55, EntryKind.STEP_FAILED, "free", struck=True), done(58, "report"),
        entry(100, EntryKind.REPEAT_DONE, "report", struck=True),
        entry(200, EntryKind.REPEAT_ENDED, "report", struck=True),
    )  # fmt: skip
    assert not found["activate"].settled
    assert not found["free"].settled
    assert found["arrive"].due_s is None
    assert (found["report"].repeats, found["report"].next_repeat_s) == (True, 358)


def test_the_standing_log_is_in_the_order_of_what_happened() -> None:
    log = [done(300, "free"), done(50, "activate", written=500), done(10, "report", struck=True)]
    assert [e.step_id for e in standing(log)] == ["activate", "free"]


def test_a_repeat_begins_with_its_step_and_follows_the_latest_notice() -> None:
    assert not states()["report"].repeats
    log = [done(58, "report"), entry(700, EntryKind.REPEAT_DONE, "report"), entry(350, EntryKind.REPEAT_DONE, "report")]
    assert states(*log)["report"].next_repeat_s == 1000


def test_a_step_that_is_not_possible_repeats_nothing() -> None:
    assert states(entry(30, EntryKind.STEP_FAILED, "report"))["report"].next_repeat_s is None


# another playbook


def chosen(seconds: float, **more: object) -> LogEntry:
    return entry(seconds, EntryKind.PLAYBOOK, **more)  # type: ignore[arg-type]


ANOTHER = (chosen(1), done(20, "activate"), entry(30, EntryKind.STEP_FAILED, "free"), done(40, "report"), chosen(600))
"""Every playbook numbers its steps alike: those of the first one were settled before another one was chosen."""


def test_another_playbook_begins_with_nothing_done() -> None:
    found = states(*ANOTHER)
    assert not any(state.settled or state.repeats for state in found.values())
    assert (found["activate"].due_s, found["arrive"].due_s) == (660, None)
    assert next_step(statuses(INCIDENT, ANOTHER)).step.id == "activate"  # type: ignore[union-attr]


def test_repeats_of_the_earlier_playbook_tell_of_no_step_of_the_next() -> None:
    log = [*ANOTHER, done(640, "report")]
    ended = [entry(500, EntryKind.REPEAT_DONE, "report"), entry(550, EntryKind.REPEAT_ENDED, "report")]
    assert states(*log, *ended)["report"].next_repeat_s == 940


def test_what_is_entered_after_the_choice_tells_of_the_present_plan_whenever_it_happened() -> None:
    found = states(*ANOTHER, done(400, "activate", written=700))
    assert (found["activate"].done_s, found["activate"].late_s, found["arrive"].due_s) == (400, 0, 1300)


def test_what_was_entered_late_before_the_choice_tells_of_the_earlier_plan() -> None:
    assert states(chosen(1), done(10, "activate", written=500), chosen(600))["activate"].done_s is None


def test_a_choice_that_was_struck_was_made_all_the_same() -> None:
    assert not states(*ANOTHER[:-1], chosen(600, struck=True))["activate"].settled


def test_the_first_playbook_chosen_again_begins_anew() -> None:
    log = [*ANOTHER, chosen(900)]
    found = states(*log)
    assert not any(state.settled for state in found.values())
    assert found["activate"].due_s == 960
    assert states(*log, done(930, "activate"))["activate"].done_s == 930


def test_what_was_logged_before_the_only_choice_counts() -> None:
    assert states(done(20, "activate"), chosen(30))["activate"].done_s == 20


# what is next


def test_the_next_step_is_the_first_that_is_not_settled() -> None:
    log: list[LogEntry] = []
    for id in ("activate", "report", "arrive", "free"):
        found = next_step(statuses(INCIDENT, log))
        assert found is not None
        assert found.step.id == id
        log.append(done(len(log), id) if id != "report" else entry(len(log), EntryKind.STEP_FAILED, id))
    assert next_step(statuses(INCIDENT, log)) is None


def test_a_step_skipped_over_comes_first_again() -> None:
    assert next_step(statuses(INCIDENT, [done(5, "free")])).step.id == "activate"  # type: ignore[union-attr]


def test_the_nearest_deadline_is_of_what_is_open_or_repeats() -> None:
    assert next_deadline(statuses(INCIDENT, [])) == 60
    assert next_deadline(statuses(INCIDENT, [done(50, "activate")])) == 60
    log = [done(50, "activate"), done(55, "report")]
    assert next_deadline(statuses(INCIDENT, log)) == 355
    log += [entry(355, EntryKind.REPEAT_DONE, "report"), entry(650, EntryKind.REPEAT_DONE, "report")]
    assert next_deadline(statuses(INCIDENT, log)) == 950
    log += [done(700, "arrive"), entry(710, EntryKind.REPEAT_ENDED, "report")]
    assert next_deadline(statuses(INCIDENT, log)) is None


# paused and closed


def test_a_pause_moves_no_limit() -> None:
    paused = INCIDENT.changed(state="paused")
    log = [done(50, "activate"), entry(80, EntryKind.PAUSED), entry(500, EntryKind.RESUMED)]
    assert [s.due_s for s in statuses(paused, log)] == [60, 60, 950, None]


def test_a_closed_incident_keeps_what_was_done_and_when() -> None:
    closed = INCIDENT.changed(state="closed", closed_at=START + dt.timedelta(hours=1))
    log = [done(50, "activate"), done(70, "report"), done(1000, "arrive")]
    found = {state.step.id: state for state in statuses(closed, log)}
    assert [found[id].late_s for id in ("activate", "report", "arrive")] == [0, 10, 50]
    assert next_deadline([state for state in found.values() if state.settled]) is None
