"""In a narrow window the open record lies over the list, and the mouse alone finds the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.window import MainWindow


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> RiskPage:
    """The list of risks in a narrow window, its first record opened over it."""
    window.resize(900, 720)
    window.go_to("risk")
    found = window.page("risk")
    assert isinstance(found, RiskPage)
    found.table.setFocus()
    qtbot.keyClick(found.table, Qt.Key.Key_Return)
    assert not found.table.isVisible()
    return found


def _back_button(window: MainWindow, page: RiskPage) -> QWidget:
    return page.detail.back_button


def _lit_page(window: MainWindow, page: RiskPage) -> QWidget:
    return window.rail._items["risk"]


@pytest.mark.parametrize("way", [_back_button, _lit_page])
def test_a_click_leads_back_to_the_list(
    page: RiskPage, window: MainWindow, qtbot: QtBot, way: Callable[[MainWindow, RiskPage], QWidget]
) -> None:
    qtbot.mouseClick(way(window, page), Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert not page.detail.isVisible()


def test_a_click_on_the_lit_page_leaves_the_history_too(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    page.detail.show_history()
    qtbot.mouseClick(_lit_page(window, page), Qt.MouseButton.LeftButton)
    assert page.table.isVisible()


def test_what_is_being_typed_stays_at_a_click_on_the_lit_page(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    page.edit_record()
    assert not page.detail.back_button.isVisible()
    qtbot.mouseClick(_lit_page(window, page), Qt.MouseButton.LeftButton)
    assert page.detail.is_editing


def test_an_editor_opened_from_the_list_is_left_by_way_of_the_record(page: RiskPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.detail.back_button, Qt.MouseButton.LeftButton)
    page.edit_record()
    assert page.back()
    assert page.detail.back_button.isVisible()
    assert page.back()
    assert page.table.isVisible()


def test_beside_the_list_there_is_no_way_back(page: RiskPage, window: MainWindow) -> None:
    window.resize(1700, 800)
    assert page.table.isVisible()
    assert not page.detail.back_button.isVisible()
