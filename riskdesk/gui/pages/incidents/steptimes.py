"""How long each step took beside its limit, as on the printed report: dashed outline the limit, bar the time taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk import formats
from riskdesk.domain.response import StepStatus
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import put_text
from riskdesk.i18n import tr


class StepTimes(Painted):
    """One row per step that has a limit or a time."""

    def __init__(self, states: Sequence[StepStatus], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = [state for state in states if state.due_s is not None or state.settled]
        # A step that took days must not press all others to nothing.
        known = sorted(max(state.done_s or 0.0, state.due_s or 0.0) for state in self._states)
        self._full = known[-1] if known else 1.0
        if len(known) > 2 and known[-1] > 4 * known[-2]:
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

    def _row(self) -> int:
        return theme().px(28)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(280), self._row() * len(self._states))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        body, small = theme().font(), theme().font("small")
        metrics = QFontMetricsF(body)
        names = max((metrics.horizontalAdvance(state.step.action) for state in self._states), default=0.0)
        label = min(names, self.width() * 0.36)
        words = max((QFontMetricsF(small).horizontalAdvance(self.told(s)) for s in self._states), default=0.0) + px(8)
        room = max(px(24), self.width() - label - px(12) - words)
        for place, state in enumerate(self._states):
            y = place * self._row()
            put_text(painter, QRectF(0, y, label, self._row()), state.step.action, body, c["text"])
            x = label + px(12)
            taken = min(1.0, (state.done_s or 0.0) / self._full) * room
            limit = min(1.0, (state.due_s or 0.0) / self._full) * room
            bar = QRectF(x, y + self._row() / 2 - px(4), taken, px(8))
            painter.fillRect(bar, c["red" if state.late_s else "accent"])
            if state.due_s is not None:
                pen = QPen(c["text2"], 1, Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                outline = QRectF(x, y + self._row() / 2 - px(8), max(limit, 2), px(16))
                painter.drawRect(outline.adjusted(0.5, 0.5, -0.5, -0.5))
            end = x + max(taken, limit) + px(8)
            place_of_words = QRectF(min(end, self.width() - words + px(8)), y, words, self._row())
            tone = "red" if state.late_s else "text2"
            put_text(painter, place_of_words, self.told(state), theme().font("small", bool(state.late_s)), c[tone])
