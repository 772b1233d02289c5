"""The order of all records of a kind by one or several fields, from whole indexes and without looking into rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.domain.words import N_
from riskdesk.store.connection import Connection


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
    fitting = (name for name, columns in made.items() if wanted <= columns.keys())
    name = next(fitting, None) if wanted else None
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
    (field, descending), *less = sort
    if is_quick(db, kind, sort):
        return db.numbers(f'SELECT n FROM "{kind}" WHERE deleted = 0 ORDER BY {by(db, kind, sort)}')
    if not less:
        return [n for group in _groups(db, kind, field, descending) for n in group]
    numbers = ordered(db, kind, less)
    numbers.sort(key=_ranks(db, kind, field, descending).__getitem__)
    return numbers


def _groups(db: Connection, kind: str, field: str, descending: bool) -> list[list[int]]:
    """Row numbers by the record that a reference field names, in the order of their names; without one first."""
    names = {"": "", **_names(db, references(KINDS[kind])[field])}
    held = [row[0] for row in db.all(f'SELECT DISTINCT {field} FROM "{kind}" WHERE deleted = 0')]
    # What refers to a record that this file does not have is sorted like what refers to nothing.
    held.sort(key=lambda id: (names.get(id, ""), id), reverse=descending)
    way = " DESC" if descending else ""
    sql = f'SELECT n FROM "{kind}" WHERE deleted = 0 AND {field} = ? ORDER BY n{way}'
    return [db.numbers(sql, (id,)) for id in held]


def _names(db: Connection, kind: str) -> dict[str, str]:
    name = "sort_name" if KINDS[kind].LETTER == "" else KINDS[kind].SEARCHED[0]
    return dict(db.all(f'SELECT id, {name} FROM "{kind}"'))


def _ranks(db: Connection, kind: str, field: str, descending: bool) -> array[int]:
    """For each row number the place of its value among the values of the field; the same for the same value."""
    if is_plain(kind, field):
        numbers = ordered(db, kind, ((field, descending),))
        way = " DESC" if descending else ""
        sizes = db.numbers(f'SELECT count(*) FROM "{kind}" WHERE deleted = 0 GROUP BY {field} ORDER BY {field}{way}')
    else:
        groups = _groups(db, kind, field, descending)
        numbers, sizes = [n for group in groups for n in group], [len(group) for group in groups]
    ranks = array("l", bytes(8 * (max(numbers, default=0) + 1)))
    start = 0
    for rank, size in enumerate(sizes):
        for n in numbers[start : start + size]:
            ranks[n] = rank
        start += size
    return ranks
