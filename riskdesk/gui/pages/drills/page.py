"""The page of drills: month or list, the open drill beside it, what is missing this quarter, and the drill room."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from riskdesk.desk.verb import Changed
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.domain.words import N_
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.drills.chips import chip_of
from riskdesk.gui.pages.drills.columns import COLUMNS, FILTERS
from riskdesk.gui.pages.drills.coverage import CoverageCard
from riskdesk.gui.pages.drills.editor import DrillEditor
from riskdesk.gui.pages.drills.month import MonthCalendar
from riskdesk.gui.pages.drills.nav import MonthNav
from riskdesk.gui.pages.drills.planning import Planning
from riskdesk.gui.pages.drills.reader import DrillReader
from riskdesk.gui.pages.drills.recording import DrillRoom
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.to_print import to_print
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

MONTH, LIST = "month", "list"


class DrillPage(ListPage):
    """演练."""

    KEY = "drill"
    ICON = "drill"
    TITLE = N_("Drills")
    KIND = "drill"
    KINDS: ClassVar[frozenset[str]] = frozenset({"drill", "playbook", "site", "person", "policy", "action"})
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    SEARCH_HINT = N_("Search title, scenario, place")
    DEFAULT_SORT = (("planned_on", True), ("planned_at", True))
    EMPTY = (
        N_("No drills yet"),
        N_("Every approved playbook is drilled at every site once a quarter. Plan the first drill."),
    )
    LIST_SHARE = (700, 360)

    def __init__(self, session: Session) -> None:
        self._room_open = False
        self.planning = Planning(self, session)
        super().__init__(session)
        self.sight = Segments(tr("Sight"), [(MONTH, tr("Month")), (LIST, tr("List"))])
        self.sight.changed.connect(self._sight_chosen)
        self._nav = MonthNav()
        self._nav.before.connect(self._month_before)
        self._nav.today.connect(self._to_today)
        self._nav.after.connect(self._month_after)
        self.head.add_widget(self._nav)
        self.head.add_widget(self.sight)
        self.head.add_action(self.offered("drills.add", self.new_record), "primary", "plus")
        self.command("drills.make_ready", tr("Mark as ready"), self.make_ready, icon="check")
        self.command("drills.finish", tr("Finish drill"), self.finish, icon="stop")
        self.command("drill.run", tr("Record the drill"), self.run, icon="clipboard")
        call_off = self.command("drills.call_off", tr("Call off drill"), self.call_off, icon="x")
        delete = self.command("drills.delete", tr("Delete drill"), self.delete, "Ctrl+Delete", "trash")
        for action in (call_off, delete):
            self.head.add_overflow(action)
        self.room = DrillRoom(session)
        self.room.left.connect(self.close_room)
        self.room.action_wanted.connect(self.planning.add_action)
        self.room.next_wanted.connect(self.planning.plan_next)
        self.room.hide()
        self.body.addWidget(self.room, 1)
        self._list_actions: list[QAction] = list(self.actions())
        self._choose_sight(MONTH)

    def _make_body(self) -> QWidget:
        splitter = super()._make_body()
        self.calendar = MonthCalendar(self.desk.today)
        self.calendar.opened.connect(self._chip_opened)
        self.calendar.moved.connect(self._chip_moved)
        self.calendar.new_wanted.connect(self._new_on)
        self.calendar.month_changed.connect(self._fill_calendar)
        month = Card(flush=True)
        month.body.addWidget(self.calendar)
        self._left_stack = QStackedWidget()
        list_card = self._card
        self.splitter.replaceWidget(0, self._left_stack)
        self._left_stack.addWidget(month)
        self._left_stack.addWidget(list_card)
        list_card.show()
        self._card = self._left_stack  # type: ignore[assignment]
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self.splitter.replaceWidget(1, self.side)
        column.addWidget(self.detail, 5)
        self.coverage = CoverageCard(self.session)
        self.coverage.plan_wanted.connect(self.planning.plan)
        self.coverage.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(self.coverage, 2)
        self.detail.show()
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(self.session.settings.splitters.get(self.KEY) or list(self.LIST_SHARE))
        return splitter

    def make_detail(self) -> DetailPane:
        command = self.command
        self._start = command("drills.start", tr("Start drill"), self.start, icon="play")
        buttons = [
            ActionButton(command("drill.print", tr("Print checklist"), self.print_record, "Ctrl+P", "print")),
            ActionButton(command("drill.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(command("drills.repeat", tr("Repeat…"), self.repeat, "Ctrl+D", "copy")),
            ActionButton(command("drill.history", tr("History"), self.history, icon="history")),
        ]
        reader = DrillReader(self.session, buttons)
        reader.start_wanted.connect(self.start)
        reader.run_wanted.connect(self.run)
        reader.ready_wanted.connect(self.make_ready)
        reader.action_wanted.connect(self.planning.add_action)
        pane = DetailPane(self.session, "drill", reader, partial(DrillEditor, self.session))
        pane.nothing.primary.connect(self.new_record)
        self.planning.stand_in(pane)
        return pane

    # sights

    @Slot(str)
    def _sight_chosen(self, key: str) -> None:
        self._choose_sight(key)
        self.head.set_sub(self.sub_text())

    def _choose_sight(self, key: str) -> None:
        self.sight.set_current(key)
        month = key == MONTH
        self._left_stack.setCurrentIndex(0 if month else 1)
        self.bar.setVisible(not month and not self._room_open)
        self._nav.setVisible(month)

    @property
    def shows_month(self) -> bool:
        """Whether the calendar is in sight, not the list."""
        return self.sight.current() == MONTH

    @Slot()
    def _month_before(self) -> None:
        self.calendar.turn(-1)

    @Slot()
    def _month_after(self) -> None:
        self.calendar.turn(1)

    @Slot()
    def _to_today(self) -> None:
        self.calendar.set_month(self.desk.today)

    @Slot()
    def _fill_calendar(self) -> None:
        first, last = self.calendar.days
        chips = [chip for drill in self.desk.drills.between(first, last) if (chip := chip_of(drill, self.desk))]
        self.calendar.show_chips(chips, self.desk.today)
        self.calendar.set_open(self._open_id)
        self.head.set_sub(self.sub_text())

    @Slot(str)
    def _chip_opened(self, drill_id: str) -> None:
        if self.detail.may_leave():
            self._show(drill_id)
            self._detail_first = True
            self._arrange()

    @Slot(str, object)
    def _chip_moved(self, drill_id: str, day: dt.date) -> None:
        text = tr("Moved to {day}.", day=day.isoformat())
        self.session.do(self.desk.drills.move, drill_id, day, notice=text)

    @Slot(object)
    def _new_on(self, day: dt.date) -> None:
        self.detail.edit_new(planned_on=day)
        self._arrange()

    # the page

    def refresh(self, changed: Changed) -> None:
        if self._room_open:
            self.room.reload()
            self._stale = True
            return
        super().refresh(changed)
        self._fill_calendar()
        self.coverage.look()

    def enter(self) -> None:
        if not self._open_id and not self._room_open:
            self._open_id = self._next_id()
            if self._open_id:
                self._show(self._open_id)
        super().enter()

    def _next_id(self) -> str:
        """The drill that comes next, else the last one."""
        ahead = self.desk.drills.between(self.desk.today, self.desk.today + dt.timedelta(days=400))
        return next((drill.id for drill in ahead if drill.is_ahead or drill.state is DrillState.RUNNING), "")

    @Slot(str)
    def _stored(self, id: str) -> None:
        super()._stored(id)
        self._go_to_day()

    def _go_to_day(self) -> None:
        """The month of the open drill; the list where it has no day yet."""
        drill = self.open_drill()
        if self.shows_month and drill is not None and drill.planned_on:
            self.calendar.set_month(drill.planned_on)
        elif self.shows_month:
            self._choose_sight(LIST)

    def _show(self, id: str) -> None:
        super()._show(id)
        self.calendar.set_open(id)
        drill = self.open_drill()
        self._start.setEnabled(drill is not None and drill.is_ahead)

    def _after_list(self) -> None:
        super()._after_list()
        if self.desk.store.count("drill"):
            self.detail.nothing.say("drill", tr("Nothing is open"), tr("Choose a drill to read it here."))
        else:
            self.detail.nothing.say(self.ICON, tr(self.EMPTY[0]), tr(self.EMPTY[1]), tr("New drill"))
        self.bar.set_count("overdue", self.desk.store.count("drill", self.desk.overview.overdue_drills()))

    def sub_text(self) -> str:
        if not self.shows_month:
            return super().sub_text()
        first = self.calendar.first
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        where = (Condition("planned_on", ">=", first.isoformat()), Condition("planned_on", "<=", last.isoformat()))
        n = self.desk.store.count("drill", Query(where=where))
        return tr("{year}-{month} · {n} drills", year=first.year, month=f"{first.month:02d}", n=n)

    def _arrange(self) -> None:
        super()._arrange()
        self.side.setVisible(not self.detail.isHidden())
        self.coverage.setVisible(self.detail.is_reading)

    def open_record(self, kind: str, id: str) -> None:
        self.close_room()
        if not self.detail.may_leave():
            return
        super().open_record(kind, id)
        self._go_to_day()

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        self.close_room()
        super().open_editor(kind, id, given)

    def show_list(self, filters: dict[str, Any]) -> None:
        self.close_room()
        self._choose_sight(LIST)
        super().show_list(filters)

    def focus_search(self) -> None:
        self._choose_sight(LIST)
        super().focus_search()

    def _detail_closed(self) -> None:
        super()._detail_closed()
        if self.shows_month:
            self.calendar.setFocus()

    def has_in_sight(self, kind: str, id: str) -> bool:
        if self._room_open:
            return self.room.drill is not None and id == self.room.drill.id
        return super().has_in_sight(kind, id)

    def back(self) -> bool:
        if self._room_open:
            self.close_room()
            return True
        return super().back()

    def may_leave(self) -> bool:
        if self._room_open:
            self.room.keep_words()
        return super().may_leave()

    # the drill room

    def _show_room(self, open_now: bool) -> None:
        self._room_open = open_now
        for part in (self.head, self.splitter):
            part.setVisible(not open_now)
        self.bar.setVisible(not open_now and not self.shows_month)
        self.room.setVisible(open_now)
        for action in self._list_actions:
            if open_now:
                self.removeAction(action)
            else:
                self.addAction(action)

    @Slot()
    def run(self) -> None:
        """Record the open drill."""
        drill = self.open_drill()
        if drill is not None and drill.state is not DrillState.CANCELLED:
            self.room.show_drill(drill.id)
            self._show_room(True)

    @Slot()
    def close_room(self) -> None:
        """Back to month or list."""
        if not self._room_open:
            return
        self.room.keep_words()
        self._show_room(False)
        self.refresh({})
        self.detail.look_again()

    # commands

    def open_drill(self) -> Drill | None:
        if self._room_open:
            return self.room.drill
        record = self.detail.record
        return record if isinstance(record, Drill) else None

    @Slot()
    def start(self) -> None:
        """Start the clock of the open drill and record it."""
        if (drill := self.open_drill()) is not None:
            self.session.do(self.desk.drills.start, drill.id, then=self._started)

    def _started(self, drill: Drill) -> None:
        self.detail.show_record(drill.id)
        self.run()

    @Slot()
    def finish(self) -> None:
        """The open drill is over: in the room, where its marks are entered next."""
        self.run()
        if self._room_open:
            self.room.end()

    @Slot()
    def make_ready(self) -> None:
        """Note that everything is prepared."""
        if (drill := self.open_drill()) is not None:
            notice = tr("{number} is ready.", number=drill.number)
            self.session.do(self.desk.drills.make_ready, drill.id, notice=notice)

    @Slot()
    def call_off(self) -> None:
        """The open drill will not be held."""
        if (drill := self.open_drill()) is not None:
            notice = tr("{number} was called off.", number=drill.number)
            self.session.do(self.desk.drills.call_off, drill.id, notice=notice)

    @Slot()
    def delete(self) -> None:
        """Move the open drill to the trash."""
        if (drill := self.open_drill()) is not None:
            self.session.do(self.desk.drills.delete, drill.id, notice=tr("{number} was deleted.", number=drill.number))

    @Slot()
    def repeat(self) -> None:
        """Ctrl+D: the open drill again, on other days."""
        if (drill := self.open_drill()) is not None and not self._room_open and self.detail.may_leave():
            self.planning.show_repeat(drill)
            self._arrange()

    @Slot()
    def new_record(self) -> None:
        """Plan a drill."""
        self.close_room()
        super().new_record()

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the checklists of the selected drills, else of the open one."""
        if (found := self.open_drill()) is not None:
            self.session.print_wanted.emit("drill_checklist", to_print(self, found.id), Query(), "")

    @Slot()
    def history(self) -> None:
        """Every change of the open drill."""
        self.detail.show_history()
