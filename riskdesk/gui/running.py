"""The strip in the foot: incidents and drills that run, their clocks, and what is due next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from riskdesk import formats
from riskdesk.desk.overview import Around
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident, IncidentState
from riskdesk.domain.urgency import urgency
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.foot import FootBar, Limit, Running

if TYPE_CHECKING:
    from riskdesk.gui.pages.incidents.watch import IncidentWatch

_LIMITS: dict[str, Limit] = {"calm": "calm", "warning": "warning", "over": "over"}


class RunningStrip(QObject):
    """Ticks once a second while something runs; every time is computed from the stored start."""

    def __init__(self, session: Session, foot: FootBar) -> None:
        super().__init__(foot)
        self._session, self._foot = session, foot
        self.incidents: list[Incident] = []
        self.drills: list[Drill] = []
        self._due: dict[str, float | None] = {}
        self._watched = False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.show_now)

    def look(self, around: Around) -> None:
        """Take over what runs."""
        self.incidents, self.drills, self._due = around.incidents, around.drills, around.limits
        if self.drills and not self.incidents:
            self._tick.start()
        else:
            self._tick.stop()
        if self.incidents:
            self._second_hand().tell()
        else:
            self.show_now()

    def _second_hand(self) -> IncidentWatch:
        """The second hand of the console moves this one too, so that both show the same second."""
        from riskdesk.gui.pages.incidents.watch import IncidentWatch

        watch = IncidentWatch.of(self._session)
        if not self._watched:
            self._watched = True
            watch.ticked.connect(self.show_at)
        return watch

    @Slot()
    def show_now(self) -> None:
        """Bring the strip up to this second."""
        self.show_at(self._session.desk.clock())

    @Slot(object)
    def show_at(self, now: dt.datetime) -> None:
        """Bring the strip up to a moment."""
        shown = [self._incident(incident, now) for incident in self.incidents]
        shown += [self._drill(drill, now) for drill in self.drills]
        self._foot.set_running(shown)

    def _incident(self, incident: Incident, now: dt.datetime) -> Running:
        elapsed = (now - incident.started_at).total_seconds()
        clock, due = formats.running(elapsed), self._due.get(incident.id)
        if due is None or incident.state is IncidentState.PAUSED:
            return Running(f"incident:{incident.id}", incident.title, clock)
        left = due - elapsed
        state = _LIMITS[urgency(left, due).value]
        return Running(f"incident:{incident.id}", incident.title, clock, formats.countdown(left), state)

    def _drill(self, drill: Drill, now: dt.datetime) -> Running:
        return Running(f"drill:{drill.id}", drill.title, formats.running(drill.elapsed_s(now)), drill=True)
