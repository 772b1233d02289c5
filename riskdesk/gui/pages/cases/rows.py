"""An editor of rows, such as the course of events: each row a few cells, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.bindings import Make
from riskdesk.gui.laid_out import widgets_of
from riskdesk.gui.pages.cases.cells import Cell
from riskdesk.gui.pages.cases.parts import NestedBinding, places
from riskdesk.gui.pages.cases.row import Row
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.i18n import tr


class RowsBinding(NestedBinding):
    """A list of rows. Rows in which nothing was typed are left out of the value."""

    def __init__(self, session: Session, cells: Sequence[Cell], add_text: str, narrow: int = 0) -> None:
        super().__init__(_Rows(narrow))
        self._session, self._cells = session, tuple(cells)
        self.rows: list[Row] = []
        self.box = self.widget
        assert isinstance(self.box, _Rows)
        self.box.add.set_words(add_text)
        self.box.add.clicked.connect(self._append)

    # rows

    def _insert(self, place: int) -> Row:
        row = Row(self._session, self._cells, place + 1)
        for signal, slot in ((row.entered, self._entered), (row.moved, self._moved), (row.removed, self._removed)):
            signal.connect(slot)
        for binding in row.bindings.values():
            binding.changed.connect(self._edited)
        self.rows.insert(place, row)
        self._box().insert(place, row)
        return row

    def _box(self) -> _Rows:
        assert isinstance(self.widget, _Rows)
        return self.widget

    def _clear(self) -> None:
        for row in self.rows:
            drop_later(row)
        self.rows = []

    def _place(self) -> int:
        sender: QObject | None = self.sender()
        return next((place for place, row in enumerate(self.rows) if row is sender), -1)

    @Slot()
    def _append(self) -> None:
        self._insert(len(self.rows)).first.setFocus()

    @Slot()
    def _entered(self) -> None:
        """Enter: the next row, a new one where there is none; an empty row makes no further one."""
        place = self._place()
        if place < 0:
            return
        following = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if self.rows[place].is_empty and following is None:
            return
        if following is None or not following.is_empty:
            following = self._insert(place + 1)
        following.first.setFocus()
        self.changed.emit()

    @Slot(int)
    def _moved(self, step: int) -> None:
        place = self._place()
        target = place + step
        if place < 0 or not 0 <= target < len(self.rows):
            return
        focus = self.rows[place].focusWidget()
        row = self.rows.pop(place)
        self.rows.insert(target, row)
        self._box().insert(target, row)
        if focus is not None:
            focus.setFocus()
        self.changed.emit()

    @Slot()
    def _removed(self) -> None:
        place = self._place()
        if place < 0:
            return
        row = self.rows.pop(place)
        kept = (place, {name: binding.raw() for name, binding in row.bindings.items()})
        filled = not row.is_empty
        drop_later(row)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].first.setFocus()
        else:
            self._box().add.setFocus()
        self.changed.emit()
        if filled:
            self._gone = kept
            self._session.noticed.emit(tr("The row was removed."), tr("Bring back"), self.bring_back)

    _gone: tuple[int, dict[str, Any]] | None = None

    @Slot()
    def bring_back(self) -> None:
        """Put the row that was removed last back in."""
        if self._gone is not None:
            place, raw = self._gone
            self._gone = None
            row = self._insert(min(place, len(self.rows)))
            for name, value in raw.items():
                row.bindings[name].set_raw(value)
            row.first.setFocus()
            self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        for row in self.rows:
            if self.sender() in row.bindings.values():
                row.clear_errors()
        self.changed.emit()

    # the value

    def value(self) -> list[dict[str, Any]]:
        return [{name: b.value() for name, b in row.bindings.items()} for row in self.rows if not row.is_empty]

    def set_value(self, value: Any) -> None:
        self._clear()
        for place, item in enumerate(value or ()):
            row = self._insert(place)
            for name, binding in row.bindings.items():
                binding.set_value(item.get(name) if isinstance(item, Mapping) else getattr(item, name))

    def raw(self) -> list[dict[str, Any]]:
        return [{name: b.raw() for name, b in row.bindings.items()} for row in self.rows if not row.is_empty]

    def set_raw(self, raw: Any) -> None:
        self._clear()
        for place, item in enumerate(raw or ()):
            row = self._insert(place)
            for name, binding in row.bindings.items():
                binding.set_raw(item.get(name))

    # errors

    def _filled(self) -> list[Row]:
        return [row for row in self.rows if not row.is_empty]

    def problems(self) -> list[tuple[str, str]]:
        return [
            (f"{place}.{where}", text)
            for place, row in enumerate(self._filled())
            for name, binding in row.bindings.items()
            for where, text in places(name, binding)
        ]

    def show_error(self, place: str, text: str) -> QWidget | None:
        number, _, name = place.partition(".")
        filled = self._filled()
        if not number.isdigit() or int(number) >= len(filled):
            return None
        return filled[int(number)].show_error(name.partition(".")[0], text)

    def clear_errors(self) -> None:
        for row in self.rows:
            row.clear_errors()


class _Rows(QWidget):
    """The rows below each other and the button that adds one."""

    def __init__(self, narrow: int) -> None:
        super().__init__()
        self._narrow = narrow
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().px(6))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(6))
        whole.addLayout(self._column)
        self.add = Button("", "quiet", "plus")
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def insert(self, place: int, row: Row) -> None:
        """Show a row at a place, or move it there."""
        self._column.removeWidget(row)
        self._column.insertWidget(place, row)
        row.arrange(self._is_wide())
        # At once, so that it can take the keyboard.
        row.show()
        before: QWidget | None = None
        for widget in widgets_of(self._column):
            if isinstance(widget, Row):
                for binding in widget.bindings.values():
                    if before is not None:
                        QWidget.setTabOrder(before, binding.widget)
                    before = binding.widget
        if before is not None:
            QWidget.setTabOrder(before, self.add)

    def _is_wide(self) -> bool:
        return not self._narrow or self.width() >= theme().px(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.findChildren(Row):
            row.arrange(self._is_wide())


def rows(cells: Sequence[Cell], add_text: str, narrow: int = 0) -> Make:
    """A list of rows; under `narrow` px at 100 % wide cells go into lines of their own."""
    return lambda session: RowsBinding(session, cells, tr(add_text), narrow)
