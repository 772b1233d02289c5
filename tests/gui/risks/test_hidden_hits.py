"""A search that an older filter hides: said, and undone by mouse or keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from tests.gui.keys import commit

HIDING = ("level", ("blue",))
WORD = "电梯困人"
"""No blue risk of the starter content tells of it."""


def test_an_empty_list_says_how_many_the_filters_hide(page: RiskPage, qtbot: QtBot) -> None:
    page.bar.set_sight(Sight(filters=(HIDING,)))
    page.focus_search()
    commit(page.bar.search, WORD)
    assert page.model.total == 0
    assert page.empty.isVisible()
    hidden = int(page.empty.sentence.text().split()[0])
    assert page.empty.sentence.text() == f"{hidden} found without the filters."
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert page.bar.sight == Sight(WORD)
    assert page.model.total == hidden > 0
    assert page.bar.search.text() == WORD
    assert page.bar.search.hasFocus()


def test_what_exists_nowhere_is_not_blamed_on_the_filters(page: RiskPage) -> None:
    page.bar.set_sight(Sight("根本没有这个词", (HIDING,)))
    assert "without" not in page.empty.sentence.text()
    assert page.empty.button.isHidden()


def test_the_heat_map_offers_the_same(page: RiskPage, qtbot: QtBot) -> None:
    page.show_heat()
    assert page._heat is not None
    page.bar.set_sight(Sight(WORD, (HIDING,)))
    assert "found without the filters" in page._heat.empty.sentence.text()
    qtbot.mouseClick(page._heat.empty.button, Qt.MouseButton.LeftButton)
    assert page.bar.sight == Sight(WORD)
    assert page.model.total


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_filter_is_dropped_by_keyboard_and_tells_how(page: RiskPage, qtbot: QtBot, key: Qt.Key) -> None:
    chip = page.bar._chips["level"]
    assert "Delete" not in chip.accessibleName() + chip.toolTip()
    page.bar.set_sight(Sight(WORD, (HIDING,)))
    assert chip.accessibleName().endswith("Delete drops it")
    assert chip.toolTip().endswith("Delete drops it")
    chip.setFocus()
    qtbot.keyClick(chip, key)
    assert page.bar.sight == Sight(WORD)
    assert chip.hasFocus()
    assert "Delete" not in chip.accessibleName() + chip.toolTip()


def test_a_switch_is_dropped_by_the_same_key(page: RiskPage, qtbot: QtBot) -> None:
    page.bar.set_sight(Sight(filters=(("flagged", ("on",)),)))
    qtbot.keyClick(page.bar._chips["flagged"], Qt.Key.Key_Delete)
    assert page.bar.sight == Sight()
    qtbot.keyClick(page.bar._chips["flagged"], Qt.Key.Key_Delete)
    assert page.bar.sight == Sight()


def test_the_keyboard_stays_in_the_bar_when_a_chip_goes_behind_more(page: RiskPage, qtbot: QtBot) -> None:
    page.bar.set_sight(Sight(filters=(("imported", ("1-2",)),)))
    chip = page.bar._chips["imported"]
    assert chip.isVisible()
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.isHidden()
    assert QApplication.focusWidget() is page.bar.search


def test_space_still_opens_the_menu(page: RiskPage, qtbot: QtBot) -> None:
    page.bar.set_sight(Sight(filters=(HIDING,)))
    chip = page.bar._chips["level"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip._menu is not None
    assert chip._menu.isVisible()
    chip._menu.close()
