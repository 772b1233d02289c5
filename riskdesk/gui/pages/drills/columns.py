"""Columns and filters of the list of drills."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.drill import Drill, DrillKind, DrillState, Purpose
from riskdesk.domain.fitting import tier_grade
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Values, by_field
from riskdesk.i18n import language, tr
from riskdesk.store.query import Condition

AHEAD = (DrillState.PLANNED.value, DrillState.READY.value)


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    return Cell(row["title"], tip=row["title"])


def _tier(row: Row, desk: Desk) -> Cell:
    tier = json.loads(row["plan"] or "{}").get("tier") or ""
    grade = tier_grade(tier)
    return Cell(desk.policy.named("tiers", tier, language()), level=grade.value if grade else "")


def _day(row: Row, desk: Desk) -> Cell:
    if not row["planned_on"]:
        return Cell(tr("no date"), tone="third")
    text = " ".join(filter(None, (formats.day(row["planned_on"], desk.today), row["planned_at"])))
    late = row["state"] in AHEAD and row["planned_on"] < desk.today.isoformat()
    return Cell(text, tone="red" if late else "")


def _site(row: Row, desk: Desk) -> Cell:
    return Cell(" ".join(filter(None, (desk.name(row["site_id"]), row["place"]))))


def _kind(row: Row, desk: Desk) -> Cell:
    return Cell(tr(DrillKind(row["drill_kind"]).label))


def _purpose(row: Row, desk: Desk) -> Cell:
    return Cell(tr(Purpose(row["purpose"]).label), tone="second")


def _state(row: Row, desk: Desk) -> Cell:
    state = DrillState(row["state"])
    return Cell(tr(state.label), tone="accent" if state is DrillState.RUNNING else "second")


def _lead(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["lead_id"]))


def _score(row: Row, desk: Desk) -> Cell:
    evaluations = json.loads(row["evaluations"] or "[]")
    if not evaluations:
        return Cell("—", tone="third")
    score = Drill.of(title="-", evaluations=evaluations).score or 0
    return Cell(str(score), tone="" if score >= desk.policy.drill_pass else "red")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 124),
    Column("day", N_("Date"), _day, "planned_on", 104),
    Column("title", N_("Drill"), _title, "title", 130, flexible=True),
    Column("site", N_("Site and place"), _site, "site_id", 140),
    Column("state", N_("State"), _state, "state", 76),
    Column("score", N_("Score"), _score, "", 56, right=True),
    Column("kind", N_("Kind of drill"), _kind, "drill_kind", 86, from_width=720),
    Column("lead", N_("Lead"), _lead, "lead_id", 80, from_width=800),
    Column("tier", N_("Tier"), _tier, "", 136, from_width=920),
    Column("purpose", N_("Purpose"), _purpose, "purpose", 80, from_width=1000),
)


def _states(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(state.value, tr(state.label)) for state in DrillState]


def _kinds(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(kind.value, tr(kind.label)) for kind in DrillKind]


def _playbooks(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(playbook.id, playbook.title) for playbook in desk.playbooks.all()]


def _entries(kind: str) -> Callable[[Desk], Sequence[tuple[str, str]]]:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


def _quarter(desk: Desk, values: Values) -> tuple[Condition, ...]:
    quarter = Quarter.of(desk.today)
    first, last = quarter.first.isoformat(), quarter.last.isoformat()
    return (Condition("planned_on", ">=", first), Condition("planned_on", "<=", last))


def _week(desk: Desk, values: Values) -> tuple[Condition, ...]:
    last = desk.today + dt.timedelta(days=7)
    between = (Condition("planned_on", ">=", desk.today.isoformat()), Condition("planned_on", "<=", last.isoformat()))
    return (*between, Condition("state", "in", AHEAD))


def _overdue(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return desk.overview.overdue_drills().where


FILTERS = (
    Filter("state", N_("State"), by_field("state"), _states),
    Filter("site", N_("Site"), by_field("site_id"), _entries("site")),
    Filter("playbook", N_("Playbook"), by_field("playbook_id"), _playbooks),
    Filter("kind", N_("Kind of drill"), by_field("drill_kind"), _kinds),
    Filter("quarter", N_("This quarter"), _quarter),
    Filter("week", N_("Within a week"), _week),
    Filter("overdue", N_("Overdue"), _overdue, counted=True),
)
