"""Where risks stand on the 5 x 5 matrix by their inherent, current and target scores, and how they moved between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.store import Query, Store
from riskdesk.store.query import Condition

Cell = tuple[int, int]
"""Likelihood and severity, 1 to 5."""
LEC = "lec"
WAYS = (("inherent", "current"), ("current", "target"))
_SCORE = re.compile(r'\{"score":\{"method":"(?:(lec)|matrix","likelihood":(\d),"severity":(\d))')


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
    for stored, count in store.counts("risk", tuple(JUDGEMENT_NAMES), query).items():
        _add(found, dict(zip(JUDGEMENT_NAMES, map(_place, stored), strict=True)), count)
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


@lru_cache(maxsize=4096)
def _place(stored: str) -> Cell | str | None:
    """The cell of a stored judgement, `LEC`, or None without a score."""
    score = _SCORE.match(stored)
    if score is None:
        return None
    return LEC if score.group(1) else (int(score.group(2)), int(score.group(3)))


def cell_key(cell: Cell) -> str:
    """`4x3`: as filters name a cell."""
    return f"{cell[0]}x{cell[1]}"


def in_cells(store: Store, which: str, keys: Sequence[str]) -> tuple[Condition, ...]:
    """Conditions that hold for risks whose judgement `which` stands in one of the cells of these keys."""
    if which == "current":
        return (Condition("cell", "in", tuple(keys)),)
    if len(keys) == 1:
        # The score begins the stored judgement, so that one cell is a stretch of the alphabet.
        likelihood, severity = keys[0].split("x")
        return _beginning(which, f'{{"score":{{"method":"matrix","likelihood":{likelihood},"severity":{severity}')
    wanted = {(int(key[0]), int(key[2])) for key in keys}
    known = store.count_by("risk", which)
    return (Condition(which, "in", tuple(stored for stored in known if _place(stored) in wanted)),)


def by_lec(which: str) -> tuple[Condition, ...]:
    """Conditions that hold for risks whose judgement `which` was scored by LEC."""
    return _beginning(which, '{"score":{"method":"lec"')


def _beginning(which: str, start: str) -> tuple[Condition, ...]:
    return Condition(which, ">=", start), Condition(which, "<", start + "~")
