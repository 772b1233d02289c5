"""The head of a table is found under titles, in two rows, off the corner; and it can be chosen by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from riskdesk.exchange.heads import Heads, find_heads, heads_at, no_heads
from riskdesk.exchange.sheets import Sheet, open_book
from tests.exchange.makers import text, xlsx

HEADS = ["序号", "风险名称", "地点", "责任人"]
DATA = [[1, "电梯困人", "3号楼", "沈敏"], [2, "外墙脱落", "5号楼", "陈立"]]


def names(heads: Heads) -> list[str]:
    return [f"{head.band}/{head.name}" if head.band else head.name for head in heads.heads]


def sheet_of(tmp_path: Path, rows: list[list[Any]], **options: Any) -> Sheet:
    return open_book(xlsx(tmp_path / "a.xlsx", rows, **options)).read("Sheet1")


def test_the_first_row(tmp_path: Path) -> None:
    heads = find_heads(sheet_of(tmp_path, [HEADS, *DATA]))
    assert (heads.first, heads.last, heads.first_data, heads.sure) == (0, 0, 1, True)
    assert names(heads) == HEADS


def test_under_a_merged_title_a_project_and_a_date(tmp_path: Path) -> None:
    rows = [["2026年第一季度风险清单"], ["项目：锦绣花园", "", "日期：2026.3.1"], HEADS, *DATA]
    heads = find_heads(sheet_of(tmp_path, rows, merged=[(0, 0, 0, 3)]))
    assert (heads.first, heads.last) == (2, 2)


def test_a_table_that_starts_at_b2(tmp_path: Path) -> None:
    heads = find_heads(sheet_of(tmp_path, [HEADS, *DATA], at=(1, 1)))
    assert (heads.first, names(heads), heads.heads[0].letter) == (1, HEADS, "B")


TWO_ROWS = [
    ["序号", "风险名称", "风险评价", "", "", "责任人"],
    ["", "", "L", "S", "等级", ""],
    [1, "电梯困人", 3, 4, "高", "沈敏"],
]
MERGED = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 1, 5)]
BANDED = ["序号", "风险名称", "风险评价/L", "风险评价/S", "风险评价/等级", "责任人"]


def test_two_head_rows_are_read_as_band_and_name(tmp_path: Path) -> None:
    heads = find_heads(sheet_of(tmp_path, TWO_ROWS, merged=MERGED))
    assert (heads.first, heads.last, names(heads)) == (0, 1, BANDED)


def test_two_head_rows_under_a_title(tmp_path: Path) -> None:
    merged = [(0, 0, 0, 5), *((top + 1, left, bottom + 1, right) for top, left, bottom, right in MERGED)]
    heads = find_heads(sheet_of(tmp_path, [["风险分级管控清单"], *TWO_ROWS], merged=merged))
    assert (heads.first, heads.last, names(heads)) == (1, 2, BANDED)


def test_two_head_rows_without_merged_cells(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "\r\n".join(",".join(map(str, row)) for row in TWO_ROWS))
    heads = find_heads(open_book(path).read("a"))
    assert (heads.first, heads.last, names(heads)) == (0, 1, BANDED)


def test_heads_over_drawn_columns(tmp_path: Path) -> None:
    """A form drawn over many narrow columns: every heading and every value reaches over several of them."""
    rows: list[list[Any]] = [[""] * 56 for _ in range(3)]
    merged = []
    for number, name in enumerate(HEADS):
        left = number * 14
        for row, value in enumerate([name, DATA[0][number], DATA[1][number]]):
            rows[row][left] = value
            merged.append((row, left, row, left + 13))
    heads = find_heads(sheet_of(tmp_path, rows, merged=merged))
    assert (heads.last, names(heads)) == (0, HEADS)
    assert [head.letter for head in heads.heads] == ["A", "O", "AC", "AQ"]


def test_the_same_heading_twice_is_kept_apart_by_its_letter(tmp_path: Path) -> None:
    rows = [["风险名称", "责任人", "地点", "责任人"], ["甲", "沈敏", "北门", "陈立"]]
    heads = find_heads(sheet_of(tmp_path, rows)).heads
    assert [head.key for head in heads] == ["风险名称", "责任人@B", "地点", "责任人@D"]
    assert "B" in heads[1].label


def test_a_blank_heading_over_data_and_one_over_nothing(tmp_path: Path) -> None:
    rows = [["风险名称", "", "地点", "", "责任人"], ["甲", "", "北门", "x", "沈敏"]]
    heads = find_heads(sheet_of(tmp_path, rows)).heads
    assert [(head.letter, head.name) for head in heads] == [
        ("A", "风险名称"), ("C", "地点"), ("D", ""), ("E", "责任人")
    ]  # fmt: skip
    assert "D" in heads[2].label


def test_line_breaks_and_odd_headings(tmp_path: Path) -> None:
    rows = [["序号", "隐患\n内容", "整改\n期限", "等级 ", "（一）"], [1, "甲", "2026.5.1", "一般", "x"]]
    heads = find_heads(sheet_of(tmp_path, rows))
    assert names(heads) == ["序号", "隐患 内容", "整改 期限", "等级", "（一）"]
    assert heads.sure


def test_no_head_row(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, DATA)
    heads = find_heads(sheet)
    assert (heads.first, heads.last, heads.sure) == (-1, -1, False)
    assert [head.letter for head in heads.heads] == ["A", "B", "C", "D"]


def test_headings_nobody_knows_are_a_guess(tmp_path: Path) -> None:
    rows = [["甲栏", "乙栏", "丙栏"], ["x", 1, 2], ["y", 3, 4]]
    heads = find_heads(sheet_of(tmp_path, rows))
    assert (heads.first, heads.sure) == (0, False)


def test_the_head_can_be_moved_by_hand(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, [["甲", "乙"], ["丙", "丁"], ["x", "y"]])
    assert names(heads_at(sheet, 1, 1)) == ["丙", "丁"]
    assert names(heads_at(sheet, 0, 1)) == ["甲/丙", "乙/丁"]
    assert no_heads(sheet).first_data == 0


def test_data_that_repeats_words_of_headings_is_no_head(tmp_path: Path) -> None:
    rows = [
        ["标题", "投诉类型", "渠道", "受理日期"],
        ["电梯", "设备", "电话", "2026-05-01"],
        ["漏水", "内容", "业主", "2026-05-02"],
    ]
    assert find_heads(sheet_of(tmp_path, rows)).last == 0
