"""The page of contracts."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.domain.contract import Contract, Standing
from riskdesk.domain.words import N_
from riskdesk.gui.pages.contracts.columns import COLUMNS, FILTERS, GROUPINGS, NOT_PAST
from riskdesk.gui.pages.contracts.editor import ContractEditor
from riskdesk.gui.pages.contracts.reader import ContractReader
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr


class ContractPage(ListPage):
    """保险与合同."""

    KEY = "contract"
    ICON = "contract"
    TITLE = N_("Contracts")
    UNDER = "risk"
    KIND = "contract"
    KINDS: ClassVar[frozenset[str]] = frozenset({"contract", "risk", "body", "person"})
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    GROUPINGS = GROUPINGS
    SEARCH_HINT = N_("Search contract, number, cover")
    DEFAULT_SORT = (("ends_on", False),)
    EMPTY = (
        N_("No contracts yet"),
        N_("Insurance, counsel and outsourcing take a part of a risk on others. The list reminds before one ends."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        new = self.offered("contracts.add", self.new_record)
        self.head.add_action(new, "primary", "plus")
        self.head.add_overflow(self.groups.menu(tr("Group by")).menuAction())
        delete = self.command("contracts.delete", tr("Delete contract"), self.delete, "Ctrl+Delete", "trash")
        self.head.add_overflow(delete)
        self.bar.set_sight(Sight(filters=(("standing", (NOT_PAST,)),)))

    def make_detail(self) -> DetailPane:
        renew = self.command("contract.renew", tr("Renew"), self.renew, icon="refresh")
        drop = self.command("contracts.drop", tr("Do not renew"), self.drop, icon="x")
        buttons = [
            ActionButton(self.command("contract.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(renew),
            ActionButton(drop),
            ActionButton(self.command("contract.history", tr("History"), self.history, icon="history")),
        ]
        reader = ContractReader(self.session, buttons, renew, drop)
        return DetailPane(self.session, "contract", reader, partial(ContractEditor, self.session))

    def sub_text(self) -> str:
        late = self.desk.store.count("contract", self.desk.contracts.expired())
        soon = self.desk.store.count("contract", self.desk.contracts.standing(Standing.SOON))
        return tr("{n} · {soon} end soon  {late} expired", n=f"{self.model.total:,}", soon=soon, late=late)

    def _after_list(self) -> None:
        super()._after_list()
        if not self.desk.store.count("contract"):
            title, sentence = (tr(text) for text in self.EMPTY)
            self.empty.say(self.ICON, title, sentence, tr("New"))
        self.bar.set_count("reminding", len(self.desk.contracts.reminding()))

    # commands

    def _open(self) -> Contract | None:
        record = self.detail.record
        return record if isinstance(record, Contract) else None

    @Slot()
    def renew(self) -> None:
        """Enter the next term of the open contract."""
        if (contract := self._open()) is not None:
            self.open_editor("contract", "", contract.next_term())

    @Slot()
    def drop(self) -> None:
        """Let the open contract end: it reminds no more."""
        if (contract := self._open()) is not None:
            notice = tr("{title} is not renewed and reminds no more.", title=contract.title)
            self.session.do(self.desk.contracts.drop, contract.id, notice=notice)

    @Slot()
    def delete(self) -> None:
        """Move the open contract to the trash."""
        if (contract := self._open()) is not None:
            notice = tr("{number} was deleted.", number=contract.number)
            self.session.do(self.desk.contracts.delete, contract.id, notice=notice)

    @Slot()
    def history(self) -> None:
        """Every change of the open contract."""
        self.detail.show_history()
