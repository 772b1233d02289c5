"""Columns and filters of the list of playbooks."""

from __future__ import annotations

import json
from collections.abc import Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.playbook import PlaybookState
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.filters import Filter, Values, by_field
from riskdesk.i18n import language, tr
from riskdesk.store.query import Condition


def _number(row: Row, desk: Desk) -> Cell:
    return Cell(row["number"], tone="second")


def _title(row: Row, desk: Desk) -> Cell:
    return Cell(row["title"], tip=row["title"])


def _class(row: Row, desk: Desk) -> Cell:
    name = desk.policy.named("scenario_classes", row["scenario_class"], language())
    return Cell(name, tip=name)


def _tier(row: Row, desk: Desk) -> Cell:
    if not row["tier"]:
        return Cell("—", tone="third")
    name = desk.policy.named("tiers", row["tier"], language())
    return Cell(name, tip=name)


def _version(row: Row, desk: Desk) -> Cell:
    return Cell(str(row["version"]))


def _state(row: Row, desk: Desk) -> Cell:
    state = PlaybookState(row["state"])
    return Cell(tr(state.label), tone="second" if state is PlaybookState.APPROVED else "accent")


def _steps(row: Row, desk: Desk) -> Cell:
    return Cell(str(len(json.loads(row["steps"]))))


def _review(row: Row, desk: Desk) -> Cell:
    text, late = formats.due(row["review_due"], desk.today)
    return Cell(text or "—", tone="red" if late else "" if text else "third")


COLUMNS = (
    Column("number", N_("Number"), _number, "number", 126),
    Column("title", N_("Playbook"), _title, "title", 90, flexible=True),
    Column("class", N_("Class"), _class, "scenario_class", 84),
    Column("tier", N_("Response tier"), _tier, "tier", 108),
    Column("version", N_("Version"), _version, "version", 56, right=True),
    Column("state", N_("State"), _state, "state", 86),
    Column("steps", N_("Steps"), _steps, "", 58, right=True, from_width=610),
    Column("review", N_("Next review"), _review, "review_due", 96, from_width=700),
)


def classes(desk: Desk) -> Sequence[tuple[str, str]]:
    """The classes of the office: natural disaster, equipment failure, crowd and what it adds."""
    return [(entry.key, entry.in_language(language())) for entry in desk.policy.scenario_classes]


def tiers(desk: Desk) -> Sequence[tuple[str, str]]:
    """The response tiers of the office."""
    return [(tier.key, tier.in_language(language())) for tier in desk.policy.tiers]


def _states(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(state.value, tr(state.label)) for state in PlaybookState]


def _overdue(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("review_due", "<", desk.today.isoformat()),)


FILTERS = (
    Filter("class", N_("Class"), by_field("scenario_class"), classes),
    Filter("tier", N_("Response tier"), by_field("tier"), tiers),
    Filter("state", N_("State"), by_field("state"), _states),
    Filter("overdue", N_("Review overdue"), _overdue, counted=True),
)
