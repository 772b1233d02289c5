"""The page of measures and corrective actions."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.desk.actions import OPEN_STATES
from riskdesk.domain.action import Action
from riskdesk.domain.words import N_
from riskdesk.gui.pages.actions.columns import COLUMNS, FILTERS, GROUPINGS, TO_DO
from riskdesk.gui.pages.actions.editor import ActionEditor
from riskdesk.gui.pages.actions.reader import ActionReader
from riskdesk.gui.pages.actions.settle import ConfirmPane, FinishPane
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition


class ActionPage(ListPage):
    """整改."""

    KEY = "action"
    ICON = "action"
    TITLE = N_("Actions")
    KIND = "action"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"action", "risk", "incident", "drill", "person", "department", "site", "policy"}
    )
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    GROUPINGS = GROUPINGS
    SEARCH_HINT = N_("Search measure, place, proof")
    DEFAULT_SORT = (("due", False),)
    EMPTY = (
        N_("No measures yet"),
        N_("One list for what risks, drills, incidents and inspections ask for: who does it by when, who confirms it."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        new = self.offered("actions.add", self.new_record)
        self.head.add_action(self.offered("print.action_list", self.print_list))
        self.head.add_action(new, "primary", "plus")
        self.head.add_overflow(self.groups.menu(tr("Group by")).menuAction())
        delete = self.command("actions.delete", tr("Delete measure"), self.delete, "Ctrl+Delete", "trash")
        self.head.add_overflow(delete)
        self.bar.set_sight(Sight(filters=(("state", TO_DO),)))

    def make_detail(self) -> DetailPane:
        finish = self.command("actions.finish", tr("Mark as done"), self.finish, "Ctrl+Shift+D", "check")
        confirm = self.command("actions.confirm", tr("Confirm"), self.confirm, icon="done")
        buttons = [
            ActionButton(self.command("action.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(finish),
            ActionButton(confirm),
            ActionButton(self.command("action.history", tr("History"), self.history, icon="history")),
        ]
        self._finish_pane, self._confirm_pane = FinishPane(self.session), ConfirmPane(self.session)
        reader = ActionReader(self.session, buttons, finish, confirm)
        pane = DetailPane(self.session, "action", reader, partial(ActionEditor, self.session))
        for place in (self._finish_pane, self._confirm_pane):
            pane.add_place(place)
            place.closed.connect(pane.back_to_reading)
        return pane

    def sub_text(self) -> str:
        store = self.desk.store
        still_open = store.count("action", Query(where=(Condition("state", "in", OPEN_STATES),)))
        late = store.count("action", self.desk.actions.overdue())
        return tr("{n} · {open} open  {late} overdue", n=f"{self.model.total:,}", open=still_open, late=late)

    def _after_list(self) -> None:
        super()._after_list()
        if not self.desk.store.count("action"):
            title, sentence = (tr(text) for text in self.EMPTY)
            self.empty.say(self.ICON, title, sentence, tr("New"))
        for key in ("overdue", "mine"):
            spec = next(f for f in FILTERS if f.key == key)
            where = spec.conditions(self.desk, ("on",))
            to_do = () if key == "overdue" else (Condition("state", "in", TO_DO),)
            self.bar.set_count(key, self.desk.store.count("action", Query(where=(*where, *to_do))))

    def _open(self) -> Action | None:
        record = self.detail.record
        return record if isinstance(record, Action) else None

    # commands

    @Slot()
    def finish(self) -> None:
        """Note the open measure as done."""
        action = self._open()
        if action is not None and action.is_open:
            self._finish_pane.show_action(action)
            self.detail.show_place(self._finish_pane)
            self._arrange()

    @Slot()
    def confirm(self) -> None:
        """Confirm the open measure."""
        action = self._open()
        if action is not None:
            self._confirm_pane.show_action(action)
            self.detail.show_place(self._confirm_pane)
            self._arrange()

    @Slot()
    def delete(self) -> None:
        """Move the open measure to the trash."""
        if (action := self._open()) is not None:
            notice = tr("{number} was deleted.", number=action.number)
            self.session.do(self.desk.actions.delete, action.id, notice=notice)

    @Slot()
    def history(self) -> None:
        """Every change of the open measure."""
        self.detail.show_history()

    @Slot()
    def print_list(self) -> None:
        """The list as shown."""
        self.session.print_wanted.emit("action_list", "", self.model.query, "")
