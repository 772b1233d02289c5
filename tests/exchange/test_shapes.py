"""Forms, pairs and statistics are stopped with the reason; notes and numbered rows under a list are no records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from riskdesk.exchange.heads import find_heads, heads_at
from riskdesk.exchange.shapes import (
    FOOT_NOTE,
    FORM,
    NOTHING,
    ONLY_NUMBER,
    PAIRS,
    REPEATED,
    STATISTICS,
    RowJudge,
    shape_of,
)  # fmt: skip
from riskdesk.exchange.sheets import open_book
from tests.exchange.makers import xlsx

FORM_ROWS = [
    ["安全隐患整改通知单", "", "", ""],
    ["检查时间", "2026.5.1", "检查地点", "3号楼"],
    ["隐患内容", "消防通道堵塞", "", ""],
    ["整改要求", "立即清理", "整改期限", "2026.5.8"],
    ["责任部门", "秩序部", "责任人", "沈敏"],
]
PAIR_ROWS = [["风险名称", "电梯困人"], ["地点", "3号楼"], ["责任人", "沈敏"], ["等级", "高"], ["整改期限", "2026.5.1"]]
LINES = [["风险名称：电梯困人"], ["地点：3号楼"], ["责任人：沈敏"]]
MONTHS = [["类别", "1月", "2月", "3月", "合计"], ["消防", 3, 4, 5, 12], ["设备", 1, 0, 2, 3]]
COUNTS = [["部门", "隐患数量", "整改率", "同比"], ["工程部", 12, "95%", 0.1], ["秩序部", 3, "100%", -0.2]]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [(FORM_ROWS, FORM), (PAIR_ROWS, PAIRS), (LINES, PAIRS), (MONTHS, STATISTICS), (COUNTS, STATISTICS)],
)
def test_what_is_no_list(tmp_path: Path, rows: list[list[Any]], reason: str) -> None:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
    found = shape_of(sheet, find_heads(sheet))
    assert found is not None
    assert found.text == reason
    assert shape_of(sheet, heads_at(sheet, 0, 0)) is None


def test_an_empty_sheet(tmp_path: Path) -> None:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", [])).read("Sheet1")
    found = shape_of(sheet, find_heads(sheet))
    assert found is not None
    assert found.text == NOTHING


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "电话"], ["沈敏", 13800000000], ["陈立", 13800000001]],
        [["风险名称", "L", "E", "C", "D"], ["甲", 3, 6, 7, 126], ["乙", 1, 6, 7, 42]],
        [["序号", "标题", "受理日期"], [1, "电梯", "2026-05-01"]],
        [["标题", "内容"], ["电话", "说明"], ["时间", "备注"]],
    ],
)
def test_lists_are_lists(tmp_path: Path, rows: list[list[Any]]) -> None:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
    assert shape_of(sheet, find_heads(sheet)) is None


def test_rows_that_are_no_records(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["序号", "隐患内容", "地点", "责任人"],
        [1, "通道堵塞", "3号楼", "沈敏"],
        [2, "灯坏", "5号楼", ""],
        [3, "", "", ""],
        ["序号", "隐患内容", "地点", "责任人"],
        [4, "门禁失效", "", ""],
        ["", "只有标题", "", ""],
        ["", "   ", "", ""],
        ["合计", "4", "", ""],
        ["注：以上隐患限期整改。", "", "", ""],
        ["填表人：沈敏", "", "审核人：陈立", "日期：2026.5.1"],
    ]
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows, merged=[(9, 0, 9, 3)])).read("Sheet1")
    judge = RowJudge(sheet, find_heads(sheet), frozenset({0}), 1)
    told = [judge.why_skipped(number) for number in range(1, len(sheet.rows))]
    assert told == [None, None, ONLY_NUMBER, REPEATED, None, None, "", FOOT_NOTE, FOOT_NOTE, FOOT_NOTE]


def test_a_place_merged_past_the_last_hazard_makes_no_records(tmp_path: Path) -> None:
    rows = [["地点", "隐患内容"], ["3号楼", "灯坏"], ["", "门坏"], ["", ""], ["x", "y"]]
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows, merged=[(1, 0, 3, 0)])).read("Sheet1")
    judge = RowJudge(sheet, find_heads(sheet), frozenset(), 1)
    assert [judge.why_skipped(number) for number in range(1, 5)] == [None, None, "", None]
