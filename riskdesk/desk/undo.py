"""Undo and redo across saved edits: each is a change of its own, the log only grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from riskdesk.desk.verb import Done, Verb, verb_named
from riskdesk.domain.errors import Conflict, InTrash, NotAllowed
from riskdesk.domain.kinds import KIND_NAMES, KINDS
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.i18n import tr
from riskdesk.long_work import Tell, quiet
from riskdesk.store import Store, Write
from riskdesk.store.changes import Patch, Said
from riskdesk.store.codec import from_column, plain, to_column
from riskdesk.store.write import CHUNK

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

UNDO = Verb("undo", N_("Undo"), undoable=False)
REDO = Verb("redo", N_("Redo"), undoable=False)
DEPTH = 100
AT_ONCE = 300
"""More entries than this are turned back off the GUI thread; so many take some 50 ms."""
RISKS_AT_ONCE = 3000
"""With more risks than this the levels of all of them are judged anew off the GUI thread."""
Stack = list[tuple[str, Verb]]
"""Batches of the change log with the verb that each did, undid or did again; the newest last."""


OTHERWISE_SINCE = N_(
    "{number} was approved as it stood then, and has changed since. Nothing was undone: edit it and have it approved"
    " again."
)


class Overtaken(Conflict):
    """What is to be undone was changed by somebody since. Nothing was undone."""

    TEXT = N_("{who} has changed {record} since. Nothing was undone.")
    OWN = N_("A later step of your own, which cannot be undone, has changed {record}. Nothing was undone.")

    def __init__(
        self, entry: Said, number: str, who: str, fields: dict[str, tuple[Any, Any, Any]], is_own: bool
    ) -> None:
        if is_own:
            self.TEXT = self.OWN
        super().__init__(entry.kind, entry.record, who, fields, record=number or tr(KIND_NAMES[entry.kind]))


@dataclass
class Turn:
    """One undo or redo under way: the verb, its batch, and from which stack to which it goes."""

    how: Verb
    verb: Verb
    batch: str
    source: Stack
    target: Stack
    place: int
    is_long: bool
    """Whether it is to run off the GUI thread."""

    def run(self, desk: Desk, tell: Tell = quiet) -> Done[int]:
        """Do it, over this or another desk of the same person at the same file. Raises as `UndoStack.undo` does.

        Returns how many of the records that are gone by it were changed after they had been made.
        """
        return desk.run(self.how, lambda write: _invert(write, desk.store, self.batch, tell), undoes=self.batch)


class UndoStack:
    """What can be undone and redone here, newest last. After a start it is read from the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undo: Stack = []
        self._redo: Stack = []
        self._read = False
        self.turning: Turn | None = None

    def done(self, done: Done[Any]) -> None:
        """Remember what a verb did."""
        if done.verb.undoable and done.batch:
            self._ensure_read(but=done.batch)
            self._undo.append((done.batch, done.verb))
            self._redo.clear()

    @property
    def undo_label(self) -> str:
        """Source text of what Ctrl+Z would take back; empty for nothing."""
        self._ensure_read()
        return self._undo[-1][1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """Source text of what Ctrl+Shift+Z would do again; empty for nothing."""
        self._ensure_read()
        return self._redo[-1][1].label if self._redo else ""

    def waiting(self, how: Verb) -> tuple[str, Verb] | None:
        """Batch and verb that the next undo (`UNDO`) or redo (`REDO`) turns; None for nothing."""
        self._ensure_read()
        stack = self._undo if how is UNDO else self._redo
        return stack[-1] if stack else None

    def subject(self, batch: str) -> tuple[str, str]:
        """Kind and id of the record that a verb was about: the one its first entry tells of. Empty for no entry."""
        said = self._desk.store.said(self._desk.store.extent(batch)[:1])
        return (said[0].kind, said[0].record) if said else ("", "")

    def undo(self, tell: Tell = quiet) -> Done[int] | None:
        """Take back the last verb; None for nothing.

        Raises `Overtaken` when somebody changed the same fields since: then it can no longer be undone, and the next
        call takes back what was done before it; `NotAllowed` in the same way where it would change what is signed,
        approved or in the trash. `tell(done, total)` may raise `Cancelled`: then nothing was undone.
        """
        return self._do(self.begin(UNDO), tell)

    def redo(self, tell: Tell = quiet) -> Done[int] | None:
        """Do again what was undone last. Raises as `undo` does."""
        return self._do(self.begin(REDO), tell)

    def undo_batch(self, batch: str, tell: Tell = quiet) -> Done[int] | None:
        """Take back one verb that is not the last, such as an import; None when it is not among the last ones."""
        return self._do(self.begin(UNDO, batch), tell)

    def about(self, turn: Turn) -> tuple[Record | None, int]:
        """The first record that a step changed, if people call it by a name, and how many records it changed."""
        store = self._desk.store
        entries = store.extent(turn.batch)
        changed = {(said.kind, said.record) for said in store.said(entries[:AT_ONCE])}
        # What was undone was undone from its end.
        first = next(iter(store.said(entries[:1] if turn.how is UNDO else entries[-1:])), None)
        named = first is not None and bool(KINDS[first.kind].SEARCHED)
        record = store.get(KINDS[first.kind], first.record) if first is not None and named else None
        return record, len(changed) if len(entries) <= AT_ONCE else len(entries)

    # in three steps, for a long one that another thread does in between

    def begin(self, how: Verb, batch: str = "") -> Turn | None:
        """Take the last verb, or the one of that batch, off its stack; None for nothing, and while another turn runs.

        `finish` or `fail` has to follow.
        """
        self._ensure_read()
        source, target = (self._undo, self._redo) if how is UNDO else (self._redo, self._undo)
        place = next((n for n in reversed(range(len(source))) if batch in ("", source[n][0])), -1)
        if place < 0 or self.turning is not None:
            return None
        taken, verb = source.pop(place)
        self.turning = Turn(how, verb, taken, source, target, place, self._is_long(taken))
        return self.turning

    def finish(self, turn: Turn, done: Done[int]) -> None:
        """It is on disk, and can be turned back."""
        self.turning = None
        if done.batch:
            turn.target.append((done.batch, turn.verb))

    def fail(self, turn: Turn, error: BaseException) -> None:
        """Nothing came of it. What can never be turned back any more is forgotten, anything else waits as before."""
        self.turning = None
        if not isinstance(error, (Overtaken, NotAllowed)):
            turn.source.insert(min(turn.place, len(turn.source)), (turn.batch, turn.verb))

    def _do(self, turn: Turn | None, tell: Tell) -> Done[int] | None:
        if turn is None:
            return None
        try:
            done = turn.run(self._desk, tell)
        except BaseException as error:
            self.fail(turn, error)
            raise
        self.finish(turn, done)
        return done

    def _is_long(self, batch: str) -> bool:
        """Whether turning it takes over 100 ms. After a change of the policy every risk is judged anew."""
        store = self._desk.store
        entries = store.extent(batch)
        if len(entries) > AT_ONCE:
            return True
        return any(said.kind == Policy.KIND for said in store.said(entries)) and store.count("risk") > RISKS_AT_ONCE

    def _ensure_read(self, but: str = "") -> None:
        if self._read:
            return
        self._read = True
        last = [entry for entry in self._desk.store.last_batches(self._desk.person, DEPTH) if entry[0] != but]
        undoes = {batch: undone for batch, _, undone in last}
        names = {batch: name for batch, name, _ in last}
        seen: set[str] = set()
        fresh = True
        for batch, name, undone in last:
            first = batch
            while undoes.get(first):
                first = undoes[first]
            verb = verb_named(names.get(first, ""))
            # Only the last turn of a verb counts, and only what was undone after the last new verb can be redone.
            if verb is None or not verb.undoable or first in seen:
                continue
            seen.add(first)
            if undone and name == UNDO.name:
                self._redo += [(batch, verb)] if fresh else []
            else:
                self._undo.append((batch, verb))
                fresh = fresh and bool(undone)
        self._undo.reverse()
        self._redo.reverse()


def _invert(write: Write, store: Store, batch: str, tell: Tell) -> int:
    """Give every field that the entries of `batch` changed its old value back, in reverse order.

    Returns how many of the records that it made were changed since.
    """
    own = left = store.extent(batch)
    total, changed = len(left), 0
    seen: set[str] = set()
    turned: set[str] = set()
    in_trash: dict[str, set[str]] = {}
    while left:
        tell(total - len(left), total)
        left, page = left[:-CHUNK], left[-CHUNK:]
        for kind, entries in _runs(store.said(page)):
            rows = _give_back(write, kind, entries, own)
            made = [entry.record for entry in entries if entry.is_creation]
            changed += sum(rows[id]["last_change"] not in own and id not in turned for id in made)
            turned.update(entry.record for entry in entries if not entry.is_creation)
            in_trash.setdefault(kind, set()).update(id for id in rows.keys() - seen if rows[id]["deleted"])
            seen |= rows.keys()
    # What lay in the trash before may be taken out of it by this, but not changed where nobody sees it.
    for kind, ids in in_trash.items():
        if any(row["deleted"] for row in write.rows(kind, ids).values()):
            raise InTrash
    return changed


def _runs(entries: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """Entries that can be turned back together: of one kind, and each of another record."""
    run: list[Said] = []
    seen: set[str] = set()
    for entry in entries:
        if run and (entry.kind != run[0].kind or entry.record in seen):
            yield run[0].kind, run
            run, seen = [], set()
        run.append(entry)
        seen.add(entry.record)
    if run:
        yield run[0].kind, run


def _give_back(write: Write, kind: str, entries: Sequence[Said], own: range) -> dict[str, dict[str, Any]]:
    """Turn entries of the batch `own` back; returns the rows as they were."""
    fields = dict.fromkeys(field for entry in entries for field in entry.patch)
    rows = write.rows(kind, [entry.record for entry in entries], fields)
    edits = []
    for entry in entries:
        if entry.erased:
            raise NotAllowed(N_("Part of this was erased on request and cannot be brought back."))
        row = rows[entry.record]
        unlike = [field for field, (_, new) in entry.patch.items() if row[field] != to_column(new)]
        # What is written otherwise may still be the same value.
        held = {field: from_column(kind, field, row[field]) for field in unlike}
        moved = {field: (entry.patch[field][1], now, entry.patch[field][0]) for field, now in held.items()
                 if now != entry.patch[field][1]}  # fmt: skip
        if moved:
            who = write.last_author(kind, entry.record, moved)
            raise Overtaken(entry, row["number"], who, moved, is_own=who != "" and who == write.person)
        back = _inverse(entry)
        if write.signs(kind, entry.record, back) and not _is_as_left(write, kind, row, own):
            raise NotAllowed(OTHERWISE_SINCE, number=row["number"])
        edits.append((row, back))
    write.apply_many(kind, edits)
    return rows


def _is_as_left(write: Write, kind: str, row: dict[str, Any], own: range) -> bool:
    """Whether nothing that an approval of this record covers was changed after the batch `own`."""
    with_it = KINDS[kind].APPROVED_WITH or ()
    others = [n for other, field in with_it for (_, n) in write.linked(other, field, [row["id"]], ("last_change",))]
    return row["last_change"] in own and all(n < own.stop for n in others)


def _inverse(entry: Said) -> Patch:
    if not entry.is_creation:
        return {field: [new, old] for field, (old, new) in entry.patch.items()}
    if entry.kind != Policy.KIND:
        return {"deleted": [False, True]}
    # There is always a policy: an office without one of its own has the defaults.
    defaults = plain(Policy())
    now = {field: new for field, (_, new) in entry.patch.items()}
    return {field: [value, defaults[field]] for field, value in now.items() if value != defaults.get(field, value)}
