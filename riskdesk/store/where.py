"""The conditions of a query, each answered from an index alone where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from riskdesk.domain.record import REFERS_TO_MANY
from riskdesk.store.connection import Connection
from riskdesk.store.order import different, is_indexed, known

if TYPE_CHECKING:
    from riskdesk.store.query import Condition


_FEW = 20_000
_DIFFERENT = 500
"""Of a field with more different values it is not asked which ones were not chosen."""


@dataclass
class Among:
    """Row numbers that fulfil some conditions: those in `only` (None: all there are) but for those in `but`.

    Of conditions that most records fulfil it is quicker to know the others.
    """

    only: set[int] | None = None
    but: set[int] = field(default_factory=set)

    def keep(self, numbers: Iterable[int]) -> None:
        """Leave only what is among `numbers`, too."""
        self.only = set(numbers) if self.only is None else self.only.intersection(numbers)

    def drop(self, numbers: Iterable[int]) -> None:
        """Leave out `numbers`."""
        self.but.update(numbers)

    def settled(self) -> Among:
        """The same with one of both sets empty."""
        return self if self.only is None or not self.but else Among(self.only - self.but)

    @property
    def sql(self) -> str:
        """The same as a condition of SQL, with `values`."""
        if self.only is None and not self.but:
            return "deleted = 0"
        return f"deleted = 0 AND n {'NOT IN' if self.only is None else 'IN'} (SELECT value FROM json_each(?))"

    @property
    def values(self) -> list[Any]:
        """The values of `sql`."""
        held = self.but if self.only is None else self.only
        return [str(list(held))] if held or self.only is not None else []

    def within(self, numbers: list[int]) -> list[int]:
        """Those of `numbers` that are among them, in their order."""
        if self.only is not None:
            only = self.only
            return [n for n in numbers if n in only]
        but = self.but
        return [n for n in numbers if n not in but] if but else numbers

    def count(self, numbers: Sequence[int]) -> int:
        """How many of `numbers` are among them."""
        # A set of those that are would take three times as long to make.
        if self.only is not None:
            return sum(map(self.only.__contains__, numbers))
        return len(numbers) - sum(map(self.but.__contains__, numbers))


@dataclass(frozen=True)
class _Part:
    """A condition as SQL, and whether an index answers it alone."""

    field: str
    sql: str
    values: Sequence[Any]
    quick: bool
    chosen: Sequence[Any] | None = None
    """What 'in' asks for."""


class Where:
    """The conditions as SQL over the table of a kind, and as sets of row numbers.

    One condition on an indexed column costs a walk along that index; several of them together in one statement cost a
    look into every row, which takes ten times as long on 100,000 records. So sets are made of each and intersected.
    """

    def __init__(self, db: Connection, kind: str, conditions: Iterable[Condition]) -> None:
        self.db, self.kind = db, kind
        self._parts: list[_Part] = []
        self.finds_nothing = False
        for condition in conditions:
            self._add(condition)

    @property
    def sql(self) -> str:
        """All conditions in one."""
        return " AND ".join(["deleted = 0", *(part.sql for part in self._parts)])

    @property
    def values(self) -> list[Any]:
        """The values of `sql`."""
        return [value for part in self._parts for value in part.values]

    def among(self) -> Among:
        """The row numbers that fulfil all conditions."""
        found = Among()
        for part in self._parts:
            if part.quick:
                self._look(part, found)
        slow = [part for part in self._parts if not part.quick]
        if slow and found.only != set():
            # These look into the rows: into those that are left, if they are few, else into all.
            few = found.only is not None and len(found.only) <= _FEW
            sql, values = " AND ".join(part.sql for part in slow), [value for part in slow for value in part.values]
            if few:
                sql, values = f"{sql} AND n IN (SELECT value FROM json_each(?))", [*values, str(list(found.only or ()))]
            found.keep(self._numbers(sql, values))
        return found.settled()

    def _look(self, part: _Part, found: Among) -> None:
        if part.chosen is not None and (others := self._others(part.field, part.chosen)) is not None:
            found.drop(others)
        else:
            found.keep(self._numbers(part.sql, part.values))

    def _others(self, field: str, chosen: Sequence[Any]) -> list[int] | None:
        """What holds none of the values `chosen`, where these are few records: None where they are most."""
        values = different(self.db, self.kind, field, _DIFFERENT)
        if values is None:
            return None
        left = [value for value in values if value not in chosen]
        sql, held = _in(field, left)
        table = f'"{self.kind}" WHERE deleted = 0'
        nothing = [] if None in chosen else self.db.numbers(f"SELECT n FROM {table} AND {field} IS NULL")
        others = self.db.all(f"SELECT count(*) FROM {table} AND {sql}", held)[0][0] + len(nothing)
        if others > self.db.all(f"SELECT count(*) FROM {table}")[0][0] // 2:
            return None
        return nothing + self._numbers(sql, held)

    def _numbers(self, sql: str, values: Sequence[Any]) -> list[int]:
        return self.db.numbers(f'SELECT n FROM "{self.kind}" WHERE deleted = 0 AND {sql}', values)

    def _add(self, condition: Condition) -> None:
        field, value = known(self.db, self.kind, condition.field), condition.value
        chosen: tuple[Any, ...] | None = None
        match condition.operator:
            case "in" | "not in":
                sql, values = _among(field, condition.operator, tuple(value))
                self.finds_nothing |= condition.operator == "in" and not value
                chosen = tuple(value) if condition.operator == "in" else None
            case "filled" if self.db.columns(self.kind)[field] == "TEXT":
                sql, values = f"{field} > '' AND {field} <> '[]'", []
            case "filled":
                sql, values = f"{field} IS NOT NULL", []
            case "filled by":
                sql, values = f"{field} > '' AND ({field} < ? OR {field} > ':')", [value]
            case "empty":
                # An index is walked for each of them; for an OR SQLite would rather look into every row.
                nothing = f'SELECT n FROM "{self.kind}" WHERE deleted = 0 AND {field}'
                sql, values = f"n IN ({nothing} IS NULL UNION ALL {nothing} IN ('', '[]'))", []
            case "has" if field.endswith(REFERS_TO_MANY):
                sql = "id IN (SELECT src FROM link WHERE dst = ? AND kind = ? AND field = ?)"
                values = [value, self.kind, field]
            case "has" | "months":
                # Few different lists stand in many rows: look into each of them once.
                distinct = f'SELECT DISTINCT {field} v FROM "{self.kind}" WHERE deleted = 0'
                sql, values = _in("value", list(value) if condition.operator == "months" else [value])
                holds = f"EXISTS (SELECT 1 FROM json_each(d.v) WHERE {sql})"
                sql = f"{field} IN (SELECT v FROM ({distinct}) d WHERE {holds})"
            case "at":
                pairs = "SELECT value ->> '$[0]', value ->> '$[1]' FROM json_each(?)"
                sql, values = f"(site_id, {field}) IN ({pairs})", [json.dumps(value)]
            case "<" | "<=" | ">" | ">=":
                sql, values = f"{field} {condition.operator} ?", [value]
            case _:
                raise ValueError(f"no such operator: {condition.operator}")
        indexed = is_indexed(self.db, self.kind, field)
        self._parts.append(
            _Part(field, sql, values, condition.operator == "has" or indexed, chosen if indexed else None)
        )


def _among(field: str, operator: str, values: tuple[Any, ...]) -> tuple[str, list[Any]]:
    sql, given = _in(field, [value for value in values if value is not None], operator)
    if None in values:
        sql = f"({field} IS NULL OR {sql})" if operator == "in" else f"({field} IS NOT NULL AND {sql})"
    elif operator == "not in":
        sql = f"({field} IS NULL OR {sql})"
    return sql, given


def _in(field: str, values: list[Any], operator: str = "in") -> tuple[str, list[Any]]:
    return f"{field} {operator.upper()} ({', '.join('?' * len(values))})", values
