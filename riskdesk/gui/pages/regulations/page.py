"""The page of regulations."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.domain.regulation import Regulation
from riskdesk.domain.words import N_
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.regulations.columns import COLUMNS, FILTERS, GROUPINGS
from riskdesk.gui.pages.regulations.editor import RegulationEditor
from riskdesk.gui.pages.regulations.reader import RegulationReader
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr
from riskdesk.store import Query


class RegulationPage(ListPage):
    """法规."""

    KEY = "regulation"
    ICON = "regulation"
    TITLE = N_("Regulations")
    UNDER = "risk"
    KIND = "regulation"
    KINDS: ClassVar[frozenset[str]] = frozenset({"regulation", "risk"})
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    GROUPINGS = GROUPINGS
    SEARCH_HINT = N_("Search title, clause, wording")
    DEFAULT_SORT = (("number", False),)
    STARTER = True
    EMPTY = (
        N_("No regulations yet"),
        N_("Laws, rules and standards that bear on the office, clause by clause, with the risks that they concern."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        new = self.offered("regulations.add", self.new_record)
        self.head.add_action(new, "primary", "plus")
        self.head.add_overflow(self.groups.menu(tr("Group by")).menuAction())
        delete = self.command("regulations.delete", tr("Delete regulation"), self.delete, "Ctrl+Delete", "trash")
        self.head.add_overflow(delete)

    def make_detail(self) -> DetailPane:
        another = self.command("regulation.another", tr("Another clause"), self.another_clause, icon="copy")
        buttons = [
            ActionButton(self.command("regulation.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(another),
            ActionButton(self.command("regulation.history", tr("History"), self.history, icon="history")),
        ]
        reader = RegulationReader(self.session, buttons)
        return DetailPane(self.session, "regulation", reader, partial(RegulationEditor, self.session))

    def sub_text(self) -> str:
        texts = len(self.desk.store.count_by("regulation", "title", self.model.query))
        return tr("{n} clauses of {texts} texts", n=f"{self.model.total:,}", texts=f"{texts:,}")

    def _after_list(self) -> None:
        super()._after_list()
        for key in ("new", "unlinked"):
            spec = next(spec for spec in FILTERS if spec.key == key)
            where = spec.conditions(self.desk, ("on",))
            self.bar.set_count(key, self.desk.store.count("regulation", Query(where=where)))

    # commands

    def _open(self) -> Regulation | None:
        record = self.detail.record
        return record if isinstance(record, Regulation) else None

    @Slot()
    def another_clause(self) -> None:
        """Enter another clause of the open text."""
        if (regulation := self._open()) is not None:
            same = ("title", "regulation_kind", "issuer", "document", "effective_on")
            self.open_editor("regulation", "", {name: getattr(regulation, name) for name in same})

    @Slot()
    def delete(self) -> None:
        """Move the open regulation to the trash."""
        if (regulation := self._open()) is not None:
            notice = tr("{number} was deleted.", number=regulation.number)
            self.session.do(self.desk.regulations.delete, regulation.id, notice=notice)

    @Slot()
    def history(self) -> None:
        """Every change of the open regulation."""
        self.detail.show_history()
