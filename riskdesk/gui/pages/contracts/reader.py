"""A contract as a page to read."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from riskdesk import formats
from riskdesk.domain.contract import Contract, Renewal, Standing
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.i18n import tr


class ContractReader(Reader):
    """Reads from the top: what, whether it ends or has ended, what it covers, its term, the risks that lean on it."""

    def __init__(self, session: Session, buttons: list[ActionButton], renew: QAction, drop: QAction) -> None:
        super().__init__(session, buttons)
        self._renew, self._drop = renew, drop

    def show_record(self, contract: Contract) -> None:
        self.clear_column()
        self._renew.setEnabled(contract.renewal is not Renewal.RENEWED)
        self._drop.setEnabled(contract.renewal is Renewal.OPEN)
        facts = (contract.number, tr(contract.contract_kind.label), self.desk.name(contract.body_id))
        self.column.addWidget(ElidedLabel(" · ".join(filter(None, facts)), "small", "second"))
        self.column.addWidget(Label(contract.title, "lead", bold=True, wrap=True))
        self._reminder(contract)
        if contract.covers:
            self.column.addWidget(SectionTitle(tr("What it covers")))
            self.column.addWidget(Prose(contract.covers))
        self._facts(contract)
        if contract.notes:
            self.column.addWidget(SectionTitle(tr("Notes")))
            self.column.addWidget(Prose(contract.notes))
        self._terms(contract)
        self.column.addWidget(RecordAttachments(self.session, contract))
        self.column.addWidget(RelatedList(self.session, contract, leave_out=("contract",)))

    def _reminder(self, contract: Contract) -> None:
        if not contract.reminds_on(self.desk.today) or contract.ends_on is None:
            return
        days = (contract.ends_on - self.desk.today).days
        if days < 0:
            text, tone = tr("It ended {n} days ago.", n=-days), "error"
        else:
            text, tone = tr("It ends in {n} days, on {day}.", n=days, day=formats.day(contract.ends_on)), "warn"
        banner = Banner(text, tone, tr("Renew"))  # type: ignore[arg-type]
        banner.acted.connect(self._renew.trigger)
        self.column.addWidget(banner)

    def _facts(self, contract: Contract) -> None:
        standing = contract.standing_on(self.desk.today)
        term = " – ".join(filter(None, (formats.day(contract.starts_on), formats.day(contract.ends_on))))
        facts = [
            Fact(tr("Standing"), tr(standing.label), "red" if standing is Standing.EXPIRED else "text"),
            Fact(tr("Term"), term),
            Fact(tr("When it ends"), tr(contract.renewal.label) if contract.ends_on else ""),
            Fact(tr("Reminder"), self._reminds(contract)),
            Fact(tr("Its own number"), contract.document),
            Fact(tr("With"), self.desk.name(contract.body_id)),
            Fact(tr("Amount"), formats.yuan(contract.amount_cents)),
            Fact(tr("Owner"), self.desk.name(contract.owner_id)),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))

    def _reminds(self, contract: Contract) -> str:
        waits = contract.ends_on is not None and contract.renewal is Renewal.OPEN
        return tr("{n} days before", n=contract.remind_days) if waits else ""

    def _terms(self, contract: Contract) -> None:
        """The terms before and after it, one click away."""
        following = self.desk.contracts.followed_by(contract.id)
        before = self.desk.contracts.get(contract.renews_id) if contract.renews_id else None
        for words, other in ((tr("Before"), before), (tr("After"), following)):
            if other is None:
                continue
            term = " – ".join(filter(None, (formats.day(other.starts_on), formats.day(other.ends_on))))
            row = LinkRow(other.id, "contract", words, other.number, f"{other.title} {term}")
            row.opened.connect(self._open)
            self.column.addWidget(row)

    @Slot(str)
    def _open(self, id: str) -> None:
        self.session.record_wanted.emit("contract", id)
