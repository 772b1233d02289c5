"""Notices that are repeated: their own countdown, what to say and what never to say."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.policy import Policy
from riskdesk.domain.response import StepStatus
from riskdesk.domain.urgency import Urgency
from riskdesk.gui.pages.incidents.console.countdown import Countdown
from riskdesk.gui.pages.incidents.console.situation import repeat_urgency
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import RADIUS, Card
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr


class RepeatCard(Card):
    """One repeated notice. `brief` leaves out the words where several run.

    Where the step has none, what staff say to somebody, and what nobody says, are the office's words of `policy`.
    """

    told = Signal(str)
    """Step whose notice was given now."""
    ended = Signal(str)
    """Step whose notice needs no more repeating."""

    def __init__(
        self, state: StepStatus, policy: Policy, brief: bool = False, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(margin=18, parent=parent)
        self.state = state
        px = theme().px
        self.body.setContentsMargins(px(18), px(12), px(18), px(12))
        step = state.step
        head = QHBoxLayout()
        head.setSpacing(px(12))
        self.action = ElidedLabel(self._title(), bold=True)
        self.countdown = Countdown()
        head.addWidget(self.action, 1)
        head.addWidget(self.countdown)
        self.body.addLayout(head)
        say = step.say or next(iter(policy.empathy_phrases if step.contact is not None else ()), "")
        if say and not brief:
            self.body.addWidget(_Say(say))
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        unsaid = step.never_say or "／".join(policy.taboo_phrases)
        never = tr("Never say: {words}", words=unsaid) if unsaid and not brief else ""
        # Red is for what is late; a warning in words is enough here.
        foot.addWidget(Label(never, "small", "second", bold=True, wrap=True), 1)
        stop = Button(tr("No more"), "quiet", large=True)
        stop.setToolTip(tr("This notice needs no more repeating"))
        stop.clicked.connect(self._end)
        tell = Button(tr("Progress told"), icon="check", key="F4", large=True)
        tell.clicked.connect(self._tell)
        stop.setMinimumWidth(px(64))
        tell.setMinimumWidth(px(96))
        foot.addWidget(stop)
        foot.addWidget(tell)
        self.body.addLayout(foot)

    def _title(self) -> str:
        step = self.state.step
        every = formats.duration(step.repeat_s)
        if step.contact is not None:
            return tr("Every {time}: tell {who}", time=every, who=step.contact.who)
        return tr("Every {time}: {what}", time=every, what=step.action)

    def tick(self, elapsed_s: float) -> None:
        """One second later."""
        before = self.countdown.urgency
        urgent = repeat_urgency(self.state, elapsed_s)
        self.countdown.set_left((self.state.next_repeat_s or 0.0) - elapsed_s, urgent, tr("Next due"))
        if before is not self.countdown.urgency:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = {Urgency.WARNING: "yellow", Urgency.OVER: "red"}.get(self.countdown.urgency or Urgency.CALM, "border")
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, self.colours["surface"], self.colours[edge])

    @Slot()
    def _tell(self) -> None:
        self.told.emit(self.state.step.id)

    @Slot()
    def _end(self) -> None:
        self.ended.emit(self.state.step.id)


class _Say(Painted):
    """The words to say, in quotation marks on a ground of their own."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(14), px(8))
        quoted = Label(f"“{words.strip()}”", "lead", wrap=True)
        column.addWidget(quoted)
        self.setAccessibleName(tr("Say: {words}", words=words))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, self.colours["surface2"])
