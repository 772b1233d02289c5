"""What leads from a drill to others: the gaps of the quarter, the next one, copies on other days, measures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from riskdesk.domain.action import ActionOrigin
from riskdesk.domain.drill import Drill
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.drills.repeat import RepeatPane
from riskdesk.gui.session import Session

if TYPE_CHECKING:
    from riskdesk.gui.pages.drills.page import DrillPage


class Planning(QObject):
    """Belongs to the page of drills."""

    def __init__(self, page: DrillPage, session: Session) -> None:
        super().__init__()
        self._page, self._session, self._desk = page, session, session.desk
        self.repeat = RepeatPane(session)

    def stand_in(self, pane: DetailPane) -> None:
        """Let the form for copies take the place of what is open."""
        self._pane = pane
        pane.add_place(self.repeat)
        self.repeat.closed.connect(pane.back_to_reading)
        self.repeat.made.connect(self._made)

    def show_repeat(self, drill: Drill) -> None:
        """Ask on which other days it is to be held."""
        self.repeat.show_drill(drill)
        self._pane.show_place(self.repeat)

    @Slot(str)
    def _made(self, drill_id: str) -> None:
        self._pane.back_to_reading()
        self._session.record_wanted.emit("drill", drill_id)

    @Slot(str, str)
    def plan(self, playbook_id: str, site_id: str) -> None:
        """Plan a drill of a playbook at a site."""
        title = self._desk.name(playbook_id)
        given = {"playbook_id": playbook_id, "site_id": site_id, "title": title}
        self._session.editor_wanted.emit("drill", "", given)

    @Slot()
    def plan_next(self) -> None:
        """Plan the open drill again, an interval of its playbook later."""
        drill = self._page.open_drill()
        if drill is None:
            return
        desk = self._desk
        days = desk.playbooks.get(drill.playbook_id).drill_days if drill.playbook_id else desk.policy.drill_days
        day = (drill.planned_on or desk.today) + dt.timedelta(days=days)
        self._session.editor_wanted.emit("drill", "", drill.copied(desk.today) | {"planned_on": max(day, desk.today)})

    @Slot()
    def add_action(self) -> None:
        """A corrective action that follows from the open drill."""
        if (drill := self._page.open_drill()) is not None:
            given = {"drill_id": drill.id, "origin": ActionOrigin.DRILL, "site_id": drill.site_id, "place": drill.place}
            self._session.editor_wanted.emit("action", "", given)
