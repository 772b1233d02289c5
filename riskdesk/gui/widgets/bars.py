"""Horizontal bars: how much of a number is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import put_text, rounded, shows_focus


class Bar(NamedTuple):
    """`done` of `total`; `behind` paints it in the colour of lateness; `note` stands in place of '3 / 4'."""

    label: str
    done: int
    total: int
    behind: bool = False
    note: str = ""


class CoverageBars(Painted):
    """A bar a row. `clicked` brings the row number; arrow keys and Enter do the same."""

    clicked = Signal(int)

    def __init__(self, name: str, bars: Sequence[Bar] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: list[Bar] = []
        self._current, self._hover = 0, -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_bars(bars)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = list(bars)
        self._current = 0
        rows = "; ".join(f"{bar.label} {_count(bar)}" for bar in self._bars)
        self.setAccessibleName(f"{self._name}: {rows}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(27) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), self.sizeHint().height())

    def _row_at(self, event: QMouseEvent) -> int:
        row = int(event.position().y() // theme().px(27))
        return row if 0 <= row < len(self._bars) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row != self._hover:
            self._hover = row
            self.setToolTip(self._bars[row].label if row >= 0 else "")
            self.update()

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = row
            self.clicked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._bars:
            self._current = max(0, min(len(self._bars) - 1, self._current + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._bars:
            self.clicked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        body, small = theme().font(), theme().font("small")
        labels = max((QFontMetricsF(body).horizontalAdvance(bar.label) for bar in self._bars), default=0.0)
        labels = min(labels, self.width() * 0.42)
        counts = max((QFontMetricsF(small).horizontalAdvance(_count(bar)) for bar in self._bars), default=0.0)
        left, right = labels + px(18), self.width() - counts - px(10)
        for row, bar in enumerate(self._bars):
            y, height = row * px(27), px(27)
            if row == self._hover:
                rounded(painter, QRectF(-4, y, self.width() + 8, height), 4, c["surface2"])
            put_text(painter, QRectF(0, y, labels + 1, height), bar.label, body, c["text"])
            track = QRectF(left, y + height / 2 - px(4), max(0.0, right - left), px(8))
            rounded(painter, track, px(4), c["border" if row == self._hover or c.dark else "surface2"])
            share = min(1.0, bar.done / bar.total) if bar.total else 0.0
            if share:
                done = QRectF(track.x(), track.y(), max(track.width() * share, px(8)), track.height())
                rounded(painter, done, px(4), c["chart_yellow" if bar.behind else "accent"])
            place = QRectF(self.width() - counts - 1, y, counts + 1, height)
            put_text(painter, place, _count(bar), small, c["text2"], Qt.AlignmentFlag.AlignRight)
            if shows_focus(self) and row == self._current:
                rounded(painter, QRectF(0, y, self.width(), height), 4, None, c["accent"], 2)


def _count(bar: Bar) -> str:
    return bar.note or f"{bar.done} / {bar.total}"
