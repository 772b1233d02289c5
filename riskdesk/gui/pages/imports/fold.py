"""A step of the page: a head with number, title and what it came to, and a body that opens below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import line, put_text, rounded, shows_focus

_DISC = 22


class FoldHead(PaintedButton):
    """Opens and closes a step. `state` is '' for a number, 'done' for a tick, 'ask' where a person is needed."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._summary, self._state, self._opened = number, "", "", False
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def say(self, summary: str, state: str = "") -> None:
        """What the step came to."""
        self._summary, self._state = summary, state
        self._tell()

    @property
    def summary(self) -> str:
        """What the step came to, in words."""
        return self._summary

    @property
    def state(self) -> str:
        """'', 'done' or 'ask'."""
        return self._state

    def show_opened(self, opened: bool) -> None:
        """Whether the body shows."""
        self._opened = opened
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._number} {self.text()}: {self._summary}")
        self.setToolTip(self._summary)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, c = theme().px, self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(box, c["surface2"])
        if self._number > 1:
            line(painter, box.left(), 0, box.right(), 0, c["border"])
        disc = QRectF(px(14), (box.height() - px(_DISC)) / 2, px(_DISC), px(_DISC))
        self._paint_disc(painter, disc)
        side = px(14)
        paint_icon(painter, "chevron-up" if self._opened else "chevron-down",
                   QRectF(box.right() - side - px(12), 0, side, box.height()), c["text2"])  # fmt: skip
        left = disc.right() + px(10)
        words = QRectF(left, px(6), box.right() - side - px(20) - left, box.height() / 2 - px(4))
        put_text(painter, words, self.text(), theme().font(bold=True), c["text"])
        below = QRectF(left, box.height() / 2 + px(1), words.width(), box.height() / 2 - px(7))
        tone = c["accent"] if self._state == "ask" else c["text2"]
        put_text(painter, below, self._summary, theme().font("small", bold=self._state == "ask"), tone)
        if shows_focus(self):
            rounded(painter, box.adjusted(2, 2, -2, -2), 6, None, c["accent"], 2)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        c = self.colours
        if self._state == "done":
            rounded(painter, disc, disc.width() / 2, c["accent"])
            paint_icon(painter, "check", disc.adjusted(4, 4, -4, -4), c["on_accent"])
            return
        rounded(painter, disc, disc.width() / 2, c["surface"], c["accent" if self._state else "border_strong"], 1.5)
        font = theme().font("small", bold=True)
        text = "?" if self._state == "ask" else str(self._number)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        inside = QRectF(disc.center().x() - wide / 2 - 1, disc.y(), wide + 2, disc.height())
        put_text(painter, inside, text, font, c["accent" if self._state else "text2"], Qt.AlignmentFlag.AlignHCenter)


class Fold(QWidget):
    """A step. `turned` asks to open or close it; `set_opened` does."""

    turned = Signal(object)

    def __init__(self, number: int, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(number, title)
        self.body = body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(body, 1)
        self.head.clicked.connect(self._turn)
        self.set_opened(False)

    @property
    def is_opened(self) -> bool:
        """Whether its body shows."""
        return not self.body.isHidden()

    def set_opened(self, opened: bool) -> None:
        """Show or hide the body."""
        self.body.setVisible(opened)
        self.head.show_opened(opened)
        policy = QSizePolicy.Policy.Expanding if opened else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)

    @Slot()
    def _turn(self) -> None:
        self.turned.emit(self)
