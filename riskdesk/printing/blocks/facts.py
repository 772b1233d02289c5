"""A grid of facts: a label and its value in bold, in columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from riskdesk.printing.blocks.base import Block, Expr, Model, Words
from riskdesk.printing.box import Box, Side, TextBox
from riskdesk.printing.setting import BODY, Setting
from riskdesk.printing.text import Paragraph, is_empty, plain


class Fact(Model):
    """A label and a value; `span` columns wide. Left out unless `when` holds."""

    label: Words
    value: Words
    span: Annotated[int, Field(ge=1, le=6)] = 1
    when: Expr | None = None


class Facts(Block):
    """Facts in `columns` columns, row by row. A value that is empty prints as `empty`. Long values wrap."""

    type: Literal["facts"]
    columns: Annotated[int, Field(ge=1, le=6)] = 3
    items: list[Fact]
    empty: Words = Words(zh="—")
    size: Annotated[float, Field(ge=6, le=30)] = BODY

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each row of facts."""
        style = setting.style(self.size)
        gap, width = style.size, (setting.width + style.size * 2) / self.columns
        rows = self._rows(setting, width * 0.45)
        labels = self._label_widths(rows, setting, width)
        for n, row in enumerate(rows):
            boxes: list[tuple[float, Box]] = []
            for column, fact, label in row:
                left = column * width
                room = width * fact.span - 2 * style.size - labels[column] - gap
                value = setting.text(fact.value)
                value = setting.text(self.empty) if is_empty(value) else value
                boxes.append((left, TextBox(label)))
                bold = setting.paragraph(value, style._replace(bold=True), max(room, 3 * style.size))
                boxes.append((left + labels[column] + gap, TextBox(bold)))
            last = n == len(rows) - 1
            yield Side(boxes, before=(0.3 if n else 0.6) * style.size, after=(0.8 if last else 0.3) * style.size)
        setting.tick(1)

    def _rows(self, setting: Setting, room: float) -> list[list[tuple[int, Fact, Paragraph]]]:
        """(column, fact, label) row by row; labels are at most `room` wide."""
        rows: list[list[tuple[int, Fact, Paragraph]]] = []
        column, style = self.columns, setting.style(self.size)
        for fact in self.items:
            if fact.when is not None and not setting.value(fact.when):
                continue
            span = min(fact.span, self.columns)
            if column + span > self.columns:
                rows.append([])
                column = 0
            label = setting.paragraph(setting.text(fact.label), style, room)
            rows[-1].append((column, fact, label))
            column += span
        return rows

    def _label_widths(
        self, rows: list[list[tuple[int, Fact, Paragraph]]], setting: Setting, width: float
    ) -> list[float]:
        """The width of the widest label of each column, so that the values of a column stand in line."""
        least = setting.paragraph(plain("　　"), setting.style(self.size)).natural
        widths = [least] * self.columns
        for row in rows:
            for column, _, label in row:
                widths[column] = max(widths[column], label.natural)
        return [min(natural, width * 0.45) for natural in widths]
