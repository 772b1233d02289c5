"""Which record stands in which row of a table: all in a row, or in groups that are read when they come into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import MONTH, Condition

Label = Callable[[Desk, Any], str]


@dataclass(frozen=True)
class Grouping:
    """Group by the column `key`: `field` is what is counted, `label` the words for one of its values.

    A field that holds a day may be grouped `by_month`: its values are then months such as `2026-11`. `order` gives the
    sort key of a value; without it groups come by their words, the empty one last.
    """

    key: str
    field: str
    label: Label
    order: Callable[[Desk, Any], Any] | None = None
    by_month: bool = False

    @property
    def counted(self) -> str:
        """What the store counts by."""
        return self.field + MONTH if self.by_month else self.field

    def value_of(self, row: Mapping[str, Any]) -> str:
        """The value of the group in which a row stands."""
        value = str(row[self.field] or "")
        return value[:7] if self.by_month else value

    def where(self, value: str) -> tuple[Condition, ...]:
        """What holds for the records of a group."""
        if not value:
            return (Condition(self.field, "empty"),)
        if self.by_month:
            # Days are text in the store: none of them comes after the 31st.
            return (Condition(self.field, ">=", f"{value}-01"), Condition(self.field, "<=", f"{value}-31"))
        return (Condition(self.field, "in", (value,)),)


def named(nothing: str) -> Label:
    """Words for an id: the name of what it stands for, or `nothing`, a source text."""
    return lambda desk, value: desk.name(value) or tr(nothing)


@dataclass
class Head:
    """The head of a group."""

    value: str
    words: str
    count: int
    opened: bool
    numbers: Sequence[int] | None = None
    """Row numbers of its records, once they were asked for."""


class Flat:
    """All records that a query finds, in its order."""

    def __init__(self, desk: Desk, kind: str, query: Query) -> None:
        self.numbers = desk.ns(kind, query)
        self.total = len(self.numbers)

    def __len__(self) -> int:
        return self.total

    def at(self, row: int) -> int | Head:
        """The row number in the store of a row of the table, or the head of a group."""
        return self.numbers[row]

    def row_of(self, n: int) -> int:
        """The row that shows row number `n`, -1 for none."""
        try:
            return self.numbers.index(n)
        except ValueError:
            return -1

    def stands_like(self, other: Order) -> bool:
        """Whether another order holds the same records in the same rows."""
        return isinstance(other, Flat) and self.numbers == other.numbers


class Grouped:
    """Groups with their counts; only a group that is open and in sight is read."""

    def __init__(self, desk: Desk, kind: str, query: Query, grouping: Grouping, is_open: Callable[[str], bool]) -> None:
        self._desk, self._kind, self._query, self.grouping = desk, kind, query, grouping
        counted: dict[str, int] = {}
        for value, count in desk.store.count_by(kind, grouping.counted, query).items():
            counted[value or ""] = counted.get(value or "", 0) + count
        heads = [Head(v, grouping.label(desk, v), count, is_open(v)) for v, count in counted.items()]
        target = references(KINDS[kind]).get(grouping.field)
        self._pinyin = desk.store.names(target, "sort_name") if target else {}
        self.heads = sorted(heads, key=self._place)
        self.total = sum(counted.values())
        self._measure()

    def _place(self, head: Head) -> Any:
        if self.grouping.order is not None:
            return self.grouping.order(self._desk, head.value)
        return (not head.value, self._pinyin.get(head.value) or head.words)

    def _measure(self) -> None:
        self._ends = list(accumulate(1 + (head.count if head.opened else 0) for head in self.heads))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def first_row(self, group: int) -> int:
        """The row of the head of a group."""
        return self._ends[group - 1] if group else 0

    def at(self, row: int) -> int | Head:
        """The row number in the store of a row of the table, or the head of a group."""
        group = bisect_right(self._ends, row)
        head, place = self.heads[group], row - self.first_row(group)
        if place == 0:
            return head
        numbers = self._read(head)
        # Fewer than were counted only for the moment between somebody else's change and its notice.
        return numbers[place - 1] if place <= len(numbers) else -1

    def _read(self, head: Head) -> Sequence[int]:
        if head.numbers is None:
            head.numbers = self._desk.ns(self._kind, self.within(head))
        return head.numbers

    def within(self, head: Head) -> Query:
        """The query for the records of a group."""
        return replace(self._query, where=(*self._query.where, *self.grouping.where(head.value)))

    def row_of(self, n: int) -> int:
        """The row that shows row number `n`, -1 for none or while its group is closed."""
        rows = self._desk.rows(self._kind, [n])
        value = self.grouping.value_of(rows[0]) if rows else None
        for group, head in enumerate(self.heads):
            if head.value == value and head.opened:
                numbers = self._read(head)
                return self.first_row(group) + 1 + numbers.index(n) if n in numbers else -1
        return -1

    def group_at(self, row: int) -> int:
        """The group whose head stands in that row, -1 where a record stands."""
        group = bisect_right(self._ends, row)
        return group if self.first_row(group) == row else -1

    def turn(self, group: int, opened: bool) -> None:
        """Open or close a group."""
        self.heads[group].opened = opened
        self._measure()

    def stands_like(self, other: Order) -> bool:
        """Whether another order holds the same records in the same rows, as far as they were read here."""
        if not isinstance(other, Grouped) or other.grouping is not self.grouping:
            return False
        mine = [(head.value, head.count, head.opened) for head in self.heads]
        if mine != [(head.value, head.count, head.opened) for head in other.heads]:
            return False
        read = [(head, now) for head, now in zip(self.heads, other.heads, strict=True) if head.numbers is not None]
        return all(head.numbers == other._read(now) for head, now in read if head.opened)


Order = Flat | Grouped


def numbers_in(order: Order, rows: Iterable[int]) -> list[int]:
    """Row numbers in the store of the records that stand in these rows; heads are left out."""
    if isinstance(order, Flat):
        return [order.numbers[row] for row in rows]
    found = (order.at(row) for row in rows)
    return [number for number in found if isinstance(number, int) and number >= 0]


def records_in(order: Order, rows: Sequence[int]) -> int:
    """How many of these rows hold a record."""
    if isinstance(order, Flat):
        return len(rows)
    asked = set(rows)
    return len(rows) - sum(order.first_row(group) in asked for group in range(len(order.heads)))
