"""A banner in a page: something to know or to put right, with a link to do it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import IconButton, LinkButton
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

Tone = Literal["info", "warn", "error", "limit"]
_LOOK = {
    "info": ("accent_soft", "accent", "accent", "info"),
    "warn": ("surface2", "text", "text", "alert"),
    "error": ("red_soft", "red", "red", "alert"),
    "limit": ("yellow_soft", "yellow", "yellow", "clock"),
}
"""Ground, tone of the words, colour of the icon, icon. Yellow is for time limits alone."""


class Banner(Painted):
    """Icon, words that wrap, a link. `icon` replaces the tone's own ('flag')."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = "info",
        link: str = "",
        icon: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        self._own_icon = icon
        self.words = Label("", wrap=True, parent=self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.link = LinkButton("", "text", parent=self)
        self.link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.link.clicked.connect(self.acted)
        self._cross = IconButton("x", tr("Close"), 24, self)
        self._cross.clicked.connect(self.closed)
        self._cross.clicked.connect(self.hide)
        self._cross.setVisible(closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(30), px(6), px(8), px(6))
        row.setSpacing(px(12))
        row.addWidget(self.words)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.say(text, tone, link)

    def say(self, text: str, tone: Tone = "info", link: str = "") -> None:
        """Say something else; an empty text hides the banner."""
        self._tone: Tone = tone
        self.words.setText(text)
        self.words.set_tone(_LOOK[tone][1])
        self.link.set_words(link)
        self.link.set_tone(_LOOK[tone][1])
        self.link.setVisible(bool(link))
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        ground, _, colour, icon = _LOOK[self._tone]
        rounded(painter, QRectF(self.rect()), 6, self.colours[ground])
        height = self.words.fontMetrics().height() + px(12)
        place = QRectF(px(10), 0, px(14), min(height, self.height()))
        if self.words.height() <= self.words.fontMetrics().height() * 1.5:
            place.setHeight(self.height())
        paint_icon(painter, self._own_icon or icon, place, self.colours[colour], solid=self._own_icon == "flag")
