"""A file as sheets of plain cells: xlsx, xls, xlsb, ods, CSV and other text, web pages, XML spreadsheets of 2003.

The order of things:

    book = open_book(path)             # raises RiskdeskError: what the file is and the way out
    book.sheets                        # names, sizes, which are hidden
    sheet = book.read(book.default)    # '' where a person has to choose
    sheet.rows[6][2], sheet.cell(6, 2) # typed value; the same with address C7 and text
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.exchange import biff, markup_tables, text_tables, xlsb_parts, xlsx_parts
from riskdesk.exchange.biff import Faults
from riskdesk.exchange.cells import Cell, Fault, Row, Span, address, is_empty, text_of
from riskdesk.exchange.file_kinds import REFUSALS, FileKind, Unreadable, kind_of
from riskdesk.exchange.ole import OleError, OleFile

LARGEST_FILE = 300_000_000
LARGEST_SHEET = 60_000_000


@dataclass(frozen=True)
class SheetInfo:
    """What a person chooses a sheet by. `rows` and `columns` reach from A1 to the last cell that holds something."""

    name: str
    rows: int
    columns: int
    hidden: bool = False


@dataclass
class Sheet:
    """The cells of one sheet from A1 on, every row equally long.

    `faults` are cells that show an error, '' for a formula that was never calculated. Values of blocks merged over
    several rows are filled down inside the block: `filled` tells which columns of a row were.
    """

    name: str
    rows: list[Row]
    merged: list[Span] = field(default_factory=list)
    faults: Faults = field(default_factory=dict)
    date1904: bool = False
    filled: dict[int, set[int]] = field(default_factory=dict)
    fills: Callable[[int], dict[int, str]] = field(default=lambda column: {})
    """Column to the colour of its cells by row, where the kind of file tells them."""

    def __post_init__(self) -> None:
        self.width = max(map(len, self.rows), default=0)
        for row in self.rows:
            if len(row) < self.width:
                row.extend([""] * (self.width - len(row)))
        self._fill_down()

    def _fill_down(self) -> None:
        for first, column, last, _ in self.merged:
            if last == first or first >= len(self.rows) or column >= self.width:
                continue
            value = self.rows[first][column]
            for row in range(first + 1, min(last + 1, len(self.rows))):
                if is_empty(self.rows[row][column]) and not is_empty(value):
                    self.rows[row][column] = value
                    self.filled.setdefault(row, set()).add(column)

    def cell(self, row: int, column: int) -> Cell:
        """A cell with its address and its text; the word of an error where it shows one."""
        value = self.rows[row][column] if row < len(self.rows) and column < self.width else ""
        return Cell(address(row, column), value, self.faults.get((row, column)) or text_of(value))


@dataclass
class Book:
    """An opened file. `encoding` and `delimiter` of a text can be changed by opening it anew with others."""

    path: Path
    kind: FileKind
    sheets: tuple[SheetInfo, ...]
    digest: str
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[Fault, ...] = ()
    _read: Callable[[str], Sheet] = field(default=lambda name: Sheet(name, []), repr=False)

    @property
    def default(self) -> str:
        """The only visible sheet that holds something; '' where a person has to choose."""
        able = [sheet.name for sheet in self.sheets if sheet.rows and not sheet.hidden]
        return able[0] if len(able) == 1 else ""

    def read(self, name: str) -> Sheet:
        """The cells of a sheet. Raises `RiskdeskError`."""
        return self._read(name)


def open_book(path: Path, encoding: str = "", delimiter: str = "") -> Book:
    """Open a file that holds a table, whatever its name says.

    Raises:
        Unreadable: it is of another kind; the sentence says what it is and what to do.
        RiskdeskError: it cannot be read at all, or its encoding has to be chosen.
    """
    data = _content(path)
    kind = kind_of(data)
    if kind in REFUSALS:
        raise Unreadable(kind)
    digest = hashlib.sha256(data).hexdigest()
    if kind in (FileKind.XLSX, FileKind.XLSB, FileKind.XLS, FileKind.ODS):
        return _workbook(path, data, kind, digest)
    if kind is FileKind.TEXT:
        found = text_tables.decoded(data, encoding)
        sign = delimiter or text_tables.delimiter_of(found.text)
        sheet = markup_tables.Table(path.stem, text_tables.rows_of(found.text, sign))
        unread = N_("{n} signs could not be read in this encoding.")
        notes = (Fault(unread, {"n": found.unread}),) if found.unread else ()
        return _book_of(path, kind, digest, [sheet], False, found.encoding, sign, notes)
    if kind is FileKind.MHTML:
        tables, date1904, told = markup_tables.archive_tables(data), False, ""
    else:
        text, told = markup_tables.web_text(data, encoding)
        if kind is FileKind.HTML:
            tables, date1904 = markup_tables.html_tables(text), False
        else:
            tables, date1904 = markup_tables.xml_tables(text)
    if not tables:
        raise Unreadable(FileKind.UNKNOWN)
    return _book_of(path, kind, digest, tables, date1904, told)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RiskdeskError(N_("This is a folder. Choose a file."))
        if path.stat().st_size > LARGEST_FILE:
            raise RiskdeskError(N_("The file is larger than {n} MB. Divide it first."), n=LARGEST_FILE // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RiskdeskError(N_("The file cannot be read: {reason}"), reason=reason) from error


def _book_of(
    path: Path, kind: FileKind, digest: str, tables: list[markup_tables.Table], date1904: bool, encoding: str,
    delimiter: str = "", notes: tuple[Fault, ...] = (),
) -> Book:  # fmt: skip
    infos = []
    for table in tables:
        while table.rows and all(is_empty(value) for value in table.rows[-1]):
            table.rows.pop()
        infos.append(SheetInfo(table.name, len(table.rows), max(map(len, table.rows), default=0), table.hidden))
    by_name = {table.name: table for table in tables}

    def read(name: str) -> Sheet:
        table = by_name[name]
        return Sheet(name, [list(row) for row in table.rows], table.merged, table.faults, date1904)

    return Book(path, kind, tuple(infos), digest, encoding, delimiter, notes, read)


class _Reader:
    """Sheets of a workbook that python-calamine reads, with what it keeps to itself."""

    def __init__(self, data: bytes, kind: FileKind) -> None:
        self.kind = kind
        self.archive = None if kind is FileKind.XLS else zipfile.ZipFile(io.BytesIO(data))
        self.parts = xlsx_parts.XlsxParts()
        self.biff = biff.BiffFacts()
        if kind is FileKind.XLS:
            ole = OleFile(data)
            self.biff = biff.facts_of(ole.read("Workbook" if "Workbook" in ole.names else "Book"))
            if self.biff.encrypted or not self.biff.whole:
                raise Unreadable(FileKind.LOCKED if self.biff.encrypted else FileKind.BROKEN)
        elif kind is FileKind.XLSX and self.archive is not None:
            self.parts = xlsx_parts.parts_of(self.archive)
        elif kind is FileKind.XLSB and self.archive is not None:
            self.parts = xlsb_parts.parts_of(self.archive)
        self.workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        self.metadata = [m for m in self.workbook.sheets_metadata if m.typ is SheetTypeEnum.WorkSheet]
        self.names = [m.name for m in self.workbook.sheets_metadata]
        self._kept: dict[str, Any] = {}
        self._faults: dict[str, Faults] = {}

    def info(self, name: str, hidden: bool) -> SheetInfo:
        sheet = self._sheet(name)
        start, end = sheet.start, sheet.end
        return SheetInfo(name, end[0] + 1, end[1] + 1, hidden) if start and end else SheetInfo(name, 0, 0, hidden)

    def read(self, name: str) -> Sheet:
        sheet = self._sheet(name)
        # Row by row: all at once nothing else in the program could go on meanwhile.
        left = [""] * (sheet.start[1] if sheet.start else 0)
        rows: list[Row] = [[*left, *row] for row in sheet.iter_rows()]
        while rows and all(is_empty(value) for value in rows[-1]):
            rows.pop()
        merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or []]
        path = self.parts.paths.get(name, "")
        date1904 = self.parts.date1904 or self.biff.date1904

        def fills(column: int) -> dict[int, str]:
            able = self.archive is not None and self.kind is FileKind.XLSX and path
            return xlsx_parts.fills_of(self.archive, path, column) if able and self.archive else {}

        return Sheet(name, rows, merged, self._faults.get(name, {}), date1904, fills=fills)

    def _sheet(self, name: str) -> Any:
        """calamine's sheet, kept since reading it is what takes long; its XML is looked through meanwhile."""
        if name in self._kept:
            return self._kept[name]
        path = self.parts.paths.get(name, "")
        if self.archive is None or path not in self.archive.NameToInfo:
            self._kept[name] = self.workbook.get_sheet_by_name(name)
            place = self.names.index(name)
            self._faults[name] = self.biff.sheets[place] if place < len(self.biff.sheets) else {}
        elif self.kind is FileKind.XLSB:
            area, self._faults[name] = xlsb_parts.area_and_faults(self.archive, path)
            _refuse_stray(name, area)
            self._kept[name] = self.workbook.get_sheet_by_name(name)
        else:
            _refuse_stray(name, xlsx_parts.area_of(self.archive, path))
            with ThreadPoolExecutor(1) as beside:
                waiting = beside.submit(xlsx_parts.faults_of, self.archive, path, self.parts.calculated)
                self._kept[name] = self.workbook.get_sheet_by_name(name)
                self._faults[name] = waiting.result()
        return self._kept[name]


