"""Tables in web pages, web archives and the XML spreadsheets of 2003, all of which go about under the name .xls."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from html.parser import HTMLParser

from riskdesk.exchange.biff import Faults
from riskdesk.exchange.cells import Row, Span, Value
from riskdesk.exchange.file_kinds import FileKind, Unreadable
from riskdesk.exchange.text_tables import decoded

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_WIDEST = 16_384
_LARGEST = 20_000_000
"""More cells than that are no table but a mistake in the file."""


@dataclass
class Table:
    """One table as it was found: cells row by row, merged blocks, cells that hold an error."""

    name: str = ""
    rows: list[Row] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    faults: Faults = field(default_factory=dict)
    hidden: bool = False

    def put(self, row: int, column: int, value: Value) -> None:
        """Set one cell, making room for it. Raises `Unreadable` far outside of any table."""
        if column >= _WIDEST or (row + 1) * (column + 1) > _LARGEST:
            raise Unreadable(FileKind.BROKEN)
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = value


def web_text(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a web page and its encoding: chosen, marked, told by the page itself, or found."""
    told = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096])
    if not encoding and told and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = told.group(1).decode("ascii", "replace").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "x-gbk") else name
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass
    found = decoded(data, encoding)
    return found.text, found.encoding


def html_tables(text: str) -> list[Table]:
    """Every table of a page that holds no other, the empty ones left out."""
    reader = _HtmlTables()
    reader.feed(text)
    reader.close()
    while reader.open:
        reader.handle_endtag("table")
    tables = [table for table in reader.tables if any(any(row) for row in table.rows)]
    for number, table in enumerate(tables, 1):
        table.name = str(number)
    return tables


class _HtmlTables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self.open: list[_OpenTable] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "table":
            if self.open:
                self.open[-1].holds_another = True
            self.open.append(_OpenTable())
        elif self.open and tag == "tr":
            self.open[-1].next_row()
        elif self.open and tag in ("td", "th"):
            self.open[-1].next_cell({name: value or "" for name, value in attrs})
        elif self.open and tag in ("br", "p", "div"):
            self.open[-1].text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self.open:
            done = self.open.pop()
            done.end_cell()
            if not done.holds_another:
                self.tables.append(done.table)
        elif tag in ("td", "th", "tr") and self.open:
            self.open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self.open and not self._silent:
            self.open[-1].text.append(re.sub(r"[ \t\r\n\f]+", " ", data))


class _OpenTable:
    """A table while it is read; cells that reach into later rows keep their places."""

    def __init__(self) -> None:
        self.table, self.holds_another = Table(), False
        self.text: list[str] = []
        self._row = self._column = -1
        self._cell: tuple[int, int, dict[str, str]] | None = None
        self._taken: set[tuple[int, int]] = set()

    def next_row(self) -> None:
        self.end_cell()
        self._row += 1
        self._column = -1

    def next_cell(self, told: dict[str, str]) -> None:
        self.end_cell()
        if self._row < 0:
            self._row = 0
        self._column += 1
        while (self._row, self._column) in self._taken:
            self._column += 1
        self._cell = (self._row, self._column, told)
        self.text = []

    def end_cell(self) -> None:
        if self._cell is None:
            return
        row, column, told = self._cell
        self._cell = None
        lines = (line.strip() for line in "".join(self.text).replace("\xa0", " ").split("\n"))
        text = "\n".join(line for line in lines if line)
        number = told.get("x:num", "")
        if number and "E+" in text.upper():  # shown short, but the page knows the whole figure
            text = number
        self.table.put(row, column, text)
        down, right = (_count(told.get(name, "")) for name in ("rowspan", "colspan"))
        if down > 1 or right > 1:
            self.table.merged.append((row, column, row + down - 1, column + right - 1))
            self._taken |= {(row + d, column + r) for d in range(down) for r in range(right)}
            self._column = column + right - 1


def _count(text: str) -> int:
    return min(int(text), 1000) if text.isdigit() and text != "0" else 1


def archive_tables(data: bytes) -> list[Table]:
    """The tables of a web archive (MHTML), in the order of its pages."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    tables: list[Table] = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            raw = part.get_payload(decode=True)
            if isinstance(raw, bytes):
                tables += html_tables(web_text(raw, part.get_content_charset() or "")[0])
    for number, table in enumerate(tables, 1):
        table.name = str(number)
    return tables


def xml_tables(text: str) -> tuple[list[Table], bool]:
    """The sheets of an XML spreadsheet of 2003, and whether its dates count from 1904. Raises `Unreadable`."""
    if "<!DOCTYPE" in text[:2000] or "<!ENTITY" in text:
        raise Unreadable(FileKind.UNKNOWN)
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ET.ParseError as error:
        raise Unreadable(FileKind.BROKEN) from error
    tables = [_xml_table(sheet) for sheet in root.iter(f"{_SS}Worksheet")]
    return tables, root.find(f".//{_X}Date1904") is not None


def _xml_table(sheet: ET.Element) -> Table:
    table = Table(sheet.get(f"{_SS}Name", ""))
    visible = sheet.findtext(f".//{_X}Visible") or ""
    table.hidden = "Hidden" in visible
    row = -1
    for line in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        row = _index(line, row)
        column = -1
        for cell in line.iterfind(f"{_SS}Cell"):
            column = _index(cell, column)
            _put_xml(table, row, column, cell)
            right, down = (_further(cell.get(f"{_SS}{name}", "")) for name in ("MergeAcross", "MergeDown"))
            if right or down:
                table.merged.append((row, column, row + down, column + right))
                column += right
    return table


def _index(element: ET.Element, before: int) -> int:
    told = element.get(f"{_SS}Index", "")
    return int(told) - 1 if told.isdigit() and int(told) > 0 else before + 1


def _further(text: str) -> int:
    return min(int(text), _WIDEST) if text.isdigit() else 0


def _put_xml(table: Table, row: int, column: int, cell: ET.Element) -> None:
    data = cell.find(f"{_SS}Data")
    text = "".join(data.itertext()) if data is not None else ""
    kind = data.get(f"{_SS}Type", "String") if data is not None else ""
    if kind == "Error":
        table.faults[row, column] = text
        text = ""
    elif not kind and cell.get(f"{_SS}Formula"):
        table.faults[row, column] = ""
    table.put(row, column, _xml_value(kind, text))


def _xml_value(kind: str, text: str) -> Value:
    try:
        if kind == "Number":
            return float(text)
        if kind == "Boolean":
            return text == "1"
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(text)
            return moment.date() if moment.time() == dt.time() else moment
    except ValueError:
        return text
    return text
