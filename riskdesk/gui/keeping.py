"""When a draft is kept: a moment after each key, and again later where that was not possible."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from riskdesk.domain.errors import RiskdeskError
from riskdesk.gui.reasons import sentence
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.banner import Banner
from riskdesk.i18n import tr

DRAFT_MS = 400
"""Typing pauses this long before the draft is kept."""
AGAIN_MS = 2000
"""What could not be kept is tried again after this."""


class Keeping(QObject):
    """Calls `keep`, which brings the file in step with what is typed and tells whether there is something typed."""

    told = Signal(str)
    """Why what is typed is not kept yet; '' once it is."""

    def __init__(self, session: Session, keep: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._keep = session, keep
        self._reason = ""
        self.holds: bool | None = None
        """Whether what is typed is in the file; None while nothing is."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)
        _all.add(self)

    @property
    def is_waiting(self) -> bool:
        """Whether something is not in the file yet."""
        return self._timer.isActive()

    @property
    def is_open(self) -> bool:
        """Whether the file is still open."""
        return isValid(self._session) and self._session.is_open

    def soon(self) -> None:
        """Something was typed."""
        self.holds = False
        self._timer.start(DRAFT_MS)

    def stop(self) -> None:
        """Nothing is typed any more: it is saved or given up."""
        self._timer.stop()
        self.holds = None
        self._tell("")

    @Slot()
    def now(self) -> bool:
        """Bring the file in step; returns whether that was possible, and tries again later where it was not."""
        self._timer.stop()
        if not self.is_open:  # a timer or a hiding window may come after the file was closed
            return True
        try:
            self.holds = self._keep() or None
        except RiskdeskError as error:
            self._tell(tr("Not kept yet: {reason}", reason=sentence(error)))
            self._timer.start(AGAIN_MS)
            return False
        self._tell("")
        return True

    def _tell(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self.told.emit(reason)


class NotKept(Banner):
    """Tells why what is typed is not kept yet; hidden while it is."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self.hide()
        keeping.told.connect(self._tell)

    @Slot(str)
    def _tell(self, reason: str) -> None:
        self.say(reason, "warn")


_all: WeakSet[Keeping] = WeakSet()


def keep_all() -> bool | None:
    """Keep what is being typed anywhere; returns whether all of it is in the file, None where nothing is typed."""
    there = [keeping for keeping in list(_all) if isValid(keeping) and keeping.is_open]
    for keeping in there:
        if keeping.is_waiting:
            keeping.now()
    states = {keeping.holds for keeping in there} - {None}
    return False not in states if states else None
