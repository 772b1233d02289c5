"""A write: everything one verb changes, in one transaction with its log entries, links and search index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import sqlite_utils
from uuid_utils import uuid7

from riskdesk.domain.errors import Conflict, NotAllowed, NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, iso_millis, references
from riskdesk.domain.words import N_
from riskdesk.store import index
from riskdesk.store.changes import Log, Patch
from riskdesk.store.codec import from_column, plain, to_column, to_record

R = TypeVar("R", bound=Record)
Derive = Callable[["Write", str, str, Patch], None]
"""Called after a save with kind, id and what changed, to bring derived columns up to date."""


class Write:
    """Saves inside one transaction. `touched` tells which records of which kind changed."""

    def __init__(
        self, db: sqlite_utils.Database, site: str, person: str, verb: str, now: dt.datetime,
        undoes: str = "", derive: Derive | None = None,
    ) -> None:  # fmt: skip
        self.db, self.site, self.person, self.now = db, site, person, now
        self.batch = str(uuid7())
        self.touched: dict[str, set[str]] = {}
        self._at = iso_millis(now)
        self._log = Log(db, site, person, verb, self.batch, undoes)
        self._derive = derive

    def get(self, cls: type[R], id: str) -> R:
        """The record as this transaction sees it, deleted ones too. Raises `NotFound`."""
        return to_record(cls, self.row(cls.KIND, id))

    def create(self, record: R) -> R:
        """Store a new record under a new id and number (an id that it brings is kept) and return it."""
        kind, cls = record.KIND, type(record)
        values = plain(record)
        values["id"] = record.id or str(uuid7())
        values["number"] = record.number or self._next_number(cls.LETTER)
        names = [*values, "created_at", "changed_at", "sort_name"]
        stored = [*(to_column(v) for v in values.values()), self._at, self._at, index.sort_name(kind, values)]
        n = self.db.execute(
            f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})', stored
        ).lastrowid
        assert n is not None
        index.add_links(self.db, kind, values, tuple(references(cls)))
        index.add_text(self.db, kind, n, values)
        patch: Patch = {
            name: [None, value] for name, value in values.items() if value not in (None, "", []) and name != "id"
        }
        self._entry(kind, values["id"], patch)
        return record.model_copy(update={"id": values["id"], "number": values["number"]})

    def save(self, record: R, base: R) -> R:
        """Store what differs between `base`, the record as the editor opened it, and `record`.

        Fields that somebody else changed meanwhile and that the editor left alone keep the newer value. Raises
        `Conflict` when both changed the same field, `NotAllowed` when a log would be changed.
        """
        before, after = plain(base), plain(record)
        wanted = {name: after[name] for name in after if after[name] != before[name]}
        if not wanted:
            return record
        row = self.row(record.KIND, record.id)
        current = {name: from_column(record.KIND, name, row[name]) for name in wanted}
        clashes = {
            name: (before[name], current[name], value)
            for name, value in wanted.items()
            if current[name] != before[name] and current[name] != value
        }
        if clashes:
            raise Conflict(record.KIND, record.id, self.last_author(record.id), clashes)
        patch: Patch = {name: [current[name], value] for name, value in wanted.items() if current[name] != value}
        self.apply(record.KIND, record.id, row, patch)
        merged = any(from_column(record.KIND, name, row[name]) != before[name] for name in before if name not in wanted)
        return self.get(type(record), record.id) if merged else record

    def delete(self, kind: str, id: str) -> None:
        """Move a record to the trash, which is a change like any other. Raises `NotAllowed` for a log."""
        if KINDS[kind].GROWS_ONLY is not None:
            raise NotAllowed(N_("A log only grows. Strike the entry with a reason instead."))
        self.apply(kind, id, self.row(kind, id), {"deleted": [False, True]})

    def apply(self, kind: str, id: str, row: dict[str, Any], patch: Patch) -> None:
        """Write `patch` over `row`, with its log entry, links and search index."""
        if not patch:
            return
        grows_only, freezes = KINDS[kind].GROWS_ONLY, KINDS[kind].FREEZES
        if grows_only is not None and set(patch) - set(grows_only):
            raise NotAllowed(N_("A log only grows. Strike the entry with a reason instead."))
        if freezes is not None and row[freezes[0]] == freezes[1]:
            raise NotAllowed(N_("{number} is signed and frozen: nothing of it changes any more."), number=row["number"])
        sets = [f"{name} = ?" for name in patch]
        stored = [to_column(new) for _, new in patch.values()]
        self.db.execute(
            f'UPDATE "{kind}" SET {", ".join(sets)}, changed_at = ? WHERE n = ?',
            [*stored, self._at, row["n"]],
        )
        index.update(self.db, kind, row, patch)
        self._entry(kind, id, patch)

    def row(self, kind: str, id: str) -> dict[str, Any]:
        """The stored row with all its columns. Raises `NotFound`."""
        cursor = self.db.execute(f'SELECT * FROM "{kind}" WHERE id = ?', [id])
        row = cursor.fetchone()
        if row is None:
            raise NotFound(N_("This record is not in the file."))
        return dict(zip([column[0] for column in cursor.description], row, strict=True))

    def targets(self, src: str, field: str) -> list[str]:
        """Ids that a reference field of record `src` points to."""
        rows = self.db.execute("SELECT dst FROM link WHERE src = ? AND field = ?", [src, field]).fetchall()
        return [row[0] for row in rows]

    def referring(self, cls: type[R], field: str, dst: str) -> list[R]:
        """Records of a kind that are not deleted and point to `dst` by `field`."""
        ids = self.db.execute(
            "SELECT src FROM link WHERE dst = ? AND kind = ? AND field = ?", [dst, cls.KIND, field]
        ).fetchall()
        rows = [self.row(cls.KIND, id) for (id,) in ids]
        return [to_record(cls, row) for row in rows if not row["deleted"]]

    def last_author(self, id: str) -> str:
        """Who changed a record last; empty if nobody did."""
        row = self.db.execute("SELECT person FROM change WHERE record = ? ORDER BY n DESC LIMIT 1", [id]).fetchone()
        return row[0] if row else ""

    def first_entry(self, id: str) -> str:
        """The id of the log entry by which a record was made."""
        row = self.db.execute("SELECT id FROM change WHERE record = ? ORDER BY n LIMIT 1", [id]).fetchone()
        return row[0] if row else ""

    def set_derived(self, kind: str, id: str, **columns: Any) -> None:
        """Set derived columns, which are no part of the record and of no log entry."""
        sets = ", ".join(f"{name} = ?" for name in columns)
        changed = " OR ".join(f"{name} IS NOT ?" for name in columns)
        values = list(columns.values())
        cursor = self.db.execute(f'UPDATE "{kind}" SET {sets} WHERE id = ? AND ({changed})', [*values, id, *values])
        if cursor.rowcount:
            self.touched.setdefault(kind, set()).add(id)

    def flush(self) -> None:
        """Write the log entries that wait; the store calls it before the commit."""
        self._log.flush()

    def _entry(self, kind: str, id: str, patch: Patch) -> None:
        self._log.append(str(uuid7()), self.now, kind, id, patch)
        self.touched.setdefault(kind, set()).add(id)
        if self._derive is not None:
            self._derive(self, kind, id, patch)

    def _next_number(self, letter: str) -> str:
        if not letter:
            return ""
        year = self.now.year
        last = self.db.execute(
            "INSERT INTO counter (site, letter, year, last) VALUES (?, ?, ?, 1) "
            "ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
            [self.site, letter, year],
        ).fetchone()[0]
        return f"{self.site}-{letter}-{year}-{last:04d}"
