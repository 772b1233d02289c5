"""A write: everything one verb changes, in one transaction with its log entries, links and search index."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from riskdesk.domain.errors import Conflict, InTrash, Invalid, NotAllowed, NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, iso_millis, references
from riskdesk.domain.words import N_
from riskdesk.store import changes, index
from riskdesk.store.changes import Log, Patch
from riskdesk.store.clock import millis_of
from riskdesk.store.codec import from_column, json_value, plain, to_column, to_columns, to_record
from riskdesk.store.connection import Connection
from riskdesk.store.numbers import named
from riskdesk.store.opened import Opened

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Entry = tuple[str, str, Patch]
"""Kind, id and what changed."""
Derive = Callable[["Write", Sequence[Entry]], None]
"""Called once before the commit with all that was saved, to bring derived columns up to date."""

UNDER_SIGNATURE = N_(
    "{number} is approved, and this would change it under its signature. Edit it instead: that makes the next version,"
    " unsigned."
)
CHUNK = 500
_HEAD = ("n", "id", "number", "deleted", "last_change")


class Write:
    """Saves inside one transaction. `touched` tells which records of which kind changed."""

    def __init__(
        self, db: Connection, log: Log, site: str, person: str, now: dt.datetime, opened: Opened,
        derive: Derive | None = None,
    ) -> None:  # fmt: skip
        self.db, self.log, self.site, self.person, self.now = db, log, site, person, now
        self._saved: dict[str, tuple[Record, int]] = {}
        self._opened = opened
        self.touched: dict[str, set[str]] = {}
        self.erased = False
        self._at, self._millis = iso_millis(now), millis_of(now)
        self.batch = log.batch
        self._derive = derive
        self._entries: list[Entry] = []
        self._unindexed: set[str] = set()
        self._last: dict[str, int] = {}

    # reading, as this transaction sees it

    def get(self, cls: type[R], id: str) -> R:
        """The record of that id, deleted ones too. Raises `NotFound`."""
        return to_record(cls, self.row(cls.KIND, id))

    def row(self, kind: str, id: str) -> dict[str, Any]:
        """The stored row: its number n, the fields, whether it is deleted and its last entry. Raises `NotFound`."""
        names, sql = _row(kind)
        found = self.db.one(sql, (id,))
        if found is None:
            raise NotFound(N_("This record is not in the file."))
        return dict(zip(names, found, strict=True))

    def rows(self, kind: str, ids: Iterable[str], fields: Iterable[str] = ()) -> dict[str, dict[str, Any]]:
        """Stored rows by id: what `apply_many` needs of them, and `fields`. Raises `NotFound` where one is missing."""
        names = tuple(dict.fromkeys((*_HEAD, *fields)))
        wanted = list(ids)
        found = {row[1]: dict(zip(names, row, strict=True)) for row in self.values(kind, names, wanted)}
        if not found.keys() >= set(wanted):
            raise NotFound(N_("This record is not in the file."))
        return found

    def values(self, kind: str, names: Sequence[str], ids: Sequence[str] | None = None) -> list[tuple[Any, ...]]:
        """Columns of the records with these ids, or of all that are not deleted."""
        columns = ", ".join(names)
        if ids is None:
            return self.db.all(f'SELECT {columns} FROM "{kind}" WHERE deleted = 0')
        found: list[tuple[Any, ...]] = []
        for part in parts(ids):
            found += self.db.all(f'SELECT {columns} FROM "{kind}" WHERE id IN ({_marks(part)})', part)
        return found

    def linked(self, kind: str, field: str, ids: Sequence[str], names: Sequence[str]) -> list[tuple[Any, ...]]:
        """(id pointed to, columns ...) of every record of a kind, not deleted, whose `field` points to one of `ids`."""
        columns = ", ".join(f"r.{name}" for name in names)
        found: list[tuple[Any, ...]] = []
        for part in parts(ids):
            found += self.db.all(
                f'SELECT l.dst, {columns} FROM link l JOIN "{kind}" r ON r.id = l.src '
                f"WHERE l.dst IN ({_marks(part)}) AND l.kind = ? AND l.field = ? AND r.deleted = 0",
                (*part, kind, field),
            )
        return found

    def targets(self, src: str, field: str) -> list[str]:
        """Ids that a reference field of record `src` points to."""
        return [row[0] for row in self.db.all("SELECT dst FROM link WHERE src = ? AND field = ?", (src, field))]

    def last_author(self, kind: str, id: str, fields: Iterable[str] = ()) -> str:
        """Who changed a record last, or one of these fields of it; empty if nobody did."""
        wanted = set(fields)
        n = self._last.get(id) or self.row(kind, id)["last_change"]
        while row := self.db.one("SELECT before, person, patch FROM change WHERE n = ?", (n,)):
            if not wanted or not wanted.isdisjoint(json.loads(row[2])):
                return str(row[1])
            n = row[0]
        return ""

    # writing

    def create(self, record: R) -> R:
        """Store a new record under a new id and number (those that it brings are kept) and return it."""
        return self.create_many([record])[0]

    def create_many(self, records: Iterable[R]) -> list[R]:
        """`create` for many records at once, at several times the speed. The iterable may raise `Cancelled`."""
        found: list[R] = []
        source = iter(records)
        while part := list(islice(source, CHUNK)):
            made: dict[int, R] = {}
            for kind in dict.fromkeys(record.KIND for record in part):
                mine = {place: record for place, record in enumerate(part) if kind == record.KIND}
                made |= zip(mine, named(self.db, self.site, self.now, kind, list(mine.values())), strict=True)
                self._insert(kind, [made[place] for place in mine])
            found += (made[place] for place in range(len(part)))
        return found

    def save(self, record: R, base: R) -> R:
        """Store what differs between `base`, the record as the editor opened it, and `record`.

        Fields that somebody else changed meanwhile and that the editor left alone keep the newer value. Raises
        `Conflict` when both changed the same field or when both changes together break a rule, `NotAllowed` when a
        log would be changed, `InTrash` when the record was deleted meanwhile. What changes an approved record, as it
        is stored, makes its next version.
        """
        kind, mine, opened = record.KIND, record.__dict__, base.__dict__
        wanted = [name for name, value in mine.items() if value is not opened[name] and value != opened[name]]
        if not wanted:
            return record
        row = self._head(kind, record.id)
        if row["deleted"]:
            raise InTrash
        moved: dict[str, Any] = {}
        if row["last_change"] != self._opened.entry_of(base):
            row = self.row(kind, record.id)
            moved = self._moved(base, row)
        current = {name: moved[name] if name in moved else json_value(opened[name]) for name in wanted}
        patch: Patch = {
            name: [current[name], value] for name in wanted if (value := json_value(mine[name])) != current[name]
        }
        clashes = moved.keys() & patch.keys()
        if clashes:
            raise self._conflict(record, base, {name: current[name] for name in wanted if name in clashes})
        unsigning = self._unsigning(kind, record.id, patch)
        self.apply(kind, record.id, row, patch | unsigning)
        if moved or unsigning:
            record = self._merged(record, base, moved)
        self._saved[record.id] = (record, self._last.get(record.id, row["last_change"]))
        return record

    def delete(self, kind: str, id: str) -> None:
        """Move a record to the trash, which is a change like any other. Raises `NotAllowed` for a log."""
        row = self.row(kind, id)
        if not row["deleted"]:
            self.apply(kind, id, row, {"deleted": [False, True]})

    def restore(self, kind: str, id: str) -> None:
        """Take a record out of the trash. Raises `NotFound`."""
        row = self.row(kind, id)
        if row["deleted"]:
            self.apply(kind, id, row, {"deleted": [True, False]})

    def apply(self, kind: str, id: str, row: dict[str, Any], patch: Patch) -> None:
        """Write `patch` over `row`, as this transaction sees it, with its log entry, links and search index.

        Raises `NotAllowed` for a log that only grows, for what is signed, for what would change what was approved under
        its signature, and for what is no field of the record.
        """
        self.apply_many(kind, [(row, patch)])

    def apply_many(self, kind: str, edits: Sequence[tuple[dict[str, Any], Patch]]) -> None:
        """`apply` for many records of a kind, each of them once, at several times the speed."""
        by_fields: dict[tuple[str, ...], list[tuple[dict[str, Any], Patch]]] = {}
        for row, patch in edits:
            by_fields.setdefault(tuple(patch), []).append((row, patch))
        by_fields.pop((), None)
        for fields, some in by_fields.items():
            self._check(kind, fields, [row for row, _ in some])
        if KINDS[kind].APPROVED_WITH is not None:
            for row, patch in edits:
                if self._unsigning(kind, row["id"], patch):
                    raise NotAllowed(UNDER_SIGNATURE, number=row["number"])
        for fields, some in by_fields.items():
            first = self._enter(kind, [(row["id"], patch, row["last_change"]) for row, patch in some])
            sets = ", ".join(f"{name} = ?" for name in fields)
            self.db.many(
                f'UPDATE "{kind}" SET {sets}, changed_at = ?, last_change = ? WHERE n = ?',
                [
                    (*(to_column(new) for _, new in patch.values()), self._at, entry, row["n"])
                    for entry, (row, patch) in enumerate(some, first)
                ],
            )
            if index.update(self.db, kind, some):
                self._unindexed.add(kind)
        if len(edits) > 1:
            self.log.flush()

    def signs(self, kind: str, id: str, patch: Patch) -> bool:
        """Whether `patch` would make approved what is not."""
        if KINDS[kind].APPROVED_WITH is None:
            return False
        now, then = self._now_and_then(kind, id, patch)
        return then.is_approved and not now.is_approved

    def erase(self, kind: str, id: str, fields: Iterable[str]) -> None:
        """Take what `fields` of a record ever held out of its history; what they hold now stays.

        For personal data: empty or mask the fields first, in the same write. The log keeps that and by whom something
        was erased, and its chain still verifies. Drafts of the record go too; copies in backups do not.
        """
        row = self.row(kind, id)
        if not set(fields) <= _changeable(kind):
            raise _fixed(set(fields) - _changeable(kind))
        self.db.run("PRAGMA secure_delete = ON")
        self.log.flush()
        changes.erase(self.db, row["last_change"], {name: from_column(kind, name, row[name]) for name in fields})
        self.db.run("DELETE FROM draft WHERE kind = ? AND record = ?", (kind, id))
        if index.searched(kind):
            index.catch_up(self.db, kind)
            # The words of a removed text stay in the index until its parts are merged.
            self.db.run(f'INSERT INTO "{kind}_fts" ("{kind}_fts") VALUES (\'optimize\')')
        self.erased = True
        entry = self._enter(kind, [(id, {}, row["last_change"])])
        self.db.run(f'UPDATE "{kind}" SET last_change = ? WHERE n = ?', (entry, row["n"]))

    def set_derived(self, kind: str, names: Sequence[str], values: Mapping[str, Sequence[Any]]) -> None:
        """Set derived columns of the records with these ids; they are no part of a record and of no log entry."""
        sets = ", ".join(f"{name} = ?" for name in names)
        held = {id: now for id, *now in self.values(kind, ("id", *names), list(values))}
        changed = {id: told for id, told in values.items() if id in held and held[id] != list(told)}
        if changed:
            self.db.many(f'UPDATE "{kind}" SET {sets} WHERE id = ?', [(*told, id) for id, told in changed.items()])
            self.touched.setdefault(kind, set()).update(changed)

    def keep_opened(self) -> None:
        """Note what was saved as opened; called after the commit."""
        for record, entry in self._saved.values():
            self._opened.keep(record, entry)

    def flush(self) -> None:
        """Bring derived columns up to date and write the log entries that wait; called before the commit."""
        if self._derive is not None and self._entries:
            self._derive(self, tuple(self._entries))
        self.log.flush()
        for kind in self._unindexed:
            index.catch_up(self.db, kind, more_than=index.AT_ONCE, up_to=index.LATER_ON)

    # steps of these

    def _insert(self, kind: str, records: Sequence[Record]) -> None:
        fields = tuple(KINDS[kind].model_fields)
        names = ("n", *fields, "created_at", "changed_at", "sort_name", "last_change")
        last = self.db.one("SELECT seq FROM sqlite_sequence WHERE name = ?", (kind,))
        first = (last[0] if last else 0) + 1
        told: list[tuple[str, Patch, int]] = []
        rows, links = [], []
        refs, title = tuple(references(KINDS[kind])), KINDS[kind].SEARCHED[:1]
        for n, record in enumerate(records, first):
            values = plain(record)
            # What is empty is left out, but 0 and False are not empty.
            patch: Patch = {"deleted": [None, False]}
            patch |= {name: [None, value] for name, value in values.items() if (value or value == 0) and name != "id"}
            told.append((record.id, patch, 0))
            name = index.sort_name(kind, str(values[title[0]])) if title else ""
            rows.append((n, *to_columns(kind, values), self._at, self._at, name))
            links += index.links(kind, values, refs)
        entry = self._enter(kind, told)
        whole = [(*row, number) for number, row in enumerate(rows, entry)]
        try:
            self.db.many(f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({_marks(names)})', whole)
        except dbapi2.IntegrityError as error:
            raise NotAllowed(N_("A record with this id is in the file already.")) from error
        self.db.many(index.LINK, links)
        if index.searched(kind):
            self.db.many(index.LATER, [(kind, row[0]) for row in rows])
            self._unindexed.add(kind)
        self.log.flush()

    def _moved(self, base: Record, row: dict[str, Any]) -> dict[str, Any]:
        """Field to stored value (JSON) for what others changed since `base` was read."""
        kind, opened = base.KIND, base.__dict__
        # Most fields hold what their column holds and need no conversion.
        unlike = [n for n, value in opened.items() if (held := row[n]) != value and held != to_column(value)]
        stored = {name: from_column(kind, name, row[name]) for name in unlike}
        return {name: value for name, value in stored.items() if value != json_value(opened[name])}

    def _head(self, kind: str, id: str) -> dict[str, Any]:
        """What `apply` needs of a row. Raises `NotFound`."""
        found = self.db.one(f'SELECT {", ".join(_HEAD)} FROM "{kind}" WHERE id = ?', (id,))
        if found is None:
            raise NotFound(N_("This record is not in the file."))
        return dict(zip(_HEAD, found, strict=True))

    def _is_frozen(self, kind: str, id: str, field: str, value: str) -> bool:
        return bool(self.db.one(f'SELECT 1 FROM "{kind}" WHERE id = ? AND {field} = ?', (id, value)))

    def _unsigning(self, kind: str, id: str, patch: Patch) -> Patch:
        """What has to change along with `patch`, so that nothing changes under a signature."""
        if KINDS[kind].APPROVED_WITH is None:
            return {}
        now, then = self._now_and_then(kind, id, patch)
        unsigned = then.unsigned_after(now)
        return {
            name: [json_value(getattr(now, name)), json_value(getattr(unsigned, name))]
            for name in type(then).model_fields if getattr(unsigned, name) != getattr(then, name)
        }  # fmt: skip

    def _now_and_then(self, kind: str, id: str, patch: Patch) -> tuple[Record, Record]:
        """A record as it is stored, and as `patch` would leave it."""
        now = self.get(KINDS[kind], id)
        return now, now.held(**{name: new for name, (_, new) in patch.items() if name != "deleted"})

    def _merged(self, record: R, base: R, moved: dict[str, Any]) -> R:
        try:
            # Both changes were right by themselves; together they have to be right, too.
            return self.get(type(record), record.id).changed()
        except Invalid as error:
            raise self._conflict(record, base, moved) from error

    def _conflict(self, record: Record, base: Record, current: dict[str, Any]) -> Conflict:
        before, mine = plain(base, current), plain(record, current)
        fields = {name: (before[name], value, mine[name]) for name, value in current.items()}
        return Conflict(record.KIND, record.id, self.last_author(record.KIND, record.id, fields), fields)

    def _check(self, kind: str, fields: Collection[str], rows: Sequence[dict[str, Any]]) -> None:
        """Whether these fields of these records may change. Raises `NotAllowed`."""
        grows_only, freezes = KINDS[kind].GROWS_ONLY, KINDS[kind].FREEZES
        if grows_only is not None and not set(fields) <= set(grows_only):
            raise NotAllowed(N_("A log only grows. Strike the entry with a reason instead."))
        frozen = [row["number"] for row in rows if freezes is not None and self._is_frozen(kind, row["id"], *freezes)]
        if frozen:
            raise NotAllowed(N_("{number} is signed and frozen: nothing of it changes any more."), number=frozen[0])
        if not _changeable(kind).issuperset(fields):
            raise _fixed(set(fields) - _changeable(kind))

    def _enter(self, kind: str, told: Sequence[tuple[str, Patch, int]]) -> int:
        """Log what changed in each record: (id, patch, entry before).

        Returns the row number of the first entry; the others follow it. A record keeps that of its last.
        """
        last = self._last
        first = self.log.append(
            self._at, self._millis, kind, [(id, patch, last.get(id, before)) for id, patch, before in told]
        )
        last.update(zip((id for id, _, _ in told), range(first, first + len(told)), strict=True))
        # Of a new record, of which there may be very many, the values are not kept in memory until the end.
        created = _created(kind)
        self._entries += [(kind, id, patch if before else created) for id, patch, before in told]
        self.touched.setdefault(kind, set()).update(id for id, _, _ in told)
        return first


@cache
def _created(kind: str) -> Patch:
    """What changed in a new record, for those who only ask which fields."""
    return {field: [None, None] for field in ("deleted", *KINDS[kind].model_fields)}


@cache
def _row(kind: str) -> tuple[tuple[str, ...], str]:
    names = ("n", "deleted", "last_change", *KINDS[kind].model_fields)
    return names, f'SELECT {", ".join(names)} FROM "{kind}" WHERE id = ?'


@cache
def _changeable(kind: str) -> frozenset[str]:
    return frozenset({"deleted", *KINDS[kind].model_fields}) - {"id", "number"}


def _fixed(fields: Iterable[str]) -> NotAllowed:
    return NotAllowed(N_("This cannot be changed: {fields}."), fields=", ".join(sorted(fields)))


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def parts(whole: Sequence[T]) -> Iterator[Sequence[T]]:
    """What is too much for one statement, `CHUNK` at a time."""
    return (whole[start : start + CHUNK] for start in range(0, len(whole), CHUNK))
