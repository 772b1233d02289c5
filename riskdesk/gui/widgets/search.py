"""The search box of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.filedrop import NoPaths
from riskdesk.gui.widgets.paint import key_pill_width, paint_key_pill, put_text

LEAST = 160
"""px at 100 % that a search box never goes under."""


class SearchBox(NoPaths, QLineEdit):
    """A line to search with: key hint while empty, result note ('12 个，7 毫秒') while it has text; Esc clears.

    `searched` brings the text with every change. Half-typed pinyin is never searched for: Qt holds it back until it is
    committed.
    """

    searched = Signal(str)
    moved_down = Signal()
    """Arrow down: the page moves the focus to its list."""
    PASSES_ON = True

    def __init__(
        self, placeholder: str = "", key: str = "Ctrl+F", width: int = 230, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._note, self._wish, self._fixed = key, "", width, 0
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)
        self._fit()

    def set_note(self, note: str) -> None:
        """What stands at the right while there is a text: how many were found, how fast."""
        self._note = note
        self.setAccessibleDescription(note)
        self._fit()

    def set_room(self, room: float) -> None:
        """Be as wide as wished within `room`, whatever is typed: what stands beside it does not move."""
        self._fixed = max(theme().px(LEAST), min(theme().px(self._wish), round(room)))
        self._fit()

    def _fit(self) -> None:
        px = theme().px
        self.setMinimumWidth(self._fixed or px(LEAST))
        self.setMaximumWidth(self._fixed or px(self._wish))
        tail = self._tail()
        self.setTextMargins(0, 0, round(self._tail_width(tail)) + px(6) if tail else 0, 0)
        self.update()

    def sizeHint(self):  # type: ignore[no-untyped-def]
        hint = super().sizeHint()
        hint.setWidth(theme().px(self._wish))
        return hint

    def _tail(self) -> str:
        return self._note if self.text() else self._key

    def _tail_width(self, tail: str) -> float:
        return QFontMetricsF(theme().font()).horizontalAdvance(tail) if self.text() else key_pill_width(tail)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._fit()
        self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.moved_down.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_key"):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tail = self._tail()
        if not tail:
            return
        painter = QPainter(self)
        width = self._tail_width(tail)
        place = QRectF(self.width() - width - theme().px(10), 0, width + 1, self.height())
        if self.text():
            put_text(painter, place, tail, theme().font(), colours_of(self)["text3"])
        else:
            paint_key_pill(painter, place, tail, colours_of(self))
