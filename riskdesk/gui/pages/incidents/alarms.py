"""Over whatever page is in sight: what has run out in an incident, until somebody has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from riskdesk.gui.pages.incidents.console.alarmbar import AlarmBar
from riskdesk.gui.pages.incidents.watch import IncidentWatch
from riskdesk.gui.theme.theme import force_dark, theme

if TYPE_CHECKING:
    from riskdesk.gui.pages.incidents.page import IncidentPage


class AlarmOverlay(QObject):
    """A bar at the top of the window, while the console of its incident is not in sight."""

    opened = Signal(str)
    """Incident whose console is wanted."""

    def __init__(self, page: IncidentPage, watch: IncidentWatch) -> None:
        super().__init__(page)
        self._page, self._watch = page, watch
        self._bar: AlarmBar | None = None
        self._around: QWidget | None = None
        self._incident_id = ""
        watch.ticked.connect(self.look)
        watch.rang.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Show, bring up to date or hide the bar."""
        now = self._page.desk.clock()
        found = [
            (incident, alarms)
            for incident in self._watch.incidents()
            if not self._page.shows(incident.id) and (alarms := self._watch.alarms(incident.id, now))
        ]
        if not found:
            if self._bar is not None:
                self._bar.hide()
            return
        incident, alarms = found[0]
        self._incident_id = incident.id
        bar = self._made()
        bar.show_alarms(alarms, self._watch.elapsed(incident.id, now), incident.title)
        bar.raise_()

    def _made(self) -> AlarmBar:
        if self._bar is None:
            self._around = self._page.window()
            self._bar = AlarmBar(way=True, parent=self._around)
            force_dark(self._bar)
            self._bar.acknowledged.connect(self._seen)
            self._bar.opened.connect(self._open)
            self._around.installEventFilter(self)
            self._place()
        return self._bar

    def bar(self) -> AlarmBar | None:
        """The bar, once something has rung."""
        return self._bar

    def _place(self) -> None:
        if self._bar is None or self._around is None:
            return
        px = theme().px
        width = min(self._around.width() - px(80), px(820))
        self._bar.setGeometry((self._around.width() - width) // 2, px(8), width, self._bar.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @Slot()
    def _seen(self) -> None:
        self._watch.acknowledge(self._incident_id)
        self.look()

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._incident_id)
