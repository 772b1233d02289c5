"""What several tests of the register do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.risks import RiskPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def column(page: RiskPage, key: str) -> int:
    """The place of a column in the model."""
    return next(place for place, spec in enumerate(page.model.columns) if spec.key == key)


def at(page: RiskPage, row: int, key: str) -> QModelIndex:
    """A cell."""
    return page.model.index(row, column(page, key))


def go(page: RiskPage, row: int, key: str) -> None:
    """Make a cell current."""
    page.table.go_to_row(row, column(page, key))


def risk(page: RiskPage, row: int) -> Risk:
    """The risk in a row, as it is stored."""
    return page.desk.risks.get(page.model.id_at(row))


def line(page: RiskPage) -> QLineEdit:
    """The editor over the cell."""
    found = page.cells.input.line
    assert found is not None
    return found


def middle(page: RiskPage, row: int, key: str) -> QPoint:
    """The middle of a cell in the viewport."""
    return page.table.visualRect(at(page, row, key)).center()


def press(qtbot: QtBot, page: RiskPage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is: in the editor of a cell, else in the table."""
    target = page.cells.input.line if page.cells.is_open else page.table
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
