"""The response console: another room, dark, for one incident against the clock."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.errors import NotFound
from riskdesk.domain.incident import IncidentState
from riskdesk.gui.pages.incidents.console.alarmbar import AlarmBar
from riskdesk.gui.pages.incidents.console.ask import AskPlace
from riskdesk.gui.pages.incidents.console.clock import ClockCard
from riskdesk.gui.pages.incidents.console.deeds import Deeds
from riskdesk.gui.pages.incidents.console.head import ConsoleHead
from riskdesk.gui.pages.incidents.console.last import LastDeed
from riskdesk.gui.pages.incidents.console.logpanel import LogPanel
from riskdesk.gui.pages.incidents.console.now import NowCard
from riskdesk.gui.pages.incidents.console.phonelist import PhoneList
from riskdesk.gui.pages.incidents.console.plan import MessageCard, PlanCard
from riskdesk.gui.pages.incidents.console.repeat import RepeatCard
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.steps import StepList
from riskdesk.gui.pages.incidents.watch import IncidentWatch
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import force_dark, theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.filedrop import FileBox, FilePlace
from riskdesk.gui.widgets.scroll import ScrollPlace
from riskdesk.i18n import tr

NARROW = 1060
"""Width of the console in px at 100 % under which the phones stand below the steps, so that numbers stay whole."""
REST_MS = 1500
"""After a deed, and after each Enter that came too early, Enter settles nothing for so long: what is pressed again and
again is one press of a trembling hand, and the next step has to be read first."""

SHORT = 640
"""Height in px at 100 % under which there is no room for many files at once."""


def _column_that_scrolls() -> tuple[QVBoxLayout, ScrollPlace]:
    """A column of cards, each whole: where the window is too low for all, one scrolls to the rest."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(12))
    return column, ScrollPlace(inner)


