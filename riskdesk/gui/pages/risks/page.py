"""The page of the risk register."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.desk.overview import flagged
from riskdesk.domain.level import Level
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import N_
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.risks.columns import COLUMNS, FILTERS
from riskdesk.gui.pages.risks.editor import RiskEditor
from riskdesk.gui.pages.risks.reader import RiskReader
from riskdesk.gui.pages.risks.scoring import ScorePane
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.i18n import tr
from riskdesk.store import Query


class RiskPage(ListPage):
    """风险清单."""

    KEY = "risk"
    ICON = "risk"
    TITLE = N_("Risk register")
    KIND = "risk"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"risk", "action", "policy", "person", "department", "site", "playbook"}
    )
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    SEARCH_HINT = N_("Search title, number, place")
    DEFAULT_SORT = (("level_rank", True), ("next_review", False))
    EMPTY = (
        N_("No risks yet"),
        N_("The register holds what can go wrong, how grave it is and what is done about it. Begin with one risk."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        new = self.command("risks.add", tr("New risk"), self.new_record, "Ctrl+N", "plus")
        self.head.add_action(self.command("print.risk_list", tr("Print list"), self.print_list, icon="print"))
        self.head.add_action(new, "primary", "plus")
        self.command("risks.review", tr("Review risk"), self.review, icon="check")
        self.head.add_overflow(self.command("risks.delete", tr("Delete risk"), self.delete, "Ctrl+Delete", "trash"))

    def make_detail(self) -> DetailPane:
        buttons = [
            ActionButton(self.command("risk.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(self.command("risks.rescore", tr("Rescore"), self.rescore, icon="grid")),
            ActionButton(self.command("risk.print", tr("Print"), self.print_record, "Ctrl+P", "print", palette=False)),
            ActionButton(self.command("risk.history", tr("History"), self.history, icon="history")),
        ]
        reader = RiskReader(self.session, buttons)
        pane = DetailPane(self.session, "risk", reader, partial(RiskEditor, self.session))
        self.scoring = ScorePane(self.session)
        pane.add_place(self.scoring)
        self.scoring.closed.connect(pane.back_to_reading)
        reader.score_wanted.connect(self.score)
        return pane

    def sub_text(self) -> str:
        counts = self.desk.risks.level_counts(self.model.query)
        levels = "  ".join(f"{tr(level.label)} {counts.get(level.value, 0):,}" for level in Level)
        return tr("{n} · {levels}", n=f"{self.model.rowCount():,}", levels=levels)

    def _after_list(self) -> None:
        super()._after_list()
        self.bar.set_count("flagged", self.desk.store.count("risk", flagged()))
        self.bar.set_count("overdue", self.desk.store.count("risk", self.desk.overview.overdue_reviews()))

    # commands

    def _open(self) -> Risk | None:
        record = self.detail.record
        return record if isinstance(record, Risk) else None

    @Slot()
    def rescore(self) -> None:
        """Judge the open risk anew."""
        self.score("current")

    @Slot(str)
    def score(self, which: str) -> None:
        """Judge the open risk anew: 'inherent', 'current' or 'target'."""
        if (risk := self._open()) is not None:
            self.scoring.show_risk(risk, which)
            self.detail.show_place(self.scoring)
            self._arrange()

    @Slot()
    def review(self) -> None:
        """Note that the open risk was looked at today."""
        if (risk := self._open()) is not None:
            self.session.do(self.desk.risks.review, risk.id, notice=tr("Reviewed today; next review set."))

    @Slot()
    def delete(self) -> None:
        """Move the open risk to the trash."""
        if (risk := self._open()) is not None:
            self.session.do(self.desk.risks.delete, risk.id, notice=tr("{number} was deleted.", number=risk.number))

    @Slot()
    def history(self) -> None:
        """Every change of the open risk."""
        self.detail.show_history()

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the card of the open risk."""
        if (risk := self._open()) is not None:
            self.session.print_wanted.emit("risk_card", risk.id, Query(), "")

    @Slot()
    def print_list(self) -> None:
        """The list as shown."""
        self.session.print_wanted.emit("risk_list", "", self.model.query, "")
