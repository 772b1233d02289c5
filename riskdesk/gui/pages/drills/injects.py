"""The injects of a drill in its editor: when, what, from whom to whom, and what should follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.playbook import Inject
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.pages.drills.clocktime import StopwatchEdit
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.i18n import tr

NO_TIME = N_("Every inject needs a time after the start, such as 6:00, and what happens.")


class InjectRow(QWidget):
    """One inject."""

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = ""
        px = theme().px
        self.at = StopwatchEdit("6:00")
        self.what = LineEdit(tr("What happens: the trapped panic and hammer on the door"))
        self.giver = LineEdit(tr("Given by"))
        self.receiver = LineEdit(tr("Given to"))
        self.expected = LineEdit(tr("What should follow"))
        self.at.setAccessibleName(tr("Time after the start"))
        remove = IconButton("x", tr("Remove inject"), 26)
        remove.clicked.connect(self.removed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        self.at.setFixedWidth(px(84))
        head.addWidget(self.at)
        head.addWidget(self.what, 1)
        head.addWidget(remove)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.giver, 1, 0)
        grid.addWidget(self.receiver, 1, 1)
        grid.addWidget(self.expected, 2, 0, 1, 2)
        grid.addWidget(Divider(), 3, 0, 1, 2)
        for line in self._lines():
            line.textChanged.connect(self.changed)

    def _lines(self) -> tuple[LineEdit, ...]:
        return (self.at, self.what, self.giver, self.receiver, self.expected)

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(line.text().strip() for line in self._lines())

    def raw(self) -> dict[str, str]:
        """What was typed."""
        names = ("at", "what", "giver", "receiver", "expected")
        return {"id": self.id, **{name: line.text() for name, line in zip(names, self._lines(), strict=True)}}

    def set_raw(self, raw: dict[str, str]) -> None:
        """Put back what was typed."""
        self.id = raw.get("id", "")
        for name, line in zip(("at", "what", "giver", "receiver", "expected"), self._lines(), strict=True):
            line.setText(raw.get(name, ""))

    def show_inject(self, inject: Inject) -> None:
        """Show an inject."""
        self.id = inject.id
        self.at.set_value(inject.at_s)
        for line, text in zip(
            self._lines()[1:], (inject.what, inject.giver, inject.receiver, inject.expected), strict=True
        ):
            line.setText(text)


class InjectsEdit(QWidget):
    """All injects, one under another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[InjectRow] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().px(8))
        whole.addLayout(self._column)
        self._add = Button(tr("Add inject"), "quiet", "plus")
        self._add.clicked.connect(self._append)
        whole.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._add)

    def rows(self) -> list[InjectRow]:
        """The rows shown."""
        return list(self._rows)

    def filled(self) -> list[InjectRow]:
        """The rows in which something was typed."""
        return [row for row in self._rows if not row.is_empty()]

    def clear(self) -> None:
        """No injects; emits nothing."""
        for row in self._rows:
            self._column.removeWidget(row)
            drop_later(row)
        self._rows = []

    def add_row(self) -> InjectRow:
        """A row at the end."""
        row = InjectRow(self)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    @Slot()
    def _append(self) -> None:
        self.add_row().at.setFocus()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, InjectRow) and row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            drop_later(row)
            self.changed.emit()


class InjectsBinding(Binding):
    """The injects in the order of their times; each keeps its id, a new one gets the next."""

    widget: InjectsEdit

    def __init__(self) -> None:
        super().__init__(InjectsEdit())
        self.widget.changed.connect(self.changed)

    def value(self) -> tuple[dict[str, Any], ...]:
        rows = self.widget.filled()
        taken = {row.id for row in rows if row.id}
        found = []
        for row in rows:
            if not row.id:
                row.id = next(id for n in range(1, 1000) if (id := f"i{n}") not in taken)
                taken.add(row.id)
            found.append({
                "id": row.id, "at_s": row.at.value(), "what": row.what.text(), "giver": row.giver.text(),
                "receiver": row.receiver.text(), "expected": row.expected.text(),
            })  # fmt: skip
        return tuple(sorted(found, key=lambda inject: inject["at_s"] or 0))

    def set_value(self, value: Sequence[Inject] | None) -> None:
        self.widget.clear()
        for inject in value or ():
            self.widget.add_row().show_inject(inject)

    def raw(self) -> list[dict[str, str]]:
        return [row.raw() for row in self.widget.filled()]

    def set_raw(self, raw: Any) -> None:
        self.widget.clear()
        for typed in raw or ():
            self.widget.add_row().set_raw(typed)

    def problem(self) -> str:
        rows = self.widget.filled()
        right = all(row.at.value() is not None and row.what.text().strip() for row in rows)
        return "" if right else NO_TIME


def injects() -> Make:
    """The injects of a drill."""
    return lambda session: InjectsBinding()
