"""The steps of an action card: large enough to be read on a wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from riskdesk.printing.blocks.base import Loop, Model, Words
from riskdesk.printing.box import Box, TextBox
from riskdesk.printing.setting import BODY, GREY, RULE, Setting
from riskdesk.printing.text import INK, Paragraph, is_empty

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


class StepLine(Model):
    """A line below a step, with a label before it: what to say, what never to say, what to take along.

    `mark = "never"` draws a cross before the label. Left out if the text is empty.
    """

    label: Words = Words()
    text: Words
    mark: Literal["none", "never"] = "none"


class Steps(Loop):
    """Numbered steps: `action` in large type, `limit` in a box at the right with `repeat` below it, then lines."""

    LOOP: ClassVar[tuple[str, ...]] = ("number", "action", "limit", "repeat", "line.label", "line.text")

    type: Literal["steps"]
    number: Words
    action: Words
    limit: Words = Words()
    repeat: Words = Words()
    line: list[StepLine] = Field(default_factory=list)
    empty: Words = Words(zh="（没有步骤）", en="(no steps)")
    size: Annotated[float, Field(ge=8, le=40)] = 13.0

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each step."""
        row = None
        for row in setting.loop(self.rows, self.as_):
            yield self._step(row)
            setting.tick(1)
        if row is None:
            yield TextBox(setting.paragraph(setting.text(self.empty), setting.style(colour=GREY)), before=9.0)

    def _step(self, setting: Setting) -> Box:
        large = setting.style(self.size, bold=True)
        left, right = 2.5 * large.size, 6.6 * large.size
        width = setting.width - left - right - 0.6 * large.size
        notes = []
        for line in self.line:
            text = setting.text(line.text)
            if not is_empty(text):
                notes.append(_note(line, setting, width))
        inside = right - 0.8 * large.size
        limit, repeat = setting.text(self.limit), setting.text(self.repeat)
        white = large._replace(align="center", colour="#FFFFFF")
        return _StepBox(
            setting.paragraph(setting.text(self.number), white, 1.9 * large.size),
            setting.paragraph(setting.text(self.action), large._replace(bold=False), width),
            None if is_empty(limit) else setting.paragraph(limit, large._replace(align="center"), inside),
            None if is_empty(repeat) else setting.paragraph(repeat, setting.style(BODY, "center", True), inside),
            notes, setting.width, left, right,
        )  # fmt: skip


class _Note(NamedTuple):
    label: Paragraph
    text: Paragraph
    never: bool


def _note(line: StepLine, setting: Setting, width: float) -> _Note:
    style = setting.style(BODY + 0.75)
    label = setting.paragraph(setting.text(line.label), style._replace(colour=GREY), width * 0.4)
    text = setting.text(line.text)
    room = width - max(label.natural, 3 * style.size) - 0.8 * style.size
    return _Note(label, setting.paragraph(text, style, room), line.mark == "never")


class _StepBox(Box):
    def __init__(
        self, number: Paragraph, action: Paragraph, limit: Paragraph | None, repeat: Paragraph | None,
        notes: list[_Note], width: float, left: float, right: float,
    ) -> None:  # fmt: skip
        self._number, self._action, self._limit, self._repeat = number, action, limit, repeat
        self._notes, self._width, self._left, self._right = notes, width, left, right
        self._pad = 0.5 * action.style.size
        self._badge = 1.9 * action.style.size
        text = action.height + sum(max(note.text.height, note.label.height) for note in notes)
        aside = (limit.height + 0.3 * limit.style.size if limit else 0) + (repeat.height if repeat else 0)
        self.height = max(text, aside, self._badge) + 2 * self._pad

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """A number in a black disc, the words, the limit in its box, a rule below."""
        radius = self._badge / 2
        pen.disc(x + radius, top + self._pad + radius, radius, INK)
        self._number.draw(pen, x, top + self._pad + radius - self._number.height / 2)
        y = top + self._pad + max(0.0, (self._badge - self._action.height) / 2 if not self._notes else 0.0)
        self._action.draw(pen, x + self._left, y)
        y += self._action.height
        for note in self._notes:
            self._draw_note(pen, note, x + self._left, y)
            y += max(note.text.height, note.label.height)
        self._draw_limit(pen, x + self._width - self._right, top + self._pad)
        pen.line(x, top + self.height, x + self._width, top + self.height, 0.75, RULE)

    def _draw_note(self, pen: Pen, note: _Note, x: float, top: float) -> None:
        size = note.text.style.size
        note.label.draw(pen, x, top)
        left = x + max(note.label.natural, 3 * size) + 0.8 * size
        note.text.draw(pen, left, top)
        if note.never:
            middle, arm, at = top + note.text.style.leading / 2, 0.22 * size, left - 0.42 * size
            pen.line(at - arm, middle - arm, at + arm, middle + arm, 1.3)
            pen.line(at - arm, middle + arm, at + arm, middle - arm, 1.3)

    def _draw_limit(self, pen: Pen, x: float, top: float) -> None:
        y = top
        if self._limit:
            pad = 0.15 * self._limit.style.size
            pen.box(x, top, self._right, self._limit.height + 2 * pad, weight=1.5)
            self._limit.draw(pen, x + (self._right - self._limit.width) / 2, top + pad)
            y += self._limit.height + 2 * pad
        if self._repeat:
            self._repeat.draw(pen, x + (self._right - self._repeat.width) / 2, y)
