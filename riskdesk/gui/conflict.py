"""Somebody else changed the same fields: both values, and a choice for each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.errors import Conflict
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.values import told
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class ConflictBox(Card):
    """Shows the fields that two people changed. Nothing is saved until the person has chosen."""

    chosen = Signal(dict, dict)
    """All their values, and those of them that are taken."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, QButtonGroup] = {}
        self._theirs: dict[str, Any] = {}
        self._rows: list[QWidget] = []

    def show_conflict(self, conflict: Conflict, labels: dict[str, str], desk: Desk) -> None:
        """Fill the box and show it."""
        for row in self._rows:
            drop_later(row)
        self._rows.clear()
        self._choices.clear()
        self._theirs = {name: theirs for name, (_, theirs, _) in conflict.fields.items()}
        who = desk.name(conflict.who) or tr("Somebody else")
        self._add(Label(tr("{who} changed this record while you were editing it.", who=who), bold=True, wrap=True))
        self._add(Label(tr("Choose for each field which value stays."), "small", "second", wrap=True))
        for name, (_, theirs, mine) in conflict.fields.items():
            self._add(Label(labels.get(name, name), "small", "second", bold=True))
            values = (told(desk, value, conflict.kind, name) for value in (theirs, mine))
            self._add(self._choice(name, *values))
        button = Button(tr("Save like this"), kind="primary")
        button.clicked.connect(self._take)
        self._add(button)
        self.show()

    def _choice(self, name: str, theirs: str, mine: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(12))
        group = QButtonGroup(row)
        for number, text in enumerate((tr("Theirs: {value}", value=theirs), tr("Mine: {value}", value=mine))):
            button = QRadioButton(text)
            button.setChecked(number == 1)
            group.addButton(button, number)
            layout.addWidget(button)
        layout.addStretch(1)
        self._choices[name] = group
        return row

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    @Slot()
    def _take(self) -> None:
        taken = {name: self._theirs[name] for name, group in self._choices.items() if group.checkedId() == 0}
        self.chosen.emit(dict(self._theirs), taken)
