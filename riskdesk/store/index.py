"""What the store keeps beside a record to find it: links both ways, the search index, the name it is sorted by."""

from __future__ import annotations

from typing import Any

import sqlite_utils

from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import references
from riskdesk.store.changes import Patch
from riskdesk.store.codec import from_column
from riskdesk.store.search import index_text, initials, texts

SORTED_BY_NAME = frozenset({"person", "site", "department", "body"})


def add_links(db: sqlite_utils.Database, kind: str, values: dict[str, Any], fields: tuple[str, ...]) -> None:
    """Enter where the reference `fields` of a record point."""
    for field in fields:
        value = values[field]
        for target in [value] if isinstance(value, str) else value:
            if target:
                db.execute("INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)", [values["id"], field, target, kind])


def document(kind: str, values: dict[str, Any]) -> tuple[str, str, str]:
    """Title, body and initials of a record as the index stores them."""
    title_field, *others = KINDS[kind].SEARCHED
    title = str(values[title_field] or "")
    body = " ".join(text for field in others for text in texts(values[field]))
    number = str(values.get("number") or "")
    return index_text(f"{number} {title}"), index_text(body), initials(title).casefold()


def add_text(db: sqlite_utils.Database, kind: str, n: int, values: dict[str, Any]) -> None:
    """Index a new record."""
    if KINDS[kind].SEARCHED and kind != "log_entry":
        db.execute(
            f'INSERT INTO "{kind}_fts" (rowid, title, body, initials) VALUES (?, ?, ?, ?)',
            [n, *document(kind, values)],
        )


def update(db: sqlite_utils.Database, kind: str, row: dict[str, Any], patch: Patch) -> None:
    """Bring links, search index and sort name in line with `patch` over the stored `row`."""
    cls = KINDS[kind]
    fields = tuple(field for field in references(cls) if field in patch)
    searched = not set(cls.SEARCHED).isdisjoint(patch) and kind != "log_entry"
    if not fields and not searched:
        return
    values = {field: from_column(kind, field, row[field]) for field in (*cls.SEARCHED, *references(cls))}
    values |= {field: new for field, (_, new) in patch.items()} | {"id": row["id"], "number": row["number"]}
    for field in fields:
        db.execute("DELETE FROM link WHERE src = ? AND field = ?", [row["id"], field])
    add_links(db, kind, values, fields)
    if searched:
        db.execute(f'DELETE FROM "{kind}_fts" WHERE rowid = ?', [row["n"]])
        add_text(db, kind, row["n"], values)
        if kind in SORTED_BY_NAME:
            db.execute(f'UPDATE "{kind}" SET sort_name = ? WHERE n = ?', [sort_name(kind, values), row["n"]])


def sort_name(kind: str, values: dict[str, Any]) -> str:
    """The pinyin by which Chinese names are sorted; empty for kinds that are not sorted by name."""
    if kind not in SORTED_BY_NAME:
        return ""
    from pypinyin import Style, lazy_pinyin

    name = str(values[KINDS[kind].SEARCHED[0]])
    return " ".join(lazy_pinyin(name, style=Style.NORMAL)).casefold() + " " + name
