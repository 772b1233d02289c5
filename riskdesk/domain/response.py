"""An incident against the clock: what is due next, what is late, how long each step took.

Everything is computed from the stored start, the plan and the log, so a crash or a closed lid changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.playbook import Notification, Step


@dataclass(frozen=True)
class StepStatus:
    """A step during or after a response. Seconds count from the start of the incident."""

    step: Step
    done_s: float | None
    failed_s: float | None
    due_s: float | None
    last_repeat_s: float | None
    next_repeat_s: float | None

    @property
    def settled(self) -> bool:
        """Done, or noted as not possible."""
        return self.done_s is not None or self.failed_s is not None

    @property
    def repeats(self) -> bool:
        """Whether its repeated notice is running: begun and not ended."""
        return self.next_repeat_s is not None and self.done_s is not None

    @property
    def late_s(self) -> float:
        """Seconds by which it was done late, 0 when in time or without a limit."""
        if self.done_s is None or self.due_s is None:
            return 0.0
        return max(0.0, self.done_s - self.due_s)


def standing(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries that are not struck, in the order in which they happened."""
    return sorted((e for e in entries if e.struck is None), key=lambda e: (e.at, e.written_at, e.id))


def choices(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The choices of a playbook in the order in which they were made; to strike one takes none back."""
    return sorted((e for e in entries if e.entry_kind is EntryKind.PLAYBOOK), key=lambda e: e.id)


def of_plan(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries that can tell of the present plan's steps, struck ones too: those logged since it was chosen.

    Every playbook has a step-1, so that an id alone does not say whose step was done. The order of the log decides,
    which is that of the ids: no clock that is set turns it round. What was logged before the choice tells of the plan
    before it; what was entered after it tells of the present plan, also where it happened earlier. A playbook that is
    chosen again begins anew.
    """
    chosen = choices(entries)
    return [e for e in entries if len(chosen) < 2 or e.id > chosen[-1].id]


class _Told:
    """What a log says of each step of the present plan, in seconds from the start."""

    def __init__(self, incident: Incident, entries: Sequence[LogEntry]) -> None:
        self.done: dict[str, float] = {}
        self.failed: dict[str, float] = {}
        self.repeated: dict[str, float] = {}
        self.stopped: dict[str, float] = {}
        for entry in standing(of_plan(entries)):
            seconds = (entry.at - incident.started_at).total_seconds()
            match entry.entry_kind:
                case EntryKind.STEP_DONE:
                    self.done.setdefault(entry.step_id, seconds)
                case EntryKind.STEP_FAILED:
                    self.failed[entry.step_id] = seconds
                case EntryKind.REPEAT_DONE:
                    self.repeated[entry.step_id] = seconds
                case EntryKind.REPEAT_ENDED:
                    self.stopped[entry.step_id] = seconds
        chosen = choices(entries)
        self.origin = (chosen[-1].at - incident.started_at).total_seconds() if len(chosen) > 1 else 0.0
        """When the limits begin: with the incident, or with the choice when another playbook replaced the first."""
        self.ended = (incident.closed_at - incident.started_at).total_seconds() if incident.closed_at else None


def statuses(incident: Incident, entries: Sequence[LogEntry]) -> list[StepStatus]:
    """Every step of the plan with what the log says of it."""
    told = _Told(incident, entries)
    return [_status(step, told) for step in incident.plan.steps]


def _status(step: Step, told: _Told) -> StepStatus:
    done, failed = told.done.get(step.id), told.failed.get(step.id)
    due: float | None = None
    if step.limit_s is not None:
        origin = told.done.get(step.limit_from) if step.limit_from else told.origin
        due = origin + step.limit_s if origin is not None else None
    last = told.repeated.get(step.id, done)
    over = told.ended is not None or (failed is not None and done is None) or step.id in told.stopped
    runs = step.repeat_s is not None and not over
    next_repeat = (last if last is not None else due or 0.0) + (step.repeat_s or 0) if runs else None
    return StepStatus(step, done, failed, due, last, next_repeat)


def next_step(states: Sequence[StepStatus]) -> StepStatus | None:
    """The first step that is not settled: what to do now."""
    return next((state for state in states if not state.settled), None)


def left_open(states: Sequence[StepStatus], report_s: int) -> list[StepStatus]:
    """What nobody has settled when an incident is closed; what has as long as the report comes after it anyway."""
    return [s for s in states if not s.settled and (s.step.limit_s is None or s.step.limit_s < report_s)]


def next_deadline(states: Sequence[StepStatus]) -> float | None:
    """Seconds from the start at which the nearest open limit or repeat runs out; None without one."""
    open_limits = [s.due_s for s in states if not s.settled and s.due_s is not None]
    repeats = [s.next_repeat_s for s in states if s.next_repeat_s is not None and s.done_s is not None]
    return min([*open_limits, *repeats], default=None)


@dataclass(frozen=True)
class NotificationStatus:
    """A body that must be told, and when it was. Seconds count from the start of the incident."""

    notification: Notification
    told_s: float | None
    due_s: float | None
    entry: LogEntry | None = None
    """What tells that it was told."""

    @property
    def late_s(self) -> float:
        """Seconds by which it was told late, 0 when in time or without a limit."""
        if self.told_s is None or self.due_s is None:
            return 0.0
        return max(0.0, self.told_s - self.due_s)

    def is_late(self, elapsed_s: float) -> bool:
        """Whether it was told late, or is still to be told `elapsed_s` seconds after the start and its limit is out."""
        missed = self.told_s is None and self.due_s is not None and self.due_s < elapsed_s
        return missed or self.late_s > 0


def notification_statuses(incident: Incident, entries: Sequence[LogEntry]) -> list[NotificationStatus]:
    """Every body that the plan says must be told, and when it was.

    An entry that tells a body names it in `who`; a step done whose contact it is tells it as well.
    """
    contacts = {step.id: step.contact.who for step in incident.plan.steps if step.contact is not None}
    steps = {entry.id for entry in of_plan(entries) if entry.entry_kind is EntryKind.STEP_DONE}
    told: dict[str, LogEntry] = {}
    for entry in standing(entries):
        if entry.entry_kind is EntryKind.NOTIFIED:
            told.setdefault(entry.who, entry)
        elif entry.id in steps and entry.step_id in contacts:
            told.setdefault(contacts[entry.step_id], entry)
    origin = _Told(incident, entries).origin
    found = []
    for item in incident.plan.notifications:
        first = told.get(item.body)
        seconds = (first.at - incident.started_at).total_seconds() if first else None
        due = None if item.within_s is None else origin + item.within_s
        found.append(NotificationStatus(item, seconds, due, first))
    return found


@dataclass(frozen=True)
class Alarm:
    """A limit that has run out. `key` stays the same for one running out, so that it rings once."""

    key: str
    kind: str
    """'limit' of a step, 'repeat' of a notice, 'notify' a body."""
    text: str
    due_s: float


def alarms(
    states: Sequence[StepStatus], told: Sequence[NotificationStatus], elapsed_s: float,
) -> list[Alarm]:  # fmt: skip
    """Everything that has run out `elapsed_s` seconds after the start and is not dealt with, the oldest first."""
    found = []
    for state in states:
        step = state.step
        if not state.settled and state.due_s is not None:
            found.append(Alarm(f"limit:{step.id}:{state.due_s:.0f}", "limit", step.action, state.due_s))
        if state.repeats and state.next_repeat_s is not None:
            due = state.next_repeat_s
            found.append(Alarm(f"repeat:{step.id}:{due:.0f}", "repeat", step.action, due))
    for item in told:
        if item.told_s is None and item.due_s is not None:
            body = item.notification.body
            found.append(Alarm(f"notify:{body}:{item.due_s:.0f}", "notify", body, item.due_s))
    return sorted((alarm for alarm in found if alarm.due_s < elapsed_s), key=lambda alarm: alarm.due_s)
