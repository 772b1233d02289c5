"""An editor of rows, such as the course of events: each row a few cells, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.bindings import Binding, Make, TextBinding
from riskdesk.gui.pages.cases.parts import NestedBinding, places
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.edits import GrowingText, mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


@dataclass(frozen=True)
class Cell:
    """One cell of a row. `width` in px at 100 %, 0 for the one that takes what is left.

    `counts` is False for a cell (a choice with a default) that does not fill a row by itself; `start` is what a new
    row has in it.
    """

    name: str
    label: str
    make: Make
    width: int = 0
    counts: bool = True
    start: Any = None


class EnterText(GrowingText):
    """Several lines in a row: Enter asks for the next row, Shift+Enter begins a new line."""

    entered = Signal()

    def __init__(self, placeholder: str = "", least: int = 1, most: int = 8) -> None:
        super().__init__(placeholder, least, most)
        # The first line stands level with the lines beside it.
        self.document().setDocumentMargin(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class EnterTextBinding(TextBinding):
    """What `EnterText` edits."""

    widget: EnterText

    def __init__(self, placeholder: str = "") -> None:
        Binding.__init__(self, EnterText(placeholder, least=1, most=8))
        self.widget.text_edited.connect(self.changed)


class PointsBinding(EnterTextBinding):
    """A list of lines in one cell, each on a line of its own; Enter begins the next line."""

    def __init__(self, placeholder: str = "") -> None:
        Binding.__init__(self, GrowingText(placeholder, least=2, most=14))
        self.widget.document().setDocumentMargin(1)
        self.widget.text_edited.connect(self.changed)

    def value(self) -> list[str]:  # type: ignore[override]
        return [line.strip() for line in self.widget.text().splitlines() if line.strip()]

    def set_value(self, value: Any) -> None:
        self.widget.set_text("\n".join(value or ()))

    def raw(self) -> str:
        return self.widget.text()

    def set_raw(self, raw: Any) -> None:
        self.widget.set_text(raw or "")


def enter_text(placeholder: str = "") -> Make:
    """Several lines; Enter asks for the next row."""
    return lambda session: EnterTextBinding(tr(placeholder) if placeholder else "")


def points(placeholder: str = "") -> Make:
    """A list of lines in one cell."""
    return lambda session: PointsBinding(tr(placeholder) if placeholder else "")


class Row(QWidget):
    """The cells of one row, its buttons, and its error."""

    entered = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, session: Session, cells: Sequence[Cell], number: int) -> None:
        super().__init__()
        self._cells = cells
        self.bindings = {cell.name: cell.make(session) for cell in cells}
        self._error = Label("", "small", "red", wrap=True)
        self._error.hide()
        self._buttons = QWidget()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(6))
        self._grid.setVerticalSpacing(theme().px(4))
        self._make_buttons()
        for cell in cells:
            self._add(cell, number)
            if cell.start is not None:
                self.bindings[cell.name].set_value(cell.start)
        for key, slot in (
            ("Alt+Up", self._up), ("Alt+Down", self._down), ("Alt+Delete", self.removed),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._wide: bool | None = None
        self.arrange(True)

    def _make_buttons(self) -> None:
        row = QGridLayout(self._buttons)
        row.setContentsMargins(0, theme().px(3), 0, 0)
        row.setHorizontalSpacing(0)
        for place, (icon, name, slot) in enumerate((
            ("arrow-up", tr("Move up (Alt+Up)"), self._up),
            ("arrow-down", tr("Move down (Alt+Down)"), self._down),
            ("x", tr("Remove (Alt+Delete)"), self.removed),
        )):  # fmt: skip
            button = IconButton(icon, name, 26)
            # Tab goes from cell to cell; the keyboard has its own ways.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            row.addWidget(button, 0, place)

    def _add(self, cell: Cell, number: int) -> None:
        binding = self.bindings[cell.name]
        binding.setParent(self)
        widget = binding.widget
        widget.setAccessibleName(tr("{field}, row {n}", field=tr(cell.label), n=number))
        if cell.width:
            widget.setFixedWidth(theme().px(cell.width))
        if isinstance(widget, EnterText):
            widget.entered.connect(self.entered)
        elif isinstance(widget, QLineEdit):
            widget.returnPressed.connect(self.entered)

    def arrange(self, wide: bool) -> None:
        """Everything in one line, or, where there is no room, the widest cells in lines of their own."""
        if wide == self._wide:
            return
        self._wide = wide
        top = Qt.AlignmentFlag.AlignTop
        column, below = 0, 1
        for cell in self._cells:
            widget = self.bindings[cell.name].widget
            self._grid.removeWidget(widget)
            if wide or cell.width:
                self._grid.addWidget(widget, 0, column, top)
                self._grid.setColumnStretch(column, 0 if cell.width else 1)
                column += 1
            else:
                self._grid.addWidget(widget, below, 0, 1, len(self._cells) + 1, top)
                below += 1
        self._grid.removeWidget(self._buttons)
        self._grid.addWidget(self._buttons, 0, len(self._cells), top | Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(len(self._cells), 0 if wide else 1)
        self._grid.removeWidget(self._error)
        self._grid.addWidget(self._error, below, 0, 1, len(self._cells) + 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed in it."""
        return not any(self.bindings[cell.name].raw() for cell in self._cells if cell.counts)

    @property
    def first(self) -> QWidget:
        """The first cell."""
        return self.bindings[self._cells[0].name].widget

    def show_error(self, name: str, text: str) -> QWidget:
        """Say under the row what is wrong with a cell; returns the cell."""
        cell = next((cell for cell in self._cells if cell.name == name), None)
        words = f"{tr(cell.label)}：{text}" if cell else text
        self._error.setText("\n".join(filter(None, (self._error.text(), words))))
        self._error.show()
        widget = self.bindings[cell.name].widget if cell else self.first
        mark_invalid(widget, True)
        return widget

    def clear_errors(self) -> None:
        """Take every error away."""
        self._error.setText("")
        self._error.hide()
        for binding in self.bindings.values():
            mark_invalid(binding.widget, False)

    @Slot()
    def _up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _down(self) -> None:
        self.moved.emit(1)


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
        for index in range(self._column.count()):
            item = self._column.itemAt(index)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Row):
                for binding in widget.bindings.values():
                    if before is not None:
                        QWidget.setTabOrder(before, binding.widget)
                    before = binding.widget
        if before is not None:
            QWidget.setTabOrder(before, self.add)

    def _is_wide(self) -> bool:
        return not self._narrow or self.width() >= theme().px(self._narrow)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        for row in self.findChildren(Row):
            row.arrange(self._is_wide())


def rows(cells: Sequence[Cell], add_text: str, narrow: int = 0) -> Make:
    """A list of rows; under `narrow` px at 100 % wide cells go into lines of their own."""
    return lambda session: RowsBinding(session, cells, tr(add_text), narrow)
