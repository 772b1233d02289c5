"""A list of others as a person brings it in: from the file to the rows, what is asked, what is wrong where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow
from riskdesk.i18n import set_language
from riskdesk.store import ALL
from tests.exchange.makers import csv_text, text, xls, xlsx
from tests.gui.imports.conftest import HEADS, LEDGER, Opener
from tests.gui.imports.helpers import answer_all, bring_in, cell, column, pick, row_of, settled

# to the page


def test_the_command_of_a_list_asks_for_a_file_and_opens_the_page(
    window: MainWindow, ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent: object, title: str, folder: str, kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(ledger), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window.go_to("risk")
    assert isinstance(window.current, ListPage)
    assert "Import list…" in [action.text() for action in window.current.head._menu.actions()]
    window.current.import_list()
    page = window.current
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    assert page.draft.kind == "risk"
    page.commands["import.file"].trigger()
    assert Path(asked[1]) == ledger.parent


def test_the_palette_offers_it_on_every_page(window: MainWindow) -> None:
    for key in ("overview", "risk", "action", "complaint", "settings"):
        window.go_to(key)
        offered = [option.text for option in window.commands.rows("import list")]
        assert offered.count("Import list…") == 1, key


def test_a_file_dropped_on_the_window_is_a_list(window: MainWindow, ledger: Path, qtbot: QtBot) -> None:
    window.go_to("overview")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ledger))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), copy, data, left, none))
    page = window.current
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    assert page.draft.kind == "risk"
    data.setText("no file")
    data.setUrls([QUrl("https://example.org/a.xlsx")])
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()


def test_esc_goes_back_to_the_page_it_came_from(window: MainWindow, opened: Opener, ledger: Path) -> None:
    page = opened(ledger, "action", until="stop")
    page.steps.columns.table.start(2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not page.steps.columns.table.is_open
    assert window.current is page
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.current is not None
    assert window.current.KEY == "action"
    window.go_to("import")
    assert page.draft.plan is not None
    assert page.rows.isVisible()


def test_an_empty_page_says_what_it_is_for(window: MainWindow) -> None:
    window.go_to("import")
    page = window.current
    assert isinstance(page, ImportPage)
    assert page.empty.title.text() == "Bring in a list"
    assert page.empty.button.text() == "Choose file…"
    assert not page.commands["imports.run"].isEnabled()


# what it shows


def test_the_steps_say_what_they_came_to(page: ImportPage) -> None:
    steps = page.steps
    assert steps.fold(steps.file).head.summary == "Risks · 清单 · heads in row 3"
    assert steps.fold(steps.columns).head.summary == "9 of 10 are imported"
    assert steps.fold(steps.questions).head.summary == "2 open"
    assert steps.fold(steps.questions).is_opened
    assert page.head.sub.text() == "风险清单（三季度）.xlsx"
    assert page.rows.tally.text() == "1 new, 4 with errors"
    assert page.rows.left_out.text() == "Left out: Notes, sums and signatures below the table: 1"
    assert page.commands["imports.run"].text() == "Import 1 row"


def test_each_error_stands_at_its_cell(page: ImportPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rows.chip("wrong"), Qt.MouseButton.LeftButton)
    table = page.rows.table
    assert column(table, "Row") == ["4", "6", "7", "8"]
    assert set(column(table, "Result")) == {"Error"}
    index = table.model().index(1, 5)
    look = page.rows.model.look(index)
    assert (look.text, look.tone, look.icon) == ("2026-03-05", "red", "alert")
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("The spreadsheet has made a date")
    assert "The spreadsheet has made a date" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell(table, 2, "What is to know").startswith("E7 责任部门")
    table.go_to_row(1)
    told = page.rows.strip.words.text().splitlines()
    assert told[0].startswith("D6 风险部位: The spreadsheet has made a date")
    assert told[1] == "I6 下次评审: 24:00 is a time of day without a date."


def test_what_was_typed_and_what_it_becomes(page: ImportPage, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    page.rows.show_filter("new")
    model = page.rows.model
    row = column(page.rows.table, "Row").index("4")
    titles = [head.title for head in model.heads]
    looks = dict(zip(titles, model._row(row), strict=True))
    assert (looks["Department"].text, looks["Owner"].text) == ("工程部", "李雷")
    assert (looks["Next review"].text, looks["Next review"].suffix) == ("2026-12-01", "")
    second = dict(zip(titles, model._row(1), strict=True))
    assert (second["Next review"].text, second["Next review"].suffix) == ("2026-12-05", "2026.12.5")


def test_the_texts_are_in_the_language_of_the_user(opened: Opener, ledger: Path, window: MainWindow) -> None:
    set_language("zh")
    page = opened(ledger)
    page.rows.show_filter("wrong")
    assert page.rows.tally.text() == "新增 1 行、有错 4 行"
    page.rows.table.go_to_row(1)
    assert page.rows.strip.words.text().splitlines()[1] == "I6 下次评审：24:00 只有时刻，没有日期。"


def test_only_what_is_looked_at_is_made(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别"], *([f"风险{n}", "消防"] for n in range(8000))]
    page = opened(xlsx(tmp_path / "long.xlsx", rows))
    assert page.rows.model.size() == 8000
    assert page.commands["imports.run"].text() == "Import 8,000 rows"
    bar = page.rows.table.verticalScrollBar()
    for part in range(40):
        bar.setValue(bar.maximum() * part // 40)
        QApplication.processEvents()
    assert len(page.rows.model._kept) <= 400


# columns


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


# the file


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


# questions


def test_an_unknown_name_is_made_taken_from_the_directory_or_left(page: ImportPage, qtbot: QtBot) -> None:
    questions = page.steps.questions
    assert [questions.model.index(row, 0).data() for row in range(2)] == ["秩序维护部", "李雷"]
    assert questions.model.look(questions.model.index(1, 2)).text == "Create “李雷”?"
    questions.table.go_to_row(1)
    assert questions.sentence.text() == "“李雷” is not in the directory. Match, create or leave?"
    pick(questions.table, 1, "沈敏")
    pick(questions.table, 0, "Create")
    settled(page, qtbot)
    assert page.draft.plan is not None
    row = page.draft.plan.rows[0]
    assert page.desk.name(row.record.owner_id) == "沈敏"  # type: ignore[union-attr]
    pick(questions.table, 1, "Leave")
    settled(page, qtbot)
    record = page.draft.plan.rows[0].record
    assert isinstance(record, Risk)
    assert (record.owner_id, "责任人：李雷" in record.description) == ("", True)
    assert page.steps.fold(questions).head.state == "done"


def test_many_questions_can_be_answered_together(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    people = [f"新人{sign}" for sign in "甲乙丙丁"]
    page = opened(xlsx(tmp_path / "a.xlsx", [["风险名称", "类别", "责任人"], *(["x" + p, "消防", p] for p in people)]))
    questions = page.steps.questions
    assert questions.take.text() == "Take 4 proposals"
    qtbot.mouseClick(questions.take, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert not questions.together.isVisible()
    assert page.rows.tally.text() == "4 new"
    bring_in(page, qtbot)
    assert {person.name for person in page.desk.directory.all("person")} >= set(people)


def test_a_word_of_a_level_is_asked_once(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别", "风险等级"], ["甲", "消防", "特级"], ["乙", "消防", "特级"], ["丙", "消防", "蓝"]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    table = page.steps.questions.table
    assert cell(table, 0, "Word") == "特级"
    assert cell(table, 0, "Rows") == "2"
    pick(table, 0, "Red")
    settled(page, qtbot)
    looks = page.rows.model._row(0)
    assert looks[4].level == "red"


def test_without_a_family_one_is_asked_for_all(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(xlsx(tmp_path / "a.xlsx", [["风险名称", "地点"], ["甲", "北门"], ["乙", "南门"]]))
    questions = page.steps.questions
    assert questions.sentence.text() == "No column gives Family. Which one for all rows?"
    pick(questions.table, 0, "Fire")
    settled(page, qtbot)
    assert page.rows.tally.text() == "2 new"
    assert page.desk.store.count("risk", ALL) > 0
