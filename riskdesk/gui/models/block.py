"""A block of cells that is to be written into a table: what would change, and what cannot be taken and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.gui.models.fields import CellField, Names
from riskdesk.gui.models.records import RecordModel
from riskdesk.i18n import tr
from riskdesk.long_work import Tell, quiet

_PART = 500
NOT_HERE = N_("This column cannot be changed here.")


@dataclass(frozen=True)
class BlockCell:
    """One cell of a block: where it stands, what is there and what is to be, in words; `why` it cannot."""

    n: int
    id: str
    number: str
    column: int
    now: str
    wish: str
    why: str = ""


@dataclass
class Block:
    """What pasting or filling would do."""

    changes: dict[int, dict[str, tuple[Any, Any]]] = field(default_factory=dict)
    """As `desk.risks.save_cells` takes them."""
    cells: list[BlockCell] = field(default_factory=list)
    """Those that change and those that cannot, from the top."""
    same: int = 0
    """Cells that hold already what was pasted."""
    over: int = 0
    """Lines and columns of the clipboard for which there is no place."""

    @property
    def problems(self) -> list[BlockCell]:
        """The cells that cannot be taken."""
        return [cell for cell in self.cells if cell.why]

    @property
    def count(self) -> int:
        """How many cells change."""
        return sum(len(fields) for fields in self.changes.values())


Wishes = Sequence[tuple[int, Sequence[tuple[int, str]]]]
"""Row number in the store, and for each of its cells the column and the pasted text."""


def read_block(
    desk: Desk, model: RecordModel, fields: Mapping[str, CellField], wishes: Wishes, tell: Tell = quiet
) -> Block:
    """Read pasted texts as values of their columns and hold them against what is there.

    `desk` may be another one than the model's, for another thread; `tell(done, total)` may raise `Cancelled`.
    """
    found, names = Block(), Names(desk)
    for start in range(0, len(wishes), _PART):
        tell(start, len(wishes))
        _read_part(found, names, model, fields, wishes[start : start + _PART])
    return found


def _read_part(
    found: Block, names: Names, model: RecordModel, fields: Mapping[str, CellField], wishes: Wishes
) -> None:  # fmt: skip
    desk = names.desk
    rows = {row["n"]: row for row in desk.rows(model.kind, [n for n, _ in wishes])}
    for n, cells in wishes:
        row = rows.get(n)
        if row is None:
            continue
        for column, text in cells:
            spec = fields.get(model.columns[column].key)
            now = _now(desk, model, row, column, spec)
            if spec is None:
                if " ".join(text.split()) in (now, ""):
                    found.same += 1
                else:
                    why = tr(model.columns[column].fixed or NOT_HERE)
                    found.cells.append(BlockCell(n, row["id"], row["number"], column, now, text.strip(), why))
                continue
            try:
                value = spec.parse(text, names)
            except RiskdeskError as error:
                why = tr(error.text, **error.params)
                found.cells.append(BlockCell(n, row["id"], row["number"], column, now, text.strip(), why))
                continue
            put(found, desk, model, row, column, spec, value)


def put(
    found: Block, desk: Desk, model: RecordModel, row: Mapping[str, Any], column: int, spec: CellField, value: Any
) -> None:  # fmt: skip
    """Add a value of a cell to a block, unless it stands there already."""
    before = row[spec.name]
    if stored(value) == ("" if before is None else before):
        found.same += 1
        return
    found.changes.setdefault(row["n"], {})[spec.name] = (before, value)
    now, wish = _now(desk, model, row, column, spec), spec.told(desk, value)
    found.cells.append(BlockCell(row["n"], row["id"], row["number"], column, now, wish))


def stored(value: Any) -> Any:
    """A value as its column holds it, nothing as the empty text."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else value


def _now(desk: Desk, model: RecordModel, row: Mapping[str, Any], column: int, spec: CellField | None) -> str:
    cell = model.columns[column].cell(row, desk)
    return cell.text if spec is None or cell.plain is None else cell.plain
