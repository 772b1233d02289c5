"""Fields and editors of a form, through what a user types."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.widgets.edits import GrowingText, LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.grade import Grade, GradePicker
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.gui.widgets.months import MonthsPicker
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.valueedits import CalendarPopup, DayEdit, DurationEdit, MoneyEdit

TODAY = dt.date(2026, 11, 25)
GRADES = [
    Grade(n, str(n), word, f"{word} in ten years") for n, word in enumerate(("rare", "low", "may", "high", "sure"), 1)
]


def today() -> dt.date:
    return TODAY


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(420, 500)
    return made


def show(window: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    window.layout().addWidget(widget)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    widget.setFocus()


def test_an_error_stands_under_its_field_in_words(window: QWidget, qtbot: QtBot) -> None:
    line = LineEdit()
    field = Field("Title", line, required=True, help_text="Short.")
    show(window, field, qtbot)
    assert line.accessibleName() == "Title, required"
    field.set_error("Write a title.")
    assert field.error() == "Write a title."
    assert line.property("invalid")
    assert line.accessibleDescription() == "Write a title."
    field.set_error("")
    assert not line.property("invalid")
    assert line.accessibleDescription() == "Short."


def test_history_is_one_click_away(window: QWidget, qtbot: QtBot) -> None:
    field = Field("Title", LineEdit(), history=True)
    show(window, field, qtbot)
    with qtbot.waitSignal(field.history_wanted):
        qtbot.mouseClick(field.history, Qt.MouseButton.LeftButton)


def test_text_grows_with_its_lines_up_to_a_limit(window: QWidget, qtbot: QtBot) -> None:
    text = GrowingText(least=2, most=5)
    show(window, text, qtbot)
    low = text.sizeHint().height()
    text.setPlainText("\n".join("abcd"))
    middle = text.sizeHint().height()
    text.setPlainText("\n" * 40)
    assert low < middle < text.sizeHint().height() < low * 3


def test_half_typed_pinyin_is_no_edit(window: QWidget, qtbot: QtBot) -> None:
    text = GrowingText()
    show(window, text, qtbot)
    told: list[str] = []
    text.text_edited.connect(told.append)
    QApplication.sendEvent(text, QInputMethodEvent("dian'ti", []))
    assert told == []
    commit = QInputMethodEvent()
    commit.setCommitString("电梯")
    QApplication.sendEvent(text, commit)
    assert told == ["电梯"]


def test_a_day_is_understood_while_typing_and_tidied_when_left(window: QWidget, qtbot: QtBot) -> None:
    day = DayEdit(today=today)
    show(window, day, qtbot)
    with qtbot.waitSignal(day.value_changed) as changed:
        qtbot.keyClicks(day, "+7")
    assert changed.args == [dt.date(2026, 12, 2)]
    assert day.hint() == "12-02 Wed"
    day.clearFocus()
    assert day.text() == "2026-12-02"
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.value() == dt.date(2026, 12, 1)


def test_a_text_that_is_no_day_says_so(window: QWidget, qtbot: QtBot) -> None:
    day = DayEdit(today=today)
    show(window, day, qtbot)
    qtbot.keyClicks(day, "soon")
    day.clearFocus()
    assert not day.is_valid()
    assert day.text() == "soon"
    assert day.hint() == "Not a date"
    day.clear()
    assert day.is_valid()
    assert day.value() is None


def test_the_calendar_gives_a_day(window: QWidget, qtbot: QtBot) -> None:
    day = DayEdit(today=today)
    show(window, day, qtbot)
    qtbot.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = day.findChild(CalendarPopup)
    popup.picked.emit(dt.date(2026, 12, 24))
    assert day.value() == dt.date(2026, 12, 24)
    popup.close()


def test_money_is_cents_for_the_program(window: QWidget, qtbot: QtBot) -> None:
    money = MoneyEdit()
    show(window, money, qtbot)
    qtbot.keyClicks(money, "1234.5")
    assert money.value() == 123450
    assert money.hint() == "1,234.50 yuan"
    money.clearFocus()
    assert money.text() == "1,234.50"
    money.set_value(None)
    assert money.text() == ""


def test_durations_are_seconds_for_the_program(window: QWidget, qtbot: QtBot) -> None:
    lasting = DurationEdit()
    show(window, lasting, qtbot)
    qtbot.keyClicks(lasting, "1:30")
    assert lasting.value() == 90
    assert lasting.hint() == "1 min 30 s"


def test_lines_are_made_moved_and_removed_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    lines = LinesEdit(numbered=True)
    show(window, lines, qtbot)
    lines.set_lines(["first"])
    row = lines.findChildren(LineEdit)[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    second = QApplication.focusWidget()
    qtbot.keyClicks(second, "second")
    assert lines.lines() == ["first", "second"]
    qtbot.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lines.lines() == ["second", "first"]
    second.clear()
    qtbot.keyClick(second, Qt.Key.Key_Backspace)
    assert lines.lines() == ["first"]


def test_pasted_lines_become_lines(window: QWidget, qtbot: QtBot) -> None:
    lines = LinesEdit()
    show(window, lines, qtbot)
    lines.set_lines([""])
    row = lines.findChildren(LineEdit)[0]
    QGuiApplication.clipboard().setText("one\n\ntwo\nthree\n")
    with qtbot.waitSignal(lines.changed):
        qtbot.keyClick(row, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines.lines() == ["one", "two", "three"]


def test_months_are_toggled(window: QWidget, qtbot: QtBot) -> None:
    months = MonthsPicker()
    months.set_months([6, 7])
    show(window, months, qtbot)
    with qtbot.waitSignal(months.changed) as changed:
        qtbot.mouseClick(months._chips[7], Qt.MouseButton.LeftButton)
    assert changed.args == [[6, 7, 8]]
    months._chips[7].setFocus()
    qtbot.keyClick(months._chips[7], Qt.Key.Key_Left)
    assert months._chips[6].hasFocus()


def test_a_grade_is_chosen_by_click_arrow_and_figure(window: QWidget, qtbot: QtBot) -> None:
    picker = GradePicker("Likelihood", GRADES)
    show(window, picker, qtbot)
    assert picker.value() is None
    place = picker._cell(3).center().toPoint()
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=place)
    assert picker.value() == 4
    qtbot.keyClick(picker, Qt.Key.Key_Right)
    assert picker.value() == 5
    with qtbot.waitSignal(picker.changed) as changed:
        qtbot.keyClick(picker, Qt.Key.Key_2)
    assert changed.args == [2]
    assert "low in ten years" in picker.accessibleDescription()


def test_segments_move_by_arrows_and_clicks(window: QWidget, qtbot: QtBot) -> None:
    segments = Segments("View", [("table", "Table", "table"), ("heat", "Heat map"), ("list", "List")])
    show(window, segments, qtbot)
    with qtbot.waitSignal(segments.changed) as changed:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert changed.args == ["heat"]
    qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(segments.width() - 10, 10))
    assert segments.current() == "list"
    assert segments.accessibleName() == "View: List"
