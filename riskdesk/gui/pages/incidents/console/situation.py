"""Everything the console shows of one incident, read from the file at once after each change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from riskdesk.desk import Desk
from riskdesk.desk.phones import Phone, phones
from riskdesk.domain.errors import NotFound
from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.playbook import Difference, Step, differences
from riskdesk.domain.policy import Duty
from riskdesk.domain.response import (
    NotificationStatus,
    StepStatus,
    next_step,
    notification_statuses,
    of_plan,
    standing,
    statuses,
)
from riskdesk.domain.urgency import Urgency, urgency
from riskdesk.i18n import language


@dataclass(frozen=True)
class Situation:
    """An incident with its log, steps, bodies to tell and people to call. Seconds count from its start."""

    incident: Incident
    entries: list[LogEntry]
    states: list[StepStatus]
    told: list[NotificationStatus]
    phones: list[Phone]
    looser: dict[str, Difference]
    """Steps whose limit is looser than the tier's."""
    confirmed_by: str
    """Who confirmed that; '' when nobody has."""
    tier_name: str

    @classmethod
    def read(cls, desk: Desk, incident_id: str) -> Situation:
        """As the file has it now. Raises `NotFound`."""
        incident = desk.incidents.get(incident_id)
        entries = desk.incidents.entries(incident_id)
        found = differences(incident.plan, desk.policy.tier(incident.tier or ""))
        return cls(
            incident, entries, statuses(incident, entries), notification_statuses(incident, entries),
            phones(desk, incident), {d.step_id: d for d in found}, _confirmed_by(desk, incident),
            desk.policy.named("tiers", incident.tier or "", language()),
        )  # fmt: skip

    def elapsed(self, now: dt.datetime) -> float:
        """Seconds since the start; never negative, whatever was done to the clock."""
        end = self.incident.closed_at or now
        return max(0.0, (end - self.incident.started_at).total_seconds())

    def state(self, step_id: str) -> StepStatus | None:
        """The state of a step."""
        return next((state for state in self.states if state.step.id == step_id), None)

    def told_of(self, entry: LogEntry) -> StepStatus | None:
        """The state of the step that an entry tells of; None where that was a step of an earlier plan."""
        return self.state(entry.step_id) if entry.id in self._present else None

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(entry.id for entry in of_plan(self.entries))

    def now(self, chosen: str = "") -> StepStatus | None:
        """What to do now: the step the person chose while it is open, else the first open one."""
        wanted = self.state(chosen) if chosen else None
        return wanted if wanted is not None and not wanted.settled else next_step(self.states)

    def repeats(self) -> list[StepStatus]:
        """Notices that are to be repeated, the next due first."""
        running = [state for state in self.states if state.repeats]
        return sorted(running, key=lambda state: state.next_repeat_s or 0.0)

    def open_step(self, duty: Duty) -> Step | None:
        """The first open step that fulfils a duty of the tier."""
        return next((s.step for s in self.states if not s.settled and s.step.duty is duty), None)

    def count(self, kind: EntryKind, step_id: str) -> int:
        """How many entries of a kind stand for a step."""
        return sum(e.entry_kind is kind and e.step_id == step_id for e in standing(of_plan(self.entries)))


def _confirmed_by(desk: Desk, incident: Incident) -> str:
    if not incident.plan.playbook_id:
        return ""
    try:
        confirmation = desk.playbooks.get(incident.plan.playbook_id).difference_confirmed
    except NotFound:
        return ""
    return (desk.name(confirmation.by_id) or "?") if confirmation else ""


def step_urgency(state: StepStatus, elapsed_s: float) -> Urgency | None:
    """How pressing an open step is; None without a limit."""
    if state.due_s is None or state.settled:
        return None
    return urgency(state.due_s - elapsed_s, state.step.limit_s or 1)


def repeat_urgency(state: StepStatus, elapsed_s: float) -> Urgency | None:
    """How pressing the next repeat of a notice is; None while it does not run."""
    if state.next_repeat_s is None or not state.repeats:
        return None
    return urgency(state.next_repeat_s - elapsed_s, state.step.repeat_s or 1)
