"""What to do now: the next step first, its limit, whom to call for it, and the three ways to settle it."""

from __future__ import annotations

import datetime as dt
from time import monotonic

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.desk.phones import last_call
from riskdesk.domain.playbook import Step
from riskdesk.domain.response import StepStatus
from riskdesk.domain.urgency import Urgency
from riskdesk.gui.pages.incidents.console.ask import AskLine, AskPlace, AskTime
from riskdesk.gui.pages.incidents.console.countdown import Countdown
from riskdesk.gui.pages.incidents.console.phonelist import PhoneRow
from riskdesk.gui.pages.incidents.console.situation import Situation, step_urgency
from riskdesk.gui.pages.incidents.console.words import done_word, limit_sentence, roles, tier_sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, LinkButton
from riskdesk.gui.widgets.card import RADIUS, Card
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

TWICE_S = 0.6
"""A click so soon after the step came into sight was meant for the one before."""


class NowCard(Card):
    """The one card a frightened person has to read."""

    done = Signal(str)
    """A step is done, now."""
    done_at = Signal(str, object)
    """A step was done at that moment."""
    failed = Signal(str, str)
    """A step is not possible or not needed, and why."""
    called = Signal(object)
    """Somebody (Phone) is called."""
    next_wanted = Signal()
    """Back from a chosen step to the next one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(margin=20, parent=parent)
        self._session = session
        self._state: StepStatus | None = None
        self._since = 0.0
        self._rows: list[PhoneRow] = []
        px = theme().px
        self.body.setContentsMargins(px(18), px(14), px(18), px(16))
        self.body.setSpacing(px(5))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self.heading = Label(tr("Do now"), tone="second")
        self.other = LinkButton(tr("Back to the next step"))
        self.other.setMinimumHeight(px(44))
        self.other.clicked.connect(self.next_wanted)
        self.countdown = Countdown(large=True)
        self.action = Label("", "title", bold=True, wrap=True)
        for widget in (self.heading, self.action, self.other):
            words.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addLayout(words, 1)
        head.addWidget(self.countdown, 0, Qt.AlignmentFlag.AlignTop)
        self.who = Label("", "body", "second", wrap=True)
        self.tier = Label("", "body", "yellow", wrap=True)
        self.detail = Label("", "body", wrap=True)
        self.needs = Label("", "body", "second", wrap=True)
        self._phones = QGridLayout()
        self._phones.setSpacing(px(8))
        self.buttons = self._make_buttons()
        self.place = AskPlace()
        self.place.closed.connect(self._ask_closed)
        self.body.addLayout(head)
        for label in (self.who, self.tier, self.detail, self.needs):
            self.body.addWidget(label)
        self.body.addLayout(self._phones)
        self.body.addSpacing(px(8))
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.place)

    def _make_buttons(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        self.ok = Button(tr("Done"), "primary", "check", "Enter", large=True)
        self.ok.clicked.connect(self._done)
        self.no = Button(tr("Not possible"), large=True)
        self.no.clicked.connect(self._ask_why)
        self.late = Button(tr("Enter time"), large=True)
        self.late.setToolTip(tr("It was done earlier: enter when"))
        self.late.clicked.connect(self._ask_when)
        # In a narrow window it rather shortens than pushes the others out.
        self.ok.setMinimumWidth(theme().px(96))
        row.addWidget(self.ok, 2)
        row.addWidget(self.no, 1)
        row.addWidget(self.late, 1)
        return made

    def set_ready(self, ready: bool) -> None:
        """Whether Enter settles the step now: only then the button looks so."""
        self.ok.set_kind("primary" if ready else "plain")
        self.ok.set_key("Enter" if ready else "")

    @property
    def state(self) -> StepStatus | None:
        """The step shown."""
        return self._state

    def show_step(self, state: StepStatus, situation: Situation, chosen: bool) -> None:
        """Show a step that is open; `chosen` when the person went to it out of turn."""
        before = self._state.step.id if self._state is not None else ""
        self._state = state
        step = state.step
        if before != step.id:
            self.place.close_ask()
            self._since = monotonic()
        self.heading.setText(tr("Chosen step") if chosen else tr("Do now"))
        self.other.setVisible(chosen)
        self.action.setText(step.action)
        tier, confirmed = tier_sentence(step, situation), bool(situation.confirmed_by)
        parts = (roles(step), limit_sentence(step, situation), tier if confirmed else "")
        self._say(self.who, " · ".join(filter(None, parts)))
        # Yellow only until somebody has confirmed it.
        self._say(self.tier, "" if confirmed else tier)
        only = tr("Only if: {what}", what=step.condition) if step.condition else ""
        self._say(self.detail, "\n".join(filter(None, (only, step.detail))))
        things = "；".join(" ".join(filter(None, (m.what, m.where))) for m in step.materials)
        take = tr("Take: {what}", what=things) if things else ""
        evidence = tr("Write down: {what}", what=step.evidence) if step.evidence else ""
        self._say(self.needs, "  ".join(filter(None, (take, evidence))))
        self._fill_phones(step, situation)
        self.ok.set_words(done_word(step))
        self.no.set_words(tr("Not needed") if step.condition else tr("Not possible"))
        for button in (self.no, self.late):
            # The words stay whole, whatever the room beside them.
            button.setMinimumWidth(button.sizeHint().width() - theme().px(12))
        self.setAccessibleName(f"{tr('Do now')}: {step.action}")

    def _say(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _fill_phones(self, step: Step, situation: Situation) -> None:
        while (item := self._phones.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        wanted = [p for p in situation.phones if step.id in p.step_ids or (step.id in p.helps and p.number)]
        # Those that the step itself calls come first.
        wanted.sort(key=lambda p: step.id not in p.step_ids)
        self._rows = [PhoneRow(phone, last_call(phone, situation.entries), accent=True) for phone in wanted[:4]]
        for row in self._rows:
            row.chosen.connect(self.called)
        self._arrange()

    def _arrange(self) -> None:
        """Two numbers beside each other where both stay whole."""
        room = self.width() - theme().px(36 + 8)
        pairs = [self._rows[n : n + 2] for n in range(0, len(self._rows), 2)]
        two = all(sum(row.sizeHint().width() for row in pair) <= room for pair in pairs)
        for place, row in enumerate(self._rows):
            self._phones.addWidget(row, *(divmod(place, 2) if two else (place, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def tick(self, elapsed_s: float) -> None:
        """One second later."""
        if self._state is None:
            return
        before = self.countdown.urgency
        urgent = step_urgency(self._state, elapsed_s)
        self.countdown.set_left((self._state.due_s or 0.0) - elapsed_s, urgent)
        if before is not self.countdown.urgency:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = {Urgency.WARNING: "yellow", Urgency.OVER: "red"}.get(self.countdown.urgency or Urgency.CALM, "border")
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, self.colours["surface"], self.colours[edge])

    # settling

    @Slot()
    def _done(self) -> None:
        # The second click of a double click would settle a step that nobody has seen.
        if self._state is not None and monotonic() - self._since > TWICE_S:
            self.done.emit(self._state.step.id)

    @Slot()
    def _ask_why(self) -> None:
        assert self._state is not None
        self.buttons.hide()
        asked = AskLine(tr("Why is “{step}” not done?", step=self._state.step.action), tr("Log it"), tr("Reason"))
        self.place.open(asked, self._fail)

    def _fail(self, why: object) -> None:
        if self._state is not None:
            self.failed.emit(self._state.step.id, str(why))

    @Slot()
    def _ask_when(self) -> None:
        assert self._state is not None
        self.buttons.hide()
        question = tr("When was “{step}” done?", step=self._state.step.action)
        self.place.open(AskTime(question, tr("Log it"), self._session.desk.clock), self._late)

    def _late(self, moment: object) -> None:
        if self._state is not None and isinstance(moment, dt.datetime):
            self.done_at.emit(self._state.step.id, moment)

    @Slot()
    def _ask_closed(self) -> None:
        self.buttons.show()
        self.ok.setFocus()
