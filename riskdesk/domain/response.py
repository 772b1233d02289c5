"""An incident against the clock: what is due next, what is late, how long each step took.

Everything is computed from the stored start, the plan and the log, so a crash or a closed lid changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.playbook import Step
from riskdesk.domain.words import N_, Choice, labelled


@labelled(calm=N_("In time"), warning=N_("Soon"), over=N_("Over"))
class Urgency(Choice):
    """State of a time limit; the last fifth of it warns (ui.md)."""

    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


def urgency(left_s: float, limit_s: int) -> Urgency:
    """How pressing a limit of `limit_s` seconds is with `left_s` seconds left of it."""
    if left_s < 0:
        return Urgency.OVER
    return Urgency.WARNING if left_s <= limit_s / 5 else Urgency.CALM


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
    def late_s(self) -> float:
        """Seconds by which it was done late, 0 when in time or without a limit."""
        if self.done_s is None or self.due_s is None:
            return 0.0
        return max(0.0, self.done_s - self.due_s)


def standing(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """The entries that are not struck, in the order in which they happened."""
    return sorted((e for e in entries if e.struck is None), key=lambda e: (e.at, e.written_at, e.id))


def statuses(incident: Incident, entries: Sequence[LogEntry]) -> list[StepStatus]:
    """Every step of the plan with what the log says of it."""
    start, good = incident.started_at, standing(entries)
    done: dict[str, float] = {}
    failed: dict[str, float] = {}
    repeated: dict[str, float] = {}
    for entry in good:
        seconds = (entry.at - start).total_seconds()
        if entry.entry_kind is EntryKind.STEP_DONE:
            done.setdefault(entry.step_id, seconds)
        elif entry.entry_kind is EntryKind.STEP_FAILED:
            failed[entry.step_id] = seconds
        elif entry.entry_kind is EntryKind.REPEAT_DONE:
            repeated[entry.step_id] = seconds
    ended = _seconds(incident.closed_at, start)
    return [_status(step, done, failed, repeated, ended) for step in incident.plan.steps]


def _status(
    step: Step, done: dict[str, float], failed: dict[str, float], repeated: dict[str, float], ended: float | None,
) -> StepStatus:  # fmt: skip
    due: float | None = None
    if step.limit_s is not None:
        origin = done.get(step.limit_from) if step.limit_from else 0.0
        due = origin + step.limit_s if origin is not None else None
    last = repeated.get(step.id, done.get(step.id))
    runs = step.repeat_s is not None and ended is None and step.id not in failed
    next_repeat = (last if last is not None else due or 0.0) + (step.repeat_s or 0) if runs else None
    return StepStatus(step, done.get(step.id), failed.get(step.id), due, last, next_repeat)


def _seconds(moment: dt.datetime | None, start: dt.datetime) -> float | None:
    return (moment - start).total_seconds() if moment else None


def next_step(states: Sequence[StepStatus]) -> StepStatus | None:
    """The first step that is not settled: what to do now."""
    return next((state for state in states if not state.settled), None)


def next_deadline(states: Sequence[StepStatus]) -> float | None:
    """Seconds from the start at which the nearest open limit or repeat runs out; None without one."""
    open_limits = [s.due_s for s in states if not s.settled and s.due_s is not None]
    repeats = [s.next_repeat_s for s in states if s.next_repeat_s is not None and s.done_s is not None]
    return min([*open_limits, *repeats], default=None)
