"""Counts over the whole register that no list shows: the heat map and the trend of levels."""

from __future__ import annotations

from collections.abc import Sequence

from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.store.connection import Connection
from riskdesk.store.query import Condition, Query, count

LevelChange = tuple[str, str, str | None, str | None, int | None]


def matrix_counts(db: Connection, judgement: str, statuses: Sequence[str]) -> list[tuple[int, int, int]]:
    """(likelihood, severity, risks) of every cell of the 5 x 5 matrix that holds risks of these statuses."""
    if judgement not in JUDGEMENT_NAMES:
        raise KeyError(judgement)
    live = Query(where=(Condition("status", "in", tuple(statuses)),))
    found = count(db, "risk", live, (f"{judgement}_cell",))
    return [(int(cell[0]), int(cell[2]), risks) for (cell,), risks in found.items() if cell and cell[1] == "x"]


def level_changes(db: Connection) -> list[LevelChange]:
    """(time, risk id, new level or None, new status or None, deleted or None) from the change log, oldest first.

    A level that was taken away is '', which the caller tells from None, no change. That a risk came into being is no
    change of `deleted`.
    """
    return db.all(
        "SELECT at, record, CASE WHEN json_type(patch, '$.current') IS NOT NULL "
        "THEN coalesce(json_extract(patch, '$.current[1].level'), '') END, json_extract(patch, '$.status[1]'), "
        "CASE WHEN json_type(patch, '$.deleted[0]') <> 'null' THEN json_extract(patch, '$.deleted[1]') END "
        "FROM change WHERE kind = 'risk' ORDER BY n"
    )
