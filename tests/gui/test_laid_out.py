"""What a layout holds is told without leaving anything behind that Qt deletes under Python's hands."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import riskdesk
from riskdesk.gui.laid_out import parts_of, widgets_of
from riskdesk.gui.reading_order import stops
from riskdesk.gui.widgets.button import Button


def kept_items() -> int:
    """How many items of layouts Python holds on to."""
    gc.collect()
    return sum(isinstance(wrapper, QWidgetItem) for wrapper in Shiboken.getAllValidWrappers())


def test_parts_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column, row, grid = QVBoxLayout(box), QHBoxLayout(), QGridLayout()
    last, first, inner = QWidget(box), QWidget(box), QWidget(box)
    column.addWidget(first)
    column.addLayout(row)
    column.addStretch(1)
    column.addLayout(grid)
    column.addWidget(last)
    row.addWidget(inner)
    assert parts_of(column) == [first, row, grid, last]
    assert widgets_of(column) == [first, last]
    assert widgets_of(row) == [inner]
    assert parts_of(grid) == []


def test_tab_keeps_nothing_of_what_is_deleted_later(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column, row = QVBoxLayout(box), QHBoxLayout()
    column.addLayout(row)
    buttons = [Button(str(n)) for n in range(4)]
    for button in buttons:
        (row if button is buttons[0] else column).addWidget(button)
    box.show()
    before = kept_items()
    assert list(stops(box)) == buttons
    assert kept_items() == before


def test_nobody_asks_a_layout_for_its_items() -> None:
    package = Path(riskdesk.__file__).parent
    asking = [path for path in package.rglob("*.py") if ".itemAt(" in path.read_text("utf-8")]
    assert asking == []
