"""Rows that were refused come out as they were with a reason, and go in again once they are mended."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from python_calamine import CalamineWorkbook

from riskdesk.exchange.columns import fingerprint, match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.rest import write_rest
from riskdesk.exchange.sheets import open_book
from tests.exchange.makers import Formula
from tests.exchange.plans import office, plan_of, records

ROWS = [
    ["隐患排查表", "", "", "", "", ""],
    ["编号", "隐患内容", "风险评价", "", "整改期限", "责任人"],
    ["", "", "L", "S", "", ""],
    ["00123", "通道堵塞", 3, 4, dt.date(2026, 5, 1), "沈敏"],
    ["00124", "灯坏", 3, 4, "5月1日", "沈敏"],
    [125, "门坏", Formula("=A99", "#REF!"), "", "24:00", "沈敏"],
]
MERGED = [(0, 0, 0, 5), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4), (1, 5, 2, 5)]


def test_the_rest_with_its_reasons(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "action", ROWS, merged=MERGED)
    assert len(plan.to_add()) == 1
    written = write_rest(plan, tmp_path / "rest.xlsx")
    rows = CalamineWorkbook.from_path(str(written.path)).get_sheet_by_index(0).to_python()
    assert rows[0][:-1] == ["编号", "隐患内容", "风险评价/L", "风险评价/S", "整改期限", "责任人"]
    assert rows[1][:-1] == ["00124", "灯坏", 3, 4, "5月1日", "沈敏"]
    assert rows[2][:-1] == [125, "门坏", "#REF!", "", "24:00", "沈敏"]
    assert rows[1][-1].startswith("E2 整改期限")
    assert "E3 整改期限" in rows[2][-1]
    assert len(rows) == 3


def test_mended_it_goes_in_with_what_was_chosen_before(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "action", ROWS, merged=MERGED)
    path = write_rest(plan, tmp_path / "rest.csv").path
    path.write_text(path.read_text("utf-8-sig").replace("5月1日", "2026-05-01"), "utf-8-sig")
    book = open_book(path)
    sheet = book.read(book.default)
    heads = find_heads(sheet)
    assert fingerprint("action", heads) == fingerprint("action", plan.mapping.heads)
    mapping = match_columns("action", heads, sheet, plan.mapping.memory())
    assert mapping.remembered
    again = ImportPlan(sheet, mapping, office())
    again.read()
    assert [action.title for action in records(again) if action] == ["灯坏"]


def test_banded_scores_written_in_one_cell_are_known_again(tmp_path: Path) -> None:
    rows = [["风险名称", "风险类别", "固有风险/L", "固有风险/S"], ["甲", "消防", 3, 4]]
    mapping = plan_of(tmp_path, "risk", rows).mapping
    assert [match.target for match in mapping.matches.values()][2:] == [
        "inherent.matrix.likelihood", "inherent.matrix.severity"
    ]  # fmt: skip


def test_days_counted_from_1904_stay_the_same_days(tmp_path: Path) -> None:
    day = dt.date(2023, 7, 16)
    rows = [["风险名称", "风险类别", "L", "S", "下次评审", "地点"],
            *(["甲", "消防", 9, 3, told, 43661] for told in (43661, 43661.5, "43661", day, "2023.7.16"))]  # fmt: skip
    plan = plan_of(tmp_path, "risk", rows, date1904=True)
    assert len(plan.rejected) == 5
    book = open_book(write_rest(plan, tmp_path / "rest.xlsx").path)
    sheet = book.read(book.default)
    for row in sheet.rows[1:]:
        row[2] = 3
    again = ImportPlan(sheet, match_columns("risk", find_heads(sheet), sheet), office())
    again.read()
    assert [(risk.next_review, risk.place) for risk in records(again)] == [(day, "43661")] * 5
