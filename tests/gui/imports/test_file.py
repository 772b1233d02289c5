"""The file of a list: its sheet, head row, encoding and kind, and what is no list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.imports import ImportPage
from tests.exchange.makers import csv_text, text, xls, xlsx
from tests.gui.imports.conftest import HEADS, LEDGER, Opener
from tests.gui.imports.helpers import pick, settled


def test_the_head_row_can_be_moved(page: ImportPage, qtbot: QtBot) -> None:
    page.steps.open(page.steps.file)
    panel = page.steps.file
    assert (panel.first.value(), panel.last.value()) == (3, 3)
    panel.first.setFocus()
    panel.first.lineEdit().selectAll()
    QTest.keyClicks(panel.first, "4")
    QTest.keyClick(panel.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.draft.heads is not None and page.draft.heads.first == 3)
    qtbot.waitUntil(lambda: not page.draft.is_busy)
    assert panel.last.value() == 4
    page.rows.view._choose(1)
    assert page.rows.raw.isVisible()
    page.rows.raw.setFocus()
    page.rows.raw.go_to_row(2)
    QTest.keyClick(page.rows.raw, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.draft.heads is not None
    assert page.draft.heads.first == 2
    assert page.rows.raw_model.look(page.rows.raw_model.index(2, 2)).bold


def test_a_list_without_heads(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(xlsx(tmp_path / "a.xlsx", [["风险名称", "类别"], ["甲", "消防"], ["乙", "设备"]]))
    page.steps.open(page.steps.file)
    qtbot.mouseClick(page.steps.file.none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.draft.plan is not None and page.draft.plan.stop is not None)
    assert "No column gives Title" in page.rows.why_not.sentence.text()
    assert page.steps.fold(page.steps.columns).head.state == "ask"
    pick(page.steps.columns.table, 0, "Title")
    settled(page, qtbot)
    assert page.rows.model.size() == 3
    page.steps.file.none.click()
    qtbot.waitUntil(lambda: page.draft.heads is not None and page.draft.heads.first == 0)


def test_of_several_sheets_one_is_asked_for(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    two = [["风险名称", "类别"], ["丙", "消防"]]
    more = [("二", two, False), ("旧", two, True)]
    path = xlsx(tmp_path / "a.xlsx", [["风险名称", "类别"], ["甲", "消防"]], more=more)
    page = opened(path)
    steps = page.steps
    assert steps.fold(steps.file).is_opened
    assert steps.fold(steps.file).head.summary == "Which sheet is it?"
    box = steps.file.sheet
    assert [box.itemText(n) for n in range(3)] == ["Sheet1 · 2 rows", "二 · 2 rows", "旧 · 2 rows · hidden"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.draft.sheet is not None and page.draft.sheet.name == "二" and page.draft.is_read)
    assert steps.fold(steps.file).head.state == "done"
    assert page.draft.plan is not None
    assert page.draft.plan.rows[0].record.title == "丙"  # type: ignore[union-attr]


def test_gbk_text_is_read_and_its_encoding_can_be_changed(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["工单号", "标题", "投诉类型", "受理日期"], ["T1", "楼上漏水", "漏水", "2026-09-01"]]
    page = opened(text(tmp_path / "投诉.csv", csv_text(rows)), "")
    assert page.draft.kind == "complaint"
    panel = page.steps.file
    page.steps.open(panel)
    assert panel.encoding_field.isVisible()
    assert panel.encoding.currentText() == "GB18030"
    panel.encoding.setCurrentIndex(panel.encoding.findData("big5"))
    panel.encoding.activated.emit(panel.encoding.currentIndex())
    qtbot.waitUntil(lambda: page.draft.book is not None and page.draft.book.encoding == "big5")
    qtbot.waitUntil(lambda: not page.draft.is_busy)
    assert page.draft.sheet is not None
    assert page.draft.sheet.rows[0][1] != "标题"


def test_a_true_xls_and_a_utf8_file_with_its_mark(opened: Opener, tmp_path: Path) -> None:
    page = opened(xls(tmp_path / "a.xls", [HEADS, LEDGER[4]]))
    assert page.draft.plan is not None
    assert page.draft.plan.tally.new == 1
    page = opened(text(tmp_path / "b.csv", csv_text([["风险名称", "类别"], ["甲", "消防"]]), "utf-8-sig"))
    assert page.draft.plan is not None
    assert page.draft.plan.rows[0].record.title == "甲"  # type: ignore[union-attr]


def test_another_kind_can_be_said(page: ImportPage, qtbot: QtBot) -> None:
    panel = page.steps.file
    panel.kind.setCurrentIndex(panel.kind.findData("action"))
    panel.kind.activated.emit(panel.kind.currentIndex())
    qtbot.waitUntil(lambda: page.draft.plan is not None and page.draft.plan.kind == "action")
    assert page.steps.fold(panel).head.summary.startswith("Measures")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"%PDF-1.4 x", "This is a PDF file"),
        ("a.csv", b"", "The file is empty"),
        ("a.xlsx", b"PK\x03\x04broken", "The file is incomplete"),
    ],
)
def test_a_bad_file_is_named_for_what_it_is(
    opened: Opener, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page = opened(path, until="cannot be imported")
    assert page.empty.sentence.text().startswith(says)
    assert page.empty.button.text() == "Choose another file…"
    assert not page.commands["imports.run"].isEnabled()


def test_a_file_that_is_gone(opened: Opener, tmp_path: Path) -> None:
    page = opened(tmp_path / "nowhere.xlsx", until="cannot be imported")
    assert "No such file" in page.empty.sentence.text()


def test_text_that_is_in_no_known_encoding(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"name,kind\r\n" + b"\xff\xff\x81\r\n" * 3)
    page = opened(path, until="cannot be imported")
    assert page.empty.link.isVisible()
    page._encodings.actions()[0].trigger()
    qtbot.waitUntil(page.splitter.isVisible)
    assert "could not be read" in page.steps.file.notes.text()


def test_what_is_no_list_is_said_at_the_place(opened: Opener, tmp_path: Path) -> None:
    form = [["风险名称", "电梯困人", "地点", "3号楼"], ["责任人", "沈敏", "责任部门", "工程部"],
            ["后果", "x", "原因", "y"]]  # fmt: skip
    page = opened(xlsx(tmp_path / "a.xlsx", form), until="stop")
    assert page.rows.why_not.isVisible()
    assert page.rows.why_not.sentence.text().startswith("This is a form for one record")
    page.rows.view._choose(1)
    assert page.rows.raw.isVisible()
