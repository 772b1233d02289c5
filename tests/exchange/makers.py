"""Spreadsheets of every shape, made for tests: XLSX by XlsxWriter, the old formats byte by byte."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Formula:
    """A formula with what it showed when the file was saved; None for one that was never calculated."""

    text: str = "=1+1"
    shows: str | float | None = None


@dataclass(frozen=True)
class Fill:
    """An empty cell with a colour, such as `#FF0000`."""

    colour: str


def xlsx(
    path: Path, rows: Sequence[Sequence[Any]], *, at: tuple[int, int] = (0, 0), merged: Iterable[Span] = (),
    name: str = "Sheet1", more: Iterable[tuple[str, Sequence[Sequence[Any]], bool]] = (), date1904: bool = False,
) -> Path:  # fmt: skip
    """Write a workbook. `more` are further sheets: name, rows, hidden. Merged blocks take the value of their corner."""
    book = xlsxwriter.Workbook(str(path), {"date_1904": date1904, "strings_to_formulas": False})
    day, moment = (book.add_format({"num_format": f}) for f in ("yyyy/m/d", "yyyy/m/d h:mm:ss"))
    sheet = book.add_worksheet(name)
    _fill(book, sheet, rows, at, day, moment)
    for top, left, bottom, right in merged:
        sheet.merge_range(top, left, bottom, right, "")
        value = rows[top - at[0]][left - at[1]]
        _put(book, sheet, top, left, value, day, moment)
    for other, cells, hidden in more:
        further = book.add_worksheet(other)
        _fill(book, further, cells, (0, 0), day, moment)
        if hidden:
            further.hide()
    book.close()
    return path


def _fill(book: Any, sheet: Any, rows: Sequence[Sequence[Any]], at: tuple[int, int], day: Any, moment: Any) -> None:
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            _put(book, sheet, row + at[0], column + at[1], value, day, moment)


def _put(book: Any, sheet: Any, row: int, column: int, value: Any, day: Any, moment: Any) -> None:
    match value:
        case None | "":
            return
        case Formula(text, shows):
            sheet.write_formula(row, column, text, None, 0 if shows is None else shows)
        case Fill(colour):
            sheet.write_blank(row, column, None, book.add_format({"bg_color": colour}))
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case dt.datetime():
            sheet.write_datetime(row, column, value, moment)
        case dt.date():
            sheet.write_datetime(row, column, value, day)
        case _:
            sheet.write_string(row, column, value)


def text(path: Path, content: str, encoding: str = "gb18030") -> Path:
    """Write a text file in an encoding."""
    path.write_bytes(content.encode(encoding))
    return path


def csv_text(rows: Iterable[Sequence[str]], sign: str = ",") -> str:
    """Rows as plain text, without quotes."""
    return "".join(sign.join(row) + "\r\n" for row in rows)


# BIFF8 inside a compound file


@dataclass(frozen=True)
class Error:
    """A cell of an .xls file that shows an error: 0x2A is #N/A, 0x17 is #REF!."""

    code: int


def xls(
    path: Path, rows: Sequence[Sequence[Any]], *, merged: Iterable[Span] = (), date1904: bool = False,
    password: bool = False, hidden: Sequence[Sequence[Any]] | None = None,
) -> Path:  # fmt: skip
    """Write a true Excel 97-2003 workbook ([MS-XLS]); `hidden` is a second sheet that is hidden."""
    sheets = [("Sheet1", _sheet(rows, merged, date1904), 0)]
    if hidden is not None:
        sheets.append(("Hidden", _sheet(hidden, (), date1904), 1))
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6))
    if password:
        head += _record(0x002F, bytes(54))
    head += _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, struct.pack("<H", int(date1904)))
    for number_format in (0, 14, 22):
        head += _record(0x00E0, struct.pack("<HHH", 0, number_format, 0) + bytes(14))
    size = len(head) + sum(12 + 2 * len(name) for name, _, _ in sheets) + 4
    for name, body, state in sheets:
        told = struct.pack("<IBBBB", size, state, 0, len(name), 1) + name.encode("utf-16-le")
        head += _record(0x0085, told)
        size += len(body)
    stream = head + _record(0x000A, b"") + b"".join(body for _, body, _ in sheets)
    path.write_bytes(compound({"Workbook": stream}))
    return path


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _sheet(rows: Sequence[Sequence[Any]], merged: Iterable[Span], date1904: bool) -> bytes:
    width = max(map(len, rows), default=0)
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    body += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            body += _cell(row, column, value, date1904)
    spans = [struct.pack("<4H", top, bottom, left, right) for top, left, bottom, right in merged]
    if spans:
        body += _record(0x00E5, struct.pack("<H", len(spans)) + b"".join(spans))
    return body + _record(0x000A, b"")


