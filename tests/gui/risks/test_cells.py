"""Editing the register in its own cells."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import RiskStatus
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.cell_input import CellChooser
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.risks.helpers import CTRL, SHIFT, at, column, go, line, middle, press, risk


def test_f4_edits_the_cell_and_enter_goes_down(page: RiskPage, qtbot: QtBot) -> None:
    first, second = risk(page, 0), risk(page, 1)
    go(page, 0, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    assert isinstance(line(page), QLineEdit)
    assert line(page).hasFocus()
    assert line(page).selectedText() == first.title
    commit(line(page), "电梯困人超时")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).title == "电梯困人超时"
    assert not page.cells.is_open
    assert page.table.hasFocus()
    assert page.table.currentIndex() == at(page, 1, "title")
    assert page.table.block.columns() == [column(page, "title")]
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.table.currentIndex().row() == 2
    press(qtbot, page, Qt.Key.Key_Return, SHIFT)
    assert page.table.currentIndex().row() == 1
    press(qtbot, page, Qt.Key.Key_F2)
    assert line(page).selectedText() == second.title
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.cells.is_open
    assert page.table.hasFocus()
    press(qtbot, page, Qt.Key.Key_F2)
    assert page.detail.is_editing  # among rows F2 edits the record


def test_each_cell_is_one_step_of_undo(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "title")
    press(qtbot, page, Qt.Key.Key_E, CTRL)
    commit(line(page), "一")
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.table.currentIndex().column() == column(page, "family")
    press(qtbot, page, Qt.Key.Key_Escape)
    window.session.undo()
    assert page.desk.risks.get(first.id) == first


def test_a_double_click_edits_what_can_be_edited_and_opens_the_rest(page: RiskPage, qtbot: QtBot) -> None:
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, 2, "place"))
    assert page.cells.is_open
    commit(line(page), "3 栋大堂")
    press(qtbot, page, Qt.Key.Key_Return)
    assert risk(page, 2).place == "3 栋大堂"
    press(qtbot, page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.table.opened):
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, 1, "number"))
    assert not page.cells.is_open


def test_a_level_says_why_it_is_not_edited(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    go(page, 0, "level")
    press(qtbot, page, Qt.Key.Key_F4)
    assert not page.cells.is_open
    assert any("Rescore" in text for text in window.overlays.notices.texts())


def test_an_error_stands_at_the_cell_and_what_was_typed_stays(page: RiskPage, qtbot: QtBot) -> None:
    before = risk(page, 0)
    go(page, 0, "review")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "某天")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.cells.input.problem().startswith("Not a date.")
    assert line(page).text() == "某天"
    assert risk(page, 0) == before
    line(page).selectAll()
    commit(line(page), "+7")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(before.id).next_review == page.desk.today + dt.timedelta(days=7)


def test_the_row_stays_while_cells_are_edited_and_finds_its_place_after(page: RiskPage, qtbot: QtBot) -> None:
    """The list is sorted by review date: a changed date would carry the row away under one's hands."""
    ids = [page.model.id_at(row) for row in range(4)]
    go(page, 0, "review")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "2029-12-31")
    press(qtbot, page, Qt.Key.Key_Return)
    assert [page.model.id_at(row) for row in range(4)] == ids
    assert at(page, 0, "review").data() == "2029-12-31"
    press(qtbot, page, Qt.Key.Key_Escape)
    page.bar.search.setFocus()
    qtbot.waitUntil(lambda: page.model.id_at(0) != ids[0])


def test_people_are_chosen_by_a_few_letters_and_one_enter(page: RiskPage, people: dict[str, str], qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "owner")
    press(qtbot, page, Qt.Key.Key_F4)
    chooser = line(page)
    assert isinstance(chooser, CellChooser)
    assert chooser.drop.isVisible()
    commit(chooser, "林岚")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).owner_id == people["林岚"]
    assert page.table.currentIndex().row() == 1
    press(qtbot, page, Qt.Key.Key_Return)
    assert risk(page, 1).owner_id != people["林岚"]


def test_who_does_not_exist_can_be_made_in_the_cell(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "owner")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "欧阳娜娜")
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.name(page.desk.risks.get(first.id).owner_id) == "欧阳娜娜"


