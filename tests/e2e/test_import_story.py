"""An officer's morning with the lists of others: ledger in, mended rest in, out again, in again, and all taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.desk import Desk
from riskdesk.domain.action import Action, ActionOrigin
from riskdesk.domain.directory import Department, Person
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from riskdesk.store.check import check
from tests.exchange.makers import text, xlsx

HEADS = ["序号", "检查类型", "隐患内容", "地点", "检查日期", "整改责任人", "整改期限", "整改完成日期", "隐患等级"]
LEDGER: list[list[Any]] = [
    ["隐患排查治理台账", *[""] * 8],
    ["项目：锦绣花园", *[""] * 7, "2026年11月"],
    HEADS,
    [1, "日检", "3 号楼消火栓无水", "3号楼", "2026.11.2", "陈立", "2026.11.9", "", "一般隐患"],
    [2, "专项", "配电房门锁损坏", "地下一层", "2026年11月3日", "韩梅", "2026-11-10", "2026/11/8", "一般"],
    [3, "专项", "装修垃圾占用通道", "1号楼", "2026.11.31", "陈立", "2026.12.1", "", "一般"],
    [4, "", "", "", "", "", "", "", ""],
    ["注：重大隐患 24 小时内上报。", *[""] * 8],
]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    before = i18n.language()
    i18n.set_language("zh")
    desk = Desk.open(tmp_path / "office" / "office.riskdesk", site="JX")
    desk.starter.load()
    desk.directory.add(Person(name="陈立"))
    desk.directory.add(Department(name="客户服务部"))
    session = Session(desk, SettingsFile(tmp_path / "settings.json"))
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    session.close()
    i18n.set_language(before)
    assert check(tmp_path / "office" / "office.riskdesk").sound


def bring(window: MainWindow, qtbot: QtBot, path: Path) -> ImportPage:
    window.open_import("", str(path))
    page = window.current
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.draft.is_read and not page.draft.is_busy)
    return page


def go(page: ImportPage, qtbot: QtBot) -> None:
    page.commands["imports.run"].trigger()
    qtbot.waitUntil(page.outcome.isVisible)


def actions(window: MainWindow) -> dict[str, Action]:
    return {action.title: action for action in window.session.desk.store.records(Action)}


def test_the_lists_of_others(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = window.session.desk
    before = set(actions(window))

    # The ledger: an unknown name is asked once, an impossible day stands at its cell.
    ledger = xlsx(tmp_path / "11月隐患台账.xlsx", LEDGER, merged=[(0, 0, 0, 8)])
    page = bring(window, qtbot, ledger)
    assert page.draft.kind == "action"
    (asked,) = page.draft.plan.open_questions  # type: ignore[union-attr]
    assert asked.sentence == "通讯录中没有“韩梅”。对应已有、新建还是留空？"
    page.steps.questions.table.start(0)
    page.steps.questions.table.input.done.emit(1, 0)
    qtbot.waitUntil(lambda: page.rows.tally.text() == "新增 2 行、有错 1 行")
    page.rows.show_filter("wrong")
    assert page.rows.strip.words.text() == "E6 检查日期：没有这一天：2026.11.31"
    go(page, qtbot)
    assert page.outcome.words.title.text() == "已导入 2 条措施。"
    new = {title: action for title, action in actions(window).items() if title not in before}
    assert set(new) == {"3 号楼消火栓无水", "配电房门锁损坏"}
    assert {action.origin for action in new.values()} == {ActionOrigin.INSPECTION}
    assert desk.name(new["配电房门锁损坏"].owner_id) == "韩梅"

    # The rest, mended in its file, comes in by the same columns without a question.
    rest = tmp_path / "rest.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(rest), "CSV (*.csv)"))
    page.save_rest()
    qtbot.waitUntil(rest.exists)
    qtbot.waitUntil(lambda: any("rest.csv" in words for words in window.overlays.notices.texts()))
    text(rest, rest.read_text("utf-8-sig").replace("2026.11.31", "2026.11.30", 1), "gb18030")
    page = bring(window, qtbot, rest)
    assert (page.rows.tally.text(), page.draft.plan.open_questions) == ("新增 1 行", [])  # type: ignore[union-attr]
    go(page, qtbot)
    assert "装修垃圾占用通道" in actions(window)

    # Out as it is shown, and in again: nothing is new.
    window.go_to("action")
    listed = window.current
    listed.bar.clear()  # type: ignore[union-attr]
    out = tmp_path / "整改.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(out), args[3]))
    listed.export_list()  # type: ignore[union-attr]
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: any("整改.xlsx" in words for words in window.overlays.notices.texts()))
    page = bring(window, qtbot, out)
    tally = page.draft.plan.tally  # type: ignore[union-attr]
    assert (tally.new, tally.changed, tally.wrong) == (0, 0, 0)

    # The same ledger once more is known; two undos take both imports back.
    page = bring(window, qtbot, ledger)
    assert page.steps.file.earlier.words.text().endswith("共 2 条。")
    assert page.draft.plan.tally.new == 0  # type: ignore[union-attr]
    window.session.undo()
    window.session.undo()
    qtbot.waitUntil(lambda: set(actions(window)) == before)
    qtbot.waitUntil(lambda: not page.draft.is_busy)
    assert "韩梅" not in [person.name for person in desk.directory.all("person")]
