"""The import page in its window, and a risk list as it really comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Department, Person
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.window import MainWindow
from tests.exchange.makers import Formula, xlsx

Opener = Callable[..., ImportPage]

HEADS = ["序号", "*风险名称", "风险类别", "风险部位", "责任部门", "责任人", "L", "S", "下次评审", "备注"]
LEDGER: list[list[Any]] = [
    ["锦绣花园安全风险清单", *[""] * 9],
    ["编制：安全办", *[""] * 9],
    HEADS,
    [1, "电梯困人处置超时", "设备", "3号楼电梯", "工程 部", "李雷", 4, 4, dt.date(2026, 12, 1), "夜间"],
    [2, "地下车库暴雨进水", "自然灾害", "地下一层", "工程部", "陈立", "５", 4, "2026.12.5", ""],
    [3, "外墙饰面脱落", "设备", dt.date(2026, 3, 5), "工程部", "陈立", 2, 5, "24:00", ""],
    [4, "装修垃圾占通道", "消防", "1栋", "秩序维护部", "李雷", 9, Formula("=A1", "#REF!"), "/", ""],
    [5, "电动自行车楼道充电", "消防", "各栋楼道", "秩序维护部", "陈立", 3, 5, "", "每日巡查"],
    ["注：本表每季度更新一次。", *[""] * 9],
]
"""Title rows, marked heads, a room that became a date, an error in a cell, unknown names, a foot note."""
MERGED = [(0, 0, 0, 9)]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Opener:
    """Opens a file on the import page, as dropping it there does, and waits for its rows."""
    directory = window.session.desk.directory
    directory.add(Person(name="沈敏"))
    directory.add(Person(name="陈立"))
    if "工程部" not in [department.name for department in directory.all("department")]:
        directory.add(Department(name="工程部"))

    def open_file(path: Path, kind: str = "risk", until: str = "rows") -> ImportPage:
        window.open_import(kind, str(path))
        page = window.current
        assert isinstance(page, ImportPage)
        if until == "rows":
            qtbot.waitUntil(lambda: page.draft.is_read)
        elif until == "stop":
            qtbot.waitUntil(lambda: page.draft.plan is not None and page.draft.plan.stop is not None)
        else:
            qtbot.waitUntil(lambda: page.empty.isVisible() and page.empty.title.text().endswith(until))
        return page

    return open_file


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The list as a workbook."""
    return xlsx(tmp_path / "风险清单（三季度）.xlsx", LEDGER, merged=MERGED, name="清单")


@pytest.fixture
def page(opened: Opener, ledger: Path) -> ImportPage:
    """The page with the list open."""
    return opened(ledger)
