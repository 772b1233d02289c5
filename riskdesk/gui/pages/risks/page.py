"""The page of the risk register."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer, Slot

from riskdesk.desk.risks import GRAVEST
from riskdesk.desk.verb import Changed, Verb
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.review import MEETINGS
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import N_
from riskdesk.gui.pages.cell_blocks import CellBlocks
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.editable_list import EditableListPage
from riskdesk.gui.pages.list_page import COUNTED_AT_ONCE
from riskdesk.gui.pages.risks.columns import COLUMNS, FIELDS, FILTERS, GROUPINGS
from riskdesk.gui.pages.risks.reader import RiskReader
from riskdesk.gui.pages.selection_strip import SelectionStrip
from riskdesk.gui.pages.to_print import to_print
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.gui.pages.risks.accept import AcceptPane
    from riskdesk.gui.pages.risks.duplicate import DuplicatePane
    from riskdesk.gui.pages.risks.editor import RiskEditor
    from riskdesk.gui.pages.risks.heat_view import HeatView
    from riskdesk.gui.pages.risks.scoring import ScorePane
    from riskdesk.gui.pages.risks.together import TogetherPane


class RiskPage(EditableListPage):
    """风险清单."""

    KEY = "risk"
    ICON = "risk"
    TITLE = N_("Risk register")
    KIND = "risk"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"risk", "action", "policy", "person", "department", "site", "playbook", "contract", "complaint", "review"}
    )
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    GROUPINGS = GROUPINGS
    SEARCH_HINT = N_("Search title, number, place")
    DEFAULT_SORT = GRAVEST
    LIST_SHARE = (680, 380)
    STARTER = True
    EMPTY = (
        N_("No risks yet"),
        N_("The register holds what can go wrong, how grave it is and what is done about it. Begin with one risk."),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, FIELDS, session.desk.risks.save)
        new = self.offered("risks.add", self.new_record)
        self._forms: dict[type, AcceptPane | DuplicatePane] = {}
        self.view = Segments(tr("View"), [("table", tr("Table"), "table"), ("heat", tr("Heat map"), "heatmap")])
        self.view.changed.connect(self._view_chosen)
        self.head.add_widget(self.view)
        self._heat: HeatView | None = None
        self.offered("risks.heat", self.show_heat)
        self._meeting = self.command("reviews.open", "", self.open_meeting, palette=False)
        self.head.add_action(self._meeting)
        self.head.add_action(self.offered("print.risk_list", self.print_list))
        self.head.add_action(new, "primary", "plus")
        self.command("risks.review", tr("Review risk"), self.review, icon="check")
        self.head.add_overflow(self.command("risks.accept", tr("Accept risk…"), self.accept, icon="shield"))
        no_longer = tr("Withdraw the acceptance")
        self.command("risks.withdraw_acceptance", no_longer, self.withdraw_acceptance, icon="undo")
        self.blocks = CellBlocks(self, self.desk.risks.save_cells, self.desk.risks.save_many_cells)
        several = self.command("risks.save_many", tr("Edit together"), self.edit_together, "Shift+F2", "edit")
        self._together: TogetherPane | None = None
        self.strip = SelectionStrip(self.table, self.model, [several])
        self._card.body.addWidget(self.strip)
        self.table.chosen.connect(self._selected)
        self._group_menu = self.groups.menu(tr("Group by"))
        group = self.command("list.group", tr("Group by…"), self.choose_groups, icon="list")
        self.head.add_overflow(group)
        self.head.add_overflow(self.command("risks.delete", tr("Delete risk"), self.delete, "Ctrl+Delete", "trash"))

    def make_detail(self) -> DetailPane:
        buttons = [
            ActionButton(self.command("risk.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(self.command("risks.rescore", tr("Rescore"), self.rescore, icon="grid")),
            ActionButton(self.command("risk.print", tr("Print"), self.print_record, "Ctrl+P", "print", palette=False)),
            ActionButton(self.command("risk.history", tr("History"), self.history, icon="history")),
        ]
        reader = RiskReader(self.session, buttons)
        reader.score_wanted.connect(self.score)
        reader.accept_wanted.connect(self.accept)
        return DetailPane(self.session, "risk", reader, self._make_editor)

    # What is not wanted at every start is made, and its module read, when it first is.

    def _make_editor(self) -> RiskEditor:
        from riskdesk.gui.pages.risks.editor import RiskEditor

        return RiskEditor(self.session)

    @cached_property
    def scoring(self) -> ScorePane:
        """Where the open risk is judged."""
        from riskdesk.gui.pages.risks.scoring import ScorePane

        pane = ScorePane(self.session)
        pane.closed.connect(self.detail.back_to_reading)
        self.detail.add_place(pane)
        return pane

    def sub_text(self) -> str:
        counts = self.desk.risks.level_counts(self.model.query)
        told = [f"{tr(level.label)} {counts.get(level.value, 0):,}" for level in Level]
        if unscored := sum(count for level, count in counts.items() if not level):
            told.append(tr("No level {n}", n=f"{unscored:,}"))
        return tr("{n} · {levels}", n=f"{sum(counts.values()):,}", levels="  ".join(told))

    def _after_list(self) -> None:
        super()._after_list()
        if self._heat is not None and self._shows_heat:
            self._heat.look(self.bar.sight, self.query())

    def _look_again(self, changed: Changed) -> None:
        super()._look_again(changed)
        self._meeting.setText(tr(MEETINGS[Quarter.of(self.desk.today).number]))
        if self.model.total > COUNTED_AT_ONCE:
            self._rest.start()
        else:
            self._count_chips()

    def recount(self) -> None:
        super().recount()
        if self.session.is_open:
            self._count_chips()

    def _count_chips(self) -> None:
        """What the chips count does not depend on the filters."""
        self.bar.set_count("flagged", self.desk.store.count("risk", self.desk.risks.flagged()))
        self.bar.set_count("overdue", self.desk.store.count("risk", self.desk.overview.overdue_reviews()))

    # table and heat map

    @Slot(str)
    def _view_chosen(self, view: str) -> None:
        if view == "heat":
            self.show_heat()
        else:
            self.show_table()

    @Slot()
    def show_heat(self) -> None:
        """Where the risks that the filters find stand on the matrix."""
        if not self.may_leave():
            self.view.set_current("table")
            return
        if self._heat is None:
            from riskdesk.gui.pages.risks.heat_view import HeatView

            self._heat = HeatView(self.session)
            self._heat.wanted.connect(self.show_sight)
            self.body.addWidget(self._heat, 1)
        self.view.set_current("heat")
        self.splitter.hide()
        self._heat.show()
        self._heat.look(self.bar.sight, self.query())
        self._heat.setFocus()

    @Slot()
    def show_table(self) -> None:
        """The list."""
        self.view.set_current("table")
        if self._heat is not None and not self._heat.isHidden():
            self._heat.hide()
            self.splitter.show()
            self.table.setFocus()

    @property
    def _shows_heat(self) -> bool:
        return self._heat is not None and not self._heat.isHidden()

    def back(self) -> bool:
        if self._shows_heat:
            self.show_table()
            return True
        return super().back()

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
            self.detail.show_place(self.scoring)
            self.scoring.show_risk(risk, which)
            self._arrange()

    @Slot()
    def choose_groups(self) -> None:
        """Offer what the list can be grouped by."""
        corner = self.head.mapToGlobal(self.head.rect().bottomRight())
        self._group_menu.popup(corner - QPoint(self._group_menu.sizeHint().width(), 0))

    def takes_back(self, how: Verb) -> bool:
        return self.blocks.takes_back(how) or super().takes_back(how)

    @Slot()
    def edit_together(self) -> None:
        """Shift+F2: give the selected risks the same values for some fields."""
        numbers = self.model.numbers(self.table.selected_rows())
        if not numbers:
            self.session.refused.emit(tr("Select the risks that are to be changed."), "", None)
            return
        if self._together is None:
            from riskdesk.gui.pages.risks.together import TogetherPane

            self._together = TogetherPane(self.session)
            self._together.closed.connect(self.close_panel)
            self.detail.add_place(self._together)
            self._follow = QTimer(self)
            self._follow.setSingleShot(True)
            self._follow.setInterval(200)
            self._follow.timeout.connect(self._follow_selection)
        self._together.show_risks(numbers)
        self.open_panel(self._together)

    @Slot()
    def _selected(self) -> None:
        if self._together is not None and self._together.isVisible():
            self._follow.start()

    @Slot()
    def _follow_selection(self) -> None:
        numbers = self.model.numbers(self.table.selected_rows())
        if self._together is not None and self._together.isVisible() and numbers:
            self._together.set_risks(numbers)

    @Slot()
    def review(self) -> None:
        """Note that the open risk was looked at today."""
        if (risk := self._open()) is not None:
            self.session.do(self.desk.risks.review, risk.id, notice=tr("Reviewed today; next review set."))

    def _ask(self, kind: type[AcceptPane] | type[DuplicatePane]) -> None:
        """Show a small form in the place of the open risk; it is made when it is first wanted."""
        risk = self._open()
        if risk is None:
            return
        self.show_table()
        form = self._forms.get(kind)
        if form is None:
            form = self._forms[kind] = kind(self.session)
            form.closed.connect(self.close_panel)
            self.detail.add_place(form)
        form.show_risk(risk)
        self.open_panel(form)

    @Slot()
    def accept(self) -> None:
        """Decide to live with the open risk: who, why, until when."""
        from riskdesk.gui.pages.risks.accept import AcceptPane

        self._ask(AcceptPane)

    @Slot()
    def withdraw_acceptance(self) -> None:
        """The open risk is no longer accepted."""
        from riskdesk.gui.pages.risks.accept import withdraw

        if (risk := self._open()) is None:
            return
        if risk.acceptance is None:
            self.session.refused.emit(tr("{number} is not accepted.", number=risk.number), "", None)
        else:
            withdraw(self.session, risk)

    @Slot()
    def duplicate(self) -> None:
        """Make a risk like the open one."""
        from riskdesk.gui.pages.risks.duplicate import DuplicatePane

        self._ask(DuplicatePane)

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
    def open_meeting(self) -> None:
        """The review meeting of this quarter."""
        self.session.list_wanted.emit("review", {})

    @Slot()
    def print_record(self) -> None:
        """Ctrl+P: the cards of the selected risks, else of the open one."""
        if (found := self._open()) is not None:
            self.session.print_wanted.emit("risk_card", to_print(self, found.id), Query(), "")

    @Slot()
    def print_list(self) -> None:
        """The list as shown."""
        self.session.print_wanted.emit("risk_list", "", self.model.query, "")
