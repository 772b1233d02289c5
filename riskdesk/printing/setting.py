"""What a block needs to become boxes: the names, the width, the sizes, and whom to tell about progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from riskdesk.printing.template import Evaluator, Names
from riskdesk.printing.text import INK, Align, Paragraph, Rich, Style, shape

MM = 72 / 25.4
BODY, SMALL, HEAD, SECTION, TITLE = 9.75, 8.25, 9.0, 10.5, 18.0
GREY, RULE, SHADE, TINT = "#444444", "#777777", "#EEEEEE", "#F2F2F2"


class SomeWords(Protocol):
    """Words in several languages."""

    def of(self, language: str) -> str:
        """The words in one."""


@dataclass(frozen=True)
class Setting:
    """One print of one form; a block reads it and never changes it, but for the two lists that gather.

    `width` is in points; `scale` multiplies every size; `sections` counts the numbered headings.
    """

    evaluator: Evaluator
    names: Names
    width: float
    scale: float = 1.0
    missing: set[str] = field(default_factory=set)
    sections: list[str] = field(default_factory=list)
    numbered: bool = False
    tick: Callable[[int], None] = lambda rows: None

    @property
    def language(self) -> str:
        """ "zh" or "en"."""
        return self.evaluator.language

    def narrower(self, width: float) -> Setting:
        """The same in a narrower column."""
        return replace(self, width=width)

    def loop(self, expression: str, name: str) -> Iterator[Setting]:
        """This setting for each row an expression gives, the row as `name` and its number, from 1, as `index`."""
        for index, row in enumerate(self.rows(expression), 1):
            yield replace(self, names={**self.names, name: row, "index": index})

    def text(self, words: SomeWords) -> Rich:
        """The words of a form in the language of this print, with their values."""
        return self.evaluator.text(words.of(self.language), self.names)

    def value(self, expression: str) -> Any:
        """The value of an expression of a form."""
        return self.evaluator.value(expression, self.names)

    def rows(self, expression: str) -> list[Any]:
        """The rows an expression gives; none for what is missing."""
        value = self.value(expression)
        return list(value) if isinstance(value, list | tuple) else []

    def style(self, size: float = BODY, align: Align = "left", bold: bool = False, colour: str = INK) -> Style:
        """A style of this size in points at scale 1."""
        size *= self.scale
        return Style(size, size * 1.48, align, bold, colour)

    def paragraph(self, rich: Rich, style: Style, width: float | None = None) -> Paragraph:
        """`rich` broken to `width` (the whole width if not given)."""
        return Paragraph(shape(rich, style.bold, self.missing), style, self.width if width is None else width)
