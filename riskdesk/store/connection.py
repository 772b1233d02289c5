"""The one opener: every connection to a file comes from here, with the same settings and with errors for people."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic_core import from_json
from sqlcipher3 import dbapi2

from riskdesk.domain.errors import Cancelled, FileRefused, RiskdeskError
from riskdesk.domain.words import N_

APPLICATION_ID = 0x7269736B  # "risk"
BUSY_SECONDS = 5.0
CLOSING_SECONDS = 0.2
_CORRUPT = 11
_KEPT = 8
"""Answers that are kept while nothing is written; the longest are 100,000 row numbers, some 4 MB."""

Values = Sequence[Any]
Row = tuple[Any, ...]
T = TypeVar("T")


class Busy(RiskdeskError):
    """Another program kept writing for longer than `BUSY_SECONDS`."""

    def __init__(self) -> None:
        super().__init__(N_("Another program is writing to the file. Please try again."))


class ReadOnly(RiskdeskError):
    """The file cannot be written to."""

    def __init__(self) -> None:
        super().__init__(N_("The file or its folder is read-only."))


class DiskFails(RiskdeskError):
    """The disk is full, or does not take or give any more data."""


class Connection:
    """One connection. Every statement goes through it, so that every error of SQLite is told in one place."""

    def __init__(self, raw: Any, path: Path) -> None:
        self.raw, self.path = raw, path
        self._columns: dict[str, dict[str, str]] = {}
        self._indexes: dict[str, dict[str, dict[str, bool]]] = {}
        self._kept: dict[Hashable, Any] = {}
        self._kept_of: tuple[int, int] | None = None

    def run(self, sql: str, values: Values = ()) -> Any:
        """Execute one statement and return its cursor."""
        try:
            return self.raw.execute(sql, values)
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Execute one statement for every row of values."""
        try:
            self.raw.executemany(sql, rows)
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def all(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row. No cursor outlives the call: an unfinished SELECT would hold a snapshot and let the WAL grow."""
        try:
            rows: list[Row] = self.raw.execute(sql, values).fetchall()
            return rows
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row, or None."""
        try:
            row: Row | None = self.raw.execute(sql, values).fetchone()
            return row
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def named(self, sql: str, values: Values = ()) -> list[dict[str, Any]]:
        """Every row as a dict of columns by name."""
        try:
            cursor = self.raw.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def numbers(self, sql: str, values: Values = ()) -> list[int]:
        """The whole numbers that a statement with one column gives: twice as fast as a row for each."""
        told = self.one(f"WITH found (value) AS ({sql}) SELECT json_group_array(value) FROM found", values)
        found: list[int] = from_json(told[0]) if told else []
        return found

    def groups(self, names: Sequence[str], source: str) -> list[tuple[Row, list[int]]]:
        """Row numbers of the table and conditions `source`, by what the columns `names` hold."""
        by = ", ".join(str(place + 1) for place in range(len(names)))
        rows = self.all(f"SELECT {', '.join(names)}, json_group_array(n) FROM {source} GROUP BY {by}")
        return [(row[:-1], from_json(row[-1])) for row in rows]

    def columns(self, table: str) -> dict[str, str]:
        """Every column of a table with its type, computed ones too."""
        if table not in self._columns:
            self._columns[table] = {row[1]: row[2] for row in self.all(f'PRAGMA table_xinfo("{table}")')}
        return self._columns[table]

    def indexes(self, table: str) -> dict[str, dict[str, bool]]:
        """Every index of a table by name, with its columns in order and whether each descends."""
        if table not in self._indexes:
            names = [row[1] for row in self.all(f'PRAGMA index_list("{table}")')]
            parts = {name: self.all(f'PRAGMA index_xinfo("{name}")') for name in names}
            self._indexes[table] = {
                name: {row[2]: bool(row[3]) for row in rows if row[5] and row[2]} for name, rows in parts.items()
            }
        return self._indexes[table]

    def kept(self, question: Hashable, ask: Callable[[], T]) -> T:
        """What `ask` reads out of the file, asked again only after something was written, here or by others.

        It is shared by all who ask: nobody changes it.
        """
        (version,) = self.one("PRAGMA data_version") or (0,)
        state = (version, self.raw.total_changes)
        if state != self._kept_of:
            self._kept.clear()
            self._kept_of = state
        if question not in self._kept:
            answer = ask()
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[question] = answer
        answer = self._kept[question]
        return answer

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile."""
        if self.raw.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            if self.raw.in_transaction:
                self.run("COMMIT")

    @contextmanager
    def transaction(self, *, wait: bool = True) -> Iterator[None]:
        """All or nothing, on disk when it ends. It takes the right to write at once, so that it can wait for it."""
        if wait:
            self.run("BEGIN IMMEDIATE")
        else:
            with self.waiting(0):
                self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # A full disk or an interrupt may have ended the transaction already.
            if self.raw.in_transaction:
                self.run("ROLLBACK")
            self._kept_of = None
            raise

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Statements inside wait so long for others that write, before they raise `Busy`."""
        self.wait(seconds)
        try:
            yield
        finally:
            self.wait(BUSY_SECONDS)

    def wait(self, seconds: float) -> None:
        """How long later statements wait for others that write, before they raise `Busy`."""
        self.raw.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def blob(self, table: str, column: str, row: int) -> Any:
        """A handle that reads one value in pieces."""
        try:
            return self.raw.open_blob(table, column, row, True)
        except dbapi2.DatabaseError as error:
            _tell(error, self.path)

    def interrupt(self) -> None:
        """Stop the statement that runs, from any thread; it raises `Cancelled`."""
        self.raw.interrupt()

    def close(self, *, checkpoint: bool = True) -> None:
        """Close, after bringing the WAL into the file if nobody else is busy with it."""
        if checkpoint:
            # What was saved is safe in the WAL: at worst the next one to open the file brings it over.
            with suppress(dbapi2.Error):
                self.wait(CLOSING_SECONDS)
                self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.raw.close()


def connect(path: Path, *, readonly: bool = False) -> Connection:
    """A connection to an existing file, which is left as it is. Raises `FileRefused` when it cannot be opened."""
    try:
        raw = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}", uri=True, isolation_level=None,
            timeout=BUSY_SECONDS, check_same_thread=False, cached_statements=256,
        )  # fmt: skip
    except dbapi2.DatabaseError as error:
        _tell(error, path)
    db = Connection(raw, path)
    try:
        db.run("PRAGMA cipher_log_level = NONE")
        db.run("PRAGMA cache_size = -65536")
        db.run("PRAGMA temp_store = MEMORY")
    except BaseException:
        raw.close()
        raise
    return db