def test_an_emptied_chooser_takes_the_owner_away(page: RiskPage, people: dict[str, str], qtbot: QtBot) -> None:
    first = risk(page, 0)
    page.desk.risks.save(first.changed(owner_id=people["沈敏"]), first)
    go(page, 0, "owner")
    press(qtbot, page, Qt.Key.Key_F4)
    press(qtbot, page, Qt.Key.Key_Delete)
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.desk.risks.get(first.id).owner_id == ""


def test_status_and_family_take_what_is_marked(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "status")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "Monitored")
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.desk.risks.get(first.id).status is RiskStatus.MONITORED
    go(page, 0, "status")
    page.edit_cell()
    commit(line(page), "nothing like it")
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.cells.input.problem().startswith("Must be one of")


def test_somebody_elses_change_is_told_and_enter_decides(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "place")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "我的地点")
    other = page.desk.another()
    other.risks.save(first.changed(place="别人的地点", title="别人的标题"), first)
    other.close()
    press(qtbot, page, Qt.Key.Key_Return)
    assert "别人的地点" in page.cells.input.problem()
    assert page.desk.risks.get(first.id).place == "别人的地点"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).place == "我的地点"
    assert page.desk.risks.get(first.id).title == "别人的标题"


def test_a_refresh_does_not_wipe_the_cell_that_is_edited(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 1, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "半句")
    editor, other = line(page), risk(page, 0)
    page.desk.risks.save(other.changed(place="地下室"), other)
    page.desk.risks.delete(risk(page, 3).id)
    assert line(page) is editor
    assert editor.text() == "半句"
    assert editor.hasFocus()
    assert at(page, 0, "place").data() == "地下室"


def test_the_editor_follows_its_cell_when_the_list_is_scrolled(
    page: RiskPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1900, 560)
    qtbot.waitUntil(lambda: page.table.verticalScrollBar().maximum() > 100)
    go(page, 5, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    before = page.cells.input.y()
    page.table.verticalScrollBar().setValue(2 * page.table.rowHeight(0))
    assert page.cells.input.y() == before - 2 * page.table.rowHeight(0)
    assert page.cells.input.geometry().top() == page.table.visualRect(at(page, 5, "title")).top()


def test_clicking_elsewhere_saves(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "place")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "门厅")
    page.bar.search.setFocus()
    assert not page.cells.is_open
    assert page.desk.risks.get(first.id).place == "门厅"


def test_what_cannot_be_saved_is_kept_as_a_draft_when_one_leaves(
    page: RiskPage, window: MainWindow, qtbot: QtBot
) -> None:
    first = risk(page, 0)
    go(page, 0, "review")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "改天")
    window.go_to("overview")
    assert not page.cells.is_open
    assert page.desk.store.draft(page.desk.person, "risk", first.id) == {"next_review": "改天"}
    window.go_to("risk")
    go(page, 0, "review")
    page.edit_cell()
    assert line(page).text() == "改天"
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.desk.store.draft(page.desk.person, "risk", first.id) is None


def test_half_typed_text_survives_a_power_cut(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "写到一半")
    qtbot.waitUntil(lambda: page.desk.store.draft(page.desk.person, "risk", first.id) is not None)
    again = RiskPage(page.session)
    qtbot.addWidget(again)
    again.show()
    again.enter()
    go(again, 0, "title")
    again.edit_cell()
    assert line(again).text() == "写到一半"
    assert page.desk.risks.get(first.id).title == first.title


def test_the_input_method_is_off_in_the_table_and_on_in_the_cell(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 0, "title")
    assert not page.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    press(qtbot, page, Qt.Key.Key_F4)
    assert line(page).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_enter_commits_half_typed_pinyin(page: RiskPage, qtbot: QtBot) -> None:
    """A shortcut moves no focus: what is being composed has to be asked for."""
    go(page, 0, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    first = risk(page, 0)
    commit(line(page), "漏水")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).title == "漏水"


def test_a_cell_whose_column_is_hidden_is_saved_and_left(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 1, "place")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "3 栋大堂")
    page.table.head.column_toggled.emit(column(page, "place"), False)
    assert not page.cells.is_open
    assert risk(page, 1).place == "3 栋大堂"
    assert page.table.currentIndex().column() in page.table.shown_columns()