def _refuse_stray(name: str, area: int) -> None:
    if area > LARGEST_SHEET:
        text = N_("Sheet {name} has a stray cell far outside of its table. Delete the empty rows and columns.")
        raise RiskdeskError(text, name=name)


@contextmanager
def _damage_told() -> Iterator[None]:
    """What a damaged workbook makes its readers raise, as a sentence. Raises `Unreadable`."""
    try:
        yield
    except RiskdeskError:
        raise
    except PasswordError as error:
        raise Unreadable(FileKind.LOCKED) from error
    except _DAMAGE as error:
        raise Unreadable(FileKind.BROKEN) from error
    except BaseException as error:  # a fault inside the reader's compiled code is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable(FileKind.BROKEN) from error


_DAMAGE = (
    CalamineError, OleError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError,
    OSError, RuntimeError, ValueError,
)  # fmt: skip


def _workbook(path: Path, data: bytes, kind: FileKind, digest: str) -> Book:
    with _damage_told():
        reader = _Reader(data, kind)
        infos = tuple(reader.info(m.name, m.visible is not SheetVisibleEnum.Visible) for m in reader.metadata)

    def read(name: str) -> Sheet:
        with _damage_told():
            return reader.read(name)

    pictures = sum(name.startswith("xl/media/") for name in reader.archive.namelist()) if reader.archive else 0
    notes = (Fault(N_("{n} pictures in the file are not imported."), {"n": pictures}),) if pictures else ()
    return Book(path, kind, infos, digest, notes=notes, _read=read)
