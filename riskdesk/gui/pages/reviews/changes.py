"""The rows of a comparison as a table model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from riskdesk.domain.review import Comparison, SnapshotRow
from riskdesk.domain.words import N_
from riskdesk.gui.models.rows import Columns, Index
from riskdesk.gui.pages.reviews.held_rows import HeldRows
from riskdesk.gui.pages.reviews.words import level_text
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.i18n import tr

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


_COLUMNS: Columns = (
    ("change", N_("Change"), 96, 120, 0), ("number", N_("Number"), 126, 126, 0), ("title", N_("Risk"), 150, 150, 0),
    ("before", N_("Before"), 124, 160, 0), ("after", N_("After"), 124, 160, 0), ("owner", N_("Owner"), 80, 80, 760),
    ("department", N_("Department"), 150, 150, 900), ("family", N_("Family"), 90, 130, 1060),
)  # fmt: skip


class ChangesModel(HeldRows[Change]):
    """Changes of one kind, or of all."""

    COLUMNS = _COLUMNS

    def kind_of(self, row: Change) -> str:
        """Which way it changed."""
        return row.kind

    def text(self, row: Change, key: str) -> str:
        words = {
            "change": tr(WORDS[row.kind]), "number": row.row.number, "title": row.row.title, "owner": row.row.owner,
            "department": row.row.department, "family": row.row.family,
            "before": _score_text(row.before), "after": _score_text(row.after),
        }  # fmt: skip
        return words[key]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.rows[index.row()]
        if role == CellRole.ID:
            return change.row.id
        key = self.COLUMNS[index.column()][0]
        if key in ("before", "after"):
            return _score(change.before if key == "before" else change.after, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(change, key)
        if role == CellRole.ICON and key == "change":
            return _ICONS[change.kind]
        return "second" if role == CellRole.TONE and key == "number" else None


def _score(row: SnapshotRow | None, role: int) -> Any:
    """A level and its points, as a tag where there is a level."""
    if role == Qt.ItemDataRole.DisplayRole:
        return _score_text(row)
    if role == CellRole.LEVEL:
        return row.level.value if row is not None and row.level else None
    if role == CellRole.TONE:
        return "third" if row is None or row.level is None else None
    return None


def _score_text(row: SnapshotRow | None) -> str:
    return "—" if row is None else level_text(row)
