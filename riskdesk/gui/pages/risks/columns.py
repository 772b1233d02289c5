"""Columns and filters of the risk register."""

from __future__ import annotations

from collections.abc import Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.due import LIVE
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.risk import Flag, RiskStatus
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Options, Values, by_field
from riskdesk.i18n import language, tr
from riskdesk.store.query import Condition

UNSCORED = N_("Not scored")


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _level(row: Row, desk: Desk) -> Cell:
    level = row["level"]
    return Cell(tr(Level(level).label), level=level) if level else Cell(tr(UNSCORED), tone="third")


def _title(row: Row, desk: Desk) -> Cell:
    flags = row["flags"].split()
    if flags:
        words = "、".join(tr(Flag(flag).label) for flag in flags)
        return Cell(row["title"], suffix=words, suffix_tone="red", tip=row["title"])
    if f",{desk.today.month}," in f",{row['season'].strip('[]')},":
        return Cell(row["title"], suffix=tr("in season"), tip=row["title"])
    return Cell(row["title"], tip=row["title"])


def _family(row: Row, desk: Desk) -> Cell:
    return Cell(desk.policy.named("families", row["family"], language()))


def _owner(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["owner_id"]))


def _department(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["department_id"]))


def _site(row: Row, desk: Desk) -> Cell:
    return Cell(" ".join(filter(None, (desk.name(row["site_id"]), row["place"]))))


def _measures(row: Row, desk: Desk) -> Cell:
    total = row["measures_total"]
    return Cell(f"{row['measures_done']} / {total}" if total else "—", tone="" if total else "third")


def _review(row: Row, desk: Desk) -> Cell:
    text, late = formats.due(row["next_review"], desk.today)
    live = row["status"] in LIVE
    return Cell(text if live else formats.day(row["next_review"], desk.today), tone="red" if late and live else "")


def _status(row: Row, desk: Desk) -> Cell:
    return Cell(tr(RiskStatus(row["status"]).label), tone="second")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 126),
    Column("level", N_("Current"), _level, "level_rank", 74),
    Column("title", N_("Risk"), _title, "title", 150, flexible=True),
    Column("family", N_("Family"), _family, "family", 78),
    Column("owner", N_("Owner"), _owner, "owner_id", 62),
    Column("measures", N_("Measures"), _measures, "measures_done", 56, right=True),
    Column("review", N_("Next review"), _review, "next_review", 84),
    Column("status", N_("Status"), _status, "status", 80, from_width=820),
    Column("department", N_("Department"), _department, "department_id", 110, from_width=920),
    Column("site", N_("Site and place"), _site, "site_id", 170, from_width=1060),
)


def _levels(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(level.value, f"{level.sign} {tr(level.label)}") for level in Level]


def _statuses(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(status.value, tr(status.label)) for status in RiskStatus]


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _entries(kind: str) -> Options:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


def _in_season(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("season", "month", desk.today.month),)


def _next_season(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("season", "month", Quarter.of(desk.today).next.months[0]),)


def _flagged(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("flags", "filled"),)


def _overdue(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("next_review", "<", desk.today.isoformat()), Condition("status", "in", LIVE))


def _cells(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(f"{row}x{column}", f"{row} × {column}") for row in range(5, 0, -1) for column in range(5, 0, -1)]


def _cell(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("cell", "in", values), Condition("status", "in", LIVE))


FILTERS = (
    Filter("status", N_("Status"), by_field("status"), _statuses),
    Filter("level", N_("Level"), by_field("level"), _levels),
    Filter("department", N_("Department"), by_field("department_id"), _entries("department")),
    Filter("season", N_("In season"), _in_season),
    Filter("flagged", N_("Needs someone"), _flagged, counted=True),
    Filter("overdue", N_("Review overdue"), _overdue, counted=True),
    Filter("family", N_("Family"), by_field("family"), _families, more=True),
    Filter("site", N_("Site"), by_field("site_id"), _entries("site"), more=True),
    Filter("owner", N_("Owner"), by_field("owner_id"), _entries("person"), more=True),
    Filter("next_season", N_("Acute next quarter"), _next_season, more=True),
    Filter("cell", N_("Heat map cell"), _cell, _cells, more=True),
)
