"""A page with a list left and the open record right: the shape of most pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from riskdesk import formats
from riskdesk.desk.verb import Changed
from riskdesk.gui.models.order import Grouping
from riskdesk.gui.models.records import Column, RecordModel
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.filters import Filter, FilterBar, Sight
from riskdesk.gui.pages.groups import Groups
from riskdesk.gui.pages.imported import IMPORTABLE, imported_filter
from riskdesk.gui.pages.nothing import EmptyList
from riskdesk.gui.pages.out_and_in import OutAndIn
from riskdesk.gui.pages.views import ViewsButton
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.header import SortKey
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

COUNTED_AT_ONCE = 5000
"""Of a longer list the rows are shown first, and then what is counted beside its title."""
NARROW = 1020
"""Width of the page in px at 100 % under which the open record lies over the list: a 1,200 px window less the rail."""


class ListPage(OutAndIn):
    """Subclasses say what kind, which columns and filters, and make the detail pane."""

    COLUMNS: ClassVar[Sequence[Column]]
    FILTERS: ClassVar[Sequence[Filter]] = ()
    SEARCH_HINT: ClassVar[str]
    DEFAULT_SORT: ClassVar[tuple[tuple[str, bool], ...]] = ()
    """(field, descending) pairs while the person has chosen no order."""
    EMPTY: ClassVar[tuple[str, str]]
    """Title and sentence for a list that holds nothing yet."""
    LIST_SHARE: ClassVar[tuple[int, int]] = (660, 400)
    GROUPINGS: ClassVar[Sequence[Grouping]] = ()
    """What the list can be grouped by; the menu for it is `groups.menu`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._open_id = self._hidden_id = ""
        self._selected_before: list[int] = []
        self._sub_later = QTimer(self, singleShot=True, interval=0)
        self._sub_later.timeout.connect(self.tell_sub)
        filters = (*self.FILTERS, imported_filter(self.KIND)) if self.KIND in IMPORTABLE else self.FILTERS
        self.bar = FilterBar(self.desk, tr(self.SEARCH_HINT), filters, self)
        self.bar.changed.connect(self._asked)
        self.bar.search.moved_down.connect(self._to_table)
        self.views = ViewsButton(self)
        self.bar.row.addWidget(self.views)
        self.body.addWidget(self.bar)
        self.model = RecordModel(self.desk, self.KIND, self.COLUMNS)
        self.table = RecordTable(tr(self.TITLE))
        self.table.setModel(self.model)
        kept = session.settings.tables.get(self.KEY)
        self.table.restore_layout(kept)
        self.groups = Groups(self.table, self.model, self.GROUPINGS, kept)
        self.groups.changed.connect(self._grouped)
        self.groups.turned.connect(self.views.keep_layout)
        self.table.layout_changed.connect(self.views.keep_layout)
        self.table.sort_changed.connect(self._sorted)
        self.table.row_changed.connect(self._row_changed)
        self.table.opened.connect(self._row_opened)
        self.add_lists()
        self.body.addWidget(self.exporting.reason)
        self.detail = self.make_detail()
        self.detail.closed.connect(self._detail_closed)
        self.detail.stored.connect(self._stored)
        self.detail.read_again.connect(self._restore_row)
        self.body.addWidget(self._make_body(), 1)

    def _make_body(self) -> QWidget:
        card = Card(flush=True)
        self._list_stack = QStackedWidget()
        self.empty = EmptyList(self.ICON, tr(self.EMPTY[0]), tr(self.EMPTY[1]))
        self.empty.first_step.connect(self.empty_action)
        self.empty.filters_dropped.connect(self.bar.drop_filters)
        self.empty.second.connect(self.other_step_taken)
        self._list_stack.addWidget(self.table)
        self._list_stack.addWidget(self.empty)
        card.body.addWidget(self._list_stack)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme().px(12))
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(self.session.settings.splitters.get(self.KEY) or list(self.LIST_SHARE))
        self.splitter.splitterMoved.connect(self._keep_splitter)
        self._card = card
        return self.splitter

    # for subclasses

    def make_detail(self) -> DetailPane:
        """The pane that shows, and edits, the open record."""
        raise TypeError(f"{type(self).__name__} makes no detail pane")

    def sub_text(self) -> str:
        """What stands beside the title."""
        return formats.records(self.model.total)

    @Slot()
    def tell_sub(self) -> None:
        """Count anew what stands beside the title."""
        self._sub_later.stop()
        if self.session.is_open:
            self.head.set_sub(self.sub_text())

    def show_body(self) -> None:
        """Show the list, or what stands in for an empty one."""
        self._list_stack.setCurrentIndex(0 if self.model.total else 1)

    @Slot()
    def empty_action(self) -> None:
        """The first step that an empty list offers."""
        self.new_record()

    @Slot()
    def new_record(self) -> None:
        """Open the editor for a new record."""
        self.edit_new()

    def edit_new(self, **given: Any) -> None:
        self.show_table()
        self.detail.edit_new(**given)
        self._arrange()

    # asking

    def query(self) -> Query:
        """What the list shows now."""
        chosen = [(self.model.sort_field(key), not ascending) for key, ascending in self.table.head.sort_keys()]
        sort = tuple((field, descending) for field, descending in chosen if field)
        return Query(
            self.bar.sight.text, self.bar.conditions(), sort or (() if self.bar.sight.text else self.DEFAULT_SORT)
        )

    @Slot()
    def _asked(self) -> None:
        self._hidden_id = ""
        self.model.set_query(self.query())
        self._after_list()

    @Slot()
    def _grouped(self) -> None:
        self.views.keep_layout()
        self._after_list()

    @Slot(list)
    def _sorted(self, keys: list[SortKey]) -> None:
        self.table.set_sort_keys(keys)
        # The same records in another order: nothing is counted anew.
        self.model.set_query(self.query())
        self._restore_row()
        self.views.keep_layout()

    def refresh(self, changed: Changed) -> None:
        self._look_again(changed)
        if self._concerns_open(changed):
            self.detail.look_again()

    def _concerns_open(self, changed: Changed) -> bool:
        """Whether what the open record shows may be another."""
        own = changed.get(self.KIND, frozenset())
        return bool(self._open_id and (self._open_id in own or changed.keys() - {self.KIND}))

    def _look_again(self, changed: Changed) -> None:
        if not changed or self.model.query != self.query():
            self.model.set_query(self.query())
        else:
            self._keep_place()
        self._after_list()

    def _keep_place(self) -> None:
        """Look again, with the same rows in sight and the same records selected."""
        top, rows = self.table.rowAt(0), self.table.selected_rows()
        numbers = self.model.numbers(rows) if len(rows) > 1 else []
        if self.model.refresh():
            return
        self.table.verticalScrollBar().setValue(max(0, top) * self.table.rowHeight(0))
        self._selected_before = numbers

    def _after_list(self) -> None:
        if self.model.total > COUNTED_AT_ONCE:
            self._sub_later.start()
        else:
            self.tell_sub()
        searched = bool(self.bar.sight.text or self.bar.sight.filters)
        self.bar.search.set_note(tr("{n} found", n=f"{self.model.total:,}"))
        self.show_body()
        if searched:
            if not self.model.total:
                self.empty.say_nothing_found(self.desk, self.KIND, self.bar.sight)
        else:
            self.empty.say(self.ICON, tr(self.EMPTY[0]), tr(self.EMPTY[1]), tr("New"), self.other_step())
        self._restore_row()

    def _open_row(self) -> int:
        """The row of the open record, -1 where the list does not show it."""
        return self.model.row_of(self.detail.n) if self._open_id and self.detail.n is not None else -1

    @Slot()
    def _restore_row(self) -> None:
        """Make the row of the open record current; where the list has none, open the first that it shows."""
        row = self._open_row()
        if row < 0 and self._stays_open():
            self._leave_rows()
            return
        if row < 0 and self.model.total and self.detail.is_free:
            row = self.groups.first_row() if self.groups.by else 0
            if row < 0 and self._open_id:
                return
        if row >= 0:
            self._go_quietly(row)
            if self.model.id_at(row) != self._open_id and self.detail.is_free:
                self._show(self.model.id_at(row))
        elif self.detail.is_free:
            self._open_id = ""
            self.detail.clear()

    def _stays_open(self) -> bool:
        """Whether the open record is read on though no row shows it: just saved, or in a group that is closed."""
        if not self._open_id or self.desk.store.row_number(self.KIND, self._open_id) is None:
            return False
        if self._open_id == self._hidden_id or not self.groups.by:
            return self._open_id == self._hidden_id
        query = self.model.query
        only = replace(query, where=(*query.where, Condition("id", "in", (self._open_id,))))
        return bool(self.desk.store.count(self.KIND, only))

    def _go_quietly(self, row: int) -> None:
        """Make a row current without opening its record; what else is selected stays so."""
        with QSignalBlocker(self.table):
            if row != self.table.currentIndex().row():
                self.table.go_to_row(row)
            if self._selected_before:
                self.table.select_rows(self.model.rows_of(self._selected_before))
                self._selected_before = []

    def _leave_rows(self) -> None:
        """No row is current: what is open stands in none of them."""
        with QSignalBlocker(self.table):
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()

    # the open record

    @Slot(str)
    def _stored(self, id: str) -> None:
        """The editor saved a record: the list shows where it stands, or says why it does not."""
        self._show(id)
        self._arrange()
        if self.groups.by and self.detail.n is not None:
            self.groups.open_for(self.detail.n)
        row = self._open_row()
        if row >= 0:
            with QSignalBlocker(self.table):
                self.table.go_to_row(row)
        elif (record := self.detail.record) is not None:
            self._hidden_id = id
            self._leave_rows()
            text = tr("{number} is saved. The search or the filters hide it.", number=record.number or record.name_text)
            self.session.noticed.emit(text, tr("Show it"), partial(self.session.record_wanted.emit, self.KIND, id))

    def open_record(self, kind: str, id: str) -> None:
        self.show_table()
        if not self.detail.may_leave():
            return
        if self.bar.sight != Sight():
            self.bar.clear()
        self._show(id)
        row = self._open_row()
        if row >= 0:
            self.table.go_to_row(row)
        self._detail_first = True
        self._arrange()

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        self.show_table()
        if id:
            self.open_record(kind, id)
            self.edit_record()
            if given and self.detail.editor is not None:
                self.detail.editor.begin_at(next(iter(given)))
        else:
            self.edit_new(**given)

    @Slot()
    def edit_record(self) -> None:
        """F2: turn the open record into its editor."""
        self.detail.edit()
        self._arrange()

    def _show(self, id: str) -> None:
        self._open_id = id
        self.detail.show_record(id)

    @Slot(QModelIndex)
    def _row_changed(self, index: QModelIndex) -> None:
        id = self.model.id_at(index.row()) if index.isValid() else ""
        if id and id != self._open_id:
            if self.detail.may_leave():
                self._show(id)
            else:
                self._restore_row()

    @Slot(QModelIndex)
    def _row_opened(self, index: QModelIndex) -> None:
        self._detail_first = True
        self._arrange()
        self.detail.setFocus()

    @Slot()
    def _detail_closed(self) -> None:
        self._detail_first = False
        self._arrange()
        self.table.setFocus()
        self._restore_row()

    _detail_first = False

    def _arrange(self) -> None:
        """Side by side, or under 1,200 px the open record over the list."""
        narrow = self.width() < theme().px(NARROW)
        over = narrow and (self._detail_first or not self.detail.is_reading)
        self._card.setVisible(not over)
        self.detail.setVisible(over or not narrow)
        self.detail.set_over(over)

    @property
    def _lies_over(self) -> bool:
        """Whether the open record is in sight, over the list."""
        return self.detail.isVisible() and self._card.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def back(self) -> bool:
        if self.exporting.reason.isVisible():
            self.exporting.reason.leave()
            self.table.setFocus()
            return True
        if not self.detail.is_reading:
            self.detail.leave_editor()
            return True
        if self._lies_over:
            self._detail_closed()
            return True
        return False

    def to_list(self) -> None:
        if self._lies_over and self.detail.is_free:
            if not self.detail.is_reading:
                self.detail.back_to_reading()
            self._detail_closed()

    def may_leave(self) -> bool:
        return self.detail.may_leave()

    @Slot(object)
    def show_sight(self, sight: Sight) -> None:
        """The list as a figure or a cell of a map counts it."""
        self.show_table()
        self.bar.set_sight(sight)

    def show_list(self, filters: dict[str, Any]) -> None:
        self.show_table()
        self.bar.set_sight(Sight(filters=tuple((key, tuple(values)) for key, values in filters.items())))
        self._detail_first = False
        self._arrange()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    @Slot()
    def _to_table(self) -> None:
        self.table.setFocus()
        if self.model.rowCount():
            self.table.go_to_row(max(0, self.table.currentIndex().row()))

    # remembered

    @Slot()
    def _keep_splitter(self) -> None:
        self.session.settings.splitters[self.KEY] = self.splitter.sizes()
