"""Dragging over a table: cells as in a spreadsheet, rows from the column of numbers or with Ctrl or Shift held."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView

from riskdesk.gui.widgets.cellblock import CellBlock, Index
from riskdesk.gui.widgets.group_rows import is_head
from riskdesk.gui.widgets.roles import ColumnRole

ROW_COLUMN = "number"
"""The key of the column that stands for its rows."""
_ROWS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CellDrag:
    """Follows the left mouse button from where it was pressed."""

    def __init__(self, view: QTableView, block: CellBlock) -> None:
        self._view, self._block = view, block
        self._from = QPersistentModelIndex()
        self._place = QPoint()
        self._whole_rows = False

    def press(self, index: Index, event: QMouseEvent) -> None:
        """The button goes down over a cell, or over none."""
        self._from, self._place = QPersistentModelIndex(index), event.position().toPoint()
        head, across = self._view.model(), Qt.Orientation.Horizontal
        key = head.headerData(index.column(), across, ColumnRole.KEY) if index.isValid() else None
        self._whole_rows = key == ROW_COLUMN or bool(event.modifiers() & _ROWS) or is_head(index)

    def move(self, event: QMouseEvent) -> bool:
        """Draw the block to where the mouse is; False where the view is to select rows by itself."""
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._from.isValid():
            return False
        if self._whole_rows and not self._block.active:
            return False
        index, place = self._view.indexAt(self._inside(event)), event.position().toPoint()
        if not self._block.active:
            far = (place - self._place).manhattanLength() >= QApplication.startDragDistance()
            if not far or not index.isValid() or index == self._from:
                return True
            self._block.start(self._from)
        if index.isValid() and not is_head(index):
            self._block.extend(index)
        return True

    def _inside(self, event: QMouseEvent) -> QPoint:
        """Where the mouse is, held within what shows: dragging over the edge scrolls on by a row or column."""
        area = self._view.viewport().rect().adjusted(1, 1, -1, -1)
        at = event.position().toPoint()
        return QPoint(max(area.left(), min(area.right(), at.x())), max(area.top(), min(area.bottom(), at.y())))

    def release(self) -> None:
        """The button is up."""
        self._from = QPersistentModelIndex()
