"""The page of the emergency playbooks."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.desk.verb import Changed
from riskdesk.domain.playbook import Playbook, PlaybookState
from riskdesk.domain.words import N_
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.playbooks.columns import COLUMNS, FILTERS
from riskdesk.gui.pages.playbooks.differences import DifferenceBox
from riskdesk.gui.pages.playbooks.editor import PlaybookEditor
from riskdesk.gui.pages.playbooks.reader import PlaybookReader
from riskdesk.gui.pages.to_print import to_print
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition


class PlaybookPage(ListPage):
    """应急预案."""

    KEY = "playbook"
    ICON = "playbook"
    TITLE = N_("Playbooks")
    KIND = "playbook"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"playbook", "policy", "person", "body", "department", "site", "risk", "drill", "case"}
    )
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    SEARCH_HINT = N_("Search title, number, steps")
    DEFAULT_SORT = (("number", False),)
    STARTER = True
    EMPTY = (
        N_("No playbooks yet"),
        N_("A playbook says what is done, by whom and by when, once something happens. Begin with the likeliest one."),
    )
    LIST_SHARE = (560, 500)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        new = self.offered("playbooks.add", self.new_record)
        self.head.add_action(new, "primary", "plus")
        delete = self.command("playbooks.delete", tr("Delete playbook"), self.delete, "Ctrl+Delete", "trash")
        self.head.add_overflow(delete)
        self.command("playbooks.confirm_differences", tr("Confirm looser limits"), self.confirm_limits, icon="check")

    def make_detail(self) -> DetailPane:
        self._approve = self.command("playbooks.approve", tr("Approve"), self.approve, icon="check")
        actions = (
            self.command("playbook.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False),
            self.command("playbook.print", tr("Print action card"), self.print_record, "Ctrl+P", "print"),
            self._approve,
            self.command("playbook.history", tr("History"), self.history, icon="history"),
        )
        reader = PlaybookReader(self.session, [ActionButton(action) for action in actions])
        reader.shown.connect(self._shown)
        return DetailPane(self.session, "playbook", reader, partial(PlaybookEditor, self.session))

    def sub_text(self) -> str:
        waiting = Query(where=(Condition("state", "in", (PlaybookState.DRAFT.value,)),))
        drafts = self.desk.store.count("playbook", waiting)
        found = f"{self.model.rowCount():,}"
        return tr("{n} · {drafts} not approved", n=found, drafts=drafts) if drafts else tr("{n} playbooks", n=found)

    def refresh(self, changed: Changed) -> None:
        super().refresh(changed)
        late = Query(where=FILTERS[-1].conditions(self.desk, ("on",)))
        self.bar.set_count("overdue", self.desk.store.count("playbook", late))

    @Slot(object)
    def _shown(self, playbook: Playbook) -> None:
        self._approve.setVisible(playbook.state is not PlaybookState.APPROVED)

    # commands

    def _open(self) -> Playbook | None:
        record = self.detail.record
        return record if isinstance(record, Playbook) else None

    @Slot()
    def approve(self) -> None:
        """Approve this version of the open playbook."""
        if (playbook := self._open()) is not None and self.detail.is_reading:
            notice = tr("{number} version {n} is approved.", number=playbook.number, n=playbook.version)
            self.session.do(self.desk.playbooks.approve, playbook.id, self.desk.person, notice=notice)

    @Slot()
    def confirm_limits(self) -> None:
        """Go to the question whether limits looser than the response tier's are meant."""
        if (playbook := self._open()) is not None and self.detail.is_reading:
            box = self.detail.findChild(DifferenceBox)
            if not (box and box.ask()):
                told = tr("Every limit of {number} keeps to its tier or is confirmed.", number=playbook.number)
                self.session.refused.emit(told, "", None)

    @Slot()
    def delete(self) -> None:
        """Move the open playbook to the trash."""
        if (playbook := self._open()) is not None and self.detail.is_reading:
            notice = tr("{number} was deleted.", number=playbook.number)
            self.session.do(self.desk.playbooks.delete, playbook.id, notice=notice)

    @Slot()
    def history(self) -> None:
        """Every change of the open playbook."""
        self.detail.show_history()

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the action cards of the selected playbooks, else of the open one."""
        if (found := self._open()) is not None:
            self.session.print_wanted.emit("action_card", to_print(self, found.id), Query(), "")