def make_durable(db: Connection) -> None:
    """Have every later commit on this connection reach the disk before it returns. Raises `RiskdeskError`."""
    _switch_to_wal(db)
    # FULL is per connection; on a Mac it is only a real flush with fullfsync.
    db.run("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        db.run("PRAGMA fullfsync = 1")
        db.run("PRAGMA checkpoint_fullfsync = 1")
    # What is overwritten or erased leaves no remains in the pages that are written anyway.
    db.run("PRAGMA secure_delete = FAST")


def _switch_to_wal(db: Connection) -> None:
    """SQLite does not wait for another program that switches a new file at the same moment, so this does."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.run("PRAGMA journal_mode = WAL")
            return
        except Busy:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _tell(error: Exception, path: Path) -> NoReturn:
    """Raise what a person can do something about in words, anything else as it is."""
    # Extended codes hold the primary one in their low byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if str(error).startswith(("malformed JSON", "Could not decode")):
        code = _CORRUPT  # damage inside a value, which SQLite itself does not look at
    found: RiskdeskError
    match code:
        case 5 | 6:  # SQLITE_BUSY, SQLITE_LOCKED
            found = Busy()
        case 8:  # SQLITE_READONLY
            found = ReadOnly()
        case 9:  # SQLITE_INTERRUPT
            found = Cancelled()
        case 10:  # SQLITE_IOERR
            found = DiskFails(
                N_("The disk does not take or give any more data. What you typed is still here; look at the disk.")
            )
        case 11 | 26:  # SQLITE_CORRUPT (`_CORRUPT`), SQLITE_NOTADB
            found = FileRefused(
                N_("{path} is damaged or is not a riskdesk file. It was not touched; open a backup instead."),
                path=str(path),
            )
        case 13:  # SQLITE_FULL
            found = DiskFails(N_("The disk is full. What you typed is still here; make room and save again."))
        case 3 | 14 | 23:  # SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH
            found = FileRefused(N_("{path} cannot be opened: no such folder, or no right to it."), path=str(path))
        case _:
            raise error
    raise found from error
