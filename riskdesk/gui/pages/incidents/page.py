"""The page of incidents: the list, the report form, and the response console in their place."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from riskdesk import formats
from riskdesk.desk.undo import UNDO
from riskdesk.desk.verb import Changed, Verb
from riskdesk.domain.action import ActionOrigin
from riskdesk.domain.incident import Incident, IncidentState, ReportState
from riskdesk.domain.words import N_
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.incidents.alarms import AlarmOverlay
from riskdesk.gui.pages.incidents.columns import COLUMNS, FILTERS
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.pages.incidents.editor import IncidentEditor
from riskdesk.gui.pages.incidents.quick import QuickReport
from riskdesk.gui.pages.incidents.reader import IncidentReader
from riskdesk.gui.pages.incidents.report import ReportEditor
from riskdesk.gui.pages.incidents.room import darken
from riskdesk.gui.pages.incidents.watch import IncidentWatch
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.to_print import to_print
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.head import PAGE_MARGIN
from riskdesk.i18n import tr
from riskdesk.store import Query

LOOK_MS = 30_000
"""Durations and the time left for reports are looked at again this often."""


class IncidentPage(ListPage):
    """事件."""

    KEY = "incident"
    ICON = "incident"
    TITLE = N_("Incidents")
    KIND = "incident"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"incident", "log_entry", "action", "playbook", "person", "body", "site", "policy", "case"}
    )
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    SEARCH_HINT = N_("Search title, number, place")
    DEFAULT_SORT = (("state", True), ("started_at", True))
    """Running ones first, the latest first."""
    EMPTY = (
        N_("No incidents yet"),
        N_("An incident is reported in seconds, runs its playbook against the clock, and ends in a report."),
    )
    LIST_SHARE = (620, 440)

    def __init__(self, session: Session) -> None:
        self.watch = IncidentWatch.of(session)
        self._room: QWidget | None = None
        super().__init__(session)
        report = self.command("incidents.report", tr("Report incident"), self.report, "Ctrl+N", "incident")
        self.head.add_action(report, "primary", "incident")
        self._list_actions = [self.commands["incidents.report"], *(a for a in self.actions() if a is not report)]
        self.form = QuickReport(session)
        self.form.reported.connect(self.open_console)
        self.form.left.connect(self._form_left)
        self.console = Console(session, self.watch)
        self.console.left.connect(self.close_console)
        self.console.ended.connect(self._ended)
        for room in (self.form, self.console):
            room.hide()
            self.body.addWidget(room, 1)
        self.commands.update(self.console.deeds.commands)
        self.alarms = AlarmOverlay(self, self.watch)
        self.alarms.opened.connect(self._open_from_alarm)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._enable()
        kept = self.desk.store.meta(self._kept_key) or ""
        if kept:
            self.open_console(kept)

    def make_detail(self) -> DetailPane:
        command = self.command
        self._write = command("incident.write_report", tr("Write report"), self.write_report, icon="edit")
        self._approve = command("incidents.approve_report", tr("Approve report"), self.approve, icon="done")
        self._reopen = command("incident.reopen", tr("Open again"), self.reopen, icon="undo")
        self._case = command("incident.case", tr("Make a case of it"), self.make_case, icon="case")
        buttons = [
            ActionButton(self._write),
            ActionButton(self._approve),
            ActionButton(command("incident.print", tr("Print"), self.print_record, "Ctrl+P", "print", palette=False)),
            ActionButton(command("incident.action", tr("Add a corrective action"), self.add_action, icon="action")),
            ActionButton(self._case),
            ActionButton(command("incident.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(self._reopen),
            ActionButton(command("incident.history", tr("History"), self.history, icon="history")),
        ]
        reader = IncidentReader(self.session, buttons)
        reader.console_wanted.connect(self.open_console)
        reader.report_wanted.connect(self.write_report)
        reader.action_wanted.connect(self.add_action)
        pane = DetailPane(self.session, "incident", reader, partial(IncidentEditor, self.session))
        self.report_editor = ReportEditor(self.session)
        pane.add_place(self.report_editor)
        self.report_editor.saved.connect(pane.back_to_reading)
        self.report_editor.left.connect(pane.back_to_reading)
        return pane

    # rooms

    @property
    def _kept_key(self) -> str:
        return f"console:{self.desk.person}"

    def _enter_room(self, room: QWidget | None) -> None:
        """Show the form or the console in place of the list, or the list again."""
        self._room = room
        for part in (self.head, self.bar, self.splitter):
            part.setVisible(room is None)
        for other in (self.form, self.console):
            other.setVisible(other is room)
        px = theme().px
        full = room is self.console
        self.body.setContentsMargins(*((0, 0, 0, 0) if full else (px(PAGE_MARGIN), px(16), px(PAGE_MARGIN), px(14))))
        # The function keys belong to the console while it is open.
        deeds = [*self.console.deeds.commands.values(), *self.console.log.actions_of_keys]
        for action in (*self._list_actions, *deeds):
            self.removeAction(action)
        self.addActions(deeds if full else self._list_actions)
        self._enable()
        self._darken()

    def _enable(self) -> None:
        here = self._room is self.console
        for action in self.console.deeds.commands.values():
            action.setEnabled(here)
        for action in self._list_actions:
            if action.objectName() != "incidents.report":
                action.setEnabled(self._room is None)
        if self._room is None:
            self._enable_for(self._open())

    def _enable_for(self, incident: Incident | None) -> None:
        closed = incident is not None and incident.state is IncidentState.CLOSED
        waits = closed and incident is not None and incident.report.state is not ReportState.APPROVED
        self._write.setEnabled(closed)
        self._approve.setEnabled(waits)
        self._reopen.setEnabled(closed)
        self._case.setEnabled(closed)

    def _darken(self) -> None:
        window = self.window()
        if window is not self:
            darken(window, self._room is self.console and self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looks.start()
        self._darken()
        self.alarms.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()
        self._darken()
        self.alarms.look()

    @Slot()
    def report(self) -> None:
        """Ctrl+Shift+I from anywhere: the report form."""
        if self._room is self.form:
            self.form.what.setFocus()
            return
        self._enter_room(self.form)
        self.form.open()

    @Slot()
    def new_record(self) -> None:
        self.report()

    @Slot()
    def _form_left(self) -> None:
        self._enter_room(self.console if self.console.incident_id else None)

    @Slot(str)
    def open_console(self, incident_id: str) -> None:
        """The console of an incident that runs; remembered on disk, so that it opens again after a crash."""
        if not self.console.show_incident(incident_id):
            self.desk.store.set_meta(self._kept_key, "")
            self._enter_room(None)
            return
        self._enter_room(self.console)
        self.console.to_work()
        self.desk.store.set_meta(self._kept_key, incident_id)
        self.session.settings.last_page = self.KEY
        self.session.save_settings()
        self.alarms.look()

    @Slot()
    def close_console(self) -> None:
        """Esc: back to the list; the incident runs on."""
        id = self.console.incident_id
        self.console.situation = None
        self.desk.store.set_meta(self._kept_key, "")
        self._enter_room(None)
        self.refresh({})
        if id:
            super().open_record("incident", id)
        self.alarms.look()

    @Slot(str)
    def _ended(self, incident_id: str) -> None:
        self.close_console()
        super().open_record("incident", incident_id)
        self._enable()
        text = tr("The incident is closed. Its report is to be written now.")
        self.session.noticed.emit(text, tr("Write the report"), self.write_report)

    @Slot(str)
    def _open_from_alarm(self, incident_id: str) -> None:
        self.session.record_wanted.emit("incident", incident_id)

    def shows(self, incident_id: str) -> bool:
        """Whether the console of that incident is in sight."""
        return self.isVisible() and self._room is self.console and self.console.incident_id == incident_id

    # the page

    def refresh(self, changed: Changed) -> None:
        if self._room is self.console:
            self.console.reload()
            if self._room is self.console:
                self._stale = True
                return
        super().refresh(changed)

    def _show(self, id: str) -> None:
        super()._show(id)
        self._enable_for(self._open())

    def _after_list(self) -> None:
        super()._after_list()
        if not self.desk.store.count("incident"):
            self.empty.say(self.ICON, tr(self.EMPTY[0]), tr(self.EMPTY[1]), tr("Report incident"))
        self._enable()
        self.bar.set_count("report_waits", len(self.desk.incidents.reports_due()))
        self.bar.set_count("report_late", len(self.desk.overview.overdue_reports()))

    def sub_text(self) -> str:
        running = len(self.watch.incidents())
        total = formats.records(self.model.rowCount())
        return f"{total} · {tr('{n} running', n=running)}" if running else total

    def open_record(self, kind: str, id: str) -> None:
        if kind == "log_entry":
            id = getattr(self.desk.get(kind, id), "incident_id", "")
        record = self.desk.get("incident", id)
        if isinstance(record, Incident) and record.state is not IncidentState.CLOSED:
            self.open_console(id)
            return
        if self._room is not None:
            self.console.situation = None
            self._enter_room(None)
        self.refresh({})
        super().open_record("incident", id)

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        if not id:
            self.report()
            return
        if self._room is not None:
            self.close_console()
        self.refresh({})
        super().open_record("incident", id)
        self.edit_record()

    def show_list(self, filters: dict[str, Any]) -> None:
        if self._room is not None:
            self._enter_room(None)
        super().show_list(filters)

    @Slot(QModelIndex)
    def _row_opened(self, index: QModelIndex) -> None:
        incident = self._open()
        if incident is not None and incident.state is not IncidentState.CLOSED:
            self.open_console(incident.id)
        else:
            super()._row_opened(index)

    def focus_search(self) -> None:
        if self._room is None:
            super().focus_search()

    def takes_back(self, how: Verb) -> bool:
        if self._room is None:
            return False
        if self._room is self.console and how is UNDO:
            self.console.deeds.correct_last()
        else:
            self.session.refuse_turn(how)
        return True

    def back(self) -> bool:
        if self._room is self.form:
            self.form.give_up()
            return True
        if self._room is self.console:
            return self.console.back()
        return super().back()

    @Slot()
    def _look(self) -> None:
        """Half a minute later: durations and what is left for reports."""
        if not self.session.is_open:
            return
        if self._room is None and self.detail.is_reading:
            super().refresh({"policy": frozenset()})
        self.report_editor.tick()

    # commands

    def _open(self) -> Incident | None:
        record = self.detail.record
        return record if isinstance(record, Incident) else None

    @Slot()
    def write_report(self) -> None:
        """Turn the pane into the editor of the report."""
        incident = self._open()
        if incident is not None and incident.state is IncidentState.CLOSED:
            self.report_editor.open(incident)
            self.detail.show_place(self.report_editor)
            self._arrange()

    @Slot()
    def approve(self) -> None:
        """Approve the report, which freezes it."""
        incident = self._open()
        if incident is None:
            return
        if not incident.report.summary:
            self.write_report()
            self.report_editor.fields["report.summary"].set_error(tr("Write this before the report is approved."))
            return
        if not self.desk.person:
            self.session.failed.emit(tr("Say in Settings who you are: a report is approved by somebody."))
            return
        self.session.do(
            self.desk.incidents.approve_report, incident.id, self.desk.person,
            notice=tr("The report of {number} is approved.", number=incident.number),
        )  # fmt: skip

    @Slot()
    def reopen(self) -> None:
        """Open a closed incident again."""
        if (incident := self._open()) is not None:
            self.session.do(self.desk.incidents.resume, incident.id, then=self._reopened)

    def _reopened(self, incident: Incident) -> None:
        self.open_console(incident.id)

    @Slot()
    def add_action(self) -> None:
        """A corrective action that follows from the open incident."""
        if (incident := self._open()) is not None:
            self.session.editor_wanted.emit("action", "", {
                "incident_id": incident.id, "origin": ActionOrigin.INCIDENT, "risk_ids": incident.risk_ids,
                "site_id": incident.site_id, "place": incident.place,
            })  # fmt: skip

    @Slot()
    def make_case(self) -> None:
        """Carry incident and report over into a new case."""
        if (incident := self._open()) is not None:
            self.session.editor_wanted.emit("case", "", self.desk.incidents.case_fields(incident))

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the post-incident reports of the selected incidents, else of the open one."""
        if (found := self._open()) is not None:
            self.session.print_wanted.emit("incident_report", to_print(self, found.id), Query(), "")

    @Slot()
    def history(self) -> None:
        """Every change of the open incident."""
        self.detail.show_history()
