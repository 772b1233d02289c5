"""The score cards of a risk (固有, 现状, 目标)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import (
    WRAP,
    breakable,
    focus_ring,
    level_word,
    paint_tag,
    put_text,
    rounded,
    shows_focus,
    tag_size,
)

LEAST = 88
"""Px at 100 %: the least width."""


class ScoreCard(PaintedButton):
    """Title, level, formula and a note, which may be of two lines. `clicked` if made `clickable` (re-score)."""

    def __init__(self, title: str, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._level, self._word, self._formula, self._note, self._mark = "", "", "", "", ""
        self._clickable = clickable
        # Cards side by side are as high as the highest.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        if not clickable:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_score(self, level: str, formula: str = "", note: str = "", mark: str = "", word: str = "") -> None:
        """`level` 'red', 'yellow', 'blue' or '' for none yet; `mark` stands behind the tag (手动)."""
        self._level, self._formula, self._note, self._mark = str(level), formula, note, mark
        self._word = word or (level_word(self._level) if self._level else "—")
        self.setAccessibleName(" ".join(filter(None, (self.text(), self._word, mark, formula, note))))
        self.setToolTip(note)
        self.updateGeometry()
        self.update()

    def _note_lines(self) -> int:
        """2 where the note stands whole in two lines and not in one; a longer one is cut in the first."""
        small = QFontMetricsF(theme().font("small"))
        box = QRectF(0, 0, max(self.width(), theme().px(LEAST)) - 2 * theme().px(10), 1e6)
        found = small.boundingRect(box, WRAP, breakable(self._note))
        return 2 if round(found.height() / small.lineSpacing()) == 2 and found.width() <= box.width() else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        small = QFontMetricsF(theme().font("small")).height()
        body = QFontMetricsF(theme().font()).height()
        px = theme().px
        return QSize(px(112), round(px(20) + (2 + self._note_lines()) * small + body + px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(LEAST), self.sizeHint().height())

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """The words at the right; where they find no room, a pen that says the same."""
        small, tone = theme().font("small"), self.colours["text2"]
        if QFontMetricsF(small).horizontalAdvance(self._mark) <= place.width():
            put_text(painter, place, self._mark, small, tone, Qt.AlignmentFlag.AlignRight)
        else:
            side = theme().px(13)
            paint_icon(painter, "edit", QRectF(place.right() - side, place.y(), side, place.height()), tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        hot = self._clickable and self.underMouse()
        rounded(painter, box, 6, c["surface2"] if hot else None, c["border"])
        small = theme().font("small")
        step = QFontMetricsF(small).height()
        left, width = px(10), box.width() - px(20)
        put_text(painter, QRectF(left, px(9), width, step), self.text(), small, c["text2"])
        tag = QRectF(left, px(9) + step + px(2), width, QFontMetricsF(theme().font()).height() + px(4))
        if self._level:
            paint_tag(painter, tag, self._level, self._word, c)
            if self._mark:
                self._paint_mark(painter, tag.adjusted(tag_size(self._word).width() + px(4), 0, 0, 0))
        else:
            put_text(painter, tag, "—", theme().font(), c["text3"])
        y = tag.bottom() + px(4)
        put_text(painter, QRectF(left, y, width, step), self._formula, small, c["text"])
        if self._note_lines() == 2:
            painter.setFont(small)
            painter.setPen(c["text2"])
            painter.drawText(QRectF(left, y + step, width, 2 * step + 2), WRAP, breakable(self._note))
        else:
            put_text(painter, QRectF(left, y + step, width, step), self._note, small, c["text2"])
        if shows_focus(self):
            focus_ring(painter, box, 6, c)
