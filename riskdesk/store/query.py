"""Questions to the store: which records of a kind, in which order. Sorting and filtering happen in SQL only."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from riskdesk.store import hits, index, order
from riskdesk.store.codec import list_columns
from riskdesk.store.connection import Connection
from riskdesk.store.where import Where

Operator = Literal["in", "not in", "<", "<=", ">", ">=", "filled", "filled by", "empty", "has", "months", "at"]
_PAGE = 500
_FEW = 1000
"""Up to so many rows are asked of SQLite in their order; more are put together from whole indexes."""
_ROWS = 1000
"""Up to so many rows are looked into to count them; more are held against whole indexes."""


@dataclass(frozen=True)
class Condition:
    """`field operator value`.

    'in' and 'not in' take a tuple, in which None stands for no value; 'has' an id or value inside a list field;
    'months' a tuple of 1 to 12, one of which is in it; 'at' a tuple of (id of a site, value), the one with the other;
    'filled' and 'empty' nothing. 'filled by' takes a day (`2026-08-01`): a text that begins with
    a day counts only after that one. A comparison finds nothing where there is no value.
    """

    field: str
    operator: Operator
    value: Any = None


@dataclass(frozen=True)
class Query:
    """Text to search for, conditions that all hold, and the sort order as (field, descending) pairs.

    Without a sort order hits come by rank where there is text, else by number. A reference field sorts by the name
    of what it refers to, and what refers to nothing comes first.
    """

    text: str = ""
    where: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, bool], ...] = ()

    def with_condition(self, condition: Condition) -> Query:
        """This query with `condition` in place of any other on its field."""
        kept = tuple(c for c in self.where if c.field != condition.field)
        return replace(self, where=(*kept, condition))


ALL = Query()
"""Every record of a kind, by number."""
MONTH = ":month"
"""Behind the name of a field that holds a day: count by its month, told as `2026-11`."""


def ns(db: Connection, kind: str, query: Query, limit: int | None = None) -> array[int]:
    """The row numbers of the records that `query` finds, in its order. Raises `NotFound` for an unknown field."""
    text = query.text.strip()
    where = Where(db, kind, query.where)
    sort = query.sort or (("number", False),)
    if where.finds_nothing:
        return array("q")
    if text:
        index.catch_up(db, kind, up_to=index.LATER_ON)
    with db.snapshot():
        if limit is not None and limit <= _FEW and not text and order.is_quick(db, kind, sort):
            keys = order.by(db, kind, sort)
            sql = f'SELECT n FROM "{kind}" WHERE {where.sql} ORDER BY {keys} LIMIT ?'
            return array("q", db.numbers(sql, (*where.values, limit)))
        numbers = hits.ranked(db, kind, text) if text and not query.sort else order.ordered(db, kind, sort)
        among = where.among()
        if text and query.sort:
            among.keep(hits.found(db, kind, text))
    numbers = among.settled().within(numbers)
    return array("q", numbers if limit is None else numbers[:limit])


def count(db: Connection, kind: str, query: Query, by: Sequence[str] = ()) -> dict[tuple[Any, ...], int]:
    """How many records `query` finds, by the values of the fields `by`; `due:month` stands for the month of a day.

    The value of a field that is a list comes as a tuple of what it holds.
    """
    where = Where(db, kind, query.where)
    what = [_expression(db, kind, field) for field in by]
    fields = {field.removesuffix(MONTH) for field in by}
    covering = order.covering(db, kind, fields | {condition.field for condition in query.where})
    sql, values, text = where.sql, where.values, query.text.strip()
    lists = [place for place, field in enumerate(by) if field in list_columns(kind)]
    if where.finds_nothing:
        return {} if by else {(): 0}
    if text:
        index.catch_up(db, kind, up_to=index.LATER_ON)
    with db.snapshot():
        if text or (query.where and not covering):
            among = where.among()
            if text:
                among.keep(hits.found(db, kind, text))
                among = among.settled()
            covering = order.covering(db, kind, fields)
            if covering and (among.only is None or len(among.only) > _ROWS):
                source = f'"{kind}" {covering} WHERE deleted = 0'
                groups = db.kept(("groups", *what, source), lambda: db.groups(what, source))
                counted = {_listed(key, lists): among.count(numbers) for key, numbers in groups}
                return {key: count for key, count in counted.items() if count}
            sql, values = among.sql, among.values
        grouped = f"GROUP BY {', '.join(str(place + 1) for place in range(len(by)))}" if by else ""
        selected = ", ".join([*what, "count(*)"])
        rows = db.all(f'SELECT {selected} FROM "{kind}" {covering} WHERE {sql} {grouped}', values)
    return {_listed(row[:-1], lists): row[-1] for row in rows}


def rows(db: Connection, kind: str, numbers: Sequence[int], fields: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows with these row numbers, in the order given; one that is gone meanwhile is left out.

    `fields` names the columns that are read besides `n`; without it all are. `snapshot.chair` reads one key of a column
    that holds JSON: as JSON where it is a list, None where it is missing.
    """
    what = ", ".join(("n", *(_column(db, kind, field) for field in fields))) if fields else "*"
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(numbers), _PAGE):
        part = list(numbers[start : start + _PAGE])
        marks = ", ".join("?" * len(part))
        found |= {row["n"]: row for row in db.named(f'SELECT {what} FROM "{kind}" WHERE n IN ({marks})', part)}
    return [found[n] for n in numbers if n in found]


def neighbours(db: Connection, id: str, limit: int | None = None) -> list[tuple[str, str, str]]:
    """(kind, id, field) of every record that refers to `id` and is not deleted; the first `limit` of each kind."""
    found: list[tuple[str, str, str]] = []
    for (kind,) in db.all("SELECT DISTINCT kind FROM link WHERE dst = ? ORDER BY kind", (id,)):
        found += db.all(
            f'SELECT l.kind, l.src, l.field FROM link l JOIN "{kind}" r ON r.id = l.src '
            "WHERE l.dst = ? AND l.kind = ? AND r.deleted = 0 ORDER BY l.src LIMIT ?",
            (id, kind, -1 if limit is None else limit),
        )
    return found


def _listed(key: tuple[Any, ...], lists: Sequence[int]) -> tuple[Any, ...]:
    """The values of a group; of those at the places `lists` a tuple of what they hold."""
    if not lists:
        return key
    return tuple(tuple(json.loads(value)) if place in lists else value for place, value in enumerate(key))


def _column(db: Connection, kind: str, field: str) -> str:
    name, _, key = field.partition(".")
    column = order.known(db, kind, name)
    return f"json_extract({column}, '$.{key}') AS \"{field}\"" if key.isidentifier() else column


def _expression(db: Connection, kind: str, field: str) -> str:
    name = order.known(db, kind, field.removesuffix(MONTH))
    return f"substr({name}, 1, 7)" if field.endswith(MONTH) else name
