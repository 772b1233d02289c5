"""Hazard ledgers, complaints and staff lists as plans."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from riskdesk.domain.action import ActionOrigin, ActionState, HazardGrade
from riskdesk.exchange.assemble import DONE_WHEN, DONE_YET_OPEN, DUE_BEFORE_FOUND, OWNERLESS, UNCONFIRMED
from riskdesk.exchange.dates import NO_YEAR
from riskdesk.exchange.reading import ORDER_NOT_ANSWERED
from riskdesk.exchange.shapes import FOOT_NOTE, ONLY_NUMBER
from riskdesk.exchange.values import LOST_DIGITS, NOT_PHONE
from tests.exchange.plans import errors, plan_of, records

LEDGER: list[list[Any]] = [
    ["锦绣花园隐患排查治理台账", *[""] * 9],
    ["序号", "检查类型", "隐患内容", "隐患部位", "发现日期", "整改责任人", "整改期限", "完成日期", "复查日期", "照片"],
    [1, "日常", "消防通道堵塞", "3号楼", dt.date(2026, 2, 1), "沈敏", "2026.2.8", "2026年2月5日",
     dt.date(2026, 2, 6), ""],
    [2, "专项", "应急灯不亮", "", 46054, "陈立", "2026.1.1", "", "", ""],
    [3, "日常", "门禁失效", "5号楼", "2026/2/3", "无", "/", "", "", ""],
    [4, *[""] * 9],
    [5, *[""] * 9],
    ["注：重大隐患立即上报。", *[""] * 9],
    ["填表人：沈敏", "", "", "", "审核人：陈立", *[""] * 5],
]  # fmt: skip


def test_the_hazard_ledger_becomes_measures_of_inspections(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "action", LEDGER, merged=[(0, 0, 0, 9), (7, 0, 7, 9)])
    first, second, third = records(plan)
    assert (first.title, first.detail, first.place) == ("消防通道堵塞", "检查类型：日常", "3号楼")
    assert (first.found_on, first.due, first.done_on) == (
        dt.date(2026, 2, 1), dt.date(2026, 2, 8), dt.date(2026, 2, 5)
    )  # fmt: skip
    assert {action.origin for action in (first, second, third)} == {ActionOrigin.INSPECTION}
    assert (first.state, second.state) == (ActionState.DONE, ActionState.OPEN)
    assert second.found_on == dt.date(2026, 2, 1)
    assert (third.owner_id, third.due) == ("", None)
    assert dict(plan.tally.skipped) == {ONLY_NUMBER: 2, FOOT_NOTE: 2}
    assert [note.fault.text for note in plan.rows[0].warnings] == [UNCONFIRMED]
    assert [(note.address, note.fault.text) for note in plan.rows[1].warnings] == [("G4", DUE_BEFORE_FOUND)]


def test_a_hazard_that_someone_else_rechecked_is_confirmed(tmp_path: Path) -> None:
    rows = [
        ["隐患内容", "责任人", "完成日期", "复查日期", "复查人", "隐患等级"],
        ["甲", "沈敏", "2026.2.5", "2026.2.6", "陈立", "一般"],
        ["乙", "沈敏", "2026.2.5", "2026.2.6", "沈敏", "重大"],
        ["丙", "", "2026.2.5", "2026.2.6", "陈立", "一般"],
    ]  # fmt: skip
    plan = plan_of(tmp_path, "action", rows)
    first, second, third = plan.rows
    assert first.record is not None
    assert (first.record.state, first.record.verified_by_id) == (ActionState.VERIFIED, "p2")
    assert first.record.grade is HazardGrade.GENERAL
    assert [note.address for note in second.errors] == ["E3"]
    assert third.record is not None
    assert third.record.state is ActionState.DONE
    assert [(note.address, note.fault.text) for note in third.warnings] == [("B4", OWNERLESS)]


def test_a_place_merged_over_its_hazards(tmp_path: Path) -> None:
    rows = [["隐患内容", "地点"], ["甲", "3号楼"], ["乙", ""], ["丙", ""], ["丁", ""]]
    plan = plan_of(tmp_path, "action", rows, merged=[(1, 1, 3, 1)])
    assert [action.place for action in records(plan)] == ["3号楼", "3号楼", "3号楼", ""]


def test_dates_whose_order_is_asked_once(tmp_path: Path) -> None:
    rows = [["隐患内容", "发现日期"], ["甲", "02-01-2025"], ["乙", "03-04-2025"], ["丙", "25-04-2025"], ["丁", "5/1"]]
    plan = plan_of(tmp_path, "action", rows)
    (question,) = [q for q in plan.open_questions if q.kind == "order"]
    assert (question.rows, question.proposal, question.sure) == (2, "dmy", False)
    assert [error[0][1] if error else "" for error in errors(plan.rows)] == [
        ORDER_NOT_ANSWERED, ORDER_NOT_ANSWERED, "", NO_YEAR
    ]  # fmt: skip
    plan.answer(question.key, "dmy")
    plan.read()
    assert [a.found_on if a else None for a in records(plan)] == [
        dt.date(2025, 1, 2), dt.date(2025, 4, 3), dt.date(2025, 4, 25), None
    ]  # fmt: skip


def test_words_in_place_of_a_date_are_asked_once_each(tmp_path: Path) -> None:
    rows = [["隐患内容", "整改期限"], ["甲", "立即整改"], ["乙", "2026.5.1"], ["丙", "立即整改"]]
    plan = plan_of(tmp_path, "action", rows)
    (question,) = plan.open_questions
    assert (question.about, question.rows) == ("立即整改", 2)
    plan.answer(question.key, "text")
    plan.read()
    first = records(plan)[0]
    assert (first.due, first.detail) == (None, "整改期限：立即整改")


def test_a_list_of_measures_is_not_an_inspection(tmp_path: Path) -> None:
    (action,) = records(plan_of(tmp_path, "action", [["措施", "期限"], ["换锁", "2026.5.1"]]))
    assert action.origin is ActionOrigin.RISK


def test_hazards_are_of_an_inspection_though_no_column_gives_its_day(tmp_path: Path) -> None:
    for head in ("隐患内容", "检查发现问题", "Finding"):
        (action,) = records(plan_of(tmp_path, "action", [[head, "整改期限"], ["灯坏", "2026.5.1"]]))
        assert action.origin is ActionOrigin.INSPECTION
    (action,) = records(plan_of(tmp_path, "action", [["隐患内容", "来源"], ["灯坏", "演练"]]))
    assert action.origin is ActionOrigin.DRILL


def test_a_state_that_does_not_fit_the_day_of_completion_is_told(tmp_path: Path) -> None:
    rows = [
        ["隐患内容", "状态", "完成日期"],
        ["甲", "已整改", ""],
        ["乙", "未整改", "2026-01-04"],
        ["丙", "已整改", "2026-01-04"],
        ["丁", "", "2026-01-04"],
        ["戊", "整改中", ""],
    ]
    plan = plan_of(tmp_path, "action", rows)
    told = [(note.address, note.fault.text) for row in plan.rows for note in row.warnings]
    assert told == [("B2", DONE_WHEN), ("C3", DONE_YET_OPEN)]
    assert [action.state for action in records(plan)][:2] == [ActionState.DONE, ActionState.OPEN]


def test_complaints(tmp_path: Path) -> None:
    rows = [
        ["工单号", "投诉内容", "投诉类型", "房号", "业主姓名", "联系电话", "受理时间", "办结时间", "渠道"],
        ["00123", "楼上漏水，客厅吊顶湿了。请尽快处理", "漏水", 502.0, "王某", 13800000000.0,
         dt.datetime(2026, 2, 1, 9, 5), dt.date(2026, 2, 1), "电话"],
        ["00124", "噪音", "噪音", dt.date(2026, 3, 5), "", "", "2026.2.2", "", ""],
        ["00125", "", "收费", "", "", "", "2026.2.2", "", ""],
        ["00126", "停车", "停车", "", "", "", "2026.2.2", "2026.2.1", ""],
    ]  # fmt: skip
    plan = plan_of(tmp_path, "complaint", rows)
    first = records(plan)[0]
    assert (first.external, first.title, first.place) == ("00123", "楼上漏水，客厅吊顶湿了", "502")
    assert first.received_on == dt.date(2026, 2, 1)
    assert "王某" not in first.model_dump_json()
    assert "13800000000" not in first.model_dump_json()
    assert [[address for address, _ in row] for row in errors(plan.rows)] == [[], ["D3"], ["B4"], ["H5"]]


def test_site_and_place_in_one_cell(tmp_path: Path) -> None:
    rows = [["标题", "受理日期", "项目与地点"], *(["漏水", "2026.2.2", place] for place in (
        "锦绣花园 3栋502", "锦绣花园", "翠湖 3栋", "锦绣花园二期 3栋", "", "5月2日"
    ))]  # fmt: skip
    plan = plan_of(tmp_path, "complaint", rows)
    assert plan.questions == ()
    assert [(one.site_id, one.place) for one in records(plan)[:5]] == [
        ("s1", "3栋502"), ("s1", ""), ("", "翠湖 3栋"), ("", "锦绣花园二期 3栋"), ("", "")
    ]  # fmt: skip
    assert [address for address, _ in errors(plan.rows)[5]] == ["C7"]
    rows = [["标题", "受理日期", "项目与地点", "房号"], ["漏水", "2026.2.2", "锦绣花园 3栋", "5栋101"]]
    (one,) = records(plan_of(tmp_path, "complaint", rows))
    assert (one.site_id, one.place) == ("s1", "5栋101")


def test_people(tmp_path: Path) -> None:
    rows = [
        ["姓名", "岗位", "手机号", "部门", "预案角色", "在职", "身份证号", "备注"],
        ["李雷", "维修", 13800000000.0, "工程部", "维修、抢修", "是", 4.40981e17, "夜班"],
        ["韩梅", "客服", "4.40981E+17", "工程部", "", "否", "", ""],
        ["周明", "客服", "见通讯录", "工程部", "", "", "", ""],
    ]  # fmt: skip
    plan = plan_of(tmp_path, "person", rows)
    first = records(plan)[0]
    assert (first.name, first.phone, first.duties, first.active, first.notes) == (
        "李雷", "13800000000", ("维修", "抢修"), True, "夜班"
    )  # fmt: skip
    assert errors(plan.rows)[1:] == [[("C3", LOST_DIGITS)], [("C4", NOT_PHONE)]]


def test_whole_figures_of_a_text_file_are_kept(tmp_path: Path) -> None:
    rows = [["标题", "受理日期", "房号", "工单号"], ["漏水", "2026-05-01", "502.0", "00123.0"]]
    (complaint,) = records(plan_of(tmp_path, "complaint", rows))
    assert (complaint.place, complaint.external) == ("502", "00123")
