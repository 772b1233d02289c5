"""The kinds of `[[block]]` that a form may use, by their `type`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from riskdesk.printing.blocks.base import Block, Loop, shown
from riskdesk.printing.blocks.blanks import Fields, Lines, Signature
from riskdesk.printing.blocks.chart import Chart
from riskdesk.printing.blocks.facts import Facts
from riskdesk.printing.blocks.headings import NewPage, Section, Space
from riskdesk.printing.blocks.heatmap import HeatMap
from riskdesk.printing.blocks.pictures import Image, Qr
from riskdesk.printing.blocks.score import Score
from riskdesk.printing.blocks.steps import Steps
from riskdesk.printing.blocks.table import Table
from riskdesk.printing.blocks.texts import Callout, Listing, Text
from riskdesk.printing.box import Box, PageBreak
from riskdesk.printing.setting import Setting


class Each(Loop):
    """Blocks repeated for every row; `page = true` gives each a page of its own."""

    LOOP: ClassVar[tuple[str, ...]] = ("block",)

    type: Literal["each"]
    block: list[AnyBlock]
    page: bool = False

    def lay(self, setting: Setting) -> Iterator[Box]:
        """The boxes of all, one row after another."""
        for row in setting.loop(self.rows, self.as_):
            if self.page and row.names["index"] > 1:
                yield PageBreak()
            yield from lay_all(self.block, row)
            setting.tick(1)


AnyBlock = Annotated[
    Callout | Chart | Each | Facts | Fields | HeatMap | Image | Lines | Listing | NewPage | Qr | Score | Section
    | Signature | Space | Steps | Table | Text,
    Field(discriminator="type"),
]  # fmt: skip
Each.model_rebuild()


def lay_all(blocks: list[AnyBlock], setting: Setting) -> Iterator[Box]:
    """The boxes of those blocks whose condition holds."""
    for block in blocks:
        if shown(block, setting):
            yield from block.lay(setting)


__all__ = ["AnyBlock", "Block", "Each", "lay_all", "shown"]
