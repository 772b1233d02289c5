"""The cards below: what is to be done, the heat map, the months, the drills of each site."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from riskdesk import formats
from riskdesk.domain.risk import LIVE
from riskdesk.gui.pages.overview.todo import TodoTable
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.barchart import BarChart, Series
from riskdesk.gui.widgets.bars import Bar, CoverageBars
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.heatmap import HeatMap
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.overview import Overview
    from riskdesk.domain.policy import Policy


class Charts(QWidget):
    """Four cards in two rows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: Overview | None = None
        px = theme().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(12))
        for place, card in enumerate((self._todo(), self._heat(), self._months(), self._coverage())):
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 734)
        grid.setColumnStretch(1, 326)
        grid.setRowStretch(0, 324)
        grid.setRowStretch(1, 250)
        grid.setRowMinimumHeight(0, px(250))
        grid.setRowMinimumHeight(1, px(190))

    # the cards

    def _todo(self) -> Card:
        card = Card(tr("To do"), tr("Click any number to open the list behind it"))
        self.todo = TodoTable(tr("To do"))
        self.todo.wanted.connect(self._session.record_wanted)
        self._nothing = EmptyState("check", tr("Nothing is due"), tr("Nothing is overdue or due within two weeks."))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.todo)
        self._stack.addWidget(self._nothing)
        card.body.addLayout(self._stack, 1)
        return card

    def _heat(self) -> Card:
        card = Card(tr("Heat map · current"))
        self.heat = HeatMap(tr("Likelihood"), tr("Severity"))
        self.heat.clicked.connect(self._cell_clicked)
        card.body.addWidget(self.heat, 1)
        return card

    def _months(self) -> Card:
        card = Card(tr("Red and yellow risks, 12 months"))
        self.chart = BarChart(tr("Red and yellow risks, 12 months"))
        self.chart.clicked.connect(self._month_clicked)
        card.body.addWidget(self.chart, 1)
        return card

    def _coverage(self) -> Card:
        card = Card(tr("Drilled this quarter"))
        self.bars = CoverageBars(tr("Drilled this quarter"))
        self.bars.clicked.connect(self._site_clicked)
        self._undrilled = EmptyState("drill", tr("No drills to count"), "", link=tr("Open the playbooks"))
        self._undrilled.second.connect(self._open_lacking)
        card.body.addWidget(self.bars)
        card.body.addWidget(self._undrilled, 1)
        card.body.addStretch()
        return card

    # showing

    def show_figures(self, found: Overview, policy: Policy) -> None:
        """Show these; the levels of the cells are the office's."""
        self._found = found
        self._stack.setCurrentIndex(0 if found.due else 1)
        self.heat.set_cells(found.heat, [[level.value for level in row] for row in policy.matrix])
        series = [
            Series(tr("Yellow"), "chart_yellow", found.yellow_by_month),
            Series(tr("Red"), "chart_red", found.red_by_month),
        ]
        self.chart.set_data([formats.month_word(month.month) for month in found.months], series)
        behind = _behind(found)
        rows = [(name, done, wanted) for _, name, done, wanted in found.coverage]
        self.bars.set_bars([Bar(name, done, wanted, done / wanted < behind) for name, done, wanted in rows])
        self.bars.setVisible(bool(found.coverage))
        self._undrilled.setVisible(not found.coverage)
        sentence, link = tr("Approved playbooks are drilled at every site once a quarter."), tr("Open the playbooks")
        if found.drills_lack == "site":
            sentence, link = tr("Playbooks are approved, but no site is entered yet."), tr("Enter a site")
        self._undrilled.say("drill", tr("No drills to count"), sentence, link=link)

    def show_time(self, now: dt.datetime, today: dt.date, report_seconds: int) -> None:
        """Bring what counts down up to now."""
        self.todo.todo.show_dues(self._found.due if self._found else [], now, today, report_seconds)

    # clicks

    @Slot(int, int)
    def _cell_clicked(self, likelihood: int, severity: int) -> None:
        self._session.list_wanted.emit("risk", {"cell": (f"{likelihood}x{severity}",), "status": LIVE})

    @Slot(int)
    def _month_clicked(self, group: int) -> None:
        """This month's bars count what the register shows now; earlier ones are history."""
        if self._found is not None and group == len(self._found.months) - 1:
            self._session.list_wanted.emit("risk", {"level": ("red", "yellow"), "status": LIVE})

    @Slot(int)
    def _site_clicked(self, row: int) -> None:
        if self._found is not None:
            self._session.list_wanted.emit("drill", {"site": (self._found.coverage[row][0],), "quarter": ("on",)})

    @Slot()
    def _open_lacking(self) -> None:
        if self._found is not None and self._found.drills_lack == "site":
            self._session.editor_wanted.emit("site", "", {})
        else:
            self._session.list_wanted.emit("playbook", {})


def _behind(found: Overview) -> float:
    """The share of its drills below which a site is behind: what the sites have reached together."""
    wanted = sum(row[3] for row in found.coverage)
    return sum(row[2] for row in found.coverage) / wanted if wanted else 0.0
