"""Ctrl+K: find anything and do anything. A child widget over the window, since input methods fail in popups."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.droplist import OptionView
from riskdesk.gui.widgets.filedrop import NoPaths
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import OPTION, Option
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

Rows = Callable[[str], Sequence[Option]]
_WIDTH, _ROW, _MOST = 620, 38, 10


class CommandPalette(Painted):
    """The overlay. `rows(text)` gives what fits, best first; `chosen` brings the key of the row taken."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget, rows: Rows, placeholder: str = "", delay: int = 0) -> None:
        super().__init__(window)
        self._window = window
        self._rows = rows
        self._before: QWidget | None = None
        self._panel = _Panel(placeholder or tr("Search, or do something"), self)
        self.line = self._panel.line
        self.view = self._panel.view
        self.line.textChanged.connect(self._typed)
        self.line.take_key = self._key
        self.view.clicked.connect(self._clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self.refresh)
        window.installEventFilter(self)
        self.hide()

    @Slot()
    def open(self, text: str = "") -> None:
        """Show it with the keyboard in its line."""
        self._before = QApplication.focusWidget()
        self.line.setText(text)
        self.refresh()
        self.setGeometry(self._window.rect())
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_palette(self) -> None:
        """Hide it; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self._timer.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    @Slot()
    def refresh(self) -> None:
        """Ask for the rows again (results that came later)."""
        rows = list(self._rows(self.line.text()))
        self.view.options.show(rows)
        self.view.mark(0)
        self._panel.show_count(len(rows))
        self._place()

    @Slot()
    def _typed(self) -> None:
        self._timer.start()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._take(index.data(OPTION))

    def _take(self, option: Option | None) -> None:
        if option is not None:
            self.close_palette()
            self.chosen.emit(option.key)

    def _key(self, event: QKeyEvent) -> bool:
        """Keys of the line that mean the list; True when used up."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST, Qt.Key.Key_PageUp: -_MOST}
        key = Qt.Key(event.key())
        if key in steps:
            self.view.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.refresh()
            self._take(self.view.current())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and not self.isHidden():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def _place(self) -> None:
        px = theme().px
        width = min(px(_WIDTH), self.width() - px(32))
        top = min(px(96), self.height() // 8)
        rows = max(1, min(_MOST, self.view.options.rowCount()))
        height = min(px(52) + px(_ROW) * rows + px(42), self.height() - 2 * top)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(self.colours["shadow"])
        shade.setAlpha(150 if self.colours.dark else 90)
        QPainter(self).fillRect(self.rect(), shade)


class _Line(NoPaths, QLineEdit):
    """The line: gives keys to the palette first, and keeps the keyboard. Keys of a composition never come here."""

    take_key: Callable[[QKeyEvent], bool]
    PASSES_ON = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True


class _Panel(Painted):
    """The line, the list, and what the keys do."""

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self.line = _Line(self)
        self.line.setProperty("flat", True)
        self.line.setProperty("role", "lead")
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        head = QHBoxLayout()
        head.setContentsMargins(px(44), px(10), px(12), px(10))
        head.addWidget(self.line)
        self.view = OptionView(self, _ROW, pill=True)
        self.view.setAccessibleName(placeholder)
        self._none = Label(tr("Nothing found"), tone="second", parent=self)
        self._none.setContentsMargins(px(16), px(8), px(16), px(8))
        keys = Label(tr("↑ ↓ choose    Enter open    Esc close"), "small", "second", parent=self)
        keys.setContentsMargins(px(16), px(5), px(16), px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider(self))
        column.addSpacing(px(4))
        column.addWidget(self._none)
        column.addWidget(self.view, 1)
        column.addWidget(Divider(self))
        column.addWidget(keys)

    def show_count(self, count: int) -> None:
        self._none.setVisible(not count)
        self.view.setVisible(bool(count))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 10, self.colours["surface"], self.colours["border_strong"])
        paint_icon(painter, "search", QRectF(px(16), 0, px(18), px(52)), self.colours["text2"])