class Console(FilePlace, Painted):
    """Shows one incident and writes what is done in it to disk at once."""

    left = Signal()
    """Back to the list."""
    ended = Signal(str)
    """The incident was closed."""

    def __init__(self, session: Session, watch: IncidentWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before children are made: they take the dark scheme from here.
        force_dark(self)
        self.session, self.desk, self.watch = session, session.desk, watch
        self.situation: Situation | None = None
        self._chosen = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)
        self.place = AskPlace()
        self.deeds = Deeds(self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(14), px(20), px(12))
        whole.setSpacing(px(12))
        self.head = ConsoleHead(self.session, self.deeds.head_actions(), self.deeds.keep_on_top)
        self.alarm = AlarmBar()
        self._asked = Card(margin=14)
        self._asked.body.addWidget(self.place)
        self._asked.hide()
        self.now = NowCard(self.session)
        self.plan = PlanCard(self.session)
        self.message = MessageCard()
        self.last = LastDeed(self.session)
        self._repeats: list[RepeatCard] = []
        self._repeat_column = QVBoxLayout()
        self._repeat_column.setSpacing(px(12))
        self.steps = StepList()
        self.clock = ClockCard()
        self.phones = PhoneList()
        self.log = LogPanel(self.session)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(12))
        self._left = self._make_left()
        self._right_column, self._right = _column_that_scrolls()
        self._middle = QVBoxLayout()
        self._middle.setSpacing(px(12))
        self._middle.addWidget(self.clock)
        self._middle.addWidget(self.last)
        self._grid.addWidget(self._left, 0, 0, 2, 1)
        whole.addWidget(self.head)
        whole.addWidget(self.alarm)
        whole.addWidget(self._asked)
        whole.addLayout(self._grid, 1)
        self._narrow: bool | None = None
        self._right_column.addWidget(self.log, 1)
        self._arrange()
        # A click leaves the keyboard where it is: Enter settles the step.
        for button in (*self.findChildren(Button), self.head.pin, self.head.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for scroll in self.findChildren(QScrollArea):
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _make_left(self) -> ScrollPlace:
        self._left_column, scroll = _column_that_scrolls()
        column = self._left_column
        for card in (self.now, self.plan, self.message):
            column.addWidget(card)
        column.addLayout(self._repeat_column)
        column.addWidget(self.steps, 1)
        self._filler = QWidget()
        column.addWidget(self._filler, 1)
        return scroll

    def _connect(self) -> None:
        deeds = self.deeds
        self.now.done.connect(deeds.do_step)
        self.now.done_at.connect(deeds.do_step_at)
        self.now.failed.connect(deeds.fail_step)
        self.now.called.connect(deeds.call)
        self.now.next_wanted.connect(self._take_next)
        self.plan.chosen.connect(deeds.choose_playbook)
        self.message.acted.connect(self._message_acted)
        self.last.correct_wanted.connect(deeds.correct_last)
        self.steps.chosen.connect(self._take_step)
        self.phones.called.connect(deeds.call)
        self.phones.notified.connect(deeds.ask_receipt)
        self.log.written.connect(deeds.write)
        self.log.phrased.connect(deeds.phrase)
        self.log.struck.connect(deeds.strike)
        self.place.closed.connect(self._ask_closed)
        self.alarm.acknowledged.connect(self._acknowledge)
        self.watch.ticked.connect(self.tick)

    def _arrange(self) -> None:
        self.log.files.set_short(self.height() < theme().px(SHORT))
        narrow = self.width() < theme().px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for layout in (self._left_column, self._grid):
            layout.removeWidget(self.phones)
        for layout in (self._right_column, self._grid):
            layout.removeItem(self._middle)
        self._grid.removeWidget(self._right)
        if narrow:
            self._left_column.addWidget(self.phones)
            self._right_column.insertLayout(0, self._middle)
            self._grid.addWidget(self._right, 0, 1, 2, 1)
        else:
            self._grid.addLayout(self._middle, 0, 1)
            self._grid.addWidget(self.phones, 1, 1)
            self._grid.addWidget(self._right, 0, 2, 2, 1)
        self.phones.setMinimumHeight(theme().px(260 if narrow else 0))
        for column, stretch in enumerate((528, 400, 0) if narrow else (528, 316, 316)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(1, 1)
        self.head.set_narrow(narrow)

    # showing

    @property
    def incident_id(self) -> str:
        """The incident shown, '' for none."""
        return self.situation.incident.id if self.situation else ""

    def show_incident(self, incident_id: str) -> bool:
        """Show an incident as the file has it. Returns False when there is no such incident, or it is closed."""
        try:
            situation = Situation.read(self.desk, incident_id)
        except NotFound:
            return False
        if situation.incident.state is IncidentState.CLOSED:
            return False
        self.situation, self._chosen = situation, ""
        self._show(situation)
        self.rest()
        return True

    def reload(self) -> None:
        """Look again after a change."""
        if self.situation is None:
            return
        try:
            situation = Situation.read(self.desk, self.incident_id)
        except NotFound:
            self.left.emit()
            return
        if situation.incident.state is IncidentState.CLOSED:
            self.situation = None
            self.ended.emit(situation.incident.id)
            return
        before = self._work()
        self.situation = situation
        self._show(situation)
        if before != self._work():
            self.rest()

    def _work(self) -> str:
        """What there is to do now: a step, or the words of the card in its place."""
        if not self.now.isHidden() and self.now.state is not None:
            return self.now.state.step.id
        return "" if self.message.isHidden() else self.message.words.text()

    def _show(self, situation: Situation) -> None:
        paused = situation.incident.state is IncidentState.PAUSED
        state = situation.now(self._chosen)
        self._chosen = self._chosen if state is not None and state.step.id == self._chosen else ""
        self.now.setVisible(state is not None and not paused)
        self.plan.setVisible(not situation.states and not paused)
        self.message.setVisible(paused or (bool(situation.states) and state is None))
        self.steps.setVisible(bool(situation.states))
        self._filler.setVisible(not situation.states)
        if state is not None:
            self.now.show_step(state, situation, bool(self._chosen))
        if not self.plan.isHidden():
            words = f"{situation.incident.title} {situation.incident.detail}"
            self.plan.show_fitting(words, self.desk.incidents.suggest(words, situation.incident.site_id))
        self._say_message(situation, paused)
        self._show_repeats(situation, paused)
        self.last.show_situation(situation)
        self.deeds.refresh(situation)
        self.head.show_situation(situation)
        self.head.refresh()
        self.steps.show_situation(situation, state.step.id if state else "")
        self.phones.show_situation(situation)
        self.log.show_situation(situation)
        self.setAccessibleName(tr("Response console: {title}", title=situation.incident.title))
        self.tick(self.desk.clock())

    def _say_message(self, situation: Situation, paused: bool) -> None:
        if paused:
            sentence = tr("Nothing rings while it is paused. The clock runs on.")
            self.message.say(tr("Paused"), tr("The incident is paused"), sentence, tr("Resume"))
        else:
            sentence = tr("Close the incident with its outcome, or go on writing the log.")
            self.message.say(tr("Do now"), tr("Every step is settled"), sentence, tr("Close incident"))

    def _show_repeats(self, situation: Situation, paused: bool) -> None:
        for card in self._repeats:
            self._repeat_column.removeWidget(card)
            drop_later(card)
        self._repeats = []
        for place, state in enumerate(situation.repeats() if not paused else ()):
            card = RepeatCard(state, self.desk.policy, brief=place > 0)
            card.told.connect(self.deeds.tell)
            card.ended.connect(self.deeds.end_repeat)
            for button in card.findChildren(Button):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._repeat_column.addWidget(card)
            self._repeats.append(card)

    def repeat_cards(self) -> list[RepeatCard]:
        """The repeated notices shown."""
        return list(self._repeats)

    @Slot(object)
    def tick(self, now: dt.datetime) -> None:
        """One second later: everything is computed from the stored start."""
        situation = self.situation
        if situation is None:
            return
        elapsed = situation.elapsed(now)
        paused = situation.incident.state is IncidentState.PAUSED
        self.clock.tick(elapsed, situation.incident.started_at, now, paused)
        self.now.tick(elapsed)
        for card in self._repeats:
            card.tick(elapsed)
        self.steps.tick(elapsed)
        self.phones.tick(elapsed)
        self.alarm.show_alarms(self.watch.alarms(situation.incident.id, now), elapsed)

    def file_box(self) -> FileBox | None:
        """Files may be dropped anywhere in the room."""
        return self.log.files.box

    # moving about

    def rest(self) -> None:
        """Something was done, or another step stands here: the keyboard stays with what was done for a moment."""
        self.now.set_ready(False)
        self._rest.start(REST_MS)
        typing = self.focusWidget()
        # A field that went out of sight with its card leaves the keyboard to whatever comes next in the window.
        if not isinstance(typing, QLineEdit) or not typing.isVisible():
            (self if self.last.isHidden() else self.last).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _rested(self) -> None:
        self.now.set_ready(True)
        if self.isVisible() and self.focusWidget() in (self, self.last):
            self.to_work()

    @property
    def is_ready(self) -> bool:
        """Whether Enter settles the step."""
        return not self._rest.isActive()

    def to_work(self) -> None:
        """The keyboard goes to what is to be done now."""
        for card in (self.now, self.plan, self.message):
            if not card.isHidden():
                target = self.now.ok if card is self.now else card
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot(str)
    def _take_step(self, step_id: str) -> None:
        self._chosen = step_id
        if self.situation is not None:
            self._show(self.situation)
            self.to_work()

    @Slot()
    def _take_next(self) -> None:
        self._take_step("")

    @Slot()
    def _message_acted(self) -> None:
        if self.situation is not None and self.situation.incident.state is IncidentState.PAUSED:
            self.deeds.resume()
        else:
            self.deeds.ask_close()

    @Slot()
    def _acknowledge(self) -> None:
        self.watch.acknowledge(self.incident_id)
        self.to_work()

    def ask_opened(self) -> None:
        """A question stands under the head."""
        self._asked.show()

    @Slot()
    def _ask_closed(self) -> None:
        self._asked.hide()
        self.to_work()
        self.rest()

    def _open_place(self) -> AskPlace | None:
        return next((p for p in (self.place, self.now.place, self.log.place) if p.ask is not None), None)

    def back(self) -> bool:
        """Esc: leave a question, then the line, then the room."""
        if (open_one := self._open_place()) is not None:
            open_one.close_ask()
            return True
        if self.log.files.isVisible():
            self.log.files.hide()
            return True
        if self.log.line.hasFocus():
            self.to_work()
            return True
        self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit) or event.isAutoRepeat():
            return
        if not self.is_ready:
            self.rest()
        elif isinstance(focused, QAbstractButton) and focused.isVisible():
            focused.click()
        elif not self.now.isHidden() and self.now.buttons.isVisible():
            self.now.ok.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes in has the keyboard here, also when the program begins with this room."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if (place := self._open_place()) is not None and place.ask is not None:
            place.ask.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.colours["window"])
