"""A table in which one column is chosen: Enter or a click opens a line that finds while one types.

A click in its list answers at once; leaving the line takes what is marked for what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from riskdesk.gui.pages.imports.lazy import LazyModel
from riskdesk.gui.widgets.cell_input import CellChooser, CellInput
from riskdesk.gui.widgets.options import Option
from riskdesk.gui.widgets.table import RecordTable

LEAST = 220


class PickModel(LazyModel):
    """A model with a column to choose in, the last one."""

    def options(self, row: int) -> Sequence[Option]:
        """What can be chosen in a row."""
        raise NotImplementedError

    def chosen(self, row: int) -> Any:
        """The key that is chosen there, or proposed; None for none."""
        raise NotImplementedError

    def about(self, row: int) -> str:
        """What a row is about, for those who hear the page."""
        raise NotImplementedError


class PickTable(RecordTable):
    """`picked` brings the key of a row and what was chosen in it; None where the choice was taken away."""

    picked = Signal(object, object)

    def __init__(self, name: str, model: PickModel) -> None:
        super().__init__(name)
        self.picks = model
        self.setModel(model)
        self.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.head.setSectionsMovable(False)
        self._row = -1
        self.input = CellInput(self)
        self.input.done.connect(self._done)
        self.input.given_up.connect(self.close_line)
        self.opened.connect(self._opened)
        self.clicked.connect(self._clicked)

    @property
    def is_open(self) -> bool:
        """Whether the line is open."""
        return self.input.line is not None

    @property
    def line(self) -> CellChooser | None:
        """The line, while it is open."""
        return self.input.line if isinstance(self.input.line, CellChooser) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.start(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.start(index.row())

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == self.picks.columnCount() - 1:
            self.start(index.row())

    def start(self, row: int) -> None:
        """Open the line over the choice of a row, with the whole list."""
        self._row = row
        index = self.picks.index(row, self.picks.columnCount() - 1)
        self.go_to_row(row)
        line = CellChooser()
        line.set_options(self.picks.options(row))
        line.set_value(self.picks.chosen(row))
        line.setAccessibleName(self.picks.about(row))
        line.drop.picked.connect(self._clicked_option)
        self.input.open(QPersistentModelIndex(index), line, LEAST)
        line.open_all()

    @Slot()
    def close_line(self) -> None:
        """Esc: nothing is chosen."""
        if self.is_open:
            self._row = -1
            self.input.close_input()

    @Slot()
    def finish_line(self) -> None:
        """Take what is being chosen, as leaving the line does."""
        self._done(0, 0)

    @Slot(object)
    def _clicked_option(self, option: Option) -> None:
        self._finish(agreed=True)

    @Slot(int, int)
    def _done(self, down: int, right: int) -> None:
        self._finish(down, agreed=bool(down or right))

    def _finish(self, down: int = 0, agreed: bool = False) -> None:
        line, row = self.line, self._row
        if line is None or row < 0:
            return
        line.settle()
        key, value = self.picks.key(row), line.value()
        before = self.picks.chosen(row)
        self.close_line()
        if row + 1 < self.picks.rowCount() and down > 0:
            self.go_to_row(row + 1)
        # A proposal that Enter or a click leaves as it is was agreed to.
        if value != before or (agreed and value is not None):
            self.picked.emit(key, value)
