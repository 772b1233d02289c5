"""A limit that runs out: shape, word and figures, so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk import formats
from riskdesk.domain.urgency import Urgency
from riskdesk.gui.pages.incidents.console.words import SHAPES, limit_words
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import level_shape, put_text


class Countdown(Painted):
    """`◆ 还剩 02:19`, right-aligned; `large` as the first thing to see."""

    def __init__(self, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        self._urgency: Urgency | None = None
        self._word, self._time = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def urgency(self) -> Urgency | None:
        """How pressing it is; None while nothing is shown."""
        return self._urgency

    def text(self) -> str:
        """The words as read out."""
        return f"{self._word} {self._time}".strip()

    def set_left(self, left_s: float, urgent: Urgency | None, word: str = "") -> None:
        """Show the seconds that are left, or by which it is late; None for no limit. `word` replaces 'Left'."""
        time = formats.countdown(left_s) if urgent is not None else ""
        said = "" if urgent is None else word if word and urgent is not Urgency.OVER else limit_words(urgent)
        if (urgent, said, time) == (self._urgency, self._word, self._time):
            return
        wide = len(self._time) != len(time) or said != self._word
        self._urgency, self._word, self._time = urgent, said, time
        self.setAccessibleName(self.text())
        if wide:
            self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        word = theme().font("lead" if self._large else "body", bold=True)
        return QFontMetricsF(word), QFontMetricsF(self._figures())

    def _figures(self) -> QFont:
        font = theme().font("clock" if self._large else "body", bold=True)
        if self._large:
            # Between the two sizes of figures: the clock of the incident stays the largest.
            font.setPointSizeF(font.pointSizeF() * 0.77)
        return font

    def sizeHint(self) -> QSize:
        word, time = self._fonts()
        px = theme().px
        said = word.ascent() * 0.8 + px(5) + word.horizontalAdvance(self._word) + px(8)
        wide = 0.0 if self._urgency is None else said + time.horizontalAdvance(self._time)
        return QSize(round(wide + 3), round(time.capHeight() * 1.25 if self._large else time.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._urgency is None:
            return
        painter = QPainter(self)
        px = theme().px
        word, time = self._fonts()
        colour = self.colours["accent" if self._urgency is Urgency.CALM else SHAPES[self._urgency]]
        width = time.horizontalAdvance(self._time)
        baseline = time.capHeight() * 1.12 if self._large else time.ascent()
        x = self.width() - width - 1
        calm = self._large and self._urgency is Urgency.CALM
        painter.setFont(self._figures())
        painter.setPen(self.colours["text"] if calm else colour)
        painter.drawText(round(x), round(baseline), self._time)
        said = word.horizontalAdvance(self._word)
        x -= px(8) + said
        box = QRectF(x, baseline - word.ascent(), said + 1, word.height())
        put_text(painter, box, self._word, theme().font("lead" if self._large else "body", bold=True), colour)
        side = word.ascent() * 0.8
        level_shape(painter, SHAPES[self._urgency], QRectF(x - px(5) - side, box.y(), side, box.height()), colour)
