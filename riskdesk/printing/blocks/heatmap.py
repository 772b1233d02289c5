"""The 5 x 5 matrix with the number of risks in each cell; made to be read in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field

from riskdesk.printing.blocks.base import Expr, Loop, Millimetres, Words
from riskdesk.printing.box import Box, Side
from riskdesk.printing.filters import LEVELS
from riskdesk.printing.grid import LEVEL_COLOURS
from riskdesk.printing.setting import GREY, HEAD, MM, RULE, SMALL, Setting
from riskdesk.printing.text import Paragraph, Span, plain

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen

_GROUNDS = {"red": "#D6D6D6", "yellow": "#EDEDED", "blue": ""}
"""The graver the darker, so that the shape of the field shows on any printer."""
_AXIS = 13.0
_ARROW = "#8C8C8C"
_MOST = 8
"""So many arrows are drawn, the strongest, as on the screen: more would hide each other."""

Move = tuple[tuple[int, int], tuple[int, int], int]
"""Likelihood and severity that risks left, those that they reached, and how many risks they are."""


class _CellLook(NamedTuple):
    ground: str
    mark: Paragraph | None
    figure: Paragraph | None


class _Look(NamedTuple):
    title: Paragraph
    foot: Paragraph
    down: Paragraph
    across: Paragraph
    cells: list[list[_CellLook]]
    moves: Sequence[Move]
    rows: list[Paragraph]
    """The numbers beside the rows, from the top; those under the columns are the same."""


class HeatMap(Loop):
    """A matrix for each row, side by side, `columns` to a line.

    `counts` and `levels` are lists of rows, likelihood 1 first, each by severity 1 first. Likelihood runs upwards. A
    level is told by its shape in the corner of the cell, the darker ground only helps the eye. `moves` are lists of the
    cell that risks left, the one they reached and how many they are, the strongest first: arrows.
    """

    LOOP: ClassVar[tuple[str, ...]] = ("title", "foot", "counts", "levels", "moves")

    type: Literal["heatmap"]
    title: Words
    counts: Expr
    levels: Expr
    moves: Expr | None = None
    foot: Words = Words()
    likelihood: Words = Words(zh="可能性", en="Likelihood")
    severity: Words = Words(zh="严重度", en="Severity")
    columns: Annotated[int, Field(ge=1, le=4)] = 3
    height: Millimetres = 9.0

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each line of matrices."""
        gap = 8 * MM * setting.scale
        width = (setting.width + gap) / self.columns - gap
        boxes = [_Map(self._look(row, width), width, self.height * MM, setting.scale) for row in self._rows(setting)]
        for start in range(0, len(boxes), self.columns):
            line: list[tuple[float, Box]] = [
                (n * (width + gap), box) for n, box in enumerate(boxes[start : start + self.columns])
            ]
            yield Side(line, before=4.5 * setting.scale, after=6 * setting.scale)

    def _rows(self, setting: Setting) -> Iterator[Setting]:
        for row in setting.loop(self.rows, self.as_):
            row.tick(1)
            yield row

    def _look(self, row: Setting, width: float) -> _Look:
        counts, levels = row.value(self.counts) or [], row.value(self.levels) or []
        moves: Sequence[Move] = (row.value(self.moves) if self.moves else None) or []
        small = row.style(SMALL, colour=GREY)
        size = max(len(counts), len(levels))
        cells = [[_cell(_at(counts, n, m), _at(levels, n, m), row) for m in range(size)] for n in range(size)]
        return _Look(
            row.paragraph(row.text(self.title), row.style(HEAD, bold=True), width),
            row.paragraph(row.text(self.foot), small, width),
            row.paragraph(row.text(self.likelihood), small, width),
            row.paragraph(row.text(self.severity), small, width),
            cells[::-1], moves[:_MOST], [row.paragraph(plain(str(n)), small) for n in range(size, 0, -1)],
        )  # fmt: skip


