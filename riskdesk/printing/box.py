"""What a page is made of: boxes that know their height, may be split, and draw themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riskdesk.printing.text import INK, Paragraph

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


class Box:
    """A piece of a page. Lengths are points; a box knows its width from when it was made."""

    height: float = 0.0
    before: float = 0.0
    """Space wanted above; of this and the `after` of the box above, the larger counts. None at the top of a page."""
    after: float = 0.0
    keep: bool = False
    """Never the last on a page: a heading."""
    follows: bool = False
    """Never alone on a page: the end of what stands before comes along. Signatures."""

    @property
    def least(self) -> float:
        """The height of the smallest first piece that `split` would leave on a page."""
        return self.height

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """A first piece of at most `room` points and the rest, or None if it cannot be had; a page holds `page`."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""


class PageBreak(Box):
    """What follows begins a page."""


class Gap(Box):
    """Empty height."""

    def __init__(self, height: float) -> None:
        self.height = height


class TextBox(Box):
    """A paragraph, indented by `indent` points, with a mark such as a bullet before its first line."""

    def __init__(
        self, paragraph: Paragraph, *, before: float = 0.0, after: float = 0.0, indent: float = 0.0,
        mark: Paragraph | None = None, check: float = 0.0, keep: bool = False,
    ) -> None:  # fmt: skip
        self.paragraph, self.indent, self.mark, self.check, self.keep = paragraph, indent, mark, check, keep
        self.before, self.after = before, after
        self.height = paragraph.height

    @property
    def least(self) -> float:
        """Two lines, so that none stands alone at the foot of a page; all of three."""
        lines = len(self.paragraph.lines)
        return self.height if lines <= 3 else 2 * self.paragraph.style.leading

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """Never one line alone on either page."""
        if room < self.least or self.height <= self.least:
            return None
        room = min(room, self.height - 2 * self.paragraph.style.leading)
        parts = self.paragraph.split(room)
        if parts is None:
            return None
        head = TextBox(parts[0], before=self.before, indent=self.indent, mark=self.mark, check=self.check)
        return head, TextBox(parts[1], after=self.after, indent=self.indent)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The text, with its mark or check box to the left."""
        if self.mark:
            self.mark.draw(pen, x, top)
        if self.check:
            check_box(pen, x, top + (self.paragraph.style.leading - self.check) / 2, self.check)
        self.paragraph.draw(pen, x + self.indent, top)


class Side(Box):
    """Boxes side by side, each at its own distance from the left. Not split."""

    def __init__(self, boxes: list[tuple[float, Box]], *, before: float = 0.0, after: float = 0.0) -> None:
        self.boxes, self.before, self.after = boxes, before, after
        self.height = max((box.height for _, box in boxes), default=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """All on one top line."""
        for left, box in self.boxes:
            box.draw(pen, x + left, top)


class Frame(Box):
    """A paragraph in a ruled box, split between lines over pages."""

    def __init__(self, paragraph: Paragraph, width: float, padding: tuple[float, float], fill: str) -> None:
        self.paragraph, self.width, self.padding, self.fill = paragraph, width, padding, fill
        self.height = paragraph.height + 2 * padding[1]

    @property
    def least(self) -> float:
        """Two lines and the padding."""
        return min(self.height, 2 * self.paragraph.style.leading + 2 * self.padding[1])

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """Two frames, each closed."""
        parts = self.paragraph.split(room - 2 * self.padding[1]) if room >= self.least else None
        if parts is None:
            return None
        frames = [Frame(part, self.width, self.padding, self.fill) for part in parts]
        frames[0].before, frames[1].after = self.before, self.after
        return frames[0], frames[1]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The rule, then the text."""
        pen.box(x, top, self.width, self.height, weight=0.75, fill=self.fill)
        self.paragraph.draw(pen, x + self.padding[0], top + self.padding[1])


def check_box(pen: Pen, x: float, top: float, side: float, checked: bool = False) -> None:
    """A square to tick, drawn: the fonts have no ☐; `checked` draws the tick as well."""
    pen.box(x, top, side, side, weight=0.75)
    if checked:
        pen.line(x + side * 0.2, top + side * 0.5, x + side * 0.42, top + side * 0.76, 1.2, INK)
        pen.line(x + side * 0.42, top + side * 0.76, x + side * 0.82, top + side * 0.2, 1.2, INK)
