"""A ruled table on paper: rows of cells, the head row again on every page, rows taller than a page split."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from riskdesk.printing.box import Box, check_box
from riskdesk.printing.setting import RULE
from riskdesk.printing.text import Paragraph, Style

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


class Cell:
    """Nothing, as high as nothing: room to write. The other cells build on it."""

    __slots__ = ()
    height: float = 0.0

    def split(self, room: float) -> tuple[Cell, Cell]:
        """What of it fits `room` points, and the rest."""
        return (self, EMPTY) if self.height <= room + 0.01 else (EMPTY, self)

    def draw(self, pen: Pen, x: float, top: float, width: float, struck: bool) -> None:
        """Draw inside a column `width` wide."""


EMPTY = Cell()


class TextCell(Cell):
    """A paragraph, and smaller ones below it."""

    __slots__ = ("height", "paragraphs")

    def __init__(self, *paragraphs: Paragraph) -> None:
        self.paragraphs = paragraphs
        self.height = sum(paragraph.height for paragraph in paragraphs)

    def split(self, room: float) -> tuple[Cell, Cell]:
        """Between two lines."""
        head: list[Paragraph] = []
        for n, paragraph in enumerate(self.paragraphs):
            if paragraph.height <= room + 0.01:
                head.append(paragraph)
                room -= paragraph.height
                continue
            parts = paragraph.split(room)
            rest = [paragraph, *self.paragraphs[n + 1 :]]
            if parts:
                head.append(parts[0])
                rest[0] = parts[1]
            return TextCell(*head), TextCell(*rest)
        return self, EMPTY

    def draw(self, pen: Pen, x: float, top: float, width: float, struck: bool) -> None:
        """One below the other; of a struck cell the first, so that the reason below stays readable."""
        for paragraph in self.paragraphs:
            paragraph.draw(pen, x, top, struck)
            struck = False
            top += paragraph.height


class CheckCell(Cell):
    """Boxes to tick, each with a word or none."""

    __slots__ = ("gap", "height", "side", "words")

    def __init__(self, side: float, words: tuple[Paragraph, ...] = ()) -> None:
        self.side, self.words = side, words
        self.height, self.gap = side, side * 0.2

    def draw(self, pen: Pen, x: float, top: float, width: float, struck: bool) -> None:
        """One box in the middle, or boxes with words from the left."""
        if not self.words:
            check_box(pen, x + (width - self.side) / 2, top, self.side)
        for word in self.words:
            check_box(pen, x, top, self.side)
            word.draw(pen, x + self.side + self.gap, top + (self.side - word.height) / 2)
            x += self.side + self.gap + word.natural + self.side


class LineCell(Cell):
    """A line to write on."""

    __slots__ = ("height", "style")

    def __init__(self, style: Style) -> None:
        self.style, self.height = style, style.leading

    def draw(self, pen: Pen, x: float, top: float, width: float, struck: bool) -> None:
        """A line a little below where text would stand."""
        y = top + self.height * 0.86
        pen.line(x, y, x + min(width, self.style.size * 4.5), y)


class LevelCell(Cell):
    """A level as its shape, in its colour, and its word; the shape alone says it without colour. A note goes below."""

    __slots__ = ("colour", "height", "note", "shape", "word")

    def __init__(self, shape: Paragraph, colour: str, word: Paragraph, note: Paragraph | None = None) -> None:
        self.shape, self.colour, self.word, self.note = shape, colour, word, note
        self.height = word.height + (note.height if note else 0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float, struck: bool) -> None:
        """Shape, then word."""
        self.shape.draw(pen, x, top)
        self.word.draw(pen, x + self.shape.natural + self.word.style.size * 0.3, top, struck)
        if self.note:
            self.note.draw(pen, x, top + self.word.height)


@dataclass(slots=True)
class Row:
    """Cells from left to right; `shade` is a fill or nothing; `split` marks a part of a row."""

    cells: list[Cell]
    height: float
    shade: str = ""
    struck: bool = False
    part: bool = False


@dataclass
class Rules:
    """What all pieces of one table share: widths of the columns and the padding inside cells, in points."""

    widths: list[float]
    pad_x: float
    pad_y: float
    head: Row | None = None
    least: float = 0.0
    edges: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.edges = [0.0]
        for width in self.widths:
            self.edges.append(self.edges[-1] + width)

    def row(self, cells: list[Cell], shade: str = "", struck: bool = False, part: bool = False) -> Row:
        """A row as high as its highest cell wants, and no lower than `least`."""
        inside = max([cell.height for cell in cells], default=0.0)
        return Row(cells, max(inside + 2 * self.pad_y, 0.0 if part else self.least), shade, struck, part)


class Grid(Box):
    """Rows between rules."""

    def __init__(self, rules: Rules, rows: list[Row], before: float, after: float) -> None:
        self.rules, self.rows, self.before, self.after = rules, rows, before, after
        self._head = rules.head.height if rules.head else 0.0
        self.height = self._head + sum(row.height for row in rows)

    @property
    def least(self) -> float:
        """The head and the first row; of a very tall row, some lines."""
        first = min(self.rows[0].height, 72.0) if self.rows else 0.0
        return self._head + first

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """As many rows as fit; a row taller than a page is split itself, between its lines."""
        used, fit = self._head, 0
        while fit < len(self.rows) and used + self.rows[fit].height <= room + 0.01:
            used += self.rows[fit].height
            fit += 1
        head, rest = self.rows[:fit], self.rows[fit:]
        if rest and rest[0].height > page - self._head:
            parts = self._split_row(rest[0], room - used)
            if parts:
                head, rest = [*head, parts[0]], [parts[1], *rest[1:]]
        if not head or not rest:
            return None
        return Grid(self.rules, head, self.before, 0.0), Grid(self.rules, rest, 0.0, self.after)

    def _split_row(self, row: Row, room: float) -> tuple[Row, Row] | None:
        inside = room - 2 * self.rules.pad_y
        parts = [cell.split(inside) for cell in row.cells]
        if all(first.height == 0.0 for first, _ in parts):
            return None
        first, second = [part[0] for part in parts], [part[1] for part in parts]
        make = self.rules.row
        return make(first, row.shade, row.struck, True), make(second, row.shade, row.struck, True)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Shades, then what the cells hold, then the rules over both."""
        rules, y = self.rules, top
        across = [(x, y, x + rules.edges[-1], y)]
        for row in [rules.head, *self.rows] if rules.head else self.rows:
            if row.shade:
                pen.box(x, y, rules.edges[-1], row.height, fill=row.shade)
            self._draw_cells(pen, row, x, y)
            y += row.height
            across.append((x, y, x + rules.edges[-1], y))
        pen.lines(across + [(x + edge, top, x + edge, y) for edge in rules.edges], 0.75, RULE)

    def _draw_cells(self, pen: Pen, row: Row, x: float, top: float) -> None:
        rules = self.rules
        pad, height = rules.pad_x, row.height
        for cell, edge, width in zip(row.cells, rules.edges, rules.widths, strict=False):
            if cell is EMPTY:
                continue
            drop = rules.pad_y if row.part else (height - cell.height) / 2
            cell.draw(pen, x + edge + pad, top + drop, width - 2 * pad, row.struck)


LEVEL_COLOURS = {"red": "#B42318", "yellow": "#B7791F", "blue": "#1D5FC2"}
"""Inks of the shapes; the word beside them is black."""
