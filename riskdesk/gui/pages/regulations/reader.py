"""A regulation as a page to read."""

from __future__ import annotations

from PySide6.QtCore import Slot

from riskdesk import formats
from riskdesk.domain.regulation import Regulation
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.i18n import tr


class RegulationReader(Reader):
    """Reads from the top: which text, whether it holds yet, what it asks for, what it changes here, which risks."""

    def __init__(self, session: Session, buttons: list[ActionButton]) -> None:
        super().__init__(session, buttons)
        self._regulation: Regulation | None = None

    def show_record(self, regulation: Regulation) -> None:
        self._regulation = regulation
        self.clear_column()
        facts = (regulation.number, tr(regulation.regulation_kind.label), regulation.issuer)
        self.column.addWidget(ElidedLabel(" · ".join(filter(None, facts)), "small", "second"))
        title = " ".join(filter(None, (regulation.title, regulation.clause)))
        self.column.addWidget(Label(title, "lead", bold=True, wrap=True))
        self._warnings(regulation)
        self._words(regulation)
        told = [
            Fact(tr("Document"), regulation.document),
            Fact(tr("Issuer"), regulation.issuer),
            Fact(tr("In force from"), formats.day(regulation.effective_on)),
        ]
        self.column.addWidget(Facts([fact for fact in told if fact.value]))
        self.column.addWidget(RelatedList(self.session, regulation))
        self.column.addWidget(Label(tr("Check the official text before you quote it."), "small", "third", wrap=True))

    def _warnings(self, regulation: Regulation) -> None:
        if regulation.effective_on is not None and regulation.effective_on > self.desk.today:
            days = (regulation.effective_on - self.desk.today).days
            text = tr("Takes effect on {day}, in {n} days.", day=formats.day(regulation.effective_on), n=days)
            self.column.addWidget(Banner(text, "info"))
        if not regulation.risk_ids:
            banner = Banner(tr("No risk is linked with it yet."), "info", tr("Choose risks"))
            banner.acted.connect(self._choose_risks)
            self.column.addWidget(banner)

    def _words(self, regulation: Regulation) -> None:
        for title, words in (
            (tr("What it asks for"), regulation.says), (tr("What it changes for us"), regulation.changes),
        ):  # fmt: skip
            if words:
                self.column.addWidget(SectionTitle(title))
                self.column.addWidget(Prose(words))

    @Slot()
    def _choose_risks(self) -> None:
        if self._regulation is not None:
            self.session.editor_wanted.emit("regulation", self._regulation.id, {"risk_ids": None})
