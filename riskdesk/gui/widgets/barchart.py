"""A small chart of grouped bars over the months."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import line, put_text, rounded


class Series(NamedTuple):
    """One series: its name, the token of its colour, a value for each group."""

    name: str
    token: str
    values: Sequence[float]


class BarChart(Painted):
    """Bars side by side for each group, a light grid with figures, names of the series above. `clicked` brings the
    number of a group."""

    clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._groups: list[str] = []
        self._series: list[Series] = []
        self._hover = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_data(self, groups: Sequence[str], series: Sequence[Series]) -> None:
        """Show these; every series has as many values as there are groups."""
        self._groups, self._series = list(groups), list(series)
        rows = [self._tell(group) for group in range(len(self._groups))]
        self.setAccessibleName(f"{self._name}: " + "; ".join(rows))
        self.update()

    def _tell(self, group: int) -> str:
        parts = [f"{series.name} {series.values[group]:g}" for series in self._series]
        return f"{self._groups[group]} " + ", ".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(170))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(120))

    def _plot(self) -> QRectF:
        px = theme().px
        small = QFontMetricsF(theme().font("small"))
        left = small.horizontalAdvance("000") + px(8)
        foot = small.height() + px(6)
        return QRectF(left, px(26), self.width() - left - px(4), max(10.0, self.height() - px(26) - foot))

    def _group_at(self, x: float) -> int:
        plot = self._plot()
        if not self._groups or not plot.left() <= x <= plot.right():
            return -1
        return min(len(self._groups) - 1, int((x - plot.left()) / plot.width() * len(self._groups)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(event.position().x())
        if group != self._hover:
            self._hover = group
            self.update()
        if group >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._tell(group), self)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(event.position().x())
        if group >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(group)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plot = self._plot()
        top = max((max(series.values, default=0) for series in self._series), default=0)
        step = nice_step(top)
        most = max(step, math.ceil(top / step) * step)
        self._paint_grid(painter, plot, step, most)
        self._paint_legend(painter, plot)
        if self._groups:
            self._paint_bars(painter, plot, most)

    def _paint_grid(self, painter: QPainter, plot: QRectF, step: int, most: int) -> None:
        c = self.colours
        small = theme().font("small")
        height = QFontMetricsF(small).height()
        for value in range(0, most + 1, step):
            y = round(plot.bottom() - plot.height() * value / most)
            line(painter, plot.left(), y, plot.right(), y, c["border_strong" if value == 0 else "border"])
            place = QRectF(0, y - height / 2, plot.left() - theme().px(8), height)
            put_text(painter, place, str(value), small, c["text2"], Qt.AlignmentFlag.AlignRight)

    def _paint_legend(self, painter: QPainter, plot: QRectF) -> None:
        px = theme().px
        small = theme().font("small")
        metrics = QFontMetricsF(small)
        x = plot.right()
        for series in reversed(self._series):
            wide = metrics.horizontalAdvance(series.name)
            x -= wide
            put_text(painter, QRectF(x, 0, wide + 1, px(16)), series.name, small, self.colours["text2"])
            x -= px(14)
            rounded(painter, QRectF(x, px(4), px(9), px(9)), 2, self.colours[series.token])
            x -= px(14)

    def _paint_bars(self, painter: QPainter, plot: QRectF, most: int) -> None:
        px = theme().px
        c = self.colours
        pitch = plot.width() / len(self._groups)
        count = max(1, len(self._series))
        width = max(2.0, min(px(14), pitch * 0.7 / count - 2))
        small = theme().font("small")
        widest = max(QFontMetricsF(small).horizontalAdvance(group) for group in self._groups)
        every = max(1, math.ceil((widest + px(4)) / pitch))
        for group, name in enumerate(self._groups):
            middle = plot.left() + pitch * (group + 0.5)
            if group == self._hover:
                rounded(painter, QRectF(middle - pitch / 2 + 2, plot.top(), pitch - 4, plot.height()), 4, c["surface2"])
            x = float(round(middle - (width * count + 2 * (count - 1)) / 2))
            for series in self._series:
                height = plot.height() * series.values[group] / most
                if height:
                    painter.fillPath(_bar(QRectF(x, plot.bottom() - height, width, height)), c[series.token])
                x += width + 2
            if group % every == 0:
                place = QRectF(middle - pitch * every / 2, plot.bottom() + px(3), pitch * every, px(18))
                put_text(painter, place, name, small, c["text2"], Qt.AlignmentFlag.AlignHCenter)


def _bar(rect: QRectF) -> QPainterPath:
    """A bar with two round corners at the top."""
    radius = min(2.0, rect.height(), rect.width() / 2)
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(radius, 0))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), rect.topRight() + QPointF(0, radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def nice_step(top: float) -> int:
    """A whole step of 1, 2 or 5 times a power of ten that gives three to five lines up to `top`."""
    rough = max(1.0, top / 4)
    power = 10 ** math.floor(math.log10(rough))
    return int(next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough))
