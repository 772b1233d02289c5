"""The table of every page: rows of one height, keyboard from cell to cell, blocks of cells, copy as tab-separated text,
columns that are chosen, sized, moved, sorted by several keys and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from riskdesk.gui.give_way import first
from riskdesk.gui.widgets.cell_drag import CellDrag
from riskdesk.gui.widgets.cell_reach import MOVES, SIDEWAYS, CellReach
from riskdesk.gui.widgets.cell_typing import CellTyping
from riskdesk.gui.widgets.cellblock import CellBlock
from riskdesk.gui.widgets.cells import CellDelegate, Index, row_height
from riskdesk.gui.widgets.columns import Columns
from riskdesk.gui.widgets.group_rows import is_head, is_open, paint_heads
from riskdesk.gui.widgets.header import SortKey, TableHeader
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.widgets.tabbed import plain, tabbed

FEW_ROWS = 3
REPEAT_MS = 120
"""A held key has to rest this long before the row it came to is told."""


class RecordTable(QTableView):
    """A QTableView set up for records. The model answers the roles of `roles.py`.

    Rows are chosen whole. Shift with Left or Right, or a drag, begins a block of cells; a click or Esc goes back to the
    row, Shift+Space to all rows of the block. A drag over the column of numbers, or with Ctrl or Shift, chooses rows.
    """

    opened = Signal(QModelIndex)
    """Enter, or a double click, on a row."""
    edit_wanted = Signal(QModelIndex)
    """A double click on a cell that the model says can be edited, where `edits_cells` is set."""
    cell_left = Signal(int, int)
    """Enter or Tab on a cell of a block, in a table whose cells are edited: so many rows down and columns right."""
    head_turned = Signal(int, bool)
    """The head of a group in this row is to be opened (True) or closed."""
    chosen = Signal()
    """Other rows or cells are selected."""
    column_gone = Signal()
    """The column of the current cell went out of sight."""
    placed = Signal()
    """Cells stand elsewhere: scrolled, sized, or columns changed. What lies over a cell has to follow."""
    left = Signal()
    """The keyboard went elsewhere in the window."""
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
        self.edits_cells = self.by_keys = False
        self.block = CellBlock(self)
        self._drag = CellDrag(self, self.block)
        self._reach = CellReach(self)
        self.typing = CellTyping(self, self.block)
        self._repeats = False
        self._row_later = QTimer(self)
        self._row_later.setSingleShot(True)
        self._row_later.setInterval(REPEAT_MS)
        self._row_later.timeout.connect(self._tell_row)
        head = TableHeader(self)
        self.setHorizontalHeader(head)
        self.head = head
        self._columns = Columns(self, head)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
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
        self._columns.current_gone.connect(self._leave_column)
        head.sectionResized.connect(self.placed)
        head.sectionMoved.connect(self.placed)
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

    def fit_columns(self) -> None:
        """The model has other columns now: give each the width that it wants."""
        self._columns.fit()

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
            if self._repeats:
                self._row_later.start()
            else:
                self._tell_row()

    @Slot()
    def _tell_row(self) -> None:
        self._row_later.stop()
        current = self.currentIndex()
        self.row_changed.emit(self.model().index(current.row(), 0) if current.isValid() else QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_input_method()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._set_input_method()
        self.chosen.emit()

    def _set_input_method(self) -> None:
        """No input method on what is not typed into: a letter would open a pinyin window. Qt turns it on by itself."""
        if not self.typing.composing:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.typing.takes_text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.typing.compose(event):
            super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        answer = self.typing.query(query)
        return super().inputMethodQuery(query) if answer is None else answer

    def focusNextPrevChild(self, next: bool) -> bool:
        if not self.typing.is_on:
            return super().focusNextPrevChild(next)
        self.cell_left.emit(0, 1 if next else -1)
        return True

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A few rows are painted anew by themselves; for more than one cell Qt would paint all."""
        if last.row() - first.row() > FEW_ROWS:
            super().dataChanged(first, last, list(roles))
            return
        top = self.rowViewportPosition(first.row())
        height = self.rowViewportPosition(last.row()) + self.rowHeight(last.row()) - top
        self.viewport().update(0, top, self.viewport().width(), height)

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

    def select_rows(self, rows: list[int]) -> None:
        """Select exactly these rows, given in order; the current cell stays."""
        self.block.stop()
        selection, last = QItemSelection(), self.model().columnCount() - 1
        for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
            found = [row for _, row in run]
            selection.select(self.model().index(found[0], 0), self.model().index(found[-1], last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def reset(self) -> None:
        super().reset()
        self.block.stop()

    def go_to_row(self, row: int, column: int | None = None) -> None:
        """Make a row current and selected, and scroll to it."""
        current = self.currentIndex()
        wanted = current.column() if column is None and current.isValid() else column or 0
        index = self.model().index(row, self._columns.near(wanted))
        # Said outright: setCurrentIndex would toggle the row while Ctrl is down, as it is in Ctrl+S.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if self._grouped and row and is_head(above := self.model().index(row - 1, 0)):
            self.scrollTo(above)
        self.scrollTo(index)

    def shown_columns(self) -> list[int]:
        """The columns that show, from left to right."""
        return self._columns.shown()

    @Slot()
    def _leave_column(self) -> None:
        self.block.stop()
        self.column_gone.emit()

    def copy_text(self) -> str:
        """The block of cells, or the shown columns of the selected rows, as tab-separated lines.

        A cell that Excel and WPS would cut in two is quoted the way they do it.
        """
        columns = self.block.columns() or self.shown_columns()
        model, role = self.model(), Qt.ItemDataRole.EditRole
        return tabbed(
            [plain(model.index(row, column).data(role), model.index(row, column).data()) for column in columns]
            for row in self.selected_rows()
            if not model.index(row, 0).data(CellRole.GROUP)
        )

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # While a key is held down rows fly past; the open record follows when it is let go, or rests.
        self._repeats = event.isAutoRepeat()
        self.by_keys = True
        try:
            self._press(event)
        finally:
            self._repeats = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._row_later.isActive() and not event.isAutoRepeat():
            self._tell_row()
        super().keyReleaseEvent(event)

    def _press(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.currentIndex()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._reach.whole_rows &= shift
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copy_text())
        elif key == Qt.Key.Key_Escape and self.block.active:
            self.block.stop()
        elif key == Qt.Key.Key_Space and shift and current.isValid():
            self.select_rows(self.selected_rows() or [current.row()])
            self._reach.whole_rows = True
        elif self._turned(key) or self.typing.press(event):
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.typing.is_on:
            self.cell_left.emit(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(current)
        elif key in MOVES and current.isValid() and (shift or self.block.active):
            self._reach.to(self.moveCursor(MOVES[key], event.modifiers()), key, shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model() is not None:
            end = key == Qt.Key.Key_End
            self.block.stop()
            self.go_to_row(max(0, self.model().rowCount() - 1) if end else 0)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _turned(self, key: Qt.Key) -> bool:
        """Whether the key opened or closed the group whose head is current."""
        index = self.currentIndex()
        keys = (*SIDEWAYS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not self._grouped or key not in keys or not is_head(index):
            return False
        opened = is_open(index)
        wanted = not opened if key not in SIDEWAYS else key == Qt.Key.Key_Right
        if wanted != opened:
            self.head_turned.emit(index.row(), wanted)
        return True

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.by_keys = self._reach.whole_rows = False
        self._drag.press(index, event)
        if event.button() == Qt.MouseButton.LeftButton and self._grouped and is_head(index):
            self.block.stop()
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.head_turned.emit(index.row(), not is_open(index))
            return
        if self.block.active and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.block.extend(index)
                return
            self.block.stop()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag.release()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or is_head(index):
            super().mouseDoubleClickEvent(event)
        elif self.edits_cells and bool(index.flags() & Qt.ItemFlag.ItemIsEditable):
            self.edit_wanted.emit(index)
        else:
            self.opened.emit(index)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the input method and to the search box."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_columns"):
            self._columns.fit()
        self.placed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.placed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_columns"):
            self._scale()
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    @first()
    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.begin(self)
        super().paintEvent(event)
        if self.model() is None:
            return
        painter = QPainter(self.viewport())
        if self._grouped:
            paint_heads(self, painter, event.rect())
        if self.block.active:
            self.block.paint(painter)
