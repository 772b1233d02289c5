"""Limits, repeats, notifications and alarms of an incident, from its start, plan and log alone."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.incident import EntryKind, Incident, LogEntry, Strike
from riskdesk.domain.playbook import Contact, Notification, Plan, Step
from riskdesk.domain.response import alarms, next_deadline, next_step, notification_statuses, statuses
from riskdesk.domain.urgency import Urgency, urgency

START = dt.datetime(2026, 11, 25, 6, 24, 27, tzinfo=dt.UTC)
STEPS = (
    Step(id="activate", action="启动", limit_s=60),
    Step(id="comfort", action="安抚", limit_s=60, repeat_s=300),
    Step(id="call", action="拨打 119", limit_s=60, contact=Contact(who="消防救援", by="电话")),
    Step(id="after", action="之后", limit_s=100, limit_from="call"),
)
PLAN = Plan(
    title="电梯困人",
    steps=STEPS,
    notifications=(Notification(body="街道办", within_s=3600), Notification(body="消防救援", within_s=60)),
)
INCIDENT = Incident.of(id="i", title="电梯困人", started_at=START, plan=PLAN)


def entry(seconds: float, kind: EntryKind, step: str = "", **more: object) -> LogEntry:
    at = START + dt.timedelta(seconds=seconds)
    return LogEntry.of(id=f"{seconds:06}", incident_id="i", entry_kind=kind, at=at, written_at=at, step_id=step, **more)


def state(entries: list[LogEntry], step: str):  # type: ignore[no-untyped-def]
    return next(s for s in statuses(INCIDENT, entries) if s.step.id == step)


@pytest.mark.parametrize(
    ("left", "expected"), [(13, Urgency.CALM), (12, Urgency.WARNING), (0, Urgency.WARNING), (-0.1, Urgency.OVER)]
)
def test_the_last_fifth_warns(left: float, expected: Urgency) -> None:
    assert urgency(left, 60) is expected


def test_a_limit_of_another_step_runs_from_its_end() -> None:
    assert state([], "after").due_s is None
    assert state([entry(50, EntryKind.STEP_DONE, "call")], "after").due_s == 150


def test_a_struck_entry_settles_nothing() -> None:
    wrong = entry(50, EntryKind.STEP_DONE, "activate", struck=Strike(at=START, reason="按错"))
    assert next_step(statuses(INCIDENT, [wrong])).step.id == "activate"  # type: ignore[union-attr]


def test_a_repeat_runs_from_the_last_notice_until_it_is_ended() -> None:
    log = [entry(58, EntryKind.STEP_DONE, "comfort")]
    assert state(log, "comfort").next_repeat_s == 358
    log.append(entry(323, EntryKind.REPEAT_DONE, "comfort"))
    assert state(log, "comfort").next_repeat_s == 623
    log.append(entry(700, EntryKind.REPEAT_ENDED, "comfort"))
    assert not state(log, "comfort").repeats


def test_another_playbook_begins_its_limits_anew_and_the_first_one_does_not() -> None:
    first = [entry(500, EntryKind.PLAYBOOK)]
    assert state(first, "activate").due_s == 60
    second = [*first, entry(1800, EntryKind.PLAYBOOK)]
    assert state(second, "activate").due_s == 1860
    assert [s.due_s for s in notification_statuses(INCIDENT, second)] == [5400, 1860]


def test_a_body_is_told_by_its_entry_or_by_the_step_that_calls_it() -> None:
    log = [entry(52, EntryKind.STEP_DONE, "call"), entry(900, EntryKind.NOTIFIED, who="街道办", receipt="7")]
    street, fire = notification_statuses(INCIDENT, log)
    assert (street.told_s, street.entry, street.late_s) == (900, log[1], 0)
    assert (fire.told_s, fire.late_s) == (52, 0)


def test_a_body_is_late_when_told_late_or_when_its_limit_is_out_and_nobody_has_told_it() -> None:
    log = [entry(61, EntryKind.NOTIFIED, who="消防救援")]
    street, fire = notification_statuses(INCIDENT, log)
    assert [fire.is_late(elapsed) for elapsed in (61, 4000)] == [True, True]
    assert [street.is_late(elapsed) for elapsed in (3600, 3601)] == [False, True]


def test_another_playbook_has_told_nobody_by_the_steps_of_the_first() -> None:
    log = [entry(1, EntryKind.PLAYBOOK), entry(52, EntryKind.STEP_DONE, "call"),
           entry(60, EntryKind.NOTIFIED, who="街道办"), entry(600, EntryKind.PLAYBOOK)]  # fmt: skip
    street, fire = notification_statuses(INCIDENT, log)
    assert (street.told_s, fire.told_s, fire.due_s) == (60, None, 660)
    found = alarms(statuses(INCIDENT, log), [street, fire], 700)
    assert [(alarm.kind, alarm.text) for alarm in found] == [
        ("limit", "启动"), ("limit", "安抚"), ("limit", "拨打 119"), ("notify", "消防救援"),
    ]  # fmt: skip


def test_alarms_are_what_ran_out_and_nobody_dealt_with() -> None:
    log = [entry(58, EntryKind.STEP_DONE, "comfort"), entry(70, EntryKind.STEP_DONE, "call")]
    found = alarms(statuses(INCIDENT, log), notification_statuses(INCIDENT, log), 400)
    assert [(alarm.kind, alarm.text, alarm.due_s) for alarm in found] == [
        ("limit", "启动", 60), ("limit", "之后", 170), ("repeat", "安抚", 358),
    ]  # fmt: skip
    assert next_deadline(statuses(INCIDENT, log)) == 60


def test_one_running_out_keeps_its_key_and_the_next_has_another() -> None:
    log = [entry(58, EntryKind.STEP_DONE, "comfort")]
    key = alarms(statuses(INCIDENT, log), [], 400)[-1].key
    assert alarms(statuses(INCIDENT, log), [], 500)[-1].key == key
    log.append(entry(410, EntryKind.REPEAT_DONE, "comfort"))
    assert key not in {alarm.key for alarm in alarms(statuses(INCIDENT, log), [], 5000)}


def test_a_closed_incident_repeats_nothing() -> None:
    closed = INCIDENT.changed(state="closed", closed_at=START + dt.timedelta(hours=1))
    log = [entry(58, EntryKind.STEP_DONE, "comfort")]
    assert all(s.next_repeat_s is None for s in statuses(closed, log))
