"""What can be done in the console. Each deed is a verb of the desk, on disk before it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from riskdesk.desk.phones import Phone
from riskdesk.domain.incident import EntryKind, IncidentState
from riskdesk.domain.policy import Duty, Policy
from riskdesk.domain.response import NotificationStatus, left_open
from riskdesk.gui.pages.incidents.console.ask import Ask, AskChoice, AskLine, AskNumber, AskPerson, AskPlaybook
from riskdesk.gui.pages.incidents.console.last import last_deed
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.words import PHRASES
from riskdesk.gui.pages.incidents.ontop import OnTop
from riskdesk.i18n import language, tr

if TYPE_CHECKING:
    from riskdesk.gui.pages.incidents.console.console import Console


class Deeds(QObject):
    """Belongs to the console; its actions stand in the head, in the palette and in the help."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console, self._session, self._desk = console, console.session, console.desk
        self.commands: dict[str, QAction] = {}
        self._notified: NotificationStatus | None = None
        self._unknown: Phone | None = None
        for key, text, slot, shortcut in (
            ("incidents.set_tier", tr("Change tier"), self.ask_tier, ""),
            ("incidents.hand_over", tr("Hand over"), self.ask_handover, ""),
            ("incidents.pause", tr("Pause"), self.ask_pause, ""),
            ("incidents.resume", tr("Resume"), self.resume, ""),
            ("incidents.close", tr("Close incident"), self.ask_close, ""),
            ("incidents.choose_playbook", tr("Another playbook"), self.ask_playbook, ""),
            ("incidents.log", tr("Write into the log"), self.to_line, "Ctrl+L"),
            ("incidents.attach", tr("Attach files"), self.attach, ""),
        ):
            action = QAction(text, self)
            action.setObjectName(key)
            action.triggered.connect(slot)
            if shortcut:
                action.setShortcut(QKeySequence(shortcut))
            self.commands[key] = action
        self.on_top = OnTop.of(self._session)
        self.keep_on_top = QAction(tr("Keep the window on top while an incident runs"), self)
        self.keep_on_top.setObjectName("incidents.keep_on_top")
        self.keep_on_top.setCheckable(True)
        self.keep_on_top.triggered.connect(self._keep_on_top)
        self.on_top.changed.connect(self._show_on_top)
        self.commands["incidents.keep_on_top"] = self.keep_on_top
        self._show_on_top()

    def head_actions(self) -> list[QAction]:
        """Those that stand in the head, in their order."""
        keys = ("choose_playbook", "set_tier", "hand_over", "pause", "resume", "close")
        return [self.commands[f"incidents.{key}"] for key in keys]

    def refresh(self, situation: Situation) -> None:
        """Show the actions that make sense now."""
        paused = situation.incident.state is IncidentState.PAUSED
        self.commands["incidents.pause"].setVisible(not paused)
        self.commands["incidents.resume"].setVisible(paused)
        self.commands["incidents.choose_playbook"].setVisible(bool(situation.states))

    @property
    def _situation(self) -> Situation:
        assert self._console.situation is not None
        return self._console.situation

    @property
    def _id(self) -> str:
        return self._situation.incident.id

    def _log(self, kind: EntryKind, text: str = "", **more: Any) -> None:
        self._session.do(self._desk.incidents.log, self._id, kind, text, **more)

    @Slot(bool)
    def _keep_on_top(self, on: bool) -> None:
        # Off leaves what an alarm does: it comes to the front until somebody has seen it.
        self.on_top.choose("running" if on else "alarm")

    @Slot()
    def _show_on_top(self) -> None:
        self.keep_on_top.setChecked(self.on_top.choice == "running")

    # steps

    @Slot(str)
    def do_step(self, step_id: str) -> None:
        """A step is done, now."""
        self._do_step(step_id, None)

    @Slot(str, object)
    def do_step_at(self, step_id: str, moment: dt.datetime) -> None:
        """A step was done at that moment."""
        self._do_step(step_id, moment)

    def _do_step(self, step_id: str, moment: dt.datetime | None) -> None:
        state = self._situation.state(step_id)
        if state is not None and state.done_s is None:
            self._log(EntryKind.STEP_DONE, state.step.action, step_id=step_id, at=moment)

    @Slot(str, str)
    def fail_step(self, step_id: str, why: str) -> None:
        """A step is not possible or not needed."""
        state = self._situation.state(step_id)
        text = tr("{step}: {why}", step=state.step.action if state else "", why=why)
        self._log(EntryKind.STEP_FAILED, text, step_id=step_id)

    @Slot(str)
    def tell(self, step_id: str) -> None:
        """A repeated notice was given now."""
        n = self._situation.count(EntryKind.REPEAT_DONE, step_id) + 1
        self._log(EntryKind.REPEAT_DONE, tr("Progress told, no. {n}", n=n), step_id=step_id)

    @Slot(str)
    def end_repeat(self, step_id: str) -> None:
        """A repeated notice needs no more repeating."""
        state = self._situation.state(step_id)
        what = state.step.action if state else ""
        self._log(EntryKind.REPEAT_ENDED, tr("No more notices: {what}", what=what), step_id=step_id)

    # calls

    @Slot(object)
    def call(self, phone: Phone) -> None:
        """Somebody is called: the time is logged. Without a number nobody can have been: it is asked for."""
        if phone.lacks_number:
            self._unknown = phone
            question = tr("Nobody has entered the number of {who} yet. Number:", who=phone.words)
            self._ask(AskNumber(question, tr("Keep the number"), tr("Telephone")), self._keep_number)
            return
        number = phone.number or phone.by
        self._log(EntryKind.CALLED, tr("Called {who} {number}", who=phone.words, number=number).strip())

    def _keep_number(self, number: object) -> None:
        if self._unknown is not None:
            site = self._situation.incident.site_id
            self._session.do(self._desk.directory.enter_number, self._unknown, str(number), site)

    @Slot(object)
    def ask_receipt(self, told: NotificationStatus) -> None:
        """A body was told: ask for the receipt number, which may be missing."""
        self._notified = told
        question = tr("{body} was told. Receipt number, if they gave one:", body=told.notification.body)
        self._ask(AskLine(question, tr("Log it"), empty_ok=True), self._notify)

    def _notify(self, receipt: object) -> None:
        if self._notified is not None:
            item = self._notified.notification
            text = " ".join(filter(None, (tr("Told {who}", who=item.body), item.by)))
            self._log(EntryKind.NOTIFIED, text, who=item.body, receipt=str(receipt))

    # the log

    @Slot()
    def to_line(self) -> None:
        """The keyboard goes to the line of the log."""
        self._console.log.line.setFocus()

    @Slot()
    def attach(self) -> None:
        """Photos and papers, from a dialog."""
        self._console.log.files.choose()

    @Slot(str)
    def write(self, text: str) -> None:
        """A line into the log."""
        self._session.do(self._desk.incidents.log, self._id, EntryKind.NOTE, text, then=self._written)

    def _written(self, entry: object) -> None:
        self._console.log.entry_stored()

    @Slot(int)
    def phrase(self, place: int) -> None:
        """A quick phrase: settles the step or repeats the notice that it speaks of, else a note."""
        phrase, situation = PHRASES[place], self._situation
        step = situation.open_step(phrase.duty) if phrase.duty is Duty.ON_SITE else None
        if step is not None:
            self.do_step(step.id)
        elif phrase.duty is Duty.REPORT_EVERY and situation.repeats():
            self.tell(situation.repeats()[0].step.id)
        else:
            self._log(EntryKind.NOTE, tr(phrase.text))

    @Slot(str, str)
    def strike(self, entry_id: str, reason: str) -> None:
        """A wrong entry is struck."""
        self._session.do(self._desk.incidents.strike, entry_id, reason)

    @Slot()
    def correct_last(self) -> None:
        """Ctrl+Z: correct what this person did here last. The log only grows: it is struck, or done the other way."""
        entry = last_deed(self._situation, self._desk.person)
        if entry is None:
            self._session.refused.emit(tr("There is nothing of yours here to correct."), "", None)
            return
        other_way = {
            EntryKind.TIER: self.ask_tier, EntryKind.HANDOVER: self.ask_handover, EntryKind.PAUSED: self.resume,
            EntryKind.RESUMED: self.ask_pause, EntryKind.PLAYBOOK: self.ask_playbook,
        }  # fmt: skip
        if entry.entry_kind in other_way:
            other_way[entry.entry_kind]()
        else:
            self._console.log.ask_strike(entry.id, tr("Pressed by mistake"))

    # the incident as a whole

    def _ask(self, ask: Ask, then: Callable[[object], None]) -> None:
        self._console.place.open(ask, then)
        self._console.ask_opened()

    @Slot()
    def ask_tier(self) -> None:
        """Escalate or lower."""
        policy, tier = self._desk.policy, self._situation.incident.tier or ""
        choices = [(t.key, t.in_language(language())) for t in policy.tiers]
        self._ask(AskChoice(tr("Response tier"), choices, tier, next_higher(policy, tier)), self._set_tier)

    def _set_tier(self, tier: object) -> None:
        self._session.do(self._desk.incidents.set_tier, self._id, str(tier))

    @Slot()
    def ask_handover(self) -> None:
        """Give the lead to another person."""
        lead = self._desk.name(self._situation.incident.lead_id)
        question = tr("{who} leads now. Hand over to:", who=lead) if lead else tr("Hand over to:")
        self._ask(AskPerson(self._session, question, tr("Hand over")), self._hand_over)

    def _hand_over(self, person_id: object) -> None:
        self._session.do(self._desk.incidents.hand_over, self._id, str(person_id))

    @Slot()
    def ask_pause(self) -> None:
        """Pause for a false alarm."""
        question = tr("Pause: nothing rings until it is resumed. Why?")
        asked = AskLine(question, tr("Pause"), tr("False alarm, waiting for confirmation"), empty_ok=True)
        self._ask(asked, self._pause)

    def _pause(self, why: object) -> None:
        self._session.do(self._desk.incidents.pause, self._id, str(why))

    @Slot()
    def resume(self) -> None:
        """Go on after a pause."""
        self._session.do(self._desk.incidents.resume, self._id)

    @Slot()
    def ask_close(self) -> None:
        """Close with an outcome."""
        question = tr("How did it end? The report is due {time} after closing.", time=self._report_time())
        say, still = tr("Close incident"), left_open(self._situation.states, self._desk.policy.report_seconds)
        if still:
            names = "、".join(f"“{state.step.action}”" for state in still)
            warning = tr("{n} steps are not settled: {steps}. The report will say so.", n=len(still), steps=names)
            question, say = f"{warning}\n{question}", tr("Close all the same")
        self._ask(AskLine(question, say, tr("What was done, in what state it is left")), self._close)

    def _report_time(self) -> str:
        return tr("{n} h", n=round(self._desk.policy.report_seconds / 3600))

    def _close(self, outcome: object) -> None:
        self._session.do(self._desk.incidents.close, self._id, str(outcome))

    @Slot()
    def ask_playbook(self) -> None:
        """Run another playbook from now on."""
        question = tr("Another playbook: its limits run from now, what was logged stays.")
        self._ask(AskPlaybook(self._session, question, tr("Run it")), self._choose)

    def _choose(self, playbook_id: object) -> None:
        self.choose_playbook(str(playbook_id))

    @Slot(str)
    def choose_playbook(self, playbook_id: str) -> None:
        """Run a playbook."""
        self._session.do(self._desk.incidents.choose_playbook, self._id, playbook_id)


def next_higher(policy: Policy, tier: str) -> str:
    """The tier above this one in its series ('general_2' -> 'general_1'), '' for none."""
    series, _, number = tier.rpartition("_")
    if not number.isdigit():
        return ""
    wanted = f"{series}_{int(number) - 1}"
    return wanted if policy.tier(wanted) is not None else ""
