"""The card: a surface with a light border. No boxes in boxes: what is inside a card has no frame of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.label import SectionTitle
from riskdesk.gui.widgets.paint import rounded

RADIUS = 8


class Card(Painted):
    """A rounded surface with a vertical layout `body`. With `title` it has a section title on top.

    `flush` cards have no inner margins and cut what they hold (a table) at the round corners.
    """

    def __init__(
        self, title: str = "", note: str = "", flush: bool = False, margin: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._margin = 1 if flush else margin
        self.body = QVBoxLayout(self)
        edge = 1 if flush else theme().px(margin)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(0 if flush else theme().px(8))
        self.title: SectionTitle | None = None
        if title:
            self.title = SectionTitle(title, note, self)
            self.body.addWidget(self.title)
        self._corners = [_Corner(self, index) for index in range(4)] if flush else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for corner in self._corners:
            corner.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, self.colours["surface"], self.colours["border"])

    def childEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().childEvent(event)
        for corner in getattr(self, "_corners", ()):
            corner.raise_()


class _Corner(Painted):
    """Paints the ground outside one round corner over what a flush card holds."""

    def __init__(self, card: Card, index: int) -> None:
        super().__init__(card)
        self._card, self._index = card, index
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(RADIUS, RADIUS)

    def place(self) -> None:
        right, bottom = self._index % 2, self._index // 2
        self.move(right * (self._card.width() - RADIUS), bottom * (self._card.height() - RADIUS))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right, bottom = self._index % 2, self._index // 2
        whole = QRectF(-right * RADIUS, -bottom * RADIUS, 2 * RADIUS, 2 * RADIUS)
        outside = QPainterPath()
        outside.addRect(whole)
        inside = QPainterPath()
        inside.addRoundedRect(whole, RADIUS, RADIUS)
        painter.fillPath(outside.subtracted(inside), self.colours["window"])
        painter.setPen(self.colours["border"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)


class Divider(Painted):
    """A light line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.colours["border"])
