"""Tables: columns described once, rows from an expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from riskdesk.printing.blocks.base import Expr, Loop, Millimetres, Model, Words
from riskdesk.printing.box import Box
from riskdesk.printing.filters import LEVELS, UNSCORED
from riskdesk.printing.grid import (
    EMPTY,
    LEVEL_COLOURS,
    Cell,
    CheckCell,
    Grid,
    LevelCell,
    LineCell,
    Row,
    Rules,
    TextCell,
)
from riskdesk.printing.setting import BODY, GREY, HEAD, MM, SHADE, TINT, Setting
from riskdesk.printing.text import Align, Paragraph, Rich, Span, Style, is_empty, plain

_LATIN_WORD = re.compile("[!-~]{2,}")
CHECK_SIDE = 1.15
"""Side of a box to tick, in sizes of the text beside it."""


class Column(Model):
    """One column.

    Either `width` in millimetres, or a `share` of what the fixed ones leave. `kind`: text; level (the value is red,
    yellow or blue); checkbox; line to write on; blank. `note` is printed smaller below the value.
    """

    head: Words = Words()
    value: Words = Words()
    note: Words | None = None
    kind: Literal["text", "level", "checkbox", "line", "blank"] = "text"
    width: Millimetres | None = None
    share: Annotated[float, Field(gt=0, le=100)] = 1.0
    align: Align = "left"
    bold: bool = False
    when: Expr | None = None


class Table(Loop):
    """A ruled table.

    `tint` and `strike` are conditions on a row: a grey ground, a line through its text. `padding` is the space above
    and below the text of a row, `least` the least height of a row, both in millimetres. Without rows, `empty` is
    printed across the table.
    """

    LOOP: ClassVar[tuple[str, ...]] = ("column.value", "column.note", "tint", "strike")

    type: Literal["table"]
    column: Annotated[list[Column], Field(min_length=1)]
    tint: Expr | None = None
    strike: Expr | None = None
    empty: Words = Words(zh="（无）", en="(none)")
    head: bool = True
    padding: Annotated[float, Field(ge=0.2, le=20)] = 1.4
    least: Annotated[float, Field(ge=0, le=100)] = 0.0
    size: Annotated[float, Field(ge=6, le=30)] = BODY

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One grid, which splits over pages."""
        columns = [c for c in self.column if c.when is None or setting.value(c.when)]
        rules = self._rules(columns, setting)
        rows = list(self._rows(columns, rules, setting))
        if not rows:
            yield from self._without_rows(rules, setting)
            return
        yield Grid(rules, rows, 4.5 * setting.scale, 8.5 * setting.scale)

    def _rules(self, columns: list[Column], setting: Setting) -> Rules:
        scale, pad = setting.scale, 5.25 * setting.scale
        style = setting.style(HEAD * self.size / BODY, bold=True)
        heads = [setting.text(column.head) for column in columns]
        fixed = [
            max(column.width * MM * scale, _longest_word(head, setting, style) + 2 * pad) if column.width else 0.0
            for column, head in zip(columns, heads, strict=True)
        ]
        shares = sum(column.share for column in columns if not column.width)
        # Columns that want more than the paper has are narrowed alike.
        squeeze = min(1.0, (setting.width - (30.0 if shares else 0.0)) / sum(fixed)) if sum(fixed) else 1.0
        left = setting.width - sum(fixed) * squeeze
        widths = [
            width * squeeze if width else left * column.share / shares
            for width, column in zip(fixed, columns, strict=True)
        ]
        rules = Rules(widths, pad, self.padding * MM * scale, least=self.least * MM * scale)
        if self.head:
            cells: list[Cell] = [
                TextCell(setting.paragraph(head, style._replace(align=_head_align(column)), width))
                for head, column, width in zip(heads, columns, self._insides(rules), strict=True)
            ]
            rules.head = rules.row(cells, SHADE)
        return rules

    @staticmethod
    def _insides(rules: Rules) -> list[float]:
        return [max(width - 2 * rules.pad_x, 1.0) for width in rules.widths]

    def _rows(self, columns: list[Column], rules: Rules, setting: Setting) -> Iterator[Row]:
        language = setting.language
        values = [column.value.of(language) for column in columns]
        notes = [column.note.of(language) for column in columns if column.note]
        conditions = [condition or "false" for condition in (self.tint, self.strike)]
        read = setting.evaluator.rows([*values, *notes], conditions)
        makers = self._makers(columns, rules, setting)
        names = dict(setting.names)
        for index, row in enumerate(setting.rows(self.rows), 1):
            names[self.as_], names["index"] = row, index
            texts, (tint, strike) = read(names)
            below = iter(texts[len(columns) :])
            cells = [
                make(text, next(below) if column.note else None)
                for make, text, column in zip(makers, texts, columns, strict=False)
            ]
            setting.tick(1)
            yield rules.row(cells, TINT if tint else "", bool(strike))

    def _makers(
        self, columns: list[Column], rules: Rules, setting: Setting
    ) -> list[Callable[[Rich, Rich | None], Cell]]:
        return [
            _maker(column, width, self.size, setting)
            for column, width in zip(columns, self._insides(rules), strict=True)
        ]

    def _without_rows(self, rules: Rules, setting: Setting) -> Iterator[Box]:
        style = setting.style(self.size, "center", colour=GREY)
        whole = Rules([sum(rules.widths)], rules.pad_x, rules.pad_y, least=rules.least)
        words = setting.paragraph(setting.text(self.empty), style, self._insides(whole)[0])
        if rules.head:
            head = Grid(rules, [], 4.5 * setting.scale, 0.0)
            head.keep = True
            yield head
        yield Grid(whole, [whole.row([TextCell(words)])], 0.0 if rules.head else 4.5, 8.5 * setting.scale)


