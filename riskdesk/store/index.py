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
from riskdesk.store.connection import Busy, Connection, ReadOnly
from riskdesk.store.search import index_text, initials, texts

SORTED_BY_NAME = frozenset({"person", "site", "department", "body"})
NOT_SEARCHED = frozenset({"log_entry"})
"""Kinds that have searchable fields and no index: the log of an incident is read whole."""

LINK = "INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)"
LATER = "INSERT OR IGNORE INTO unindexed VALUES (?, ?)"
AT_ONCE = 64
"""More records than this are indexed in the transaction that saves them, fewer when somebody next searches.

Indexing one record costs as much as all the rest of saving it, and hardly more than that for many together. Which ones
wait is kept in the same transaction as the record, so that none is ever forgotten.
"""


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


def catch_up(db: Connection, kind: str, more_than: int = 0) -> None:
    """Index what was saved since, if it is more than so many records. The trash is not searched.

    Inside a transaction only where that writes: one that has only read so far could not wait for others to finish.
    """
    if not searched(kind):
        return
    if db.all("SELECT count(*) FROM unindexed WHERE kind = ?", (kind,))[0][0] <= more_than:
        return
    if db.raw.in_transaction:
        _catch_up(db, kind)
        return
    # A search must not wait for another program's long task; it finds what was indexed, and the next one the rest.
    with suppress(Busy, ReadOnly), db.transaction(wait=False):
        _catch_up(db, kind)


def _catch_up(db: Connection, kind: str) -> None:
    fields = searched(kind)
    numbers = db.all("SELECT n FROM unindexed WHERE kind = ?", (kind,))
    db.many(f'DELETE FROM "{kind}_fts" WHERE rowid = ?', numbers)
    rows = db.named(
        f'SELECT n, {", ".join(fields)} FROM "{kind}" '
        "WHERE n IN (SELECT n FROM unindexed WHERE kind = ?) AND deleted = 0",
        (kind,),
    )
    texts = ((row["n"], *document(kind, {f: from_column(kind, f, row[f]) for f in fields})) for row in rows)
    db.many(insert_text(kind), texts)
    db.run("DELETE FROM unindexed WHERE kind = ?", (kind,))


def sort_name(kind: str, name: str) -> str:
    """The pinyin by which Chinese names are sorted; empty for kinds that are not sorted by name."""
    if kind not in SORTED_BY_NAME:
        return ""
    from pypinyin import Style, lazy_pinyin

    return " ".join(lazy_pinyin(name, style=Style.NORMAL)).casefold() + " " + name
