"""How long each step took beside its limit, as on the printed report: dashed outline the limit, bar the time taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk import formats
from riskdesk.domain.response import StepStatus
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import put_text
from riskdesk.i18n import tr

FAR = 20
"""A step that takes so many times as long as any other is drawn by a scale of its own."""


def _longest(state: StepStatus) -> float:
    return max(state.done_s or 0.0, state.due_s or 0.0)


class StepTimes(Painted):
    """One row per step that has a limit or a time."""

    def __init__(self, states: Sequence[StepStatus], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = [state for state in states if state.due_s is not None or state.settled]
        # A step that took days must not press all others to nothing: it is drawn by a scale of its own.
        known = sorted(map(_longest, self._states))
        self._full = known[-1] if known else 1.0
        if len(known) > 2 and known[-1] > FAR * known[-2]:
            self._full = max(1.0, known[-2] * 1.25)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{state.step.action} {self.told(state)}" for state in self._states))

    @staticmethod
    def told(state: StepStatus) -> str:
        """`00:41 / 01:00`, `22:10 / 20:00 迟 02:10`, `不可行`."""
        if state.done_s is None and state.failed_s is not None:
            return tr("not possible")
        took = formats.countdown(state.done_s) if state.done_s is not None else tr("not noted")
        limit = f" / {formats.countdown(state.due_s)}" if state.due_s is not None else ""
        late = "  " + tr("{time} late", time=formats.countdown(state.late_s)) if state.late_s else ""
        return f"{took}{limit}{late}"

    def _narrow(self) -> bool:
        """Whether words stand above the bars rather than beside them."""
        return self.width() < theme().px(460)

    def _row(self) -> int:
        return theme().px(42 if self._narrow() else 28)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(280), self._row() * len(self._states))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        if self._narrow():
            for place, state in enumerate(self._states):
                self._paint_stacked(painter, state, QRectF(0, place * self._row(), self.width(), self._row()))
            return
        names = max((QFontMetricsF(theme().font()).horizontalAdvance(s.step.action) for s in self._states), default=0.0)
        label = min(names, self.width() * 0.36)
        words = max((self._words_width(s) for s in self._states), default=0.0) + px(8)
        room = max(px(24), self.width() - label - px(12) - words)
        for place, state in enumerate(self._states):
            box = QRectF(0, place * self._row(), self.width(), self._row())
            name = QRectF(0, box.y(), label, box.height())
            put_text(painter, name, state.step.action, theme().font(), self.colours["text"])
            bars = QRectF(label + px(12), box.y(), room, box.height())
            end = min(self._paint_bars(painter, state, bars) + px(8), self.width() - words + px(8))
            self._paint_words(painter, state, QRectF(end, box.y(), words, box.height()), Qt.AlignmentFlag.AlignLeft)

    def _paint_stacked(self, painter: QPainter, state: StepStatus, box: QRectF) -> None:
        px = theme().px
        high, words = px(22), self._words_width(state)
        name = QRectF(box.x(), box.y(), box.width() - words - px(10), high)
        put_text(painter, name, state.step.action, theme().font(), self.colours["text"])
        self._paint_words(painter, state, QRectF(box.x(), box.y(), box.width(), high), Qt.AlignmentFlag.AlignRight)
        self._paint_bars(painter, state, QRectF(box.x(), box.y() + high, box.width(), px(14)))

    def _words_width(self, state: StepStatus) -> float:
        return QFontMetricsF(theme().font("small", bool(state.late_s))).horizontalAdvance(self.told(state)) + 1

    def _paint_words(self, painter: QPainter, state: StepStatus, box: QRectF, align: Qt.AlignmentFlag) -> None:
        tone = "red" if state.late_s else "text2"
        put_text(painter, box, self.told(state), theme().font("small", bool(state.late_s)), self.colours[tone], align)

    def _paint_bars(self, painter: QPainter, state: StepStatus, box: QRectF) -> float:
        """The bar of the time taken and the outline of the limit; returns where the longer one ends."""
        px = theme().px
        c = self.colours
        full = max(self._full, _longest(state))
        taken = (state.done_s or 0.0) / full * box.width()
        limit = (state.due_s or 0.0) / full * box.width()
        middle = box.center().y()
        bar, frame = (px(6), px(12)) if self._narrow() else (px(8), px(16))
        if state.done_s is not None:
            painter.fillRect(
                QRectF(box.x(), middle - bar / 2, max(taken, 2), bar), c["red" if state.late_s else "accent"]
            )
        if state.due_s is not None:
            painter.setPen(QPen(c["text2"], 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = QRectF(box.x(), middle - frame / 2, max(limit, 2), frame)
            painter.drawRect(outline.adjusted(0.5, 0.5, -0.5, -0.5))
        return box.x() + max(taken, limit)
