"""Chips: filters that are on (with ×), can be switched on, or open a menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import focus_ring, put_text, rounded, shows_focus
from riskdesk.i18n import tr


class Chip(PaintedButton):
    """A rounded label that filters: checkable by itself; active ones may be `removable`; with a menu it opens that.

    `removed` is emitted by the × and by Delete or Backspace, of which tooltip and accessible name tell; taking the chip
    away is the caller's. A checked one without × is unchecked by these keys.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        count: int | None = None,
        checkable: bool = True,
        removable: bool = False,
        passive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count, self._removable, self._passive = count, removable, passive
        self._menu: QMenu | None = None
        self.setText(text)
        self.setCheckable(checkable and not passive)
        self.setChecked(removable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if passive else Qt.FocusPolicy.StrongFocus)
        if passive:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(self._open_menu)
        self._name()

    def set_words(self, text: str, count: int | None = None) -> None:
        """Another word and count."""
        self.setText(text)
        self._count = count
        self._name()
        self.updateGeometry()
        # Another count of the same width changes neither text nor size, which are what Qt looks at.
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu under the chip; the chip is then no longer checkable by a click."""
        self._menu = menu
        self.setCheckable(False)
        self.updateGeometry()

    def set_active(self, active: bool, removable: bool | None = None) -> None:
        """Show as an active filter or not, for chips whose state is the caller's (menu chips)."""
        self._active = active
        if removable is not None:
            self._removable = removable
        self._name()
        self.updateGeometry()
        self.update()

    def set_tip(self, text: str) -> None:
        """What the tooltip says before it tells of the keys."""
        self._tip = text
        self._name()

    _tip = ""
    _active = False

    def _name(self) -> None:
        keys = tr("Delete drops it") if self._tail() == "x" else ""
        self.setAccessibleName(" · ".join(filter(None, (self._words(), keys))))
        self.setToolTip("\n".join(filter(None, (self._tip, keys))))

    def _words(self) -> str:
        return self.text() if self._count is None else f"{self.text()} {self._count}"

    @Slot()
    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on(self) -> bool:
        return self.isChecked() or self._active

    def _tail(self) -> str:
        return "x" if self._removable and self._on() else "chevron-down" if self._menu is not None else ""

    def sizeHint(self) -> QSize:
        px = theme().px
        width = QFontMetricsF(theme().font()).horizontalAdvance(self._words()) + 2 * px(11)
        return QSize(round(width + (px(18) if self._tail() else 0)), px(28))

    def nextCheckState(self) -> None:
        if not (self._removable and self.isChecked()):
            super().nextCheckState()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._tail() == "x" and event.position().x() > self.width() - theme().px(28)
        if on_cross and self.isDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._on():
            if self._tail() == "x":
                self.removed.emit()
            elif self.isCheckable():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        on = self._on()
        hot = self.underMouse() and not self._passive
        fill = c["accent_soft"] if on else c["surface2"] if hot else c["surface"]
        rounded(painter, box, box.height() / 2, fill, None if on else c["border"])
        text = c["text3"] if not self.isEnabled() else c["accent"] if on else c["text2"] if self._passive else c["text"]
        tail = self._tail()
        words = box.adjusted(px(11), 0, -px(11) - (px(18) if tail else 0), 0)
        put_text(painter, words.adjusted(0, 0, 1, 0), self._words(), theme().font(), text)
        if tail:
            place = QRectF(box.right() - px(10) - px(14), 0, px(14), box.height())
            paint_icon(painter, tail, place, text)
        if shows_focus(self):
            focus_ring(painter, box, box.height() / 2, c)
