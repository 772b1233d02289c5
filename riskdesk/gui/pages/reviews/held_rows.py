"""Rows of a list that is kept as it was, as they are shown and as they are taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from riskdesk.gui.models.rows import Row, RowsModel
from riskdesk.gui.pages.exporting import Held
from riskdesk.i18n import tr


class HeldRows(RowsModel[Row]):
    """A table of such rows."""

    def text(self, row: Row, key: str) -> str:
        """What the column of that key shows of a row."""
        raise NotImplementedError

    def plain(self, row: Row, key: str) -> str | int | dt.date:
        """The same for a spreadsheet: a day as a day."""
        return self.text(row, key)

    def held(self, title: str, sections: Sequence[int]) -> Held:
        """The rows in sight, in these columns, to be taken out."""
        columns = [self.COLUMNS[section][:2] for section in sections]
        rows = [[self.plain(row, key) for key, _ in columns] for row in self.rows]
        return Held(title, "risk", [tr(words) for _, words in columns], rows)
