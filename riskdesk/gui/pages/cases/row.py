"""One row of an editor of rows: its cells, its buttons and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from riskdesk.gui.pages.cases.cells import Cell, EnterText
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.edits import mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


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
