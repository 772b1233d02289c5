"""The list of what is to be done, each line one click from its record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from riskdesk.gui.pages.overview import words
from riskdesk.gui.widgets.cells import words_width
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.due import Due

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = (
    ("when", 66, 520), ("what", 100, 0), ("title", 90, 0), ("number", 128, 860), ("due", 140, 0), ("who", 66, 520),
)  # fmt: skip
"""Key, width, which is the least for what has words of its own, and width of the table from which it shows."""
_FIXED = {"when": words.WHEN, "what": tuple(words.WHAT.values())}
"""All that stands in a column: it is as wide as the longest."""
_TITLE = 2


class TodoModel(QAbstractTableModel):
    """Plain texts, made when the figures come and once a minute."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.dues: list[Due] = []
        self._cells: list[tuple[str, ...]] = []
        self._tones: list[str] = []

    def show_dues(self, dues: list[Due], now: dt.datetime, today: dt.date, report_seconds: int) -> None:
        """Show these as of now."""
        same = [due.id for due in dues] == [due.id for due in self.dues]
        if not same:
            self.beginResetModel()
        self.dues = list(dues)
        texts = [words.until(due, now, today, report_seconds) for due in dues]
        self._tones = [tone for _, tone in texts]
        self._cells = [
            (words.when(due, today), tr(words.WHAT[due.what]), words.title(due), due.number, text, due.who)
            for due, (text, _) in zip(dues, texts, strict=True)
        ]
        if not same:
            self.endResetModel()
        elif dues:
            self.dataChanged.emit(self.index(0, 0), self.index(len(dues) - 1, len(_COLUMNS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.dues)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, key = index.row(), _COLUMNS[index.column()][0]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[row][index.column()]
        if role == CellRole.TONE:
            if key == "due":
                return self._tones[row]
            return "second" if key in ("when", "number", "who") else None
        return self.dues[row].id if role == CellRole.ID else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key, width, from_width = _COLUMNS[section] if section < len(_COLUMNS) else ("", 0, 0)
        match role:
            case ColumnRole.KEY:
                return key
            case ColumnRole.WIDTH:
                return max(width, words_width(map(tr, _FIXED[key]))) if key in _FIXED else width
            case ColumnRole.FROM_WIDTH:
                return from_width
            case ColumnRole.FLEXIBLE:
                return section == _TITLE
        return None


class TodoTable(RecordTable):
    """A click or Enter opens the record behind a line."""

    wanted = Signal(str, str)
    """Kind and id."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.todo = TodoModel(self)
        self.setModel(self.todo)
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.opened.connect(self._open)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        # A double click comes after the click that has left the page already.
        if self.isVisible() and index.isValid():
            due = self.todo.dues[index.row()]
            self.wanted.emit(due.kind, due.id)
