"""Widths, order and choice of a table's columns: defaults, the user's choice, save and restore."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.header import TableHeader
from riskdesk.gui.widgets.roles import ColumnRole

VERSION = 1
_DEFAULT_WIDTH = 100


class Columns(QObject):
    """Keeps the columns of one table. Widths are kept in px at 100 % text."""

    changed = Signal()
    current_gone = Signal()
    """The column of the current cell went out of sight: its neighbour is current."""

    def __init__(self, view: QTableView, head: TableHeader) -> None:
        super().__init__(view)
        self._view, self._head = view, head
        self._widths: dict[str, float] = {}
        self._chosen: dict[str, bool] = {}
        self._busy = False
        self._notice = QTimer(self)
        self._notice.setSingleShot(True)
        self._notice.setInterval(300)
        self._notice.timeout.connect(self.changed)
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(self._moved)
        head.column_toggled.connect(self._toggled)
        head.reset_wanted.connect(self.reset)

    def start(self) -> None:
        """Take the columns of a new model as delivered."""
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.rescale()

    def _ask(self, section: int, role: int) -> Any:
        return self._view.model().headerData(section, Qt.Orientation.Horizontal, role)

    def _width(self, section: int) -> float:
        return self._widths.get(self._head.key(section)) or self._ask(section, ColumnRole.WIDTH) or _DEFAULT_WIDTH

    def rescale(self) -> None:
        """Set all widths for the text size in use."""
        self._head.setMinimumSectionSize(theme().px(44))
        self.fit()

    def fit(self) -> None:
        """Show the columns that are chosen or have room; give what is left to the flexible one."""
        if self._view.model() is None or self._busy:
            return
        self._busy = True
        room = self._view.viewport().width()
        sections = range(self._head.count())
        for section in sections:
            self._head.setSectionHidden(section, not self._shows(section, room))
        shown = [section for section in sections if not self._head.isSectionHidden(section)]
        flexible = [section for section in shown if self._ask(section, ColumnRole.FLEXIBLE)]
        used = 0
        for section in shown:
            if section not in flexible:
                self._head.resizeSection(section, theme().px(self._width(section)))
                used += self._head.sectionSize(section)
        for section in flexible[:1]:
            self._head.resizeSection(section, max(theme().px(self._width(section)), room - used))
        self._busy = False
        self._leave_hidden()

    def shown(self) -> list[int]:
        """The columns that show, from left to right."""
        places = [self._head.logicalIndex(place) for place in range(self._head.count())]
        return [section for section in places if not self._head.isSectionHidden(section)]

    def near(self, section: int) -> int:
        """This column, or the nearest one that shows where it is hidden."""
        place = self._head.visualIndex
        return min(self.shown(), key=lambda other: abs(place(other) - place(section)), default=section)

    def _leave_hidden(self) -> None:
        """What is done to the current cell must not happen out of sight."""
        current = self._view.currentIndex()
        if current.isValid() and self._head.isSectionHidden(current.column()):
            index = current.siblingAtColumn(self.near(current.column()))
            self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.current_gone.emit()

    def _shows(self, section: int, room: int) -> bool:
        chosen = self._chosen.get(self._head.key(section))
        if chosen is not None:
            return chosen
        least = self._ask(section, ColumnRole.FROM_WIDTH) or 0
        return least >= 0 and room >= theme().px(least) if least else True

    @Slot(int, int, int)
    def _resized(self, section: int, old: int, new: int) -> None:
        if self._busy or new == 0 or old == 0:
            return
        unit = theme().px(1000) / 1000
        self._widths[self._head.key(section)] = round(new / unit, 1)
        if not self._ask(section, ColumnRole.FLEXIBLE):
            self.fit()
        self._notice.start()

    @Slot(int, int, int)
    def _moved(self, section: int, old: int, new: int) -> None:
        if not self._busy:
            self._notice.start()

    @Slot(int, bool)
    def _toggled(self, section: int, shown: bool) -> None:
        self._chosen[self._head.key(section)] = shown
        self.fit()
        self._notice.start()

    @Slot()
    def reset(self) -> None:
        """Columns as delivered."""
        self._widths.clear()
        self._chosen.clear()
        self._place([self._head.key(section) for section in range(self._head.count())])
        self.fit()
        self._notice.start()

    def _place(self, order: list[str]) -> None:
        self._busy = True
        places = [section for section in map(self._head.section_of, order) if section >= 0]
        for place, section in enumerate(places):
            self._head.moveSection(self._head.visualIndex(section), place)
        self._busy = False

    def state(self) -> dict[str, Any]:
        """Order, widths, choice and sort keys."""
        order = [self._head.key(self._head.logicalIndex(place)) for place in range(self._head.count())]
        sort = [[key, up] for key, up in self._head.sort_keys()]
        return {
            "version": VERSION,
            "order": order,
            "widths": dict(self._widths),
            "chosen": dict(self._chosen),
            "sort": sort,
        }

    def restore(self, state: dict[str, Any] | None) -> None:
        """Take a state, {} for columns as delivered; ignores another version and columns that it does not know."""
        if not isinstance(state, dict) or state.get("version", VERSION) != VERSION:
            return
        if self._notice.isActive():
            # What was done to the columns a moment ago belongs to the state before.
            self._notice.stop()
            self.changed.emit()
        self._widths = {str(key): float(width) for key, width in state.get("widths", {}).items()}
        self._chosen = {str(key): bool(shown) for key, shown in state.get("chosen", {}).items()}
        self._head.set_sort_keys([(key, up) for key, up in state.get("sort", [])])
        order = [str(key) for key in state.get("order", [])]
        keys = map(self._head.key, range(self._head.count()))
        self._place([*order, *(key for key in keys if key not in order)])
        self.fit()
