"""The table of every page: rows of one height, keyboard from cell to cell, copy as tab-separated text, columns that
are chosen, sized, moved, sorted by several keys and remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from riskdesk.gui.widgets.cells import CellDelegate, Index, paint_group, row_height
from riskdesk.gui.widgets.columns import Columns
from riskdesk.gui.widgets.header import SortKey, TableHeader
from riskdesk.gui.widgets.roles import CellRole


class RecordTable(QTableView):
    """A QTableView set up for records. The model answers the roles of `roles.py`."""

    opened = Signal(QModelIndex)
    """Enter, or a double click, on a row."""
    row_changed = Signal(QModelIndex)
    """The current row is another one (column 0 of it; invalid for none)."""
    sort_changed = Signal(list)
    """The user asks for this order: list of (column key, ascending), most important first."""
    layout_changed = Signal()
    """Columns were chosen, sized or moved by the user: save `layout_state()`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._grouped = False
        head = TableHeader(self)
        self.setHorizontalHeader(head)
        self.head = head
        self._columns = Columns(self, head)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        head.sort_changed.connect(self.sort_changed)
        self._columns.changed.connect(self.layout_changed)
        self.doubleClicked.connect(self.opened)
        self._scale()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._columns.start()

    def set_grouped(self, grouped: bool) -> None:
        """Whether rows with CellRole.GROUP are painted as heads of groups."""
        self._grouped = grouped
        self.viewport().update()

    def set_sort_keys(self, keys: list[SortKey]) -> None:
        """Show the order that the model is in."""
        self.head.set_sort_keys(keys)

    def layout_state(self) -> dict[str, Any]:
        """Columns and order as plain values (JSON), with a version number."""
        return self._columns.state()

    def restore_layout(self, state: dict[str, Any] | None) -> None:
        """Take what `layout_state` gave; anything else, or another version, leaves the columns as delivered."""
        self._columns.restore(state)

    @Slot()
    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalScrollBar().setSingleStep(row_height())
        self._columns.rescale()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._set_input_method()
        if current.row() != previous.row():
            self.row_changed.emit(self.model().index(current.row(), 0) if current.isValid() else QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_input_method()

    def _set_input_method(self) -> None:
        """No input method on what is not edited: a letter would open a pinyin window. Qt turns it on by itself."""
        current = self.currentIndex()
        editing = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        editable = current.isValid() and bool(current.flags() & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable and editing)

    def current_id(self) -> Any:
        """The CellRole.ID of the current row, None without one."""
        index = self.currentIndex()
        return index.siblingAtColumn(0).data(CellRole.ID) if index.isValid() else None

    def selected_ids(self) -> list[Any]:
        """The CellRole.ID of each selected row, from the top."""
        return [self.model().index(row, 0).data(CellRole.ID) for row in self.selected_rows()]

    def selected_rows(self) -> list[int]:
        """Selected rows from the top; asks for ranges, since a list of all indexes is slow."""
        if self.selectionModel() is None:
            return []
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def go_to_row(self, row: int, column: int | None = None) -> None:
        """Make a row current and selected, and scroll to it."""
        current = self.currentIndex()
        index = self.model().index(row, current.column() if column is None and current.isValid() else column or 0)
        # Said outright: setCurrentIndex would toggle the row while Ctrl is down, as it is in Ctrl+S.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def copy_text(self) -> str:
        """The selected rows, shown columns in shown order, as tab-separated lines."""
        shown = [self.head.logicalIndex(visual) for visual in range(self.head.count())]
        shown = [section for section in shown if not self.head.isSectionHidden(section)]
        model = self.model()
        return "\n".join(
            "\t".join(_plain(model.index(row, column).data()) for column in shown) for row in self.selected_rows()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copy_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model() is not None:
            end = event.key() == Qt.Key.Key_End
            self.go_to_row(max(0, self.model().rowCount() - 1) if end else 0)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the input method and to the search box."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_columns"):
            self._scale()
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._grouped or self.model() is None:
            return
        painter = QPainter(self.viewport())
        row = self.rowAt(event.rect().top())
        while 0 <= row < self.model().rowCount():
            top = self.rowViewportPosition(row)
            if top > event.rect().bottom():
                break
            text = self.model().index(row, 0).data(CellRole.GROUP)
            if text:
                paint_group(painter, QRectF(0, top, self.viewport().width(), self.rowHeight(row)), str(text), self)
            row += 1


def _plain(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
