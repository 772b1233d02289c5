"""A table of records: all row numbers in order, and only the rows that were looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from riskdesk.desk import Desk
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.i18n import tr
from riskdesk.store import ALL, Query

Row = Mapping[str, Any]
Index = QModelIndex | QPersistentModelIndex
PAGE = 100
KEPT_PAGES = 40


@dataclass(frozen=True)
class Cell:
    """What a cell shows: plain values, made once when its row is loaded."""

    text: str = ""
    tone: str = ""
    suffix: str = ""
    suffix_tone: str = ""
    level: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Column:
    """A column: `cell` makes its content from a row; `sort` is the field to sort by, '' for none.

    `width` in px at 100 %; one column is `flexible`; `from_width` is the table width from which it shows by itself
    (-1 only when chosen). `edit` names the field that an inline editor sets, '' for none.
    """

    key: str
    title: str
    cell: Callable[[Row, Desk], Cell]
    sort: str = ""
    width: int = 100
    flexible: bool = False
    from_width: int = 0
    right: bool = False
    edit: str = ""


class RecordModel(QAbstractTableModel):
    """Rows of one kind that a query finds, in its order; sorting and filtering happen in the store."""

    def __init__(self, desk: Desk, kind: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.desk, self.kind, self.columns = desk, kind, tuple(columns)
        self.query = ALL
        self._ns: Sequence[int] = ()
        self._pages: dict[int, list[tuple[str, tuple[Cell, ...]] | None]] = {}

    def set_query(self, query: Query) -> None:
        """Ask anew. Selection and scrolling are the view's to keep: see `row_of`."""
        numbers = self.desk.ns(self.kind, query)
        self.beginResetModel()
        self.query, self._ns = query, numbers
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> bool:
        """Look again after a change. Returns False when rows came, went or moved: then the model was reset."""
        numbers = self.desk.ns(self.kind, self.query)
        if numbers == self._ns:
            self._pages.clear()
            if self._ns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ns) - 1, len(self.columns) - 1))
            return True
        self.beginResetModel()
        self._ns = numbers
        self._pages.clear()
        self.endResetModel()
        return False

    def n_of(self, row: int) -> int:
        """The row number in the store of a row of the table."""
        return self._ns[row]

    def row_of(self, n: int) -> int:
        """The row of the table that shows row number `n` of the store, -1 for none."""
        try:
            return self._ns.index(n)
        except ValueError:
            return -1

    def id_at(self, row: int) -> str:
        """The id of the record in a row; '' when it is gone."""
        found = self._row(row)
        return found[0] if found else ""

    def _row(self, row: int) -> tuple[str, tuple[Cell, ...]] | None:
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= KEPT_PAGES:
                self._pages.pop(next(iter(self._pages)))
            page = self._pages[number] = self._load(number)
        return page[place]

    def _load(self, number: int) -> list[tuple[str, tuple[Cell, ...]] | None]:
        wanted = self._ns[number * PAGE : (number + 1) * PAGE]
        rows = {row["n"]: row for row in self.desk.rows(self.kind, wanted)}
        return [self._cells(rows[n]) if n in rows else None for n in wanted]

    def _cells(self, row: Row) -> tuple[str, tuple[Cell, ...]]:
        return row["id"], tuple(column.cell(row, self.desk) for column in self.columns)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._row(index.row())
        if found is None:
            return None
        if role == CellRole.ID:
            return found[0]
        cell = found[1][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case CellRole.TONE:
                return cell.tone or None
            case CellRole.LEVEL:
                return cell.level or None
            case CellRole.SUFFIX:
                return cell.suffix or None
            case CellRole.SUFFIX_TONE:
                return cell.suffix_tone or None
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or None
            case Qt.ItemDataRole.TextAlignmentRole if self.columns[index.column()].right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(column.title)
            case ColumnRole.KEY:
                return column.key
            case ColumnRole.WIDTH:
                return column.width
            case ColumnRole.FLEXIBLE:
                return column.flexible
            case ColumnRole.FROM_WIDTH:
                return column.from_width
            case ColumnRole.SORTABLE:
                return bool(column.sort)
            case Qt.ItemDataRole.TextAlignmentRole if column.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort_field(self, key: str) -> str:
        """The field that the column of that key sorts by."""
        return next((column.sort for column in self.columns if column.key == key), "")
