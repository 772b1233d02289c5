"""Editors of text: one line, and several lines that grow."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.filedrop import NoPaths
from riskdesk.gui.widgets.paint import put_text, repolish


class LineEdit(NoPaths, QLineEdit):
    """One line. A hint may stand at its right end (a unit, what a date means)."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._hint_tone = "", "text2"
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit_hint)

    def set_hint(self, hint: str, tone: str = "text2") -> None:
        """Words at the right end; `tone` is a colour token."""
        self._hint, self._hint_tone = hint, tone
        self._fit_hint()
        self.update()

    def _reserved(self) -> int:
        """Pixels at the right that belong to something else (a button)."""
        return 0

    def _hint_width(self) -> int:
        """What the hint takes: what is typed comes first."""
        wide = ceil(QFontMetricsF(theme().font("small")).horizontalAdvance(self._hint)) if self._hint else 0
        typed = ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text()))
        return min(wide, max(0, self.width() - self._reserved() - typed - theme().px(20)))

    @Slot()
    def _fit_hint(self) -> None:
        wide = self._hint_width()
        self.setTextMargins(0, 0, (wide + theme().px(8) if wide else 0) + self._reserved(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def sizeHint(self) -> QSize:
        # A hint that comes and goes must not move the fields beside this one.
        hint = super().sizeHint()
        return QSize(hint.width() - self.textMargins().right() + self._reserved(), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() - self.textMargins().right() + self._reserved(), hint.height())

    def hint(self) -> str:
        """What stands at the right end."""
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint:
            right, wide = self.width() - theme().px(10) - self._reserved(), self._hint_width()
            place = QRectF(right - wide, 0, wide + 1, self.height())
            colour = colours_of(self)[self._hint_tone]
            put_text(QPainter(self), place, self._hint, theme().font("small"), colour, Qt.AlignmentFlag.AlignRight)


class GrowingText(NoPaths, QPlainTextEdit):
    """Several lines; as high as its text between `least` and `most` lines. Tab leaves it.

    `text_edited` comes when the text is another one, not at each step of a composition.
    """

    text_edited = Signal(str)

    def __init__(self, placeholder: str = "", least: int = 3, most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._last = least, most, ""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        theme().changed.connect(self._grow)

    def text(self) -> str:
        """The text."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text; emits nothing."""
        self._last = text
        if text != self.toPlainText():
            self.setPlainText(text)

    @Slot()
    def _changed(self) -> None:
        self._grow()
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self.text_edited.emit(text)

    @Slot()
    def _grow(self) -> None:
        full = self._lines() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def sizeHint(self) -> QSize:
        lines = max(self._least, min(self._most, self._lines()))
        return QSize(theme().px(240), self._height(lines))

    def _lines(self) -> int:
        return round(self.document().size().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self._height(self._least))

    def _height(self, lines: int) -> int:
        spacing = ceil(QFontMetricsF(self.font()).lineSpacing())
        return round(lines * spacing + 2 * self.document().documentMargin() + theme().px(8) + 4)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.takes_files(source):
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


def mark_invalid(editor: QWidget, invalid: bool) -> None:
    """Give an editor, and the line within it that takes the keyboard, a red frame or take it away."""
    for widget in (editor, editor.focusProxy()):
        if widget is not None and bool(widget.property("invalid")) != invalid:
            widget.setProperty("invalid", invalid)
            repolish(widget)
