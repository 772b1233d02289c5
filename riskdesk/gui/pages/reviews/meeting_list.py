"""The meetings by year, and the button that prepares one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout

from riskdesk.desk.reviews import Meeting
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.review import ReviewState
from riskdesk.gui.pages.reviews.words import meeting_words, quarter_words
from riskdesk.gui.pages.side_list import SideList, heading
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr

_ICONS = {ReviewState.PREPARING: "edit", ReviewState.HELD: "users", ReviewState.SIGNED: "lock"}


class MeetingList(Card):
    """Left of the open meeting. `chosen` brings the id of a meeting, `quarter_chosen` a quarter to prepare."""

    chosen = Signal(str)
    quarter_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(flush=True)
        px = theme().px
        self.waiting: list[Quarter] = []
        self.list = SideList(tr("Meetings"))
        self.list.chosen.connect(self._chosen)
        self.new = Button(tr("New meeting"), icon="plus")
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._quarter_chosen)
        self.new.set_menu(self.menu)
        self.body.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(10), px(8), px(10), px(10))
        foot.addWidget(self.new)
        self.body.addLayout(foot)
        self.setFocusProxy(self.list)

    def show_meetings(self, meetings: Sequence[Meeting], open_id: str, now: Quarter) -> None:
        """Show these, the latest first, and offer the quarters around `now` that have none."""
        rows: list[Option] = []
        year = None
        for meeting in meetings:
            if meeting.period.year != year:
                year = meeting.period.year
                rows.append(heading(str(year)))
            rows.append(Option(meeting.id, meeting_words(meeting), tr(meeting.state.label), icon=_ICONS[meeting.state]))
        self.list.set_options(rows)
        self.choose(open_id)
        there = {meeting.period for meeting in meetings}
        around = (now, now.next, now.ago(1))
        self.waiting = [period for period in around if period not in there]
        self.menu.clear()
        for place, period in enumerate(self.waiting):
            self.menu.addAction(quarter_words(period)).setData(place)
        self.new.setEnabled(bool(self.waiting))

    def choose(self, review_id: str) -> None:
        """Mark the open one. Emits nothing."""
        self.list.choose([review_id] if review_id else [])

    @property
    def is_empty(self) -> bool:
        """Whether there is no meeting."""
        return not self.list.options.options

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.chosen.emit(keys[0])

    @Slot(QAction)
    def _quarter_chosen(self, action: QAction) -> None:
        self.quarter_chosen.emit(self.waiting[action.data()])
