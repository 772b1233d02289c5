"""Columns and filters of the list of measures."""

from __future__ import annotations

from collections.abc import Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.actions import OPEN_STATES
from riskdesk.domain.action import ActionOrigin, ActionState, HazardGrade, Priority, Strand
from riskdesk.domain.words import N_
from riskdesk.gui.models.order import Grouping, named
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Options, Values, by_field
from riskdesk.i18n import tr
from riskdesk.store.query import Condition


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    return Cell(row["title"], suffix=formats.listed(lacks(row)) or _note(row), tip=row["title"])


def lacks(row: Row) -> list[str]:
    """What a measure needs from someone, in words."""
    if row["state"] not in OPEN_STATES:
        return []
    found = [tr("no owner")] if not row["owner_id"] else []
    return found if row["due"] else [*found, tr("no due date")]


def _note(row: Row) -> str:
    if row["state"] not in OPEN_STATES:
        return ""
    if row["waits_for"]:
        return tr("waits for {what}", what=row["waits_for"])
    return tr(HazardGrade(row["grade"]).label) if row["grade"] == HazardGrade.MAJOR else ""


def _origin(row: Row, desk: Desk) -> Cell:
    return Cell(tr(ActionOrigin(row["origin"]).label))


def _strand(row: Row, desk: Desk) -> Cell:
    return Cell(tr(Strand(row["strand"]).label) if row["strand"] else "")


def _owner(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["owner_id"]))


def _department(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["department_id"]))


def _site(row: Row, desk: Desk) -> Cell:
    return Cell(" ".join(filter(None, (desk.name(row["site_id"]), row["place"]))))


def _priority(row: Row, desk: Desk) -> Cell:
    tone = {"high": "", "low": "third"}.get(row["priority"], "second")
    return Cell(tr(Priority(row["priority"]).label), tone=tone)


def _due(row: Row, desk: Desk) -> Cell:
    if row["state"] not in OPEN_STATES:
        return Cell(formats.day(row["due"], desk.today), tone="second")
    text, late = formats.due(row["due"], desk.today)
    return Cell(text, tone="red" if late else "")


def _state(row: Row, desk: Desk) -> Cell:
    return Cell(tr(ActionState(row["state"]).label), tone="" if row["state"] in OPEN_STATES else "second")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 128, from_width=600),
    Column("title", N_("Measure"), _title, "title", 150, flexible=True),
    Column("owner", N_("Owner"), _owner, "owner_id", 66),
    Column("due", N_("Due"), _due, "due", 100),
    Column("state", N_("State"), _state, "state", 124, width_en=166),
    Column("origin", N_("Origin"), _origin, "origin", 84, from_width=720),
    Column("priority", N_("Priority"), _priority, "priority", 74, from_width=800),
    Column("strand", N_("Strand"), _strand, "strand", 74, from_width=880),
    Column("department", N_("Department"), _department, "department_id", 110, from_width=980),
    Column("site", N_("Site and place"), _site, "site_id", 160, from_width=1100),
)


def _month(desk: Desk, value: str) -> str:
    return formats.month(value) if value else tr("No due date")


GROUPINGS = (
    Grouping("owner", "owner_id", named(N_("No owner"))),
    Grouping("department", "department_id", named(N_("No department"))),
    Grouping("site", "site_id", named(N_("No site"))),
    Grouping("due", "due", _month, lambda desk, value: (not value, value), by_month=True),
)


def _states(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(state.value, tr(state.label)) for state in ActionState]


def _origins(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(origin.value, tr(origin.label)) for origin in ActionOrigin]


def _entries(kind: str) -> Options:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


def _overdue(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return desk.actions.overdue().where


def _mine(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("owner_id", "in", (desk.person,)),) if desk.person else ()


FILTERS = (
    Filter("state", N_("State"), by_field("state"), _states),
    Filter("owner", N_("Owner"), by_field("owner_id"), _entries("person")),
    Filter("department", N_("Department"), by_field("department_id"), _entries("department")),
    Filter("site", N_("Site"), by_field("site_id"), _entries("site")),
    Filter("origin", N_("Origin"), by_field("origin"), _origins),
    Filter("overdue", N_("Overdue"), _overdue, counted=True),
    Filter("mine", N_("Mine"), _mine, counted=True),
)

TO_DO = (*OPEN_STATES, ActionState.DONE.value)
"""What the list shows at first: whatever still needs someone."""
