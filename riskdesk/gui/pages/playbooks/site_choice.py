"""For which site people and phones are told, where there is more than one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from riskdesk.domain.directory import Site
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.chip import Chip
from riskdesk.i18n import tr


class SiteChoice(QWidget):
    """A chip with a menu of the sites that the playbook applies to."""

    chosen = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._desk = session.desk
        self._sites: list[Site] = []
        self.site_id = ""
        """The site chosen; empty for the office as a whole."""
        self._chip = Chip("", checkable=False)
        self._menu = QMenu(self._chip)
        self._menu.aboutToShow.connect(self._fill)
        self._chip.set_menu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip)
        row.addStretch(1)

    @property
    def needed(self) -> bool:
        """Whether there is something to choose."""
        return len(self._sites) > 1

    def show_playbook(self, playbook: Playbook) -> None:
        """Offer the sites of a playbook; the one chosen before stays, else the site that writes here is taken."""
        every = self._desk.directory.all("site")
        self._sites = [site for site in every if not playbook.site_ids or site.id in playbook.site_ids]
        known = {site.id for site in self._sites}
        if self.site_id not in known:
            own = next((site.id for site in self._sites if site.code == self._desk.store.site), "")
            self.site_id = own or (self._sites[0].id if self._sites else "")
        self._chip.set_words(tr("At {site}", site=self._desk.name(self.site_id)))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for site in self._sites:
            action = self._menu.addAction(site.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(site.id == self.site_id)
            action.setData(site.id)
            action.triggered.connect(self._picked)

    @Slot()
    def _picked(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.site_id = action.data()
        self.chosen.emit()
