"""Blocks of cells: selecting, copying, filling down and pasting from a spreadsheet program."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import RiskStatus
from riskdesk.gui.models.block import BlockCell
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.tabbed import cells_of
from riskdesk.gui.window import MainWindow
from tests.gui.risks.helpers import CTRL, NONE, SHIFT, at, column, go, middle, press, risk


def paste(page: RiskPage, qtbot: QtBot, text: str) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)


def clipboard(page: RiskPage, qtbot: QtBot) -> list[list[str]]:
    qtbot.keyClick(page.table, Qt.Key.Key_C, CTRL)
    return cells_of(QApplication.clipboard().text())


def wrong(page: RiskPage) -> dict[tuple[str, int], str]:
    """Why cells cannot be taken, by column and row of the table."""
    cells: list[BlockCell] = page.blocks.panel.block.problems
    return {(page.model.columns[cell.column].key, page.model.row_of(cell.n)): cell.why for cell in cells}


def test_shift_and_arrows_select_a_rectangle_of_cells(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 1, "title")
    press(qtbot, page, Qt.Key.Key_Right, SHIFT)
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    assert list(page.table.block.rows()) == [1, 2, 3]
    assert page.table.block.columns() == [column(page, "title"), column(page, "family")]
    cells = clipboard(page, qtbot)
    assert [len(row) for row in cells] == [2, 2, 2]
    assert cells[0][0] == risk(page, 1).title
    qtbot.waitUntil(page.strip.isVisible)
    assert "3 × 2" in page.strip.words.text()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.table.block.active
    assert page.table.selected_rows() == [3]


def test_shift_and_arrows_reach_from_where_they_began_in_any_order(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 1, "owner")
    before = [risk(page, row) for row in range(7)]
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Right,) * 2:
        press(qtbot, page, key, SHIFT)
    assert list(page.table.block.rows()) == [1, 2, 3, 4, 5]
    columns = ("owner", "measures", "review")
    assert page.table.block.columns() == [column(page, key) for key in columns]
    press(qtbot, page, Qt.Key.Key_Up, SHIFT)
    press(qtbot, page, Qt.Key.Key_Left, SHIFT)
    assert (len(page.table.block.rows()), len(page.table.block.columns())) == (4, 2)
    press(qtbot, page, Qt.Key.Key_D, CTRL)
    assert [risk(page, row) for row in range(7)] == before


def test_shift_and_down_within_a_column_copies_its_cells_alone(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 0, "family")
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    assert clipboard(page, qtbot) == [[at(page, row, "family").data()] for row in range(2)]
    press(qtbot, page, Qt.Key.Key_Space, SHIFT)
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    assert not page.table.block.active
    assert page.table.selected_rows() == [0, 1, 2]
    assert len(clipboard(page, qtbot)[0]) == len(page.table.shown_columns())


def test_shift_and_down_from_the_numbers_selects_rows_and_sideways_makes_cells_of_them(
    page: RiskPage, qtbot: QtBot
) -> None:
    go(page, 3, "number")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(qtbot, page, key, SHIFT)
    assert not page.table.block.active
    assert page.table.selected_rows() == [2, 3]
    assert page.table.currentIndex().row() == 2
    qtbot.waitUntil(lambda: "2 rows" in page.strip.words.text())
    press(qtbot, page, Qt.Key.Key_Right, SHIFT)
    assert list(page.table.block.rows()) == [2, 3]
    assert page.table.block.columns() == [column(page, "number"), column(page, "level")]


def test_rows_begin_where_one_is_not_where_shift_was_last_pressed(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 6, "number")
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    press(qtbot, page, Qt.Key.Key_Home)
    press(qtbot, page, Qt.Key.Key_Down, SHIFT)
    assert page.table.selected_rows() == [0, 1]


def test_dragging_over_columns_selects_cells_and_a_click_selects_the_row(page: RiskPage, qtbot: QtBot) -> None:
    view = page.table.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(page, 1, "family"))
    for row, key in ((2, "owner"), (4, "review")):
        qtbot.mouseMove(view, middle(page, row, key))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(page, 4, "review"))
    assert (len(page.table.block.rows()), len(page.table.block.columns())) == (4, 4)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(page, 0, "title"))
    assert not page.table.block.active
    assert page.table.selected_rows() == [0]


def drag(page: RiskPage, qtbot: QtBot, key: str, rows: tuple[int, ...], modifier: Qt.KeyboardModifier = NONE) -> None:
    """Drag down within one column."""
    view, left = page.table.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, modifier, middle(page, rows[0], key))
    for row in rows[1:]:
        qtbot.mouseMove(view, middle(page, row, key))
    qtbot.mouseRelease(view, left, modifier, middle(page, rows[-1], key))


def test_a_drag_within_one_column_selects_its_cells(page: RiskPage, qtbot: QtBot) -> None:
    drag(page, qtbot, "title", (1, 2, 3, 4))
    assert list(page.table.block.rows()) == [1, 2, 3, 4]
    assert page.table.block.columns() == [column(page, "title")]
    assert clipboard(page, qtbot) == [[risk(page, row).title] for row in (1, 2, 3, 4)]
    before = [risk(page, row).place for row in range(4)]
    paste(page, qtbot, "甲\n乙\n丙\n丁")
    block = page.blocks.panel.block
    assert (block.count, block.over) == (4, 0)
    page.blocks.panel.agreed.emit()
    assert [page.desk.risks.get(id).title for id in [page.model.id_at(row) for row in (1, 2, 3, 4)]] == list("甲乙丙丁")
    assert [risk(page, row).place for row in range(4)] == before


def test_one_column_is_filled_down(page: RiskPage, qtbot: QtBot) -> None:
    value = risk(page, 1).family
    drag(page, qtbot, "family", (1, 2, 3))
    press(qtbot, page, Qt.Key.Key_D, CTRL)
    assert {risk(page, row).family for row in (1, 2, 3)} == {value}


def test_whole_rows_by_number_column_by_ctrl_and_shift_and_by_shift_space(page: RiskPage, qtbot: QtBot) -> None:
    view, left = page.table.viewport(), Qt.MouseButton.LeftButton
    drag(page, qtbot, "number", (1, 2, 3))
    assert not page.table.block.active
    assert page.table.selected_rows() == [1, 2, 3]
    qtbot.mouseClick(view, left, NONE, middle(page, 0, "title"))
    qtbot.mouseClick(view, left, CTRL, middle(page, 2, "title"))
    assert page.table.selected_rows() == [0, 2]
    qtbot.mouseClick(view, left, NONE, middle(page, 1, "title"))
    qtbot.mouseClick(view, left, SHIFT, middle(page, 3, "family"))
    assert page.table.selected_rows() == [1, 2, 3]
    assert not page.table.block.active
    drag(page, qtbot, "owner", (1, 2))
    assert page.table.block.active
    press(qtbot, page, Qt.Key.Key_Space, SHIFT)
    assert not page.table.block.active
    assert page.table.selected_rows() == [1, 2]
    assert len(clipboard(page, qtbot)[0]) == len(page.table.shown_columns())


def test_an_unsteady_click_still_selects_the_row(page: RiskPage, qtbot: QtBot) -> None:
    view, left = page.table.viewport(), Qt.MouseButton.LeftButton
    cell = page.table.visualRect(at(page, 1, "title"))
    qtbot.mousePress(view, left, NONE, cell.bottomLeft() + QPoint(20, -2))
    qtbot.mouseMove(view, cell.bottomLeft() + QPoint(21, 2))
    qtbot.mouseRelease(view, left, NONE, cell.bottomLeft() + QPoint(21, 2))
    assert not page.table.block.active
    assert page.table.selected_rows() == [1]


def test_what_is_copied_and_pasted_back_changes_nothing(page: RiskPage, qtbot: QtBot) -> None:
    page.table.select_rows([0, 1, 2])
    copied = clipboard(page, qtbot)
    assert len(copied) == 3
    go(page, 0, "number")
    paste(page, qtbot, QApplication.clipboard().text())
    block = page.blocks.panel.block
    assert (block.count, block.problems, block.over) == (0, [], 0)
    assert block.same == sum(map(len, copied))


def test_a_date_is_copied_in_full(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    page.desk.risks.save(first.changed(next_review=page.desk.today - dt.timedelta(days=3)), first)
    page.table.setFocus()
    row = page.model.row_of(page.desk.store.row_number("risk", first.id) or 0)
    assert at(page, row, "review").data() == "3 d overdue"
    page.table.block.start(at(page, row, "review"))
    assert page.table.copy_text() == (page.desk.today - dt.timedelta(days=3)).isoformat()


def test_a_block_from_excel_is_shown_before_it_is_written(
    page: RiskPage, window: MainWindow, people: dict[str, str], qtbot: QtBot
) -> None:
    before = [risk(page, row) for row in range(4)]
    go(page, 0, "title")
    text = (
        "地库进水\tOperational\t林岚\t3/4\t2027/3/5\t监控中\t秩序部\r\n"
        '"高空\n抛物"\t操做\t王二小\t\t某天\tDraft\t没有的部门\r\n'
    )
    paste(page, qtbot, text)
    panel = page.blocks.panel
    assert panel.isVisible()
    assert [risk(page, row) for row in range(4)] == before
    problems = wrong(page)
    assert problems["family", 1].startswith("Must be one of")
    assert "王二小" in problems["owner", 1]
    assert problems["review", 1].startswith("Not a date")
    assert "没有的部门" in problems["department", 1]
    assert "list of measures" in problems["measures", 0]
    assert panel.table.model().rowCount() == panel.block.count + len(problems)
    panel.head.agreed.emit()
    first, second = page.desk.risks.get(before[0].id), page.desk.risks.get(before[1].id)
    assert (first.title, first.family, first.owner_id) == ("地库进水", "operational", people["林岚"])
    assert (first.next_review, first.status) == (dt.date(2027, 3, 5), RiskStatus.MONITORED)
    assert first.department_id == people["秩序部"]
    assert (second.title, second.family, second.status) == ("高空 抛物", before[1].family, RiskStatus.DRAFT)
    assert not panel.isVisible()
    window.session.undo()
    assert [page.desk.risks.get(one.id) for one in before] == before


def test_levels_are_refused_with_the_reason(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 0, "number")
    paste(page, qtbot, "JX-R-2099-0001\t蓝\n")
    problems = wrong(page)
    assert "never changes" in problems["number", 0]
    assert "come from scoring" in problems["level", 0]
    assert not page.blocks.panel.head.ok.isEnabled()


def test_choosing_a_cell_in_the_preview_shows_it_in_the_table(page: RiskPage, qtbot: QtBot) -> None:
    go(page, 0, "title")
    paste(page, qtbot, "一\n二\n三\n")
    page.blocks.panel.table.go_to_row(2)
    assert page.table.currentIndex().row() == 2
    assert page.blocks.panel.isVisible()
    qtbot.keyClick(page.blocks.panel.table, Qt.Key.Key_Escape)
    assert not page.blocks.panel.isVisible()
    assert page.detail.is_reading


def test_ctrl_z_gives_up_the_preview_and_undoes_nothing_behind_it(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    page.desk.risks.save(first.changed(cause="改过"), first)
    go(page, 0, "title")
    paste(page, qtbot, "一\n二")
    qtbot.keyClick(page.blocks.panel.table, Qt.Key.Key_Z, CTRL)
    assert not page.blocks.panel.isVisible()
    assert page.desk.risks.get(first.id).cause == "改过"
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CTRL)
    assert page.desk.risks.get(first.id).cause == first.cause


def test_one_cell_goes_into_all_that_are_selected(page: RiskPage, people: dict[str, str], qtbot: QtBot) -> None:
    go(page, 0, "owner")
    page.table.block.start(at(page, 1, "owner"))
    page.table.block.extend(at(page, 4, "owner"))
    paste(page, qtbot, "陈立")
    page.blocks.panel.head.agreed.emit()
    assert {risk(page, row).owner_id for row in range(1, 5)} == {people["陈立"]}
    assert risk(page, 0).owner_id != people["陈立"]


def test_what_has_no_place_is_counted(page: RiskPage, qtbot: QtBot) -> None:
    last = page.model.rowCount() - 1
    go(page, last, "title")
    paste(page, qtbot, "一\n二\n三")
    assert page.blocks.panel.block.over == 2
    assert page.blocks.panel.block.count == 1


def test_two_people_of_one_name_are_not_guessed(page: RiskPage, qtbot: QtBot) -> None:
    from riskdesk.domain.directory import Person

    page.desk.directory.add(Person(name="沈敏"))
    go(page, 0, "owner")
    paste(page, qtbot, "沈敏")
    assert wrong(page)["owner", 0].startswith("2 entries")


def test_somebody_elses_change_since_the_preview_is_told(page: RiskPage, qtbot: QtBot) -> None:
    first, second = risk(page, 0), risk(page, 1)
    go(page, 0, "title")
    paste(page, qtbot, "一\n二")
    other = page.desk.another()
    other.risks.save(second.changed(title="别人的"), second)
    other.close()
    page.blocks.panel.head.agreed.emit()
    panel = page.blocks.panel
    assert panel.isVisible()
    assert panel.warning.isVisible()
    assert page.desk.risks.get(first.id).title == first.title
    assert any(cell.now == "别人的" for cell in panel.block.cells)
    panel.head.agreed.emit()
    assert page.desk.risks.get(second.id).title == "二"


def test_fill_down_takes_the_uppermost_value(
    page: RiskPage, window: MainWindow, people: dict[str, str], qtbot: QtBot
) -> None:
    first = risk(page, 1)
    page.desk.risks.save(first.changed(owner_id=people["林岚"], next_review=dt.date(2027, 1, 4)), first)
    row = page.model.row_of(page.desk.store.row_number("risk", first.id) or 0)
    page.table.block.start(at(page, row, "owner"))
    page.table.block.extend(at(page, row + 3, "review"))
    ids = [page.model.id_at(r) for r in range(row, row + 4)]
    before = [page.desk.risks.get(id) for id in ids]
    qtbot.keyClick(page.table, Qt.Key.Key_D, CTRL)
    filled = [page.desk.risks.get(id) for id in ids]
    assert {one.owner_id for one in filled} == {people["林岚"]}
    assert {one.next_review for one in filled} == {dt.date(2027, 1, 4)}
    assert [page.model.id_at(r) for r in range(row, row + 4)] == ids
    window.session.undo()
    assert [page.desk.risks.get(id) for id in ids] == before


def test_fill_down_over_selected_rows_takes_the_column_of_the_current_cell(page: RiskPage, qtbot: QtBot) -> None:
    top = risk(page, 0)
    page.desk.risks.save(top.changed(place="B2 车库"), top)
    page.table.setFocus()
    go(page, 0, "place")
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_D, CTRL)
    assert [risk(page, row).place for row in range(3)] == ["B2 车库"] * 3
    assert risk(page, 1).title != top.title


def test_fill_down_on_one_row_takes_the_row_above(page: RiskPage, qtbot: QtBot) -> None:
    top = risk(page, 0)
    page.desk.risks.save(top.changed(place="B2 车库"), top)
    go(page, 1, "place")
    told: list[str] = []
    page.session.noticed.connect(lambda text, *rest: told.append(text))
    qtbot.keyClick(page.table, Qt.Key.Key_D, CTRL)
    assert risk(page, 1).place == "B2 车库"
    assert told == [f"{risk(page, 1).number}: Place taken from the row above."]


def test_fill_down_takes_nothing_over_the_head_of_a_group(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("family")
    row = page.groups.first_row()
    before = risk(page, row)
    told: list[str] = []
    page.session.refused.connect(lambda text, *rest: told.append(text))
    go(page, row, "place")
    qtbot.keyClick(page.table, Qt.Key.Key_D, CTRL)
    assert risk(page, row) == before
    assert told == ["Select the cells below the one whose value they shall get."]


def test_many_cells_are_read_and_written_off_the_gui_thread(
    page: RiskPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("riskdesk.gui.pages.cell_blocks.AT_ONCE", 2)
    monkeypatch.setattr("riskdesk.gui.pages.cell_blocks.READ_AT_ONCE", 2)
    go(page, 0, "place")
    paste(page, qtbot, "甲\n乙\n丙\n丁")
    qtbot.waitUntil(page.blocks.panel.isVisible)
    ids = [page.model.id_at(row) for row in range(4)]
    page.blocks.panel.head.agreed.emit()
    qtbot.waitUntil(lambda: [page.desk.risks.get(id).place for id in ids] == ["甲", "乙", "丙", "丁"])
    qtbot.waitUntil(lambda: not page.blocks.panel.isVisible())
    assert [page.model.id_at(row) for row in range(4)] == ids


def test_a_column_that_went_out_of_sight_is_not_written(page: RiskPage, qtbot: QtBot) -> None:
    top = risk(page, 0)
    page.desk.risks.save(top.changed(status=RiskStatus.MONITORED), top)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, 1, "status"))
    assert page.table.currentIndex() == at(page, 1, "status")
    before = [risk(page, row).status for row in range(3)]
    page.splitter.setSizes([700, 980])
    qtbot.waitUntil(lambda: page.table.head.isSectionHidden(column(page, "status")))
    current = page.table.currentIndex()
    assert current.row() == 1
    assert current.column() in page.table.shown_columns()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_D, CTRL)
    assert [risk(page, row).status for row in range(3)] == before
    paste(page, qtbot, "Draft")
    assert {cell.column for cell in (*page.blocks.panel.block.cells, *page.blocks.panel.block.problems)} == {
        current.column()
    }


def test_a_block_ends_when_the_column_of_its_current_cell_is_hidden(page: RiskPage, qtbot: QtBot) -> None:
    drag(page, qtbot, "owner", (1, 2, 3))
    before = [risk(page, row) for row in range(4)]
    page.table.head.column_toggled.emit(column(page, "owner"), False)
    assert not page.table.block.active
    assert page.table.selected_rows() == [3]
    page.table.head.column_toggled.emit(column(page, "owner"), True)
    assert [risk(page, row) for row in range(4)] == before


def test_where_no_shown_column_is_edited_tab_stays(page: RiskPage, qtbot: QtBot) -> None:
    for place, spec in enumerate(page.model.columns):
        if spec.key not in ("number", "level"):
            page.table.head.column_toggled.emit(place, False)
    page.table.block.start(at(page, 1, "level"))
    press(qtbot, page, Qt.Key.Key_Tab)
    assert page.table.currentIndex() == at(page, 1, "level")
