"""A risk list as a plan: scores recomputed, levels matched once, errors at their cells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.risk import RiskStatus
from riskdesk.exchange.assemble import INCOMPLETE, OTHER_LEVEL, OTHER_POINTS
from riskdesk.exchange.reading import NAME_NOT_ANSWERED, NOT_ANSWERED
from riskdesk.exchange.shapes import FORM
from riskdesk.exchange.values import MADE_DATE, NOT_CALCULATED, NOT_ON_SCALE, SHOWS_ERROR
from tests.exchange.makers import Fill, Formula
from tests.exchange.plans import TODAY, errors, plan_of, records

HEADS = ["序号", "风险名称", "风险类别", "部位", "责任部门", "责任人"]


def test_a_plain_list(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", [HEADS, [1, "电梯困人", "设备", "3号楼", "工程部", "沈敏"]])
    (risk,) = records(plan)
    assert (risk.title, risk.family, risk.place, risk.department_id, risk.owner_id) == (
        "电梯困人", "equipment", "3号楼", "d1", "p1"
    )  # fmt: skip
    assert risk.status is RiskStatus.OPEN
    assert (risk.review_days, risk.next_review) == (90, TODAY + dt.timedelta(days=90))
    assert (plan.tally.new, plan.tally.wrong, plan.open_questions) == (1, 0, [])


def test_scores_are_recomputed_and_never_trusted(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "风险类别", "L", "E", "C", "D", "风险等级"],
        ["甲", "消防", 3, 6, 15, 270, "重大"],
        ["乙", "消防", "１", 6, 7, 420, "重大"],
        ["丙", "消防", 1, 1, 1, "", ""],
    ]  # fmt: skip
    first, second, third = plan_of(tmp_path, "risk", rows).rows
    assert first.record is not None
    assert first.record.current.score == Lec(likelihood=3, exposure=6, consequence=15)
    assert (first.record.level, first.warnings) == (Level.RED, ())
    assert second.record is not None
    assert second.record.level is Level.BLUE
    assert [(note.address, note.fault.text) for note in second.warnings] == [("F3", OTHER_POINTS), ("G3", OTHER_LEVEL)]
    assert third.record is not None
    assert third.record.level is Level.BLUE


def test_scores_off_the_scale_or_incomplete(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "风险类别", "L", "S"],
        ["甲", "消防", 6, 3],
        ["乙", "消防", 3, ""],
        ["丙", "消防", "", ""],
        ["丁", "消防", 0, 2],
    ]
    plan = plan_of(tmp_path, "risk", rows)
    assert errors(plan.rows) == [[("C2", NOT_ON_SCALE)], [("D3", INCOMPLETE)], [], [("C5", NOT_ON_SCALE)]]
    assert plan.rows[2].record is not None
    assert plan.rows[2].record.level is None


def test_lec_figures_that_are_on_no_scale(tmp_path: Path) -> None:
    rows = [["风险名称", "风险类别", "L", "E", "C"], ["甲", "消防", 3, 6, 8], ["乙", "消防", 3, 6, 7]]
    assert errors(plan_of(tmp_path, "risk", rows).rows) == [[("E2", NOT_ON_SCALE)], []]


def test_another_methods_c_and_e_make_no_score(tmp_path: Path) -> None:
    rows = [["风险名称", "风险类别", *(f"{sign}值" for sign in "ABCDEFG")], ["甲", "消防", 1, 2, 7, 4, 6, 6, 7]]
    plan = plan_of(tmp_path, "risk", rows)
    (risk,) = records(plan)
    assert risk.current.score is None
    assert plan.mapping.notes


LEVELS = [["风险名称", "风险类别", "风险等级"], ["甲", "消防", "一级"], ["乙", "消防", "二级"], ["丙", "消防", "一级"]]


def test_words_of_levels_are_asked_once_each(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", LEVELS)
    assert [(question.about, question.rows) for question in plan.open_questions] == [("一级", 2), ("二级", 1)]
    assert [error[0][1] for error in errors(plan.rows)] == [NOT_ANSWERED] * 3
    plan.answer("word:current.level:一级", "red")
    plan.answer("word:current.level:二级", "leave")
    plan.read()
    assert [risk.level for risk in records(plan)] == [Level.RED, None, Level.RED]
    assert records(plan)[0].current.by_hand
    assert records(plan)[0].current.reason


def test_clear_words_need_no_answer_but_can_be_changed(tmp_path: Path) -> None:
    rows = [LEVELS[0], ["甲", "消防", "红"], ["乙", "消防", "蓝"]]
    plan = plan_of(tmp_path, "risk", rows)
    assert plan.open_questions == []
    assert [question.proposal for question in plan.questions if question.kind == "word" and question.target != "family"]
    assert [risk.level for risk in records(plan)] == [Level.RED, Level.BLUE]
    plan.answer("word:current.level:蓝", "yellow")
    plan.read()
    assert records(plan)[1].level is Level.YELLOW


def test_levels_told_by_colour_alone(tmp_path: Path) -> None:
    rows = [LEVELS[0], ["甲", "消防", Fill("#FF0000")], ["乙", "消防", Fill("#FFFF00")], ["丙", "消防", ""]]
    plan = plan_of(tmp_path, "risk", rows)
    assert {question.about: question.proposal for question in plan.open_questions} == {
        "#FF0000": "red", "#FFFF00": "yellow"
    }  # fmt: skip
    for question in plan.open_questions:
        plan.answer(question.key, question.proposal)
    plan.read()
    assert [risk.level for risk in records(plan)] == [Level.RED, Level.YELLOW, None]


def test_inherent_current_and_target_in_bands(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "类别", "固有风险", "", "现状风险", "", "目标", ""],
        ["", "", "L", "S", "L", "S", "L", "S"],
        ["甲", "消防", 5, 4, 3, 4, 1, 4],
        ["乙", "消防", 1, 1, 5, 5, "", ""],
    ]  # fmt: skip
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 0, 7)]
    plan = plan_of(tmp_path, "risk", rows, merged=merged)
    first = records(plan)[0]
    assert [a.score for a in (first.inherent, first.current, first.target)] == [
        Matrix(likelihood=5, severity=4), Matrix(likelihood=3, severity=4), Matrix(likelihood=1, severity=4)
    ]  # fmt: skip
    assert [note.address for note in plan.rows[1].errors] == ["E4"]
    assert "Current is above inherent" in plan.rows[1].errors[0].fault.text


def test_grades_in_words_are_matched_to_grades(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "类别", "可能性", "严重程度"],
        ["甲", "消防", "很可能", "严重"],
        ["乙", "消防", "罕见", "严重"],
    ]
    plan = plan_of(tmp_path, "risk", rows)
    words = {"很可能": "4", "罕见": "1", "严重": "4"}
    for question in plan.open_questions:
        plan.answer(question.key, words[question.about])
    plan.read()
    assert [risk.current.score for risk in records(plan)] == [
        Matrix(likelihood=4, severity=4), Matrix(likelihood=1, severity=4)
    ]  # fmt: skip


def test_without_a_family_one_is_asked_for_all(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", [["风险名称", "地点"], ["甲", "北门"], ["乙", "南门"]])
    assert [question.key for question in plan.open_questions] == ["constant:family"]
    assert plan.tally.wrong == 2
    plan.answer("constant:family", "fire")
    plan.answer("constant:site_id", "s1")
    plan.read()
    assert [(risk.family, risk.site_id) for risk in records(plan)] == [("fire", "s1")] * 2


def test_names_are_asked_once_each(tmp_path: Path) -> None:
    rows = [
        HEADS,
        [1, "甲", "消防", "", "工程 部", "李雷"],
        [2, "乙", "消防", "", "安保部", "李雷"],
        [3, "丙", "消防", "", "", "王芳"],
        [4, "丁", "消防", "", "秩序维护", "沈敏、陈立"],
    ]
    plan = plan_of(tmp_path, "risk", rows)
    asked = {question.about: question for question in plan.open_questions}
    assert set(asked) == {"李雷", "安保部", "王芳", "秩序维护", "沈敏、陈立"}
    assert asked["李雷"].rows == 2
    assert [option.key for option in asked["王芳"].options] == ["match:p3", "match:p4", "leave"]
    assert asked["秩序维护"].proposal == "match:d2"
    assert "create" not in [option.key for option in asked["沈敏、陈立"].options]
    assert errors(plan.rows)[0] == [("F2", NAME_NOT_ANSWERED)]
    for name, answer in {"李雷": "create", "安保部": "create", "王芳": "match:p3", "秩序维护": "match:d2",
                         "沈敏、陈立": "leave"}.items():  # fmt: skip
        plan.answer(asked[name].key, answer)
    plan.read()
    first, second, third, fourth = records(plan)
    assert first.owner_id == second.owner_id != ""
    assert {record.name for record in plan.created.values()} == {"李雷", "安保部"}
    assert (first.department_id, third.owner_id, fourth.department_id) == ("d1", "p3", "d2")
    assert (fourth.owner_id, fourth.description) == ("", "责任人：沈敏、陈立")


def test_errors_stand_at_their_cells(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "类别", "地点", "下次评审", "措施"],
        ["甲", "消防", dt.date(2026, 3, 5), "24:00", "x"],
        ["", "消防", "北门", "2026.5.1", "y"],
        ["丙", "消防", Formula("=A9", "#REF!"), Formula(), "#N/A"],
        ["丁", "消防", "  ", "无", "无"],
    ]  # fmt: skip
    plan = plan_of(tmp_path, "risk", rows)
    found = errors(plan.rows)
    assert [address for address, _ in found[0]] == ["C2", "D2"]
    assert found[0][0][1] == MADE_DATE
    assert found[1] == [("A3", "Please fill this in.")]
    assert sorted(found[2]) == [("C4", SHOWS_ERROR), ("D4", NOT_CALCULATED), ("E4", SHOWS_ERROR)]
    assert found[3] == []
    last = records(plan)[3]
    assert (last.place, last.controls) == ("", "无")
    assert plan.rows[2].errors[0].typed in ("#REF!", "#N/A")


def test_a_form_is_stopped_at_matching(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "电梯困人", "地点", "3号楼"],
        ["责任人", "沈敏", "责任部门", "工程部"],
        ["后果", "x", "原因", "y"],
    ]
    plan = plan_of(tmp_path, "risk", rows)
    assert plan.stop is not None
    assert plan.stop.text == FORM
    assert plan.rows == []


def test_a_list_without_a_title_is_stopped(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", [["类别", "地点"], ["消防", "北门"]])
    assert plan.stop is not None
    assert "{field}" in plan.stop.text


def test_the_description_gives_a_title(tmp_path: Path) -> None:
    long = "电梯在三层与四层之间停住，两人被困。" * 10
    plan = plan_of(tmp_path, "risk", [["风险描述", "类别"], ["电梯困人。乘客惊慌", "设备"], [long, "设备"]])
    assert [risk.title for risk in records(plan)] == ["电梯困人", "电梯在三层与四层之间停住，两人被困"]
    assert records(plan)[1].description == long


def test_a_title_that_is_too_long_is_kept_whole(tmp_path: Path) -> None:
    long = "消防通道" * 60
    (row,) = plan_of(tmp_path, "risk", [["风险名称", "类别"], [long, "消防"]]).rows
    assert row.record is not None
    assert len(row.record.title) == 60
    assert row.record.description == long
    assert len(row.warnings) == 1


def test_numbers_of_others_are_kept_as_text(tmp_path: Path) -> None:
    rows = [["编号", "风险名称", "类别", "备注"], ["FX-012", "甲", "消防", "夜间"], [2, "乙", "消防", ""]]
    first, second = records(plan_of(tmp_path, "risk", rows))
    assert (first.number, second.number, second.description) == ("", "", "")
    assert first.description.splitlines()[0].endswith("FX-012")
    assert first.description.splitlines()[1] == "备注：夜间"


def test_rows_like_each_other_are_told(tmp_path: Path) -> None:
    rows = [["风险名称", "类别"], ["甲", "消防"], ["乙", "消防"], ["甲", "消防"]]
    plan = plan_of(tmp_path, "risk", rows)
    assert [len(row.warnings) for row in plan.rows] == [0, 0, 1]
    assert plan.rows[2].warnings[0].fault.params == {"row": 2}


def test_reading_is_told_of_and_can_be_stopped(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", [["风险名称", "类别"], *(["甲", "消防"] for _ in range(250))])
    told: list[tuple[int, int]] = []
    plan.read(lambda done, total: told.append((done, total)))
    assert [pair for pair in told if pair[1]] == [(0, 250), (100, 250), (200, 250), (250, 250)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    before = plan.rows
    with pytest.raises(KeyboardInterrupt):
        plan.read(stop)
    assert plan.rows is before


def test_answers_are_remembered_for_the_next_file(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "risk", LEVELS)
    for question in plan.open_questions:
        plan.answer(question.key, "yellow")
    kept = plan.memory()
    again = plan_of(tmp_path, "risk", [*LEVELS, ["丁", "消防", "三级"]], kept["answers"], remembered=kept["columns"])
    assert [question.about for question in again.open_questions] == ["三级"]
    assert [risk.level if risk else None for risk in records(again)] == [Level.YELLOW] * 3 + [None]


NATIONAL = [
    ["安全风险分级管控清单", *[""] * 15],
    ["单位：锦绣花园物业服务中心", *[""] * 12, "日期：2026年3月1日", "", ""],
    ["序号", "风险点", "", "危险源或潜在事件", "可能发生的事故", "风险评价", "", "", "", "评价级别", "管控层级",
     "现有管控措施", "", "", "责任部门", "责任人"],
    ["", "名称", "位置", "", "", "L", "E", "C", "D", "", "", "工程技术", "管理", "应急处置", "", ""],
    [1, "配电房", "地下一层", "线路老化", "触电", 3, 6, 15, 270, "重大", "公司级",
     "更换线路", "每日巡查", "断电演练", "工程部", "沈敏"],
    ["", "", "", "门锁损坏", "盗窃", 1, 3, 3, 9, "低", "部门级", "换锁", "/", "", "工程部", "陈立"],
    ["编制：沈敏", *[""] * 6, "审核：陈立", *[""] * 8],
]  # fmt: skip
NATIONAL_MERGED = [
    (0, 0, 0, 15), (2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 3, 3), (2, 4, 3, 4), (2, 5, 2, 8), (2, 9, 3, 9), (2, 10, 3, 10),
    (2, 11, 2, 13), (2, 14, 3, 14), (2, 15, 3, 15), (4, 0, 5, 0), (4, 1, 5, 1), (4, 2, 5, 2),
]  # fmt: skip


def test_the_national_form_of_risk_control(tmp_path: Path) -> None:
    """安全风险分级管控清单: bands over names, places merged over their risks, measures of five sorts, LEC, a foot."""
    plan = plan_of(tmp_path, "risk", NATIONAL, {"constant:family": "equipment"}, merged=NATIONAL_MERGED)
    first, second = records(plan)
    assert (first.title, first.place, first.consequence) == ("配电房", "地下一层", "触电")
    assert first.controls == "工程技术：更换线路\n管理：每日巡查\n应急处置：断电演练"
    assert first.description == "危险源或潜在事件：线路老化\n管控层级：公司级"
    assert first.current.score == Lec(likelihood=3, exposure=6, consequence=15)
    assert (first.level, second.level) == (Level.RED, Level.BLUE)
    assert (second.title, second.place, second.owner_id) == ("配电房", "地下一层", "p2")
    assert sum(plan.tally.skipped.values()) == 1
    assert not any(row.warnings for row in plan.rows)
