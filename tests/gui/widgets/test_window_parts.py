"""Rail, head, foot, search box, chips and buttons, through what a user does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.button import ActionButton, Button, IconButton, LinkButton
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.foot import FootBar, IncidentStrip, Running
from riskdesk.gui.widgets.head import HeadBar
from riskdesk.gui.widgets.rail import NARROW, WIDE, Rail, RailItem
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.i18n import set_language, tr


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    window = QWidget()
    qtbot.addWidget(window)
    made = Rail("Riskdesk", window)
    made.kept = window  # type: ignore[attr-defined]
    made.add("overview", "overview", "Overview")
    made.add("risk", "risk", "Risks")
    made.add("settings", "settings", "Settings", at_bottom=True)
    QHBoxLayout(window).addWidget(made)
    window.resize(1300, 700)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def test_a_click_and_alt_number_go_to_a_page(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.findChildren(RailItem)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["risk"]
    rail.window().activateWindow()
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(rail.window(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert chosen.args == ["overview"]
    assert [item.isChecked() for item in rail.findChildren(RailItem)] == [True, False, False]


def test_the_rail_shows_icons_only_in_a_narrow_window(rail: Rail) -> None:
    assert rail.width() == theme().px(WIDE)
    rail.window().resize(1000, 700)
    assert rail.width() == theme().px(NARROW)
    rail.set_compact(False)
    assert rail.width() == theme().px(WIDE)
    rail.set_compact(None)
    assert rail.compact


def test_counts_are_told_to_all(rail: Rail) -> None:
    rail.set_count("risk", 128)
    item = rail.findChildren(RailItem)[1]
    assert item.accessibleName() == "Risks 128"
    assert "Alt+2" in item.toolTip()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [100, 125, 150])
def test_no_word_of_the_rail_is_cut_chosen_or_not(
    qtbot: QtBot, request: pytest.FixtureRequest, language: str, scale: int
) -> None:
    set_language(language)
    request.addfinalizer(lambda: theme().set_scale(100))
    theme().set_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(2400, 900)
    rail = Rail("riskdesk", window)
    for entry in PAGES:
        rail.add(entry.KEY, entry.ICON, tr(entry.TITLE), at_bottom=entry.KEY == "settings", under=entry.UNDER)
    row = QHBoxLayout(window)
    row.addWidget(rail)
    row.addStretch(1)
    window.show()
    qtbot.waitExposed(window)
    for entry in PAGES:
        rail.set_current(entry.KEY)
        for count in (None, 7, 128, 100_000):
            if not entry.UNDER and entry.KEY != "settings":
                rail.set_count(entry.KEY, count)
            QApplication.processEvents()
            for item in (item for item in rail.findChildren(RailItem) if item.isVisible()):
                wide = QFontMetricsF(item.word_font(item.isChecked())).horizontalAdvance(item.text())
                assert wide <= item.word_box().width(), (item.text(), count)


def test_arrows_walk_the_rail(rail: Rail, qtbot: QtBot) -> None:
    items = rail.findChildren(RailItem)
    items[0].setFocus()
    qtbot.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(items[1], Qt.Key.Key_Space)
    assert chosen.args == ["risk"]


def test_pages_that_belong_to_another_stand_below_it_while_it_is_shown(rail: Rail, qtbot: QtBot) -> None:
    first = rail.add("complaint", "complaint", "Complaints", under="risk")
    second = rail.add("review", "clipboard", "Review meetings", under="risk")
    rail.set_current("overview")
    assert first.isHidden()
    assert second.isHidden()
    rail.set_current("risk")
    assert first.isVisible()
    assert second.isVisible()
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chosen.args == ["complaint"]
    assert first.isChecked()
    assert second.isVisible()
    order = [item.key for item in sorted(rail.findChildren(RailItem), key=RailItem.y)]
    assert order == ["overview", "risk", "complaint", "review", "settings"]
    assert "Alt" not in first.toolTip()
    items = {item.key: item for item in rail.findChildren(RailItem)}
    rail.set_current("settings")
    items["risk"].setFocus()
    qtbot.keyClick(items["risk"], Qt.Key.Key_Down)
    assert items["settings"].hasFocus()


def head_with(qtbot: QtBot, width: int) -> HeadBar:
    head = HeadBar("Risk register", "128 risks")
    qtbot.addWidget(head)
    for text in ("Table", "Heat map", "Quarterly review"):
        head.add_action(QAction(text, head))
    new = QAction("New risk", head)
    new.setShortcut("Ctrl+N")
    head.add_action(new, "primary")
    head.resize(width, 40)
    head.show()
    qtbot.waitUntil(head.isActiveWindow)
    return head


def buttons(head: HeadBar) -> list[str]:
    return [button.text() for button in head.findChildren(ActionButton) if button.isVisible()]


def test_a_wide_head_shows_all_actions(qtbot: QtBot) -> None:
    head = head_with(qtbot, 900)
    assert buttons(head) == ["Table", "Heat map", "Quarterly review", "New risk"]


def test_a_narrow_head_puts_plain_actions_in_its_menu(qtbot: QtBot) -> None:
    head = head_with(qtbot, 420)
    assert buttons(head)[-1] == "New risk"
    hidden = {"Table", "Heat map", "Quarterly review"} - set(buttons(head))
    assert hidden
    assert hidden == {action.text() for action in head.findChild(QMenu).actions()}


def test_a_button_follows_its_action(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction("Close risk", window)
    button = ActionButton(action, parent=window)
    window.show()
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    action.setText("Reopen risk")
    assert button.accessibleName() == "Reopen risk"
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setVisible(False)
    assert not button.isVisible()


def test_search_comes_with_every_letter_and_escape_clears_it(qtbot: QtBot) -> None:
    box = SearchBox("Search")
    qtbot.addWidget(box)
    box.show()
    found: list[str] = []
    box.searched.connect(found.append)
    qtbot.keyClicks(box, "ab")
    assert found == ["a", "ab"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert found == ["a", "ab"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert found == ["a", "ab", ""]
    assert box.text() == ""


def test_escape_in_an_empty_search_goes_on_to_the_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pressed: list[int] = []
    window.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    box = SearchBox("Search", parent=window)
    window.show()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert pressed == [int(Qt.Key.Key_Escape)]


def test_a_chip_is_toggled_and_an_active_one_removed(qtbot: QtBot) -> None:
    chip = Chip("This season", 4)
    qtbot.addWidget(chip)
    chip.show()
    with qtbot.waitSignal(chip.toggled) as toggled:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]
    assert chip.accessibleName() == "This season 4"
    active = Chip("Level: red", removable=True)
    qtbot.addWidget(active)
    active.show()
    active.setFocus()
    with qtbot.waitSignal(active.removed):
        qtbot.keyClick(active, Qt.Key.Key_Delete)


def test_the_foot_tells_the_state_of_saving(qtbot: QtBot) -> None:
    foot = FootBar()
    qtbot.addWidget(foot)
    foot.set_saved("saved", "14:37:08")
    assert foot.saved.accessibleName() == "Saved 14:37:08"
    foot.set_saved("failed", reason="Disk is full")
    assert foot.saved.accessibleName() == "Disk is full"


def test_running_incidents_stay_whole_and_open(qtbot: QtBot) -> None:
    foot = FootBar()
    qtbot.addWidget(foot)
    foot.set_person("A very long name of a very long person · Head of the safety department")
    foot.set_site("A site with a name that takes all the room there is")
    foot.set_backup("Backup today 06:00, verified and copied to the other disk")
    foot.resize(700, 32)
    foot.show()
    foot.set_running([Running("i1", "Lift stuck in block 3", "00:12:41", "02:19")])
    qtbot.waitUntil(foot.isActiveWindow)
    strip = foot.findChild(IncidentStrip)
    qtbot.waitUntil(lambda: strip.width() == strip.sizeHint().width())
    assert strip.geometry().right() <= foot.width()
    with qtbot.waitSignal(foot.incident_opened) as opened:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert opened.args == ["i1"]
    foot.set_running([Running("i1", "Lift stuck in block 3", "00:12:42", "00:05", "over")])
    assert "Overdue 00:05" in strip.accessibleName()
    foot.set_running([])
    qtbot.waitUntil(lambda: foot.findChild(IncidentStrip) is None)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_focused_button_is_pressed_by_enter_and_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    buttons: list[PaintedButton] = [
        Button("Add", "text"), IconButton("x", "Clear"), LinkButton("Add a measure"), Chip("Red"),
    ]  # fmt: skip
    for button in buttons:
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked, timeout=0):
            qtbot.keyClick(button, key)


def test_enter_on_a_button_that_is_held_presses_no_more(qtbot: QtBot) -> None:
    button = LinkButton("Add a measure")
    qtbot.addWidget(button)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(button, held)


def test_a_box_is_ticked_by_mouse_and_space(qtbot: QtBot) -> None:
    box = CheckBox("Contractor told")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_console_buttons_are_large_enough_for_a_finger(qtbot: QtBot) -> None:
    button = Button("Arrived", "primary", large=True)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 44
