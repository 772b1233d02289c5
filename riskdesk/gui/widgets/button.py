"""Buttons: with icon, word and key hint; icon only; and words that act as a link."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import (
    focus_ring,
    key_pill_width,
    paint_key_pill,
    put_text,
    rounded,
    shows_focus,
    tone_colour,
)

Kind = Literal["plain", "primary", "danger", "quiet", "text"]
"""'quiet' has no ground until the mouse is over it; 'text' is the same in the accent."""


class Button(PaintedButton):
    """A button: optional icon, the word, optional key hint and arrow of a menu. Checkable ones show accent when on.

    `key` is only a hint, the shortcut is the action's. `large` is 44 px high, as everything on the console.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "plain",
        icon: str = "",
        key: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self._icon, self._key, self._large = icon, key, large
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.clicked.connect(self._open_menu)

    def set_kind(self, kind: Kind) -> None:
        """Another look."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Another word on it."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Another key hint."""
        self._key = key
        self.updateGeometry()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu under the button when it is pressed."""
        self._menu = menu
        self.updateGeometry()

    @Slot()
    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _parts(self) -> tuple[float, float, float, float]:
        """Widths of icon, word, key and arrow, each with the gap before it."""
        px = theme().px
        word = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        icon = px(16) + (px(6) if self.text() else 0) if self._icon else 0
        key = px(6) + key_pill_width(self._key) if self._key else 0
        return icon, word, key, px(18) if self._menu is not None else 0

    def _font(self) -> QFont:
        bold = self.kind in ("primary", "danger", "text") or self._large
        return theme().font("lead" if self._large and self.kind == "primary" else "body", bold)

    def sizeHint(self) -> QSize:
        px = theme().px
        height = px(44 if self._large else 32)
        return QSize(round(max(sum(self._parts()) + 2 * px(12) + 2, height)), height)

    def _ground(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and text colour for the state it is in."""
        c = self.colours
        hot = self.underMouse() and self.isEnabled()
        pressed = self.isDown()
        if not self.isEnabled():
            bare = self.kind in ("quiet", "text")
            return None if bare else c["surface2"], None if bare else c["border"], c["text3"]
        if self.isChecked():
            return c["accent_soft"], c["border"], c["accent"]
        if self.kind == "primary":
            return c["accent_hover" if hot or pressed else "accent"], None, c["on_accent"]
        if self.kind == "danger":
            return c["red_soft" if hot or pressed else "surface"], c["red"], c["red"]
        fill = c["border" if pressed else "surface2" if hot else "surface"]
        if self.kind in ("quiet", "text"):
            return fill if hot or pressed else None, None, c["accent" if self.kind == "text" else "text2"]
        return fill, c["border"], c["text"]

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        fill, border, text = self._ground()
        box = QRectF(self.rect())
        rounded(painter, box, 6, fill, border)
        icon, word, key, arrow = self._parts()
        x = max(float(px(6)), (box.width() - icon - word - key - arrow) / 2)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, 0, px(16), box.height()), text)
        room = box.width() - px(6) - x - icon - key - arrow
        put_text(painter, QRectF(x + icon, 0, min(word + 1, room), box.height()), self.text(), self._font(), text)
        x += icon + min(word, room)
        if self._key:
            plain = self.kind in ("plain", "quiet", "text") and not self.isChecked()
            colour = None if plain and self.isEnabled() else QColor(text)
            framed = self.kind != "primary"
            paint_key_pill(painter, QRectF(x + px(6), 0, key, box.height()), self._key, self.colours, colour, framed)
        if self._menu is not None:
            paint_icon(painter, "chevron-down", QRectF(x + key + px(4), 0, px(14), box.height()), text)
        if shows_focus(self):
            focus_ring(painter, box, 6, self.colours)


class ActionButton(Button):
    """A button that shows and triggers a QAction: its word, its key, whether it is enabled, visible and checked."""

    def __init__(self, action: QAction, kind: Kind = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", kind, icon, parent=parent)
        self._action = action
        action.changed.connect(self.refresh)
        self.clicked.connect(self._trigger)
        self.refresh()

    @Slot()
    def _trigger(self) -> None:
        self.setChecked(self._action.isChecked())
        self._action.trigger()

    @Slot()
    def refresh(self) -> None:
        """Take word, key and state from the action."""
        action = self._action
        self._key = action.shortcut().toString()
        self.set_words(action.text())
        self.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")
        self.setEnabled(action.isEnabled())
        if self.parentWidget() is not None or not action.isVisible():
            self.setVisible(action.isVisible())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())


class IconButton(PaintedButton):
    """An icon alone; `text` is its tooltip and accessible name."""

    def __init__(self, icon: str, text: str, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._size = icon, size
        self._menu: QMenu | None = None
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)

    def set_icon(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu when pressed."""
        self._menu = menu

    @Slot()
    def _open_menu(self) -> None:
        if self._menu is not None:
            corner = self.mapToGlobal(self.rect().bottomRight())
            self._menu.popup(QPoint(max(0, corner.x() - self._menu.sizeHint().width()), corner.y()))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = self.colours
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, 6, c["accent_soft"])
        elif self.underMouse() and self.isEnabled():
            rounded(painter, box, 6, c["surface2"])
        side = theme().px(20 if self._size >= 36 else 16) / 2
        middle = QRectF(box.center().x() - side, box.center().y() - side, 2 * side, 2 * side)
        tone = "text3" if not self.isEnabled() else "accent" if self.isChecked() else "text2"
        paint_icon(painter, self._icon, middle, c[tone])
        if shows_focus(self):
            focus_ring(painter, box, 6, c)


class LinkButton(PaintedButton):
    """Words that act, underlined when quiet, in the accent otherwise."""

    def __init__(self, text: str, tone: str = "accent", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._role = tone, role
        self.set_words(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str) -> None:
        """Another word."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(self._role))
        return QSize(round(metrics.horizontalAdvance(self.text())) + 3, round(metrics.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font(self._role)
        font.setUnderline(self._tone != "accent" or self.underMouse())
        colour = tone_colour(self.colours, self._tone if self.isEnabled() else "third")
        put_text(painter, QRectF(self.rect()).adjusted(1, 0, -1, 0), self.text(), font, colour)
        if shows_focus(self):
            rounded(painter, QRectF(self.rect()), 4, None, self.colours["accent"], 2)
