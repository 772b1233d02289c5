"""The course of events: times at the left, a dot on the line, who in bold, what wraps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import WRAP, breakable, put_text, rounded, shows_focus


class Moment(NamedTuple):
    """One line of a timeline. `tone` colours the dot: 'accent', 'red', 'third'; `struck` lines are crossed out.

    `note` stands below it, smaller and never crossed out.
    """

    time: str
    who: str
    what: str
    tone: str = "accent"
    struck: bool = False
    note: str = ""


_DOTS = {"accent": "accent", "red": "red", "third": "border_strong"}


class Timeline(Painted):
    """A timeline to read. Ctrl+C copies it as tab-separated lines."""

    def __init__(self, moments: Sequence[Moment] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: list[Moment] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_moments(moments)

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these, in this order."""
        self._moments = list(moments)
        self.setAccessibleName(self.copy_text().replace("\t", " "))
        self.updateGeometry()
        self.update()

    def copy_text(self) -> str:
        """All lines, tab-separated."""
        return "\n".join("\t".join((moment.time, moment.who, moment.what)) for moment in self._moments)

    def _columns(self, width: float) -> tuple[float, float, float]:
        """Width of the times, x of who, x of what."""
        px = theme().px
        small = QFontMetricsF(theme().font("small"))
        bold = QFontMetricsF(theme().font(bold=True))
        times = max((small.horizontalAdvance(moment.time) for moment in self._moments), default=0.0)
        who = max((bold.horizontalAdvance(moment.who) for moment in self._moments), default=0.0)
        start = times + px(38)
        return times, start, start + (min(who, width * 0.3) + px(14) if who else 0)

    def _heights(self, width: float) -> list[float]:
        _, who_x, what_x = self._columns(width)
        body = QFontMetricsF(theme().font())
        bold = QFontMetricsF(theme().font(bold=True))
        gap = theme().px(12)
        heights = []
        for moment in self._moments:
            what = self._what_height(moment, width - what_x) + self._note_height(moment, width - what_x)
            who = bold.boundingRect(QRectF(0, 0, max(20.0, what_x - who_x), 1e6), WRAP, breakable(moment.who)).height()
            heights.append(max(what, who, body.height()) + gap)
        return heights

    @staticmethod
    def _what_height(moment: Moment, width: float) -> float:
        box = QRectF(0, 0, max(40.0, width), 1e6)
        return QFontMetricsF(theme().font()).boundingRect(box, WRAP, breakable(moment.what)).height()

    @staticmethod
    def _note_height(moment: Moment, width: float) -> float:
        box = QRectF(0, 0, max(40.0, width), 1e6)
        metrics = QFontMetricsF(theme().font("small"))
        return metrics.boundingRect(box, WRAP, breakable(moment.note)).height() if moment.note else 0.0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._heights(width)) + 0.5)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else theme().px(360)
        return QSize(theme().px(360), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(220), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copy_text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        times, who_x, what_x = self._columns(self.width())
        heights = self._heights(self.width())
        x = times + px(19)
        line_height = QFontMetricsF(theme().font()).height()
        if heights:
            top, bottom = line_height / 2, sum(heights[:-1]) + line_height / 2 + px(20)
            painter.fillRect(QRectF(x - 1, top, 2, min(bottom, self.height()) - top), c["border"])
        y = 0.0
        for moment, height in zip(self._moments, heights, strict=True):
            first = QRectF(0, y, times, line_height)
            put_text(painter, first, moment.time, theme().font("small"), c["text2"], Qt.AlignmentFlag.AlignRight)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c[_DOTS[moment.tone]])
            painter.drawEllipse(QRectF(x - px(5), y + line_height / 2 - px(5), px(10), px(10)))
            bold, body = theme().font(bold=True), theme().font()
            bold.setStrikeOut(moment.struck)
            body.setStrikeOut(moment.struck)
            painter.setPen(c["text2" if moment.struck else "text"])
            painter.setFont(bold)
            painter.drawText(QRectF(who_x, y, max(20.0, what_x - who_x), height), WRAP, breakable(moment.who))
            painter.setFont(body)
            room = max(40.0, self.width() - what_x)
            painter.drawText(QRectF(what_x, y, room, height), WRAP, breakable(moment.what))
            if moment.note:
                below = self._what_height(moment, room)
                painter.setFont(theme().font("small"))
                painter.drawText(QRectF(what_x, y + below, room, height), WRAP, breakable(moment.note))
            y += height
        if shows_focus(self):
            rounded(painter, QRectF(self.rect()), 4, None, c["accent"], 2)
