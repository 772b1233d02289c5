"""What is filled in by hand: labelled blanks, signatures, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from riskdesk.printing.blocks.base import Block, Expr, Millimetres, Model, Name, Words
from riskdesk.printing.box import Box
from riskdesk.printing.setting import BODY, MM, Setting
from riskdesk.printing.text import Paragraph, Rich, Span, is_empty

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


class Blank(Model):
    """A label and room of `blank` millimetres to write in; a `value` that is there is printed instead."""

    label: Words
    value: Words = Words()
    blank: Millimetres | None = None
    when: Expr | None = None


class _Place(NamedTuple):
    x: float
    label: Paragraph
    line: tuple[float, float]
    value: Paragraph | None


class Fields(Block):
    """Labels with blanks beside them, as many to a line as fit: `items`, or `label` for every row of `rows`."""

    LOOP: ClassVar[tuple[str, ...]] = ("label",)
    GAP: ClassVar[float] = 20.0
    PITCH: ClassVar[float] = 22.5
    BEFORE: ClassVar[float] = 2.5
    TOGETHER: ClassVar[bool] = False

    type: Literal["fields"]
    items: list[Blank] = Field(default_factory=list)
    rows: Expr | None = None
    as_: Name = Field("row", alias="as")
    label: Words = Words()
    blank: Millimetres = 15.3
    size: Annotated[float, Field(ge=6, le=30)] = BODY

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each line of fields."""
        lines: list[list[_Place]] = [[]]
        x = 0.0
        for place in self._places(setting):
            width = place.line[1] if place.value is None else place.line[0] + place.value.natural
            if x and x + width > setting.width:
                lines.append([])
                x = 0.0
            lines[-1].append(place._replace(x=x))
            x += width + self.GAP * setting.scale
        for n, line in enumerate(filter(None, lines)):
            height = self.PITCH if n else self.PITCH - self.BEFORE
            box = _FieldLine(line, height * setting.scale, 0.0 if n else 2 * self.BEFORE * setting.scale)
            box.keep = box.follows = self.TOGETHER
            yield box
        setting.tick(1)

    def _places(self, setting: Setting) -> Iterator[_Place]:
        for item in self.items:
            if item.when is None or setting.value(item.when):
                yield self._place(setting, setting.text(item.label), setting.text(item.value), item.blank)
        for row in setting.loop(self.rows, self.as_) if self.rows else ():
            yield self._place(setting, row.text(self.label), (Span(""),), None)

    def _place(self, setting: Setting, label: Rich, value: Rich, blank: float | None) -> _Place:
        style = setting.style(self.size)
        words = setting.paragraph(label, style, setting.width * 0.7)
        left = words.natural + 0.24 * style.size
        wide = min((blank or self.blank) * MM * setting.scale, setting.width - left)
        if is_empty(value):
            return _Place(0.0, words, (left, left + wide), None)
        bold = setting.paragraph(value, style._replace(bold=True), setting.width - left)
        return _Place(0.0, words, (left + style.size * 0.5, left), bold)


class Signature(Fields):
    """Blanks wide enough to sign in, with room above. They stay together, and with the end of what they sign."""

    TOGETHER: ClassVar[bool] = True
    GAP: ClassVar[float] = 30.0
    PITCH: ClassVar[float] = 26.0
    BEFORE: ClassVar[float] = 5.0

    type: Literal["signature"]  # type: ignore[assignment]
    blank: Millimetres = 29.0


class _FieldLine(Box):
    def __init__(self, places: list[_Place], height: float, before: float) -> None:
        self._places, self.before = places, before
        tallest = max(max(place.label.height, place.value.height if place.value else 0.0) for place in places)
        self._drop = height - places[0].label.style.leading
        self.height = self._drop + tallest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Labels on one line, blanks under their foot."""
        for place in self._places:
            style = place.label.style
            place.label.draw(pen, x + place.x, top + self._drop)
            start, end = (x + place.x + edge for edge in place.line)
            if place.value:
                place.value.draw(pen, start, top + self._drop)
            else:
                y = top + self._drop + place.label.height - style.leading * 0.2
                pen.line(start, y, end, y)


class Lines(Block):
    """`count` lines across the page to write on, `pitch` millimetres apart."""

    type: Literal["lines"]
    count: Annotated[int, Field(ge=1, le=60)] = 4
    pitch: Millimetres = 7.15

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each line."""
        for n in range(self.count):
            yield _Rule(setting.width, self.pitch * MM * setting.scale, 0.0 if n else 3.5 * setting.scale)
        setting.tick(1)


class _Rule(Box):
    def __init__(self, width: float, height: float, before: float) -> None:
        self._width, self.height, self.before = width, height, before

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """A grey line at the foot."""
        pen.line(x, top + self.height, x + self._width, top + self.height, 0.75, "#999999")
