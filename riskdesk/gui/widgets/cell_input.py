"""An editor that lies over a cell of a table, and what is wrong with it right below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.edits import mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.gui.widgets.table import RecordTable

_AWAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellInput(QWidget):
    """Holds one line over a cell. It leaves alone Enter (down) and Tab (right), both with Shift, and Esc."""

    done = Signal(int, int)
    """What was typed is to be kept, and the editor goes so many rows down and columns to the right; 0, 0 stays."""
    given_up = Signal()

    def __init__(self, view: RecordTable) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._index = QPersistentModelIndex()
        self._least = 0
        self.line: QLineEdit | None = None
        self._problem = _Problem(view)
        view.placed.connect(self.place)
        self.hide()

    def open(self, index: QPersistentModelIndex, line: QLineEdit, least: int, focus: bool = True) -> None:
        """Put `line` over a cell, at least `least` px wide, with all that stands in it selected.

        Without `focus` the table keeps the keyboard: it passes the first composition on.
        """
        self._drop_line()
        self._index, self._least, self.line = index, least, line
        line.setParent(self)
        line.installEventFilter(self)
        line.show()
        self.show()
        self.raise_()
        self.place()
        if focus:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def close_input(self) -> None:
        """Take the editor away; the table has the keyboard again."""
        had_focus = self.line is not None and self.line.hasFocus()
        self._drop_line()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_line(self) -> None:
        self.say("")
        if self.line is not None:
            self.line.removeEventFilter(self)
            line, self.line = self.line, None
            drop_later(line)

    def say(self, text: str) -> None:
        """What is wrong, in words; '' for nothing."""
        if self.line is not None:
            mark_invalid(self.line, bool(text))
            self.line.setAccessibleDescription(text)
        self._problem.say(text)
        if text:
            self.place()

    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.words.text() if self._problem.isVisibleTo(self._view) else ""

    @Slot()
    def place(self) -> None:
        """Stand over the cell, wherever it is now."""
        if self.line is None or not self._index.isValid():
            return
        cell, area = self._view.visualRect(self._index), self._view.viewport().rect()
        width = min(max(cell.width(), theme().px(self._least)), area.width())
        self.setGeometry(QRect(max(0, min(cell.x(), area.width() - width)), cell.y(), width, cell.height() - 1))
        self.line.setGeometry(self.rect())
        below = self.mapTo(self._view, QPoint(0, self.height()))
        self._problem.place(below, self.height())

    def focusNextPrevChild(self, next: bool) -> bool:
        self._finish(0, 1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()

    def _finish(self, down: int, right: int) -> None:
        if isinstance(self.line, CellChooser):
            self.line.settle()
        self.done.emit(down, right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and watched is self.line:
            if event.reason() not in _AWAY:
                self.done.emit(0, 0)
        elif event.type() == QEvent.Type.KeyPress and watched is self.line:
            # Only to take back what is said; the key itself goes its way.
            self._problem.say("")
            mark_invalid(self.line, False)
        return False


class CellChooser(Chooser):
    """A chooser whose Enter takes what is marked and lets the cell go on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        option = self.drop.view.current() if self.drop.isVisible() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and option is not None:
            self.take(option)
            event.setAccepted(option.create)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Take what is marked, if something was typed; nothing typed is no choice."""
        option = self.drop.view.current() if self.drop.isVisible() else None
        if not self.text().strip():
            self.take_nothing()
        elif option is not None and not option.create and self.isModified():
            self.take(option)
        self.drop.close_list()

    def take_nothing(self) -> None:
        """Choose nothing."""
        if self.value() is not None:
            self.set_value(None)
            self.value_changed.emit(None)

    def is_clear(self) -> bool:
        """Whether what stands in the line is what is chosen."""
        return self.text() == (self._value_text if self.value() is not None else "")


class _Problem(Painted):
    """A small card with a sign and the words, in red."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        px = theme().px
        self.words = Label("", "small", "red", wrap=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(28), px(6), px(10), px(6))
        self._row.addWidget(self.words)
        self.hide()

    def say(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))

    def heightForWidth(self, width: int) -> int:
        return max(self._row.heightForWidth(width), theme().px(30))

    def place(self, below: QPoint, row: int) -> None:
        """Under the cell, or over it where the view ends."""
        view = self.parentWidget()
        assert view is not None
        width = min(theme().px(340), view.width() - theme().px(16))
        self.resize(width, self.heightForWidth(width))
        x = max(theme().px(8), min(below.x(), view.width() - width - theme().px(8)))
        y = below.y() + 4
        if y + self.height() > view.height():
            y = below.y() - row - self.height() - 4
        self.move(x, y)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, px = self.colours, theme().px
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 6, c["red_soft"], c["red"])
        paint_icon(painter, "alert", QRectF(px(9), px(6), px(13), self.words.fontMetrics().height()), c["red"])