def _cell(row: int, column: int, value: Any, date1904: bool) -> bytes:
    epoch = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 30)
    match value:
        case None | "":
            return b""
        case Error(code):
            return _record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))
        case Formula():
            never = struct.pack("<HHH", row, column, 0) + bytes(8) + struct.pack("<HIH", 2, 0, 3) + b"\x1e\x01\x00"
            return _record(0x0006, never)
        case bool():
            return _record(0x0205, struct.pack("<HHHBB", row, column, 0, value, 0))
        case int() | float():
            return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))
        case dt.datetime():
            days = (value - epoch) / dt.timedelta(days=1)
            return _record(0x0203, struct.pack("<HHHd", row, column, 2, days))
        case dt.date():
            return _record(0x0203, struct.pack("<HHHd", row, column, 1, (value - epoch.date()).days))
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of these streams, each padded to at least 4096 bytes."""
    bodies = {name: body.ljust(4096, b"\0") for name, body in streams.items()}
    fat_sectors = (sum(-(-len(body) // 512) for body in bodies.values()) + 4) // 126 + 1
    fat = [0xFFFFFFFD] * fat_sectors + [0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    content = b""
    for number, (name, body) in enumerate(bodies.items()):
        start, count = len(fat), -(-len(body) // 512)
        fat += [*range(start + 1, start + count), 0xFFFFFFFE]
        content += body.ljust(count * 512, b"\0")
        last = number == len(bodies) - 1
        entries.append(_entry(name, 2, start, len(body), right=0xFFFFFFFF if last else number + 2))
    assert len(entries) <= 4
    entries += [bytes(128)] * (4 - len(entries))
    fat += [0xFFFFFFFF] * (fat_sectors * 128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, fat_sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    places = [*range(fat_sectors), *[0xFFFFFFFF] * (109 - fat_sectors)]
    return head + struct.pack("<109I", *places) + struct.pack(f"<{len(fat)}I", *fat) + b"".join(entries) + content


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    told = struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, right, child)
    return raw.ljust(64, b"\0") + told + bytes(36) + struct.pack("<IQ", start, size)


# XLSB


def xlsb(path: Path, rows: Sequence[Sequence[Any]], *, date1904: bool = False) -> Path:
    """A small binary workbook ([MS-XLSB]) of texts, figures and errors."""
    sheet = _brt(129) + _brt(148, struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)) + _brt(145)
    for row, cells in enumerate(rows):
        sheet += _brt(0, struct.pack("<I", row) + bytes(13))
        for column, value in enumerate(cells):
            where = struct.pack("<II", column, 0)
            match value:
                case Error(code):
                    sheet += _brt(3, where + bytes([code]))
                case int() | float():
                    sheet += _brt(5, where + struct.pack("<d", value))
                case _:
                    sheet += _brt(6, where + _wide(value))
    sheet += _brt(146) + _brt(130)
    book = _brt(131) + _brt(153, struct.pack("<III", int(date1904), 0, 0)) + _brt(143)
    book += _brt(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("表1")) + _brt(144) + _brt(132)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    parts = {"xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": relations, "xl/worksheets/sheet1.bin": sheet}
    return zipped(path, parts)


def _brt(kind: int, content: bytes = b"") -> bytes:
    def number(value: int) -> bytes:
        return bytes([value & 0x7F | 0x80, value >> 7]) if value > 127 else bytes([value])

    return number(kind) + number(len(content)) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


# others


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A ZIP archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(buffer.getvalue())
    return path


def ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A small OpenDocument spreadsheet of texts."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="表1">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped(path, {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest})
