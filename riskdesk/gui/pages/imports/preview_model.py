"""The rows of an import as they would go in, each error at its cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import column_of, fold
from riskdesk.exchange.choices import options_of
from riskdesk.exchange.heads import Head as SheetHead
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.rows import CellNote, PlanRow
from riskdesk.exchange.targets import TITLE_FIELD, Target
from riskdesk.gui.pages.imports.lazy import Head, LazyModel, one_line
from riskdesk.gui.widgets.cells import Look
from riskdesk.i18n import tr

ALL, WRONG, NEW, THERE, WARNED = "all", "wrong", "new", "there", "warned"
_WITH_REASON = frozenset({WRONG, THERE, WARNED})
STATES = {
    "new": ("plus", N_("Added"), ""), "add": ("plus", N_("Add again"), ""), "update": ("edit", N_("Update"), ""),
    "skip": ("minus", N_("Already there"), "second"), "leave": ("minus", N_("Leave out"), "second"),
    "wrong": ("alert", N_("Error"), "red"),
}  # fmt: skip
_WIDTHS = {"date": 116, "choice": 104, "name": 104, "matrix": 80, "lec": 80, "points": 70, "text": 170, "title": 220,
           "room": 130, "line": 130, "phone": 124, "code": 120, "number": 120}  # fmt: skip
_NUMBER = attrgetter("number")
_FIRST = 2
"""Columns before those of the sheet: row number and what happens."""

FILTERS: dict[str, Callable[[PlanRow], bool]] = {
    ALL: lambda row: True,
    WRONG: lambda row: row.record is None,
    NEW: lambda row: row.record is not None and row.present is None,
    THERE: lambda row: row.record is not None and row.present is not None,
    WARNED: lambda row: row.record is not None and bool(row.warnings),
}


def state_of(plan: ImportPlan, row: PlanRow) -> str:
    """A key of `STATES`."""
    if row.record is None:
        return "wrong"
    told = plan.decision(row)
    if row.present is None:
        return "new" if told == "add" else "leave"
    return told


def reasons(row: PlanRow) -> list[str]:
    """Sentences about a row: what is wrong, what is there already, what is worth knowing."""
    found = [_sentence(note) for note in row.errors]
    if row.present is not None and row.record is not None:
        found.append(tr(row.present.why.text, **row.present.why.params))
    return found + [_sentence(note) for note in row.warnings]


def _sentence(note: CellNote) -> str:
    where = " ".join(filter(None, (note.address, note.column)))
    return tr("{where}: {what}", where=where, what=note.sentence)


class PreviewModel(LazyModel):
    """Shows the rows of a plan that a filter lets through."""

    def __init__(self, desk: Desk, parent: Any = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.plan: ImportPlan | None = None
        self.filter = ALL
        self._rows: list[PlanRow] = []
        self._columns: list[tuple[SheetHead, Target]] = []
        self._words: dict[str, dict[str, str]] = {}
        self._names: dict[str, str] = {}

    def show(self, plan: ImportPlan | None, filter: str = ALL) -> None:
        """Show what a plan holds now."""
        self.plan, self.filter = plan, filter
        if plan is None:
            self._rows, self._columns = [], []
            self.renew(())
            return
        fits = FILTERS[filter]
        self._rows = plan.rows if filter == ALL else [row for row in plan.rows if fits(row)]
        self._columns = [(head, one) for head, one in plan.mapping.targets() if one.sort != "skip"]
        self._words = {
            one.of: dict(options_of(one.of, self.desk.policy)) for _, one in self._columns if one.sort == "choice"
        }  # fmt: skip
        self._names = {record.id: record.name_text for record in plan.created.values()}
        self.renew(self._heads(plan))

    def _heads(self, plan: ImportPlan) -> list[Head]:
        reason = [Head("reason", tr("What is to know"), 300)] if self.filter in _WITH_REASON else []
        heads = [Head("row", tr("Row"), 62, right=True), Head("state", tr("Result"), 124), *reason]
        title = TITLE_FIELD[plan.kind]
        for head, one in self._columns:
            label = one.label if one.sort != "note" else head.label
            heads.append(Head(f"{head.column}", label, _WIDTHS.get(one.sort, 110), flexible=one.name == title))
        return heads

    # rows

    def size(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> PlanRow | None:
        """The row of the plan that stands there."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, number: int) -> int:
        """Where the row of that number stands; 0 where it is not shown."""
        place = bisect_left(self._rows, number, key=_NUMBER)
        return place if place < len(self._rows) and self._rows[place].number == number else 0

    def key(self, row: int) -> Any:
        return self._rows[row].number

    def looks(self, row: int) -> list[Look]:
        assert self.plan is not None
        found = self._rows[row]
        icon, word, tone = STATES[state_of(self.plan, found)]
        alike = found.present is not None and found.record is not None and found.present.percent < 100
        suffix = f"{found.present.percent} %" if alike and found.present else ""
        cells = [
            Look(f"{found.number + 1}", "third", right=True),
            Look(tr(word), tone or "text", suffix, icon=icon),
        ]  # fmt: skip
        if self.filter in _WITH_REASON:
            cells.append(Look(one_line(tr("; ").join(reasons(found))), "red" if found.record is None else "second"))
        return cells + [self._cell(found, head.column, one) for head, one in self._columns]

    def _cell(self, row: PlanRow, column: int, one: Target) -> Look:
        sheet = self.plan.sheet if self.plan else None
        assert sheet is not None
        typed = one_line(sheet.cell(row.number, column).text)
        if _note_at(row.errors, column) is not None:
            return Look(typed or tr("(empty)"), "red", icon="alert")
        icon = "info" if _note_at(row.warnings, column) is not None else ""
        if row.record is None:
            return Look(typed, "second", icon=icon)
        level, taken = self._taken(row.record, one)
        if level:
            return Look(taken, level=level)
        if not taken:
            return Look(typed, icon=icon)
        return Look(taken, suffix="" if fold(taken) == fold(typed) else typed, icon=icon)

    def _taken(self, record: Record, one: Target) -> tuple[str, str]:
        """(level, words) of what a record takes from a cell, where that may read otherwise than what was typed."""
        if one.sort == "date":
            day = getattr(record, one.name)
            return "", day.isoformat() if day else ""
        if one.sort == "name":
            id = getattr(record, one.name)
            return "", self._names.get(id) or self.desk.name(id)
        if one.sort == "choice":
            value = getattr(record, one.name, None)
            if one.of == "level":
                level = getattr(record, one.name.split(".")[0]).level
                return (level.value, self._words["level"][level.value]) if level else ("", "")
            return "", self._words[one.of].get(str(value or ""), "")
        return "", ""

    def tip(self, row: int, column: int) -> str:
        found = self._rows[row]
        first = _FIRST + (self.filter in _WITH_REASON)
        if column < first:
            return "\n".join(reasons(found))
        at = self._columns[column - first][0].column
        notes = (_note_at(found.errors, at), _note_at(found.warnings, at))
        return "\n".join(note.sentence for note in notes if note is not None)


def _note_at(notes: tuple[CellNote, ...], column: int) -> CellNote | None:
    """The note about a cell of this column."""
    for note in notes:
        if column_of(note.address.rstrip("0123456789")) == column:
            return note
    return None
