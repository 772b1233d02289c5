"""Where the keyboard is can be seen, and after a page was called by key it is on that page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.window import MainWindow

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def ringed(widget: QWidget, box: QRect) -> bool:
    """Whether a line in the accent stands around that part of a widget, looked at in the middle of its four sides."""
    QApplication.processEvents()
    accent = colours_of(widget)["accent"]
    picture = widget.grab(box).toImage()
    width, height = picture.width(), picture.height()
    sides = [
        [QPoint(x, height // 2) for x in range(4)], [QPoint(width - 1 - x, height // 2) for x in range(4)],
        [QPoint(width // 2, y) for y in range(4)], [QPoint(width // 2, height - 1 - y) for y in range(4)],
    ]  # fmt: skip
    return all(any(_near(picture.pixelColor(place), accent) for place in side) for side in sides)


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 12 for a, b in pairs)


@pytest.fixture(params=["light", "dark"])
def register(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[RiskPage]:
    before = theme().choice
    theme().choose(request.param)
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    yield page
    theme().choose(before)


def test_a_combo_of_the_form_shows_that_it_has_the_keyboard(register: RiskPage, qtbot: QtBot) -> None:
    register.new_record()
    combo = next(combo for combo in register.detail.findChildren(Combo) if combo.isVisible())
    height = combo.height()
    assert not ringed(combo, combo.rect())
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed(combo, combo.rect())
    assert combo.height() == height


def test_the_current_cell_shows_while_arrows_move_it_and_not_for_the_mouse(register: RiskPage, qtbot: QtBot) -> None:
    table = register.table
    place = table.visualRect(table.model().index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def box() -> QRect:
        return table.visualRect(table.currentIndex()).adjusted(1, 1, -1, -2)

    assert not ringed(table.viewport(), box())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(table, key)
        assert ringed(table.viewport(), box())


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4])
def test_a_page_called_by_key_has_the_keyboard_in_its_list(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.go_to("overview")
    window.rail._items["overview"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window, key, ALT)
    page = window.current
    assert isinstance(page, ListPage)
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1


def test_a_page_without_a_list_has_it_at_its_first_stop(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    focus = QApplication.focusWidget()
    assert window.current is not None
    assert window.current.KEY == "overview"
    assert focus is not None
    assert window.current.isAncestorOf(focus)


def test_the_palette_leads_there_as_well(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("overview")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    window.commands._palette.line.setText("Risk register")  # type: ignore[union-attr]
    window.commands.run("page:risk")
    page = window.current
    assert isinstance(page, RiskPage)
    assert QApplication.focusWidget() is page.table


def test_a_form_that_keeps_the_page_keeps_the_keyboard(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.focus_search()
    monkeypatch.setattr(page, "may_leave", lambda: False)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.current is page
    assert QApplication.focusWidget() is page.bar.search
