"""The third column: the log, a line for the next entry, and quick phrases on function keys."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from riskdesk.gui.keeping import Keeping, NotKept
from riskdesk.gui.pages.incidents.console.ask import AskLine, AskPlace
from riskdesk.gui.pages.incidents.console.files import IncidentFiles, LogLine
from riskdesk.gui.pages.incidents.console.loglist import LogList, line_of
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.words import PHRASES
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.i18n import tr


class LogPanel(Card):
    """Emits what is to be written; the console writes it."""

    written = Signal(str)
    phrased = Signal(int)
    """Place of a quick phrase in `PHRASES`."""
    struck = Signal(str, str)
    """Entry and reason."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Log"), parent=parent)
        self._session = session
        self._incident_id = ""
        self.list = LogList()
        self.list.picked.connect(self._picked)
        self.list.strike_wanted.connect(self.ask_strike)
        self.body.addWidget(self.list, 1)
        self.strike_button = Button(tr("Strike this entry"), icon="x", key="Del", large=True)
        self.strike_button.clicked.connect(self._strike_clicked)
        self.strike_button.hide()
        self.place = AskPlace()
        self.place.closed.connect(self._asked)
        self.files = IncidentFiles(session)
        self.line = LogLine(tr("Write an entry"), self.files)
        self.line.set_hint("Enter")
        self.line.setAccessibleName(tr("New entry"))
        self.line.returnPressed.connect(self._write)
        self.line.textChanged.connect(self._typed)
        self.body.addWidget(self.strike_button)
        self.body.addWidget(self.place)
        self.body.addWidget(self.files)
        entry = QHBoxLayout()
        entry.setSpacing(theme().px(8))
        entry.addWidget(self.line)
        entry.addWidget(self.files.button)
        self.body.addLayout(entry)
        self._keeping = Keeping(session, self._keep_draft, self)
        self.not_kept = NotKept(self._keeping)
        self.body.addWidget(self.not_kept)
        self.actions_of_keys = self._make_phrases()

    def _make_phrases(self) -> list[QAction]:
        grid = QGridLayout()
        grid.setSpacing(theme().px(8))
        made = []
        for place, phrase in enumerate(PHRASES):
            action = QAction(tr(phrase.text), self)
            action.setObjectName(f"phrase.{phrase.key}")
            action.setShortcut(QKeySequence(phrase.key))
            action.setAutoRepeat(False)
            action.setData(place)
            action.triggered.connect(self._phrase)
            button = Button(f"{phrase.key} {tr(phrase.text)}", large=True)
            button.clicked.connect(action.trigger)
            button.setMinimumHeight(theme().px(44))
            grid.addWidget(button, place // 2, place % 2)
            made.append(action)
        self.body.addLayout(grid)
        return made

    def show_situation(self, situation: Situation) -> None:
        """Show the log of an incident; what was being typed for another one is kept with that one."""
        if situation.incident.id != self._incident_id:
            self._change_to(situation.incident.id)
        desk = self._session.desk
        newest = sorted(situation.entries, key=lambda e: (e.at, e.written_at, e.id), reverse=True)
        self.list.show_lines([line_of(entry, situation, desk) for entry in newest])
        self.files.show_incident(situation.incident)

    def _change_to(self, incident_id: str) -> None:
        self._keeping.now()
        self._incident_id = incident_id
        draft = self._session.desk.store.draft(self._session.desk.person, "log_entry", incident_id)
        self.line.setText(str(draft.get("text", "")) if draft else "")
        self.place.close_ask()

    # writing

    @Slot()
    def _write(self) -> None:
        # Half-typed pinyin is no part of the line's text yet.
        QGuiApplication.inputMethod().commit()
        text = self.line.text().strip()
        if text:
            self.written.emit(text)

    def entry_stored(self) -> None:
        """The line is on disk: make room for the next."""
        self.line.clear()
        self._keeping.now()

    @Slot()
    def _typed(self) -> None:
        self._keeping.soon()

    def _keep_draft(self) -> bool:
        if not self._incident_id:
            return False
        desk, text = self._session.desk, self.line.text()
        if text.strip():
            desk.store.keep_draft(desk.person, "log_entry", self._incident_id, desk.clock(), {"text": text})
        else:
            desk.store.drop_draft(desk.person, "log_entry", self._incident_id)
        return bool(text.strip())

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keeping.is_waiting:
            self._keeping.now()
        super().hideEvent(event)

    @Slot()
    def _phrase(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.phrased.emit(int(action.data()))

    # striking

    @Slot(str)
    def _picked(self, entry_id: str) -> None:
        struck = next((shown.struck for shown in self.list.lines() if shown.id == entry_id), True)
        self.strike_button.setVisible(not struck and self.place.ask is None)

    @Slot()
    def _strike_clicked(self) -> None:
        self.ask_strike(self.list.chosen())

    @Slot(str)
    def ask_strike(self, entry_id: str, likely: str = "") -> None:
        """Ask why an entry is wrong; `likely` stands in the line already, to be taken or typed over."""
        shown = next((shown for shown in self.list.lines() if shown.id == entry_id), None)
        if shown is None or shown.struck:
            return
        self.list.choose(entry_id)
        self.strike_button.hide()
        question = tr("Why is this entry wrong? It stays readable, struck out: {text}", text=shown.text)
        self._striking = entry_id
        asked = AskLine(question, tr("Strike"), tr("Reason"), stacked=True)
        asked.line.setText(likely)
        asked.line.selectAll()
        self.place.open(asked, self._strike)

    _striking = ""

    def _strike(self, reason: object) -> None:
        self.struck.emit(self._striking, str(reason))

    @Slot()
    def _asked(self) -> None:
        self.list.pick_none()
        self.strike_button.hide()
