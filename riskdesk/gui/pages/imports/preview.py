"""The right half: the sheet as it is, or its rows as they would go in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from riskdesk.domain.words import N_
from riskdesk.exchange.plan import ImportPlan
from riskdesk.gui.pages.imports.draft import Draft
from riskdesk.gui.pages.imports.preview_model import ALL, NEW, THERE, WARNED, WRONG, PreviewModel
from riskdesk.gui.pages.imports.raw_model import RawModel
from riskdesk.gui.pages.imports.row_strip import RowStrip
from riskdesk.gui.pages.imports.words import skipped_words, tally_words
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card, Divider
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

SHEET, ROWS = "sheet", "rows"
_CHIPS = {ALL: N_("All"), WRONG: N_("Errors"), NEW: N_("New rows"), THERE: N_("Already there"), WARNED: N_("To know")}


class Preview(Card):
    """`changed` tells that a person decided about a row."""

    changed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(flush=True)
        self.draft = draft
        px = theme().px
        self.tally = ElidedLabel("", bold=True)
        self.left_out = ElidedLabel("", "small", "second")
        segments = [(ROWS, tr("Preview"), "eye"), (SHEET, tr("Sheet as it is"), "table")]
        self.view = Segments(tr("View"), segments)
        self.view.changed.connect(self._view_chosen)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.tally)
        words.addWidget(self.left_out)
        head = QHBoxLayout()
        head.setContentsMargins(px(14), px(10), px(12), px(8))
        head.setSpacing(px(12))
        head.addLayout(words, 1)
        head.addWidget(self.view)
        self.body.addLayout(head)
        self.chips = QWidget()
        row = QHBoxLayout(self.chips)
        row.setContentsMargins(px(12), 0, px(12), px(10))
        row.setSpacing(px(8))
        self._chips: dict[str, Chip] = {}
        for key, word in _CHIPS.items():
            chip = self._chips[key] = Chip(tr(word))
            chip.setObjectName(key)
            chip.clicked.connect(self._filter_chosen)
            row.addWidget(chip)
        row.addStretch(1)
        self.body.addWidget(self.chips)
        self.model, self.raw_model = PreviewModel(draft.session.desk, self), RawModel(self)
        self.table = RecordTable(tr("Rows to be imported"))
        self.table.setModel(self.model)
        self.raw = RecordTable(tr("Sheet as it is"))
        self.raw.setModel(self.raw_model)
        self.why_not = EmptyState("table", "")
        self.stack = QStackedWidget()
        for widget in (self.table, self.raw, self.why_not):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.strip = RowStrip()
        self.body.addWidget(Divider())
        self.strip.decided.connect(self._decided)
        self.strip.record_wanted.connect(self._record_wanted)
        self.body.addWidget(self.strip)
        self.table.row_changed.connect(self._row_changed)
        self.raw.opened.connect(self._head_chosen)
        self.filter = ALL

    def chip(self, key: str) -> Chip:
        """The chip of a filter."""
        return self._chips[key]

    # what the draft tells

    def show_sheet(self) -> None:
        """A sheet was read: show it as it is until its rows are judged."""
        self.filter = ALL
        self.model.show(None)
        self.raw_model.show(self.draft.sheet, self.draft.heads)
        self.raw.fit_columns()
        self.tally.setText(tr("Looking at the sheet"))
        self.left_out.setText("")
        self._arrange()

    def show_plan(self) -> None:
        """Columns and questions are known; the rows shown are those of before, if any."""
        plan = self.draft.plan
        self.raw_model.show(self.draft.sheet, self.draft.heads)
        if plan is not None and plan.stop is not None:
            self.model.show(None)
            self.tally.setText(tr("Nothing can be imported from this sheet as it stands."))
            why = tr(plan.stop.text, **plan.stop.params)
            self.why_not.say("alert", tr("This is no list that can be imported"), why)
        self._arrange()

    def show_rows(self) -> None:
        """The rows are judged."""
        plan = self.draft.plan
        assert plan is not None
        number = self._number()
        counts = {ALL: len(plan.rows), WRONG: plan.tally.wrong, NEW: plan.tally.new, THERE: plan.tally.there,
                  WARNED: plan.tally.warned}  # fmt: skip
        if self.filter != ALL and not counts[self.filter]:
            self.filter = ALL
        for key, chip in self._chips.items():
            chip.set_words(tr(_CHIPS[key]), None if key == ALL else counts[key])
            chip.setVisible(key == ALL or bool(counts[key]))
            chip.setChecked(key == self.filter)
        self.tally.setText(tally_words(plan.tally))
        self.left_out.setText(skipped_words(plan.tally.skipped))
        self.left_out.setVisible(bool(plan.tally.skipped))
        self.model.show(plan, self.filter)
        self.table.fit_columns()
        self._go_to(plan, number)
        self._arrange()

    def _number(self) -> int:
        row = self.model.row(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        return row.number if row is not None else -1

    def _go_to(self, plan: ImportPlan, number: int) -> None:
        """The row of that number again; the first one where it is not among them."""
        if not self.model.size():
            self.strip.show_row(None, None)
            return
        place = self.model.place_of(number)
        self.table.go_to_row(place)
        self.strip.show_row(plan, self.model.row(place))

    # what a person does

    def show_filter(self, key: str) -> None:
        """Show only the rows of one sort."""
        self.filter = key
        self.view.set_current(ROWS)
        if self.draft.plan is not None and self.draft.is_read:
            self.show_rows()

    @Slot()
    def _filter_chosen(self) -> None:
        self.show_filter(self.sender().objectName())

    @Slot(str)
    def _view_chosen(self, view: str) -> None:
        self._arrange()

    @Slot(QModelIndex)
    def _row_changed(self, index: QModelIndex) -> None:
        self.strip.show_row(self.draft.plan, self.model.row(index.row()) if index.isValid() else None)

    @Slot(QModelIndex)
    def _head_chosen(self, index: QModelIndex) -> None:
        self.draft.choose_heads(index.row(), index.row())

    @Slot(int, str)
    def _decided(self, number: int, told: str) -> None:
        self.draft.take_row(number, told)
        self.look_again()
        self.changed.emit()

    def look_again(self) -> None:
        """What happens to rows is another now."""
        self.model.repaint()
        self._row_changed(self.table.currentIndex())

    @Slot(str)
    def _record_wanted(self, id: str) -> None:
        self.draft.session.record_wanted.emit(self.draft.kind, id)

    def _arrange(self) -> None:
        plan = self.draft.plan
        stopped = plan is not None and plan.stop is not None
        has_rows = self.model.plan is not None
        rows = self.view.current() == ROWS and (has_rows or stopped)
        self.stack.setCurrentWidget(self.why_not if rows and stopped else self.table if rows else self.raw)
        self.chips.setVisible(rows and not stopped)
        self.strip.setVisible(rows and not stopped)
