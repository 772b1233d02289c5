"""A box to tick, with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import WRAP, breakable, focus_ring, rounded, shows_focus


class CheckBox(PaintedButton):
    """Tick and words that wrap; `toggled` and `clicked` as any Qt button. `quiet_done` greys the words once ticked."""

    def __init__(self, text: str = "", quiet_done: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet_done = quiet_done
        self.setCheckable(True)
        self.enter_presses = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str) -> None:
        """Other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _left(self) -> int:
        return theme().px(24) if self.text() else theme().px(18)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(theme().font())
        box = QRectF(0, 0, max(20, width - self._left()), 1e6)
        words = metrics.boundingRect(box, WRAP, breakable(self.text())).height()
        return max(theme().px(24), round(words + 0.5) + theme().px(4))

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme().font()).horizontalAdvance(self.text())
        return QSize(self._left() + round(wide) + 3, theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(80)), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        line = QFontMetricsF(theme().font()).height() + px(4)
        box = QRectF(1, (min(line, self.height()) - px(16)) / 2, px(16), px(16))
        on = self.isChecked()
        if not self.isEnabled():
            rounded(painter, box, 4, c["surface2"], c["border"])
        elif on:
            rounded(painter, box, 4, c["accent_hover" if self.underMouse() else "accent"])
        else:
            rounded(painter, box, 4, c["surface"], c["accent" if self.underMouse() else "border_strong"], 1.5)
        if on:
            mark = c["on_accent" if self.isEnabled() else "text3"]
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), mark)
        painter.setFont(theme().font())
        done = on and self._quiet_done
        painter.setPen(c["text3" if not self.isEnabled() else "text2" if done else "text"])
        words = QRectF(self.rect()).adjusted(self._left(), px(2), 0, 0)
        painter.drawText(words, WRAP, breakable(self.text()))
        if shows_focus(self):
            focus_ring(painter, QRectF(self.rect()), 4, c)
