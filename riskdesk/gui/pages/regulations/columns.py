"""Columns, filters and groups of the register of regulations."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.regulation import RegulationKind
from riskdesk.domain.words import N_
from riskdesk.gui.models.order import Grouping
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Values, by_field
from riskdesk.i18n import tr
from riskdesk.store.query import Condition

YOUNG_DAYS = 365
"""What took effect in this time, or has not yet, is new."""


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    effective = row["effective_on"] or ""
    if effective > desk.today.isoformat():
        return Cell(row["title"], suffix=tr("not in force yet"), tip=row["title"])
    is_new = effective > since(desk).isoformat()
    return Cell(row["title"], suffix=tr("new text") if is_new else "", tip=row["title"])


def _clause(row: Row, desk: Desk) -> Cell:
    return Cell(row["clause"], tip=row["clause"])


def _says(row: Row, desk: Desk) -> Cell:
    return Cell(" ".join(row["says"].split()), tone="second", tip=row["says"])


def _issuer(row: Row, desk: Desk) -> Cell:
    return Cell(row["issuer"], tone="second", tip=row["issuer"])


def _document(row: Row, desk: Desk) -> Cell:
    return Cell(row["document"], tone="second", tip=row["document"])


def _kind(row: Row, desk: Desk) -> Cell:
    return Cell(tr(RegulationKind(row["regulation_kind"]).label), tone="second")


def _effective(row: Row, desk: Desk) -> Cell:
    return Cell(formats.day(row["effective_on"]))


def _risks(row: Row, desk: Desk) -> Cell:
    count = len(json.loads(row["risk_ids"]))
    return Cell(str(count) if count else "—", tone="" if count else "third")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 128, from_width=1240),
    Column("title", N_("Title"), _title, "title", 200, flexible=True),
    Column("clause", N_("Clause"), _clause, "clause", 84),
    Column("document", N_("Document"), _document, "document", 150, from_width=620),
    Column("effective", N_("In force from"), _effective, "effective_on", 92, width_en=110),
    Column("risks", N_("Risks"), _risks, "", 52, right=True),
    Column("kind", N_("Rank"), _kind, "regulation_kind", 84, width_en=140, from_width=740),
    Column("issuer", N_("Issuer"), _issuer, "issuer", 180, from_width=1460),
    Column("says", N_("What it asks for"), _says, "", 270, from_width=1000),
)

GROUPINGS = (
    Grouping("title", "title", lambda desk, value: value),
    Grouping("kind", "regulation_kind", lambda desk, value: tr(RegulationKind(value).label),
             lambda desk, value: list(RegulationKind).index(RegulationKind(value))),
    Grouping("issuer", "issuer", lambda desk, value: value),
)  # fmt: skip


def since(desk: Desk) -> dt.date:
    """The day after which what takes effect is new."""
    return desk.today - dt.timedelta(days=YOUNG_DAYS)


def _kinds(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(kind.value, tr(kind.label)) for kind in RegulationKind]


def _issuers(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(issuer, issuer) for issuer in sorted(filter(None, desk.store.count_by("regulation", "issuer")))]


def _titles(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(title, title) for title in sorted(desk.store.count_by("regulation", "title"))]


def _new(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("effective_on", ">", since(desk).isoformat()),)


def _unlinked(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("risk_ids", "empty"),)


FILTERS = (
    Filter("kind", N_("Rank"), by_field("regulation_kind"), _kinds),
    Filter("title", N_("Title"), by_field("title"), _titles),
    Filter("new", N_("New in the last year"), _new, counted=True),
    Filter("unlinked", N_("No risk linked"), _unlinked, counted=True),
    Filter("issuer", N_("Issuer"), by_field("issuer"), _issuers, more=True),
)
