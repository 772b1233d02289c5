"""A segmented control: one of a few, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import line, put_text, rounded, shows_focus


class Segments(Painted):
    """Choose one of `(key, text)` or `(key, text, icon)`. Left and Right move; `changed` brings the key."""

    changed = Signal(str)

    def __init__(self, name: str, segments: Sequence[tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._segments = [(*segment, "")[:3] for segment in segments]
        self._current = self._segments[0][0] if self._segments else ""
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def current(self) -> str:
        """The key chosen."""
        return self._current

    def set_current(self, key: str) -> None:
        """Show a choice; emits nothing."""
        self._current = key
        self._tell()
        self.update()

    def _tell(self) -> None:
        word = next((text for key, text, _ in self._segments if key == self._current), "")
        self.setAccessibleName(f"{self._name}: {word}")

    def _choose(self, place: int) -> None:
        key = self._segments[place][0]
        if key != self._current:
            self.set_current(key)
            self.changed.emit(key)

    def _widths(self) -> list[float]:
        px = theme().px
        metrics = QFontMetricsF(theme().font(bold=True))
        return [
            metrics.horizontalAdvance(text) + px(26) + (px(16) + (px(6) if text else 0) if icon else 0)
            for _, text, icon in self._segments
        ]

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + 0.5), theme().px(32))

    def _place_at(self, x: float) -> int:
        for place, wide in enumerate(self._widths()):
            x -= wide
            if x < 0:
                return place
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if place != self._hover:
            self._hover = place
            self.setToolTip(self._segments[place][1] if place >= 0 else "")
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if place >= 0 and self.rect().contains(event.position().toPoint()):
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = [key for key, _, _ in self._segments]
        if step is None or self._current not in keys:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(len(keys) - 1, keys.index(self._current) + step)))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 6, c["surface"], c["border"])
        x = 0.0
        for place, ((key, text, icon), wide) in enumerate(zip(self._segments, self._widths(), strict=True)):
            cell = QRectF(x, 0, wide, box.height())
            chosen = key == self._current
            if chosen or place == self._hover:
                rounded(painter, cell.adjusted(2, 2, -2, -2), 5, c["accent_soft" if chosen else "surface2"])
            elif place and self._segments[place - 1][0] != self._current:
                line(painter, x, px(8), x, box.height() - px(8), c["border"])
            colour = c["accent" if chosen else "text"]
            inside = cell.adjusted(px(10), 0, -px(10), 0)
            if icon:
                paint_icon(painter, icon, QRectF(inside.x(), 0, px(16), box.height()), colour)
                inside.adjust(px(22), 0, 0, 0)
            align = Qt.AlignmentFlag.AlignLeft if icon else Qt.AlignmentFlag.AlignHCenter
            put_text(painter, inside, text, theme().font(bold=chosen), colour, align)
            x += wide
        if shows_focus(self):
            rounded(painter, box, 6, None, c["accent"], 2)
