"""What a reader of .xlsb files keeps to itself: the epoch of dates and cells that hold an error.

Source: [MS-XLSB] Excel Binary File Format. Values themselves are read by python-calamine.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator

from riskdesk.exchange.biff import ERROR_WORDS, Faults
from riskdesk.exchange.xlsx_parts import XlsxParts

_ROW, _ERROR, _FORMULA_ERROR, _LAST_CELL, _SIZE, _PROPERTIES, _SHEET = 0, 3, 11, 11, 148, 153, 156


def parts_of(archive: zipfile.ZipFile) -> XlsxParts:
    """Look into the workbook's own part; what cannot be read is left out."""
    name = next((name for name in archive.namelist() if re.fullmatch(r"xl/workbook\w*\.bin", name)), "")
    try:
        relations = archive.read(f"xl/_rels/{posixpath.basename(name)}.rels").decode("utf-8", "replace")
        targets = {
            re.search(r'Id="([^"]*)"', tag)[1]: re.search(r'Target="([^"]*)"', tag)[1]  # type: ignore[index]
            for tag in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", relations)
        }
        date1904, paths = False, {}
        for kind, data in _records(archive.read(name)):
            if kind == _PROPERTIES and data:
                date1904 = bool(data[0] & 1)
            elif kind == _SHEET:
                relation, place = _text(data, 8)
                target = targets.get(relation, "")
                paths[_text(data, place)[0]] = posixpath.normpath(posixpath.join("/xl", target))[1:]
    except (KeyError, TypeError, struct.error):
        return XlsxParts()
    return XlsxParts(date1904, True, paths)


def area_and_faults(archive: zipfile.ZipFile, path: str) -> tuple[int, Faults]:
    """How many cells lie between A1 and the last cell of a sheet, and the cells that show an error."""
    faults: Faults = {}
    row = columns = rows = 0
    for kind, data in _records(archive.read(path)):
        if kind == _ROW and len(data) >= 4:
            row = struct.unpack_from("<I", data)[0]
            rows = max(rows, row + 1)
        elif kind == _SIZE and len(data) >= 16:
            _, last_row, _, last_column = struct.unpack_from("<4I", data)
            rows, columns = max(rows, last_row + 1), max(columns, last_column + 1)
        elif _ROW < kind <= _LAST_CELL and len(data) >= 8:
            columns = max(columns, struct.unpack_from("<I", data)[0] + 1)
        if kind in (_ERROR, _FORMULA_ERROR) and len(data) >= 9:
            faults[row, struct.unpack_from("<I", data)[0]] = ERROR_WORDS.get(data[8], "#?")
    return rows * columns, faults


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, content): both kind and size are numbers of seven bits a byte."""
    place, end = 0, len(data)
    while place < end:
        kind, place = _number(data, place, 2)
        size, place = _number(data, place, 4)
        yield kind, data[place : place + size]
        place += size


def _number(data: bytes, place: int, most: int) -> tuple[int, int]:
    value = 0
    for step in range(most):
        if place >= len(data):
            break
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << (7 * step)
        if not byte & 0x80:
            break
    return value, place


def _text(data: bytes, place: int) -> tuple[str, int]:
    size = struct.unpack_from("<I", data, place)[0]
    end = place + 4 + 2 * size
    return data[place + 4 : end].decode("utf-16-le", "replace"), end
