"""Looks at the clock each second while an incident runs: alarms, and jumps of the computer's clock.

One per session, so that alarms ring whatever page is in sight.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from riskdesk.desk.verb import Changed
from riskdesk.domain.incident import EntryKind, Incident, IncidentState
from riskdesk.domain.response import (
    Alarm,
    NotificationStatus,
    StepStatus,
    alarms,
    notification_statuses,
    statuses,
)
from riskdesk.gui.pages.incidents.clockwatch import ClockWatch
from riskdesk.gui.session import Session

SAME_JUMP_S = 20
"""A jump that another window of this computer has logged within this time is not logged again."""


@dataclass(frozen=True)
class _Running:
    incident: Incident
    states: list[StepStatus]
    told: list[NotificationStatus]


class IncidentWatch(QObject):
    """Knows the running incidents. Get it with `IncidentWatch.of(session)`."""

    ticked = Signal(object)
    """The time, once a second while something runs."""
    rang = Signal()
    """Something has run out that had not before."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._desk = session, session.desk
        self.clocks = ClockWatch(self._desk.clock)
        self._running: dict[str, _Running] = {}
        self._rung: set[tuple[str, str]] = set()
        self._seen: dict[str, frozenset[str]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        session.changed.connect(self._changed)
        self._read()

    @classmethod
    def of(cls, session: Session) -> IncidentWatch:
        """The watch of a session, made at the first call."""
        return session.findChild(cls) or cls(session)

    @Slot(dict)
    def _changed(self, changed: Changed) -> None:
        if not {"incident", "log_entry"}.isdisjoint(changed):
            self._read()

    def _read(self) -> None:
        desk = self._desk
        before = bool(self._running)
        self._running = {}
        for incident in desk.incidents.running():
            entries = desk.incidents.entries(incident.id)
            found = _Running(incident, statuses(incident, entries), notification_statuses(incident, entries))
            self._running[incident.id] = found
        self._seen = {id: desk.incidents.acknowledged(id) for id in self._running}
        if self._running and not before:
            self.clocks.forget()
            self.clocks.look()
            self._timer.start()
        elif not self._running:
            self._timer.stop()

    def incidents(self) -> list[Incident]:
        """The incidents that are not closed, the oldest first."""
        return [running.incident for running in self._running.values()]

    @Slot()
    def tick(self) -> None:
        """One second later, or after the computer slept: ring for what has run out since, once."""
        if not self._session.is_open:
            self._timer.stop()
            return
        jump = self.clocks.look()
        if jump is not None:
            self._log_jump(jump.text())
        now = self._desk.clock()
        ringing = [(id, alarm.key) for id in self._running for alarm in self.alarms(id, now)]
        fresh = [one for one in ringing if one not in self._rung]
        self._rung.update(fresh)
        self.ticked.emit(now)
        if fresh:
            self.rang.emit()
            _call_attention()

    def tell(self) -> None:
        """Bring all that shows a clock up to now, in the middle of a second."""
        self.ticked.emit(self._desk.clock())

    def _log_jump(self, text: str) -> None:
        now = self._desk.clock()
        for id in list(self._running):
            earlier = [e for e in self._desk.incidents.entries(id) if e.entry_kind is EntryKind.CLOCK]
            if not any(abs((now - e.written_at).total_seconds()) < SAME_JUMP_S for e in earlier):
                self._session.do(self._desk.incidents.log, id, EntryKind.CLOCK, text)

    def elapsed(self, id: str, now: dt.datetime) -> float:
        """Seconds since an incident began."""
        return max(0.0, (now - self._running[id].incident.started_at).total_seconds())

    def alarms(self, id: str, now: dt.datetime) -> list[Alarm]:
        """What has run out in an incident and nobody has acknowledged; nothing while it is paused."""
        running = self._running.get(id)
        if running is None or running.incident.state is IncidentState.PAUSED:
            return []
        found = alarms(running.states, running.told, self.elapsed(id, now))
        return [alarm for alarm in found if alarm.key not in self._seen.get(id, frozenset())]

    def acknowledge(self, id: str) -> None:
        """Somebody has seen what rings in an incident: it does not ring again, here or after a restart."""
        self._desk.incidents.acknowledge(id, [alarm.key for alarm in self.alarms(id, self._desk.clock())])
        self._seen[id] = self._desk.incidents.acknowledged(id)
        self.ticked.emit(self._desk.clock())


def _call_attention() -> None:
    """A sound, and the taskbar flashes until somebody comes to the window."""
    QApplication.beep()
    for window in QApplication.topLevelWidgets():
        if window.isWindow() and window.isVisible() and window.parent() is None:
            QApplication.alert(window, 0)
