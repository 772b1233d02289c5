"""The window above those of other programs: while an alarm rings, while an incident runs, or never."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from riskdesk.domain.words import N_
from riskdesk.gui.pages.incidents.watch import IncidentWatch
from riskdesk.gui.session import Session
from riskdesk.gui.settings import OnTopChoice

CHOICES: dict[OnTopChoice, str] = {
    "never": N_("Never"), "alarm": N_("While an alarm rings"), "running": N_("While an incident runs"),
}  # fmt: skip


class OnTop(QObject):
    """One per session: `OnTop.of(session)`. What is chosen is remembered on this computer."""

    changed = Signal()
    """Another choice was made."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._watch = session, IncidentWatch.of(session)
        self._watch.ticked.connect(self.look)
        self._watch.rang.connect(self._rang)
        session.changed.connect(self.look)

    @classmethod
    def of(cls, session: Session) -> OnTop:
        """The one of a session, made at the first call."""
        return session.findChild(cls) or cls(session)

    @property
    def choice(self) -> OnTopChoice:
        """When the window is on top."""
        return self._session.settings.on_top

    def choose(self, choice: OnTopChoice) -> None:
        """Choose and remember it."""
        self._session.settings.on_top = choice
        self._session.save_settings()
        self.look()
        self.changed.emit()

    @property
    def is_wanted(self) -> bool:
        """Whether the window belongs on top just now."""
        incidents = self._watch.incidents()
        if self.choice == "alarm":
            now = self._session.desk.clock()
            return any(self._watch.alarms(incident.id, now) for incident in incidents)
        return self.choice == "running" and bool(incidents)

    @Slot()
    def look(self) -> None:
        """Bring the window up, or let it down again."""
        if not self._session.is_open:
            return
        wanted = self.is_wanted
        for window in self._windows():
            handle = window.windowHandle()
            # On the handle: the widget's own flag would hide the window and show it anew.
            if handle is not None and bool(handle.flags() & Qt.WindowType.WindowStaysOnTopHint) != wanted:
                handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)
                if wanted:
                    window.raise_()

    @Slot()
    def _rang(self) -> None:
        """Something has run out: a minimised window comes back."""
        self.look()
        for window in self._windows():
            if self.choice != "never" and window.isMinimized():
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)

    def _windows(self) -> list[QMainWindow]:
        found = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow)]
        return [window for window in found if getattr(window, "session", None) is self._session]
