"""A cell that has the keyboard and no editor yet: typing begins one, in any input method, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from riskdesk.gui.widgets.cellblock import CellBlock

_OTHERWISE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CellTyping:
    """Works while a block of cells is active in a table whose cells are edited.

    `begin(focus)` opens the editor over the current cell, all that stands in it selected, and returns its line, None
    where the cell is not edited; `give_up` closes it again.
    """

    def __init__(self, view: QTableView, block: CellBlock) -> None:
        self._view, self._block = view, block
        self.begin: Callable[[bool], QLineEdit | None] | None = None
        self.give_up: Callable[[], None] | None = None
        self.among_rows: Callable[[], None] | None = None
        """Called when something is typed while rows are chosen, where it goes nowhere."""
        self.composing = False
        """The first word is being composed: the table keeps the keyboard, or the input method would let go of it."""
        self._line: QLineEdit | None = None

    @property
    def is_on(self) -> bool:
        """Whether a cell waits for what is typed."""
        return self._block.active and self.begin is not None

    @property
    def takes_text(self) -> bool:
        """Whether the current cell can be typed into."""
        current = self._view.currentIndex()
        return self.is_on and current.isValid() and bool(current.flags() & Qt.ItemFlag.ItemIsEditable)

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key was taken: it begins the cell, and its text takes the place of what stood there."""
        text = event.text()
        if self.begin is None or not text.strip() or not text.isprintable() or event.modifiers() & _OTHERWISE:
            return False
        if not self.is_on:
            if self.among_rows is not None:
                self.among_rows()
            return False
        line = self.begin(True)
        if line is not None:
            QApplication.sendEvent(line, event)
        return True

    def compose(self, event: QInputMethodEvent) -> bool:
        """Whether a step of a composition went to the editor; the first one opens it, the last one moves on to it."""
        typed = bool(event.preeditString() or event.commitString())
        if self._line is None and typed and self.takes_text:
            assert self.begin is not None
            self.composing = True
            self._line = self.begin(False)
        line = self._line
        if line is None:
            self.composing = False
            return False
        QApplication.sendEvent(line, event)
        if event.commitString() or not event.preeditString():
            self._line, self.composing = None, False
            if event.commitString():
                line.setFocus(Qt.FocusReason.OtherFocusReason)
            elif self.give_up is not None:
                self.give_up()
        return True

    def query(self, query: Qt.InputMethodQuery) -> Any:
        """What an input method asks about the place of the composition; None to have the table answer."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and (self._line is not None or self.takes_text):
            cell = self._view.visualRect(self._view.currentIndex())
            if self._line is None:
                return cell.translated(self._view.viewport().pos())
            caret = self._line.inputMethodQuery(query)
            return QRect(caret).translated(self._line.mapTo(self._view, QPoint(0, 0)))
        return self._line.inputMethodQuery(query) if self._line is not None else None
