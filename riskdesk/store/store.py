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

from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, iso_millis
from riskdesk.domain.words import N_
from riskdesk.long_work import no_collection
from riskdesk.store import attachments, changes, figures, index, query
from riskdesk.store.changes import Change, Head, Log, Said
from riskdesk.store.codec import to_record
from riskdesk.store.connection import Connection, connect, make_durable
from riskdesk.store.opened import Opened
from riskdesk.store.opening import opened, remove
from riskdesk.store.order import known
from riskdesk.store.query import ALL, Query
from riskdesk.store.write import Derive, Write

R = TypeVar("R", bound=Record)
DRAFT_SECONDS = 0.1
"""So long a draft waits for others that write."""
_BASE = ""
"""Among the fields of a draft, the place of what they held when typing began. Drafts of earlier versions have none."""


class Store:
    """Reads and writes of one file over one connection. One thread at a time; another thread opens another Store."""

    def __init__(self, path: Path, db: Connection, is_new: bool = False) -> None:
        self.path, self.db, self._is_new = path, db, is_new
        self.derive: Derive | None = None
        self._further = False
        self._lock = threading.RLock()
        self._opened = Opened()
        self._site = ""
        self._first, self._head, self._seen = -1, Head(-1), -1

    @classmethod
    def open(cls, path: Path, *, site: str = "HQ", create: bool = True) -> Store:
        """Open the file, making it (for the site of that code) if need be. Raises `FileRefused` with the reason."""
        return cls(path, *opened(path, site, create=create))

    def close(self) -> None:
        """Close; the first connection brings the WAL into the file before.

        A further one leaves that alone: a checkpoint looks to the others as if somebody had written.
        """
        self.db.close(checkpoint=not self._further)

    def give_up(self) -> None:
        """Close; a file that opening it made, and that nobody filled, goes away again."""
        is_empty = self._is_new and not self.log_end()
        self.close()
        if is_empty:
            remove(self.path)

    def another(self) -> Store:
        """A second connection to the same file, for another thread."""
        store = Store(self.path, connect(self.path))
        make_durable(store.db)
        store.derive, store._further = self.derive, True
        return store

    def settle(self) -> None:
        """Bring what was saved over into the file itself, as far as nobody is busy with it.

        It is safe beside the file before that, too; but whoever copies the file alone then has all of it.
        """
        self.db.all("PRAGMA wal_checkpoint(PASSIVE)")

    def interrupt(self) -> None:
        """Stop the statement that runs on this connection, from any thread; it raises `Cancelled`."""
        self.db.interrupt()

    # reading

    @property
    def site(self) -> str:
        """Code of the site that writes here."""
        if not self._site:
            self._site = self.meta("site") or "HQ"
        return self._site

    def meta(self, key: str) -> str | None:
        """A value that belongs to the file and is no record."""
        row = self.db.one("SELECT value FROM meta WHERE key = ?", (key,))
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value that belongs to the file and is no record."""
        self.db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        self._site, self._seen = "", -1

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.db.all("PRAGMA data_version")[0][0])

    def get(self, cls: type[R], id: str) -> R:
        """The record of that id, deleted ones too. Raises `NotFound`."""
        fields = ", ".join(cls.model_fields)
        found = self.db.named(f'SELECT last_change, {fields} FROM "{cls.KIND}" WHERE id = ?', (id,))
        if not found:
            raise NotFound(N_("There is no record {number}."), number=id)
        record = to_record(cls, found[0])
        self._opened.keep(record, found[0]["last_change"])
        return record

    def find(self, cls: type[R], number: str) -> R:
        """The record of that number. Raises `NotFound`."""
        found = self.select(cls, "number = ? AND deleted = 0", (number,))
        if not found:
            raise NotFound(N_("There is no record {number}."), number=number)
        return found[0]

    def select(self, cls: type[R], where: str = "deleted = 0", values: Sequence[Any] = ()) -> list[R]:
        """Records by a condition of the store's own columns, in the order of their making. For short lists only."""
        rows = self.db.named(f'SELECT {", ".join(cls.model_fields)} FROM "{cls.KIND}" WHERE {where} ORDER BY n', values)
        return [to_record(cls, row) for row in rows]

    def ns(self, kind: str, question: Query = ALL, limit: int | None = None) -> array[int]:
        """Row numbers of what `question` finds, in its order. Raises `NotFound` for a field that does not exist."""
        return query.ns(self.db, kind, question, limit)

    def rows(self, kind: str, numbers: Sequence[int], fields: Sequence[str] = ()) -> list[dict[str, Any]]:
        """Rows by number, in the order given: all columns, or those of `fields` besides the row number n.

        One that is gone meanwhile is left out.
        """
        return query.rows(self.db, kind, numbers, fields)

    def records(self, cls: type[R], question: Query = ALL, limit: int | None = None) -> list[R]:
        """What `question` finds, as records. For what fits on a page or a form."""
        numbers = self.ns(cls.KIND, question, limit)
        return [to_record(cls, row) for row in query.rows(self.db, cls.KIND, numbers, tuple(cls.model_fields))]

    def count(self, kind: str, question: Query = ALL) -> int:
        """How many records `question` finds."""
        return query.count(self.db, kind, question)[()]

    def count_by(self, kind: str, field: str, question: Query = ALL) -> dict[Any, int]:
        """How many records `question` finds, by the value of a field."""
        return {value: count for (value,), count in query.count(self.db, kind, question, (field,)).items()}

    def counts(self, kind: str, by: Sequence[str], question: Query = ALL) -> dict[tuple[Any, ...], int]:
        """How many records `question` finds, by the values of several fields; `due:month` is the month of a day.

        The value of a field that is a list comes as a tuple.
        """
        return query.count(self.db, kind, question, by)

    def row_number(self, kind: str, id: str) -> int | None:
        """The row number of a record that is not deleted."""
        row = self.db.one(f'SELECT n FROM "{kind}" WHERE id = ? AND deleted = 0', (id,))
        return row[0] if row else None

    def matrix_counts(self, judgement: str, statuses: Sequence[str]) -> list[tuple[int, int, int]]:
        """(likelihood, severity, risks) of every cell of the 5 x 5 matrix that holds risks of these statuses."""
        return figures.matrix_counts(self.db, judgement, statuses)

    def level_changes(self) -> list[tuple[str, str, str | None, str | None, int | None]]:
        """(time, risk id, new level or None, new status or None, deleted or None) from the change log, oldest first.

        A level that was taken away is '', which the caller tells from None, no change.
        """
        return figures.level_changes(self.db)

    def neighbours(self, id: str, limit: int | None = None) -> list[tuple[str, str, str]]:
        """(kind, id, field) of every record that refers to `id` and is not deleted; the first `limit` of each kind."""
        return query.neighbours(self.db, id, limit)

    def is_deleted(self, kind: str, id: str) -> bool:
        """Whether a record lies in the trash, or nowhere."""
        row = self.db.one(f'SELECT deleted FROM "{kind}" WHERE id = ?', (id,))
        return row is None or bool(row[0])

    def trash(self, kind: str) -> list[tuple[str, str, str, str, str]]:
        """(time, who deleted it, id, number, title) of every record of a kind that lies in the trash.

        What lies there because its making was undone is left out.
        """
        title = KINDS[kind].SEARCHED[0]
        return self.db.all(
            f'SELECT c.at, c.person, r.id, r.number, r.{title} FROM "{kind}" r JOIN change c ON c.n = r.last_change '
            "LEFT JOIN change b ON b.n = c.before "
            "WHERE r.deleted = 1 AND NOT (b.before = 0 AND b.batch = c.undoes)"
        )

    def names(self, kind: str, field: str) -> dict[str, str]:
        """Id to the text of `field` for every record of a kind, deleted ones too."""
        return dict(self.db.all(f'SELECT id, {known(self.db, kind, field)} FROM "{kind}"'))

    # writing

    @contextmanager
    def write(self, person: str, verb: str, now: dt.datetime, undoes: str = "") -> Iterator[Write]:
        """One transaction: all that is saved in it is on disk when it ends, or nothing of it."""
        with self._lock, no_collection():
            with self.db.transaction():
                log = self._log(person, verb, undoes)
                write = Write(self.db, log, self.site, person, now, self._opened, self.derive)
                yield write
                write.flush()
            self._head = log.head
            write.keep_opened()
            if write.erased:
                self._forget_old_pages()

    def _log(self, person: str, verb: str, undoes: str) -> Log:
        """The log of this site, at its end: where this store left it, unless somebody else has written since."""
        version = self.data_version()
        if version != self._seen:
            first = changes.first_row(self.db, self.site, make=True)
            self._first, self._head, self._seen = first, changes.head(self.db, first), version
        return Log(self.db, self.site, self._first, self._head, person, verb, undoes)

    def _forget_old_pages(self) -> None:
        """After an erasure nothing of what was erased stays behind in the WAL."""
        self.db.run("PRAGMA secure_delete = FAST")
        self.db.all("PRAGMA wal_checkpoint(TRUNCATE)")

    # the search index

    def has_unindexed(self) -> bool:
        """Whether more records wait to be indexed than a search may index by itself."""
        return index.wait_in_number(self.db)

    def index_some(self) -> bool:
        """Index a portion of what waits, within some 30 ms; returns whether there was any. Raises `Busy`."""
        with self._lock:
            return index.next_portion(self.db)

    # the log

    def log_end(self) -> tuple[int, ...]:
        """The end of the log of each site: another one when somebody changed a record, here or elsewhere."""
        return changes.ends(self.db)

    def history(self, id: str) -> list[Change]:
        """Every change of a record, oldest first."""
        last = (self.db.one(f'SELECT last_change FROM "{kind}" WHERE id = ?', (id,)) for kind in KINDS)
        return changes.of_records(self.db, [row[0] for row in last if row])

    def batch(self, batch: str) -> list[Change]:
        """Everything one verb changed, in order."""
        return changes.of_batch(self.db, batch)

    def extent(self, batch: str) -> range:
        """The row numbers of the entries of one verb, which follow each other."""
        return changes.extent(self.db, batch)

    def said(self, entries: range) -> list[Said]:
        """What the entries in these rows say, the last first."""
        return changes.said(self.db, entries)

    def last_batches(self, person: str, limit: int) -> list[tuple[str, str, str]]:
        """(batch, verb, batch it undoes or '') of the last changes of a person here, newest first."""
        return changes.last_batches(self.db, self.site, person, limit)

    # drafts

    def keep_draft(
        self, person: str, kind: str, id: str, now: dt.datetime, fields: dict[str, Any],
        base: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Keep half-typed text of a record until it is saved or given up; a new record has an id of the caller's.

        `base` is what these fields held when typing began, as JSON values: whoever saves the draft later is then told
        of what others saved since. Raises `Busy` after a moment: whoever types does not wait for others that write.
        """
        kept = fields | {_BASE: base} if base else fields
        with self.db.waiting(DRAFT_SECONDS):
            self.db.run(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)",
                (person, kind, id, iso_millis(now), json.dumps(kept)),
            )

    def take_draft(self, person: str, kind: str, id: str, new_id: str) -> bool:
        """Give a draft another id; returns whether it was still there: of two that take it, one gets it."""
        sql = "UPDATE draft SET record = ? WHERE person = ? AND kind = ? AND record = ?"
        with self.db.waiting(DRAFT_SECONDS):
            return bool(self.db.run(sql, (new_id, person, kind, id)).rowcount)

    def draft(self, person: str, kind: str, id: str) -> dict[str, Any] | None:
        """The half-typed fields of a record, or None."""
        kept = self._kept(person, kind, id)
        return {name: raw for name, raw in kept.items() if name != _BASE} if kept else None

    def draft_base(self, person: str, kind: str, id: str) -> dict[str, Any]:
        """What the half-typed fields held when typing began; a field of which that is not known is left out."""
        base: dict[str, Any] = self._kept(person, kind, id).get(_BASE, {})
        return base

    def _kept(self, person: str, kind: str, id: str) -> dict[str, Any]:
        row = self.db.one("SELECT fields FROM draft WHERE person = ? AND kind = ? AND record = ?", (person, kind, id))
        kept: dict[str, Any] = json.loads(row[0]) if row else {}
        return kept

    def drafts(self, person: str) -> list[tuple[str, str, str]]:
        """(kind, record id, time) of everything a person left half-typed, the newest first."""
        return self.db.all("SELECT kind, record, at FROM draft WHERE person = ? ORDER BY at DESC", (person,))

    def drop_draft(self, person: str, kind: str, id: str) -> None:
        """Forget a draft. Raises `Busy` after a moment."""
        with self.db.waiting(DRAFT_SECONDS):
            self.db.run("DELETE FROM draft WHERE person = ? AND kind = ? AND record = ?", (person, kind, id))

    # attachments

    def attach(self, source: Path) -> str:
        """Keep a file; returns its SHA-256. Raises `NotAllowed` above the size limit, `NotFound` when unreadable."""
        with self._lock:
            return attachments.add(self.db, source)

    def attachment(self, sha256: str) -> Iterator[bytes]:
        """The bytes of a kept file, in pieces. Raises `NotFound`."""
        return attachments.read(self.db, sha256)
