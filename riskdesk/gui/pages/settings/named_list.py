"""A list of names that an office extends: each with its English name, how many records use it, and a way to take it
off while none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.scale import Named
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr

LONGEST = 60


class NamedRow(QWidget):
    """One name."""

    settled = Signal()
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.before = ""
        self.name, self.name_en = LineEdit(tr("Name")), LineEdit(tr("Name in English"))
        self.uses = Label("", "small", "second")
        self.remove = IconButton("x", tr("Remove"), 26)
        self.remove.clicked.connect(self.removed)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.name.setMaxLength(LONGEST)
        self.name_en.setMaxLength(LONGEST)
        for line in (self.name, self.name_en):
            line.setAccessibleName(line.placeholderText())
            line.editingFinished.connect(self._left)
            row.addWidget(line, 3)
        self.uses.setMinimumWidth(theme().px(92))
        row.addWidget(self.uses)
        row.addWidget(self.remove)

    def show_named(self, named: Named, uses: int) -> None:
        """Show it."""
        self.before = named.name
        for line, text in ((self.name, named.name), (self.name_en, named.name_en)):
            if line.text().strip() != text:
                line.setText(text)
        self.uses.setText(formats.records(uses) if uses else tr("not used"))
        self.uses.setToolTip(tr("In use: rename it instead.") if uses else "")
        self.remove.setVisible(not uses)

    def named(self) -> Named | None:
        """As typed; None without a name."""
        name = self.name.text().strip()
        return Named(key=self.key, name=name, name_en=self.name_en.text().strip()) if name else None

    @Slot()
    def _left(self) -> None:
        # A name that was there before is not emptied, only removed.
        if not self.name.text().strip():
            self.name.setText(self.before)
        self.settled.emit()


class NamedList(QWidget):
    """The names one under another."""

    settled = Signal()
    """A name was left or taken off: it is saved now."""

    def __init__(self, add: str, new_key: Callable[[], str]) -> None:
        super().__init__()
        self._new_key = new_key
        self.rows: list[NamedRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().px(6))
        self.add = Button(add, "quiet", "plus")
        self.add.clicked.connect(self._append)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(6))
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_named(self, shown: Sequence[Named], uses: Mapping[str, int]) -> None:
        """Show these; a row that has no name yet stays."""
        kept = [row.key for row in self.rows if row.named() is not None]
        if kept != [named.key for named in shown]:
            self.forget()
            for named in shown:
                self._make(named.key)
        rows = {row.key: row for row in self.rows}
        for named in shown:
            rows[named.key].show_named(named, uses.get(named.key, 0))

    def named(self) -> tuple[Named, ...]:
        """What was typed."""
        return tuple(named for row in self.rows if (named := row.named()) is not None)

    def forget(self) -> None:
        """Show nothing; emits nothing."""
        for row in self.rows:
            self._drop(row)
        self.rows = []

    def _drop(self, row: NamedRow) -> None:
        self._column.removeWidget(row)
        row.blockSignals(True)
        drop_later(row)

    def _make(self, key: str) -> NamedRow:
        row = NamedRow(key)
        row.settled.connect(self.settled)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    @Slot()
    def _append(self) -> None:
        row = self._make(self._new_key())
        row.show()
        row.name.setFocus()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, NamedRow) and row in self.rows:
            self.rows.remove(row)
            self._drop(row)
            self.settled.emit()
