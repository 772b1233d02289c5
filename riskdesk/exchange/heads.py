"""Where the table in a sheet begins: its head row or rows, however much stands above them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace

from riskdesk.exchange.cells import Value, clean, fold, is_empty, letter, text_of
from riskdesk.exchange.headtext import is_known
from riskdesk.exchange.sheets import Sheet
from riskdesk.i18n import tr

LOOK_AT = 40
"""Rows from the top among which the head is sought."""
DEEPEST = 3
_LONGEST_HEAD = 60
_NUMBER = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?")


@dataclass(frozen=True)
class Head:
    """One column: its name as written, the band above it, and whether another column has the same."""

    column: int
    name: str
    band: str = ""
    twice: bool = False

    @property
    def letter(self) -> str:
        """The column's letter."""
        return letter(self.column)

    @property
    def leaf(self) -> tuple[str, str]:
        """(band, name) also where both were written into one cell, `风险评价/L`."""
        band, stroke, name = self.name.rpartition("/")
        return (self.band, self.name) if self.band or not (stroke and band and name) else (band, name)

    @property
    def key(self) -> str:
        """By what a mapping remembers this column: folded band and name, the letter where they leave it unclear."""
        text = fold(f"{self.band}/{self.name}" if self.band else self.name)
        return f"{text}@{self.letter}" if self.twice or not self.name else text

    @property
    def label(self) -> str:
        """What people see: `风险评价/L`, `责任人（F）` where the name stands twice, `F 列` without a name."""
        if not self.name:
            return tr("Column {letter}", letter=self.letter)
        text = f"{self.band}/{self.name}" if self.band else self.name
        return tr("{name} ({letter})", name=text, letter=self.letter) if self.twice else text


@dataclass(frozen=True)
class Heads:
    """The head rows of a sheet, counted from 0, both ends included; (-1, -1) where there are none.

    `sure` is False where nothing in it is a heading that any list has: then a person should look.
    """

    first: int
    last: int
    heads: tuple[Head, ...]
    sure: bool = True
    chosen: bool = False
    """Whether a person said so: then the sheet is a list, whatever it looks like."""

    @property
    def first_data(self) -> int:
        """The first row under the head."""
        return self.last + 1


def find_heads(sheet: Sheet) -> Heads:
    """The head of a sheet: the row with most known headings, else the first that looks like one, else none."""
    best, best_known = -1, 0.0
    for row in range(min(LOOK_AT, len(sheet.rows))):
        known = _known_in(sheet, row)
        if known > best_known:
            best, best_known = row, known
    if best < 0 or best_known < 2:
        likely = _likely_row(sheet)
        if best < 0 or (likely >= 0 and likely != best):
            best, best_known = likely, 0
    if best < 0:
        return replace(no_heads(sheet), chosen=False)
    first, last = _extent(sheet, best)
    return replace(heads_at(sheet, first, last), sure=best_known >= 2, chosen=False)


def no_heads(sheet: Sheet) -> Heads:
    """A sheet whose table has no head row, as a person says: every column that holds something, by its letter."""
    used = [column for column in range(sheet.width) if _has_data(sheet, column, 0)]
    return Heads(-1, -1, tuple(Head(column, "") for column in used), sure=False, chosen=True)


def heads_at(sheet: Sheet, first: int, last: int) -> Heads:
    """The head made of the rows `first` to `last`, as a person chose them."""
    levels = [_names(sheet, row, is_last=row == last) for row in range(first, last + 1)]
    for row in range(len(levels) - 1):
        _spread_band(levels[row], levels[row + 1])
    heads = []
    for column in range(sheet.width):
        told = list(dict.fromkeys(name for level in levels if (name := level[column])))
        if told:
            heads.append(Head(column, told[-1], "/".join(told[:-1])))
        elif _has_data(sheet, column, last + 1):
            heads.append(Head(column, ""))
    seen = Counter((fold(head.band), fold(head.name)) for head in heads if head.name)
    marked = (replace(head, twice=seen[fold(head.band), fold(head.name)] > 1) for head in heads)
    return Heads(first, last, tuple(marked), chosen=True)


def _names(sheet: Sheet, row: int, is_last: bool) -> list[str]:
    """The text of each column in a head row; bands reach over their merged cells, names of the last row do not."""
    names = [" ".join(text_of(value).split()) for value in sheet.rows[row]]
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left < sheet.width:
            text = " ".join(text_of(sheet.rows[top][left]).split())
            names[left] = names[left] or text
            if not is_last and bottom < row + 1:
                names[left : right + 1] = [text] * (min(right + 1, sheet.width) - left)
    return names


