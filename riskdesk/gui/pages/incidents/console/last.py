"""What was done here last, with its time: the place where the keyboard rests after it, and the way to correct it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.incident import EntryKind, LogEntry
from riskdesk.gui.pages.incidents.console.loglist import line_of
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.session import Session
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

_NO_DEED = (EntryKind.REPORTED, EntryKind.CLOCK, EntryKind.CLOSED, EntryKind.LET_OUT)
"""Entries that nobody made in the console of a running incident."""

_AT_ONCE = dt.timedelta(seconds=1)
"""Entries of one deed lie closer together than this."""


def last_deed(situation: Situation, person: str) -> LogEntry | None:
    """What this person did last in this incident and nobody has struck since; None for nothing."""
    reported = min((entry.written_at for entry in situation.entries), default=None)
    own = [
        entry for entry in situation.entries
        if entry.who_id == person and entry.struck is None and entry.entry_kind not in _NO_DEED
        # The playbook that came with the report was no deed of its own.
        and not (entry.entry_kind is EntryKind.PLAYBOOK and reported and entry.written_at - reported < _AT_ONCE)
    ]  # fmt: skip
    return max(own, key=lambda entry: (entry.written_at, entry.id), default=None)


class LastDeed(Painted):
    """`✓ 09:13:46 拨打 119 [改正 Ctrl+Z]`; hidden before anything was done."""

    correct_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        px = theme().px
        self.time = Label("", "small", "second", bold=True)
        self.words = ElidedLabel("")
        self.button = Button(tr("Correct"), "text", key="Ctrl+Z", large=True)
        self.button.setToolTip(tr("The entry is struck with a reason and stays readable"))
        self.button.clicked.connect(self.correct_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(42), px(4), px(4), px(4))
        row.setSpacing(px(8))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.time)
        said.addWidget(self.words)
        row.addLayout(said, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The keyboard is led here and goes on by itself.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_situation(self, situation: Situation) -> None:
        """Show what the person at this desk did last in this incident."""
        entry = last_deed(situation, self._session.desk.person)
        self.setVisible(entry is not None)
        if entry is None:
            return
        shown = line_of(entry, situation, self._session.desk)
        self.time.setText(shown.time)
        self.words.setText(shown.text)
        self.setAccessibleName(tr("Noted last: {time} {text}", time=shown.time, text=shown.text))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        edge = self.colours["accent" if self.hasFocus() else "border"]
        rounded(painter, QRectF(self.rect()), 6, self.colours["surface"], edge)
        paint_icon(painter, "check", QRectF(px(18), 0, px(14), self.height()), self.colours["accent"])
