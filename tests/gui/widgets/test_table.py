"""The table through what a user does with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui.theme.colours import LIGHT
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.cells import row_height
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.table import RecordTable

COLUMNS = [
    ("number", "Number", 120), ("level", "Level", 70), ("title", "Title", 180), ("owner", "Owner", 80),
    ("note", "Note", 90),
]  # fmt: skip


class Model(QAbstractTableModel):
    """`rows` risks; the note column shows only in wide tables."""

    def __init__(self, rows: int = 8, editable: bool = False) -> None:
        super().__init__()
        self.rows, self.editable = rows, editable

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return self.rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        key, text, width = COLUMNS[section]
        return {
            Qt.ItemDataRole.DisplayRole: text,
            ColumnRole.KEY: key,
            ColumnRole.WIDTH: width,
            ColumnRole.FLEXIBLE: key == "title",
            ColumnRole.FROM_WIDTH: 900 if key == "note" else 0,
            ColumnRole.SORTABLE: key != "owner",
        }.get(role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable else flags

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        key = COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return {"number": f"R-{index.row() + 1}", "level": "", "title": f"Risk\n{index.row() + 1}"}.get(key, key)
        if role == CellRole.LEVEL and key == "level":
            return ("red", "yellow", "blue")[index.row() % 3]
        if role == CellRole.ID:
            return f"id{index.row() + 1}"
        if role == CellRole.GROUP and index.row() == 3:
            return "Group 2"
        return None


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[RecordTable]:
    theme().choose("light")
    made = RecordTable("Risks")
    qtbot.addWidget(made)
    model = Model()
    model.setParent(made)
    made.setModel(model)
    made.resize(640, 320)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    theme().set_scale(100)


def head_at(table: RecordTable, key: str) -> QPoint:
    section = table.head.section_of(key)
    return QPoint(table.head.sectionViewportPosition(section) + 12, table.head.height() // 2)


def click_head(qtbot: QtBot, table: RecordTable, key: str, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, modifier, head_at(table, key))


def test_rows_have_one_height_that_follows_the_text(table: RecordTable) -> None:
    assert {table.rowHeight(row) for row in range(8)} == {row_height()}
    theme().set_scale(150)
    assert table.rowHeight(0) == row_height() == 55


def test_arrows_go_from_cell_to_cell_and_enter_opens(table: RecordTable, qtbot: QtBot) -> None:
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    assert table.current_id() == "id2"
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0].row() == 1


def test_end_and_home_go_to_the_last_and_first_row(table: RecordTable, qtbot: QtBot) -> None:
    table.go_to_row(2)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 7
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_the_current_row_is_told_once(table: RecordTable, qtbot: QtBot) -> None:
    table.go_to_row(0)
    told = []
    table.row_changed.connect(lambda index: told.append(index.row()))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told == [1]


def test_copy_gives_tab_separated_text_of_shown_columns(table: RecordTable, qtbot: QtBot) -> None:
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.head.moveSection(table.head.visualIndex(2), 0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Risk 1\tR-1\t\towner\nRisk 2\tR-2\t\towner"
    assert table.selected_ids() == ["id1", "id2"]


def test_clicks_on_the_head_sort_and_shift_adds_keys(table: RecordTable, qtbot: QtBot) -> None:
    orders: list[Any] = []
    table.sort_changed.connect(orders.append)
    click_head(qtbot, table, "level")
    click_head(qtbot, table, "level")
    click_head(qtbot, table, "number", shift=True)
    click_head(qtbot, table, "level", shift=True)
    click_head(qtbot, table, "owner")
    click_head(qtbot, table, "title")
    assert orders == [
        [("level", True)],
        [("level", False)],
        [("level", False), ("number", True)],
        [("level", True), ("number", True)],
        [("title", True)],
    ]


def test_columns_are_chosen_from_the_menu_of_the_head(table: RecordTable, qtbot: QtBot) -> None:
    menu = table.head.column_menu()
    qtbot.addWidget(menu)
    owner = next(action for action in menu.actions() if action.text() == "Owner")
    assert owner.isChecked()
    with qtbot.waitSignal(table.layout_changed):
        owner.trigger()
    assert table.head.isSectionHidden(3)
    fresh = table.head.column_menu()
    qtbot.addWidget(fresh)
    fresh.actions()[-1].trigger()
    assert not table.head.isSectionHidden(3)


def test_wide_tables_gain_columns_and_the_flexible_one_fills(table: RecordTable, qtbot: QtBot) -> None:
    assert table.head.isSectionHidden(4)
    assert table.head.length() == table.viewport().width()
    table.resize(1000, 320)
    assert not table.head.isSectionHidden(4)
    assert table.head.length() == table.viewport().width()


def test_layout_is_saved_and_restored(table: RecordTable, qtbot: QtBot) -> None:
    table.head.resizeSection(0, 150)
    table.head.moveSection(3, 0)
    table.set_sort_keys([("level", False)])
    state = table.layout_state()
    other = RecordTable("Other")
    qtbot.addWidget(other)
    model = Model()
    model.setParent(other)
    other.setModel(model)
    other.resize(640, 300)
    other.show()
    other.restore_layout(state)
    assert other.head.sectionSize(0) == 150
    assert other.head.logicalIndex(0) == 3
    assert other.head.sort_keys() == [("level", False)]
    assert other.layout_state() == state


STRANGE = [None, {}, {"version": 99, "order": ["title"]}, {"version": 1, "order": ["gone", "title"]}]


@pytest.mark.parametrize("state", STRANGE)
def test_strange_layouts_do_no_harm(table: RecordTable, state: dict[str, Any] | None) -> None:
    table.restore_layout(state)
    assert table.head.count() == 5
    assert not table.head.isSectionHidden(0)


def test_letters_never_reach_an_input_method_in_a_table_that_is_only_read(qtbot: QtBot) -> None:
    made = RecordTable("Risks")
    qtbot.addWidget(made)
    model = Model(editable=True)
    model.setParent(made)
    made.setModel(model)
    made.show()
    made.go_to_row(1)
    made.setFocus()
    assert not made.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    made.block.start(model.index(2, 0))
    assert not made.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    made.typing.begin = lambda focus: None
    made.block.start(model.index(1, 0))
    assert made.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    made.block.stop()
    assert not made.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_level_cell_is_painted_on_its_soft_ground(table: RecordTable) -> None:
    rect = table.visualRect(table.model().index(1, 1))
    image = table.viewport().grab(rect).toImage()
    seen = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert LIGHT["yellow_soft"].name() in seen
    assert LIGHT["yellow"].name() in seen


def test_group_heads_are_painted_over_all_columns(table: RecordTable) -> None:
    table.set_grouped(True)
    rect = table.visualRect(table.model().index(3, 3))
    image = table.viewport().grab(rect).toImage()
    assert image.pixelColor(image.width() // 2, 4) == LIGHT["surface2"]


def test_selected_rows_have_their_colour(table: RecordTable) -> None:
    table.go_to_row(2)
    rect = table.visualRect(table.model().index(2, 3))
    assert table.viewport().grab(rect).toImage().pixelColor(rect.width() - 4, 4) == LIGHT["selected"]


def test_tab_leaves_the_table(table: RecordTable, qtbot: QtBot) -> None:
    table.go_to_row(1)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 0


def test_the_current_cell_is_never_in_a_hidden_column(table: RecordTable, qtbot: QtBot) -> None:
    table.resize(1000, 320)
    table.go_to_row(2, 4)
    table.select_rows([1, 2])
    with qtbot.waitSignal(table.column_gone):
        table.resize(640, 320)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 3)
    assert table.selected_rows() == [1, 2]
    table.go_to_row(1, 4)
    assert table.currentIndex().column() == 3
    table.head.column_toggled.emit(0, False)
    table.setCurrentIndex(QModelIndex())
    table.go_to_row(0)
    assert table.currentIndex().column() == 1
