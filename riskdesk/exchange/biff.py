"""What a reader of .xls files keeps to itself: the password, the epoch of dates, cells that hold an error.

Source: [MS-XLS] Excel Binary File Format. Values themselves are read by python-calamine.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_FORMULA, _EOF, _DATE_MODE, _FILE_PASS, _SHEET = 0x0006, 0x000A, 0x0022, 0x002F, 0x0085
_DIMENSIONS, _ERROR, _BEGIN = 0x0200, 0x0205, 0x0809
ERROR_WORDS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_BLANK = b"\x03\x00\x00\x00\x00\x00\xff\xff"

Faults = dict[tuple[int, int], str]
"""(row, column) of a cell that shows an error, with the error; '' for a formula that was never calculated."""


@dataclass
class BiffFacts:
    """What stands in a workbook beside its values; sheets in their order."""

    encrypted: bool = False
    whole: bool = True
    """False where a sheet says that it is larger than any can be: a reader would ask for that much memory."""
    date1904: bool = False
    sheets: list[Faults] = field(default_factory=list)


def facts_of(stream: bytes) -> BiffFacts:
    """Look through the stream `Workbook` of an .xls file. What cannot be read is left out."""
    facts = BiffFacts()
    places = []
    for kind, data in _records(stream, 0):
        if kind == _FILE_PASS:
            facts.encrypted = True
            return facts
        if kind == _DATE_MODE and len(data) >= 2:
            facts.date1904 = data[0] == 1
        elif kind == _SHEET and len(data) >= 6:
            places.append(struct.unpack_from("<I", data)[0])
    facts.whole = all(_fits(stream, place) for place in places)
    facts.sheets = [_faults(stream, place) for place in places] if facts.whole else []
    return facts


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """(kind, content) of the records from `place` to the end of the part that begins there, charts in it left out."""
    depth, end = 0, len(stream) - 4
    while place <= end:
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind == _BEGIN:
            depth += 1
        elif kind == _EOF:
            depth -= 1
        elif depth != 1:
            place += 4 + size
            continue
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size
        if depth <= 0:
            return


def _fits(stream: bytes, place: int) -> bool:
    """Whether the size that a sheet tells is one that a sheet can have."""
    for kind, data in _records(stream, place):
        if kind == _DIMENSIONS and len(data) >= 14:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", data)
            if not (first_row <= last_row <= 65_536 and first_column <= last_column <= 256):
                return False
    return True


def _faults(stream: bytes, place: int) -> Faults:
    faults: Faults = {}
    for kind, data in _records(stream, place):
        if kind == _ERROR and len(data) >= 8 and data[7]:
            faults[struct.unpack_from("<HH", data)] = ERROR_WORDS.get(data[6], "#?")
        elif kind == _FORMULA and len(data) >= 16:
            result = data[6:14]
            if result[6:] == b"\xff\xff" and result[0] == 2:
                faults[struct.unpack_from("<HH", data)] = ERROR_WORDS.get(result[2], "#?")
            elif _never_calculated(result, data):
                faults[struct.unpack_from("<HH", data)] = ""
    return faults


def _never_calculated(result: bytes, data: bytes) -> bool:
    """A formula that asks to be calculated when the file is opened and holds nothing yet."""
    asks = struct.unpack_from("<H", data, 14)[0] & 0x0002
    return bool(asks) and result in (_BLANK, bytes(8))
