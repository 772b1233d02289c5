"""Drafts of new records, which have no id yet: each belongs to the window in which it is typed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile
from uuid_utils import uuid7

from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError

_NEW = "new"
"""How the id of such a draft begins: `new:window:draft`. Earlier versions gave it none."""


class NewDrafts:
    """Which drafts of new records one window may offer.

    A window that keeps one holds a lock file beside the office's file, which the system tells from one that a crash
    left behind. So it is known of every program on this computer whether it still lives; of a window on another
    computer, where a file on a network share is refused anyway, it is not.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._window = desk, uuid7().hex
        self._lock: QLockFile | None = None

    def take(self, kind: str) -> str:
        """The id of a draft of this kind that no other living window holds, or one for a draft to be begun."""
        store, person = self._desk.store, self._desk.person
        own = f"{_NEW}:{self._window}:{uuid7().hex}"
        for held, id, _ in store.drafts(person):
            if held != kind or (id and not id.startswith(f"{_NEW}:")):
                continue
            if id.startswith(f"{_NEW}:{self._window}:"):
                return id
            if not self._is_held(id):
                # Where it cannot be taken now, it is offered the next time.
                with suppress(RiskdeskError):
                    self.hold()
                    if store.take_draft(person, kind, id, own):
                        return own
        return own

    def hold(self) -> None:
        """This window keeps a draft from now on."""
        if self._lock is None:
            self._lock = self._lock_of(self._window)
            self._lock.tryLock(0)

    def release(self) -> None:
        """The window closes: what it leaves is for the next."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _is_held(self, id: str) -> bool:
        if not id:
            return False
        lock = self._lock_of(id.split(":")[1])
        if not Path(lock.fileName()).exists():
            return False
        left_behind = lock.tryLock(0)
        lock.unlock()
        return not left_behind

    def _lock_of(self, window: str) -> QLockFile:
        path = self._desk.store.path
        lock = QLockFile(str(path.with_name(f"{path.name}-{window}")))
        lock.setStaleLockTime(0)
        return lock
