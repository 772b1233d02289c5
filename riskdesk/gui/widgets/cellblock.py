"""A rectangle of cells in a table whose rows are otherwise chosen whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView

from riskdesk.gui.theme.theme import colours_of
from riskdesk.gui.widgets.paint import rounded

Index = QModelIndex | QPersistentModelIndex


class CellBlock:
    """The block between an anchor and the current cell, as one sees it: hidden columns are none of it."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._anchor = QPersistentModelIndex()
        self.active = False

    def start(self, index: Index) -> None:
        """Begin a block of this one cell."""
        view = self._view
        if not self.active:
            self.active = True
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._anchor = QPersistentModelIndex(index)
        self.extend(index)

    def extend(self, index: Index) -> None:
        """Let the block reach from its anchor to this cell, which becomes the current one."""
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(index)
        flags = QItemSelectionModel.SelectionFlag
        model, selection = self._view.model(), QItemSelection()
        rows = sorted((self._anchor.row(), index.row()))
        for first, last in self._stretches(self._anchor.column(), index.column()):
            selection.select(model.index(rows[0], first), model.index(rows[1], last))
        chosen = self._view.selectionModel()
        chosen.setCurrentIndex(model.index(index.row(), index.column()), flags.NoUpdate)
        chosen.select(selection, flags.ClearAndSelect)
        self._view.scrollTo(model.index(index.row(), index.column()))
        self._view.viewport().update()

    def stop(self) -> None:
        """Back to whole rows: the current one."""
        if not self.active:
            return
        self.active = False
        view = self._view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        current = view.currentIndex()
        if current.isValid():
            flags = QItemSelectionModel.SelectionFlag
            view.selectionModel().setCurrentIndex(current, flags.ClearAndSelect | flags.Rows)
        view.viewport().update()

    def rows(self) -> range:
        """The rows of the block, empty without one."""
        current = self._view.currentIndex()
        if not self.active or not current.isValid() or not self._anchor.isValid():
            return range(0)
        first, last = sorted((self._anchor.row(), current.row()))
        return range(first, last + 1)

    def columns(self) -> list[int]:
        """The columns of the block from left to right."""
        current = self._view.currentIndex()
        if not self.active or not current.isValid() or not self._anchor.isValid():
            return []
        return list(self._between(self._anchor.column(), current.column()))

    def _between(self, one: int, other: int) -> Iterator[int]:
        head = self._view.horizontalHeader()
        first, last = sorted((head.visualIndex(one), head.visualIndex(other)))
        for place in range(first, last + 1):
            if not head.isSectionHidden(column := head.logicalIndex(place)):
                yield column

    def _stretches(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        """Runs of neighbouring columns of the model: a column that was moved starts a new one."""
        columns = sorted(self._between(one, other))
        for _, run in groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
            found = [column for _, column in run]
            yield found[0], found[-1]

    def paint(self, painter: QPainter) -> None:
        """A line around the block."""
        rows, columns = self.rows(), self.columns()
        if not rows or not columns:
            return
        view, model = self._view, self._view.model()
        first = view.visualRect(model.index(rows[0], columns[0]))
        last = view.visualRect(model.index(rows[-1], columns[-1]))
        box = QRectF(first.united(last)).adjusted(1, 1, -1, -2)
        rounded(painter, box, 4, None, colours_of(view)["accent"], 2)
