"""Text files as tables: which encoding, which sign between the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Row
from riskdesk.exchange.file_kinds import BYTE_ORDER_MARKS
from riskdesk.exchange.guards import unguarded

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "shift_jis", "euc_kr", "cp1252")
"""What a person may choose from; only the first two are ever found without a byte order mark."""

NO_ENCODING = N_("The text is neither UTF-8 nor GB18030. Choose its encoding.")
DELIMITERS = (",", "\t", ";", "|", "，", "^")
_SAMPLE = 200
csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding it was read by, and how many signs could not be read."""

    text: str
    encoding: str
    unread: int = 0


def decoded(data: bytes, encoding: str = "") -> Decoded:
    """The text of a file: by its mark, then strict UTF-8, then GB18030; by `encoding` where a person chose one.

    Statistics are left out on purpose: short Chinese texts in GBK look like Korean to them.

    Raises:
        RiskdeskError: neither fits; a person has to choose.
    """
    if encoding:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        return Decoded(text, encoding, text.count("\ufffd"))
    for mark, marked in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            text = data.decode(marked, "replace").removeprefix("\ufeff")
            return Decoded(text, marked, text.count("\ufffd"))
    for guess in ("utf-8", "gb18030"):
        try:
            return Decoded(data.decode(guess), guess)
        except UnicodeDecodeError:
            continue
    raise RiskdeskError(NO_ENCODING)


def delimiter_of(text: str) -> str:
    """The sign between the cells, by which most lines fall into the same number of cells."""
    lines = [line for line in text[:200_000].splitlines()[:_SAMPLE] if line.strip()]
    if lines and lines[0].startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]
    best, found = (0.0, 0), ","
    for sign in DELIMITERS:
        if not any(sign in line for line in lines):
            continue
        widths = Counter(len(row) for row in _rows(lines, sign) if row)
        width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        if width > 1 and (count / widths.total(), width) > best:
            best, found = (count / widths.total(), width), sign
    return found


_MARKS = ("\t", "=")
"""How a guarded cell begins."""


def rows_of(text: str, delimiter: str) -> list[Row]:
    """The cells of a text, line by line. What guards a cell against being a formula, or a number, is taken off."""
    if text.startswith("sep="):
        text = text.partition("\n")[2]
    quoted = _quotes_close(text, delimiter)
    found: list[Row] = []
    for row in _rows(io.StringIO(text, newline=""), delimiter, quoted):
        found.append([unguarded(cell) for cell in row] if any(cell[:1] in _MARKS for cell in row) else list(row))
    return found


def _rows(lines: Iterable[str], delimiter: str, quoted: bool = True) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)


def _quotes_close(text: str, delimiter: str) -> bool:
    """Whether quotes hold cells together. In files of some systems they are mere signs, and one swallows the rest."""
    if '"' not in text:
        return True
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True
