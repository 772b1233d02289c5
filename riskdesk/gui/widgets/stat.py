"""A card with one number that opens the list behind it."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import focus_ring, put_text, rounded, shows_focus, tone_colour


class StatCard(PaintedButton):
    """Label, number, sub text. Figures are large, units (分, 秒) smaller. `clicked` opens what is behind."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(label)
        self._number, self._sub, self._tone = "", "", "text"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stat(self, number: str, sub: str = "", tone: str = "text") -> None:
        """Show this; red is for what is late or a red level."""
        self._number, self._sub, self._tone = number, sub, tone
        self.setAccessibleName(" ".join(filter(None, (self.text(), number, sub))))
        self.setToolTip(sub)
        self.update()

    def sizeHint(self) -> QSize:
        small = QFontMetricsF(theme().font("small")).height()
        figure = QFontMetricsF(theme().font("figure", bold=True)).height()
        return QSize(theme().px(180), round(2 * small + figure + theme().px(20)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 8, c["surface"], c["border_strong" if self.underMouse() else "border"])
        small = theme().font("small")
        step = QFontMetricsF(small).height()
        left, width = px(16), box.width() - px(28)
        put_text(painter, QRectF(left, px(11), width, step), self.text(), small, c["text2"])
        put_text(painter, QRectF(left, box.height() - px(11) - step, width, step), self._sub, small, c["text2"])
        middle = QRectF(left, px(11) + step, width, box.height() - 2 * (px(11) + step))
        self._paint_number(painter, middle)
        if shows_focus(self):
            focus_ring(painter, box, 8, c)

    def _paint_number(self, painter: QPainter, rect: QRectF) -> None:
        large, unit = theme().font("figure", bold=True), theme().font("lead", bold=True)
        parts = [(part, large if part[0].isdigit() else unit) for part in number_parts(self._number)]
        gap = theme().px(5)
        wide = sum(QFontMetricsF(font).horizontalAdvance(part) + gap for part, font in parts)
        shrink = min(1.0, rect.width() / wide) if wide else 1.0
        base = rect.center().y() + QFontMetricsF(large).capHeight() * shrink / 2
        x = rect.x()
        painter.setPen(tone_colour(self.colours, self._tone))
        for part, font in parts:
            shown = QFont(font)
            shown.setPointSizeF(font.pointSizeF() * shrink)
            painter.setFont(shown)
            painter.drawText(round(x), round(base), part)
            x += QFontMetricsF(shown).horizontalAdvance(part) + gap * shrink


def number_parts(number: str) -> list[str]:
    """'11 分 40 秒' as ['11', '分', '40', '秒']; '26 / 35' stays one."""
    return re.findall(r"\d(?:[\d.,:/%– -]*[\d%])?|[^\d\s]+", number)
