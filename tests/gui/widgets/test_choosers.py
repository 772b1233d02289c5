"""Choosing one and several, through what a user types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.widgets.droplist import DropList
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.multichooser import MultiChooser, TagEdit
from riskdesk.gui.widgets.options import Option, matching
from tests.gui.keys import commit

Show = Callable[[QWidget], None]
PEOPLE = [
    Option("cl", "陈立", "工程部", "cl"),
    Option("zy", "周颖", "客服部", "zy"),
    Option("sm", "沈敏", "安全主管", "sm"),
    Option("cy", "陈颖", "秩序部", "cy"),
]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Puts a widget in a window, above another line, and gives it the keyboard."""
    kept = []

    def put(widget: QWidget) -> None:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.addWidget(widget)
        layout.addWidget(LineEdit(parent=window))
        layout.addStretch(1)
        window.resize(400, 400)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        widget.setFocus()

    return put


@pytest.fixture
def chooser(show: Show) -> Chooser:
    made = Chooser("Who")
    made.set_options(PEOPLE)
    show(made)
    return made


def offered(chooser: Chooser) -> list[str]:
    return [option.text for option in chooser.drop.view.options.options] if chooser.drop.isVisible() else []


@pytest.mark.parametrize(
    ("text", "found"),
    [("陈", "陈立 陈颖"), ("c", "陈立 陈颖"), ("ZY", "周颖"), ("客服", "周颖"), ("颖", "周颖 陈颖"), ("xx", "")],
)
def test_found_by_text_initials_and_sub_text(text: str, found: str) -> None:
    assert " ".join(option.text for option in matching(PEOPLE, text)) == found


def test_typing_initials_and_enter_chooses(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClicks(chooser, "cy")
    assert offered(chooser) == ["陈颖"]
    with qtbot.waitSignal(chooser.value_changed) as changed:
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert changed.args == ["cy"]
    assert chooser.text() == "陈颖"
    assert not chooser.drop.isVisible()


@pytest.mark.parametrize(
    ("creatable", "said"),
    [(True, "Type a name to make the first entry"), (False, "nothing to choose from yet")],
)
def test_an_empty_list_says_how_the_first_entry_comes_in(show: Show, qtbot: QtBot, creatable: bool, said: str) -> None:
    chooser = Chooser("Who", creatable=creatable)
    show(chooser)
    qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton)
    label = chooser.drop._none
    assert label.isVisible()
    assert said in label.text()
    assert label.height() >= label.heightForWidth(label.width())
    qtbot.keyClicks(chooser, "xx")
    assert offered(chooser) == (["Create “xx”"] if creatable else [])
    assert label.isVisible() is not creatable
    assert creatable or label.text() == "Nothing found"


