"""Blocks of cells into a list: fill down (Ctrl+D) and paste from a spreadsheet program (Ctrl+V)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from riskdesk import formats
from riskdesk.desk import Done
from riskdesk.desk.undo import UNDO
from riskdesk.desk.verb import Verb
from riskdesk.domain.errors import Cancelled, Conflict
from riskdesk.gui.models.block import Block, BlockCell, Wishes, put, read_block
from riskdesk.gui.pages.editable_list import EditableListPage
from riskdesk.gui.pages.telling import Telling
from riskdesk.gui.widgets.tabbed import cells_of
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.gui.pages.paste_panel import PastePanel

READ_AT_ONCE = 300
"""More pasted lines than this are read off the GUI thread."""
AT_ONCE = 60
"""More rows than this are written off the GUI thread."""

Save = Callable[..., Done[Any]]


class CellBlocks(QObject):
    """Fills and pastes on one page. `save` and `save_long` take the changes of a block."""

    def __init__(self, page: EditableListPage, save: Save, save_long: Save) -> None:
        super().__init__(page)
        self._page, self._save, self._save_long = page, save, save_long
        self.session, self.table, self.model, self.fields = page.session, page.table, page.model, page.cells.fields
        self._panel: PastePanel | None = None
        self._wishes: Wishes = ()
        self._over = 0
        self.session.worker.ended.connect(self._work_ended)
        self._then: Callable[[int], None] = self._told
        page.command("cells.fill", tr("Fill down"), self.fill_down, "Ctrl+D", "arrow-down")
        page.command("cells.paste", tr("Paste cells"), self.paste, "Ctrl+V", "clipboard")

    @property
    def panel(self) -> PastePanel:
        """The preview, made when something is first pasted."""
        if self._panel is None:
            from riskdesk.gui.pages.paste_panel import PastePanel

            self._panel = PastePanel()
            self._page.detail.add_place(self._panel)
            self._panel.agreed.connect(self._write)
            self._panel.closed.connect(self._page.close_panel)
            self._panel.cell_wanted.connect(self._show_cell)
        return self._panel

    def takes_back(self, how: Verb) -> bool:
        """Ctrl+Z while the preview shows gives the paste up; nothing behind it is undone."""
        if how is not UNDO or self._panel is None or not self._panel.isVisible():
            return False
        self._page.close_panel()
        return True

    # fill down

    @Slot()
    def fill_down(self) -> None:
        """Give the selected cells the value of the uppermost one; for a single row, of the row above it, and say so."""
        if self._page.cells.is_open:
            return
        rows = [row for row in self.table.selected_rows() if self.model.head_at(row) is None]
        current = self.table.currentIndex()
        columns = self.table.block.columns() or ([current.column()] if current.isValid() else [])
        if from_above := len(rows) == 1 and rows[0] > 0 and self.model.head_at(rows[0] - 1) is None:
            rows = [rows[0] - 1, *rows]
        if len(rows) < 2 or not columns:
            self.session.refused.emit(tr("Select the cells below the one whose value they shall get."), "", None)
            return
        able = [column for column in columns if self._page.cells.field_of(column)]
        if not able:
            column = self.model.columns[columns[0]]
            self.session.refused.emit(tr(column.fixed or "This column cannot be changed here."), "", None)
            return
        found = self._filled(self.model.numbers(rows), able)
        if not found.changes:
            self.session.refused.emit(tr("These cells all hold that value already."), "", None)
            return
        self._do(found, partial(self._told_above, found) if from_above else self._told)

    def _told_above(self, found: Block, changed: int) -> None:
        titles = formats.listed(tr(self.model.columns[cell.column].title) for cell in found.cells)
        number = found.cells[0].number
        told = tr("{number}: {fields} taken from the row above.", number=number, fields=titles)
        self.session.noticed.emit(told, tr("Undo"), self.session.offer_undo())

    def _filled(self, numbers: Sequence[int], columns: Sequence[int]) -> Block:
        found = Block()
        rows = self.model.desk.rows(self.model.kind, numbers)
        for row in rows[1:]:
            for column in columns:
                spec = self.fields[self.model.columns[column].key]
                put(found, self.model.desk, self.model, row, column, spec, spec.of_stored(rows[0][spec.name]))
        return found

    # paste

    @Slot()
    def paste(self) -> None:
        """Show what pasting the clipboard from the current cell on would change."""
        if self._page.cells.is_open:
            return
        cells = cells_of(QGuiApplication.clipboard().text())
        current = self.table.currentIndex()
        if not cells or not current.isValid() or not self.model.total:
            self.session.refused.emit(tr("There is nothing to paste here: copy cells in a table first."), "", None)
            return
        self._wishes, self._over = self._aimed(cells)
        if len(self._wishes) > READ_AT_ONCE:
            self.session.worker.run(tr("Reading the clipboard"), self._read, self._show, self._not_read)
        else:
            self._look()

    def _aimed(self, cells: list[list[str]]) -> tuple[Wishes, int]:
        """Each pasted text with the cell that it falls on, and how many lines and columns fall beside the table."""
        table, shown = self.table, self.table.shown_columns()
        block, current = table.block, table.currentIndex()
        selected = [row for row in table.selected_rows() if self.model.head_at(row) is None]
        left = shown.index((block.columns() or [current.column()])[0])
        wide = max(map(len, cells))
        if len(cells) == 1 and len(selected) > 1:
            # One line over several rows goes into each of them, one cell into the whole block.
            columns = len(block.columns()) if wide == 1 and block.active else wide
            line = cells[0] * columns if wide == 1 else cells[0]
            targets, lines = selected, [line] * len(selected)
        else:
            first = block.rows()[0] if block.active else current.row()
            free = (row for row in range(first, self.model.rowCount()) if self.model.head_at(row) is None)
            targets = [row for row, _ in zip(free, cells, strict=False)]
            lines = cells[: len(targets)]
        columns = len(shown) - left
        over = max(0, len(cells) - len(targets)) if len(cells) > 1 else 0
        over += max(0, max(map(len, lines), default=0) - columns)
        numbers = self.model.numbers(targets)
        return [
            (n, [(shown[left + place], text) for place, text in enumerate(line[:columns])])
            for n, line in zip(numbers, lines, strict=False)
        ], over

    def _look(self) -> None:
        self._show(read_block(self.model.desk, self.model, self.fields, self._wishes))

    def _read(self, task: Task) -> Block:
        with closing(self.model.desk.another()) as other:
            return read_block(other, self.model, self.fields, self._wishes, task.tell)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            raise error

    def _show(self, found: Block) -> None:
        found.over = self._over
        titles = {place: tr(column.title) for place, column in enumerate(self.model.columns)}
        self.panel.show_block(found, titles)
        if not self.panel.isVisible():
            self._page.open_panel(self.panel)

    @Slot(object)
    def _show_cell(self, cell: BlockCell) -> None:
        row = self.model.row_of(cell.n)
        if row >= 0:
            self.table.block.stop()
            self.table.go_to_row(row, cell.column)

    @Slot()
    def _write(self) -> None:
        self._do(self.panel.block, self._written)

    def _written(self, changed: int) -> None:
        self._page.close_panel()
        self._told(changed)

    # both

    def _told(self, changed: int) -> None:
        told = tr("{n} risks were changed.", n=f"{changed:,}")
        self.session.noticed.emit(told, tr("Undo"), self.session.offer_undo())

    def _do(self, block: Block, then: Callable[[int], None]) -> None:
        self._then = then
        self._page.stand_still(True)
        if len(block.changes) > AT_ONCE:
            self.session.do(self._save_long, block.changes, then=self._did, failed=self._refused,
                            tell=Telling(self.session.worker))  # fmt: skip
        else:
            self.session.do(self._save, block.changes, then=self._did, failed=self._refused)

    def _did(self, changed: int) -> None:
        self._page.stand_still(False)
        self._then(changed)

    @Slot()
    def _work_ended(self) -> None:
        # After what the task brings was dealt with; one that was stopped brings nothing.
        QTimer.singleShot(0, self._let_go)

    @Slot()
    def _let_go(self) -> None:
        self._page.stand_still(False)

    def _refused(self, error: Exception) -> None:
        self._page.stand_still(False)
        if isinstance(error, Conflict) and self._panel is not None and self._panel.isVisible():
            self._look()
            text = tr("{who} changed one of these cells meanwhile. This is what would change now.", who=error.by)
            self.panel.warn(text)
            return
        self.session.tell(error)
