"""Lists as XLSX and CSV files that open as what they are: text as text, dates as dates, no formula, no link."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import xlsxwriter
import xlsxwriter.exceptions

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import address
from riskdesk.exchange.guards import guarded
from riskdesk.long_work import Tell
from riskdesk.whole_file import replacing

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
SUFFIXES = (".xlsx", ".csv")
_BLOCK = 500
_WIDEST, _NARROWEST = 60, 8
_SURROGATE = re.compile("[\ud800-\udfff]")
_EARLIEST = dt.date(1900, 3, 1)
"""Excel's calendar has a 29 February 1900; earlier days are written as text."""

Plain = str | int | float | bool | dt.date | dt.datetime | None


@dataclass
class Written:
    """What was written: where, how many rows under the head, and cells whose text was too long for the format."""

    path: Path
    rows: int = 0
    cut: list[str] = field(default_factory=list)


def write_table(
    path: Path, heads: Sequence[str], rows: Iterable[Sequence[Plain]], *, sheet: str = "", total: int = 0,
    tell: Tell | None = None,
) -> Written:  # fmt: skip
    """Write a list to `path`, whose ending .xlsx or .csv says how. A file there is replaced once all is written.

    Raises:
        RiskdeskError: the file cannot be written, is open in another program, or the list is too long for it.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise RiskdeskError(N_("Choose a name that ends in .xlsx or .csv."))
    write = _write_xlsx if suffix == ".xlsx" else _write_csv
    try:
        with replacing(path) as partial:
            written = write(partial, heads, _telling(rows, total, tell), sheet or path.stem)
    except OSError as error:
        if isinstance(error, PermissionError) and path.exists():
            text = N_("{name} is open in another program. Close it there first.")
            raise RiskdeskError(text, name=path.name) from error
        reason = error.strerror or type(error).__name__
        raise RiskdeskError(N_("The file could not be written: {reason}"), reason=reason) from error
    written.path = path
    return written


def _telling(rows: Iterable[Sequence[Plain]], total: int, tell: Tell | None) -> Iterator[Sequence[Plain]]:
    for number, row in enumerate(rows):
        if tell is not None and number % _BLOCK == 0:
            tell(number, max(total, number))
        yield row


# XLSX


def sheet_name(text: str) -> str:
    """A name that a sheet may have: at most 31 signs, none of []:*?/\\, no apostrophe at an end, not `History`."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", _SURROGATE.sub("?", text)).strip().strip("'")[:31].strip().strip("'")
    return f"{name}_" if name.casefold() == "history" else name or "Sheet1"


def _write_xlsx(path: Path, heads: Sequence[str], rows: Iterable[Sequence[Plain]], sheet: str) -> Written:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd"}  # fmt: skip
    book = xlsxwriter.Workbook(str(path), options)
    try:
        writer = _XlsxSheet(book, sheet_name(sheet), len(heads))
        writer.head(heads)
        for row in rows:
            writer.row(row)
        writer.finish()
    except BaseException:
        _close_quietly(book)
        raise
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(0, str(error)) from error
    return Written(path, writer.number - 1, writer.cut)


def _close_quietly(book: Any) -> None:
    try:
        book.close()
    except Exception:
        return


class _XlsxSheet:
    """Writes one sheet row after row; `number` is the next row."""

    def __init__(self, book: Any, name: str, width: int) -> None:
        self.number, self.cut = 0, list[str]()
        self._sheet = book.add_worksheet(name)
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._text = book.add_format({"num_format": "@", "text_wrap": False, "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
        self._width = width
        self._sheet.freeze_panes(1, 0)

    def head(self, heads: Sequence[str]) -> None:
        for column, text in enumerate(heads):
            self._sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, 2 * len(text) + 8)))
            self._text_cell(column, text, self._bold)
        self.number = 1

    def row(self, cells: Sequence[Plain]) -> None:
        if self.number >= MOST_ROWS:
            raise RiskdeskError(N_("A sheet holds {n} rows at most. Export as CSV."), n=f"{MOST_ROWS:,}")
        for column, value in enumerate(cells):
            self._cell(column, value)
        self.number += 1

    def finish(self) -> None:
        if self.number > 1:
            self._sheet.autofilter(0, 0, self.number - 1, max(0, self._width - 1))

    def _cell(self, column: int, value: Plain) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            self._text_cell(column, value, self._text)
        elif isinstance(value, bool):
            self._checked(self._sheet.write_boolean(self.number, column, value))
        elif isinstance(value, (int, float)):
            if abs(value) < 1e15:  # neither more figures than a sheet keeps, nor infinite, nor no number
                self._checked(self._sheet.write_number(self.number, column, value))
            else:
                self._text_cell(column, str(value), self._text)
        elif isinstance(value, dt.datetime):
            local = (value.astimezone() if value.tzinfo else value).replace(tzinfo=None, microsecond=0)
            self._date(column, local, self._moment)
        else:
            self._date(column, value, self._day)

    def _date(self, column: int, value: dt.date, how: Any) -> None:
        day = value.date() if isinstance(value, dt.datetime) else value
        if day < _EARLIEST:
            self._text_cell(column, value.isoformat(), self._text)
        else:
            self._checked(self._sheet.write_datetime(self.number, column, value, how))

    def _text_cell(self, column: int, text: str, how: Any) -> None:
        text = _SURROGATE.sub("\ufffd", text)
        if len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
            text = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"
            self.cut.append(address(self.number, column))
        self._checked(self._sheet.write_string(self.number, column, text, how))

    def _checked(self, code: int) -> None:
        """XlsxWriter tells what it left out by a number."""
        if code:
            raise RiskdeskError(N_("Row {row} could not be written."), row=self.number + 1)


# CSV


def _write_csv(path: Path, heads: Sequence[str], rows: Iterable[Sequence[Plain]], sheet: str) -> Written:
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        count = _csv_rows(file, heads, rows)
    return Written(path, count)


def _csv_rows(file: TextIO, heads: Sequence[str], rows: Iterable[Sequence[Plain]]) -> int:
    """Text in quotes, guarded against being a formula; figures bare, days as 2026-05-01."""
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([guarded(text) for text in heads])
    count = 0
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row])
        count += 1
    return count


def _csv_cell(value: Plain) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(_SURROGATE.sub("\ufffd", value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return (value.astimezone() if value.tzinfo else value).replace(tzinfo=None).isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, dt.date) else value
