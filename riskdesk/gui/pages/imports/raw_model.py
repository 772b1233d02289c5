"""A sheet as it is: every row from the top, its head rows marked."""

from __future__ import annotations

from typing import Any

from riskdesk.exchange.cells import letter
from riskdesk.exchange.heads import Heads
from riskdesk.exchange.sheets import Sheet
from riskdesk.gui.pages.imports.lazy import Head, LazyModel, one_line
from riskdesk.gui.widgets.cells import Look
from riskdesk.i18n import tr

MOST_COLUMNS = 200


class RawModel(LazyModel):
    """Rows of a sheet, in columns by their letters."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self._first, self._last = -1, -1

    def show(self, sheet: Sheet | None, heads: Heads | None) -> None:
        """Show a sheet with these heads."""
        self._first, self._last = (heads.first, heads.last) if heads is not None else (-1, -1)
        if sheet is self.sheet and sheet is not None:
            self.repaint()
            return
        self.sheet = sheet
        width = min(sheet.width, MOST_COLUMNS) if sheet is not None else 0
        columns = [Head(letter(column), letter(column), 128, flexible=column == width - 1) for column in range(width)]
        self.renew([Head("row", tr("Row"), 62, right=True), *columns])

    def size(self) -> int:
        return len(self.sheet.rows) if self.sheet is not None else 0

    def looks(self, row: int) -> list[Look]:
        assert self.sheet is not None
        is_head = self._first <= row <= self._last
        tone = "accent" if is_head else "third" if row < self._first else "text"
        number = Look(f"{row + 1}", "accent" if is_head else "third", right=True)
        width = len(self.heads) - 1
        cells = (one_line(self.sheet.cell(row, column).text) for column in range(width))
        return [number, *(Look(text, tone, bold=is_head) for text in cells)]