def test_arrows_move_through_the_open_list(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert len(offered(chooser)) == 4
    for _ in range(2):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert chooser.value() == "sm"


def test_escape_closes_and_brings_the_choice_back(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.set_value("cl")
    chooser.selectAll()
    qtbot.keyClicks(chooser, "zy")
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert (chooser.text(), chooser.value(), offered(chooser)) == ("陈立", "cl", [])


def test_a_click_on_a_row_chooses_it(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton)
    view = chooser.drop.view
    place = view.visualRect(view.options.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chooser.value() == "zy"
    assert chooser.hasFocus() or not chooser.window().isActiveWindow()


def test_the_list_is_a_child_of_the_window_and_no_popup(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert chooser.drop.parentWidget() is chooser.window()
    assert not chooser.drop.isWindow()


def test_emptying_the_line_takes_the_choice_away_when_left(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.set_value("cl")
    chooser.selectAll()
    qtbot.keyClick(chooser, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(chooser.value_changed) as changed:
        chooser.clearFocus()
    assert changed.args == [None]


def test_text_without_a_choice_does_not_stay(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClicks(chooser, "nobody")
    chooser.clearFocus()
    assert (chooser.text(), chooser.value()) == ("", None)


def test_what_is_not_there_can_be_made(qtbot: QtBot, show: Show) -> None:
    chooser = Chooser("Who", creatable=True)
    chooser.set_options(PEOPLE)
    show(chooser)
    qtbot.keyClicks(chooser, "Wu")
    assert offered(chooser) == ["Create “Wu”"]
    with qtbot.waitSignal(chooser.create_wanted) as wanted:
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert wanted.args == ["Wu"]


def test_long_lists_come_from_a_source(qtbot: QtBot, show: Show) -> None:
    chooser = Chooser("Case")
    chooser.set_source(lambda text: [Option(text, f"Case {text}")])
    show(chooser)
    qtbot.keyClicks(chooser, "lift")
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert (chooser.value(), chooser.text()) == ("lift", "Case lift")


def test_several_are_chosen_as_chips(qtbot: QtBot, show: Show) -> None:
    several = MultiChooser("More")
    several.set_options(PEOPLE)
    show(several)
    for text in ("cl", "zy"):
        qtbot.keyClicks(several.line, text)
        qtbot.keyClick(several.line, Qt.Key.Key_Return)
    assert several.values() == ["cl", "zy"]
    assert [chip.text() for chip in several.findChildren(Chip)] == ["陈立", "周颖"]
    qtbot.keyClick(several.line, Qt.Key.Key_Down)
    assert offered(several.line) == ["沈敏", "陈颖"]
    qtbot.keyClick(several.line, Qt.Key.Key_Escape)
    with qtbot.waitSignal(several.values_changed) as changed:
        qtbot.keyClick(several.line, Qt.Key.Key_Backspace)
    assert changed.args == [["cl"]]


def test_the_cross_of_a_chip_takes_it_away(qtbot: QtBot, show: Show) -> None:
    several = MultiChooser("More")
    several.set_options(PEOPLE)
    several.set_values(["cl", "zy"])
    show(several)
    chip = several.findChildren(Chip)[0]
    place = chip.rect().center()
    place.setX(chip.width() - 14)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)
    assert several.values() == ["zy"]


@pytest.mark.parametrize("end", ["，", ",", "、"])
def test_tags_end_with_a_comma_or_enter(qtbot: QtBot, show: Show, end: str) -> None:
    tags = TagEdit("Tags")
    tags.set_words(["night", "lift"])
    show(tags)
    commit = QInputMethodEvent()
    commit.setCommitString(f"flood{end}")
    QApplication.sendEvent(tags.line, commit)
    qtbot.keyClicks(tags.line, "ni")
    assert offered(tags.line) == ["night", "Create “ni”"]
    qtbot.keyClick(tags.line, Qt.Key.Key_Return)
    assert tags.tags() == ["flood", "night"]


def test_a_word_that_is_not_ended_counts_and_ends_when_the_line_is_left(qtbot: QtBot, show: Show) -> None:
    tags = TagEdit("Tags")
    tags.set_words(["flooding"])
    show(tags)
    tags.set_tags(["night"])
    told: list[list[str]] = []
    tags.values_changed.connect(told.append)
    typing = QInputMethodEvent()
    typing.setCommitString("flood ")
    QApplication.sendEvent(tags.line, typing)
    assert tags.tags() == ["night", "flood"]
    assert told == []
    qtbot.keyClick(tags.line, Qt.Key.Key_Tab)
    assert told == [["night", "flood"]]
    assert tags.line.text() == ""
    tags.set_tags([])
    tags.line.setFocus()
    QApplication.sendEvent(tags.line, typing)
    tags.set_tags(["other"])
    assert tags.tags() == ["other"]


def test_the_list_goes_with_its_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for _ in range(3):
        chooser = Chooser("Who", parent=window)
        chooser.set_options(PEOPLE)
        chooser.show()
        chooser.open_all()
        chooser.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(DropList))


def test_a_chooser_that_keeps_what_is_unclear(show: Show) -> None:
    window = QWidget()
    row = QVBoxLayout(window)
    box, other = Chooser(keeps_unclear=True), Chooser()
    box.set_options([Option("a", "锦绣花园"), Option("b", "云庭"), Option("c", "云庭二期")])
    row.addWidget(box)
    row.addWidget(other)
    show(window)
    commit(box, "锦绣")
    other.setFocus()
    assert (box.value(), box.text(), box.unclear()) == ("a", "锦绣花园", "")
    box.selectAll()
    commit(box, "云")
    other.setFocus()
    assert (box.text(), box.unclear()) == ("云", "云")
    commit(other, "云")
    box.setFocus()
    assert other.text() == ""


def test_an_unset_list_is_quiet_only_while_it_is_closed(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.setPlaceholderText("—")
    combo.addItems(["一", "二"])
    combo.setCurrentIndex(-1)
    combo.show()
    assert combo.property("unset")
    combo.showPopup()
    assert not combo.property("unset")
    combo.hidePopup()
    assert combo.property("unset")
