"""Headings, empty space and page breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from riskdesk.printing.blocks.base import Block, Millimetres, Words
from riskdesk.printing.box import Box, Gap, PageBreak
from riskdesk.printing.setting import GREY, MM, SECTION, SMALL, Setting
from riskdesk.printing.text import Paragraph, Span

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


class Section(Block):
    """A heading over a rule, with a small `note` at its right. Numbered if the form says `numbered = true`."""

    type: Literal["section"]
    title: Words
    note: Words = Words()

    def lay(self, setting: Setting) -> Iterator[Box]:
        """The heading, never the last on a page."""
        title = setting.text(self.title)
        if setting.numbered:
            setting.sections.append(title[0].text)
            title = (Span(f"{len(setting.sections)}　"), *title)
        small = setting.style(SMALL, "right", colour=GREY)
        note = setting.paragraph(setting.text(self.note), small, setting.width * 0.5)
        room = setting.width - note.natural - small.size
        yield SectionBox(setting.paragraph(title, setting.style(SECTION, bold=True), room), note, setting)
        setting.tick(1)


class SectionBox(Box):
    """Bold words over a line."""

    keep = True

    def __init__(self, title: Paragraph, note: Paragraph, setting: Setting) -> None:
        self._title, self._note, self._width = title, note, setting.width
        self.height = max(title.height, note.height) + 2.2 * setting.scale
        self.before, self.after = 8.5 * setting.scale, 4.5 * setting.scale

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The words, the rule below."""
        self._title.draw(pen, x, top)
        if self._note.natural:
            self._note.draw(pen, x + self._width - self._note.width, top + self.height - self._note.height - 1.8)
        pen.line(x, top + self.height, x + self._width, top + self.height, 0.75)


class Space(Block):
    """Empty height of `mm` millimetres."""

    type: Literal["space"]
    mm: Millimetres

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One gap."""
        yield Gap(self.mm * MM * setting.scale)
        setting.tick(1)


class NewPage(Block):
    """What follows begins a page."""

    type: Literal["page"]

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One break."""
        yield PageBreak()
        setting.tick(1)