def _spread_band(above: list[str], below: list[str]) -> None:
    """Without merged cells: a band goes on over blank cells under which there are names, if it began over one."""
    for column in range(1, len(above)):
        if not above[column] and below[column] and above[column - 1] and below[column - 1]:
            above[column] = above[column - 1]


def _known_in(sheet: Sheet, row: int) -> float:
    """How many known headings stand in a row, less what speaks against a head."""
    texts = {fold(value) for value in sheet.rows[row] if isinstance(value, str) and value.strip()}
    known = sum(is_known(text) for text in texts)
    return known - 0.5 * sum(not isinstance(value, str) and not is_empty(value) for value in sheet.rows[row])


def _likely_row(sheet: Sheet) -> int:
    """The first row of several short texts, all different, with rows below that are as wide; -1 for none."""
    for row in range(min(LOOK_AT, len(sheet.rows))):
        values = [value for value in sheet.rows[row] if not is_empty(value)]
        if len(values) < 2:
            continue
        if not all(_is_heading(value) for value in values) or len({text_of(v) for v in values}) < len(values):
            return -1
        below = [sum(not is_empty(v) for v in sheet.rows[r]) for r in range(row + 1, min(row + 6, len(sheet.rows)))]
        if below and max(below) >= len(values) / 2:
            return row
    return -1


def _is_heading(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_HEAD and not _NUMBER.fullmatch(clean(value))


def _extent(sheet: Sheet, row: int) -> tuple[int, int]:
    """The head rows around the one found: bands above it, names below it."""
    first = last = row
    while first > 0 and last - first < DEEPEST - 1 and _is_band(sheet, first - 1, first):
        first -= 1
    while last + 1 < len(sheet.rows) and last - first < DEEPEST - 1 and _goes_on(sheet, last, last + 1):
        last += 1
    return first, last


def _is_band(sheet: Sheet, above: int, row: int) -> bool:
    """Whether the row above is part of the head: it names what `row` leaves blank, or reaches into it."""
    values = [(column, value) for column, value in enumerate(sheet.rows[above]) if not is_empty(value)]
    if len(values) < 2 or not all(_is_heading(value) for _, value in values):
        return False
    for top, left, bottom, right in sheet.merged:
        if top <= above < row <= bottom and not is_empty(sheet.rows[above][left]):
            return True
        if top <= above <= bottom and right > left and sum(_filled(sheet, row, left, right)) > 1:
            return True
    return not sheet.merged and any(is_empty(sheet.rows[row][column]) for column, _ in values)


def _goes_on(sheet: Sheet, row: int, below: int) -> bool:
    """Whether the row below is part of the head: names under a band, or a cell of the head reaches down into it."""
    texts = [value for value in sheet.rows[below] if not is_empty(value)]
    if not texts or not all(_is_heading(value) for value in texts):
        return False
    if any(isinstance(value, (dt.date, dt.time)) for value in texts):
        return False
    reaches = {
        (top, left) for top, left, bottom, _ in sheet.merged
        if top <= row < below <= bottom and not is_empty(sheet.rows[top][left])
    }  # fmt: skip
    bands = [
        (left, right) for top, left, bottom, right in sheet.merged if top <= row <= bottom < below and right > left
    ]
    under = any(sum(_filled(sheet, below, left, right)) > 1 for left, right in bands)
    if reaches or under:
        return len(reaches) + sum(sum(_filled(sheet, below, *band)) for band in bands) >= len(texts)
    if sheet.merged:
        return False
    return _fills_gaps(sheet, row, below)


def _filled(sheet: Sheet, row: int, left: int, right: int) -> list[bool]:
    return [not is_empty(sheet.rows[row][column]) for column in range(left, min(right + 1, sheet.width))]


def _fills_gaps(sheet: Sheet, row: int, below: int) -> bool:
    """Without merged cells: the row below stands only under blanks, and under the cell left of each run of blanks."""
    over, under = (_filled(sheet, r, 0, sheet.width - 1) for r in (row, below))
    gaps = [column for column in range(sheet.width) if under[column] and not over[column]]
    if not gaps:
        return False
    starts = {column - 1 for column in gaps}
    return all(column in gaps or column in starts for column in range(sheet.width) if under[column])


def _has_data(sheet: Sheet, column: int, start: int) -> bool:
    return any(not is_empty(row[column]) for row in sheet.rows[start:])
