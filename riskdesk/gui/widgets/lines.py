"""An editor of a list of lines: aims, questions, the steps of a cause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class LinesEdit(QWidget):
    """Lines one under another. Enter makes the next, Backspace in an empty one takes it away, Alt+Up and Alt+Down
    move it; pasted lines become lines of their own."""

    changed = Signal(list)
    """The lines that are not empty."""
    settled = Signal()
    """A line was left, removed, moved or pasted: a list that is saved at once is saved now."""

    def __init__(self, add_text: str = "", numbered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self._rows: list[_LineRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().px(6))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(6))
        whole.addLayout(self._column)
        self._add = Button(add_text or tr("Add line"), "quiet", "plus", parent=self)
        self._add.clicked.connect(self._append)
        whole.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._add)

    def lines(self) -> list[str]:
        """The lines that are not empty, without blanks around them."""
        return [row.line.text().strip() for row in self._rows if row.line.text().strip()]

    def follow(self, lines: Sequence[str]) -> None:
        """Show these, unless they are here already; a line that is empty so far then stays."""
        if self.lines() != list(lines):
            self.set_lines(lines)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these; emits nothing."""
        for row in self._rows:
            self._column.removeWidget(row)
            drop_later(row)
        self._rows = []
        for text in lines:
            self._insert(len(self._rows), text)
        self._renumber()

    def _insert(self, place: int, text: str) -> _LineRow:
        row = _LineRow(text, self._numbered, self)
        row.line.textEdited.connect(self._edited)
        row.line.editingFinished.connect(self.settled)
        row.next_wanted.connect(self._next)
        row.removed.connect(self._remove)
        row.moved.connect(self._move)
        row.pasted.connect(self._pasted)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()
        return row

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_number(number)
        self.setFocusProxy(self._rows[0].line if self._rows else self._add)
        self.updateGeometry()

    def _place(self) -> int:
        row = self.sender()
        return self._rows.index(row) if isinstance(row, _LineRow) and row in self._rows else -1

    @Slot()
    def _edited(self) -> None:
        self.changed.emit(self.lines())

    @Slot()
    def _append(self) -> None:
        self._insert(len(self._rows), "").line.setFocus()
        self._renumber()

    @Slot()
    def _next(self) -> None:
        row = self._insert(self._place() + 1, "")
        self._renumber()
        row.line.setFocus()

    @Slot()
    def _remove(self) -> None:
        place = self._place()
        if place < 0:
            return
        row = self._rows.pop(place)
        self._column.removeWidget(row)
        drop_later(row)
        self._renumber()
        if self._rows:
            self._rows[max(0, place - 1)].line.setFocus()
        self._settle()

    @Slot(int)
    def _move(self, step: int) -> None:
        place = self._place()
        target = place + step
        if place < 0 or not 0 <= target < len(self._rows):
            return
        row = self._rows.pop(place)
        self._rows.insert(target, row)
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        row.line.setFocus()
        self._renumber()
        self._settle()

    @Slot(list)
    def _pasted(self, texts: list[str]) -> None:
        place = self._place()
        for offset, text in enumerate(texts, 1):
            self._insert(place + offset, text)
        self._renumber()
        self._rows[place + len(texts)].line.setFocus()
        self._settle()

    def _settle(self) -> None:
        self._edited()
        self.settled.emit()


class _LineRow(QWidget):
    """One line with its number, and buttons to move and remove it."""

    next_wanted = Signal()
    removed = Signal()
    moved = Signal(int)
    pasted = Signal(list)

    def __init__(self, text: str, numbered: bool, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        self._number = Label("", tone="second", parent=self)
        self._number.setMinimumWidth(px(20))
        self._number.setVisible(numbered)
        self.line = _Line(self)
        self.line.setText(text)
        row.addWidget(self._number)
        row.addWidget(self.line, 1)
        for icon, name, slot in (
            ("arrow-up", tr("Move up"), self._up),
            ("arrow-down", tr("Move down"), self._down),
            ("x", tr("Remove"), self.removed),
        ):
            button = IconButton(icon, name, 26, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            row.addWidget(button)

    def set_number(self, number: int) -> None:
        self._number.setText(f"{number}.")
        self.line.setAccessibleName(tr("Line {n}", n=number))

    @Slot()
    def _up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _down(self) -> None:
        self.moved.emit(1)


class _Line(LineEdit):
    """The line edit of a row; its keys act on the row."""

    def __init__(self, row: _LineRow) -> None:
        super().__init__(parent=row)
        self._row = row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._row.next_wanted.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self._row.removed.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._row.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        first, *rest = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()] or [""]
        self.insert(first.strip() if rest else first)
        self.textEdited.emit(self.text())
        if rest:
            self._row.pasted.emit([line.strip() for line in rest])
