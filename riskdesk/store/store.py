"""One open file."""

from __future__ import annotations

import datetime as dt
import json
import threading
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlite_utils

from riskdesk.domain.errors import NotFound
from riskdesk.domain.record import Record, iso_millis
from riskdesk.domain.words import N_
from riskdesk.store import attachments, changes, migrations, query
from riskdesk.store.changes import Change
from riskdesk.store.codec import to_record
from riskdesk.store.connection import connect, translated
from riskdesk.store.place import refuse_network_share
from riskdesk.store.query import ALL, Query
from riskdesk.store.write import Derive, Write

R = TypeVar("R", bound=Record)


class Store:
    """Reads and writes of one file over one connection. One thread at a time; another thread opens another Store."""

    def __init__(self, path: Path, db: sqlite_utils.Database) -> None:
        self.path, self.db = path, db
        self.derive: Derive | None = None
        self._further = False
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path, *, site: str = "HQ", create: bool = True) -> Store:
        """Open the file, making it (for the site of that code) if need be. Raises `FileRefused` with the reason."""
        refuse_network_share(path)
        if not path.exists():
            if not create:
                raise NotFound(N_("There is no file {path}."), path=str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
        db = connect(path)
        try:
            with translated(path):
                if not migrations.is_current(db):
                    migrations.migrate(db)
                    db.execute("INSERT OR IGNORE INTO meta VALUES ('site', ?)", [site])
        except BaseException:
            db.conn.close()
            raise
        return cls(path, db)

    def close(self) -> None:
        """Close; the first connection brings the WAL into the file before.

        A further one leaves that alone: a checkpoint looks to the others as if somebody had written.
        """
        if not self._further:
            with translated(self.path):
                self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.db.conn.close()

    def another(self) -> Store:
        """A second connection to the same file, for another thread."""
        store = Store(self.path, connect(self.path))
        store.derive, store._further = self.derive, True
        return store

    def interrupt(self) -> None:
        """Stop the statement that runs on this connection, from any thread."""
        self.db.conn.interrupt()

    # reading

    @property
    def site(self) -> str:
        """Code of the site that writes here."""
        return self.meta("site") or "HQ"

    def meta(self, key: str) -> str | None:
        """A value that belongs to the file and is no record."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value that belongs to the file and is no record."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    def get(self, cls: type[R], id: str) -> R:
        """The record of that id, deleted ones too. Raises `NotFound`."""
        return self._one(cls, "id = ?", [id])

    def find(self, cls: type[R], number: str) -> R:
        """The record of that number. Raises `NotFound`."""
        return self._one(cls, "number = ? AND deleted = 0", [number])

    def _one(self, cls: type[R], where: str, values: list[Any]) -> R:
        found = self.select(cls, where, values)
        if not found:
            raise NotFound(N_("There is no record {number}."), number=values[0])
        return found[0]

    def select(self, cls: type[R], where: str = "deleted = 0", values: Sequence[Any] = ()) -> list[R]:
        """Records by a condition of the store's own columns, in the order of their making. For short lists only."""
        cursor = self.db.execute(f'SELECT * FROM "{cls.KIND}" WHERE {where} ORDER BY n', list(values))
        names = [column[0] for column in cursor.description]
        return [to_record(cls, dict(zip(names, row, strict=True))) for row in cursor.fetchall()]

    def ns(self, kind: str, question: Query = ALL, limit: int | None = None) -> array[int]:
        """Row numbers of what `question` finds, in its order."""
        return query.ns(self.db, kind, question, limit)

    def rows(self, kind: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """Rows by number, in the order given."""
        return query.rows(self.db, kind, numbers)

    def records(self, cls: type[R], question: Query = ALL, limit: int | None = None) -> list[R]:
        """What `question` finds, as records. For what fits on a page or a form."""
        return [to_record(cls, row) for row in self.rows(cls.KIND, self.ns(cls.KIND, question, limit))]

    def count(self, kind: str, question: Query = ALL) -> int:
        """How many records `question` finds."""
        return query.count(self.db, kind, question).get(None, 0)

    def count_by(self, kind: str, field: str, question: Query = ALL) -> dict[Any, int]:
        """How many records `question` finds, by the value of a field."""
        return query.count(self.db, kind, question, field)

    def row_number(self, kind: str, id: str) -> int | None:
        """The row number of a record that is not deleted."""
        row = self.db.execute(f'SELECT n FROM "{kind}" WHERE id = ? AND deleted = 0', [id]).fetchone()
        return row[0] if row else None

    def matrix_counts(self, judgement: str, statuses: Sequence[str]) -> list[tuple[int, int, int]]:
        """(likelihood, severity, risks) of every cell of the 5 x 5 matrix that holds risks of these statuses."""
        marks = ", ".join("?" * len(statuses))
        return self.db.execute(
            f"SELECT json_extract({judgement}, '$.score.likelihood') l, "
            f"json_extract({judgement}, '$.score.severity') s, count(*) FROM risk "
            f"WHERE deleted = 0 AND status IN ({marks}) "
            f"AND json_extract({judgement}, '$.score.method') = 'matrix' GROUP BY l, s",
            list(statuses),
        ).fetchall()

    def level_changes(self) -> list[tuple[str, str, str | None, str | None, int | None]]:
        """(time, risk id, new level or None, new status or None, deleted or None) from the change log, oldest first.

        A level that was taken away is '', which the caller tells from None, no change.
        """
        return self.db.execute(
            "SELECT at, record, CASE WHEN json_type(patch, '$.current') IS NOT NULL "
            "THEN coalesce(json_extract(patch, '$.current[1].level'), '') END, "
            "json_extract(patch, '$.status[1]'), json_extract(patch, '$.deleted[1]') FROM change "
            "WHERE kind = 'risk' ORDER BY n"
        ).fetchall()

    def neighbours(self, id: str) -> list[tuple[str, str, str]]:
        """(kind, id, field) of every record that refers to `id` and is not deleted."""
        rows = self.db.execute("SELECT kind, src, field FROM link WHERE dst = ? ORDER BY kind, src", [id]).fetchall()
        return [row for row in rows if not self.is_deleted(row[0], row[1])]

    def is_deleted(self, kind: str, id: str) -> bool:
        """Whether a record lies in the trash."""
        row = self.db.execute(f'SELECT deleted FROM "{kind}" WHERE id = ?', [id]).fetchone()
        return row is None or bool(row[0])

    def names(self, kind: str, field: str) -> dict[str, str]:
        """Id to the text of `field` for every record of a kind, deleted ones too."""
        return dict(self.db.execute(f'SELECT id, {field} FROM "{kind}"').fetchall())

    # writing

    @contextmanager
    def write(self, person: str, verb: str, now: dt.datetime, undoes: str = "") -> Iterator[Write]:
        """One transaction: all that is saved in it is on disk when it ends, or nothing of it."""
        with self._lock, translated(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                write = Write(self.db, self.site, person, verb, now, undoes, self.derive)
                yield write
                write.flush()
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.conn.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    # the log

    def history(self, id: str) -> list[Change]:
        """Every change of a record, oldest first."""
        return changes.read(self.db, "record = ?", [id])

    def batch(self, batch: str) -> list[Change]:
        """Everything one verb changed."""
        return changes.read(self.db, "batch = ?", [batch])

    def last_batches(self, person: str, limit: int) -> list[tuple[str, str, str]]:
        """(batch, verb, batch it undoes or '') of the last changes of a person here, newest first."""
        rows = self.db.execute(
            "SELECT batch, verb, undoes, max(n) FROM (SELECT * FROM change WHERE person = ? AND site = ? "
            "ORDER BY n DESC LIMIT 2000) GROUP BY batch ORDER BY 4 DESC LIMIT ?",
            [person, self.site, limit],
        ).fetchall()
        return [(row[0], row[1], row[2]) for row in rows]

    # drafts

    def keep_draft(self, person: str, kind: str, id: str, now: dt.datetime, fields: dict[str, Any]) -> None:
        """Keep half-typed text of a record (id '' for a new one) until it is saved or given up."""
        self.db.execute(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)",
            [person, kind, id, iso_millis(now), json.dumps(fields, ensure_ascii=False)],
        )

    def draft(self, person: str, kind: str, id: str) -> dict[str, Any] | None:
        """The half-typed fields of a record, or None."""
        row = self.db.execute(
            "SELECT fields FROM draft WHERE person = ? AND kind = ? AND record = ?", [person, kind, id]
        ).fetchone()
        return json.loads(row[0]) if row else None

    def drop_draft(self, person: str, kind: str, id: str) -> None:
        """Forget a draft."""
        self.db.execute("DELETE FROM draft WHERE person = ? AND kind = ? AND record = ?", [person, kind, id])

    # attachments

    def attach(self, source: Path) -> str:
        """Keep a file; returns its SHA-256. Raises `NotAllowed` above the size limit."""
        with self._lock, translated(self.path):
            return attachments.add(self.db, source)

    def attachment(self, sha256: str) -> Iterator[bytes]:
        """The bytes of a kept file, in pieces. Raises `NotFound`."""
        return attachments.read(self.db, sha256)
