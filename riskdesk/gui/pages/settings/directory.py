"""The directory: people, departments, sites and outside bodies, each a small list with its editor beside it."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.entries import BodyList, DepartmentList, EntryList, PersonList, SiteList
from riskdesk.gui.pages.settings.section import Section
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr

LISTS: tuple[type[EntryList], ...] = (PersonList, DepartmentList, SiteList, BodyList)


class DirectorySection(Section):
    """Who is called and who answers."""

    KEY = "directory"
    TITLE = N_("Directory")
    ICON = "users"
    KINDS: ClassVar[frozenset[str]] = frozenset({"person", "department", "site", "body"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lists = {cls.KIND: cls(session) for cls in LISTS}
        self.tabs = Segments(tr("Directory"), [(cls.KIND, tr(cls.TITLE)) for cls in LISTS])
        self.tabs.changed.connect(self._chosen)
        self.stack = QStackedWidget()
        for shown in self.lists.values():
            self.stack.addWidget(shown)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self._row = head
        for shown in self.lists.values():
            head.addWidget(shown.new_button)
        for shown in self.lists.values():
            head.addWidget(shown.more_button)
        self._show("person")

    @property
    def shown(self) -> EntryList:
        """The list in sight."""
        return self.lists[self.tabs.current()]

    def _show(self, kind: str) -> None:
        self.tabs.set_current(kind)
        self.stack.setCurrentWidget(self.lists[kind])
        for key, shown in self.lists.items():
            shown.new_button.setVisible(key == kind)
            shown.more_button.setVisible(key == kind)
        self.lists[kind].enter()

    @Slot(str)
    def _chosen(self, kind: str) -> None:
        before = self.stack.currentWidget()
        if isinstance(before, EntryList) and not before.may_leave():
            self.tabs.set_current(before.KIND)
            return
        self._show(kind)

    def refresh(self, changed: Changed) -> None:
        """The lists hear of changes by themselves."""

    def open_record(self, kind: str, id: str) -> None:
        """Show an entry."""
        self._show(kind)
        self.lists[kind].open_record(kind, id)

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        """Edit an entry, or a new one (id '')."""
        self._show(kind)
        self.lists[kind].open_editor(kind, id, given)

    def show_list(self, filters: dict[str, Any]) -> None:
        """Show the people that a filter finds."""
        self._show("person")
        self.shown.show_list(filters)

    def may_leave(self) -> bool:
        return self.shown.may_leave()
