"""The table in which an observer scores a drill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from riskdesk.printing.blocks.base import Loop, Words
from riskdesk.printing.blocks.table import CHECK_SIDE
from riskdesk.printing.box import Box
from riskdesk.printing.grid import EMPTY, Cell, CheckCell, Grid, Rules, TextCell
from riskdesk.printing.setting import HEAD, MM, SHADE, Setting


class Score(Loop):
    """One column for each criterion, then the total and whether it passed; `lines` empty rows to fill in."""

    LOOP: ClassVar[tuple[str, ...]] = ("label",)

    type: Literal["score"]
    label: Words
    total: Words = Words(zh="合计", en="Total")
    passed: Words = Words(zh="达标", en="Passed")
    yes: Words = Words(zh="是", en="Yes")
    no: Words = Words(zh="否", en="No")
    who: Words = Words()
    lines: Annotated[int, Field(ge=1, le=30)] = 1

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One grid."""
        criteria = [row.text(self.label) for row in setting.loop(self.rows, self.as_)]
        heads = [*criteria, setting.text(self.total), setting.text(self.passed)]
        fixed = [17 * MM * setting.scale, 39 * MM * setting.scale]
        if self.who:
            heads.insert(0, setting.text(self.who))
        share = (setting.width - sum(fixed)) / max(len(heads) - 2, 1)
        rules = Rules([share] * (len(heads) - 2) + fixed, 5.25 * setting.scale, 4.0 * setting.scale)
        bold, plain = setting.style(HEAD, bold=True), setting.style()
        cells: list[Cell] = [
            TextCell(setting.paragraph(head, bold, width - 2 * rules.pad_x))
            for head, width in zip(heads, rules.widths, strict=True)
        ]
        rules.head = rules.row(cells, SHADE)
        rules.least = 9.0 * MM * setting.scale
        words = tuple(setting.paragraph(setting.text(word), plain, 200.0) for word in (self.yes, self.no))
        blank: list[Cell] = [EMPTY] * (len(heads) - 1)
        rows = [rules.row([*blank, CheckCell(CHECK_SIDE * plain.size, words)]) for _ in range(self.lines)]
        yield Grid(rules, rows, 4.5 * setting.scale, 8.5 * setting.scale)
        setting.tick(len(criteria))
