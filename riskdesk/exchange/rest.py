"""The rows that an import refused, as they were, with a column that says why: to mend and import again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Value, address, column_of, text_of
from riskdesk.exchange.dates import read_date
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.rows import PlanRow
from riskdesk.exchange.tables import Plain, Written, write_table
from riskdesk.i18n import tr

REASON = N_("Reason not imported")


def write_rest(plan: ImportPlan, path: Path, rows: Iterable[PlanRow] | None = None) -> Written:
    """Write the rejected rows, or those given, with their heads and a column of reasons. Raises `RiskdeskError`."""
    heads = plan.mapping.heads.heads
    columns = [head.column for head in heads]
    names = [*(_head_text(head.band, head.name) for head in heads), tr(REASON)]
    chosen = list(plan.rejected if rows is None else rows)
    return write_table(path, names, _rows(plan, columns, chosen), sheet=plan.sheet.name, total=len(chosen))


def _head_text(band: str, name: str) -> str:
    return f"{band}/{name}" if band else name


def _rows(plan: ImportPlan, columns: Sequence[int], rows: Iterable[PlanRow]) -> Iterator[list[Plain]]:
    dates = {head.column for head, one in plan.mapping.targets() if one.sort == "date"} if plan.sheet.date1904 else ()
    # The heads stand in the first row of the new file.
    for place, row in enumerate(rows, start=1):
        cells: list[Plain] = []
        for column in columns:
            word = plan.sheet.faults.get((row.number, column))
            cell = word or plan.sheet.rows[row.number][column]
            cells.append(_plain(_as_day(cell) if column in dates else cell))
        yield [*cells, reason_of(row, place, columns)]


def reason_of(row: PlanRow, place: int, columns: Sequence[int]) -> str:
    """Why a row is not imported, each error with its cell in the file of the rest: row `place`, counted from 0."""
    parts = []
    for note in row.errors:
        column = f"{note.column} " if note.column else ""
        old = column_of(note.address.rstrip("0123456789"))
        there = f"{address(place, columns.index(old))} " if old in columns else ""
        parts.append(f"{there}{column}{note.sentence}")
    return "\n".join(parts)


def _as_day(value: Value) -> Value:
    """A count of days from 1904 as its day: the new file counts from 1900."""
    day = read_date(value, date1904=True)
    return day if isinstance(day, dt.date) and day != read_date(value) else value


def _plain(value: Value) -> Plain:
    if isinstance(value, (dt.time, dt.timedelta)):
        return text_of(value)
    return value
