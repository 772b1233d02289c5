"""A table of rows that never change, all of them or those of one kind: read once, and shown anew for another kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from riskdesk.gui.widgets.roles import ColumnRole
from riskdesk.i18n import language, tr

Index = QModelIndex | QPersistentModelIndex
Columns = tuple[tuple[str, str, int, int, int], ...]
"""Key, words, width in Chinese and in English, and the width of the table from which the column shows."""

Row = TypeVar("Row")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """`rows` are shown, of those that were set last."""

    COLUMNS: ClassVar[Columns]
    NUMBERS: ClassVar[frozenset[str]] = frozenset()
    """Keys of the columns that stand at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Row] = ()
        self.rows: list[Row] = []

    def kind_of(self, row: Row) -> str:
        """By what the rows are told apart; '' where they are not."""
        return ""

    def set_rows(self, rows: Sequence[Row], kind: str = "") -> None:
        """Show others, of one kind or ('') all."""
        self._all = rows
        self.show_kind(kind)

    def show_kind(self, kind: str) -> None:
        """Show one kind only, or ('') all."""
        self.beginResetModel()
        self.rows = [row for row in self._all if kind in ("", self.kind_of(row))]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.COLUMNS):
            return None
        key, title, width_zh, width_en, from_width = self.COLUMNS[section]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): tr(title), int(ColumnRole.KEY): key,
            int(ColumnRole.WIDTH): width_en if language() == "en" else width_zh,
            int(ColumnRole.FROM_WIDTH): from_width, int(ColumnRole.FLEXIBLE): key == "title",
            int(ColumnRole.SORTABLE): False, int(Qt.ItemDataRole.TextAlignmentRole): self.alignment(key),
        }  # fmt: skip
        return answers.get(int(role))

    def alignment(self, key: str) -> Qt.AlignmentFlag | None:
        """At the right for numbers; None is as usual."""
        return _RIGHT if key in self.NUMBERS else None
