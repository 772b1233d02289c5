"""The big clock."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from riskdesk import formats
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class ClockCard(Card):
    """How long it has been, when it began, what time it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=10, parent=parent)
        self.body.setSpacing(0)
        self.word = Label(tr("Running for"), "small", "second")
        self.time = Label("", "clock", bold=True)
        self.times = Label("", tone="second")
        for label in (self.word, self.time, self.times):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)
        self.setMinimumWidth(theme().px(256))

    def tick(self, elapsed_s: float, started: dt.datetime, now: dt.datetime, paused: bool) -> None:
        """One second later."""
        self.word.setText(tr("Paused, running for") if paused else tr("Running for"))
        self.time.setText(formats.running(elapsed_s))
        self.times.setText(tr("began {start} · now {now}", start=formats.clock(started), now=formats.clock(now)))
        self.setAccessibleName(f"{self.word.text()} {self.time.text()}")
