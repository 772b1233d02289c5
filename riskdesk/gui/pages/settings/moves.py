"""What a changed policy moves, as a table: all of it, however much that is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot

from riskdesk.desk.policies import Move
from riskdesk.domain.level import Level
from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.domain.words import N_
from riskdesk.gui.models.rows import Columns, Index, RowsModel
from riskdesk.gui.widgets.cells import row_height
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

SHOWN = 12
"""Rows in sight; the rest is a scroll away."""
_COLUMNS: Columns = (
    ("number", N_("Number"), 126, 126, 0), ("title", N_("Risk"), 150, 110, 0), ("which", N_("Level"), 76, 84, 0),
    ("turn", N_("Change"), 276, 380, 0),
)  # fmt: skip


class MovesModel(RowsModel[Move]):
    """One row per judgement that moves."""

    COLUMNS = _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        move, key = self.rows[index.row()], self.COLUMNS[index.column()][0]
        if role == CellRole.ID:
            return move.risk.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(move, key)
        return "second" if role == CellRole.TONE and key == "number" else None


class MovesTable(RecordTable):
    """Hidden while nothing moves. `wanted` carries the id of the risk that was opened."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("What moves"))
        self.found = MovesModel()
        self.setModel(self.found)
        self.opened.connect(self._opened)
        self.hide()

    def show_moves(self, moves: list[Move]) -> None:
        """Show these in place of those before."""
        self.found.set_rows(moves)
        self.setFixedHeight(self.head.sizeHint().height() + row_height() * min(len(moves), SHOWN) + 2)
        self.setVisible(bool(moves))

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.wanted.emit(self.found.rows[index.row()].risk.id)


def _text(move: Move, key: str) -> str:
    match key:
        case "number":
            return move.risk.number
        case "title":
            return move.risk.title
        case "which":
            return tr(JUDGEMENT_NAMES[move.which])
    return _turn(move)


def _turn(move: Move) -> str:
    """`▲ 红 → ◆ 黄`, or that the level stays and its reason comes or goes."""
    after = _level(move.after.level)
    if move.is_level:
        return f"{_level(move.before.level)} → {after}"
    ceiling = tr(JUDGEMENT_NAMES["inherent" if move.which == "current" else "current"]).lower()
    if not move.after.reason:
        return tr("stays {level}, no longer above {ceiling}: the noted reason goes", level=after, ceiling=ceiling)
    return tr("stays {level}, now above {ceiling}: the reason is noted", level=after, ceiling=ceiling)


def _level(level: Level | None) -> str:
    return f"{level.sign} {tr(level.label)}" if level else tr("Not scored")
