"""A list page whose cells are edited in their places, and whose open record makes room for other panels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from riskdesk.desk import Done
from riskdesk.desk.verb import Changed
from riskdesk.gui.models.fields import CellField
from riskdesk.gui.pages.cell_edits import CellEdits
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.session import Session
from riskdesk.i18n import tr

REST_MS = 300
"""Editing cells has to rest this long before the figures around the list are counted anew."""


class EditableListPage(ListPage):
    """`fields` says how columns are edited, by their keys; `save` is the verb for one record."""

    def __init__(
        self, session: Session, fields: Mapping[str, CellField], save: Callable[..., Done[Any]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(session, parent)
        self._order_waits = self._still = False
        self._panel: QWidget | None = None
        self._rest = _timer(self, REST_MS, self.recount)
        self._detail_later = _timer(self, 0, self._look_at_open)
        self.cells = CellEdits(session, self.table, self.model, fields, save)
        self.cells.ended.connect(self._settle)
        self.table.left.connect(self._settle)
        edit = self.command("cell.edit", tr("Edit cell"), self.edit_cell, icon="edit")
        edit.setShortcuts([QKeySequence("F4"), QKeySequence("Ctrl+E")])

    @Slot()
    def edit_cell(self) -> None:
        """F4: open the editor over the current cell."""
        index = self.table.currentIndex()
        if index.isValid():
            self.cells.start(index)

    @Slot()
    def edit_record(self) -> None:
        """F2: the editor of the open record, or of the cell that one came to by typing."""
        if self.table.hasFocus() and self.table.typing.is_on:
            self.edit_cell()
        else:
            super().edit_record()

    # while cells are being edited

    def stand_still(self, still: bool) -> None:
        """Whether what is saved meanwhile leaves the rows where they stand."""
        self._still = still

    def refresh(self, changed: Changed) -> None:
        among_cells = self.cells.is_open or (self._order_waits and self.table.hasFocus() and self.table.typing.is_on)
        if not changed or not (self._still or self.cells.is_saving or among_cells):
            super().refresh(changed)
            return
        # The rows stay where they stand until the person is done with the cells, as in a spreadsheet.
        self._order_waits = True
        self.model.look_again(changed[self.KIND] if changed.keys() == {self.KIND} else ())
        self._rest.start()
        if self._concerns_open(changed):
            # The next row is often the open one by then.
            self._detail_later.start()

    @Slot()
    def _look_at_open(self) -> None:
        if self.session.is_open:
            self.detail.look_again()

    def _look_again(self, changed: Changed) -> None:
        self._order_waits = False
        super()._look_again(changed)

    def _show(self, id: str) -> None:
        self._detail_later.stop()
        super()._show(id)

    @Slot()
    def recount(self) -> None:
        """Count anew what stands beside the title and on the chips; put off while cells are being edited."""
        self.tell_sub()

    @Slot()
    def _settle(self) -> None:
        """The person left the cells: put the rows into the order that they have now."""
        if self._order_waits and not (self.cells.is_open or self.table.hasFocus()):
            self._look_again({self.KIND: frozenset()})

    # what takes the place of the open record

    def open_panel(self, panel: QWidget) -> None:
        """Show something in the place of the open record, which stays there whatever row is chosen."""
        if self.detail.may_leave():
            self._panel = panel
            self.detail.show_place(panel)
            self._arrange()

    @Slot()
    def close_panel(self) -> None:
        """The open record is back."""
        if self._panel is None:
            return
        self._panel = None
        self.detail.back_to_reading()
        self.table.setFocus()
        self._arrange()
        index = self.table.currentIndex()
        if index.isValid():
            self._row_changed(index)

    @Slot(QModelIndex)
    def _row_changed(self, index: QModelIndex) -> None:
        if self._panel is None:
            super()._row_changed(index)

    def back(self) -> bool:
        if self.cells.is_open:
            self.cells.give_up()
        elif self._panel is not None:
            self.close_panel()
        else:
            return super().back()
        return True

    def may_leave(self) -> bool:
        self.cells.leave()
        return super().may_leave()


def _timer(page: QWidget, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
