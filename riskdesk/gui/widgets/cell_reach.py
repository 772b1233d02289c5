"""Shift and arrows over a table: a block of cells as in a spreadsheet, whole rows for who began with rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.gui.widgets.cell_drag import ROW_COLUMN

if TYPE_CHECKING:
    from riskdesk.gui.widgets.table import RecordTable

MOVES = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp, Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}  # fmt: skip
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class CellReach:
    """Lets what is selected reach from where Shift was first pressed to the cell that the arrows come to."""

    def __init__(self, table: RecordTable) -> None:
        self._table = table
        self.whole_rows = False
        """Rows were asked for outright, by Shift+Space."""

    def to(self, index: QModelIndex, key: Qt.Key, shift: bool) -> None:
        """The arrows come to this cell; without Shift it is a block of its own, if there was one."""
        table = self._table
        if not index.isValid():
            return
        if table.block.active:
            (table.block.extend if shift else table.block.start)(index)
        elif key not in SIDEWAYS and self._is_on_rows():
            first, last = sorted((self._first_row(), index.row()))
            table.select_rows(list(range(first, last + 1)))
            table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            table.scrollTo(index)
        else:
            table.block.start(table.currentIndex().siblingAtRow(self._first_row()))
            table.block.extend(index)

    def _is_on_rows(self) -> bool:
        """Whether the person chooses rows: from the column of numbers, by Shift+Space, or several are chosen."""
        column = self._table.currentIndex().column()
        return self.whole_rows or self._table.head.key(column) == ROW_COLUMN or len(self._table.selected_rows()) > 1

    def _first_row(self) -> int:
        """Where the selected rows begin that end at the current one; that one itself where they do not."""
        rows, current = self._table.selected_rows(), self._table.currentIndex().row()
        if not rows or current not in (rows[0], rows[-1]) or rows[-1] - rows[0] >= len(rows):
            return current
        return rows[0] if current == rows[-1] else rows[-1]
