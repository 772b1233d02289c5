"""The change log: one entry a save, chained by hash. It is the history people see, the undo and what sites exchange."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json
from uuid_utils import uuid7

from riskdesk.store.clock import stamps
from riskdesk.store.connection import Connection

Patch = dict[str, list[Any]]
"""{field: [old, new]} in JSON values. A creation says so: `deleted` goes from None to False."""
Salts = dict[str, list[str]]

COLUMNS = (
    "id", "site", "seq", "hlc", "person", "at", "verb", "batch", "undoes", "kind", "record", "patch", "salts",
    "prev", "hash",
)  # fmt: skip
_NAMES = ", ".join(COLUMNS)
_INSERT = f"INSERT INTO change (n, before, {_NAMES}) VALUES (?, ?, {', '.join('?' * len(COLUMNS))})"
_SAID = len(COLUMNS) - 4
"""So many columns, the first ones, say what happened beside the patch."""
_PAGE = 2000
_SEQ_BITS = 40
"""The row number of an entry is the place of its site in `log_site`, shifted by so many bits, plus its seq."""
_ERASED = "="
_encode_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


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
    salts: Salts
    prev: str
    hash: str
    n: int
    before: int
    """Row number of the entry before it of the same record, 0 for none."""

    @property
    def is_creation(self) -> bool:
        """Whether the record came into being by this entry."""
        return self.patch.get("deleted", [0])[0] is None

    @property
    def erased(self) -> frozenset[str]:
        """Fields of which a value was erased on request; it reads None."""
        return frozenset(field for field, pair in self.salts.items() if any(s.startswith(_ERASED) for s in pair))


def digest(value: Any, salt: str) -> str:
    """The salted digest by which a value enters its entry's hash.

    The value is told as JSON with sorted keys; a text or a whole number has no other form anyway.
    """
    if salt[0] == _ERASED:
        return salt[1:]
    told = to_json(value)
    if type(value) is not str and type(value) is not int:
        told = _with_sorted_keys(told)
    return sha256(salt.encode() + told).hexdigest()


@lru_cache(maxsize=4096)
def _with_sorted_keys(told: bytes) -> bytes:
    # Few different scores and lists stand in very many entries.
    return _encode_sorted(from_json(told)).encode()


def entry_hash(said: Sequence[Any], patch: Patch, salts: Salts, prev: str) -> str:
    """SHA-256 over everything an entry says, each value through its own salted digest, and the entry before.

    Raises `ValueError` where a patch holds a value without a salt: it could be changed unnoticed.
    """
    digests: list[str] = []
    for field in sorted(patch):
        (old, new), (old_salt, new_salt) = patch[field], salts[field]
        if (old is not None and not old_salt) or (new is not None and not new_salt):
            raise ValueError(field)
        digests += (field, digest(old, old_salt) if old_salt else "", digest(new, new_salt) if new_salt else "")
    return sha256(to_json([*said, digests, prev])).hexdigest()


def sealed(patch: Patch, raw: str, place: int) -> tuple[str, list[str]]:
    """Fresh salts for a patch, as JSON, and the digests that enter its hash: what `entry_hash` makes of them.

    The salts are cut from `raw` at `place`.
    """
    salts: list[str] = []
    digests: list[str] = []
    for field in sorted(patch):
        old, new = patch[field]
        old_salt = old_told = new_salt = new_told = ""
        if old is not None:
            old_salt = raw[place : place + 16]
            old_told = digest(old, old_salt)
        if new is not None:
            new_salt = raw[place + 16 : place + 32]
            new_told = digest(new, new_salt)
        place += 32
        digests += (field, old_told, new_told)
        salts.append(f'"{field}":["{old_salt}","{new_salt}"]')
    return f"{{{','.join(salts)}}}", digests


@dataclass(frozen=True)
class Head:
    """The end of the log of one site: the row number of its last entry, its stamp and its hash."""

    n: int
    hlc: str | None = None
    hash: str = ""


def first_row(db: Connection, site: str, *, make: bool = False) -> int:
    """The row number before the first entry of a site; `make` gives it a place if it has none. -1 for no place."""
    if make:
        db.run("INSERT OR IGNORE INTO log_site (site) VALUES (?)", (site,))
    row = db.one("SELECT place FROM log_site WHERE site = ?", (site,))
    return row[0] << _SEQ_BITS if row else -1


def head(db: Connection, first: int) -> Head:
    """The end of the log that begins after row `first`."""
    row = db.one("SELECT n, hlc, hash FROM change WHERE n < ? ORDER BY n DESC LIMIT 1", (first + (1 << _SEQ_BITS),))
    return Head(*row) if row and row[0] > first else Head(first)


def ends(db: Connection) -> tuple[int, ...]:
    """The row number of the last entry of each site."""
    places = db.all("SELECT place FROM log_site ORDER BY place")
    return tuple(head(db, place << _SEQ_BITS).n for (place,) in places)


class Log:
    """Appends to the log of one site inside a write transaction. `batch` names all that this transaction adds."""

    def __init__(self, db: Connection, site: str, first: int, head: Head, person: str, verb: str, undoes: str) -> None:
        self._db, self._site, self._first, self.head = db, site, first, head
        self.batch = f"{site}-{head.n - first + 1}"
        self._verb = (verb, self.batch, undoes)
        self._person = person
        self._pending: list[tuple[Any, ...]] = []

    def append(self, at: str, millis: int, kind: str, told: Sequence[tuple[str, Patch, int]]) -> int:
        """Add an entry for each (record, patch, row number of the entry before), `at` and `millis` the same moment.

        Returns the row number of the first; the others follow it. `flush` writes them.
        """
        n, hlc, prev = self.head.n, self.head.hlc or "", self.head.hash
        stamped = stamps(self.head.hlc, millis, self._site)
        first, site, said = self._first, self._site, (self._person, at, *self._verb, kind)
        raw, place = os.urandom(16 * sum(len(patch) for _, patch, _ in told)).hex(), 0
        for record, patch, before in told:
            n, hlc = n + 1, next(stamped)
            salts, digests = sealed(patch, raw, place)
            place += 32 * len(patch)
            entry = (str(uuid7()), site, n - first, hlc, *said, record)
            last, prev = prev, sha256(to_json((*entry, digests, prev))).hexdigest()
            self._pending.append((n, before, *entry, to_json(patch).decode(), salts, last, prev))
        begins, self.head = self.head.n + 1, Head(n, hlc, prev)
        return begins

    def flush(self) -> None:
        """Write the entries that wait."""
        if len(self._pending) == 1:
            self._db.run(_INSERT, self._pending[0])
        elif self._pending:
            self._db.many(_INSERT, self._pending)
        self._pending.clear()


def read(db: Connection, where: str, values: Sequence[Any]) -> list[Change]:
    """The entries that fulfil `where` (with its order)."""
    rows = db.all(f"SELECT {_NAMES}, n, before FROM change WHERE {where}", values)
    return [
        Change(*row[:_SAID], json.loads(row[_SAID]), json.loads(row[_SAID + 1]), *row[_SAID + 2 :])  # type: ignore[call-arg]
        for row in rows
    ]


def of_records(db: Connection, last: Iterable[int]) -> list[Change]:
    """Every entry of the records whose last entries stand in these rows, in the order of the clock."""
    found: list[Change] = []
    wanted = [n for n in last if n]
    while wanted:
        page, wanted = wanted[:_PAGE], wanted[_PAGE:]
        entries = read(db, f"n IN ({', '.join('?' * len(page))})", page)
        found += entries
        wanted += [entry.before for entry in entries if entry.before]
    return sorted(found, key=lambda entry: entry.hlc)


def of_batch(db: Connection, batch: str) -> list[Change]:
    """The entries of one transaction, in order: a run in the log of its site that begins at the number in its name."""
    site, seq = _place(batch)
    n, found = first_row(db, site) + seq, list[Change]()
    while page := read(db, "n >= ? AND n < ? ORDER BY n", (n, n + _PAGE)):
        found += (entry for entry in page if entry.batch == batch)
        n += _PAGE
        if page[-1].batch != batch:
            break
    return found


class Said(NamedTuple):
    """What undoing asks of an entry."""

    kind: str
    record: str
    patch: Patch
    erased: bool
    """Whether a value of it was erased on request."""

    @property
    def is_creation(self) -> bool:
        """Whether the record came into being by this entry."""
        return self.patch.get("deleted", [0])[0] is None


def extent(db: Connection, batch: str) -> range:
    """The row numbers of the entries of one transaction."""
    site, seq = _place(batch)
    first = first_row(db, site) + seq
    found = db.one("SELECT batch FROM change WHERE n = ?", (first,))
    if found is None or found[0] != batch:
        return range(0)
    # They follow each other in the log of their site, so that the end is found by halving.
    within, beyond = first, head(db, first - seq).n + 1
    while beyond - within > 1:
        middle = (within + beyond) // 2
        (name,) = db.one("SELECT batch FROM change WHERE n = ?", (middle,)) or ("",)
        within, beyond = (middle, beyond) if name == batch else (within, middle)
    return range(first, beyond)


def said(db: Connection, entries: range) -> list[Said]:
    """What the entries in these rows say, the last first."""
    rows = db.all(
        "SELECT kind, record, patch, salts FROM change WHERE n >= ? AND n < ? ORDER BY n DESC",
        (entries.start, entries.stop),
    )
    # No field begins with the sign, so that only an erased value's digest can stand so in the text.
    return [Said(kind, record, from_json(patch), f'"{_ERASED}' in salts) for kind, record, patch, salts in rows]


def last_batches(db: Connection, site: str, person: str, limit: int) -> list[tuple[str, str, str]]:
    """(batch, verb, batch it undoes or '') of the last transactions of a person, newest first, others' passed over."""
    first = first_row(db, site)
    n = head(db, first).n
    found: list[tuple[str, str, str]] = []
    for _ in range(_PAGE):
        row = db.one("SELECT person, batch, verb, undoes FROM change WHERE n = ?", (n,))
        if row is None or len(found) == limit:
            break
        if row[0] == person:
            found.append(row[1:])
        n = first + _place(row[1])[1] - 1
    return found


