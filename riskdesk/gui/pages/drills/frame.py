"""The coloured frame around a drill on screen, so that nobody takes it for real."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import put_text, rounded

BORDER = 8
WORDS = "演练 DRILL"
"""In both languages on purpose, as on paper."""


class DrillFrame(Painted):
    """A striped frame with the words at its top; `body` lies inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(BORDER + 14), px(BORDER + 22), px(BORDER + 14), px(BORDER + 10))
        self.body.setSpacing(px(10))
        self.setAccessibleName(WORDS)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        wide = px(BORDER)
        middle = whole.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(c["accent_soft"], wide))
        painter.drawRoundedRect(middle, 8, 8)
        painter.setPen(QPen(QBrush(c["accent"], Qt.BrushStyle.BDiagPattern), wide))
        painter.drawRoundedRect(middle, 8, 8)
        font = theme().font("lead", bold=True)
        room = QFontMetricsF(font).horizontalAdvance(WORDS) + px(24)
        tab = QRectF((self.width() - room) / 2, 0, room, px(26))
        rounded(painter, tab, 6, c["accent"])
        put_text(painter, tab, WORDS, font, c["on_accent"], Qt.AlignmentFlag.AlignHCenter)
