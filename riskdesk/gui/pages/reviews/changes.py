"""The rows of a comparison as a table model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from riskdesk.desk.prints.reviews import points_text
from riskdesk.domain.review import Comparison, SnapshotRow
from riskdesk.domain.words import N_
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.i18n import language, tr

Index = QModelIndex | QPersistentModelIndex

UP, DOWN, OPENED, CLOSED, SCORED = "up", "down", "opened", "closed", "scored"
WORDS = {
    UP: N_("Risen"),
    DOWN: N_("Fallen"),
    OPENED: N_("Newly listed"),
    CLOSED: N_("Closed since"),
    SCORED: N_("Scored or no longer"),
}
_ICONS = {UP: "arrow-up", DOWN: "arrow-down", OPENED: "plus", CLOSED: "archive", SCORED: "edit"}


@dataclass(frozen=True)
class Change:
    """One risk that is not as it was; `before` or `after` is missing where it was not there."""

    kind: str
    before: SnapshotRow | None
    after: SnapshotRow | None

    @property
    def row(self) -> SnapshotRow:
        """The later of the two that there is."""
        found = self.after or self.before
        assert found is not None
        return found


def changes_of(found: Comparison) -> list[Change]:
    """Everything that changed: what rose first."""
    return [
        *(Change(UP, before, after) for before, after in found.up),
        *(Change(DOWN, before, after) for before, after in found.down),
        *(Change(OPENED, None, row) for row in found.new),
        *(Change(CLOSED, row, None) for row in found.closed),
        *(Change(SCORED, before, after) for before, after in found.scored),
    ]


_COLUMNS = (
    ("change", N_("Change"), 96, 120, 0), ("number", N_("Number"), 126, 126, 0), ("title", N_("Risk"), 150, 150, 0),
    ("before", N_("Before"), 124, 160, 0), ("after", N_("After"), 124, 160, 0), ("owner", N_("Owner"), 80, 80, 760),
    ("department", N_("Department"), 150, 150, 900), ("family", N_("Family"), 90, 130, 1060),
)  # fmt: skip
"""Key, words, width in Chinese and in English, and the width of the table from which it shows."""


class ChangesModel(QAbstractTableModel):
    """Shows changes of one kind, or of all."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Change] = []
        self.changes: list[Change] = []

    def set_changes(self, changes: Sequence[Change], kind: str = "") -> None:
        """Show these, of one kind or ('') all."""
        self._all = list(changes)
        self.show_kind(kind)

    def show_kind(self, kind: str) -> None:
        """Show one kind only, or ('') all."""
        self.beginResetModel()
        self.changes = [change for change in self._all if kind in ("", change.kind)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        key, title, width_zh, width_en, from_width = _COLUMNS[section]
        width = width_en if language() == "en" else width_zh
        answers = {
            int(Qt.ItemDataRole.DisplayRole): tr(title), int(ColumnRole.KEY): key, int(ColumnRole.WIDTH): width,
            int(ColumnRole.FROM_WIDTH): from_width, int(ColumnRole.FLEXIBLE): key == "title",
            int(ColumnRole.SORTABLE): False,
        }  # fmt: skip
        return answers.get(int(role))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.changes[index.row()]
        if role == CellRole.ID:
            return change.row.id
        key = _COLUMNS[index.column()][0]
        if key in ("before", "after"):
            return _score(change.before if key == "before" else change.after, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(change, key)
        if role == CellRole.ICON and key == "change":
            return _ICONS[change.kind]
        return "second" if role == CellRole.TONE and key == "number" else None


def _text(change: Change, key: str) -> str:
    row = change.row
    words = {
        "change": tr(WORDS[change.kind]), "number": row.number, "title": row.title, "department": row.department,
        "owner": row.owner, "family": row.family,
    }  # fmt: skip
    return words[key]


def _score(row: SnapshotRow | None, role: int) -> Any:
    """A level and its points, as a tag where there is a level."""
    if role == Qt.ItemDataRole.DisplayRole:
        if row is None:
            return "—"
        return " ".join(filter(None, (tr(row.level.label) if row.level else tr("Not scored"), points_text(row))))
    if role == CellRole.LEVEL:
        return row.level.value if row is not None and row.level else None
    if role == CellRole.TONE:
        return "third" if row is None or row.level is None else None
    return None
