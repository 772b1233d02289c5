"""The least that bringing a list in can take: read by python-calamine, written by executemany, nothing judged.

`one_table` writes each row as it is and a log row with what it holds. `same_rows` writes what an import leaves in the
file: the record with its indexes, what waits for the search index, and the log entry with a salted digest of every
value and the chain over all of them.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2
from uuid_utils import uuid7


def read(source: Path) -> list[list[Any]]:
    """The rows of the first sheet, its heads first."""
    return CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).to_python()


def _opened(target: Path) -> Any:
    db = dbapi2.connect(str(target), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA cache_size = -65536")
    return db


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def one_table(source: Path, target: Path) -> None:
    """One table, one log row a record, on disk when it returns."""
    rows = read(source)
    names = [str(head) for head in rows[0]]
    db = _opened(target)
    columns = ", ".join(f"c{n}" for n in range(len(names)))
    marks = ", ".join("?" * (len(names) + 1))
    db.execute(f"CREATE TABLE record (n INTEGER PRIMARY KEY, id TEXT UNIQUE, {columns})")
    db.execute("CREATE TABLE log (n INTEGER PRIMARY KEY, record TEXT, at TEXT, patch TEXT)")
    db.execute("CREATE INDEX log_record ON log (record)")
    made = [(str(uuid7()), *map(_plain, row)) for row in rows[1:]]
    at = "2026-03-02T00:00:00.000Z"
    logged = [(row[0], at, json.dumps(dict(zip(names, row[1:], strict=True)), ensure_ascii=False)) for row in made]
    db.execute("BEGIN IMMEDIATE")
    db.executemany(f"INSERT INTO record (id, {columns}) VALUES ({marks})", made)
    db.executemany("INSERT INTO log (record, at, patch) VALUES (?, ?, ?)", logged)
    db.execute("COMMIT")
    db.close()


def same_rows(source: Path, target: Path, kind: str, fields: list[str]) -> None:
    """What an import leaves, into `target`: a file into which one row was imported, the pattern of all others.

    `fields` are those that the columns of the sheet give, '' for a column that gives none.
    """
    rows = read(source)[1:]
    db = _opened(target)
    table = [row[1] for row in db.execute(f'PRAGMA table_info("{kind}")')]
    pattern = dict(zip(table, db.execute(f'SELECT {", ".join(table)} FROM "{kind}"').fetchone(), strict=True))
    log = [row[1] for row in db.execute("PRAGMA table_info(change)")]
    entry = dict(zip(log, db.execute("SELECT * FROM change ORDER BY n DESC LIMIT 1").fetchone(), strict=True))
    patch = json.loads(entry["patch"])
    records, entries = [], []
    for n, row in enumerate(rows, 1):
        told = {field: _plain(value) for field, value in zip(fields, row, strict=True) if field}
        number = f"{pattern['number'][:-4]}{n + 1:04d}" if pattern["number"] else ""
        told |= {"number": number} if number else {}
        patch = {**patch, **{field: [None, value] for field, value in told.items()}}
        salts = {field: ["", os.urandom(8).hex()] for field in patch}
        digests = list(_digests(patch, salts))
        entry = {**entry, "n": entry["n"] + 1, "seq": entry["seq"] + 1, "record": str(uuid7()), "id": str(uuid7())}
        said = [entry[name] for name in log[2:-4]]
        entry["patch"], entry["salts"] = json.dumps(patch, ensure_ascii=False), json.dumps(salts)
        entry["prev"], entry["hash"] = entry["hash"], _hash([*said, digests, entry["hash"]])
        own = {"n": n + 1, "id": entry["record"], "last_change": entry["n"]}
        records.append(tuple({**pattern, **told, **own}.values()))
        entries.append(tuple(entry.values()))
    db.execute("BEGIN IMMEDIATE")
    db.executemany(f'INSERT INTO "{kind}" ({", ".join(table)}) VALUES ({", ".join("?" * len(table))})', records)
    db.executemany(f"INSERT INTO change VALUES ({', '.join('?' * len(log))})", entries)
    db.executemany("INSERT INTO unindexed VALUES (?, ?)", [(kind, record[0]) for record in records])
    db.execute("COMMIT")
    db.close()


def _digests(patch: dict[str, list[Any]], salts: dict[str, list[str]]) -> Iterator[str]:
    for field in sorted(patch):
        yield field
        yield ""  # of a new record nothing was there before
        yield _hash_of(patch[field][1], salts[field][1])


def _hash_of(value: Any, salt: str) -> str:
    return sha256((salt + _told(value)).encode()).hexdigest()


def _hash(said: list[Any]) -> str:
    return sha256(_told(said).encode()).hexdigest()


_told = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
