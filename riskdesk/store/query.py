"""Questions to the store: which records of a kind, in which order. Sorting and filtering happen in SQL only."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import sqlite_utils

from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.store.search import match_expression

Operator = Literal["in", "not in", "<", "<=", ">", ">=", "filled", "empty", "has", "month"]
_COMPARE = {"<", "<=", ">", ">="}


@dataclass(frozen=True)
class Condition:
    """`field operator value`. 'in' takes a tuple, 'has' an id or value inside a list field, 'month' 1 to 12 in it."""

    field: str
    operator: Operator
    value: Any = None


@dataclass(frozen=True)
class Query:
    """Text to search for, conditions that all hold, and the sort order as (field, descending) pairs.

    Without a sort order hits come by rank where there is text, else by number.
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


class Sql:
    """A SELECT over one kind under construction."""

    def __init__(self, db: sqlite_utils.Database, kind: str, query: Query) -> None:
        self.kind, self.query = kind, query
        self.columns = columns(db, kind)
        self.values: list[Any] = []
        self.where = ["r.deleted = 0"]
        self.source = f'"{kind}" r'
        self.order: list[str] = []
        self.empty = False
        self._text()
        for condition in query.where:
            self._condition(condition)
        self._sort()

    def _text(self) -> None:
        if not self.query.text.strip():
            return
        expression = match_expression(self.query.text)
        self.empty = expression is None
        self.source = f'"{self.kind}_fts" f CROSS JOIN "{self.kind}" r ON r.n = f.rowid'
        self.where.append(f'f."{self.kind}_fts" MATCH ?')
        self.values.append(expression)

    def _condition(self, condition: Condition) -> None:
        field = f"r.{self._known(condition.field)}"
        match condition.operator:
            case "in" | "not in":
                marks = ", ".join("?" * len(condition.value))
                self.where.append(f"{field} {condition.operator.upper()} ({marks})")
                self.values += list(condition.value)
            case "filled":
                self.where.append(f"coalesce({field}, '') NOT IN ('', '[]')")
            case "empty":
                self.where.append(f"coalesce({field}, '') IN ('', '[]')")
            case "has":
                self.where.append("r.id IN (SELECT src FROM link WHERE dst = ? AND field = ?)")
                self.values += [condition.value, condition.field]
            case "month":
                self.where.append(f"EXISTS (SELECT 1 FROM json_each({field}) WHERE value = ?)")
                self.values.append(condition.value)
            case operator if operator in _COMPARE:
                self.where.append(f"{field} {operator} ?")
                self.values.append(condition.value)

    def _sort(self) -> None:
        refs = references(KINDS[self.kind])
        for place, (field, descending) in enumerate(self.query.sort):
            way = "DESC" if descending else "ASC"
            if field in refs:
                alias = f"s{place}"
                # The named table outside: its order is taken over and nothing is sorted.
                outer = f"(SELECT id, sort_name FROM \"{refs[field]}\" UNION ALL SELECT '', '')"
                self.source = f"{outer} {alias} CROSS JOIN {self.source}" if place == 0 else self.source
                self.source += "" if place == 0 else f" LEFT JOIN {outer} {alias} ON {alias}.id = r.{field}"
                if place == 0:
                    self.where.append(f"r.{field} = {alias}.id")
                self.order.append(f"{alias}.sort_name {way}")
            else:
                self.order.append(f"r.{self._known(field)} {way}")
        if not self.query.sort:
            ranked = bool(self.query.text.strip())
            self.order.append(f'bm25("{self.kind}_fts", 10.0, 1.0, 5.0)' if ranked else "r.number")
        last_way = "DESC" if self.query.sort and self.query.sort[-1][1] else "ASC"
        self.order.append(f"r.n {last_way}")

    def _known(self, field: str) -> str:
        if field not in self.columns:
            raise KeyError(f"{self.kind} has no field {field}")
        return field

    def select(self, what: str, *, ordered: bool = True, limit: int | None = None) -> tuple[str, list[Any]]:
        """The statement and its values."""
        sql = f"SELECT {what} FROM {self.source} WHERE {' AND '.join(self.where)}"
        if ordered:
            sql += f" ORDER BY {', '.join(self.order)}"
        if limit is not None:
            sql += f" LIMIT {int(limit)}"
        return sql, self.values


def columns(db: sqlite_utils.Database, kind: str) -> frozenset[str]:
    """Every column of a kind's table, derived ones too."""
    cached: dict[str, frozenset[str]] = db.__dict__.setdefault("_riskdesk_columns", {})
    if kind not in cached:
        cached[kind] = frozenset(row[1] for row in db.execute(f'PRAGMA table_xinfo("{kind}")').fetchall())
    return cached[kind]


def ns(db: sqlite_utils.Database, kind: str, query: Query, limit: int | None = None) -> array[int]:
    """The row numbers of the records that `query` finds, in its order."""
    sql = Sql(db, kind, query)
    if sql.empty:
        return array("q")
    statement, values = sql.select("r.n", limit=limit)
    return array("q", (row[0] for row in db.execute(statement, values).fetchall()))


def count(db: sqlite_utils.Database, kind: str, query: Query, by: str | None = None) -> dict[Any, int]:
    """How many records `query` finds, by the values of field `by` (None: all under the key None)."""
    sql = Sql(db, kind, query)
    if sql.empty:
        return {}
    what = f"r.{sql._known(by)}, count(*)" if by else "NULL, count(*)"
    statement, values = sql.select(what, ordered=False)
    return dict(db.execute(f"{statement} GROUP BY 1", values).fetchall())


def rows(db: sqlite_utils.Database, kind: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The rows with these row numbers, in the order given; one that is gone meanwhile is left out."""
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(numbers), 500):
        part = list(numbers[start : start + 500])
        cursor = db.execute(f'SELECT * FROM "{kind}" WHERE n IN ({", ".join("?" * len(part))})', part)
        names = [column[0] for column in cursor.description]
        found.update((row[0], dict(zip(names, row, strict=True))) for row in cursor.fetchall())
    return [found[n] for n in numbers if n in found]
