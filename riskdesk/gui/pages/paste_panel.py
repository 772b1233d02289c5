"""What a pasted block would change, before anything is written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.words import N_
from riskdesk.gui.models.block import Block, BlockCell
from riskdesk.gui.pages.panel_head import PanelHead
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ((N_("Number"), 126), (N_("Column"), 76), (N_("Change"), 120))


class PastePanel(QWidget):
    """Stands in the place of the open record."""

    agreed = Signal()
    closed = Signal()
    cell_wanted = Signal(object)
    """A `BlockCell` was chosen: show it in the table."""

    def __init__(self) -> None:
        super().__init__()
        self.block = Block()
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head = PanelHead(tr("Paste cells"), tr("Apply"))
        self.head.closed.connect(self.closed)
        self.head.agreed.connect(self._agree)
        whole.addWidget(self.head)
        words = QVBoxLayout()
        words.setContentsMargins(px(18), 0, px(18), px(10))
        words.setSpacing(px(8))
        self.sum = Label("", wrap=True)
        self.note = Label("", "small", "second", wrap=True)
        self.warning = Banner("", "warn")
        self.warning.hide()
        for widget in (self.warning, self.sum, self.note):
            words.addWidget(widget)
        whole.addLayout(words)
        self._model = _BlockModel(self)
        self.table = RecordTable(tr("Cells that change"))
        self.table.setModel(self._model)
        self.table.row_changed.connect(self._chosen)
        whole.addWidget(self.table, 1)
        self.why = Banner("", "error")
        self.why.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(px(12), px(8), px(12), px(12))
        foot.addWidget(self.why)
        whole.addLayout(foot)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self._agree)
        self.setFocusProxy(self.table)

    def show_block(self, block: Block, titles: dict[int, str]) -> None:
        """Show what would change; cells that cannot be taken come first."""
        self.block = block
        cells = sorted(block.cells, key=_clear)
        self._model.show(cells, titles)
        self.warning.hide()
        self.why.hide()
        n, wrong = block.count, len(block.problems)
        self.sum.setText(
            tr("{n} cells in {risks} risks change.", n=f"{n:,}", risks=f"{len(block.changes):,}")
            if n else tr("Nothing changes.")
        )  # fmt: skip
        notes = [
            tr("{n} cells cannot be taken; they stay as they are.", n=f"{wrong:,}") if wrong else "",
            tr("{n} cells hold this already.", n=f"{block.same:,}") if block.same else "",
            tr("{n} lines or columns fall beside the table.", n=f"{block.over:,}") if block.over else "",
        ]
        self.note.setText(" ".join(filter(None, notes)))
        self.note.setVisible(any(notes))
        self.head.set_agree(bool(n))
        if cells:
            self.table.blockSignals(True)
            self.table.go_to_row(0)
            self.table.blockSignals(False)
            self._say_why(cells[0])

    def warn(self, text: str) -> None:
        """Say something above the list."""
        self.warning.say(text, "warn")
        self.warning.show()

    @Slot()
    def _agree(self) -> None:
        if self.block.changes:
            self.agreed.emit()

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            cell = self._model.cells[index.row()]
            self._say_why(cell)
            self.cell_wanted.emit(cell)

    def _say_why(self, cell: BlockCell) -> None:
        self.why.setVisible(bool(cell.why))
        if cell.why:
            self.why.say(cell.why, "error")


def _clear(cell: BlockCell) -> bool:
    return not cell.why


class _BlockModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: list[BlockCell] = []
        self._titles: dict[int, str] = {}

    def show(self, cells: list[BlockCell], titles: dict[int, str]) -> None:
        self.beginResetModel()
        self.cells, self._titles = cells, titles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell, column = self.cells[index.row()], index.column()
        if role == CellRole.ID:
            return f"{cell.id}:{cell.column}"
        if role == CellRole.TONE:
            return "red" if cell.why and column == 2 else "second" if column < 2 else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.why or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return cell.number
        if column == 1:
            return self._titles.get(cell.column, "")
        if cell.why:
            return cell.wish or tr("(empty)")
        return f"{cell.now or '—'} → {cell.wish or '—'}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        title, width = _COLUMNS[section]
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: tr(title), ColumnRole.KEY: title, ColumnRole.WIDTH: width,
            ColumnRole.FLEXIBLE: section == 2, ColumnRole.SORTABLE: False,
        }  # fmt: skip
        return answers.get(role)
