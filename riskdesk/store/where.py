"""The conditions of a query, each answered from an index alone where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.store.connection import Connection
from riskdesk.store.order import is_indexed, known

if TYPE_CHECKING:
    from riskdesk.store.query import Condition


_FEW = 20_000


class Where:
    """The conditions as SQL over the table of a kind, and as sets of row numbers.

    One condition on an indexed column costs a walk along that index; several of them together in one statement cost a
    look into every row, which takes ten times as long on 100,000 records. So sets are made of each and intersected.
    """

    def __init__(self, db: Connection, kind: str, conditions: Iterable[Condition]) -> None:
        self.db, self.kind = db, kind
        self._parts: list[tuple[str, list[Any], bool]] = []
        self.finds_nothing = False
        for condition in conditions:
            self._add(condition)

    @property
    def sql(self) -> str:
        """All conditions in one."""
        return " AND ".join(["deleted = 0", *(sql for sql, _, _ in self._parts)])

    @property
    def values(self) -> list[Any]:
        """The values of `sql`."""
        return [value for _, values, _ in self._parts for value in values]

    def allowed(self) -> set[int] | None:
        """The row numbers that fulfil all conditions; None for no conditions."""
        found: set[int] | None = None
        slow = [part for part in self._parts if not part[2]]
        for sql, values, _ in [part for part in self._parts if part[2]]:
            numbers = self._numbers(sql, values)
            found = set(numbers) if found is None else found.intersection(numbers)
        if slow and found != set():
            # These look into the rows: into those that are left, if they are few, else into all.
            few = found is not None and len(found) <= _FEW
            sql, values = " AND ".join(part[0] for part in slow), [value for part in slow for value in part[1]]
            if few:
                sql, values = f"{sql} AND n IN (SELECT value FROM json_each(?))", [*values, str(list(found or ()))]
            numbers = self._numbers(sql, values)
            found = set(numbers) if found is None else found.intersection(numbers)
        return found

    def _numbers(self, sql: str, values: Sequence[Any]) -> list[int]:
        return self.db.numbers(f'SELECT n FROM "{self.kind}" WHERE deleted = 0 AND {sql}', values)

    def _add(self, condition: Condition) -> None:
        field, value = known(self.db, self.kind, condition.field), condition.value
        match condition.operator:
            case "in" | "not in":
                sql, values = _among(field, condition.operator, tuple(value))
                self.finds_nothing |= condition.operator == "in" and not value
            case "filled" if self.db.columns(self.kind)[field] == "TEXT":
                sql, values = f"{field} > '' AND {field} <> '[]'", []
            case "filled":
                sql, values = f"{field} IS NOT NULL", []
            case "empty":
                sql, values = f"({field} IS NULL OR {field} IN ('', '[]'))", []
            case "has" if field in references(KINDS[self.kind]):
                sql = "id IN (SELECT src FROM link WHERE dst = ? AND kind = ? AND field = ?)"
                values = [value, self.kind, field]
            case "has" | "month":
                # Few different lists stand in many rows: look into each of them once.
                distinct = f'SELECT DISTINCT {field} v FROM "{self.kind}" WHERE deleted = 0'
                holds = "EXISTS (SELECT 1 FROM json_each(d.v) WHERE value = ?)"
                sql = f"{field} IN (SELECT v FROM ({distinct}) d WHERE {holds})"
                values = [value]
            case "<" | "<=" | ">" | ">=":
                sql, values = f"{field} {condition.operator} ?", [value]
            case _:
                raise ValueError(f"no such operator: {condition.operator}")
        self._parts.append((sql, values, condition.operator == "has" or is_indexed(self.db, self.kind, field)))


def _among(field: str, operator: str, values: tuple[Any, ...]) -> tuple[str, list[Any]]:
    given = [value for value in values if value is not None]
    sql = f"{field} {operator.upper()} ({', '.join('?' * len(given))})"
    if None in values:
        sql = f"({field} IS NULL OR {sql})" if operator == "in" else f"({field} IS NOT NULL AND {sql})"
    elif operator == "not in":
        sql = f"({field} IS NULL OR {sql})"
    return sql, given
