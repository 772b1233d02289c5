"""Columns, filters and groups of the list of contracts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.contract import Contract, ContractKind, Renewal, Standing
from riskdesk.domain.words import N_
from riskdesk.gui.models.order import Grouping
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Values, by_field
from riskdesk.i18n import tr
from riskdesk.store.query import Condition

NOT_PAST = "not_past"
"""What the list shows at first: whatever is in force, to come, or still needs someone."""


def standing_of(row: Row, desk: Desk) -> Standing:
    """How the contract of a row stands today."""
    days = (None if row[name] is None else dt.date.fromisoformat(row[name]) for name in ("starts_on", "ends_on"))
    starts_on, ends_on = days
    contract = Contract.model_construct(
        title="", starts_on=starts_on, ends_on=ends_on, remind_days=row["remind_days"], renewal=Renewal(row["renewal"])
    )
    return contract.standing_on(desk.today)


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    return Cell(row["title"], tip=row["title"])


def _kind(row: Row, desk: Desk) -> Cell:
    return Cell(tr(ContractKind(row["contract_kind"]).label), tone="second")


def _body(row: Row, desk: Desk) -> Cell:
    name = desk.name(row["body_id"])
    return Cell(name, tip=name)


def _ends(row: Row, desk: Desk) -> Cell:
    if not row["ends_on"]:
        return Cell(tr("no end"), tone="third", plain="")
    standing = standing_of(row, desk)
    if standing is Standing.EXPIRED:
        return Cell(formats.due(row["ends_on"], desk.today)[0], tone="red", plain=row["ends_on"])
    day = formats.day(row["ends_on"])
    if standing is Standing.SOON:
        days = (dt.date.fromisoformat(row["ends_on"]) - desk.today).days
        return Cell(day, suffix=tr("in {n} d", n=days), plain=row["ends_on"])
    return Cell(day, tone="third" if standing is Standing.OVER else "")


def _standing(row: Row, desk: Desk) -> Cell:
    standing = standing_of(row, desk)
    return Cell(tr(standing.label), tone="red" if standing is Standing.EXPIRED else "second")


def _risks(row: Row, desk: Desk) -> Cell:
    count = len(json.loads(row["risk_ids"]))
    return Cell(str(count) if count else "—", tone="" if count else "third")


def _owner(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["owner_id"]))


def _amount(row: Row, desk: Desk) -> Cell:
    return Cell(formats.yuan(row["amount_cents"]), tone="second")


def _document(row: Row, desk: Desk) -> Cell:
    return Cell(row["document"], tone="second", tip=row["document"])


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 128, from_width=720),
    Column("title", N_("Contract"), _title, "title", 150, flexible=True),
    Column("kind", N_("Kind"), _kind, "contract_kind", 84, width_en=116),
    Column("body", N_("With"), _body, "body_id", 110, from_width=600),
    Column("ends", N_("Ends"), _ends, "ends_on", 150),
    Column("standing", N_("Standing"), _standing, "", 84, width_en=120, from_width=780),
    Column("risks", N_("Risks"), _risks, "", 52, right=True),
    Column("owner", N_("Owner"), _owner, "owner_id", 66),
    Column("amount", N_("Amount"), _amount, "amount_cents", 110, from_width=960, right=True),
    Column("document", N_("Its own number"), _document, "document", 130, from_width=1080),
)

GROUPINGS = (
    Grouping("kind", "contract_kind", lambda desk, value: tr(ContractKind(value).label)),
    Grouping("body", "body_id", lambda desk, value: desk.name(value)),
    Grouping("owner", "owner_id", lambda desk, value: desk.name(value)),
)


def _kinds(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(kind.value, tr(kind.label)) for kind in ContractKind]


def _standings(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(NOT_PAST, tr("Not past")), *((standing.value, tr(standing.label)) for standing in Standing)]


def _stands(desk: Desk, values: Values) -> tuple[Condition, ...]:
    chosen = {Standing(value) for value in values if value != NOT_PAST}
    if NOT_PAST in values:
        chosen |= set(Standing) - {Standing.OVER}
    return desk.contracts.standing(*chosen).where


def _reminding(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return desk.contracts.standing(Standing.SOON, Standing.EXPIRED).where


def _entries(kind: str) -> Callable[[Desk], Sequence[tuple[str, str]]]:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


FILTERS = (
    Filter("standing", N_("Standing"), _stands, _standings),
    Filter("kind", N_("Kind"), by_field("contract_kind"), _kinds),
    Filter("reminding", N_("To be renewed now"), _reminding, counted=True),
    Filter("body", N_("With"), by_field("body_id"), _entries("body"), more=True),
    Filter("owner", N_("Owner"), by_field("owner_id"), _entries("person"), more=True),
)
