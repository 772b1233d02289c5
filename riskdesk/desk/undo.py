"""Undo and redo across saved edits: each is a change of its own, the log only grows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from riskdesk.desk.verb import VERBS, Done, Verb
from riskdesk.domain.errors import Conflict, NotAllowed
from riskdesk.domain.policy import Policy
from riskdesk.domain.words import N_
from riskdesk.store import Write
from riskdesk.store.changes import Change, Patch
from riskdesk.store.codec import from_column, plain

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

UNDO = Verb("undo", N_("Undo"), undoable=False)
REDO = Verb("redo", N_("Redo"), undoable=False)
DEPTH = 100
Stack = list[tuple[str, Verb]]
"""Batches of the change log with the verb that each did, undid or did again; the newest last."""


class Overtaken(Conflict):
    """What is to be undone was changed by somebody since. Nothing was undone."""

    def __init__(self, entry: Change, number: str, who: str, fields: dict[str, tuple[Any, Any, Any]]) -> None:
        super().__init__(entry.kind, entry.record, who, fields)
        self.text = N_("{number} was changed since, by {who}. Nothing was undone.")
        self.params = {"number": number or entry.record, "who": who or "?"}


class UndoStack:
    """What can be undone and redone here, newest last. After a start it is read from the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undo: Stack = []
        self._redo: Stack = []
        self._read = False

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

    def undo(self) -> Done[None] | None:
        """Take back the last verb; None for nothing.

        Raises `Overtaken` when somebody changed the same fields since: then it can no longer be undone, and the next
        call takes back what was done before it.
        """
        self._ensure_read()
        return self._turn(self._undo, len(self._undo) - 1, self._redo, UNDO)

    def redo(self) -> Done[None] | None:
        """Do again what was undone last. Raises `Overtaken` as `undo` does."""
        self._ensure_read()
        return self._turn(self._redo, len(self._redo) - 1, self._undo, REDO)

    def undo_batch(self, batch: str) -> Done[None] | None:
        """Take back one verb that is not the last, such as an import; None when it is not among the last ones."""
        self._ensure_read()
        place = next((place for place, entry in enumerate(self._undo) if entry[0] == batch), -1)
        return self._turn(self._undo, place, self._redo, UNDO)

    def _turn(self, source: Stack, place: int, target: Stack, how: Verb) -> Done[None] | None:
        if place < 0:
            return None
        batch, verb = source[place]
        entries = self._desk.store.batch(batch)
        try:
            done = self._desk.run(how, lambda write: _invert(write, entries), undoes=batch)
        except (Overtaken, NotAllowed):
            del source[place]
            raise
        del source[place]
        if done.batch:
            target.append((done.batch, verb))
        return done

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
            verb = VERBS.get(names.get(first, ""))
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


def _invert(write: Write, entries: list[Change]) -> None:
    """Give every field that `entries` changed its old value back, in reverse order."""
    for entry in reversed(entries):
        if entry.erased:
            raise NotAllowed(N_("Part of this was erased on request and cannot be brought back."))
        row = write.row(entry.kind, entry.record)
        current = {field: from_column(entry.kind, field, row[field]) for field in entry.patch}
        moved = {
            field: (new, current[field], old) for field, (old, new) in entry.patch.items() if current[field] != new
        }
        if moved:
            raise Overtaken(entry, row["number"], write.last_author(entry.kind, entry.record, moved), moved)
        write.apply(entry.kind, entry.record, row, _inverse(entry, current))


def _inverse(entry: Change, current: Mapping[str, Any]) -> Patch:
    if not entry.is_creation:
        return {field: [current[field], old] for field, (old, _) in entry.patch.items()}
    if entry.kind != Policy.KIND:
        return {"deleted": [False, True]}
    # There is always a policy: an office without one of its own has the defaults.
    defaults = plain(Policy())
    return {field: [now, defaults[field]] for field, now in current.items() if now != defaults.get(field, now)}
