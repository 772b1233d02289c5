"""What a page says when it has nothing to show: what it is for, and the first step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button, LinkButton
from riskdesk.gui.widgets.label import Label


class EmptyState(QWidget):
    """Icon, title, a sentence, a primary button, a second link; what is not given does not show."""

    primary = Signal()
    second = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        button: str = "",
        link: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        centre = Qt.AlignmentFlag.AlignHCenter
        self._disc = _Disc(icon, self)
        self.title = Label(title, "lead", bold=True, wrap=True, parent=self)
        self.title.setAlignment(centre)
        self.sentence = Label(sentence, tone="second", wrap=True, parent=self)
        self.sentence.setAlignment(centre)
        # A box of their own between two stretches: a label's own maximum width is not asked for its height.
        words = QWidget(self)
        words.setMinimumWidth(px(200))
        words.setMaximumWidth(px(400))
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(8))
        for label in (self.title, self.sentence):
            inner.addWidget(label)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        self.button = Button(button, "primary", key=key, parent=self)
        self.button.clicked.connect(self.primary)
        self.link = LinkButton(link, parent=self)
        self.link.clicked.connect(self.second)
        column = QVBoxLayout(self)
        column.setSpacing(px(8))
        column.addStretch(2)
        column.addWidget(self._disc, 0, centre)
        column.addSpacing(px(4))
        column.addLayout(middle)
        column.addSpacing(px(8))
        column.addWidget(self.button, 0, centre)
        column.addWidget(self.link, 0, centre)
        column.addStretch(3)
        self.say(icon, title, sentence, button, link)

    def say(self, icon: str, title: str, sentence: str = "", button: str = "", link: str = "") -> None:
        """Say something else ('nothing found' in place of 'nothing yet')."""
        self._disc.set_icon(icon)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.set_words(button)
        self.button.setVisible(bool(button))
        self.link.set_words(link)
        self.link.setVisible(bool(link))
        self.setAccessibleName(f"{title} {sentence}".strip())


class _Disc(Painted):
    """The icon on a soft disc."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(56), theme().px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours["accent_soft"])
        painter.drawEllipse(self.rect())
        side = theme().px(24)
        middle = QRectF(0, 0, side, side)
        middle.moveCenter(QRectF(self.rect()).center())
        paint_icon(painter, self._icon, middle, self.colours["accent"])
