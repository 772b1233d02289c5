"""What can be done with incidents and their logs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.action import Action
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.fitting import fitting
from riskdesk.domain.incident import (
    EntryKind,
    Incident,
    IncidentState,
    LogEntry,
    ReportedMeasure,
    ReportState,
)  # fmt: skip
from riskdesk.domain.playbook import Playbook, plan_of
from riskdesk.domain.record import iso_millis
from riskdesk.domain.response import StepStatus, standing, statuses
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition


class Incidents(Noun):
    """Incidents against the clock. What happened is not undone: a wrong entry is struck."""

    @verb(N_("Report incident"), undoable=False)
    def report(self, write: Write, incident: Incident) -> Incident:
        """Open an incident from what is known now; with a playbook its steps start to count down."""
        incident = write.create(self._with_plan(incident))
        self._log(write, incident, EntryKind.REPORTED, incident.title, at=incident.started_at)
        if incident.plan.steps:
            self._log(write, incident, EntryKind.PLAYBOOK, incident.plan.title)
        return incident

    @verb(N_("Save incident"), needs="incident")
    def save(self, write: Write, incident: Incident, base: Incident) -> Incident:
        """Save what is known of an incident; of an approved report that makes the next version. Raises `Conflict`."""
        return write.save(incident, base)

    @verb(N_("Choose playbook"), needs="incident", undoable=False)
    def choose_playbook(self, write: Write, incident_id: str, playbook_id: str) -> Incident:
        """Run another playbook from now on; what was logged stays."""
        incident = self.get(incident_id)
        changed = self._with_plan(incident.changed(playbook_id=playbook_id, assignments=()))
        saved = write.save(changed, incident)
        self._log(write, saved, EntryKind.PLAYBOOK, saved.plan.title)
        return saved

    @verb(N_("Change tier"), needs="incident", undoable=False)
    def set_tier(self, write: Write, incident_id: str, tier: str) -> Incident:
        """Escalate or lower the response tier."""
        incident = self.get(incident_id)
        saved = write.save(incident.changed(tier=tier), incident)
        self._log(write, saved, EntryKind.TIER, self.desk.policy.named("tiers", tier))
        return saved

    @verb(N_("Log entry"), needs="incident", undoable=False)
    def log(
        self, write: Write, incident_id: str, kind: EntryKind, text: str = "", *, step_id: str = "",
        at: dt.datetime | None = None, who: str = "", receipt: str = "",
    ) -> LogEntry:  # fmt: skip
        """Write a line into the log; `at` is when it happened, now if not given. Raises `NotAllowed` ahead of time."""
        incident = self.get(incident_id)
        if at is not None and at > self.desk.clock():
            raise NotAllowed(N_("An entry cannot lie in the future."))
        return self._log(write, incident, kind, text, step_id=step_id, at=at, who=who, receipt=receipt)

    @verb(N_("Strike entry"), needs="incident", undoable=False)
    def strike(self, write: Write, entry_id: str, reason: str) -> LogEntry:
        """Strike a wrong entry with a reason; it stays readable. Raises `Invalid` without a reason."""
        entry = self.store.get(LogEntry, entry_id)
        if entry.struck is not None:
            raise NotAllowed(N_("This entry is struck already."))
        incident = self.get(entry.incident_id)
        write.save(incident.unsigned(), incident)
        mark = {"by_id": self.desk.person, "at": self.desk.clock(), "reason": reason}
        return write.save(entry.changed(struck=mark), entry)

    @verb(N_("Pause incident"), needs="incident", undoable=False)
    def pause(self, write: Write, incident_id: str, text: str = "") -> Incident:
        """Pause for a false alarm. Raises `NotAllowed` unless it runs."""
        if self.get(incident_id).state is not IncidentState.RUNNING:
            raise NotAllowed(N_("Only a running incident can be paused."))
        return self._turn(write, incident_id, IncidentState.PAUSED, EntryKind.PAUSED, text)

    @verb(N_("Resume incident"), needs="incident", undoable=False)
    def resume(self, write: Write, incident_id: str, text: str = "") -> Incident:
        """Go on after a pause, or open a closed incident again. Raises `NotAllowed` while it runs."""
        if self.get(incident_id).state is IncidentState.RUNNING:
            raise NotAllowed(N_("This incident is running."))
        return self._turn(write, incident_id, IncidentState.RUNNING, EntryKind.RESUMED, text)

    @verb(N_("Close incident"), needs="incident", undoable=False)
    def close(self, write: Write, incident_id: str, outcome: str) -> Incident:
        """Close with an outcome; the report's 24 hours run from now. Raises `NotAllowed` when it is closed already."""
        incident = self.get(incident_id)
        if incident.state is IncidentState.CLOSED:
            raise NotAllowed(N_("This incident is closed already."))
        # A clock that was set back must not keep anyone from closing.
        now = max(self.desk.clock(), incident.started_at)
        saved = write.save(incident.changed(state=IncidentState.CLOSED, closed_at=now, outcome=outcome), incident)
        self._log(write, saved, EntryKind.CLOSED, outcome)
        return saved

    @verb(N_("Hand over"), needs="incident", undoable=False)
    def hand_over(self, write: Write, incident_id: str, person_id: str) -> Incident:
        """Give the lead to another person."""
        incident = self.get(incident_id)
        saved = write.save(incident.changed(lead_id=person_id), incident)
        self._log(write, saved, EntryKind.HANDOVER, self.desk.name(person_id))
        return saved

    @verb(N_("Approve report"), needs="incident", undoable=False)
    def approve_report(self, write: Write, incident_id: str, by_id: str) -> Incident:
        """Approve the post-incident report, which freezes it. Raises `NotAllowed` before the incident is closed."""
        incident = self.get(incident_id)
        if incident.state is not IncidentState.CLOSED:
            raise NotAllowed(N_("Close the incident before its report is approved."))
        if incident.is_approved:
            raise NotAllowed(N_("This report is approved already."))
        now = self.desk.clock()
        fields = {
            "state": ReportState.APPROVED, "approved_by_id": by_id, "approved_at": now,
            "measures": self.reported_measures(incident),
        }  # fmt: skip
        approved = incident.report.model_dump() | fields | {"submitted_at": incident.report.submitted_at or now}
        return write.save(incident.changed(report=approved), incident)

    def get(self, incident_id: str) -> Incident:
        """The incident of that id. Raises `NotFound`."""
        return self.store.get(Incident, incident_id)

    def entries(self, incident_id: str) -> list[LogEntry]:
        """The whole log, struck entries too, in the order in which things happened."""
        found = self.store.select(LogEntry, "incident_id = ? AND deleted = 0", [incident_id])
        return sorted(found, key=lambda e: (e.at, e.written_at, e.id))

    def suggest(self, words: str, site_id: str = "") -> list[Playbook]:
        """Playbooks that fit the words of a report, the best first."""
        return fitting(words, self.desk.playbooks.all(), site_id)

    def acknowledged(self, incident_id: str) -> frozenset[str]:
        """Keys of the alarms that somebody has acknowledged in this file."""
        return frozenset((self.store.meta(f"alarms:{incident_id}") or "").split("\n"))

    def acknowledge(self, incident_id: str, keys: Iterable[str]) -> None:
        """Remember that alarms were seen, so that they do not ring again after a restart."""
        known = sorted({*self.acknowledged(incident_id), *keys} - {""})
        self.store.set_meta(f"alarms:{incident_id}", "\n".join(known))

    def signer(self, entry: LogEntry) -> str:
        """Who wrote an entry; never the body that it says was told."""
        written = "" if entry.entry_kind is EntryKind.NOTIFIED else entry.who
        return written or self.desk.name(entry.who_id)

    def case_fields(self, incident: Incident) -> dict[str, object]:
        """What a case takes over from an incident and its report; nobody has looked for personal data yet."""
        # What runs is looked for at every start, which does without cases.
        from riskdesk.domain.case import CaseOrigin, CourseEntry, Lesson, Outcome

        report = incident.report
        course = tuple(
            CourseEntry(at=_offset((e.at - incident.started_at).total_seconds()), who=self.signer(e), what=words[:2000])
            for e in standing(self.entries(incident.id))
            if (words := e.text.strip())
        )
        points = tuple(line.strip()[:500] for line in report.lessons.splitlines() if line.strip())
        days = (incident.closed_at - incident.started_at).days or None if incident.closed_at else None
        ended = "\n".join(filter(None, (incident.outcome, report.losses)))
        fields: dict[str, object] = {
            "title": incident.title, "origin": CaseOrigin.OWN, "origin_note": incident.number,
            "case_type": incident.plan.title, "site_id": incident.site_id, "place": incident.place,
            "happened_on": incident.started_at.astimezone().date(), "summary": report.summary or incident.detail,
            "course": course, "incident_id": incident.id, "comment": report.root_cause,
            "outcome": Outcome(
                compensation_cents=incident.loss_cents, days_open=days, injuries=incident.injured, text=ended,
            ),
            "lessons": (Lesson(method=incident.plan.title or incident.title, points=points),) if points else (),
            "playbook_ids": (incident.playbook_id,) if incident.playbook_id else (),
        }  # fmt: skip
        return fields | ({"family": incident.family} if incident.family else {})

    def actions(self, incident_id: str) -> list[Action]:
        """The corrective actions of an incident."""
        return self.store.records(Action, Query(where=(Condition("incident_id", "in", (incident_id,)),)))

    def reported_measures(self, incident: Incident) -> tuple[ReportedMeasure, ...]:
        """The corrective actions as its report tells them: of an approved one, as they stood then."""
        if incident.report.measures is not None:
            return incident.report.measures
        name = self.desk.name
        return tuple(
            ReportedMeasure(what=a.title, owner=name(a.owner_id), due=a.due, verifier=name(a.verified_by_id))
            for a in self.actions(incident.id)
        )

    def statuses(self, incident: Incident) -> list[StepStatus]:
        """Every step of the incident's plan with what its log says."""
        return statuses(incident, self.entries(incident.id))

    def running(self) -> list[Incident]:
        """Incidents that are not closed, the oldest first."""
        open_states = (IncidentState.RUNNING.value, IncidentState.PAUSED.value)
        return self.store.records(
            Incident, Query(where=(Condition("state", "in", open_states),), sort=(("started_at", False),))
        )

    def since(self, moment: dt.datetime) -> list[Incident]:
        """Incidents reported from `moment` on, the oldest first."""
        after = Condition("started_at", ">=", iso_millis(moment))
        return self.store.records(Incident, Query(where=(after,), sort=(("started_at", False),)))

    def reports_due(self) -> list[Incident]:
        """Closed incidents whose report is not approved yet, the first due first."""
        closed = self.store.records(Incident, Query(where=(Condition("state", "in", (IncidentState.CLOSED.value,)),)))
        waiting = [i for i in closed if not i.is_approved and i.closed_at]
        return sorted(waiting, key=lambda i: i.closed_at or i.started_at)

    def _turn(self, write: Write, id: str, state: IncidentState, kind: EntryKind, text: str) -> Incident:
        incident = self.get(id)
        saved = write.save(incident.changed(state=state, closed_at=None), incident)
        self._log(write, saved, kind, text)
        return saved

    def _log(
        self, write: Write, incident: Incident, kind: EntryKind, text: str, *, step_id: str = "",
        at: dt.datetime | None = None, who: str = "", receipt: str = "",
    ) -> LogEntry:  # fmt: skip
        now = self.desk.clock()
        write.save(incident.unsigned(), incident)
        return write.create(LogEntry.of(
            incident_id=incident.id, entry_kind=kind, at=at or now, written_at=now, who_id=self.desk.person,
            who=who or self.desk.name(self.desk.person), text=text, step_id=step_id, receipt=receipt,
        ))  # fmt: skip

    def _with_plan(self, incident: Incident) -> Incident:
        if not incident.playbook_id:
            return incident
        playbook = self.desk.playbooks.get(incident.playbook_id)
        people = incident.assignments or self.desk.directory.assignments(playbook.roles, incident.site_id)
        return incident.changed(plan=plan_of(playbook), assignments=people, tier=incident.tier or playbook.tier)


def _offset(seconds: float) -> str:
    """`+00:41`, from an hour on `+1:02:03`: minutes and seconds after the start, as a case writes them."""
    sign, whole = "-" if seconds < 0 else "+", abs(int(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{sign}{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{sign}{rest // 60:02d}:{rest % 60:02d}"
