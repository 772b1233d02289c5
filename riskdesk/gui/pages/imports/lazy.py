"""What the tables of the import page share: rows made when they are painted, and only the last of them kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from riskdesk.gui.widgets.cells import Look
from riskdesk.gui.widgets.roles import CellRole, ColumnRole

Index = QModelIndex | QPersistentModelIndex
KEPT = 400
LONGEST = 160
"""Signs of a cell that are painted; more do not fit into any column."""
_PLACES = {True: Qt.AlignmentFlag.AlignRight, False: Qt.AlignmentFlag.AlignLeft}


class Head(NamedTuple):
    """One column: key, title, width in px at 100 %, and how it behaves."""

    key: str
    title: str
    width: int = 110
    flexible: bool = False
    right: bool = False


class LazyModel(QAbstractTableModel):
    """Subclasses count rows in `size` and make the cells of one in `looks`."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.heads: Sequence[Head] = ()
        self._kept: dict[int, list[Look]] = {}

    # for subclasses

    def size(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def looks(self, row: int) -> list[Look]:
        """All that the cells of a row show."""
        raise NotImplementedError

    def key(self, row: int) -> Any:
        """What a row is known by."""
        return row

    def tip(self, row: int, column: int) -> str:
        """More about a cell, '' for nothing."""
        return ""

    # Qt

    def renew(self, heads: Sequence[Head] | None = None) -> None:
        """Everything is another now."""
        self.beginResetModel()
        self._kept.clear()
        if heads is not None:
            self.heads = heads
        self.endResetModel()

    def repaint(self) -> None:
        """The same rows hold something else now."""
        self._kept.clear()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.heads) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.size()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def _row(self, row: int) -> list[Look]:
        found = self._kept.get(row)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[row] = self.looks(row)
        return found

    def look(self, index: Index) -> Look:
        """All that a cell shows, in one answer: painting asks for it."""
        return self._row(index.row())[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == CellRole.ID:
            return self.key(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row, column) or None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._row(row)[column].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            look = self._row(row)[column]
            return " ".join(filter(None, (look.text, look.suffix, self.tip(row, column))))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        head = self.heads[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return head.title
            case ColumnRole.KEY:
                return head.key
            case ColumnRole.WIDTH:
                return head.width
            case ColumnRole.FLEXIBLE:
                return head.flexible
            case ColumnRole.SORTABLE:
                return False
            case Qt.ItemDataRole.TextAlignmentRole:
                return _PLACES[head.right] | Qt.AlignmentFlag.AlignVCenter
        return None


def one_line(text: str) -> str:
    """Text on one line, cut where no column is so wide."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
