"""Rows of a sheet as records, or as errors at their cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from riskdesk.domain import privacy
from riskdesk.domain.errors import Invalid
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.exchange.assemble import Assembled, Assembler, Notices, broken_fields, with_notes
from riskdesk.exchange.cells import Fault, address
from riskdesk.exchange.present import Entry, Numbered, Presence, Present, entry_from, entry_of
from riskdesk.exchange.reading import Kept, Reading, shown
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import NOTES_FIELD, TITLE_FIELD
from riskdesk.exchange.values import NOT_CALCULATED, SHOWS_ERROR
from riskdesk.i18n import tr

_ALIAS = re.compile("某|[A-Z]\\.")
"""What stands in a list for a name that is marked elsewhere in its record."""

MISSING = N_("Please fill this in.")
REPEATED = N_("The same as row {row}.")
SAME_NUMBER_AS = N_("The same number as row {row}.")
SAME_NUMBER_OTHER = N_("The same number as row {row}, but another title and day.")


@dataclass(frozen=True, slots=True)
class CellNote:
    """What is wrong with one cell, or worth knowing: its address, its column, what was typed, the sentence."""

    address: str
    column: str
    typed: str
    fault: Fault

    @property
    def sentence(self) -> str:
        """The sentence, in the language in use."""
        return tr(self.fault.text, **self.fault.params)


@dataclass(slots=True)
class PlanRow:
    """One row of the sheet, counted from 0: a record or errors, warnings, and what is there already.

    `updated` is the record that is there with what this row changes in it, `base` as it is.
    """

    number: int
    record: Record | None = None
    errors: tuple[CellNote, ...] = ()
    warnings: tuple[CellNote, ...] = ()
    present: Present | None = None
    updated: Record | None = None
    base: Record | None = None


class RowReader:
    """Reads rows block by block. `held` are names that need no answer: row to field to id."""

    def __init__(
        self, sheet: Sheet, readings: Sequence[Reading], assembler: Assembler, presence: Presence,
        records: Callable[[list[str]], Mapping[str, Record]], held: Mapping[int, Mapping[str, str]],
    ) -> None:  # fmt: skip
        self.sheet, self.readings, self.assembler = sheet, readings, assembler
        self._presence, self._records, self._held = presence, records, held
        self._class = KINDS[assembler.kind]
        self._columns: dict[str, Reading] = {}
        for reading in readings:
            self._columns.setdefault(reading.target.name, reading)
        shared = {name for name, count in Counter(r.target.name for r in readings).items() if count > 1}
        self._plan = [
            (r.target.name, r.column, r.table, r.read, r.target.sort == "note", r.target.name in shared, r.head.label)
            for r in readings
        ]
        self._faulty = {row for row, _ in sheet.faults}
        self._seen: dict[Any, int] = {}
        self._numbers = Numbered()
        self._same = itemgetter(*(r.column for r in readings)) if readings else tuple

    def block(self, numbers: Sequence[int]) -> list[PlanRow]:
        """The rows of these numbers."""
        rows: list[PlanRow] = []
        numbered: list[tuple[PlanRow, Entry]] = []
        matched: list[tuple[PlanRow, Assembled]] = []
        for number in numbers:
            row, made = self._row(number)
            rows.append(row)
            if made is None:
                continue
            found = None
            if made.number:
                entry = self._entry(row, made)
                numbered.append((row, entry))
                found = self._presence.by_number(entry)
            if found is not None and found.by_number:
                row.present = found
                matched.append((row, made))
            else:
                self._make(row, made, found)
        self._compare(matched)
        self._refuse_again(numbered)
        return rows

    def _row(self, number: int) -> tuple[PlanRow, Assembled | None]:
        cells = self.sheet.rows[number]
        values: dict[str, Any] = {}
        notes: list[str] = []
        errors: list[tuple[str, Fault]] | None = None
        held = self._held.get(number, ())
        for name, column, table, read, is_note, is_shared, label in self._plan:
            found: Any = cells[column]
            if name in held:
                found = self._held[number][name]
            elif table is not None:
                found = table[found]
            elif read is not None:
                found = read(found)
            if found is None or found == "":
                continue
            if found.__class__ is str and not is_note and not is_shared:
                values[name] = found
            elif found.__class__ is Fault:
                errors = [*(errors or ()), (name, found)]
            elif found.__class__ is Kept:
                notes.append(f"{label}：{found.text}")
            elif is_note:
                notes.append(f"{label}：{found}")
            elif is_shared:
                line = f"{label.rpartition('/')[2]}：{found}"
                values[name] = f"{values[name]}\n{line}" if name in values else line
            else:
                values[name] = found
        row = PlanRow(number)
        if number in self._faulty:
            errors = self._with_faults(number, errors or [])
        if errors:
            self._fail(row, errors)
            return row, None
        return row, self._assembled(row, values, notes)

    def _assembled(self, row: PlanRow, values: dict[str, Any], notes: list[str]) -> Assembled | None:
        made = self.assembler.fields(values, notes)
        if made.errors:
            self._fail(row, made.errors)
            return None
        if made.warnings:
            row.warnings = tuple(self._note(row.number, name, fault) for name, fault in made.warnings)
        first = self._seen.setdefault(self._same(self.sheet.rows[row.number]), row.number)
        if first != row.number:
            again = CellNote(address(row.number, 0), "", "", Fault(REPEATED, {"row": first + 1}))
            row.warnings = (*row.warnings, again)
        return made

    def _entry(self, row: PlanRow, made: Assembled) -> Entry:
        """A row with a number as it is compared with others of this number."""
        told = entry_from(self.assembler.kind, {**made.defaults, **made.given, "id": str(row.number)})
        return replace(told, number=made.number)

    def _make(self, row: PlanRow, made: Assembled, perhaps: Present | None = None) -> None:
        """A new record, and what of the file is like it or, perhaps, it."""
        try:
            row.record = self._class.of(**self.assembler.new(made))
        except Invalid as invalid:
            self._fail(row, broken_fields(invalid))
            return
        if self._presence:
            row.present = perhaps or self._presence.find(entry_of(row.record))

    def _compare(self, matched: Sequence[tuple[PlanRow, Assembled]]) -> None:
        """What rows change in the records of the same number."""
        there = self._records([row.present.id for row, _ in matched if row.present]) if matched else {}
        for row, made in matched:
            base = there.get(row.present.id) if row.present else None
            if base is None or row.present is None:
                row.present = None
                self._make(row, made)
                continue
            changes = _changes(base, made)
            try:
                row.updated = self.assembler.changed(base, changes) if changes else None
            except Invalid as invalid:
                self._fail(row, broken_fields(invalid))
                continue
            row.record, row.base = row.updated or base, base
            if row.updated is not None:
                pairs = {name: (getattr(base, name), getattr(row.updated, name)) for name in self._class.model_fields}
                told = {name: (old, new) for name, (old, new) in pairs.items() if old != new}
                row.present = replace(row.present, changes=told)

    def _refuse_again(self, numbered: Sequence[tuple[PlanRow, Entry]]) -> None:
        """A number is one record's: the first good row of it counts."""
        field = "external" if "external" in self._class.model_fields else "number"
        for row, entry in numbered:
            if row.record is None:
                continue
            earlier, is_sure = self._numbers.find(entry) or (None, False)
            if earlier is not None:
                text = SAME_NUMBER_AS if is_sure else SAME_NUMBER_OTHER
                told = (field, Fault(text, {"row": int(earlier.id) + 1}))
                if is_sure:
                    self._fail(row, [told])
                    continue
                row.warnings = (*row.warnings, self._note(row.number, *told))
            self._numbers.add(entry)

    def _fail(self, row: PlanRow, errors: Notices) -> None:
        row.record = None
        row.errors = tuple(self._note(row.number, name, fault) for name, fault in errors)

    def _with_faults(self, number: int, errors: list[tuple[str, Fault]]) -> list[tuple[str, Fault]]:
        for reading in self.readings:
            word = self.sheet.faults.get((number, reading.column))
            if word is None or reading.target.sort == "points":
                continue
            fault = Fault(SHOWS_ERROR, {"typed": word}) if word else Fault(NOT_CALCULATED)
            errors = [error for error in errors if error[0] != reading.target.name] + [(reading.target.name, fault)]
        return errors

    def _note(self, number: int, name: str, fault: Fault) -> CellNote:
        """A note at the cell of a field; where no column gives the field, at the title or the row's first cell."""
        reading = self._columns.get(name) or self._near(name)
        if reading is None:
            return CellNote(address(number, 0), "", "", fault)
        value = self.sheet.rows[number][reading.column]
        typed = self.sheet.faults.get((number, reading.column)) or shown(value)
        return CellNote(address(number, reading.column), reading.head.label, typed, fault)

    def _near(self, name: str) -> Reading | None:
        start = name.split(".")[0]
        for known, reading in self._columns.items():
            if known == start or known.startswith(f"{start}.") or name.startswith(f"{known}."):
                return reading
        kind = self.assembler.kind
        return self._columns.get(TITLE_FIELD[kind]) or self._columns.get(NOTES_FIELD[kind])


