"""The order of all records of a kind by one or several fields, from whole indexes and without looking into rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

from pydantic_core import to_json

from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.domain.words import N_
from riskdesk.store.connection import Connection

_MANY = 2000
"""With more different values than this, most of them are taken to stand only once or a few times."""


def known(db: Connection, kind: str, field: str) -> str:
    """`field`, if the table of the kind has a column of that name. Raises `NotFound`."""
    if kind not in KINDS or field not in db.columns(kind):
        raise NotFound(N_("{kind} has no field {field}."), kind=kind, field=field)
    return field


def is_plain(kind: str, field: str) -> bool:
    """Whether a field sorts by what it holds; one that refers to another record sorts by that one's name."""
    return field not in references(KINDS[kind])


def is_indexed(db: Connection, kind: str, *fields: str) -> bool:
    """Whether an index begins with these fields."""
    return any(tuple(columns)[: len(fields)] == fields for columns in db.indexes(kind).values())


def covering(db: Connection, kind: str, fields: Iterable[str]) -> str:
    """`INDEXED BY ...` for an index that holds all these fields, '' for none: SQLite's own choice is often another."""
    wanted = set(fields)
    made = {name: columns for name, columns in db.indexes(kind).items() if not name.startswith("sqlite_")}
    fitting = [name for name, columns in made.items() if wanted <= columns.keys()] if wanted else []
    # Where the first of its columns is one of them, their values stand together.
    name = min(fitting, key=lambda name: (next(iter(made[name])) not in wanted, len(made[name])), default=None)
    return f'INDEXED BY "{name}"' if name else ""


def is_quick(db: Connection, kind: str, sort: Sequence[tuple[str, bool]]) -> bool:
    """Whether SQLite finds this order in one index, or has only one column to sort by."""
    fields = [known(db, kind, field) for field, _ in sort]
    return all(is_plain(kind, field) for field in fields) and (len(fields) == 1 or is_indexed(db, kind, *fields))


def by(db: Connection, kind: str, sort: Sequence[tuple[str, bool]]) -> str:
    """The ORDER BY of (field, descending) pairs; what is alike stands in the order of its making.

    Where the index of the only field goes on with other fields, those decide first: it is in that order already.
    """
    field, descending = sort[-1]
    keys = [*sort, ("n", descending)]
    beginning = [columns for columns in db.indexes(kind).values() if next(iter(columns), "") == field]
    if len(sort) == 1 and beginning and all(len(columns) > 1 for columns in beginning):
        columns = beginning[0]
        turned = columns[field] != descending
        keys = [*((name, way != turned) for name, way in columns.items()), ("n", turned)]
    return ", ".join(f"{name}{' DESC' if down else ''}" for name, down in keys)


def ordered(db: Connection, kind: str, sort: Sequence[tuple[str, bool]]) -> list[int]:
    """Row numbers of every record that is not deleted, by (field, descending) pairs, the first counting most."""
    # Whoever chooses one filter after another asks for the same order each time.
    return db.kept(("order", kind, *sort), lambda: _ordered(db, kind, sort))


def _ordered(db: Connection, kind: str, sort: Sequence[tuple[str, bool]]) -> list[int]:
    (field, descending), *less = sort
    if is_quick(db, kind, sort):
        return db.numbers(f'SELECT n FROM "{kind}" WHERE deleted = 0 ORDER BY {by(db, kind, sort)}')
    if not less:
        return list(chain.from_iterable(_groups(db, kind, field, descending)))
    if is_plain(kind, field) and different(db, kind, field, _MANY) is None:
        return _in_runs(db, kind, field, descending, less)
    return _in_boxes(_groups(db, kind, field, descending), ordered(db, kind, less))


def different(db: Connection, kind: str, field: str, most: int) -> list[Any] | None:
    """The different values of a field, or None for more than `most`; from its index, without walking along it."""
    least = f'SELECT min({field}) FROM "{kind}" WHERE deleted = 0'
    found = db.all(
        f"WITH RECURSIVE v (value) AS ({least} UNION ALL "
        f"SELECT ({least} AND {field} > v.value) FROM v WHERE v.value IS NOT NULL LIMIT {most + 2}) SELECT value FROM v"
    )
    return None if len(found) > most + 1 else [value for (value,) in found if value is not None]


def _groups(db: Connection, kind: str, field: str, descending: bool) -> list[list[int]]:
    """Row numbers by the value of a field, in its order; of a reference, by the names of what it refers to."""
    table = f'"{kind}" WHERE deleted = 0'
    sizes = db.all(f"SELECT {field}, count(*) FROM {table} GROUP BY {field} ORDER BY {field}")
    groups = _cut(db.numbers(f"SELECT n FROM {table} ORDER BY {field}, n"), [size for _, size in sizes])
    if not is_plain(kind, field):
        # What refers to a record that this file does not have is sorted like what refers to nothing, first.
        names = {"": "", **_names(db, references(KINDS[kind])[field])}
        held = [id for id, _ in sizes]
        groups = [groups[place] for place in sorted(range(len(held)), key=lambda n: (names.get(held[n], ""), held[n]))]
    return [group[::-1] for group in reversed(groups)] if descending else groups


def _cut(numbers: list[int], sizes: Iterable[int]) -> list[list[int]]:
    """`numbers` in pieces of these sizes."""
    ends = list(accumulate(sizes, initial=0))
    return [numbers[start:end] for start, end in pairwise(ends)]


def _names(db: Connection, kind: str) -> dict[str, str]:
    name = "sort_name" if KINDS[kind].LETTER == "" else KINDS[kind].SEARCHED[0]
    return dict(db.all(f'SELECT id, {name} FROM "{kind}"'))


def _in_boxes(groups: Sequence[list[int]], numbers: Sequence[int]) -> list[int]:
    """`numbers` by the group that they belong to, those of one group left in their order."""
    boxes: list[list[int]] = [[] for _ in groups]
    # A list takes a fifth of the time of a dict.
    puts: list[Any] = [None] * (max(numbers, default=0) + 1)
    for group, box in zip(groups, boxes, strict=True):
        put = box.append
        for n in group:
            puts[n] = put
    for n in numbers:
        puts[n](n)
    return list(chain.from_iterable(boxes))


def _in_runs(
    db: Connection, kind: str, field: str, descending: bool, less: Sequence[tuple[str, bool]]
) -> list[int]:  # fmt: skip
    """All by `field`, of which most values stand only once; only runs of the same one are put into the order `less`."""
    found = ordered(db, kind, ((field, descending),))
    table, way = f'"{kind}" WHERE deleted = 0', " DESC" if descending else ""
    runs = db.all(f"SELECT {field}, count(*) FROM {table} GROUP BY {field} HAVING count(*) > 1 ORDER BY {field}{way}")
    if not runs:
        return found
    values = [value for value, _ in runs]
    same = f"({field} IN (SELECT value FROM json_each(?)) {f'OR {field} IS NULL' if None in values else ''})"
    alike = db.numbers(f"SELECT n FROM {table} AND {same} ORDER BY {field}{way}, n", (to_json(values).decode(),))
    wanted = set(alike)
    groups = _cut(alike, [size for _, size in runs])
    turn = iter(_in_boxes(groups, [n for n in ordered(db, kind, less) if n in wanted]))
    return [next(turn) if n in wanted else n for n in found]
