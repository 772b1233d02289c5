"""Facts of a record: label and value, left of each other, above each other, or in small boxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose
from riskdesk.gui.widgets.paint import rounded

Arrangement = Literal["left", "above", "boxed"]


class Fact(NamedTuple):
    """One fact; `tone` colours the value; a value may be a widget (a tag, a link)."""

    label: str
    value: str | QWidget
    tone: str = "text"


class Facts(QWidget):
    """A grid of facts in `columns` columns; values wrap and can be selected. Empty values show —."""

    def __init__(
        self,
        facts: Sequence[Fact] = (),
        columns: int = 1,
        arrangement: Arrangement = "left",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._arrangement = columns, arrangement
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        px = theme().px
        self._grid.setHorizontalSpacing(px(8 if arrangement == "boxed" else 16))
        self._grid.setVerticalSpacing(px(8 if arrangement == "boxed" else 6 if arrangement == "left" else 10))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                drop_later(widget)
        for place, fact in enumerate(facts):
            row, column = divmod(place, self._columns)
            if self._arrangement == "left":
                label = Label(fact.label, tone="second", parent=self)
                self._grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(self._value(fact), row, 2 * column + 1)
                self._grid.setColumnStretch(2 * column + 1, 1)
            else:
                cell = FactBox(fact, self) if self._arrangement == "boxed" else self._stacked(fact)
                self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
                self._grid.setColumnStretch(column, 1)
        self.updateGeometry()

    def _value(self, fact: Fact) -> QWidget:
        if isinstance(fact.value, QWidget):
            fact.value.setParent(self)
            fact.value.setAccessibleName(f"{fact.label} {fact.value.accessibleName()}")
            return fact.value
        made = Prose(fact.value or "—", tone=fact.tone if fact.value else "third", parent=self)
        made.setAccessibleName(f"{fact.label} {fact.value}")
        return made

    def _stacked(self, fact: Fact) -> QWidget:
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(Label(fact.label, "small", "second", parent=cell))
        column.addWidget(self._value(fact))
        return cell


class FactBox(Painted):
    """A fact of one short value in a light frame (被困时长 52 分)."""

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(7), px(10), px(7))
        column.setSpacing(0)
        column.addWidget(Label(fact.label, "small", "second", parent=self))
        if isinstance(fact.value, QWidget):
            column.addWidget(fact.value)
        else:
            column.addWidget(ElidedLabel(fact.value or "—", "lead", fact.tone, bold=True, parent=self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{fact.label} {fact.value}")

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, None, self.colours["border"])
