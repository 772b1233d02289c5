"""A table of records: all row numbers in order, and only the rows that were looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from riskdesk.desk import Desk
from riskdesk.gui.models.order import Flat, Grouped, Grouping, Head, Order, numbers_in, records_in
from riskdesk.gui.widgets.cells import Look, number_width
from riskdesk.gui.widgets.group_rows import OPEN, SHUT
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.i18n import language, tr
from riskdesk.store import ALL, Query

Row = Mapping[str, Any]
Index = QModelIndex | QPersistentModelIndex
NOTHING = Look()
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
    icon: str = ""
    """Stands before a text, and behind the tag of a level."""
    tip: str = ""
    plain: str | None = None
    """What is copied, where that is another text: a day in full in place of how late it is."""


@dataclass(frozen=True)
class Column:
    """A column: `cell` makes its content from a row; `sort` is the field to sort by, '' for none.

    `width` in px at 100 %; one column is `flexible`; `from_width` is the table width from which it shows by itself (-1
    only when chosen); `width_en` and `from_width_en` stand in their place where English words need others. `edit` names
    the field that an inline editor sets, '' for none; `fixed` says why there is none. `out` is the heading in a file
    that is taken out, where it would otherwise be read as another field when it comes in again. `down_first` sorts
    downwards at the first click.
    """

    key: str
    title: str
    cell: Callable[[Row, Desk], Cell]
    sort: str = ""
    width: int = 100
    flexible: bool = False
    from_width: int = 0
    right: bool = False
    width_en: int = 0
    from_width_en: int = 0
    edit: str = ""
    fixed: str = ""
    out: str = ""
    down_first: bool = False


class _Cells(Sequence[Cell]):
    """The cells of a row, each made when it is first shown."""

    def __init__(self, row: Row, model: RecordModel) -> None:
        self._row, self._model = row, model
        self._made: list[Cell | None] = [None] * len(model.columns)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, column: Any) -> Any:
        cell = self._made[column]
        if cell is None:
            cell = self._made[column] = self._model.columns[column].cell(self._row, self._model.desk)
        return cell


Entry = tuple[str, Sequence[Cell]] | Head | None
"""A row of the table: id and cells of a record, the head of a group, or a record that is gone meanwhile."""


class RecordModel(QAbstractTableModel):
    """Rows of one kind that a query finds, in its order; sorting, filtering and grouping happen in the store."""

    def __init__(self, desk: Desk, kind: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.desk, self.kind, self.columns = desk, kind, tuple(columns)
        self.query = ALL
        self.grouping: Grouping | None = None
        self.opened: Callable[[str], bool] = _always
        """Whether the group of a value is open at first."""
        self._order: Order | None = None
        self._pages: dict[int, list[Entry]] = {}

    @property
    def total(self) -> int:
        """How many records the query found; `rowCount` counts heads of groups and leaves out what is closed."""
        return self._order.total if self._order is not None else 0

    def _ordered(self) -> Order:
        if self.grouping is None:
            return Flat(self.desk, self.kind, self.query)
        return Grouped(self.desk, self.kind, self.query, self.grouping, self.opened)

    def set_query(self, query: Query) -> None:
        """Ask anew. Selection and scrolling are the view's to keep: see `row_of`."""
        self.query = query
        self._reset(self._ordered())

    def set_grouping(self, grouping: Grouping | None, opened: Callable[[str], bool]) -> None:
        """Group by a column, or not."""
        self.grouping, self.opened = grouping, opened
        self._reset(self._ordered())

    def _reset(self, order: Order) -> None:
        self.beginResetModel()
        self._order = order
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> bool:
        """Look again after a change. Returns False when rows came, went or moved: then the model was reset."""
        order = self._ordered()
        if self._order is not None and self._order.stands_like(order):
            self._order = order
            self.look_again()
            return True
        self._reset(order)
        return False

    def look_again(self, ids: Collection[str] = ()) -> None:
        """Read what the rows hold anew and leave them where they stand, even where the order would be another now.

        `ids` names the only records that changed, if that is known.
        """
        last = len(self.columns) - 1
        if ids:
            changed = [start * PAGE + place for start, page in self._pages.items() for place in self._renew(page, ids)]
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            return
        self._pages.clear()
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, last))

    def n_of(self, row: int) -> int:
        """The row number in the store of a row of the table, -1 for the head of a group."""
        number = self._order.at(row) if self._order is not None else -1
        return number if isinstance(number, int) else -1

    def row_of(self, n: int) -> int:
        """The row of the table that shows row number `n` of the store, -1 for none."""
        return self._order.row_of(n) if self._order is not None else -1

    def rows_of(self, numbers: Iterable[int]) -> list[int]:
        """The rows that show these records, in order; those that show nowhere are left out."""
        wanted = set(numbers)
        return [row for row in range(self.rowCount()) if self.n_of(row) in wanted]

    def numbers(self, rows: Iterable[int]) -> list[int]:
        """Row numbers in the store of the records in these rows, without reading them."""
        return numbers_in(self._order, rows) if self._order is not None else []

    def records_in(self, rows: Sequence[int]) -> int:
        """How many of these rows hold a record and no head of a group."""
        return records_in(self._order, rows) if self._order is not None else 0

    def id_at(self, row: int) -> str:
        """The id of the record in a row; '' when it is gone or a group begins there."""
        found = self._row(row)
        return found[0] if found else ""

    # groups

    def head_at(self, row: int) -> Head | None:
        """The head of a group, where one stands in that row."""
        found = self._order.at(row) if isinstance(self._order, Grouped) and 0 <= row < self.rowCount() else None
        return found if isinstance(found, Head) else None

    def heads(self) -> list[Head]:
        """The heads of all groups."""
        return self._order.heads if isinstance(self._order, Grouped) else []

    def turn(self, row: int, opened: bool) -> None:
        """Open or close the group whose head stands in that row."""
        order, head = self._order, self.head_at(row)
        if head is None or not isinstance(order, Grouped) or head.opened == opened:
            return
        self._pages.clear()
        if opened:
            self.beginInsertRows(QModelIndex(), row + 1, row + head.count)
        else:
            self.beginRemoveRows(QModelIndex(), row + 1, row + head.count)
        order.turn(order.group_at(row), opened)
        if opened:
            self.endInsertRows()
        else:
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    # rows

    def _row(self, row: int) -> tuple[str, Sequence[Cell]] | None:
        """Id and cells of the record in a row; None for the head of a group and for one that is gone."""
        found = self._entry(row)
        return found if isinstance(found, tuple) else None

    def _entry(self, row: int) -> Entry:
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= KEPT_PAGES:
                self._pages.pop(next(iter(self._pages)))
            page = self._pages[number] = self._load(number)
        return page[place]

    def _load(self, number: int) -> list[Entry]:
        assert self._order is not None
        order = self._order
        wanted = [order.at(row) for row in range(number * PAGE, min((number + 1) * PAGE, len(order)))]
        numbers = [n for n in wanted if isinstance(n, int)]
        rows = {row["n"]: row for row in self.desk.rows(self.kind, numbers)}
        return [n if isinstance(n, Head) else self._cells(rows[n]) if n in rows else None for n in wanted]

    def _renew(self, page: list[Entry], ids: Collection[str]) -> list[int]:
        """Read the rows of these records in a page anew; returns their places in it."""
        places = {found[0]: place for place, found in enumerate(page) if isinstance(found, tuple) and found[0] in ids}
        numbers = [n for id in places if (n := self.desk.store.row_number(self.kind, id)) is not None]
        for row in self.desk.rows(self.kind, numbers):
            page[places[row["id"]]] = self._cells(row)
        return list(places.values())

    def _cells(self, row: Row) -> tuple[str, Sequence[Cell]]:
        return row["id"], _Cells(row, self)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._order is None else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def look(self, index: Index) -> Look:
        """All that a cell shows, in one answer: painting asks for it."""
        found = self._row(index.row())
        if found is None:
            return NOTHING
        column = index.column()
        cell = found[1][column]
        return Look(cell.text, cell.tone or "text", cell.suffix, cell.suffix_tone or "third", cell.level, cell.icon,
                    right=self.columns[column].right)  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._entry(index.row())
        if found is None:
            return None
        if isinstance(found, Head):
            return _head_data(found, index.column(), role)
        if role == CellRole.ID:
            return found[0]
        cell = found[1][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.EditRole:
                return cell.text if cell.plain is None else cell.plain
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
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{cell.text} {cell.suffix}".strip()
            case Qt.ItemDataRole.TextAlignmentRole if self.columns[index.column()].right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.head_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].edit else flags

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
                width = (column.width_en if language() == "en" else 0) or column.width
                # The counter at its end is what tells one number from the next.
                return max(width, number_width(self.desk.store.site)) if column.key == "number" else width
            case ColumnRole.FLEXIBLE:
                return column.flexible
            case ColumnRole.FROM_WIDTH:
                return (column.from_width_en if language() == "en" else 0) or column.from_width
            case ColumnRole.SORTABLE:
                return bool(column.sort)
            case ColumnRole.DOWN_FIRST:
                return column.down_first
            case Qt.ItemDataRole.TextAlignmentRole if column.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort_field(self, key: str) -> str:
        """The field that the column of that key sorts by."""
        return next((column.sort for column in self.columns if column.key == key), "")


def _always(value: str) -> bool:
    return True


def _head_data(head: Head, column: int, role: int) -> Any:
    """What the head of a group answers; its words stand across all columns."""
    if column:
        return None
    match role:
        case CellRole.GROUP | Qt.ItemDataRole.AccessibleTextRole:
            return head.words or tr("None")
        case CellRole.SUFFIX:
            return f"{head.count:,}"
        case CellRole.ICON:
            return OPEN if head.opened else SHUT
    return None
