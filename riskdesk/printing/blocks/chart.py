"""How long each step took beside its limit; made to be read in black and white."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from riskdesk.printing.blocks.base import Expr, Loop, Words
from riskdesk.printing.box import Box, TextBox
from riskdesk.printing.filters import Filters
from riskdesk.printing.setting import GREY, HEAD, SMALL, Setting
from riskdesk.printing.text import INK, Paragraph, plain

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen

_BAR = "#888888"


class _Bar(NamedTuple):
    label: Paragraph
    words: Paragraph
    actual: float
    target: float
    late: bool


class Chart(Loop):
    """A bar for each row: `target` as a dashed outline, `actual` as a bar, both in seconds and either may be missing.

    Times within the limit are grey; a late one is black, with bold words that say by how much. `note` explains below.
    """

    LOOP: ClassVar[tuple[str, ...]] = ("label", "actual", "target")

    type: Literal["chart"]
    label: Words
    actual: Expr
    target: Expr
    late: Words = Words(zh="迟", en="late by")
    unknown: Words = Words(zh="未记录", en="not recorded")
    note: Words = Words()

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box for each bar."""
        bars = [self._bar(row) for row in setting.loop(self.rows, self.as_)]
        if not bars:
            return
        scale = setting.scale
        labels = max(66.0 * scale, *(bar.label.natural for bar in bars))
        left = labels + 9 * scale
        room = setting.width - left - max(bar.words.natural for bar in bars) - 12 * scale
        longest = max([max(bar.actual, bar.target) for bar in bars]) or 1.0
        per_second = max(room, 40.0) / longest
        for bar in bars:
            yield _BarBox(bar, labels, left, per_second, scale)
        note = setting.text(self.note)
        if self.note:
            style = setting.style(SMALL, colour=GREY)
            yield TextBox(setting.paragraph(note, style, setting.width - left), indent=left, before=2 * scale)

    def _bar(self, row: Setting) -> _Bar:
        actual, target = row.value(self.actual), row.value(self.target)
        late = actual is not None and target is not None and actual > target
        clock = Filters(row.language, None).mmss
        parts = [row.text(self.unknown)[0].text if actual is None else clock(actual)]
        if target is not None:
            parts.append(f" / {clock(target)}")
        if late:
            parts.append(f"　{row.text(self.late)[0].text} {clock(actual - target)}")
        row.tick(1)
        return _Bar(
            row.paragraph(row.text(self.label), row.style(HEAD, "right"), row.width * 0.28),
            row.paragraph(plain("".join(parts), late), row.style(SMALL), row.width * 0.4),
            actual or 0.0, target or 0.0, late,
        )  # fmt: skip


class _BarBox(Box):
    def __init__(self, bar: _Bar, labels: float, left: float, per_second: float, scale: float) -> None:
        self._bar, self._labels, self._left = bar, labels, left
        self._per_second, self._scale = per_second, scale
        self.height = max(22.5 * scale, bar.label.height + 4 * scale)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Label, outline, bar, words."""
        bar, scale = self._bar, self._scale
        middle = top + self.height / 2
        bar.label.draw(pen, x + self._labels - bar.label.width, middle - bar.label.height / 2)
        left = x + self._left
        actual, target = bar.actual * self._per_second, bar.target * self._per_second
        if actual:
            pen.box(left, middle - 3 * scale, actual, 6 * scale, fill=INK if bar.late else _BAR)
        if target:
            pen.box(left, middle - 6 * scale, target, 12 * scale, weight=0.75, dash=(2, 1.5))
        bar.words.draw(pen, left + max(actual, target) + 5 * scale, middle - bar.words.height / 2)