def _changes(base: Record, made: Assembled) -> dict[str, Any]:
    """What a row tells otherwise than the record that is there; its notes are added to the text that stands there."""
    found = {name: new for name, new in made.given.items() if _is_other(base, name, getattr(base, name), new)}
    notes = NOTES_FIELD[base.KIND]
    before = getattr(base, notes)
    text = with_notes(found.get(notes, before), made.notes)
    return found if text == before else {**found, notes: text}


def _is_other(base: Record, name: str, old: Any, new: Any) -> bool:
    """Whether a row tells another value; what a list shows of a judgement is its level alone."""
    if new is None or old == new:
        return False
    if isinstance(old, str) and isinstance(new, str):
        is_kept = _one_line(old) == new.strip() or (bool(new) and new in old and name == NOTES_FIELD[base.KIND])
        return not is_kept and not _went_out(base, old, new)
    return not (hasattr(new, "by_hand") and new.level == old.level and (new.by_hand or new.score == old.score))


def _went_out(base: Record, old: str, new: str) -> bool:
    """Whether a list says of a text what this program lets out of it: its personal data masked, its marks gone."""
    if not privacy.find(old) and not _ALIAS.search(new):
        return False
    masked = privacy.masked(old, privacy.texts_of(base.model_dump(mode="json")))
    return _one_line(new) in (_one_line(masked), _one_line(privacy.as_written(old)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
