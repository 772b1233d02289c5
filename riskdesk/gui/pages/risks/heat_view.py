"""The register as a heat map: where risks stand, how they moved, and the list behind every number."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from riskdesk.desk.heat import WAYS, Heat, cell_key, in_cells
from riskdesk.domain.risk import JUDGEMENT_NAMES, LIVE
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.nothing import EmptyList
from riskdesk.gui.pages.risks.columns import CELLS
from riskdesk.gui.pages.risks.move_map import Move, MoveMap
from riskdesk.gui.pages.side_list import SideList
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label, SectionTitle
from riskdesk.gui.widgets.options import Option
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.work import Task
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

AT_ONCE = 3000
"""More risks than this are counted off the GUI thread."""
NAMED = 6
"""So many of the risks that moved are named."""


class HeatView(QWidget):
    """`wanted` brings the sight of the list behind a number."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._heat = Heat()
        self._query, self._sight = Query(), Sight()
        self._move: Move | None = None
        self._asked = 0
        px = theme().px
        self.which = Segments(tr("Judgement"), [(key, tr(name)) for key, name in JUDGEMENT_NAMES.items()])
        self.which.set_current("current")
        self.which.changed.connect(self._show)
        self.map = MoveMap(tr("Likelihood"), tr("Severity"))
        self.map.clicked.connect(self._cell_clicked)
        self.map.move_clicked.connect(self._move_clicked)
        self.map.told.connect(self._pointed)
        self.map.setMaximumSize(px(1600), px(1100))
        self.empty = EmptyList("heatmap", "", "")
        self.empty.second.connect(self._clear)
        self.empty.filters_dropped.connect(self._drop_filters)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.empty)
        left, right = Card(), Card()
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.which)
        self.sum = Label("", "small", "second", wrap=True)
        head.addWidget(self.sum, 1)
        left.body.addLayout(head)
        left.body.addSpacing(px(8))
        left.body.addWidget(self._stack, 1)
        right.body.addLayout(self._make_side())
        right.setFixedWidth(px(330))
        right.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(left, 1)
        row.addWidget(right)
        self._side = right
        self.setFocusProxy(self.map)

    def _make_side(self) -> QVBoxLayout:
        px = theme().px
        column = QVBoxLayout()
        column.setSpacing(px(10))
        self.title = SectionTitle(tr("Movement"))
        self.still = Label("", "small", "second", wrap=True)
        self.list = SideList(tr("Movement"))
        self.list.chosen.connect(self._listed)
        self.list.activated.connect(self._opened)
        self._named = QVBoxLayout()
        self._named.setSpacing(px(6))
        self._rest = QVBoxLayout()
        self._rest.setSpacing(px(4))
        for widget in (self.title, self.still, self.list):
            column.addWidget(widget, int(widget is self.list))
        column.addLayout(self._named)
        column.addLayout(self._rest)
        column.addStretch(0)
        return column

    # counting

    def look(self, sight: Sight, query: Query) -> None:
        """Count what the filters of the list find; only live risks, unless a filter says which."""
        own = tuple((key, values) for key, values in sight.filters if key not in CELLS.values())
        self._sight = replace(sight, filters=own)
        live = () if sight.values("status") else (Condition("status", "in", LIVE),)
        self._query = replace(query, where=(*query.where, *live), sort=())
        self._asked += 1
        if self.desk.store.count("risk") <= AT_ONCE:
            self._came((self._asked, self.desk.risks.heat(self._query)))
        else:
            self.session.worker.run(tr("Counting risks"), self._count, self._came)

    def _count(self, task: Task) -> tuple[int, Heat]:
        asked = self._asked
        with closing(self.desk.another()) as other:
            return asked, other.risks.heat(self._query)

    def _came(self, found: tuple[int, Heat]) -> None:
        if found[0] == self._asked:
            self._heat = found[1]
            self._show()

    # showing

    @property
    def _way(self) -> tuple[str, str]:
        return WAYS[1] if self.which.current() == "target" else WAYS[0]

    @Slot()
    def _show(self) -> None:
        heat, which = self._heat, self.which.current()
        matrix = self.desk.policy.matrix
        self.map.set_cells(heat.rows(which), [[level.value for level in row] for row in matrix])
        moves = [(start, end, count) for (start, end), count in heat.moves[self._way].most_common()]
        self.map.set_moves(moves)
        standing = sum(heat.cells[which].values())
        self.sum.setText(tr("{n} of {total} risks stand in the matrix", n=f"{standing:,}", total=f"{heat.total:,}"))
        self._show_empty(standing)
        self._show_moves(moves)
        self._show_rest()
        self._name(None)

    def _show_empty(self, standing: int) -> None:
        self._stack.setCurrentIndex(0 if standing else 1)
        if standing:
            return
        if self._sight != Sight():
            self.empty.say_nothing_found(self.desk, "risk", self._sight)
        else:
            sentence = tr("Risks stand here once they are scored on the matrix: open one and choose Rescore.")
            self.empty.say("heatmap", tr("No risk is scored yet"), sentence)

    def _show_moves(self, moves: list[Move]) -> None:
        start, end = (tr(JUDGEMENT_NAMES[which]) for which in self._way)
        self.title.set_note(f"{start} → {end}")
        moved = sum(count for _, _, count in moves)
        words = tr("{n} risks moved.", n=f"{moved:,}") if moved else tr("No risk moved.")
        self.still.setText(words)
        self.list.setVisible(bool(moves))
        self.list.set_options([
            Option(place, f"{_told(move[0])}  →  {_told(move[1])}", level=self._level(move[1]), hint=f"{move[2]:,}")
            for place, move in enumerate(moves)
        ])  # fmt: skip
        self._moves = moves

    def _level(self, cell: tuple[int, int]) -> str:
        return self.desk.policy.matrix[cell[0] - 1][cell[1] - 1].value

    def _show_rest(self) -> None:
        """What stands in no cell, in words."""
        _empty(self._rest)
        which = self.which.current()
        for count, words, key in (
            (self._heat.lec[which], tr("{n} scored by LEC stand in no cell", n=f"{self._heat.lec[which]:,}"), "lec"),
            (self._heat.unscored[which], tr("{n} are not scored", n=f"{self._heat.unscored[which]:,}"), "unscored"),
        ):
            if count and which == "current":
                link = LinkButton(words, "text", "small")
                link.setObjectName(key)
                link.clicked.connect(self._rest_clicked)
                self._rest.addWidget(link)
            elif count:
                self._rest.addWidget(Label(words, "small", "second", wrap=True))

    # one movement

    @Slot(object)
    def _pointed(self, move: Move | None) -> None:
        if move is not None:
            self._name(move)

    @Slot(object)
    def _move_clicked(self, move: Move) -> None:
        self._name(move)
        self.list.choose([self._moves.index(move)])

    @Slot(list)
    def _listed(self, keys: list[Any]) -> None:
        move = self._moves[keys[0]] if keys else None
        self.map.mark(move)
        self._name(move)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self._name(self._moves[index.row()])
        self._open_move()

    def _name(self, move: Move | None) -> None:
        """Which risks made a movement."""
        if move == self._move and move is not None:
            return
        self._move = move
        _empty(self._named)
        if move is None:
            return
        where = [c for which, cell in zip(self._way, move[:2], strict=True)
                 for c in in_cells(self.desk.store, which, (cell_key(cell),))]  # fmt: skip
        query = replace(self._query, where=(*self._query.where, *where), sort=(("number", False),))
        for row in self.desk.rows("risk", self.desk.store.ns("risk", query, NAMED)):
            link = LinkButton(f"{row['number']}  {row['title']}", "text", "small")
            link.setObjectName(row["id"])
            link.setToolTip(row["title"])
            link.clicked.connect(self._risk_opened)
            self._named.addWidget(link)
        more = LinkButton(tr("Show {n} in the table", n=f"{move[2]:,}"))
        more.clicked.connect(self._open_move)
        self._named.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _risk_opened(self) -> None:
        self.session.record_wanted.emit("risk", self.sender().objectName())

    # the lists behind the numbers

    def _counted(self) -> Sight:
        """What is counted here, as filters of the list."""
        return self._sight if self._sight.values("status") else self._sight.with_values("status", LIVE)

    @Slot()
    def _open_move(self) -> None:
        if self._move is not None:
            sight = self._counted()
            for which, cell in zip(self._way, self._move[:2], strict=True):
                sight = sight.with_values(CELLS[which], (cell_key(cell),))
            self.wanted.emit(sight)

    @Slot(int, int)
    def _cell_clicked(self, likelihood: int, severity: int) -> None:
        which = self.which.current()
        if self._heat.cells[which][likelihood, severity]:
            key = cell_key((likelihood, severity))
            self.wanted.emit(self._counted().with_values(CELLS[which], (key,)))

    @Slot()
    def _rest_clicked(self) -> None:
        self.wanted.emit(self._counted().with_values(self.sender().objectName(), ("on",)))

    @Slot()
    def _clear(self) -> None:
        self.wanted.emit(Sight())

    @Slot()
    def _drop_filters(self) -> None:
        self.wanted.emit(Sight(self._sight.text))


def _told(cell: tuple[int, int]) -> str:
    return f"{cell[0]} × {cell[1]}"


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            drop_later(widget)
