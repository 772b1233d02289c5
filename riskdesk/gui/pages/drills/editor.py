"""The editor of a drill: playbook, when and where, who, what happens, safety."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from riskdesk.domain.drill import Drill, DrillKind, Purpose
from riskdesk.domain.playbook import Inject
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import choice, day, line, number, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.drills.clocktime import clock_time
from riskdesk.gui.pages.drills.injects import injects
from riskdesk.gui.references import lines, ref, refs
from riskdesk.gui.session import Session

GROUPS = (
    Group(N_("What is drilled"), (
        Entry("playbook_id", N_("Playbook"), ref("playbook"), N_("The drill keeps the version it is planned with.")),
        Entry("title", N_("Title"), line(), required=True),
        Entry("drill_kind", N_("Kind of drill"), choice(DrillKind), half=True),
        Entry("purpose", N_("Purpose"), choice(Purpose), half=True),
    )),
    Group(N_("When and where"), (
        Entry("planned_on", N_("Date"), day(), half=True),
        Entry("planned_at", N_("Time"), clock_time(), half=True),
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line(), half=True),
    )),
    Group(N_("Who"), (
        Entry("lead_id", N_("Lead"), ref("person"), half=True),
        Entry("participants", N_("Participants"), number(0, 5000), half=True),
        Entry("observer_ids", N_("Observers"), refs("person")),
    )),
    Group(N_("What happens"), (
        Entry("scenario", N_("Scenario"), text(3)),
        Entry("objectives", N_("Objectives"), lines()),
        Entry("injects", N_("Injects"), injects(), N_("Participants never see them.")),
    )),
    Group(N_("Safety and materials"), (
        Entry("materials", N_("Materials"), lines()),
        Entry("briefing", N_("Safety briefing"), text(3)),
        Entry("stop_word", N_("Stop word"), line(), half=True),
        Entry("attachments", N_("Attachments"), attachments()),
    )),
)  # fmt: skip


class DrillEditor(RecordEditor):
    """F2 on an open drill, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Drill, GROUPS, session.desk.drills.add, session.desk.drills.save)
        self.bindings["playbook_id"].changed.connect(self._playbook_chosen)

    def open_new(self, **given: Any) -> None:
        super().open_new(**({"injects": self._injects_of(str(given.get("playbook_id") or ""))} | given))

    def defaults(self) -> dict[str, Any]:
        site = next((s.id for s in self.desk.directory.all("site") if s.code == self.desk.store.site), "")
        return {"lead_id": self.desk.person, "site_id": site}

    def _injects_of(self, playbook_id: str) -> tuple[Inject, ...]:
        return self.desk.playbooks.get(playbook_id).injects if playbook_id else ()

    @Slot()
    def _playbook_chosen(self) -> None:
        """A drill without a title is called like its playbook, and one without injects begins with those it brings."""
        chosen, title = self.bindings["playbook_id"].value(), self.bindings["title"]
        if not title.value().strip():
            title.set_value(self.desk.name(chosen))
        injects = self.bindings["injects"]
        if chosen and not injects.raw():
            injects.set_value(self._injects_of(chosen))
