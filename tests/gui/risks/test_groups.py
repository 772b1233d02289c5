"""Grouping the register."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.window import MainWindow
from tests.gui.risks.helpers import CTRL, SHIFT


def heads(page: RiskPage) -> dict[str, int]:
    """The words of the groups with their rows."""
    found = {}
    for row in range(page.model.rowCount()):
        if words := page.model.index(row, 0).data(CellRole.GROUP):
            found[words] = row
    return found


def test_groups_come_with_their_counts_gravest_first(page: RiskPage) -> None:
    total = page.model.total
    page.groups.group_by("level")
    assert [words.split()[1] for words in heads(page)] == ["Red", "Yellow", "Blue"]
    counts = page.desk.risks.level_counts()
    red = heads(page)["▲ Red"]
    assert page.model.index(red, 0).data(CellRole.SUFFIX) == str(counts["red"])
    assert page.model.rowCount() == total + 3
    assert page.model.total == total
    assert page.model.index(red + 1, 1).data() == "Red"
    assert f"{total}" in page.sub_text()


def test_a_group_is_closed_and_opened_by_mouse_and_keyboard(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("level")
    everything, red = page.model.rowCount(), page.desk.risks.level_counts()["red"]
    at = QPoint(40, page.table.rowViewportPosition(0) + 10)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.model.rowCount() == everything - red
    assert page.table.currentIndex().row() == 0
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.model.rowCount() == everything
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.model.rowCount() == everything - red
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.rowCount() == everything
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.model.id_at(page.table.currentIndex().row())


def test_what_is_grouped_and_closed_is_remembered(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("status")
    page.table.head_turned.emit(0, False)
    assert page.session.settings.tables["risk"]["group"]["by"] == "status"
    again = RiskPage(page.session)
    qtbot.addWidget(again)
    again.show()
    again.enter()
    assert again.groups.by == "status"
    assert heads(again) == heads(page)


def test_the_menu_in_the_head_offers_the_groups(page: RiskPage, qtbot: QtBot) -> None:
    assert page.commands["list.group"] in page.head._extra
    page.commands["list.group"].trigger()
    menu = page._group_menu
    assert menu.isVisible()
    menu.close()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:4] == ["No groups", "Current", "Family", "Status"]
    menu.actions()[2].trigger()
    assert page.groups.by == "family"
    menu.aboutToShow.emit()
    assert menu.actions()[2].isChecked()
    menu.actions()[-1].trigger()
    assert page.model.rowCount() == len(heads(page))
    menu.actions()[0].trigger()
    assert not heads(page)


def test_filters_and_order_hold_within_the_groups(page: RiskPage) -> None:
    page.groups.group_by("level")
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    assert list(heads(page)) == ["▲ Red"]
    page._sorted([("number", False)])
    numbers = [page.model.index(row, 0).data() for row in range(1, page.model.rowCount())]
    assert numbers == sorted(numbers, reverse=True)


def test_a_changed_record_moves_to_its_group(page: RiskPage) -> None:
    page.groups.group_by("status")
    id = page.model.id_at(1)
    risk = page.desk.risks.get(id)
    assert risk.status.value == "open"
    page.desk.risks.save(risk.changed(status="closed"), risk)
    row = page.model.row_of(page.desk.store.row_number("risk", id) or 0)
    assert row > heads(page)["Closed"]
    assert page.table.currentIndex().row() == row


def test_heads_are_no_records_when_rows_are_selected_and_copied(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("level")
    page.table.setFocus()
    page.table.selectAll()
    numbers = page.model.numbers(page.table.selected_rows())
    assert len(numbers) == page.model.total
    qtbot.waitUntil(page.strip.isVisible)
    assert str(page.model.total) in page.strip.words.text()
    page.edit_together()
    assert page._together is not None
    assert str(page.model.total) in page._together.head.title.text()
    assert len(page.table.copy_text().splitlines()) == page.model.total


def test_cells_are_edited_across_a_head(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("level")
    yellow = heads(page)["◆ Yellow"]
    page.table.go_to_row(yellow - 1, 2)
    page.edit_cell()
    page.cells.input.done.emit(1, 0)
    assert page.table.currentIndex().row() == yellow + 1


def test_undo_in_a_closed_group_leaves_the_open_record(page: RiskPage, window: MainWindow) -> None:
    record = page.detail.record
    assert record is not None
    page.groups.group_by("level")
    page.groups.close_all()
    assert page.detail.record == record
    assert CTRL != SHIFT
