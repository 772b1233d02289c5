"""Columns and filters of the incident list."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.fitting import tier_grade
from riskdesk.domain.incident import IncidentState, ReportState
from riskdesk.domain.record import iso_millis
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Values, by_field
from riskdesk.i18n import language, tr
from riskdesk.store.query import Condition


def moment_of(text: str | None) -> dt.datetime | None:
    """A stored moment."""
    return dt.datetime.fromisoformat(text) if text else None


def report_due_text(due: dt.datetime | None, now: dt.datetime, brief: bool = False) -> tuple[str, bool]:
    """How long there is to hand in a report, and whether that has passed: `还有 3 小时 12 分`, `迟 40 分`.

    `brief` is without the minutes from an hour on.
    """
    if due is None:
        return "", False
    left = (due - now).total_seconds()
    unit = 3600 if brief and abs(left) >= 3600 else 60
    time = formats.duration(abs(left) // unit * unit if abs(left) >= 60 else 0)
    return (tr("{time} late", time=time), True) if left < 0 else (tr("due in {time}", time=time), False)


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    return Cell(row["title"], tip=row["title"])


def _tier(row: Row, desk: Desk) -> Cell:
    name = desk.policy.named("tiers", row["tier"] or "", language())
    grade = tier_grade(row["tier"])
    return Cell(name, level=grade.value if grade else "")


def _place(row: Row, desk: Desk) -> Cell:
    return Cell(" ".join(filter(None, (desk.name(row["site_id"]), row["place"]))))


def _state(row: Row, desk: Desk) -> Cell:
    state = IncidentState(row["state"])
    return Cell(tr(state.label), tone="accent" if state is not IncidentState.CLOSED else "second")


def _started(row: Row, desk: Desk) -> Cell:
    return Cell(formats.moment(row["started_at"], desk.today))


def _duration(row: Row, desk: Desk) -> Cell:
    start = moment_of(row["started_at"])
    end = moment_of(row["closed_at"])
    if start is None:
        return Cell()
    seconds = ((end or desk.clock()) - start).total_seconds()
    return Cell(formats.duration(max(0.0, seconds // 60 * 60 if seconds >= 60 else seconds)))


def _report(row: Row, desk: Desk) -> Cell:
    closed = moment_of(row["closed_at"])
    if closed is None:
        return Cell("—", tone="third")
    if json.loads(row["report"] or "{}").get("state") == ReportState.APPROVED:
        return Cell(tr(ReportState.APPROVED.label), tone="second")
    text, late = report_due_text(closed + dt.timedelta(seconds=desk.policy.report_seconds), desk.clock(), True)
    return Cell(text, tone="red" if late else "")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 118),
    Column("title", N_("Incident"), _title, "title", 130, flexible=True),
    Column("tier", N_("Tier"), _tier, "tier", 136),
    Column("state", N_("State"), _state, "state", 76),
    Column("report", N_("Report"), _report, "closed_at", 132),
    Column("started", N_("Started"), _started, "started_at", 104, from_width=680),
    Column("duration", N_("Lasted"), _duration, "", 112, right=True, from_width=800),
    Column("place", N_("Place"), _place, "site_id", 190, from_width=940),
)


def _states(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(state.value, tr(state.label)) for state in IncidentState]


def _tiers(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(tier.key, tier.in_language(language())) for tier in desk.policy.tiers]


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _entries(kind: str) -> Callable[[Desk], Sequence[tuple[str, str]]]:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


def _playbooks(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(playbook.id, playbook.title) for playbook in desk.playbooks.all()]


def _waiting(desk: Desk, values: Values) -> tuple[Condition, ...]:
    ids = tuple(incident.id for incident in desk.incidents.reports_due())
    return (Condition("id", "in", ids or ("",)),)


def _recent(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("started_at", ">=", iso_millis(desk.clock() - dt.timedelta(days=30))),)


def _late(desk: Desk, values: Values) -> tuple[Condition, ...]:
    ids = tuple(incident.id for incident in desk.overview.overdue_reports())
    return (Condition("id", "in", ids or ("",)),)


FILTERS = (
    Filter("state", N_("State"), by_field("state"), _states),
    Filter("tier", N_("Tier"), by_field("tier"), _tiers),
    Filter("site", N_("Site"), by_field("site_id"), _entries("site")),
    Filter("family", N_("Family"), by_field("family"), _families),
    Filter("playbook", N_("Playbook"), by_field("playbook_id"), _playbooks),
    Filter("recent", N_("Last 30 days"), _recent),
    Filter("report_waits", N_("Report to write"), _waiting, counted=True),
    Filter("report_late", N_("Report late"), _late, counted=True),
)
