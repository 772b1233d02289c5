"""What a search finds and in which order: the best first, or where there are very many, titles and the newest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from riskdesk.store import index, waiting
from riskdesk.store.connection import Connection
from riskdesk.store.order import known
from riskdesk.store.search import match_expression, number_pattern

RANKED = 10_000
"""Ranking takes 2 ms for 1,000 hits. Of a word that half of all records hold, rank tells nothing anyway."""


def found(db: Connection, kind: str, text: str) -> set[int]:
    """Row numbers of what holds every word of `text`, or is numbered so."""
    numbers = {*_numbered(db, kind, text), *_matching(db, kind, match_expression(text))}
    return numbers.union(n for n, _ in waiting.hits(db, kind, text))


def ranked(db: Connection, kind: str, text: str) -> list[int]:
    """The same, the best first: what is numbered so, then by rank, in which a title counts ten times the rest."""
    expression = match_expression(text)
    first = _numbered(db, kind, text)
    matching = _matching(db, kind, expression)
    if len(matching) > RANKED:
        titles = _matching(db, kind, f"{{title initials}} : ({expression})")
        rest = list(dict.fromkeys(chain(reversed(titles), reversed(matching))))
    elif matching:
        rest = _indexed(db, kind, str(expression), f'bm25("{kind}_fts", 10.0, 1.0, 5.0), rowid DESC')
    else:
        rest = []
    late = waiting.hits(db, kind, text)
    rest = [*(n for n, in_title in late if in_title), *rest, *(n for n, in_title in late if not in_title)]
    return list(dict.fromkeys([*first, *rest])) if first else rest


def _numbered(db: Connection, kind: str, text: str) -> list[int]:
    pattern = number_pattern(text)
    if pattern is None:
        return []
    return db.numbers(f'SELECT n FROM "{kind}" WHERE deleted = 0 AND number LIKE ? ORDER BY number, n', (pattern,))


def _matching(db: Connection, kind: str, expression: str | None) -> Sequence[int]:
    known(db, kind, "number")
    if expression is None or not index.searched(kind):
        return []
    # The hits are asked for once for the list and once for each of the figures beside it.
    return db.kept(("matching", kind, expression), lambda: _indexed(db, kind, expression, "rowid"))


def _indexed(db: Connection, kind: str, expression: str, by: str) -> list[int]:
    """What the index holds of it, but not what waits to be indexed anew: of that it may hold words that are gone."""
    sql, values = f'SELECT rowid FROM "{kind}_fts" WHERE "{kind}_fts" MATCH ?', [expression]
    if index.waiting(db, kind):
        sql, values = f"{sql} AND rowid NOT IN (SELECT n FROM unindexed WHERE kind = ?)", [expression, kind]
    return db.numbers(f"{sql} ORDER BY {by}", values)
