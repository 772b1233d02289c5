"""What the store keeps beside a record to find it: links both ways, the search index, the name it is sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.store.changes import Patch
from riskdesk.store.codec import from_column, silent_keys
from riskdesk.store.connection import Busy, Connection, DiskFails, ReadOnly
from riskdesk.store.search import index_text, initials, texts

SORTED_BY_NAME = frozenset({"person", "site", "department", "body"})
NOT_SEARCHED = frozenset({"log_entry"})
"""Kinds that have searchable fields and no index: the log of an incident is read whole."""

LINK = "INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)"
LATER = "INSERT OR IGNORE INTO unindexed VALUES (?, ?)"
AT_ONCE = 64
"""Fewer records than this are indexed when somebody next searches: indexing one costs as much as all the rest of
saving it."""
LATER_ON = 2000
"""More records than this are indexed in portions after the transaction that saves them; what lies between, in it.

Which ones wait is kept in the same transaction as the record, so that none is ever forgotten. They are searched
otherwise meanwhile: see `waiting`.
"""
PORTION = 400
"""Records indexed in one transaction while others wait to write; it takes some 30 ms."""


@cache
def searched(kind: str) -> tuple[str, ...]:
    """The fields that the search index of a kind holds, the title first; empty for a kind without one."""
    return () if kind in NOT_SEARCHED else KINDS[kind].SEARCHED


def links(kind: str, values: dict[str, Any], fields: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """Rows of the link table for where the reference `fields` of a record point."""
    id = values["id"]
    return [link for field in fields if values[field] for link in _links(kind, id, field, values[field])]


def _links(kind: str, id: str, field: str, held: str | Sequence[str]) -> list[tuple[str, str, str, str]]:
    return [(id, field, target, kind) for target in ((held,) if isinstance(held, str) else held) if target]


def insert_text(kind: str) -> str:
    """The statement that indexes a record; it takes the row number and what `document` returns."""
    return f'INSERT INTO "{kind}_fts" (rowid, title, body, initials) VALUES (?, ?, ?, ?)'


def document(kind: str, values: dict[str, Any]) -> tuple[str, str, str]:
    """Title, body and initials of a record as the index stores them."""
    title_field, *others = searched(kind)
    title, silent = str(values[title_field] or ""), silent_keys(kind)
    body = " ".join(text for field in others if values[field] for text in texts(values[field], silent))
    return index_text(title), index_text(body), initials(title)


def update(db: Connection, kind: str, edits: Sequence[tuple[dict[str, Any], Patch]]) -> bool:
    """Bring links and sort names in line with patches over stored rows; returns whether some are to be indexed anew.

    Which ones is noted in the file.
    """
    for field in references(KINDS[kind]):
        changed = [(row["id"], *patch[field]) for row, patch in edits if field in patch]
        if changed:
            db.many("DELETE FROM link WHERE src = ? AND field = ?", [(id, field) for id, old, _ in changed if old])
            db.many(LINK, [link for id, _, new in changed for link in _links(kind, id, field, new)])
    fields = searched(kind)
    if not fields:
        return False
    wanted = {"deleted", *fields}
    texts = [(row["n"], patch) for row, patch in edits if not wanted.isdisjoint(patch)]
    if not texts:
        return False
    db.many(LATER, [(kind, n) for n, _ in texts])
    if kind in SORTED_BY_NAME:
        title = fields[0]
        named = [(sort_name(kind, patch[title][1]), n) for n, patch in texts if title in patch]
        db.many(f'UPDATE "{kind}" SET sort_name = ? WHERE n = ?', named)
    return True


def waiting(db: Connection, kind: str) -> int:
    """How many records of a kind are not indexed as they are now."""
    return int(db.all("SELECT count(*) FROM unindexed WHERE kind = ?", (kind,))[0][0]) if searched(kind) else 0


def catch_up(db: Connection, kind: str, more_than: int = 0, up_to: int | None = None) -> None:
    """Index what was saved since, if it is more than so many records and no more than so many.

    The trash is not searched. Inside a transaction only where that writes: one that has only read so far could not
    wait for others to finish.
    """
    count = waiting(db, kind)
    if count <= more_than or (up_to is not None and count > up_to):
        return
    if db.raw.in_transaction:
        _catch_up(db, kind, count)
        return
    # A search must not wait for another program's long task, nor for room on the disk.
    with suppress(Busy, ReadOnly, DiskFails), db.transaction(wait=False):
        _catch_up(db, kind, count)


_MANY_WAIT = "SELECT kind FROM unindexed GROUP BY kind HAVING count(*) > ? LIMIT 1"


def wait_in_number(db: Connection) -> bool:
    """Whether of some kind more records wait than one would leave to the next search."""
    return db.one(_MANY_WAIT, (AT_ONCE,)) is not None


def next_portion(db: Connection) -> bool:
    """Index some of what waits, in a transaction of its own; returns whether there was any worth it."""
    with db.transaction():
        row = db.one(_MANY_WAIT, (AT_ONCE,))
        if row is not None:
            _catch_up(db, row[0], PORTION)
    return row is not None


def _catch_up(db: Connection, kind: str, most: int) -> None:
    fields = searched(kind)
    numbers = db.all("SELECT n FROM unindexed WHERE kind = ? ORDER BY n LIMIT ?", (kind, most))
    if not numbers:
        return
    last = numbers[-1][0]
    db.many(f'DELETE FROM "{kind}_fts" WHERE rowid = ?', numbers)
    rows = db.all(
        f'SELECT n, {", ".join(fields)} FROM "{kind}" '
        "WHERE n IN (SELECT n FROM unindexed WHERE kind = ? AND n <= ?) AND deleted = 0",
        (kind, last),
    )
    db.many(insert_text(kind), ((n, *document(kind, texts_of(kind, held))) for n, *held in rows))
    db.run("DELETE FROM unindexed WHERE kind = ? AND n <= ?", (kind, last))


def texts_of(kind: str, held: Sequence[Any]) -> dict[str, Any]:
    """The searched fields of a record, given as its columns hold them."""
    return {field: from_column(kind, field, value) for field, value in zip(searched(kind), held, strict=True)}


def sort_name(kind: str, name: str) -> str:
    """The pinyin by which Chinese names are sorted; empty for kinds that are not sorted by name."""
    if kind not in SORTED_BY_NAME:
        return ""
    from pypinyin import Style, lazy_pinyin

    return " ".join(lazy_pinyin(name, style=Style.NORMAL)).casefold() + " " + name
