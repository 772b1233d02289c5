"""Grouping a list: by which column, which groups are open, and that it is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.gui.models.order import Grouping
from riskdesk.gui.models.records import RecordModel
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

OPEN_UP_TO = 2000
"""In a longer list groups are closed at first: their counts are what one wants to see."""


class _Menu(QMenu):
    """Stands in other menus by an action of its own.

    A menu that is cleared makes the actions unusable that Qt itself made for its sub-menus.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._action = QAction(title, parent)
        self._action.setMenu(self)

    def menuAction(self) -> QAction:
        return self._action


class Groups(QObject):
    """Groups the rows of one table."""

    changed = Signal()
    """Another grouping, or all groups were opened or closed: the rows are others."""
    turned = Signal()
    """A group was opened or closed: keep `state`."""

    def __init__(
        self, table: RecordTable, model: RecordModel, groupings: Sequence[Grouping], kept: dict[str, Any] | None
    ) -> None:
        super().__init__(table)
        self._table, self._model, self.groupings = table, model, tuple(groupings)
        self._by = ""
        self._all_open = True
        self._but: set[str] = set()
        self._menu: QMenu | None = None
        table.head_turned.connect(self._turn)
        self.restore(kept if isinstance(kept, dict) else {})

    @property
    def by(self) -> str:
        """The key of the column that the list is grouped by, '' for none."""
        return self._by

    def menu(self, title: str) -> QMenu:
        """A menu of the groupings, and to open and close all groups."""
        self._menu = menu = _Menu(title, self._table)
        menu.aboutToShow.connect(self._tick)
        for key, words in [("", tr("No groups")), *((g.key, self._title(g)) for g in self.groupings)]:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(self._chosen)
        menu.addSeparator()
        menu.addAction(tr("Open all groups")).triggered.connect(self.open_all)
        menu.addAction(tr("Close all groups")).triggered.connect(self.close_all)
        return menu

    def _title(self, grouping: Grouping) -> str:
        return next(tr(column.title) for column in self._model.columns if column.key == grouping.key)

    @Slot()
    def _tick(self) -> None:
        for action in self._menu.actions() if self._menu is not None else ():
            action.setChecked(action.isCheckable() and action.data() == self._by)

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.group_by(action.data())

    def group_by(self, key: str) -> None:
        """Group by the column of that key, '' for no groups."""
        if key != self._by:
            self._by, self._but = key, set()
            self._all_open = self._model.total <= OPEN_UP_TO
            self._apply()
            self.changed.emit()

    def _grouping(self) -> Grouping | None:
        return next((grouping for grouping in self.groupings if grouping.key == self._by), None)

    def _apply(self) -> None:
        grouping = self._grouping()
        self._table.set_grouped(grouping is not None)
        self._model.set_grouping(grouping, self.is_open)

    def is_open(self, value: str) -> bool:
        """Whether the group of a value is open."""
        return (value in self._but) != self._all_open

    @Slot(int, bool)
    def _turn(self, row: int, opened: bool) -> None:
        head = self._model.head_at(row)
        if head is not None:
            self._but ^= {head.value}
            self._model.turn(row, opened)
            self.turned.emit()

    @Slot()
    def open_all(self) -> None:
        """Open every group."""
        self._set_all(True)

    @Slot()
    def close_all(self) -> None:
        """Close every group."""
        self._set_all(False)

    def _set_all(self, opened: bool) -> None:
        if self._by:
            self._all_open, self._but = opened, set()
            self._apply()
            self.changed.emit()

    def first_row(self) -> int:
        """The first row of a group that holds a record, -1 for none."""
        # Up to the first open group every group is one row.
        return next((row + 1 for row, head in enumerate(self._model.heads()) if head.opened and head.count), -1)

    def open_for(self, n: int) -> None:
        """Open the group in which the record of row number `n` stands."""
        grouping = self._grouping()
        rows = self._model.desk.rows(self._model.kind, [n]) if grouping is not None else []
        value = grouping.value_of(rows[0]) if grouping is not None and rows else None
        row = 0
        for head in self._model.heads():
            if head.value == value and not head.opened:
                self._turn(row, True)
                return
            row += 1 + (head.count if head.opened else 0)

    def state(self) -> dict[str, Any]:
        """What is kept, as plain values (JSON)."""
        return {"group": {"by": self._by, "all": self._all_open, "but": sorted(self._but)}} if self.groupings else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Take what `state` gave, no groups where there is none; the rows follow when the model is asked next."""
        state = kept.get("group")
        state = state if isinstance(state, dict) else {}
        known = [grouping.key for grouping in self.groupings]
        self._by, self._all_open = state["by"] if state.get("by") in known else "", bool(state.get("all", True))
        self._but = {str(value) for value in state.get("but", ())}
        grouping = self._grouping()
        self._table.set_grouped(grouping is not None)
        self._model.grouping, self._model.opened = grouping, self.is_open
