"""Where risks stand on the 5 x 5 matrix by their inherent, current and target scores, and how they moved between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.store import Query, Store
from riskdesk.store.query import Condition

Cell = tuple[int, int]
"""Likelihood and severity, 1 to 5."""
LEC = "lec"
_COUNTED = ("current", "inherent", "target")
WAYS = (("inherent", "current"), ("current", "target"))


def _empty() -> dict[str, Counter[Cell]]:
    return {which: Counter() for which in JUDGEMENT_NAMES}


@dataclass
class Heat:
    """Counts of risks by judgement ('inherent', 'current', 'target')."""

    total: int = 0
    cells: dict[str, Counter[Cell]] = field(default_factory=_empty)
    lec: Counter[str] = field(default_factory=Counter)
    """Risks whose judgement comes from LEC and stands in no cell."""
    unscored: Counter[str] = field(default_factory=Counter)
    moves: dict[tuple[str, str], Counter[tuple[Cell, Cell]]] = field(
        default_factory=lambda: {way: Counter() for way in WAYS}
    )
    """For each of `WAYS`, risks by the cell they leave and the one they reach; those that stay are left out."""

    def rows(self, which: str) -> list[list[int]]:
        """counts[likelihood - 1][severity - 1]."""
        return [[self.cells[which][row, column] for column in range(1, 6)] for row in range(1, 6)]


def heat(store: Store, query: Query) -> Heat:
    """Count what `query` finds."""
    found = Heat()
    # In the order of an index: then nothing has to be sorted to be counted.
    for keys, count in store.counts("risk", [f"{which}_cell" for which in _COUNTED], query).items():
        _add(found, dict(zip(_COUNTED, map(_place, keys), strict=True)), count)
    return found


def _add(found: Heat, places: dict[str, Cell | str | None], count: int) -> None:
    found.total += count
    for which, place in places.items():
        if place is None:
            found.unscored[which] += count
        elif isinstance(place, tuple):
            found.cells[which][place] += count
        else:
            found.lec[which] += count
    for way in WAYS:
        start, end = (places[which] for which in way)
        if isinstance(start, tuple) and isinstance(end, tuple) and start != end:
            found.moves[way][start, end] += count


def _place(key: str | None) -> Cell | str | None:
    """The cell of that key, `LEC`, or None without a score."""
    return key if key is None or key == LEC else (int(key[0]), int(key[2]))


def cell_key(cell: Cell) -> str:
    """`4x3`: as filters name a cell."""
    return f"{cell[0]}x{cell[1]}"


def in_cells(store: Store, which: str, keys: Sequence[str]) -> tuple[Condition, ...]:
    """Conditions that hold for risks whose judgement `which` stands in one of the cells of these keys."""
    return (Condition(f"{which}_cell", "in", tuple(keys)),)


def by_lec(which: str) -> tuple[Condition, ...]:
    """Conditions that hold for risks whose judgement `which` was scored by LEC."""
    return (Condition(f"{which}_cell", "in", (LEC,)),)


def not_scored(which: str) -> tuple[Condition, ...]:
    """Conditions that hold for risks whose judgement `which` has no score, whether or not it has a level."""
    return (Condition(f"{which}_cell", "empty"),)
