"""What the forms of incidents are given."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.response import StepStatus, left_open, notification_statuses, of_plan, standing, statuses
from riskdesk.formats import duration
from riskdesk.i18n import language, tr

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def incident_report(desk: Desk, incident: Incident) -> dict[str, Any]:
    """The post-incident report (事件复盘报告): filled from the log, with targets and actuals."""
    entries = desk.incidents.entries(incident.id)
    states = {state.step.id: state for state in statuses(incident, entries)}
    present = {entry.id for entry in of_plan(entries)}
    due = incident.report_due(desk.policy.report_seconds)
    length = (incident.closed_at - incident.started_at).total_seconds() if incident.closed_at else None
    report = incident.report
    return {
        "incident": {
            "number": incident.number, "title": incident.title,
            "tier_name": desk.policy.named("tiers", incident.tier or "", language()),
            "playbook_title": incident.plan.title,
            "playbook_version": incident.plan.version if incident.plan.title else None,
            "started_at": incident.started_at, "closed_at": incident.closed_at, "duration_s": length,
            "trapped": incident.affected, "injured": incident.injured, "loss_cents": incident.loss_cents,
            "due_at": due, "submitted_at": report.submitted_at,
            "summary": report.summary or "\n".join(filter(None, (incident.detail, incident.outcome))),
            "root_cause": report.root_cause,
            "place_name": " ".join(filter(None, (desk.name(incident.site_id), incident.place))),
            "report_version": report.version,
        },
        "timeline": [_line(desk, entry, states if entry.id in present else {}) for entry in entries],
        "chart": [
            {"label": s.step.action, "actual_s": s.done_s, "target_s": s.due_s}
            for s in states.values()
            if s.due_s is not None and s.due_s < _CHART_LIMIT_S
        ],
        "open_steps": [
            s.step.action for s in left_open(list(states.values()), desk.policy.report_seconds) if incident.closed_at
        ],
        "whys": list(report.whys), "went_well": report.went_well, "went_badly": report.went_badly,
        "losses": report.losses, "lessons": report.lessons,
        "actions": [
            {"what": measure.what, "owner_name": measure.owner, "due": measure.due, "verifier_name": measure.verifier}
            for measure in desk.incidents.reported_measures(incident)
        ],
        "notifications": notifications(desk, incident, entries),
        "site": desk.name(incident.site_id),
    }  # fmt: skip


_CHART_LIMIT_S = 6 * 3600
"""Limits of a day would leave nothing of the minutes that the chart is for."""


def notifications(desk: Desk, incident: Incident, entries: list[LogEntry]) -> list[dict[str, Any]]:
    """Whom the playbook says to tell, with what the log says of it, then whoever was told besides."""
    bodies = notification_statuses(incident, entries)
    # An approved report tells the same whenever it is printed.
    told_at = incident.report.approved_at or desk.clock()
    elapsed_s = (told_at - incident.started_at).total_seconds()
    rows = [
        {
            "body": status.notification.body, "means": status.notification.by,
            "limit_text": duration(status.notification.within_s), "late": status.is_late(elapsed_s),
        } | _told(desk, status.entry)
        for status in bodies
    ]  # fmt: skip
    used = [status.entry.id for status in bodies if status.entry]
    others = [e for e in standing(entries) if e.entry_kind is EntryKind.NOTIFIED and e.id not in used]
    besides = {"means": "", "limit_text": "", "late": False}
    return [*rows, *({"body": entry.text} | besides | _told(desk, entry) for entry in others)]


def _told(desk: Desk, entry: LogEntry | None) -> dict[str, Any]:
    return {
        "by": desk.incidents.signer(entry) if entry else "", "at": entry.at if entry else None,
        "receipt": entry.receipt if entry else "",
    }  # fmt: skip


def _line(desk: Desk, entry: LogEntry, states: dict[str, StepStatus]) -> dict[str, Any]:
    state = states.get(entry.step_id) if entry.entry_kind is EntryKind.STEP_DONE and entry.struck is None else None
    took = duration(state.done_s) if state and state.done_s is not None else ""
    late = state is not None and state.late_s > 0
    if state is not None and late:
        took = tr("{time}, {late} late", time=took, late=duration(state.late_s))
    return {
        "at": entry.at, "what": _what(entry, states), "who": desk.incidents.signer(entry), "took_text": took,
        "late": late, "struck": entry.struck is not None,
        "struck_reason": entry.struck.reason if entry.struck else "",
    }  # fmt: skip


_SAID_BY_ITSELF = (EntryKind.NOTE, EntryKind.STEP_DONE, EntryKind.REPORTED)


def _what(entry: LogEntry, states: dict[str, StepStatus]) -> str:
    """The text of an entry with the kind before it where that says more."""
    status = states.get(entry.step_id)
    text = entry.text or (status.step.action if status else "")
    kind = tr(entry.entry_kind.label)
    if not text:
        text = kind
    elif entry.entry_kind not in _SAID_BY_ITSELF and not text.startswith(kind):
        text = tr("{kind}: {what}", kind=kind, what=text)
    if entry.is_late:
        text = tr("{what} (entered {time})", what=text, time=_clock(entry.written_at))
    return text


def _clock(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%H:%M:%S}"
