"""What was not done is told as such: never with the check of what was done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.notice import Notice
from riskdesk.gui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def told(window: MainWindow) -> list[tuple[str, str]]:
    """Words and icon of the notices in sight."""
    return [(notice.words.text(), notice.icon) for notice in window.overlays.notices.findChildren(Notice)
            if notice.isVisible()]  # fmt: skip


@pytest.fixture
def register(window: MainWindow, qtbot: QtBot) -> RiskPage:
    window.resize(1700, 900)
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.table.setFocus()
    return page


@pytest.mark.parametrize("key", ["number", "level"])
def test_a_cell_that_cannot_be_changed_is_no_success(
    register: RiskPage, window: MainWindow, qtbot: QtBot, key: str
) -> None:
    place = next(place for place, spec in enumerate(register.model.columns) if spec.key == key)
    register.table.go_to_row(0, place)
    for _ in range(2):
        qtbot.keyClick(register.table, Qt.Key.Key_F4)
    (only,) = told(window)
    assert only[1] == "info"


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)])
def test_nothing_to_do_again_says_so(
    register: RiskPage, window: MainWindow, qtbot: QtBot, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    qtbot.keyClick(register.table, *keys)
    assert told(window) == [("There is nothing to do again.", "info")]


def test_pasting_nothing_is_no_success(register: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().clear()
    register.table.go_to_row(0, 2)
    qtbot.keyClick(register.table, Qt.Key.Key_V, CTRL)
    assert [icon for _, icon in told(window)] == ["info"]


def test_what_was_done_keeps_its_check_and_what_failed_its_alert(window: MainWindow) -> None:
    window.session.noticed.emit("Saved.", "", None)
    window.session.failed.emit("The disk is full.")
    assert told(window) == [("Saved.", "check"), ("The disk is full.", "alert")]
