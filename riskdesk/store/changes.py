"""The change log: one entry a save, chained by hash. It is the history people see, the undo and what sites exchange."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlite_utils

from riskdesk.domain.record import iso_millis
from riskdesk.store.clock import next_stamp

Patch = dict[str, list[Any]]
"""{field: [old, new]} in JSON values."""

COLUMNS = (
    "id", "site", "seq", "hlc", "person", "at", "verb", "batch", "undoes", "kind", "record", "patch", "salts",
    "prev", "hash",
)  # fmt: skip
_INSERT = f"INSERT INTO change ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


@dataclass(frozen=True)
class Change:
    """One entry of the log."""

    id: str
    site: str
    seq: int
    hlc: str
    person: str
    at: str
    verb: str
    batch: str
    undoes: str
    kind: str
    record: str
    patch: Patch
    salts: dict[str, list[str]]
    prev: str
    hash: str

    def row(self) -> tuple[Any, ...]:
        """The values of COLUMNS."""
        return (
            self.id, self.site, self.seq, self.hlc, self.person, self.at, self.verb, self.batch, self.undoes,
            self.kind, self.record, _json(self.patch), _json(self.salts), self.prev, self.hash,
        )  # fmt: skip


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(value: Any, salt: str) -> str:
    """The salted digest by which a value enters its entry's hash; nothing for a value that is not there."""
    if value is None and not salt:
        return ""
    if salt.startswith("="):  # erased on request: only the digest is left
        return salt[1:]
    return hashlib.sha256(f"{salt}{json.dumps(value, ensure_ascii=False, sort_keys=True)}".encode()).hexdigest()


def salted(patch: Patch) -> dict[str, list[str]]:
    """A salt for each value of a patch, none for one that is not there."""
    raw = os.urandom(16 * len(patch)).hex()
    found, place = {}, 0
    for field, (old, new) in patch.items():
        found[field] = [
            "" if old is None else raw[place : place + 16],
            "" if new is None else raw[place + 16 : place + 32],
        ]
        place += 32
    return found


def entry_hash(
    id: str, site: str, seq: int, hlc: str, person: str, at: str, verb: str, batch: str, undoes: str, kind: str,
    record: str, patch: Patch, salts: dict[str, list[str]], prev: str,
) -> str:  # fmt: skip
    """SHA-256 over everything an entry says, each value through its own salted digest, and the entry before."""
    digests = [[f, digest(v[0], salts[f][0]), digest(v[1], salts[f][1])] for f, v in sorted(patch.items())]
    said = [id, site, seq, hlc, person, at, verb, batch, undoes, kind, record, digests, prev]
    return hashlib.sha256(_json(said).encode()).hexdigest()


class Log:
    """Appends to the log of one site inside a write transaction."""

    def __init__(self, db: sqlite_utils.Database, site: str, person: str, verb: str, batch: str, undoes: str) -> None:
        self._db, self._site = db, site
        self._said = (person, verb, batch, undoes)
        last = db.execute(
            "SELECT seq, hlc, hash FROM change WHERE site = ? ORDER BY seq DESC LIMIT 1", [site]
        ).fetchone()
        self._seq: int = last[0] if last else 0
        self._hlc: str | None = last[1] if last else None
        self._prev: str = last[2] if last else ""
        self._pending: list[tuple[Any, ...]] = []

    def append(self, id: str, now: dt.datetime, kind: str, record: str, patch: Patch) -> None:
        """Add an entry; it is written by `flush`."""
        person, verb, batch, undoes = self._said
        self._seq += 1
        self._hlc = next_stamp(self._hlc, now, self._site)
        at, salts = iso_millis(now), salted(patch)
        said = (id, self._site, self._seq, self._hlc, person, at, verb, batch, undoes, kind, record)
        hash_ = entry_hash(*said, patch, salts, self._prev)
        self._pending.append((*said, _json(patch), _json(salts), self._prev, hash_))
        self._prev = hash_

    def flush(self) -> None:
        """Write the entries that wait."""
        if len(self._pending) == 1:
            self._db.execute(_INSERT, self._pending[0])
        elif self._pending:
            self._db.conn.executemany(_INSERT, self._pending)
        self._pending.clear()


def read(db: sqlite_utils.Database, where: str, values: Sequence[Any]) -> list[Change]:
    """The entries that fulfil `where`, oldest first."""
    rows = db.execute(f"SELECT {', '.join(COLUMNS)} FROM change WHERE {where} ORDER BY n", list(values)).fetchall()
    return [
        Change(**(dict(zip(COLUMNS, row, strict=True)) | {"patch": json.loads(row[11]), "salts": json.loads(row[12])}))
        for row in rows
    ]


def broken_links(db: sqlite_utils.Database) -> Iterator[tuple[str, int]]:
    """(site, seq) of every entry whose hash or place in its site's chain does not hold."""
    sites = [row[0] for row in db.execute("SELECT DISTINCT site FROM change ORDER BY site").fetchall()]
    for site in sites:
        expected_seq, prev, after = 1, "", 0
        while entries := read(db, "site = ? AND seq > ? AND seq <= ?", [site, after, after + 2000]):
            for entry in entries:
                sound = entry.seq == expected_seq and entry.prev == prev and entry.hash == entry_hash(
                    entry.id, entry.site, entry.seq, entry.hlc, entry.person, entry.at, entry.verb, entry.batch,
                    entry.undoes, entry.kind, entry.record, entry.patch, entry.salts, entry.prev,
                )  # fmt: skip
                if not sound:
                    yield site, entry.seq
                expected_seq, prev = entry.seq + 1, entry.hash
            after = max(entries[-1].seq, after + 2000)
        last = db.execute("SELECT max(seq) FROM change WHERE site = ?", [site]).fetchone()[0]
        if last is not None and last >= expected_seq:
            yield site, expected_seq
