"""Notices, banners, empty states, progress and the command palette."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.busy import BusyStrip
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.command import CommandPalette
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.notice import Notices
from riskdesk.gui.widgets.options import Option, matching

ROWS = [
    Option("new", "New risk", hint="Ctrl+N", icon="plus"),
    Option("print", "Print this", hint="Ctrl+P", icon="print"),
    Option("r1", "Lift stuck", "JX-R-2026-0031", level="red"),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit(made))
    made.resize(900, 600)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button_named(widget: QWidget, text: str) -> Button:
    return next(button for button in widget.findChildren(Button) if button.text() == text)


def test_a_notice_offers_undo_and_goes(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    notices = Notices(window)
    notices.post("Risk closed", "Undo", lambda: done.append("undone"), key="Ctrl+Z")
    assert notices.texts() == ["Risk closed"]
    assert notices.geometry().bottom() < window.height()
    qtbot.mouseClick(button_named(notices, "Undo"), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert notices.texts() == []
    assert not notices.isVisible()


def test_several_of_a_group_become_one(window: QWidget, qtbot: QtBot) -> None:
    done: list[int] = []
    notices = Notices(window)
    for number in range(3):
        notices.post(
            "1 risk changed",
            "Undo",
            lambda n=number: done.append(n),
            group="change",
            merged=lambda n: f"{n} risks changed",
        )
    assert notices.texts() == ["3 risks changed"]
    qtbot.mouseClick(button_named(notices, "Undo"), Qt.MouseButton.LeftButton)
    assert done == [2, 1, 0]


def test_only_the_last_three_stay(window: QWidget) -> None:
    notices = Notices(window)
    for number in range(5):
        notices.post(f"Notice {number}")
    assert notices.texts() == ["Notice 2", "Notice 3", "Notice 4"]


def test_stacked_notices_keep_their_height(window: QWidget, qtbot: QtBot) -> None:
    notices = Notices(window)
    alone = notices.post("Risk closed", "Undo", lambda: None).height()
    for number in range(4):
        notices.post(f"Notice {number}: " + "what was done, at some length. " * number, "Undo", lambda: None)
        qtbot.wait(20)
        shown = list(notices._shown.values())
        assert all(notice.height() >= max(alone, notice.minimumSizeHint().height()) for notice in shown)
        assert all(notice.words.height() >= notice.words.heightForWidth(notice.words.width()) for notice in shown)
        tops = [notice.geometry() for notice in shown]
        assert all(not one.intersects(other) for one, other in pairwise(tops))
        assert notices.geometry().top() >= 0
    shown[0].close_now()
    assert all(notice.height() >= alone for notice in notices._shown.values())


def test_a_notice_whose_offer_is_void_goes(window: QWidget) -> None:
    notices = Notices(window)
    notices.post("Risk closed", "Undo", lambda: None, group="b1")
    notices.post("Exported")
    notices.withdraw("b1")
    notices.withdraw("b2")
    assert notices.texts() == ["Exported"]


def test_time_stands_still_under_the_mouse(window: QWidget, qtbot: QtBot) -> None:
    notices = Notices(window)
    notice = notices.post("Exported", seconds=0.1)
    point = QPointF(5, 5)
    QApplication.sendEvent(notice, QEnterEvent(point, point, point))
    qtbot.wait(200)
    assert notices.texts() == ["Exported"]
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: notices.texts() == [], timeout=1000)


def test_notices_stay_at_the_foot_when_the_window_grows(window: QWidget) -> None:
    notices = Notices(window)
    notices.post("Exported")
    window.resize(1200, 800)
    assert 700 < notices.geometry().bottom() < 800 - 20
    assert abs(notices.geometry().center().x() - 600) < 3


def test_a_banner_says_and_acts(window: QWidget, qtbot: QtBot) -> None:
    banner = Banner(parent=window)
    window.layout().addWidget(banner)
    assert not banner.isVisible()
    banner.say("A red risk has no playbook yet", "error", "Choose one")
    assert banner.isVisible()
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.link, Qt.MouseButton.LeftButton)
    banner.say("")
    assert not banner.isVisible()


def test_a_long_banner_wraps_and_is_not_cut(window: QWidget, qtbot: QtBot) -> None:
    window.resize(320, 600)
    banner = Banner("The limit is near. " * 12, "limit", parent=window)
    window.layout().addWidget(banner)
    banner.show()
    qtbot.waitUntil(lambda: banner.words.height() >= banner.words.heightForWidth(banner.words.width()))
    assert banner.words.geometry().right() <= banner.width()


def test_an_empty_page_offers_the_first_step(window: QWidget, qtbot: QtBot) -> None:
    empty = EmptyState(
        "case", "No cases yet", "Write the first one.", "New case", "Load the starter content", parent=window
    )
    window.layout().addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.primary):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.second):
        qtbot.mouseClick(empty.link, Qt.MouseButton.LeftButton)
    empty.say("search", "Nothing found")
    assert not empty.button.isVisible()
    assert empty.accessibleName() == "Nothing found"


def test_short_work_shows_no_progress(window: QWidget, qtbot: QtBot) -> None:
    strip = BusyStrip(window)
    strip.start("Importing", 10)
    strip.finish()
    qtbot.wait(300)
    assert not strip.isVisible()


def test_long_work_can_be_cancelled_once(window: QWidget, qtbot: QtBot) -> None:
    strip = BusyStrip(window)
    window.layout().addWidget(strip)
    strip.start("Importing 1,200 rows", 100)
    qtbot.waitUntil(strip.isVisible, timeout=1000)
    strip.progress(40)
    assert strip.accessibleDescription() == "40 / 100"
    cancel = button_named(strip, "Cancel")
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isEnabled()


@pytest.fixture
def palette(window: QWidget, qtbot: QtBot) -> CommandPalette:
    window.findChild(QLineEdit).setFocus()
    made = CommandPalette(window, lambda text: matching(ROWS, text))
    made.open()
    return made


def test_the_palette_takes_the_best_row_on_enter(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "pri")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert chosen.args == ["print"]
    assert not palette.isVisible()


def test_the_palette_is_a_child_that_covers_the_window(palette: CommandPalette) -> None:
    window = palette.parentWidget()
    assert not palette.isWindow()
    assert palette.geometry() == window.rect()
    window.resize(1000, 700)
    assert palette.geometry() == window.rect()


def test_arrows_go_round_and_tab_stays(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.view.current() == ROWS[2]
    qtbot.keyClick(palette.line, Qt.Key.Key_Tab)
    assert palette.line.hasFocus()


def test_escape_gives_the_keyboard_back(palette: CommandPalette, qtbot: QtBot) -> None:
    assert palette.line.hasFocus()
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    before = next(line for line in palette.parentWidget().findChildren(QLineEdit) if line is not palette.line)
    assert before.hasFocus()


def test_a_click_beside_closes_and_one_on_a_row_takes_it(palette: CommandPalette, qtbot: QtBot) -> None:
    place = palette.view.visualRect(palette.view.options.index(2, 0)).center()
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["r1"]
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()
