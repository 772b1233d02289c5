"""Undo and redo across saved edits: each is a change of its own, the log only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from riskdesk.desk.verb import VERBS, Done, Verb
from riskdesk.domain.errors import Conflict
from riskdesk.domain.words import N_
from riskdesk.store import Write
from riskdesk.store.changes import Change, Patch
from riskdesk.store.codec import from_column

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

UNDO = Verb("undo", N_("Undo"), undoable=False)
REDO = Verb("redo", N_("Redo"), undoable=False)
DEPTH = 100


class UndoStack:
    """What can be undone and redone here, newest last. After a start it is read from the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undo: list[tuple[str, Verb]] = []
        self._redo: list[tuple[str, Verb]] = []
        self._read = False

    def done(self, done: Done[Any]) -> None:
        """Remember what a verb did."""
        if done.verb.undoable and done.batch:
            self._ensure_read()
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
        return self._redo[-1][1].label if self._redo else ""

    def undo(self) -> Done[None] | None:
        """Take back the last verb. Raises `Conflict` when somebody changed the same fields since; None for nothing."""
        self._ensure_read()
        return self._turn(self._undo, self._redo, UNDO)

    def redo(self) -> Done[None] | None:
        """Do again what was undone last."""
        return self._turn(self._redo, self._undo, REDO)

    def undo_batch(self, batch: str) -> Done[None] | None:
        """Take back one verb that is not the last, such as an import."""
        found = next((entry for entry in self._undo if entry[0] == batch), None)
        if found is None:
            return None
        self._undo.remove(found)
        self._undo.append(found)
        return self.undo()

    def _turn(self, source: list[tuple[str, Verb]], target: list[tuple[str, Verb]], how: Verb) -> Done[None] | None:
        if not source:
            return None
        batch, verb = source[-1]
        entries = self._desk.store.batch(batch)
        done = self._desk.run(how, lambda write: _invert(write, entries), undoes=batch)
        source.pop()
        target.append((done.batch, verb))
        return done

    def _ensure_read(self) -> None:
        if self._read:
            return
        self._read = True
        known = {batch for batch, _ in self._undo}
        spent: set[str] = set()
        earlier: list[tuple[str, Verb]] = []
        for batch, name, undoes in self._desk.store.last_batches(self._desk.person, DEPTH):
            if undoes:
                if batch not in spent:
                    spent.add(undoes)
                continue
            verb = VERBS.get(name)
            if verb and verb.undoable and batch not in spent and batch not in known:
                earlier.append((batch, verb))
        self._undo[:0] = reversed(earlier)


def _invert(write: Write, entries: list[Change]) -> None:
    """Give every field that `entries` changed its old value back, in reverse order."""
    for entry in reversed(entries):
        row = write.row(entry.kind, entry.record)
        if write.first_entry(entry.record) == entry.id:  # its making
            write.apply(entry.kind, entry.record, row, {"deleted": [False, True]})
            continue
        patch: Patch = {}
        for field, (old, new) in entry.patch.items():
            now = bool(row[field]) if field == "deleted" else from_column(entry.kind, field, row[field])
            if now != new and not (now in (None, "", []) and new in (None, "", [])):
                raise Conflict(entry.kind, entry.record, write.last_author(entry.record), {field: (new, now, old)})
            patch[field] = [now, old]
        write.apply(entry.kind, entry.record, row, patch)
