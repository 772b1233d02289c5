"""The score cards of a risk (固有, 现状, 目标)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import focus_ring, level_word, paint_tag, put_text, rounded, shows_focus


class ScoreCard(PaintedButton):
    """Title, level, formula and a note. `clicked` if made `clickable` (re-score)."""

    def __init__(self, title: str, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._level, self._word, self._formula, self._note, self._mark = "", "", "", "", ""
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        if not clickable:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_score(self, level: str, formula: str = "", note: str = "", mark: str = "", word: str = "") -> None:
        """`level` 'red', 'yellow', 'blue' or '' for none yet; `mark` stands behind the tag (手动)."""
        self._level, self._formula, self._note, self._mark = str(level), formula, note, mark
        self._word = word or (level_word(self._level) if self._level else "—")
        self.setAccessibleName(" ".join(filter(None, (self.text(), self._word, mark, formula, note))))
        self.setToolTip(note)
        self.update()

    def sizeHint(self) -> QSize:
        small = QFontMetricsF(theme().font("small")).height()
        body = QFontMetricsF(theme().font()).height()
        px = theme().px
        return QSize(px(112), round(px(20) + 3 * small + body + px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(88), self.sizeHint().height())

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
                put_text(painter, tag, self._mark, small, c["text2"], Qt.AlignmentFlag.AlignRight)
        else:
            put_text(painter, tag, "—", theme().font(), c["text3"])
        y = tag.bottom() + px(4)
        put_text(painter, QRectF(left, y, width, step), self._formula, small, c["text"])
        put_text(painter, QRectF(left, y + step, width, step), self._note, small, c["text2"])
        if shows_focus(self):
            focus_ring(painter, box, 6, c)