def _head_align(column: Column) -> Align:
    return "center" if column.kind == "checkbox" else column.align


def _longest_word(head: Rich, setting: Setting, style: Style) -> float:
    """The width of the longest Latin word of a head, which its column must have; Chinese breaks anywhere."""
    words = [word for span in head for word in _LATIN_WORD.findall(span.text)]
    return max([setting.paragraph(plain(word), style, 999.0).natural for word in words], default=0.0) + 0.1


def _maker(column: Column, width: float, size: float, setting: Setting) -> Callable[[Rich, Rich | None], Cell]:
    """How the cells of a column are made from a value and a note."""
    style = setting.style(size, column.align, column.bold)
    small = setting.style(size * 0.85, column.align, colour=GREY)
    if column.kind == "checkbox":
        box = CheckCell(CHECK_SIDE * style.size)
        return lambda value, note: box
    if column.kind == "line":
        line = LineCell(style)
        return lambda value, note: line
    if column.kind == "blank":
        return lambda value, note: EMPTY
    if column.kind == "level":
        levels = {level: _level(level, setting, size, width) for level in (*LEVELS, "")}

        def level(value: Rich, note: Rich | None) -> Cell:
            if note is None or is_empty(note):
                return levels.get(value[0].text, levels[""])
            return _level(value[0].text, setting, size, width, setting.paragraph(note, small, width))

        return level

    known: dict[Rich, Cell] = {(Span(""),): EMPTY}

    def text(value: Rich, note: Rich | None) -> Cell:
        if note is not None and not is_empty(note):
            return TextCell(setting.paragraph(value, style, width), setting.paragraph(note, small, width))
        cell = known.get(value)
        if cell is None:  # names and states come again row after row
            cell = known[value] = TextCell(setting.paragraph(value, style, width))
        return cell

    return text


def _level(level: str, setting: Setting, size: float, width: float, note: Paragraph | None = None) -> Cell:
    style = setting.style(size)
    if level not in LEVELS:
        return TextCell(setting.paragraph(plain(UNSCORED[setting.language]), style._replace(colour=GREY), width))
    shape, words = LEVELS[level]
    colour = LEVEL_COLOURS[level]
    mark = setting.paragraph((Span(shape),), style._replace(colour=colour), width)
    room = max(width - 1.3 * style.size, style.size)
    word = setting.paragraph((Span(words[setting.language], True),), style, room)
    return LevelCell(mark, colour, word, note)
