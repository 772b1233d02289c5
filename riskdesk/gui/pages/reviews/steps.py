"""The steps of a meeting, side by side: what is behind, where one is, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import put_text, rounded, shows_focus

_DISC = 22


@dataclass(frozen=True)
class Step:
    """One step: `note` stands below its word, `done` shows a tick in place of its number."""

    key: str
    word: str
    note: str = ""
    done: bool = False


class StepBar(Painted):
    """Numbered steps; a click, or Left and Right, goes to any of them. `chosen` brings the key."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: list[Step] = []
        self._current = ""
        self._hover = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        self._steps = list(steps)
        self._tell()

    def steps(self) -> list[Step]:
        """What it shows."""
        return self._steps

    def current(self) -> str:
        """Key of the step in sight."""
        return self._current

    def set_current(self, key: str) -> None:
        """Show where one is; emits nothing."""
        self._current = key
        self._tell()

    def _tell(self) -> None:
        place = self._place()
        word = f"{place + 1} {self._steps[place].word} {self._steps[place].note}".strip() if place >= 0 else ""
        self.setAccessibleName(f"{self._name}: {word}")
        self.update()

    def _place(self) -> int:
        return next((place for place, step in enumerate(self._steps) if step.key == self._current), -1)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._steps) and self._steps[place].key != self._current:
            self.chosen.emit(self._steps[place].key)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), theme().px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(46))

    def _cell(self, place: int) -> QRectF:
        wide = self.width() / max(1, len(self._steps))
        return QRectF(place * wide, 0, wide, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() * len(self._steps) / max(1, self.width()))
        if place != self._hover:
            self._hover = place
            step = self._steps[place] if 0 <= place < len(self._steps) else None
            self.setToolTip(" · ".join(filter(None, (step.word, step.note))) if step else "")
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._choose(int(event.position().x() * len(self._steps) / max(1, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._place() + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, step in enumerate(self._steps):
            self._paint_step(painter, place, step)
        if shows_focus(self):
            rounded(painter, QRectF(self.rect()), 6, None, self.colours["accent"], 2)

    def _paint_step(self, painter: QPainter, place: int, step: Step) -> None:
        px, c = theme().px, self.colours
        cell = self._cell(place)
        here = step.key == self._current
        if place == self._hover or here:
            rounded(painter, cell.adjusted(2, 2, -2, -2), 6, c["accent_soft" if here else "surface2"])
        disc = QRectF(cell.x() + px(10), (cell.height() - px(_DISC)) / 2, px(_DISC), px(_DISC))
        self._paint_disc(painter, disc, place, step, here)
        left = disc.right() + px(8)
        last = place == len(self._steps) - 1
        words = QRectF(left, 0, max(0.0, cell.right() - left - px(6 if last else 14)), cell.height())
        font = theme().font(bold=here)
        if step.note:
            half = words.height() / 2
            put_text(painter, QRectF(words.x(), px(3), words.width(), half), step.word, font, self._tone(here))
            small = QRectF(words.x(), half - px(3), words.width(), half)
            put_text(painter, small, step.note, theme().font("small"), c["text2"])
        else:
            put_text(painter, words, step.word, font, self._tone(here))
        if not last:
            side = px(12)
            paint_icon(painter, "chevron-right", QRectF(cell.right() - side, 0, side, cell.height()), c["text3"])

    def _tone(self, here: bool) -> QColor:
        return self.colours["accent" if here else "text"]

    def _paint_disc(self, painter: QPainter, disc: QRectF, place: int, step: Step, here: bool) -> None:
        c = self.colours
        if step.done:
            rounded(painter, disc, disc.width() / 2, c["accent"])
            inside = disc.adjusted(4, 4, -4, -4)
            paint_icon(painter, "check", inside, c["on_accent"])
            return
        rounded(painter, disc, disc.width() / 2, c["surface"], c["accent" if here else "border_strong"], 1.5)
        font = theme().font("small", bold=True)
        text = str(place + 1)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        inside = QRectF(disc.center().x() - wide / 2 - 1, disc.y(), wide + 2, disc.height())
        put_text(painter, inside, text, font, c["accent" if here else "text2"], Qt.AlignmentFlag.AlignHCenter)
