"""What happens when the rows go in: one step that one undo takes back, the rest as a file, what is there already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from riskdesk import i18n
from riskdesk.desk import imports as desk_imports
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Person
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.exporting import QDesktopServices
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.imports.pick_table import PickTable
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.window import MainWindow
from riskdesk.gui.work import Task
from tests.exchange.makers import xlsx
from tests.gui.imports.conftest import Opener
from tests.gui.imports.helpers import answer_all, bring_in, column, row_of, settled
from tests.gui.keys import commit


def counts(page: ImportPage) -> dict[str, int]:
    return {kind: page.desk.store.count(kind) for kind in ("risk", "person", "department", "action", "complaint")}


def test_good_rows_go_in_and_one_undo_takes_all_back(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    before = counts(page)
    answer_all(page, qtbot)
    assert page.commands["imports.run"].text() == "Import 3 rows"
    bring_in(page, qtbot)
    assert counts(page)["risk"] == before["risk"] + 3
    assert counts(page)["person"] == before["person"] + 1
    assert page.outcome.words.title.text() == "3 risks were imported."
    assert "2 rows with errors were not imported." in page.outcome.words.sentence.text()
    assert window.overlays.notices.texts()[-1] == "3 risks were imported."
    notice = list(window.overlays.notices._shown.values())[-1]
    assert notice.button.text() == "Undo"
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts(page) == before)
    qtbot.waitUntil(lambda: page.outcome.words.title.text() == "The import was taken back.")
    qtbot.mouseClick(page.outcome.back, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert page.commands["imports.run"].text() == "Import 3 rows"


def unclear(tmp_path: Path) -> Path:
    """Three good rows and one with a day that is none."""
    rows = [["风险名称", "类别", "地点", "下次评审"], *([f"甲{n}", "消防", "北门", "2027-01-05"] for n in range(3))]
    return xlsx(tmp_path / "日期.xlsx", [*rows, ["乙", "消防", "不定", "说不准"]])


def choose_with_the_mouse(table: PickTable, row: int, text: str, qtbot: QtBot) -> None:
    """Open the choice of a row and click an option in its list, with nothing pressed after it."""
    table.start(row)
    assert table.line is not None
    view = table.line.drop.view
    place = next(n for n in range(view.options.rowCount()) if view.options.index(n, 0).data() == text)
    index = view.options.index(place, 0)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def adds_up(page: ImportPage, before: int) -> bool:
    """Whether every row was imported or is among those that can be saved."""
    plan = page.draft.plan
    assert plan is not None
    imported = page.desk.store.count("risk") - before
    words = page.outcome.rest.text() if page.outcome.rest.isVisible() else "Save the 0 rows not imported…"
    return imported + len(plan.rejected) == 4 and words == f"Save the {len(plan.rejected)} rows not imported…"


def test_an_answer_clicked_last_is_imported_too(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(unclear(tmp_path))
    before = counts(page)["risk"]
    page.steps.open(page.steps.questions)
    choose_with_the_mouse(page.steps.questions.table, 0, "Leave empty, keep as text", qtbot)
    assert not page.steps.questions.table.is_open
    QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.words.title.text() == "4 risks were imported."
    assert adds_up(page, before)
    assert not page.draft.is_busy


@pytest.mark.parametrize("by_mouse", [True, False])
def test_an_answer_still_being_typed_is_imported_too(
    opened: Opener, tmp_path: Path, qtbot: QtBot, by_mouse: bool
) -> None:
    page = opened(unclear(tmp_path))
    before = counts(page)["risk"]
    page.steps.open(page.steps.questions)
    page.steps.questions.table.start(0)
    assert page.steps.questions.table.line is not None
    commit(page.steps.questions.table.line, "Leave")
    if by_mouse:
        button = next(one for one in page.head.findChildren(ActionButton) if one.text().startswith("Import"))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.words.title.text() == "4 risks were imported."
    assert adds_up(page, before)


def test_a_column_matched_last_is_imported_so(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(unclear(tmp_path))
    before = counts(page)["risk"]
    page.steps.open(page.steps.columns)
    table = page.steps.columns.table
    choose_with_the_mouse(table, row_of(table, "地点"), "Owner", qtbot)
    page.commands["imports.run"].trigger()
    qtbot.waitUntil(lambda: page.draft.is_read and not page.draft.is_busy)
    qtbot.wait(50)
    # Nobody is called 北门: what the preview shows now is that no row can go in.
    assert page.rows.tally.text() == "4 with errors"
    assert counts(page)["risk"] == before
    assert page.rows.isVisible()
    assert page.splitter.isEnabled()
    choose_with_the_mouse(table, row_of(table, "地点"), "Place", qtbot)
    settled(page, qtbot)
    choose_with_the_mouse(table, row_of(table, "下次评审"), "Not imported", qtbot)
    page.commands["imports.run"].trigger()
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.words.title.text() == "4 risks were imported."
    assert adds_up(page, before)


def test_another_list_than_was_seen_is_not_imported(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(unclear(tmp_path))
    before = counts(page)
    page.draft.choose_heads(0, 0)
    page.commands["imports.run"].trigger()
    settled(page, qtbot)
    qtbot.wait(50)
    assert counts(page) == before
    assert page.splitter.isEnabled()


def test_taking_back_what_somebody_worked_on_since_says_so(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    bring_in(page, qtbot)
    notice = list(window.overlays.notices._shown.values())[-1]
    (risk,) = (risk for risk in page.desk.store.records(Risk) if risk.title == "地下车库暴雨进水")
    page.desk.risks.save(risk.changed(cause="排水泵停用"), risk)
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    since = "1 of these records had been changed since; the changes are gone with them."
    qtbot.waitUntil(lambda: window.overlays.notices.texts()[-1].endswith(since))
    assert page.desk.store.is_deleted("risk", risk.id)


def test_the_keyboard_alone_brings_a_list_in(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别", "责任人"], ["甲", "消防", "新人"]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    head = page.steps.fold(page.steps.questions).head
    page.steps.open(None)
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Space)
    table = page.steps.questions.table
    for _ in range(8):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        if table.hasFocus():
            break
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.line is not None
    QTest.keyClick(table.line, Qt.Key.Key_Return)
    settled(page, qtbot)
    QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.list.hasFocus()
    QTest.keyClick(page.outcome.list, Qt.Key.Key_Space)
    assert page.window().current.KEY == "risk"  # type: ignore[attr-defined]


def test_the_list_shows_what_came_in_with_this_file(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    bring_in(page, qtbot)
    qtbot.mouseClick(page.outcome.list, Qt.MouseButton.LeftButton)
    shown = window.current
    assert isinstance(shown, ListPage)
    assert shown.KEY == "risk"
    assert sorted(column(shown.table, "Risk")) == ["地下车库暴雨进水", "电动自行车楼道充电", "电梯困人处置超时"]
    assert "风险清单（三季度）.xlsx" in shown.bar._chips["imported"].text()


def test_people_are_shown_in_the_directory(opened: Opener, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["姓名", "手机", "部门"], ["周明", 13800000000.0, "工程部"], ["吴迪", "1390000", ""]]
    page = opened(xlsx(tmp_path / "花名册.xlsx", rows), "")
    assert page.draft.kind == "person"
    bring_in(page, qtbot)
    qtbot.mouseClick(page.outcome.list, Qt.MouseButton.LeftButton)
    settings = window.current
    assert isinstance(settings, SettingsPage)
    shown = settings._directory().shown
    assert sorted(column(shown.table, "Name")) == sorted(["周明", "吴迪"])
    assert {p.phone for p in page.desk.store.records(Person) if p.name == "周明"} == {"13800000000"}


def test_hazards_and_complaints(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    heads = ["隐患内容", "检查日期", "整改期限", "整改责任人"]
    rows: list[list[Any]] = [heads, ["灯坏", "2026-02-01", "2026.2.8", "陈立"]]
    page = opened(xlsx(tmp_path / "台账.xlsx", rows), "")
    assert page.draft.kind == "action"
    bring_in(page, qtbot)
    assert page.outcome.words.title.text() == "1 measures were imported."
    rows = [["标题", "受理日期", "工单号", "业主电话"], ["漏水", "2026-02-01", "T1", "13800138000"]]
    page = opened(xlsx(tmp_path / "投诉.xlsx", rows), "")
    bring_in(page, qtbot)
    (complaint,) = page.desk.store.records(Complaint)
    assert (complaint.external, "138" in complaint.detail) == ("T1", False)


def test_the_rest_is_saved_beside_the_original_with_the_reasons(
    page: ImportPage, window: MainWindow, ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    shown: list[str] = []

    def ask(parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return start, kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    answer_all(page, qtbot)
    bring_in(page, qtbot)
    assert page.outcome.rest.text() == "Save the 2 rows not imported…"
    qtbot.mouseClick(page.outcome.rest, Qt.MouseButton.LeftButton)
    rest = ledger.with_name("风险清单（三季度）-rest.xlsx")
    assert asked == [str(rest)]
    qtbot.waitUntil(lambda: "2 rows were saved as 风险清单（三季度）-rest.xlsx." in window.overlays.notices.texts())
    rows = CalamineWorkbook.from_path(str(rest)).get_sheet_by_index(0).to_python()
    assert rows[0][-1] == "Reason not imported"
    assert [row[1] for row in rows[1:]] == ["外墙饰面脱落", "装修垃圾占通道"]
    assert "I2 下次评审 24:00 is a time of day" in rows[1][-1]
    notice = list(window.overlays.notices._shown.values())[-1]
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert shown == [str(rest.parent)]


def test_the_rest_is_named_in_the_language_in_use(
    page: ImportPage, ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), ("", ""))[1])
    answer_all(page, qtbot)
    bring_in(page, qtbot)
    monkeypatch.setitem(i18n.catalogue("zh"), "{name}-rest", "{name}-未导入")
    i18n.set_language("zh")
    qtbot.mouseClick(page.outcome.rest, Qt.MouseButton.LeftButton)
    assert asked == [str(ledger.with_name("风险清单（三季度）-未导入.xlsx"))]


def test_a_rest_that_cannot_be_written_is_told(
    page: ImportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(tmp_path / "gone" / "a"), "CSV (*.csv)"))
    page.save_rest()
    qtbot.waitUntil(lambda: any("could not be written" in text for text in window.overlays.notices.texts()))


def test_a_cancelled_import_leaves_nothing(
    page: ImportPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = counts(page)
    answer_all(page, qtbot)
    monkeypatch.setattr(desk_imports, "_BLOCK", 1)

    begun: list[Task] = []
    window.session.worker.started.connect(begun.append)
    save = desk_imports.Imports.save

    def slowly(self: Any, plan: Any, tell: Any) -> Any:
        begun[-1].cancel()
        return save(self, plan, tell)

    monkeypatch.setattr(desk_imports.Imports, "save", slowly)
    page.commands["imports.run"].trigger()
    assert not page.splitter.isEnabled()
    assert not page.commands["imports.run"].isEnabled()
    qtbot.waitUntil(lambda: "Stopped. Nothing was changed." in window.overlays.notices.texts())
    qtbot.waitUntil(page.splitter.isEnabled)
    assert counts(page) == before
    assert page.rows.isVisible()
    assert page.commands["imports.run"].text() == "Import 3 rows"
    monkeypatch.setattr(desk_imports.Imports, "save", save)
    bring_in(page, qtbot)
    assert counts(page)["risk"] == before["risk"] + 3


def test_another_file_waits_until_an_import_is_over(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    page.commands["imports.run"].trigger()
    window.open_import("risk", "other.xlsx")
    assert "An import is under way." in window.overlays.notices.texts()
    qtbot.waitUntil(page.outcome.isVisible)


def test_reading_that_was_stopped_can_go_on(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    told = window.overlays.notices.texts
    for _ in range(20):  # the worker may have been quicker than the click
        page.draft.read_rows()
        window.overlays.busy.cancelled.emit()
        qtbot.waitUntil(lambda: page.draft._task is None)
        if "The reading was stopped." in told():
            break
    assert "The reading was stopped." in told()
    assert not page.commands["imports.run"].isEnabled()
    notice = list(window.overlays.notices._shown.values())[-1]
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert page.commands["imports.run"].isEnabled()


def test_the_very_same_file_is_known_again(opened: Opener, page: ImportPage, ledger: Path, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    bring_in(page, qtbot)
    page = opened(ledger)
    assert page.steps.file.earlier.isVisible()
    assert page.steps.fold(page.steps.file).head.summary.endswith("imported before")
    day = page.desk.today.isoformat()
    assert page.steps.file.earlier.words.text() == f"This very file was imported on {day}: 3 records."
    assert page.rows.tally.text() == "3 already there, 2 with errors"
    assert not page.commands["imports.run"].isEnabled()


# what is there already


@pytest.fixture
def again(opened: Opener, tmp_path: Path) -> ImportPage:
    """One row whose number is there with another place, one that is alike, one that is new."""
    made = opened(xlsx(tmp_path / "first.xlsx", [["风险名称", "类别"], ["先开页面", "消防"]]))
    risk = made.desk.risks.add(Risk(title="电梯困人", family="equipment", place="3号楼")).value
    made.desk.risks.add(Risk(title="地下车库暴雨进水", family="fire", place="地下一层"))
    rows = [["编号", "风险名称", "类别", "地点"], [risk.number, "电梯困人", "设备", "5号楼"],
            ["", "地下车库暴雨进水", "消防", "地下一层"], ["", "全新的风险", "消防", "北门"]]  # fmt: skip
    return opened(xlsx(tmp_path / "again.xlsx", rows))


def test_the_export_of_the_whole_day_brings_in_what_the_morning_had_not(
    opened: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    def export(last: int) -> Path:
        told = [[f"W{n}", "电梯", "电梯故障停运", "3栋", f"2026-11-20 09:{n:02d}"] for n in range(1, last + 1)]
        return xlsx(tmp_path / f"{last}.xlsx", [["工单号", "投诉类型", "投诉内容", "地点", "受理时间"], *told])

    bring_in(opened(export(3), "complaint"), qtbot)
    page = opened(export(12), "complaint")
    assert page.rows.tally.text() == "9 new, 3 already there"
    assert page.commands["imports.run"].text() == "Import 9 rows"
    bring_in(page, qtbot)
    assert {complaint.external for complaint in page.desk.store.records(Complaint)} == {f"W{n}" for n in range(1, 13)}


def test_a_number_that_stands_twice_is_refused_at_its_second_row(
    opened: Opener, again: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (risk,) = (risk for risk in again.desk.store.records(Risk) if risk.title == "电梯困人")
    heads = ["编号", "风险名称", "类别", "地点"]
    rows = [heads, *([risk.number, risk.title, "设备", place] for place in ("5栋", "6栋"))]
    page = opened(xlsx(tmp_path / "twice.xlsx", rows))
    page.steps.fold(page.steps.present).head.click()
    page.steps.present.choice.setFocus()
    QTest.keyClick(page.steps.present.choice, Qt.Key.Key_Right)
    qtbot.mouseClick(page.rows.chip("wrong"), Qt.MouseButton.LeftButton)
    assert column(page.rows.table, "What is to know") == ["A3 编号: The same number as row 2."]
    bring_in(page, qtbot)
    assert page.desk.risks.get(risk.id).place == "5栋"
    assert page.outcome.rest.text() == "Save the 1 rows not imported…"


def test_rows_that_are_there_are_left_out_and_say_why(again: ImportPage, qtbot: QtBot) -> None:
    page = again
    assert page.rows.tally.text() == "1 new, 2 already there, 1 of them changed"
    qtbot.mouseClick(page.rows.chip("there"), Qt.MouseButton.LeftButton)
    told = column(page.rows.table, "What is to know")
    assert told[0].startswith("Same number: JX-R-")
    assert told[1].startswith("Same 地下车库暴雨进水")
    assert page.commands["imports.run"].text() == "Import 1 row"


def test_they_can_be_updated_or_imported_again(again: ImportPage, qtbot: QtBot) -> None:
    page = again
    fold = page.steps.fold(page.steps.present)
    assert fold.isVisible()
    fold.head.click()
    choice = page.steps.present.choice
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert fold.head.summary == "2 · Update"
    assert page.commands["imports.run"].text() == "Import 2 rows"
    assert column(page.rows.table, "Result") == ["Update", "Already there", "Added"]
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert page.commands["imports.run"].text() == "Import 3 rows"
    QTest.keyClick(choice, Qt.Key.Key_Left)
    bring_in(page, qtbot)
    assert "1 records were changed." in page.outcome.words.sentence.text()
    assert [r.place for r in page.desk.store.records(Risk) if r.title == "电梯困人" and r.place] == ["5号楼"]


def test_the_fate_of_one_row(again: ImportPage, qtbot: QtBot, window: MainWindow) -> None:
    page = again
    page.rows.table.go_to_row(1)
    strip = page.rows.strip
    assert strip.fate.currentText() == "Leave this row out"
    strip.fate.setCurrentIndex(strip.fate.findText("Import this row"))
    strip.fate.activated.emit(strip.fate.currentIndex())
    assert page.commands["imports.run"].text() == "Import 2 rows"
    assert column(page.rows.table, "Result") == ["Already there", "Add again", "Added"]
    page.rows.table.go_to_row(2)
    strip.fate.setCurrentIndex(strip.fate.findText("Leave this row out"))
    strip.fate.activated.emit(strip.fate.currentIndex())
    assert page.commands["imports.run"].text() == "Import 1 row"
    page.rows.table.go_to_row(0)
    qtbot.mouseClick(strip.open, Qt.MouseButton.LeftButton)
    assert window.current is not None
    assert window.current.detail.record.title == "电梯困人"  # type: ignore[attr-defined]


def test_what_is_added_meanwhile_is_looked_at(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    page.desk.directory.add(Person(name="李雷"))
    qtbot.waitUntil(lambda: page.draft.plan is not None and len(page.draft.plan.open_questions) == 1)
    settled(page, qtbot)
    window.go_to("risk")
    page.desk.directory.add(Person(name="李雷"))
    window.go_to("import")
    settled(page, qtbot)
    assert page.draft.plan is not None
    assert any("several entries" in question.sentence for question in page.draft.plan.open_questions)
