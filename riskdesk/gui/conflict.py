"""Somebody else changed the same fields: both values, and a choice for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.errors import Conflict
from riskdesk.gui.field_names import field_name
from riskdesk.gui.reasons import sentence
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.values import told
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.gui.widgets.radio import LEFT, RadioButton
from riskdesk.i18n import tr

THEIRS, MINE = 0, 1
MOST_LINES = 8
"""So much of a long value is in sight at once; with two of them the choice still fits a page."""


class ConflictBox(Card):
    """Shows the fields that two people changed. Nothing is saved until the person has chosen.

    What was chosen stays when the same conflict is shown again, as after a second Ctrl+S.
    """

    chosen = Signal(dict, dict)
    """All their values, and those of them that are taken."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, QButtonGroup] = {}
        self._theirs: dict[str, Any] = {}
        self._rows: list[QWidget] = []
        self.take = Button(tr("Save like this"), kind="primary")
        self.take.clicked.connect(self._chosen)

    def show_conflict(self, conflict: Conflict, labels: dict[str, str], desk: Desk) -> None:
        """Fill the box and show it."""
        theirs = {name: value for name, (_, value, _) in conflict.fields.items()}
        before = self._taken() if theirs == self._theirs and not self.isHidden() else {}
        for row in self._rows:
            drop_later(row)
        self._rows.clear()
        self._choices.clear()
        self._theirs = theirs
        self._add(Label(sentence(conflict), bold=True, wrap=True))
        self._add(Label(tr("Choose for each field which value stays."), "small", "second", wrap=True))
        for name, (_, *values) in conflict.fields.items():
            label = labels.get(name) or field_name(conflict.kind, name)
            self._add(Label(label, "small", "second", bold=True))
            self._add(self._choice(name, label, [told(desk, value, conflict.kind, name) for value in values]))
            self._choices[name].button(THEIRS if name in before else MINE).setChecked(True)
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()
        first = next(iter(self._choices.values()))
        first.button(first.checkedId()).setFocus(Qt.FocusReason.TabFocusReason)

    def _choice(self, name: str, label: str, values: Sequence[str]) -> QWidget:
        """Both values, one below the other as wide as the form, each whole under its button."""
        px = theme().px
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._choices[name] = group = QButtonGroup(choice)
        for place, (words, value) in enumerate(zip((tr("Theirs"), tr("Mine")), values, strict=True)):
            button = RadioButton(words)
            button.setAccessibleName(f"{label} · {words}")
            button.setAccessibleDescription(value)
            group.addButton(button, place)
            text = Prose(value, most=MOST_LINES)
            text.setAccessibleName(f"{label} · {words}")
            inside = QHBoxLayout()
            inside.setContentsMargins(px(LEFT), 0, 0, px(4))
            inside.addWidget(text)
            column.addWidget(button)
            column.addLayout(inside)
        return choice

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _taken(self) -> dict[str, Any]:
        """Those of their values that are chosen."""
        return {name: self._theirs[name] for name, group in self._choices.items() if group.checkedId() == THEIRS}

    @Slot()
    def _chosen(self) -> None:
        self.chosen.emit(dict(self._theirs), self._taken())
