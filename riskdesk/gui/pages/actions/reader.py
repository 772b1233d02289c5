"""A measure as a page to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction

from riskdesk import formats
from riskdesk.domain.action import Action, ActionOrigin, ActionState, HazardGrade, Priority
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.i18n import tr


class ActionReader(Reader):
    """Reads from the top: what, whether it is late or waits, who and when, why, and what shows that it is done."""

    def __init__(self, session: Session, buttons: list[ActionButton], finish: QAction, confirm: QAction) -> None:
        super().__init__(session, buttons)
        self._finish, self._confirm = finish, confirm
        self._action: Action | None = None

    def show_record(self, action: Action) -> None:
        self._action = action
        self.clear_column()
        self._finish.setEnabled(action.is_open)
        self._confirm.setEnabled(action.state is ActionState.DONE)
        self._head(action)
        self._warnings(action)
        self._facts(action)
        for title, text in ((tr("Details"), action.detail), (tr("Proof"), action.proof)):
            if text:
                self.column.addWidget(SectionTitle(title))
                self.column.addWidget(Prose(text))
        self.column.addWidget(RecordAttachments(self.session, action))
        self.column.addWidget(RelatedList(self.session, action, leave_out=()))

    def _head(self, action: Action) -> None:
        facts = (
            action.number, tr(ActionOrigin(action.origin).label), self.desk.name(action.department_id),
            tr(action.state.label),
        )  # fmt: skip
        self.column.addWidget(ElidedLabel(" · ".join(filter(None, facts)), "small", "second"))
        self.column.addWidget(Label(action.title, "lead", bold=True, wrap=True))

    def _warnings(self, action: Action) -> None:
        if action.overdue_on(self.desk.today):
            text, _ = formats.due(action.due, self.desk.today)
            self._warn(text, "error", tr("Mark as done"), self._finish)
        if action.is_open and not action.owner_id:
            self._warn(tr("Nobody is in charge of this measure."), "warn", tr("Choose an owner"), "owner_id")
        if action.is_open and action.due is None:
            self._warn(tr("There is no due date."), "warn", tr("Set a date"), "due")
        if action.is_open and action.waits_for:
            self._warn(tr("Waits for {what}", what=action.waits_for), "info", "", "waits_for")
        if action.state is ActionState.DONE:
            text = tr("Done on {day}. Someone other than the owner confirms it.", day=formats.day(action.done_on))
            self._warn(text, "info", tr("Confirm"), self._confirm)

    def _warn(self, text: str, tone: str, link: str, way: QAction | str) -> None:
        """`way` out is a command, or the field of the editor that is to be filled in."""
        banner = Banner(text, tone, link)  # type: ignore[arg-type]
        banner.acted.connect(partial(self._edit, way) if isinstance(way, str) else way.trigger)
        self.column.addWidget(banner)

    def _facts(self, action: Action) -> None:
        today = self.desk.today
        due, late = formats.due(action.due, today) if action.is_open else (formats.day(action.due, today), False)
        confirmed = (self.desk.name(action.verified_by_id), formats.day(action.verified_on, today))
        facts = [
            Fact(tr("Owner"), self.desk.name(action.owner_id)),
            Fact(tr("Due"), f"{due} ({action.due})" if late else due, "red" if late else "text"),
            Fact(tr("Priority"), tr(Priority(action.priority).label)),
            Fact(tr("Strand"), tr(action.strand.label) if action.strand else ""),
            Fact(tr("Site and place"), " ".join(filter(None, (self.desk.name(action.site_id), action.place)))),
            Fact(tr("Found on"), formats.day(action.found_on, today)),
            Fact(tr("Hazard grade"), tr(HazardGrade(action.grade).label) if action.grade else ""),
            Fact(tr("Done on"), formats.day(action.done_on, today)),
            Fact(tr("Confirmed by"), " ".join(filter(None, confirmed))),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))

    def _edit(self, field: str) -> None:
        if self._action is not None:
            self.session.editor_wanted.emit("action", self._action.id, {field: None})
