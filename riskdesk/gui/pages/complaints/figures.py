"""What the complaints tell: by month, place and type, and what stands out."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.standing_out import Spot, StandsOut
from riskdesk.domain.calendar import last_months
from riskdesk.domain.hotspot import LEAST
from riskdesk.gui.pages.complaints import words
from riskdesk.gui.pages.complaints.columns import TIME, conditions
from riskdesk.gui.pages.complaints.standing import StandingCard
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.barchart import BarChart, Series
from riskdesk.gui.widgets.bars import Bar, CoverageBars
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.work import Task
from riskdesk.i18n import tr
from riskdesk.store import Query

AT_ONCE = 5000
"""More complaints than this are counted off the GUI thread."""
TOP, MOST = 8, 24
"""So many bars at least, and where the window is high at most."""
NARROW = 860
"""Width in px at 100 % under which the cards lie below each other."""


@dataclass(frozen=True)
class Told:
    """What the complaints tell under a sight."""

    sight: Sight
    months: list[dt.date]
    by_month: list[int]
    by_place: list[tuple[Spot, int]]
    by_type: list[tuple[str, int]]
    total: int
    outstanding: list[StandsOut] = field(default_factory=list)
    """Of all complaints, whatever the sight."""
    unread_at: str = ""
    """Id of a site where rooms count singly, since their buildings cannot be read; told with what stands out."""


def read(desk: Desk, sight: Sight, outstanding: list[StandsOut] | None) -> Told:
    """Count. `outstanding` is what is known to stand out; None to look."""
    chosen = dict(sight.filters)
    query = Query(sight.text, conditions(desk, chosen))
    all_months = Query(sight.text, conditions(desk, chosen, without=TIME))
    noun = desk.complaints
    by_type = noun.by_type(query)
    return Told(
        sight, last_months(desk.today, 12), noun.by_month(all_months), noun.by_place(query), by_type,
        sum(count for _, count in by_type), noun.stands_out() if outstanding is None else outstanding,
        noun.site_of_unread() if outstanding is None else "",
    )  # fmt: skip


class FiguresView(QWidget):
    """Charts that follow the filters of the list. `wanted` brings the sight of the list behind a bar."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._asked = 0
        self.told = Told(Sight(), [], [], [], [], 0)
        self._outstanding: list[StandsOut] | None = None
        self.months = BarChart(tr("Complaints, 12 months"))
        self.months.clicked.connect(self._month_clicked)
        self.places, self.types = CoverageBars(tr("By place")), CoverageBars(tr("By type"))
        self.places.clicked.connect(self._place_clicked)
        self.types.clicked.connect(self._type_clicked)
        self.standing = StandingCard(session)
        self.standing.list_wanted.connect(self._found_clicked)
        self._months_card = Card(tr("Complaints, 12 months"))
        self._months_card.body.addWidget(self.months, 1)
        self._places_card, self._no_places = _bars(tr("By place"), self.places)
        self._types_card, self._no_types = _bars(tr("By type"), self.types)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._narrow: bool | None = None
        self._arrange()
        self.setFocusProxy(self.places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.told.total:
            self._show_bars()

    def _top(self) -> int:
        """How many bars there is room for: what is left over the least heights is shared like the heights."""
        px = theme().px
        more = max(0, self.height() - px(640)) * (0 if self._narrow else 290) // 590
        return min(MOST, TOP + more // px(27))

    def _arrange(self) -> None:
        px = theme().px
        narrow = self.width() < px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        places = (
            [(self.standing, 0, 0, 1, 2), (self._months_card, 1, 0, 1, 2), (self._places_card, 2, 0, 1, 1),
             (self._types_card, 2, 1, 1, 1)]
            if narrow
            else [(self._months_card, 0, 0, 1, 2), (self._places_card, 1, 0, 1, 1), (self._types_card, 1, 1, 1, 1),
                  (self.standing, 0, 2, 2, 1)]
        )  # fmt: skip
        for place in places:
            self._grid.addWidget(*place)
        for column, share in enumerate((367, 367, 0 if narrow else 360)):
            self._grid.setColumnStretch(column, share)
        for row, (share, least) in enumerate(
            ((0, 220), (0, 220), (1, 250)) if narrow else ((300, 220), (290, 250), (0, 0))
        ):
            self._grid.setRowStretch(row, share)
            self._grid.setRowMinimumHeight(row, px(least))

    # counting

    def look(self, sight: Sight, afresh: bool) -> None:
        """Count what a sight finds; `afresh` when records changed, so that what stands out is looked for again."""
        self._asked += 1
        self._outstanding = known = None if afresh else self._outstanding
        if self.desk.store.count("complaint") <= AT_ONCE:
            self._came((self._asked, read(self.desk, sight, known)))
        else:
            work = partial(self._read, self._asked, sight, known)
            self.session.worker.run(tr("Counting complaints"), work, self._came)

    def _read(self, asked: int, sight: Sight, known: list[StandsOut] | None, task: Task) -> tuple[int, Told]:
        with closing(self.desk.another()) as other:
            return asked, read(other, sight, known)

    def _came(self, found: tuple[int, Told]) -> None:
        if found[0] == self._asked:
            afresh = self._outstanding is not found[1].outstanding
            self.told, self._outstanding = found[1], found[1].outstanding
            self._show(afresh)

    # showing

    def _show(self, afresh: bool) -> None:
        told = self.told
        series = [Series(tr("Complaints"), "accent", told.by_month)]
        self.months.set_data([formats.month_word(month.month) for month in told.months], series)
        self._show_bars()
        if afresh:
            enough = self.desk.store.count("complaint") >= LEAST * 4
            self.standing.show_found(told.outstanding, enough, told.unread_at)

    def _show_bars(self) -> None:
        told, top = self.told, self._top()
        places = [(words.place_words(self.desk, spot), count) for spot, count in told.by_place[:top]]
        kinds = [(words.type_words(kind), count) for kind, count in told.by_type[:top]]
        for bars, nothing, rows in ((self.places, self._no_places, places), (self.types, self._no_types, kinds)):
            most = max((count for _, count in rows), default=0)
            bars.set_bars([Bar(words_, count, most, note=f"{count:,}") for words_, count in rows])
            bars.setVisible(bool(rows))
            nothing.setVisible(not rows)
        for card, shown, found in (
            (self._places_card, len(places), len(told.by_place)), (self._types_card, len(kinds), len(told.by_type)),
        ):  # fmt: skip
            assert card.title is not None
            card.title.set_note(tr("{n} of {total}", n=shown, total=f"{found:,}") if found > shown else "")

    # the lists behind the numbers

    @Slot(int)
    def _month_clicked(self, group: int) -> None:
        sight = Sight(self.told.sight.text, tuple((k, v) for k, v in self.told.sight.filters if k not in TIME))
        self.wanted.emit(sight.with_values("month", (f"{self.told.months[group]:%Y-%m}",)))

    @Slot(int)
    def _place_clicked(self, row: int) -> None:
        site_id, place = self.told.by_place[row][0]
        self.wanted.emit(self.told.sight.with_values("site", (site_id,)).with_values("place", (place,)))

    @Slot(int)
    def _type_clicked(self, row: int) -> None:
        self.wanted.emit(self.told.sight.with_values("type", (self.told.by_type[row][0],)))

    @Slot(object)
    def _found_clicked(self, found: StandsOut) -> None:
        sight = Sight().with_values("type", (found.complaint_type,))
        if found.months:
            self.wanted.emit(sight.with_values("season", tuple(map(str, found.months))))
            return
        sight = sight.with_values("recent", ("on",)).with_values("site", (found.site_id,))
        self.wanted.emit(sight.with_values("place", (found.place,)) if found.place else sight)


def _bars(title: str, bars: CoverageBars) -> tuple[Card, QLabel]:
    card = Card(title)
    nothing = Label(tr("Nothing to count"), tone="second")
    card.body.addWidget(bars)
    card.body.addWidget(nothing)
    card.body.addStretch(1)
    return card, nothing
