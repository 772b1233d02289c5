"""Tags: the level tag (▲ 红) and the plain tag for a state or tier."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import level_word, paint_tag, put_text, rounded, tag_size

_GROUNDS = {
    "neutral": ("surface2", "text2"), "accent": ("accent_soft", "accent"), "red": ("red_soft", "red"),
    "yellow": ("yellow_soft", "yellow"), "blue": ("blue_soft", "blue"),
}  # fmt: skip


class LevelTag(Painted):
    """Shape and word of a level on its soft ground. `level` is 'red', 'yellow', 'blue', or '' for none yet."""

    def __init__(self, level: str = "", text: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._text, self._small = "", "", small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, text)

    def set_level(self, level: str, text: str = "") -> None:
        """Another level; without `text` the level's own word."""
        self._level = str(level)
        self._text = text or (level_word(self._level) if self._level else "—")
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = tag_size(self._text, self._small)
        return QSize(round(size.width() + 0.5), round(size.height() + 0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._level:
            paint_tag(painter, QRectF(self.rect()), self._level, self._text, self.colours, self._small)
        else:
            put_text(painter, QRectF(self.rect()), self._text, theme().font(), self.colours["text3"])


class Tag(Painted):
    """A word on a soft ground. Tones: 'neutral', 'accent', 'red', 'yellow', 'blue' (the last three: limits, levels)."""

    def __init__(self, text: str, tone: str = "neutral", role: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone, self._role = text, tone, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str, tone: str | None = None) -> None:
        """Another word, and tone if given."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(self._role, bold=True))
        px = theme().px
        return QSize(round(metrics.horizontalAdvance(self._text)) + px(16) + 1, round(metrics.height()) + px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, text = _GROUNDS[self._tone]
        rounded(painter, QRectF(self.rect()), 4, self.colours[ground])
        inside = QRectF(self.rect()).adjusted(theme().px(8), 0, -theme().px(4), 0)
        put_text(painter, inside, self._text, theme().font(self._role, bold=True), self.colours[text])
