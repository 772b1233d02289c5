"""A list beside a page: one line a choice, some under headings; the arrow keys go from choice to choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.options import OPTION, Option, OptionDelegate, OptionModel
from riskdesk.gui.widgets.paint import put_text

Index = QModelIndex | QPersistentModelIndex


def heading(text: str) -> Option:
    """A line that heads those below it."""
    return Option(None, text)


class _Model(OptionModel):
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.options[index.row()].key is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _Delegate(OptionDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Option = index.data(OPTION)
        if row.key is not None:
            super().paint(painter, option, index)
            return
        px = theme().px
        place = QRectF(option.rect).adjusted(px(12), px(6), -px(8), 0)
        put_text(painter, place, row.text, theme().font("small", bold=True), colours_of(option.widget)["text2"])


class SideList(QListView):
    """Shows options; `chosen` brings the keys of the chosen ones when they change."""

    chosen = Signal(list)

    def __init__(self, name: str, several: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setItemDelegate(_Delegate(self, 34))
        self.options = _Model(self)
        self.setModel(self.options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Show these; what was chosen stays so where it is still there. Emits nothing."""
        kept = set(self.chosen_keys())
        self.options.show(options)
        self.choose([option.key for option in options if option.key in kept])

    def chosen_keys(self) -> list[Any]:
        """The keys of the chosen options, from the top."""
        return [self.options.options[index.row()].key for index in sorted(self.selectionModel().selectedRows())]

    def choose(self, keys: Sequence[Any]) -> None:
        """Choose these. Emits nothing."""
        self.blockSignals(True)
        self.clearSelection()
        wanted = set(keys)
        rows = [row for row, option in enumerate(self.options.options) if option.key in wanted]
        for place, row in enumerate(rows):
            index = self.options.index(row, 0)
            if place == 0:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(index)
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        self.blockSignals(False)

    def choose_all(self) -> None:
        """Choose every option."""
        self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is chosen stays in sight when the list is given less room.
        if self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self.signalsBlocked():
            self.chosen.emit(self.chosen_keys())

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the input method and to the search box."""
