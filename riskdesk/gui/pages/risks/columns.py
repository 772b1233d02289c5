"""Columns and filters of the risk register."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.heat import by_lec, cell_key, in_cells, not_scored
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.risk import LIVE, RiskStatus, flags_on
from riskdesk.domain.words import N_
from riskdesk.gui.models.fields import (
    CellField,
    ChoiceField,
    DayField,
    NumberField,
    RefField,
    TextField,
    choice_words,
)
from riskdesk.gui.models.order import Grouping, named
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Conditions, Filter, Options, Values, by_field, months_of_year
from riskdesk.i18n import language, tr
from riskdesk.store.query import Condition

UNSCORED = N_("Not scored")
NO_LEVEL = "none"
"""What the filter of levels calls risks without one."""


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _level(row: Row, desk: Desk) -> Cell:
    return _judgement(json.loads(row["current"]))


def _judgement(judged: dict[str, Any]) -> Cell:
    """The tag of a level; one that was set by hand is marked."""
    if not judged["level"]:
        return Cell(tr(UNSCORED), tone="third", plain="")
    level = Level(judged["level"])
    if not judged["by_hand"]:
        return Cell(tr(level.label), level=level)
    return Cell(tr(level.label), level=level, icon="edit", tip=tr("Set by hand: {reason}", reason=judged["reason"]))


def _title(row: Row, desk: Desk) -> Cell:
    words = formats.listed(tr(flag.label) for flag in flags_on(row["flags"], desk.today))
    if row["acceptance"] and row["status"] in LIVE and json.loads(row["acceptance"])["until"] < desk.today.isoformat():
        words = formats.listed((words, tr("Acceptance lapsed")))
    if words:
        return Cell(row["title"], suffix=words, suffix_tone="red", tip=f"{row['title']}\n{words}")
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
    return Cell(desk.name(row["site_id"]))


def _place(row: Row, desk: Desk) -> Cell:
    return Cell(row["place"], tip=row["place"])


def _measures(row: Row, desk: Desk) -> Cell:
    total = row["measures_total"]
    counted = f"{row['measures_done']} / {total}"
    return Cell(counted) if total else Cell("—", tone="third", plain="")


def _review(row: Row, desk: Desk) -> Cell:
    day = row["next_review"] or ""
    text, late = formats.due(day, desk.today)
    if row["status"] not in LIVE:
        text, late = formats.day(day, desk.today), False
    return Cell(text, tone="red" if late else "", tip=day, plain=day)


def _status(row: Row, desk: Desk) -> Cell:
    return Cell(tr(RiskStatus(row["status"]).label), tone="second")


def _judged(which: str) -> Callable[[Row, Desk], Cell]:
    def cell(row: Row, desk: Desk) -> Cell:
        return _judgement(json.loads(row[which]))

    return cell


def _score(row: Row, desk: Desk) -> Cell:
    score = json.loads(row["current"])["score"]
    if score is None:
        return Cell("")
    return Cell((Matrix if score["method"] == "matrix" else Lec).model_validate(score).formula, tone="second")


def _season(row: Row, desk: Desk) -> Cell:
    return Cell(formats.listed(map(str, json.loads(row["season"]))))


def _interval(row: Row, desk: Desk) -> Cell:
    return Cell(str(row["review_days"]))


FROM_SCORE = N_("Levels come from scoring. Rescore the risk to change its level.")
COUNTED = N_("Measures are counted from the list of measures.")

COLUMNS = (
    Column("number", N_("Number"), _number, "number", 126, fixed=N_("The number of a record never changes.")),
    Column("level", N_("Current"), _level, "level_rank", 74, width_en=102, fixed=FROM_SCORE, down_first=True),
    Column("title", N_("Risk"), _title, "title", 150, flexible=True, edit="title"),
    Column("family", N_("Family"), _family, "family", 76, width_en=118, from_width_en=770, edit="family"),
    Column("owner", N_("Owner"), _owner, "owner_id", 62, edit="owner_id"),
    Column("measures", N_("Measures"), _measures, "measures_done", 56, right=True, width_en=80, from_width_en=640,
           fixed=COUNTED, out=N_("Measures done")),
    Column("review", N_("Next review"), _review, "next_review", 104, width_en=110, edit="next_review"),
    Column("status", N_("Status"), _status, "status", 80, from_width=820, edit="status"),
    Column("department", N_("Department"), _department, "department_id", 110, from_width=920, edit="department_id"),
    Column("site", N_("Site"), _site, "site_id", 110, from_width=1040, edit="site_id"),
    Column("place", N_("Place"), _place, "place", 110, from_width=1160, edit="place"),
    Column("inherent", N_("Inherent"), _judged("inherent"), width=74, width_en=102, from_width=-1, fixed=FROM_SCORE),
    Column("target", N_("Target"), _judged("target"), width=74, width_en=102, from_width=-1, fixed=FROM_SCORE),
    Column("score", N_("Score"), _score, width=110, from_width=-1, fixed=FROM_SCORE),
    Column("season", N_("Acute in"), _season, width=90, from_width=-1,
           fixed=N_("Edit the risk (F2) to set its months.")),
    Column("interval", N_("Review interval (days)"), _interval, "review_days", 90, from_width=-1, right=True,
           edit="review_days"),
)  # fmt: skip


def family_words(desk: Desk) -> list[tuple[str, Sequence[str]]]:
    """The office's families with their words in the language in use and in both."""
    return [(f.key, (f.in_language(language()), f.name, f.name_en)) for f in desk.policy.families]


