"""Columns of a list are matched, looked at and remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.imports import ImportPage
from tests.exchange.makers import xlsx
from tests.gui.imports.conftest import Opener
from tests.gui.imports.helpers import bring_in, cell, pick, row_of, settled


def test_a_column_is_matched_with_the_keyboard_alone(page: ImportPage, qtbot: QtBot) -> None:
    page.steps.fold(page.steps.columns).head.click()
    columns = page.steps.columns
    assert cell(columns.table, 9, "Becomes") == "Keep as text under its heading"
    assert cell(columns.table, 4, "Such as") == "工程 部, 工程部, 秩序维护部"
    pick(columns.table, 9, "Cause")
    settled(page, qtbot)
    assert cell(columns.table, 9, "Becomes") == "Cause"
    assert page.draft.plan is not None
    assert page.draft.plan.mapping.column("cause") == 9
    pick(columns.table, 9, "Not imported")
    settled(page, qtbot)
    assert page.steps.fold(columns).head.summary == "8 of 10 are imported"


def test_scores_before_and_after_measures_are_asked_of_a_person(opened: Opener, tmp_path: Path) -> None:
    rows = [["风险名称", "类别", "L", "S", "措施后L", "措施后S"], ["甲", "消防", 4, 4, 2, 4]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    columns = page.steps.columns
    assert page.steps.fold(columns).is_opened
    assert page.steps.fold(columns).head.summary == "6 of 6 are imported, please check 4"
    assert columns.table.currentIndex().row() == 2
    assert columns.why.text().startswith("Columns C, D, E, F judge the same risk more than once.")


def test_esc_leaves_a_column_as_it_was(page: ImportPage) -> None:
    page.steps.open(page.steps.columns)
    table = page.steps.columns.table
    before = page.draft.plan
    table.start(3)
    assert table.line is not None
    QTest.keyClick(table.line, Qt.Key.Key_Escape)
    if table.is_open:
        QTest.keyClick(table.input, Qt.Key.Key_Escape)
    assert not table.is_open
    assert page.draft.plan is before


def test_columns_that_are_only_guessed_are_to_be_looked_at(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别", "责任人", "责任人"], ["甲", "消防", "沈敏", "陈立"]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    steps = page.steps
    assert steps.fold(steps.columns).is_opened
    assert steps.fold(steps.columns).head.state == "ask"
    assert steps.fold(steps.columns).head.summary.endswith("please check 2")
    assert steps.columns.table.currentIndex().row() == 2
    assert "The same heading stands in columns C, D" in steps.columns.why.text()
    for row in (2, 3):
        steps.columns.table.start(row)
        assert steps.columns.table.line is not None
        QTest.keyClick(steps.columns.table.line, Qt.Key.Key_Return)
        settled(page, qtbot)
    assert steps.fold(steps.columns).head.state == "done"


def test_what_was_chosen_is_remembered_for_the_next_file(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别", "风险等级", "某列"], ["甲", "消防", "一级", "x"]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    pick(page.steps.columns.table, 3, "Place")
    settled(page, qtbot)
    pick(page.steps.questions.table, row_of(page.steps.questions.table, "一级"), "Red")
    settled(page, qtbot)
    bring_in(page, qtbot)
    page = opened(xlsx(tmp_path / "b.xlsx", [rows[0], ["乙", "消防", "一级", "北门"]]))
    assert cell(page.steps.columns.table, 3, "Becomes") == "Place"
    assert page.draft.plan is not None
    assert not page.draft.plan.open_questions
    assert page.draft.plan.rows[0].record.place == "北门"  # type: ignore[union-attr]