def _at(table: Sequence[Sequence[Any]], likelihood: int, severity: int) -> Any:
    try:
        return table[likelihood][severity]
    except IndexError:
        return None


def _cell(count: Any, level: Any, setting: Setting) -> _CellLook:
    mark = None
    if level in LEVELS:
        style = setting.style(SMALL * 0.85, colour=LEVEL_COLOURS[level])
        mark = setting.paragraph((Span(LEVELS[level][0]),), style)
    told = setting.paragraph(plain(f"{count:,}", True), setting.style(HEAD * 1.2)) if count else None
    return _CellLook(_GROUNDS.get(level, ""), mark, told)


class _Map(Box):
    """Title, the field with its two scales, and words below."""

    def __init__(self, look: _Look, width: float, cell: float, scale: float) -> None:
        self._look, self._width, self._scale = look, width, scale
        self._cell = cell * scale
        self._top = look.title.height + look.down.height + 3 * scale
        self._field = self._cell * len(look.cells)
        self._below = self._top + self._field + 2 * scale
        self.height = self._below + look.across.height + look.foot.height + 2 * scale

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """From the top."""
        look, scale = self._look, self._scale
        look.title.draw(pen, x, top)
        look.down.draw(pen, x, top + look.title.height + scale)
        left = x + _AXIS * scale
        side = (self._width - _AXIS * scale) / max(len(look.cells), 1)
        for n, (row, number) in enumerate(zip(look.cells, look.rows, strict=True)):
            y = top + self._top + n * self._cell
            number.draw(pen, x + 3 * scale, y + (self._cell - number.height) / 2)
            for place, cell in enumerate(row):
                self._draw_cell(pen, cell, left + place * side, y, side)
        for move in reversed(look.moves):
            self._draw_move(pen, move, left, top + self._top, side)
        below = top + self._below
        for place, number in enumerate(reversed(look.rows)):
            number.draw(pen, left + (place + 0.5) * side - number.natural / 2, below)
        look.across.draw(pen, x + self._width - look.across.natural, below + look.across.height * 0.85)
        look.foot.draw(pen, x, below + look.across.height + 2 * scale)

    def _draw_move(self, pen: Pen, move: Move, left: float, top: float, side: float) -> None:
        """An arrow from beside the figure of one cell to beside that of another; the more risks, the thicker.

        It runs a little to the right of the straight way, so that ways there and back part.
        """
        (x1, y1), (x2, y2) = (
            (left + (severity - 0.5) * side, top + (len(self._look.cells) - likelihood + 0.5) * self._cell)
            for likelihood, severity in move[:2]
        )
        length = hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        weight = (0.6 + 1.8 * move[2] / self._look.moves[0][2]) * self._scale
        clear, aside, head = 0.28 * min(side, self._cell), 3.2 * self._scale, 2.2 * self._scale + 1.6 * weight
        x1, y1 = x1 + ux * clear - uy * aside, y1 + uy * clear + ux * aside
        x2, y2 = x2 - ux * clear - uy * aside, y2 - uy * clear + ux * aside
        neck = x2 - ux * head, y2 - uy * head
        pen.line(x1, y1, *neck, weight, _ARROW)
        wing = 0.5 * head
        pen.shape(
            [(x2, y2), (neck[0] - uy * wing, neck[1] + ux * wing), (neck[0] + uy * wing, neck[1] - ux * wing)], _ARROW
        )

    def _draw_cell(self, pen: Pen, cell: _CellLook, x: float, top: float, side: float) -> None:
        pen.box(x, top, side, self._cell, weight=0.5, colour=RULE, fill=cell.ground)
        if cell.mark:
            cell.mark.draw(pen, x + 2.2 * self._scale, top + 0.6 * self._scale)
        if cell.figure:
            place = x + (side - cell.figure.natural) / 2
            cell.figure.draw(pen, place, top + (self._cell - cell.figure.height) / 2)