FIELDS: dict[str, CellField] = {
    "title": TextField("title", N_("Risk"), most=200, required=True),
    "family": ChoiceField("family", N_("Family"), family_words),
    "owner": RefField("owner_id", N_("Owner"), "person"),
    "review": DayField("next_review", N_("Next review")),
    "status": ChoiceField("status", N_("Status"), choice_words(RiskStatus)),
    "department": RefField("department_id", N_("Department"), "department"),
    "site": RefField("site_id", N_("Site"), "site"),
    "place": TextField("place", N_("Place")),
    "interval": NumberField("review_days", N_("Review interval (days)")),
}
"""How the cells of a column are edited, by the key of the column."""


def _level_words(desk: Desk, value: str) -> str:
    return f"{Level(value).sign} {tr(Level(value).label)}" if value else tr(UNSCORED)


def _level_place(desk: Desk, value: str) -> int:
    return -Level(value).rank if value else 0


def _status_place(desk: Desk, value: str) -> int:
    return list(RiskStatus).index(RiskStatus(value))


def _family_place(desk: Desk, value: str) -> tuple[int, str]:
    keys = [family.key for family in desk.policy.families]
    return (keys.index(value) if value in keys else len(keys), value)


GROUPINGS = (
    Grouping("level", "level", _level_words, _level_place),
    Grouping("family", "family", lambda desk, value: desk.policy.named("families", value, language()), _family_place),
    Grouping("status", "status", lambda desk, value: tr(RiskStatus(value).label), _status_place),
    Grouping("department", "department_id", named(N_("No department"))),
    Grouping("owner", "owner_id", named(N_("No owner"))),
    Grouping("site", "site_id", named(N_("No site"))),
)


def _levels(desk: Desk) -> Sequence[tuple[str, str]]:
    return [*((level.value, f"{level.sign} {tr(level.label)}") for level in Level), (NO_LEVEL, tr(UNSCORED))]


def _of_level(desk: Desk, values: Values) -> tuple[Condition, ...]:
    if NO_LEVEL not in values:
        return (Condition("level", "in", values),)
    # By rank, since its index holds those without a level beside the others.
    return (Condition("level_rank", "in", tuple(0 if value == NO_LEVEL else Level(value).rank for value in values)),)


def _statuses(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(status.value, tr(status.label)) for status in RiskStatus]


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _entries(kind: str) -> Options:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


def _in_season(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("season", "months", (desk.today.month,)),)


def _next_season(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("season", "months", Quarter.of(desk.today).next.months),)


def _acute(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("season", "months", tuple(map(int, values))),)


def _flagged(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return desk.risks.flagged().where


def _overdue(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("next_review", "<", desk.today.isoformat()), Condition("status", "in", LIVE))


def _cells(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(cell_key((row, column)), f"{row} × {column}") for row in range(5, 0, -1) for column in range(5, 0, -1)]


def _in_cell(which: str) -> Conditions:
    return lambda desk, values: in_cells(desk.store, which, values)


def _by_lec(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return by_lec("current")


def _unscored(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return not_scored("current")


CELLS = {"inherent": "inherent_cell", "current": "cell", "target": "target_cell"}
"""The filter for a cell of each judgement."""

FILTERS = (
    Filter("status", N_("Status"), by_field("status"), _statuses),
    Filter("level", N_("Level"), _of_level, _levels),
    Filter("department", N_("Department"), by_field("department_id"), _entries("department")),
    Filter("season", N_("In season"), _in_season),
    Filter("flagged", N_("Needs someone"), _flagged, counted=True),
    Filter("overdue", N_("Review overdue"), _overdue, counted=True),
    Filter("family", N_("Family"), by_field("family"), _families, more=True),
    Filter("site", N_("Site"), by_field("site_id"), _entries("site"), more=True),
    Filter("owner", N_("Owner"), by_field("owner_id"), _entries("person"), more=True),
    Filter("next_season", N_("Acute next quarter"), _next_season, more=True),
    Filter("acute", N_("Acute in"), _acute, months_of_year, more=True),
    Filter("inherent_cell", N_("Cell, inherent"), _in_cell("inherent"), _cells, more=True),
    Filter("cell", N_("Heat map cell"), _in_cell("current"), _cells, more=True),
    Filter("target_cell", N_("Cell, target"), _in_cell("target"), _cells, more=True),
    Filter("lec", N_("Scored by LEC"), _by_lec, more=True),
    Filter("unscored", N_("Not scored"), _unscored, more=True),
)
