"""Searching the records that are not indexed yet: looked through one by one, and found as the index finds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from riskdesk.store import index
from riskdesk.store.codec import silent_keys
from riskdesk.store.connection import Connection
from riskdesk.store.initials import initials
from riskdesk.store.search import PLAIN, fold, runs, texts

Hit = tuple[int, bool]
"""Row number, and whether every word stands in the title."""


def hits(db: Connection, kind: str, text: str) -> list[Hit]:
    """What waits to be indexed and holds every word of `text`, the newest first."""
    terms = [han or word for han, word in runs(fold(text))]
    if not terms or not index.waiting(db, kind):
        return []
    fields = index.searched(kind)
    conditions = [_may_hold(fields, term) for term in terms]
    rows = db.all(
        f'SELECT n, {", ".join(fields)} FROM "{kind}" WHERE n IN (SELECT n FROM unindexed WHERE kind = ?) '
        f"AND deleted = 0 AND {' AND '.join(sql for sql, _ in conditions)} ORDER BY n DESC",
        (kind, *(value for _, values in conditions for value in values)),
    )
    found = ((n, _holds(kind, terms, held)) for n, *held in rows)
    return [(n, in_title) for n, (everywhere, in_title) in found if everywhere]


def _may_hold(fields: Sequence[str], term: str) -> tuple[str, list[str]]:
    """SQL that is true for whatever holds a term: as it stands, or in characters that folding turns into others."""
    if term.isascii() and not term.isdigit():
        return "1", []  # they may be initials, which stand nowhere
    sql = " OR ".join(f"{field} LIKE ? OR {field} GLOB ?" for field in fields)
    return f"({sql})", [f"%{term}%", f"*[^{PLAIN}]*"] * len(fields)


def _holds(kind: str, terms: Sequence[str], held: Sequence[Any]) -> tuple[bool, bool]:
    """Whether the searched fields of a record, as its columns hold them, hold every term; whether the title does."""
    title, *others = index.texts_of(kind, held).values()
    silent = silent_keys(kind)
    in_title = _finder(title or "", initials(title or ""))
    if all(map(in_title, terms)):
        return True, True
    finders = [in_title, *(_finder(text, "") for other in others if other for text in texts(other, silent))]
    return all(any(finds(term) for finds in finders) for term in terms), False


def _finder(text: str, letters: str) -> Callable[[str], bool]:
    """Tells whether a text, or initials, hold a folded term: Han characters anywhere, a word from its beginning."""
    folded = fold(text)

    @cache
    def words() -> list[str]:
        return [*(word for _, word in runs(folded) if word), *letters.split()]

    def finds(term: str) -> bool:
        if term not in folded and not letters:
            return False
        return any(word.startswith(term) for word in words()) if _is_word(term) else term in folded

    return finds


def _is_word(term: str) -> bool:
    return bool(runs(term)[0][1])
