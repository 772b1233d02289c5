"""Cells of a spreadsheet as plain values, their addresses, and how their text is folded for comparing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""What a cell holds. '' and None are an empty cell."""

Row = list[Value]
Span = tuple[int, int, int, int]
"""A merged block: first row, first column, last row, last column, counted from 0."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, or worth knowing: a source text for `tr` and its values."""

    text: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.params)


@dataclass(frozen=True)
class Cell:
    """One cell: where it stands, its value, and its text as people see it."""

    address: str
    value: Value
    text: str


def letter(column: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """The column of a letter, counted from 0."""
    number = 0
    for sign in name:
        number = number * 26 + ord(sign) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """Where a cell stands, `C7`, counted from 0."""
    return f"{letter(column)}{row + 1}"


def clean(text: str) -> str:
    """Text without signs that nobody sees, with one kind of line end, and no space at either end."""
    if not text.isascii() and _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def is_empty(value: Value) -> bool:
    """Whether a cell holds nothing, or only spaces."""
    return value is None or (isinstance(value, str) and not clean(value))


def text_of(value: Value) -> str:
    """The value as people would type it: `13800000000` for 13800000000.0, `2023-07-16`, `TRUE`."""
    match value:
        case None:
            return ""
        case str():
            return clean(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).upper()
        case dt.datetime():
            return value.isoformat(" ", "seconds")
        case dt.timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02d}"
        case dt.time():
            return value.isoformat("minutes")
    return value.isoformat()


def fold(text: str) -> str:
    """Text for comparing: full width to half, no spaces or line breaks, small letters."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", clean(text))).casefold()
