"""The page of the case library: search, facets, ranked hits, and the open case beside them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from riskdesk.desk.verb import Changed
from riskdesk.domain.case import Case, CaseState, Privacy
from riskdesk.domain.words import N_
from riskdesk.gui.pages.cases.facets import FacetBar
from riskdesk.gui.pages.cases.hit_list import HitList
from riskdesk.gui.pages.cases.hits import HitModel
from riskdesk.gui.pages.cases.reader import CaseReader
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.to_print import to_print
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.gui.pages.cases.editor import CaseEditor

READ_MS = 80
"""While hits come and go under one's typing, the case beside them waits this long before it follows."""


class CasePage(ListPage):
    """案例库."""

    KEY = "case"
    ICON = "case"
    TITLE = N_("Case library")
    KIND = "case"
    KINDS: ClassVar[frozenset[str]] = frozenset({"case", "policy", "site", "playbook", "risk", "incident"})
    COLUMNS = ()
    SEARCH_HINT = N_("Search everything in the cases")
    DEFAULT_SORT = (("number", True),)
    EMPTY = (
        N_("No cases yet"),
        N_("The library holds what went wrong, how it ended and what is learned from it. Begin with one case."),
    )
    LIST_SHARE = (340, 720)

    def __init__(self, session: Session) -> None:
        self._search_ms, self._sub = 0.0, ""
        super().__init__(session)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(READ_MS)
        self._follow.timeout.connect(self._follow_now)
        new = self.offered("cases.add", self.new_record)
        self.head.add_action(new, "primary", "plus")
        self.head.add_overflow(self.command("cases.delete", tr("Delete case"), self.delete, "Ctrl+Delete", "trash"))

    def make_detail(self) -> DetailPane:
        self._edit = self.command("case.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)
        self._print = self.command("case.print", tr("Print case"), self.print_record, "Ctrl+P", "print")
        self._review = self.command("cases.review", tr("Mark as reviewed"), self.review, icon="check")
        self._publish = self.command("cases.publish", tr("Publish"), self.publish, icon="globe")
        self._withdraw = self.command("cases.withdraw", tr("Back to draft"), self.withdraw, icon="undo")
        self._history = self.command("case.history", tr("History"), self.history, icon="history")
        actions = (self._edit, self._print, self._publish, self._review, self._withdraw, self._history)
        reader = CaseReader(self.session, [ActionButton(action) for action in actions])
        reader.search_wanted.connect(self.search_for)
        reader.shown.connect(self._shown)
        return DetailPane(self.session, "case", reader, self._make_editor)

    def _make_editor(self) -> CaseEditor:
        # Its module is read when it is first wanted, and not at every start.
        from riskdesk.gui.pages.cases.editor import CaseEditor

        return CaseEditor(self.session)

    def _make_body(self) -> QWidget:
        # Facets that count in place of plain filters, and hits of three lines in place of a table.
        plain, self.bar = self.bar, FacetBar(self.desk, tr(self.SEARCH_HINT), self)
        self.bar.changed.connect(self._asked)
        self.bar.search.moved_down.connect(self._to_table)
        self.bar.row.addWidget(self.views)
        self.body.replaceWidget(plain, self.bar)
        drop_later(plain)
        self.model = HitModel(self.desk)
        self.table = HitList(tr(self.TITLE))
        self.table.setModel(self.model)
        self.table.row_changed.connect(self._row_changed)
        self.table.opened.connect(self._row_opened)
        return super()._make_body()

    # the list

    @Slot()
    def _asked(self) -> None:
        start = time.perf_counter()
        self.model.set_query(self.query())
        self._search_ms = (time.perf_counter() - start) * 1000
        self._after_list()

    def refresh(self, changed: Changed) -> None:
        self._sub = ""
        start = time.perf_counter()
        super().refresh(changed)
        if not changed:
            self._search_ms = (time.perf_counter() - start) * 1000
        self._facets().count_families()

    def _facets(self) -> FacetBar:
        assert isinstance(self.bar, FacetBar)
        return self.bar

    def _after_list(self) -> None:
        super()._after_list()
        found = f"{self.model.rowCount():,}"
        self.bar.search.set_note(tr("{n} in {ms} ms", n=found, ms=max(1, round(self._search_ms))))

    def sub_text(self) -> str:
        # Counted once per change and not per letter that is typed.
        self._sub = self._sub or self._count_all()
        return self._sub

    def _count_all(self) -> str:
        total = self.desk.store.count("case")
        added, target = self.desk.cases.added_this_month(), self.desk.policy.cases_per_month
        if target:
            return tr("{n} cases · {added} of {target} added this month", n=f"{total:,}", added=added, target=target)
        return tr("{n} cases · {added} added this month", n=f"{total:,}", added=added)

    def _show(self, id: str) -> None:
        """In a large library the first hit changes with every letter: the case beside it follows when typing rests."""
        self._open_id = id
        if self._facets().large and self.bar.search.hasFocus() and self.detail.record is not None:
            self.detail.n = self.desk.store.row_number("case", id)
            self._follow.start()
        else:
            self._show_now(id)

    @Slot()
    def _follow_now(self) -> None:
        if self._open_id and self.detail.is_reading:
            self._show_now(self._open_id)

    def _show_now(self, id: str) -> None:
        self._follow_stop()
        self.detail.show_record(id)

    @Slot(object)
    def _shown(self, case: Case) -> None:
        state = CaseState(case.state)
        self._publish.setVisible(state is not CaseState.PUBLISHED)
        self._review.setVisible(state is CaseState.DRAFT)
        self._withdraw.setVisible(state is not CaseState.DRAFT)

    def _follow_stop(self) -> None:
        if hasattr(self, "_follow"):
            self._follow.stop()

    @Slot(str)
    def search_for(self, text: str) -> None:
        """Search for a word, without filters."""
        self.bar.set_sight(Sight(text))

    # commands

    def _open(self) -> Case | None:
        record = self.detail.record
        return record if isinstance(record, Case) else None

    @Slot()
    def publish(self) -> None:
        """Publish the open case; one nobody has checked for personal data asks for that first."""
        case = self._open()
        if case is None:
            return
        if case.privacy is Privacy.UNCHECKED:
            reader = self.detail.reader
            assert isinstance(reader, CaseReader)
            self._detail_first = True
            self._arrange()
            reader.ask_privacy()
            return
        self.session.do(self.desk.cases.publish, case.id, notice=tr("{number} is published.", number=case.number))

    @Slot()
    def review(self) -> None:
        """Note that the open case was read and found right."""
        if (case := self._open()) is not None:
            self.session.do(self.desk.cases.review, case.id, notice=tr("{number} is reviewed.", number=case.number))

    @Slot()
    def withdraw(self) -> None:
        """Make the open case a draft again."""
        if (case := self._open()) is not None:
            notice = tr("{number} is a draft again.", number=case.number)
            self.session.do(self.desk.cases.withdraw, case.id, notice=notice)

    @Slot()
    def delete(self) -> None:
        """Move the open case to the trash."""
        if (case := self._open()) is not None and self.detail.is_reading:
            self.session.do(self.desk.cases.delete, case.id, notice=tr("{number} was deleted.", number=case.number))

    @Slot()
    def history(self) -> None:
        """Every change of the open case."""
        self.detail.show_history()

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the sheets of the selected cases, else of the open one."""
        if (found := self._open()) is not None:
            self.session.print_wanted.emit("case_sheet", to_print(self, found.id), Query(), "")
