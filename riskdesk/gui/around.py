"""What stands around every page: the counts on the rail, and in the foot who works here, the backup and what runs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from riskdesk import formats
from riskdesk.desk.verb import Changed
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.foot import FootBar
from riskdesk.gui.widgets.rail import Rail
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk import overview
    from riskdesk.gui.running import RunningStrip


class Around(QObject):
    """Keeps rail and foot up to date. Nothing is read before `begin`, so that the window stands sooner."""

    incident_runs = Signal()

    def __init__(self, session: Session, rail: Rail, foot: FootBar) -> None:
        super().__init__(foot)
        self._session, self._rail, self._foot = session, rail, foot
        self._begun = self._waits = self._looked = False
        self.running: RunningStrip | None = None
        session.changed.connect(self._changed)
        session.saved.connect(self._saved)

    def begin(self) -> None:
        """Look for the first time; later calls do nothing."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._look_first)

    @Slot()
    def _look_first(self) -> None:
        """The first look is off the GUI thread: what it reads with has to be loaded before."""

        def look(task: Task) -> overview.Around:
            with closing(self._session.desk.another()) as other:
                return other.overview.around()

        if self._session.is_open:
            self._session.worker.run(tr("Reading the figures"), look, self._came_first, self._session.tell)

    def _came_first(self, found: overview.Around) -> None:
        if not self._looked:
            self._show(found)

    @Slot(dict)
    def _changed(self, changed: Changed) -> None:
        # Several changes in one turn of the event loop are looked at once.
        if not self._waits:
            self._waits = True
            QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        self._waits = False
        if self._session.is_open:
            self._looked = True
            self._show(self._session.desk.overview.around())

    def _show(self, found: overview.Around) -> None:
        for key, (count, alert) in found.counts.items():
            self._rail.set_count(key, count, alert)
        self._foot.set_person(found.person or tr("Nobody signed in"))
        self._foot.set_site(found.site)
        self._foot.set_backup(
            tr("Backup {when}, verified", when=formats.moment(found.backup, self._session.desk.today))
            if found.backup else tr("No backup yet"),
            not found.backup,
        )  # fmt: skip
        if self.running is not None or found.incidents or found.drills:
            self._strip().look(found)
        if found.incidents:
            self.incident_runs.emit()

    def _strip(self) -> RunningStrip:
        """The strip in the foot, made when first something runs."""
        if self.running is None:
            from riskdesk.gui.running import RunningStrip

            self.running = RunningStrip(self._session, self._foot)
        return self.running

    @Slot()
    def _saved(self) -> None:
        self._foot.set_saved("saved", formats.clock(self._session.desk.clock()))
