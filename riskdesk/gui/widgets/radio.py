"""One of several, with its word: a ring that is filled when it is the one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Looks
from riskdesk.gui.widgets.paint import focus_ring, put_text, rounded, shows_focus

LEFT = 24
"""Px at 100 % at which the word begins."""


class RadioButton(Looks, QRadioButton):
    """As any radio button of Qt, arrow keys included; Qt's own ring cannot be seen on a dark ground."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme().font()).horizontalAdvance(self.text())
        return QSize(theme().px(LEFT) + round(wide) + 3, theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        ring = QRectF(1, (self.height() - px(16)) / 2, px(16), px(16))
        on, hot = self.isChecked(), self.underMouse()
        rounded(painter, ring, px(8), c["surface"], c["accent" if on or hot else "border_strong"], 1.5)
        if on:
            inner = ring.adjusted(px(4), px(4), -px(4), -px(4))
            rounded(painter, inner, px(4), c["accent"])
        put_text(painter, QRectF(self.rect()).adjusted(px(LEFT), 0, 0, 0), self.text(), theme().font(), c["text"])
        if shows_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, c)
