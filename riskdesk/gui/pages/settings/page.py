"""The page of the settings: sections left, the chosen one right."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from riskdesk.desk.verb import Changed
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.gui.pages.all import SECTIONS
from riskdesk.gui.pages.offers import OFFERS
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.settings.backups import BackupSection
from riskdesk.gui.pages.settings.directory import DirectorySection
from riskdesk.gui.pages.settings.section import Section
from riskdesk.gui.pages.side_list import SideList
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr

_KEPT = "settings_section"
"""The section last seen, kept on the session so that a new window after a change of language shows it again."""


class SettingsPage(Page):
    """设置."""

    KEY = "settings"
    ICON = "settings"
    TITLE = N_("Settings")
    KINDS: ClassVar[frozenset[str]] = frozenset(KINDS)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sections: dict[str, Section] = {}
        self._stale_ones: set[str] = set()
        self.list = SideList(tr("Settings"))
        self.list.set_options([Option(cls.KEY, tr(cls.TITLE), icon=cls.ICON) for cls in SECTIONS])
        self.list.chosen.connect(self._chosen)
        card = Card(flush=True)
        card.body.setContentsMargins(1, theme().px(6), 1, theme().px(6))
        card.body.addWidget(self.list)
        card.setFixedWidth(theme().px(176))
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(card)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        for key, offer in OFFERS.items():
            what, _, which = key.rpartition(".")
            if offer.page == self.KEY and what in (slots := {"settings": self._go, "directory.add": self._new_entry}):
                self.offered(key, slots[what]).setData(which)
        self.offered("backups.make", self._back_up)
        self.command("list.export", tr("Export list…"), self._export, icon="download")
        self.go_to(str(session.property(_KEPT) or SECTIONS[0].KEY))

    def section(self, key: str) -> Section:
        """The section of that key, made at its first call."""
        if key not in self._sections:
            made = next(entry for entry in SECTIONS if key == entry.KEY).load()(self.session)
            self._sections[key] = made
            self.stack.addWidget(made)
            made.refresh({})
        return self._sections[key]

    @property
    def current(self) -> Section | None:
        """The section in sight."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Section) else None

    def go_to(self, key: str) -> bool:
        """Show a section; False where the one in sight keeps what was typed because of an error."""
        current = self.current
        if current is not None and key != current.KEY and not current.may_leave():
            self.list.choose([current.KEY])
            return False
        section = self.section(key)
        self.stack.setCurrentWidget(section)
        self.list.choose([key])
        self.head.set_sub(tr(section.TITLE))
        self.session.setProperty(_KEPT, key)
        if key in self._stale_ones:
            self._stale_ones.discard(key)
            section.refresh({})
        return True

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.go_to(keys[0])

    @Slot()
    def _go(self) -> None:
        action = self.sender()
        self.go_to(action.data())  # type: ignore[attr-defined]

    @Slot()
    def _new_entry(self) -> None:
        action = self.sender()
        self.open_editor(action.data(), "", {})  # type: ignore[attr-defined]

    @Slot()
    def _back_up(self) -> None:
        if self.go_to("backups"):
            section = self.section("backups")
            assert isinstance(section, BackupSection)
            section.make()

    # what the window asks

    def refresh(self, changed: Changed) -> None:
        for key, section in self._sections.items():
            if changed and section.KINDS.isdisjoint(changed):
                continue
            if section is self.current:
                section.refresh(changed)
            else:
                self._stale_ones.add(key)

    def show_list(self, filters: dict[str, Any]) -> None:
        """`{"section": (key,)}` shows a section; further filters are those of the people in the directory."""
        chosen = filters.get("section")
        rest = {key: values for key, values in filters.items() if key != "section"}
        if chosen and self.go_to(chosen[0]) and rest:
            self._directory().show_list(rest)

    def imports_kind(self) -> str:
        return self.current.shown.imports_kind() if isinstance(self.current, DirectorySection) else ""

    @Slot()
    def _export(self) -> None:
        if self.go_to("directory"):
            self._directory().shown.export_list()

    def open_record(self, kind: str, id: str) -> None:
        if kind == "policy":
            self.go_to("office")
        elif self.go_to("directory"):
            self._directory().open_record(kind, id)

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        if kind == "policy":
            self.go_to("office")
        elif self.go_to("directory"):
            self._directory().open_editor(kind, id, given)

    def _directory(self) -> DirectorySection:
        section = self.section("directory")
        assert isinstance(section, DirectorySection)
        return section

    def focus_search(self) -> None:
        if isinstance(self.current, DirectorySection):
            self.current.shown.focus_search()

    def may_leave(self) -> bool:
        return self.current is None or self.current.may_leave()

    def back(self) -> bool:
        return isinstance(self.current, DirectorySection) and self.current.shown.back()
