"""Columns are matched by Chinese and English headings; scores of other methods are left alone; choices are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from riskdesk.exchange.columns import Matching, fingerprint, guess_kinds, match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.sheets import open_book
from riskdesk.exchange.targets import COUNTER, NOT_KEPT, NOTE, TARGETS, headings, target
from riskdesk.i18n import set_language
from tests.exchange.makers import xlsx


def matched(tmp_path: Path, kind: str, rows: list[list[Any]], **options: Any) -> Matching:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows, **options)).read("Sheet1")
    return match_columns(kind, find_heads(sheet), sheet)


def targets(mapping: Matching) -> list[str]:
    return [match.target for match in mapping.matches.values()]


def test_a_risk_list_in_chinese(tmp_path: Path) -> None:
    rows = [
        ["序号", "*风险名称", "风险类别（必填）", "部位", "可能导致的后果", "管控措施", "责任部门", "责任人",
         "风险等级 "],
        [1, "电梯困人", "设备", "3号楼", "伤人", "维保", "工程部", "沈敏", "高"],
    ]  # fmt: skip
    mapping = matched(tmp_path, "risk", rows)
    assert targets(mapping) == [
        COUNTER, "title", "family", "place", "consequence", "controls", "department_id", "owner_id", "current.level"
    ]  # fmt: skip
    assert all(match.sure for match in mapping.matches.values())
    assert not mapping.missing()


def test_a_risk_list_in_english(tmp_path: Path) -> None:
    rows = [
        ["ID", "Risk Title", "Category", "Location", "Likelihood", "Severity", "Risk Level", "Owner", "Due"],
        ["R1", "Lift", "Fire", "B3", 3, 4, "High", "Shen", "2026-05-01"],
    ]  # fmt: skip
    assert targets(matched(tmp_path, "risk", rows)) == [
        "number", "title", "family", "place", "current.matrix.likelihood", "current.matrix.severity", "current.level",
        "owner_id", "",
    ]  # fmt: skip


LEDGER = [
    ["编号", "检查类型", "隐患内容", "隐患部位", "检查日期", "整改责任人", "整改⏎期限".replace("⏎", "\n"),
     "完成日期", "复查日期", "复查人", "隐患等级（一般/重大）", "备注"],
    ["YH-1", "日常", "通道堵塞", "3号楼", "2026.5.1", "沈敏", "2026.5.8", "", "", "", "一般", ""],
]  # fmt: skip


def test_the_hazard_ledger(tmp_path: Path) -> None:
    mapping = matched(tmp_path, "action", LEDGER)
    assert targets(mapping) == [
        "number", NOTE, "title", "place", "found_on", "owner_id", "due", "done_on", "verified_on", "verified_by_id",
        "grade", NOTE,
    ]  # fmt: skip


def test_complaints_keep_no_names_and_phones_of_residents(tmp_path: Path) -> None:
    rows = [
        ["工单号", "投诉标题", "投诉类型", "房号", "业主姓名", "联系电话", "受理时间", "办结时间", "投诉内容"],
        ["T1", "漏水", "漏水", "502", "王某", 13800000000, "2026-05-01", "", "x"],
    ]  # fmt: skip
    assert targets(matched(tmp_path, "complaint", rows)) == [
        "external", "title", "complaint_type", "place", NOT_KEPT, NOT_KEPT, "received_on", "closed_on", "detail"
    ]  # fmt: skip


def test_people_without_their_id_numbers_and_addresses(tmp_path: Path) -> None:
    rows = [
        ["姓名", "岗位", "手机号码", "部门", "身份证号", "家庭住址", "是否在职"],
        ["沈敏", "主管", 13800000000, "客服部", "x", "y", "是"],
    ]
    assert targets(matched(tmp_path, "person", rows)) == [
        "name", "post", "phone", "department_id", NOT_KEPT, NOT_KEPT, "active"
    ]  # fmt: skip


# scores


def test_lec_by_letters_and_words(tmp_path: Path) -> None:
    for names in (["L", "E", "C", "D"], ["L值", "E值", "C值", "D值"],
                  ["可能性（L）", "暴露频率（E）", "后果（C）", "风险值（D）"],
                  ["事故发生的可能性L", "暴露于危险环境的频繁程度E", "事故后果C", "危险性D"]):  # fmt: skip
        mapping = matched(tmp_path, "risk", [["风险名称", *names], ["甲", 3, 6, 7, 126], ["乙", 1, 3, 15, 45]])
        assert targets(mapping)[1:] == [
            "current.lec.likelihood", "current.lec.exposure", "current.lec.consequence", "current.points"
        ], names  # fmt: skip


def test_a_matrix_by_letters_and_words(tmp_path: Path) -> None:
    for names in (
        ["L", "S", "R"],
        ["可能性L", "严重性S", "风险度R"],
        ["可能性", "后果严重程度", "风险值"],
        ["P", "S", "R"],
    ):
        mapping = matched(tmp_path, "risk", [["风险名称", *names], ["甲", 3, 4, 12], ["乙", 1, 5, 5]])
        assert targets(mapping)[1:] == [
            "current.matrix.likelihood", "current.matrix.severity", "current.points"
        ], names  # fmt: skip


def test_another_method_with_a_c_and_an_e_is_not_lec(tmp_path: Path) -> None:
    names = [f"{sign}值" for sign in "ABCDEFG"]
    mapping = matched(tmp_path, "risk", [["风险名称", *names, "风险等级"], ["甲", 1, 2, 3, 4, 5, 6, 7, "高"]])
    assert targets(mapping) == ["title", *[""] * 7, "current.level"]
    assert "C值" in mapping.notes[0].params["columns"]


def test_c_and_e_without_l_are_not_lec(tmp_path: Path) -> None:
    mapping = matched(tmp_path, "risk", [["风险名称", "M", "E", "S"], ["甲", 1, 2, 3]])
    assert targets(mapping) == ["title", "", "", ""]


def test_bands_say_which_judgement(tmp_path: Path) -> None:
    rows = [
        ["风险名称", "固有风险", "", "", "剩余风险", "", "", "责任人"],
        ["", "L", "S", "等级", "L", "S", "等级", ""],
        ["甲", 4, 4, "高", 2, 4, "中", "沈敏"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 0, 3), (0, 4, 0, 6), (0, 7, 1, 7)]
    assert targets(matched(tmp_path, "risk", rows, merged=merged)) == [
        "title", "inherent.matrix.likelihood", "inherent.matrix.severity", "inherent.level",
        "current.matrix.likelihood", "current.matrix.severity", "current.level", "owner_id",
    ]  # fmt: skip


def test_the_word_for_consequence_is_text_where_it_holds_text(tmp_path: Path) -> None:
    rows = [["风险名称", "后果", "L", "S"], ["甲", "人员受伤", 3, 4]]
    assert targets(matched(tmp_path, "risk", rows)) == [
        "title", "consequence", "current.matrix.likelihood", "current.matrix.severity"
    ]  # fmt: skip


SAID_TWICE = [
    "inherent.matrix.likelihood", "inherent.matrix.severity", "current.matrix.likelihood", "current.matrix.severity",
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("管控前{}", "管控后{}"), ("控制前{}", "控制后{}"), ("控制措施实施前{}", "控制措施实施后{}"),
        ("措施前{}", "措施后{}"), ("采取措施前的{}", "采取措施后的{}"), ("{}（管控前）", "{}（管控后）"),
        ("固有{}", "采取措施后的剩余{}"),
    ],
)  # fmt: skip
def test_before_and_after_controls_are_inherent_and_current(tmp_path: Path, before: str, after: str) -> None:
    for parts in (("L", "S"), ("可能性", "严重性")):
        heads = [form.format(part) for form in (before, after) for part in parts]
        mapping = matched(tmp_path, "risk", [["风险名称", *heads], ["甲", 4, 4, 2, 4]])
        assert targets(mapping)[1:] == SAID_TWICE, heads
        assert all(match.sure for match in mapping.matches.values())


def test_before_and_after_controls_in_english(tmp_path: Path) -> None:
    for before, after in (("Pre-mitigation", "Post-mitigation"), ("Before controls", "After controls")):
        heads = [f"{word} {part}" for word in (before, after) for part in ("likelihood", "severity")]
        assert targets(matched(tmp_path, "risk", [["Risk", *heads], ["a", 4, 4, 2, 4]]))[1:] == SAID_TWICE


@pytest.mark.parametrize("bands", [("管控前", "管控后"), ("控制措施实施前", "控制措施实施后")])
def test_bands_before_and_after_controls(tmp_path: Path, bands: tuple[str, str]) -> None:
    rows = [["风险名称", bands[0], "", bands[1], ""], ["", "L", "S", "L", "S"], ["甲", 4, 4, 2, 4]]
    mapping = matched(tmp_path, "risk", rows, merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)])
    assert targets(mapping)[1:] == SAID_TWICE
    assert all(match.sure for match in mapping.matches.values())


def doubted(mapping: Matching) -> list[tuple[str, bool]]:
    return [(match.target.replace(".matrix", ""), match.sure) for match in mapping.matches.values()][1:]


def test_two_judgements_of_which_one_has_no_name_are_asked(tmp_path: Path) -> None:
    for heads in (["L", "S", "措施后L", "措施后S"], ["L", "S", "剩余L", "剩余S"]):
        mapping = matched(tmp_path, "risk", [["风险名称", *heads], ["甲", 4, 4, 2, 4]])
        assert doubted(mapping) == [(name.replace(".matrix", ""), False) for name in SAID_TWICE]
        why = mapping.matches[1].why
        assert why is not None
        assert why.params["columns"] == "B, C, D, E"
    rows = [["风险名称", "固有L", "固有S", "L", "S", "剩余L", "剩余S"], ["甲", 5, 5, 4, 4, 2, 4]]
    assert [name for name, sure in doubted(matched(tmp_path, "risk", rows)) if not sure] == [
        "", "", "current.likelihood", "current.severity"
    ]  # fmt: skip


def test_judgements_under_bands_that_tell_nothing_are_asked(tmp_path: Path) -> None:
    rows = [["风险名称", "第一次评价", "", "第二次评价", ""], ["", "L", "S", "L", "S"], ["甲", 4, 4, 2, 4]]
    mapping = matched(tmp_path, "risk", rows, merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)])
    assert doubted(mapping) == [("current.likelihood", False), ("current.severity", False), ("", False), ("", False)]


def test_after_measures_that_put_right_is_asked(tmp_path: Path) -> None:
    mapping = matched(tmp_path, "risk", [["风险名称", "整改后风险等级", "治理后果"], ["甲", "黄", "好"]])
    assert doubted(mapping)[0] == ("current.level", False)
    assert mapping.matches[2].target != "current.level"


def test_a_column_of_one_judgement_alone_is_not_asked(tmp_path: Path) -> None:
    for heads in (["等级", "现状L", "现状S"], ["初始可能性", "初始严重性", "等级"]):
        mapping = matched(tmp_path, "risk", [["风险名称", *heads], ["甲", 4, 4, 4]])
        assert all(match.sure for match in mapping.matches.values())


# unclear, changed, remembered


def test_the_same_heading_twice_is_never_sure(tmp_path: Path) -> None:
    rows = [["隐患内容", "责任人", "地点", "责任人"], ["甲", "沈敏", "北门", "陈立"]]
    mapping = matched(tmp_path, "action", rows)
    assert targets(mapping) == ["title", "owner_id", "place", ""]
    assert [match.sure for match in mapping.matches.values()] == [True, False, True, False]
    why = mapping.matches[1].why
    assert why is not None
    assert why.params["columns"] == "B, D"


def test_bands_keep_equal_names_apart(tmp_path: Path) -> None:
    rows = [
        ["隐患内容", "整改", "", "复查", ""],
        ["", "责任人", "期限", "日期", "人员"],
        ["甲", "沈敏", "2026.5.1", "2026.5.2", "陈立"],
    ]
    mapping = matched(tmp_path, "action", rows, merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)])
    assert targets(mapping) == ["title", "owner_id", "due", "verified_on", "verified_by_id"]


def test_a_similar_heading_is_proposed_to_be_looked_at(tmp_path: Path) -> None:
    mapping = matched(tmp_path, "action", [["隐患内容", "限定整改期限"], ["甲", "2026.5.1"]])
    assert mapping.matches[1].target == "due"
    assert not mapping.matches[1].sure


def test_a_heading_that_fits_nothing_is_not_imported(tmp_path: Path) -> None:
    assert targets(matched(tmp_path, "risk", [["风险名称", "天气", ""], ["甲", "晴", "x"]])) == ["title", "", ""]


def test_a_person_may_change_a_match(tmp_path: Path) -> None:
    mapping = matched(tmp_path, "action", [["隐患内容", "责任人", "负责人"], ["甲", "沈敏", "陈立"]])
    assert targets(mapping) == ["title", "owner_id", ""]
    changed = mapping.with_match(2, "owner_id")
    assert targets(changed) == ["title", "", "owner_id"]
    assert targets(changed.with_match(1, NOTE).with_match(2, NOTE)) == ["title", NOTE, NOTE]


def test_a_mapping_is_remembered_for_the_same_heads(tmp_path: Path) -> None:
    rows = [["隐患内容", "某列", "责任人", "责任人"], ["甲", "x", "沈敏", "陈立"]]
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
    heads = find_heads(sheet)
    kept = match_columns("action", heads, sheet).with_match(1, "place").with_match(3, "verified_by_id").memory()
    again = match_columns("action", heads, sheet, kept)
    assert targets(again) == ["title", "place", "owner_id", "verified_by_id"]
    assert again.remembered
    assert all(match.sure for match in again.matches.values())


def test_the_fingerprint_follows_the_heads_and_not_the_rows(tmp_path: Path) -> None:
    def print_of(heads: list[str], row: list[str]) -> str:
        sheet = open_book(xlsx(tmp_path / "a.xlsx", [heads, row])).read("Sheet1")
        return fingerprint("action", find_heads(sheet))

    first = print_of(["隐患内容", "责任人", "整改期限"], ["甲", "乙", "丙"])
    assert first == print_of(["隐患内容", "责任人 ", "整改\n期限"], ["丁", "戊", "己"])
    assert first == print_of(["隐患内容", "责任人", "整改期限", "不导入的原因"], ["甲", "乙", "丙", "x"])
    assert first != print_of(["隐患内容", "责任人", "完成日期"], ["甲", "乙", "丙"])


# kinds


def test_the_kind_is_guessed(tmp_path: Path) -> None:
    lists = {
        "risk": [["风险名称", "风险类别", "L", "S", "责任部门"], ["甲", "消防", 3, 4, "工程部"]],
        "action": LEDGER,
        "complaint": [["工单号", "投诉内容", "投诉类型", "受理时间"], ["1", "漏水", "漏水", "2026-05-01"]],
        "person": [["姓名", "岗位", "手机号"], ["沈敏", "主管", "13800000000"]],
    }
    for kind, rows in lists.items():
        sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
        assert guess_kinds(find_heads(sheet), sheet)[0].kind == kind


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_this_program_calls_its_fields_is_matched(tmp_path: Path, language: str) -> None:
    set_language(language)
    for kind, fields in TARGETS.items():
        names = [field.label for field in fields if field.sort != "skip" and field.name != NOTE]
        sheet = open_book(xlsx(tmp_path / "a.xlsx", [names, ["x"] * len(names)])).read("Sheet1")
        found = match_columns(kind, find_heads(sheet), sheet)
        plain = [one.name for one in fields if one.sort != "skip" and one.name != NOTE and "." not in one.name]
        assert [name for name in targets(found) if "." not in name] == plain, kind


def test_every_heading_belongs_to_a_field() -> None:
    for kind in TARGETS:
        for name in set(headings(kind).values()):
            assert target(kind, name).name == name