def _place(batch: str) -> tuple[str, int]:
    site, _, seq = batch.rpartition("-")
    return site, int(seq)


def erase(db: Connection, last: int, kept: dict[str, Any]) -> None:
    """Take every value of the fields in `kept` out of the history of a record but the one that `kept` names.

    What is left of a value is the digest by which it entered its entry's hash, so that the chain still verifies.
    """
    for entry in of_records(db, (last,)):
        gone = [
            (field, side)
            for field in kept.keys() & entry.patch.keys()
            for side, value in enumerate(entry.patch[field])
            if value not in (None, "", [], kept[field])
        ]
        for field, side in gone:
            entry.salts[field][side] = _ERASED + digest(entry.patch[field][side], entry.salts[field][side])
            entry.patch[field][side] = None
        if gone:
            texts = (to_json(entry.patch).decode(), to_json(entry.salts).decode())
            db.run("UPDATE change SET patch = ?, salts = ? WHERE n = ?", (*texts, entry.n))


def broken(db: Connection) -> Iterator[tuple[str, int]]:
    """(site, seq) of every entry whose hash or place in its site's chain does not hold; a gap shows at its end."""
    n, site, seq, prev = 0, "", 0, ""
    while page := db.all(f"SELECT n, {_NAMES} FROM change WHERE n > ? ORDER BY n LIMIT {_PAGE}", (n,)):
        for row in page:
            n, entry = row[0], row[1:]
            if entry[1] != site:
                site, seq, prev = entry[1], 0, ""
            in_place = entry[2] == seq + 1 == n & ((1 << _SEQ_BITS) - 1) and entry[_SAID + 2] == prev
            if not in_place or entry[_SAID + 3] != _hash_of(entry):
                yield site, entry[2]
            seq, prev = entry[2], entry[_SAID + 3]


def _hash_of(entry: Sequence[Any]) -> str:
    try:
        return entry_hash(entry[:_SAID], json.loads(entry[_SAID]), json.loads(entry[_SAID + 1]), entry[_SAID + 2])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return ""  # somebody wrote into the patch or its salts what no entry ever held


def states(entries: Iterable[Change]) -> dict[str, tuple[dict[str, Any], frozenset[str]]]:
    """Record to what its entries, in the order of the clock, add up to, and the fields whose last value is erased."""
    found: dict[str, tuple[dict[str, Any], set[str]]] = {}
    for entry in entries:
        values, erased = found.setdefault(entry.record, ({}, set()))
        for field, (_, new) in entry.patch.items():
            values[field] = new
            (erased.add if entry.salts[field][1].startswith(_ERASED) else erased.discard)(field)
    return {record: (values, frozenset(erased)) for record, (values, erased) in found.items()}
