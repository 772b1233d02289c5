"""The row of five numbers at the top of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from riskdesk.domain.risk import LIVE
from riskdesk.gui.pages.overview import words
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.stat import StatCard
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.overview import Overview

Lists = dict[str, tuple[str, dict[str, tuple[str, ...]]]]

_BEHIND: Lists = {
    "red": ("risk", {"level": ("red",), "status": LIVE}),
    "drills": ("drill", {"quarter": ("on",)}),
    "cases": ("case", {"added": ("on",)}),
    "arrival": ("incident", {"recent": ("on",)}),
}
_OVERDUE: Lists = {
    "report": ("incident", {"report_late": ("on",)}),
    "action": ("action", {"overdue": ("on",)}),
    "review": ("risk", {"overdue": ("on",)}),
    "drill": ("drill", {"overdue": ("on",)}),
    "playbook": ("playbook", {"overdue": ("on",), "state": ("approved",)}),
    "contract": ("contract", {"standing": ("expired",)}),
}
"""Page and filters of the list behind each number."""


class Figures(QWidget):
    """Five cards; a click opens the list that the number counts."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: Overview | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        self.cards = {
            "red": StatCard(tr("Red risks")),
            "overdue": StatCard(tr("Overdue items")),
            "drills": StatCard(tr("Drills this quarter")),
            "cases": StatCard(tr("New cases this month")),
            "arrival": StatCard(tr("Mean time to arrive")),
        }
        for key, card in self.cards.items():
            card.setObjectName(key)
            card.clicked.connect(self._open)
            row.addWidget(card, 1)
        self._menu = QMenu(self)

    def show_figures(self, found: Overview) -> None:
        """Show these."""
        self._found = found
        for key, stat in (
            ("red", words.red(found)), ("overdue", words.overdue(found)), ("drills", words.drills(found)),
            ("cases", words.cases(found)), ("arrival", words.arrival(found)),
        ):  # fmt: skip
            self.cards[key].set_stat(*stat)

    @Slot()
    def _open(self) -> None:
        key = self.sender().objectName()
        if key == "overdue":
            self._open_overdue()
        else:
            self._session.list_wanted.emit(*_BEHIND[key])

    def _open_overdue(self) -> None:
        """One kind of duty has one list; for several a menu asks which."""
        counts = [(what, n) for what, n in words.overdue_counts(self._found) if n] if self._found else []
        if len(counts) < 2:
            self._session.list_wanted.emit(*_OVERDUE[counts[0][0] if counts else "action"])
            return
        self._menu.clear()
        for what, count in counts:
            action = QAction(f"{tr(words.WHAT[what])} {count}", self._menu)
            action.setObjectName(what)
            action.triggered.connect(self._chosen)
            self._menu.addAction(action)
        card = self.cards["overdue"]
        self._menu.popup(card.mapToGlobal(QPoint(0, card.height() + 2)))

    @Slot()
    def _chosen(self) -> None:
        self._session.list_wanted.emit(*_OVERDUE[self.sender().objectName()])
