"""Typing into cells of the register one after the other, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.risks.helpers import SHIFT, at, column, go, line, press, risk

IM = Qt.WidgetAttribute.WA_InputMethodEnabled


def first_cell(page: RiskPage, qtbot: QtBot, key: str, text: str) -> None:
    """Edit the cell of the first row and go on with Enter."""
    go(page, 0, key)
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), text)
    press(qtbot, page, Qt.Key.Key_Return)


def compose(widget: QWidget, preedit: str = "", text: str = "") -> None:
    """A step of an input method."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_a_column_is_typed_down(page: RiskPage, qtbot: QtBot) -> None:
    ids = [page.model.id_at(row) for row in range(4)]
    first_cell(page, qtbot, "place", "B1")
    for text in ("B2", "B3"):
        qtbot.keyClicks(page.table, text[0])
        assert page.cells.is_open
        qtbot.keyClicks(line(page), text[1:])
        assert line(page).text() == text
        press(qtbot, page, Qt.Key.Key_Return)
    assert [page.desk.risks.get(id).place for id in ids[:3]] == ["B1", "B2", "B3"]
    assert page.table.currentIndex() == at(page, 3, "place")
    assert page.desk.risks.get(ids[3]).place == risk(page, 3).place


def test_tab_goes_right_over_what_is_not_edited_and_on_in_the_next_row(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 0, "owner")
    press(qtbot, page, Qt.Key.Key_F4)
    press(qtbot, page, Qt.Key.Key_Tab)
    assert not page.cells.is_open
    assert page.table.currentIndex() == at(page, 0, "review")
    shown = [c for c in page.table.shown_columns() if page.cells.field_of(c)]
    for _ in shown[shown.index(column(page, "review")) :]:
        qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.table.currentIndex() == at(page, 1, "title")
    qtbot.keyClick(page.table, Qt.Key.Key_Tab, SHIFT)
    assert page.table.currentIndex().row() == 0
    press(qtbot, page, Qt.Key.Key_Escape)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus()


def test_the_first_word_of_pinyin_is_kept(page: RiskPage, qtbot: QtBot) -> None:
    first_cell(page, qtbot, "place", "B1")
    second = risk(page, 1)
    assert page.table.testAttribute(IM)
    for preedit in ("d", "di", "dixia"):
        compose(page.table, preedit)
        assert page.table.hasFocus()
        assert page.table.testAttribute(IM)
    assert line(page).isVisible()
    asked = page.table.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert page.cells.input.geometry().translated(page.table.viewport().pos()).contains(asked.center())
    compose(page.table, text="地下")
    assert line(page).hasFocus()
    compose(line(page), text="车库")
    assert line(page).text() == "地下车库"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(second.id).place == "地下车库"


def test_a_composition_that_is_given_up_leaves_the_cell(page: RiskPage, qtbot: QtBot) -> None:
    first_cell(page, qtbot, "place", "B1")
    before = risk(page, 1)
    compose(page.table, "dix")
    compose(page.table)
    assert not page.cells.is_open
    assert page.table.hasFocus()
    assert risk(page, 1) == before
    qtbot.keyClicks(page.table, "x")
    assert line(page).text() == "x"


def test_people_are_found_while_typing_into_their_cell(page: RiskPage, people: dict[str, str], qtbot: QtBot) -> None:
    first_cell(page, qtbot, "owner", "沈敏")
    compose(page.table, "ll")
    compose(page.table, text="林")
    press(qtbot, page, Qt.Key.Key_Return)
    assert [page.desk.name(risk(page, row).owner_id) for row in range(2)] == ["沈敏", "林岚"]


def test_what_cannot_be_typed_says_why(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    first_cell(page, qtbot, "title", "一")
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.table.currentIndex() == at(page, 1, "level")
    assert not page.table.testAttribute(IM)
    qtbot.keyClicks(page.table, "r")
    assert not page.cells.is_open
    assert "come from scoring" in window.overlays.notices.texts()[-1]


def test_among_rows_nothing_is_typed_by_accident(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    go(page, 0, "title")
    before = risk(page, 0)
    qtbot.keyClicks(page.table, "abc")
    assert not page.cells.is_open
    assert not page.table.testAttribute(IM)
    assert risk(page, 0) == before
    assert window.overlays.notices.texts()[-1] == "F4 or a double click edits this cell."


def test_rows_stand_still_under_an_undo_among_cells(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    page._sorted([("place", True)])
    page.table.setFocus()
    ids = [page.model.id_at(row) for row in range(5)]
    first_cell(page, qtbot, "place", "Z9")
    window.session.undo()
    assert [page.model.id_at(row) for row in range(5)] == ids
    assert page.table.currentIndex() == at(page, 1, "place")
    assert page.table.block.active
