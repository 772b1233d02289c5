"""Columns, filters and groups of the list of complaints."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.standing_out import in_months, months_of_seasons
from riskdesk.domain.calendar import last_months
from riskdesk.domain.hotspot import recent
from riskdesk.domain.words import N_
from riskdesk.gui.models.order import Grouping
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.complaints.words import type_words
from riskdesk.gui.pages.filters import Filter, Values, by_field, months_of_year
from riskdesk.gui.pages.imported import imported_filter
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

MONTHS = 24
"""So many months can be chosen from the menu."""
PLACES = 40


def _received(row: Row, desk: Desk) -> Cell:
    return Cell(formats.day(row["received_on"], desk.today), tone="second", plain=row["received_on"])


def _title(row: Row, desk: Desk) -> Cell:
    linked = row["risk_ids"] not in ("", "[]")
    return Cell(row["title"], suffix=tr("risk linked") if linked else "", tip=row["title"])


def _type(row: Row, desk: Desk) -> Cell:
    return Cell(row["complaint_type"])


def _place(row: Row, desk: Desk) -> Cell:
    words = " ".join(filter(None, (desk.name(row["site_id"]), row["place"])))
    return Cell(words, tip=words)


def _state(row: Row, desk: Desk) -> Cell:
    if row["closed_on"]:
        return Cell(formats.day(row["closed_on"], desk.today), tone="third", plain=row["closed_on"])
    days = (desk.today - dt.date.fromisoformat(row["received_on"])).days
    return Cell(tr("open {n} d", n=max(0, days)), plain="")


def _channel(row: Row, desk: Desk) -> Cell:
    return Cell(row["channel"], tone="second")


def _external(row: Row, desk: Desk) -> Cell:
    return Cell(row["external"], tone="second")


COLUMNS = (
    Column("received", N_("Received"), _received, "received_on", 104),
    Column("title", N_("Complaint"), _title, "title", 150, flexible=True),
    Column("type", N_("Type"), _type, "complaint_type", 90),
    Column("place", N_("Site and place"), _place, "site_id", 150),
    Column("state", N_("Settled"), _state, "closed_on", 112),
    Column("channel", N_("Channel"), _channel, "channel", 90, from_width=860),
    Column("external", N_("Number there"), _external, "external", 130, from_width=780),
)

GROUPINGS = (
    Grouping("type", "complaint_type", lambda desk, value: value),
    Grouping("place", "site_id", lambda desk, value: desk.name(value)),
    Grouping("channel", "channel", lambda desk, value: value),
)


def _sites(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(site.id, site.name) for site in desk.directory.all("site")]


def _types(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(kind, type_words(kind)) for kind in (*desk.complaints.types(), "")]


def _months(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(f"{first:%Y-%m}", f"{first:%Y-%m}") for first in last_months(desk.today, MONTHS)[::-1]]


def _in_months(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (in_months([dt.date.fromisoformat(f"{value}-01") for value in values]),)


def _recent(desk: Desk, values: Values) -> tuple[Condition, ...]:
    first, last = recent(desk.today)
    return (Condition("received_on", ">=", first.isoformat()), Condition("received_on", "<=", last.isoformat()))


def _in_season(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (in_months([first for first in months_of_seasons(desk) if str(first.month) in values]),)


def _open(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("closed_on", "empty"),)


def _buildings(desk: Desk) -> Sequence[tuple[str, str]]:
    names = sorted({building for site in desk.directory.all("site") for building in site.buildings})
    return [*((name, name) for name in names[:PLACES]), ("", tr("No place"))]


def _at(desk: Desk, values: Values) -> tuple[Condition, ...]:
    found = desk.complaints.places_of(values)
    # The first finds few by its index, and the second looks into these alone: a place may count elsewhere at each site.
    return (Condition("place", "in", tuple({place for _, place in found})), Condition("place", "at", found))


def _risks(desk: Desk) -> Sequence[tuple[str, str]]:
    linked = desk.store.counts("complaint", ("risk_ids",), Query(where=(Condition("risk_ids", "filled"),)))
    ids = sorted({id for (risk_ids,) in linked for id in risk_ids})
    risks = [desk.risks.get(id) for id in ids if not desk.store.is_deleted("risk", id)]
    return [(risk.id, f"{risk.number} {risk.title}") for risk in sorted(risks, key=lambda risk: risk.number)]


def _of_risks(desk: Desk, values: Values) -> tuple[Condition, ...]:
    if len(values) == 1:
        return (Condition("risk_ids", "has", values[0]),)
    lists = desk.store.counts("complaint", ("risk_ids",), Query(where=(Condition("risk_ids", "filled"),)))
    wanted = [list(ids) for (ids,) in lists if set(ids) & set(values)]
    return (Condition("risk_ids", "in", tuple(json.dumps(ids, separators=(",", ":")) for ids in wanted)),)


FILTERS = (
    Filter("site", N_("Site"), by_field("site_id"), _sites),
    Filter("type", N_("Type"), by_field("complaint_type"), _types),
    Filter("month", N_("Month received"), _in_months, _months),
    Filter("recent", N_("Last 90 days"), _recent),
    Filter("open", N_("Not settled"), _open, counted=True),
    Filter("place", N_("Place"), _at, _buildings, more=True),
    Filter("season", N_("Months of three years"), _in_season, months_of_year, more=True),
    Filter("risk", N_("Risk"), _of_risks, _risks, more=True),
)
TIME = frozenset({"month", "recent", "season"})
"""Filters that choose by time: the chart of the months goes without them."""


def conditions(desk: Desk, chosen: dict[str, Any], without: frozenset[str] = frozenset()) -> tuple[Condition, ...]:
    """What must hold for a complaint that the chosen filters find."""
    offered = (*FILTERS, imported_filter("complaint"))
    used = [spec for spec in offered if spec.key in chosen and spec.key not in without]
    return tuple(condition for spec in used for condition in spec.conditions(desk, chosen[spec.key]))
