"""Running text: paragraphs, boxed notices, lists with bullets, numbers or check boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from riskdesk.printing.blocks.base import Block, Expr, Model, Name, Words
from riskdesk.printing.box import Box, Frame, Side, TextBox
from riskdesk.printing.setting import BODY, SHADE, Setting
from riskdesk.printing.text import Align, Rich, Span, is_empty, plain

Size = Annotated[float, Field(ge=6, le=40)]


class Text(Block):
    """A paragraph. If its text comes out empty, `empty` is printed, or nothing if that is not given."""

    type: Literal["text"]
    text: Words
    empty: Words | None = None
    size: Size = BODY
    bold: bool = False
    align: Align = "left"

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box."""
        rich = setting.text(self.text)
        if is_empty(rich) and self.empty is not None:
            rich = setting.text(self.empty)
        if not is_empty(rich):
            paragraph = setting.paragraph(rich, setting.style(self.size, self.align, self.bold))
            yield TextBox(paragraph, before=0.4 * paragraph.style.size, after=0.4 * paragraph.style.size)
        setting.tick(1)


class Callout(Block):
    """A boxed notice: a label in bold and a text. Left out if the text is empty. `filled` tints it."""

    type: Literal["callout"]
    label: Words = Words()
    text: Words
    filled: bool = False
    size: Size = BODY

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One frame."""
        text, label = setting.text(self.text), setting.text(self.label)
        if not is_empty(text):
            rich: Rich = text
            if not is_empty(label):
                rich = (*(Span(span.text, True) for span in label), Span("　"), *text)
            style = setting.style(self.size)
            padding = (0.8 * style.size, 0.52 * style.size)
            paragraph = setting.paragraph(rich, style, setting.width - 2 * padding[0])
            frame = Frame(paragraph, setting.width, padding, SHADE if self.filled else "")
            frame.before = frame.after = 0.78 * style.size
            yield frame
        setting.tick(1)


class Item(Model):
    """One fixed entry of a list."""

    text: Words
    when: Expr | None = None


class Listing(Block):
    """Entries with a mark: `items` written out, or `text` for every row of `rows`; in `columns` columns."""

    LOOP: ClassVar[tuple[str, ...]] = ("text",)

    type: Literal["list"]
    items: list[Item] = Field(default_factory=list)
    rows: Expr | None = None
    as_: Name = Field("row", alias="as")
    text: Words = Words()
    mark: Literal["bullet", "number", "check", "none"] = "bullet"
    columns: Annotated[int, Field(ge=1, le=4)] = 1
    empty: Words | None = None
    size: Size = BODY

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each entry, or for each row of entries if there are columns."""
        style = setting.style(self.size)
        entries = list(self._entries(setting))
        if not entries and self.empty is not None:
            yield TextBox(setting.paragraph(setting.text(self.empty), style), before=0.3 * style.size)
        width = (setting.width + style.size) / self.columns
        indent = 0.0 if self.mark == "none" else (1.7 if self.mark == "check" or len(entries) > 9 else 1.4) * style.size
        boxes = []
        for n, rich in enumerate(entries, 1):
            mark = {"bullet": "·", "number": f"{n}."}.get(self.mark)
            boxes.append(
                TextBox(
                    setting.paragraph(rich, style, width - style.size - indent if self.columns > 1 else width - indent),
                    before=0.3 * style.size, after=0.3 * style.size, indent=indent,
                    mark=setting.paragraph(plain(mark), style) if mark else None,
                    check=1.15 * style.size if self.mark == "check" else 0.0,
                )
            )  # fmt: skip
        setting.tick(1)
        if self.columns == 1:
            yield from boxes
            return
        for start in range(0, len(boxes), self.columns):
            row: list[tuple[float, Box]] = [
                (n * width, box) for n, box in enumerate(boxes[start : start + self.columns])
            ]
            yield Side(row, before=0.3 * style.size, after=0.3 * style.size)

    def _entries(self, setting: Setting) -> Iterator[Rich]:
        for item in self.items:
            if item.when is None or setting.value(item.when):
                yield setting.text(item.text)
        if self.rows:
            for row in setting.loop(self.rows, self.as_):
                yield row.text(self.text)
