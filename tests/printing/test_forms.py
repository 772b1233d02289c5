"""The shipped forms, each printed and read back."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from riskdesk.data import data_path
from riskdesk.printing import Forms
from riskdesk.printing.records import names_of

KEYS = sorted(file.stem for file in data_path("forms").glob("*.toml"))


def test_all_are_sound_and_number_and_title_are_their_own(forms: Forms) -> None:
    assert not forms.problems
    assert sorted(forms) == KEYS
    assert len({form.number for form in forms.values()}) == len(forms)
    for form in forms.values():
        assert form.title.zh
        assert form.title.en


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_prints_in_both_languages(key: str, language: str, forms: Forms, all_data: Any, show: Any) -> None:
    form = forms[key]
    page = show(form, all_data[form.record], language=language)
    assert page.printed.missing == ""
    assert form.number in page.text
    assert ("第1/" if language == "zh" else "Page1of") in page.text
    if language == "en":  # no Chinese word of ours is left, once the data are English
        english = show(form, _in_english(all_data[form.record]), language="en", office={"name": "Office"})
        left = "".join(c for c in english.text if "\u4e00" <= c <= "\u9fff")
        assert left == ("演练" * english.printed.pages if form.drill else "")


def _in_english(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else "words"
    if isinstance(value, dict):
        return {key: _in_english(inner) for key, inner in value.items()}
    return [_in_english(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("key", KEYS)
def test_very_long_texts_lose_nothing(key: str, forms: Forms, all_data: Any, show: Any) -> None:
    def lengthen(value: Any) -> Any:
        if isinstance(value, str):
            return value if value in ("red", "yellow", "blue") else value + "很长的话，" * 40 + "末尾"
        if isinstance(value, dict):
            return {name: lengthen(inner) for name, inner in value.items()}
        return [lengthen(inner) for inner in value] if isinstance(value, list) else value

    form = forms[key]
    data = lengthen(copy.deepcopy(all_data[form.record]))
    page = show(form, data)
    assert page.text.count("末尾") > 3


@pytest.mark.parametrize("key", KEYS)
def test_the_head_of_the_file_says_which_data_it_receives(key: str, forms: Forms) -> None:
    form = forms[key]
    comment = form.file.read_text("utf-8").split("\n\n")[0]
    assert comment.startswith("#")
    for name in names_of(form.record).keys() - {"form", "printed_at"}:
        assert name in comment, name


def test_drill_checklist(forms: Forms, drill: dict[str, Any], show: Any) -> None:
    page = show(forms["drill_checklist"], drill)
    for words in (
        "锦绣物业·锦绣花园", "应急演练检查表", "演练DRILL", "夜间电梯困人", "2026-12-0620:00", "电梯困人第3版",
        "角色全部", "停止口令：“演练停止”。", "完成时刻", "注入1：被困者恐慌、拍门", "计时", "启动预案",
        "评分（85分达标）", "流程规范性40",
        "合计", "达标", "问题与建议", "观察员签字", "总指挥签字", "表号FD-DR-01第3版",
        "锦绣物业安全管理部打印2026-11-2514:20",
        "第1/1页", "JX-D-2026-0026",
    ):  # fmt: skip
        assert words in page.text, words


def test_what_players_get_shows_no_injects_and_marks_outside_numbers(forms: Forms, drill: Any, show: Any) -> None:
    drill["drill"]["participants"] = True
    page = show(forms["drill_checklist"], drill)
    assert "注入" not in page.text
    assert "119（模拟）" in page.text
    assert "13800138000（模拟）" in page.text


def test_incident_report(forms: Forms, incident: dict[str, Any], show: Any) -> None:
    page = show(forms["incident_report"], incident)
    for words in (
        "内部资料", "应于2026-11-2615:10前提交", "提交2026-11-2522:40", "11-2514:24:27", "45分35秒", "2人", "5,000元",
        "1概要", "2用时与目标", "13:25/15:00", "15:12/15:00迟00:12", "未记录/30:00", "3经过", "14:46:37",
        "作废：记错楼栋",
        "做得好：对讲安抚及时。", "→根因：交接期岗位安排缺规定。", "街道办", "JD-11",
        "值班表增加双岗交接", "2026-12-02", "批准",
    ):  # fmt: skip
        assert words in page.text, words
    assert "不足：" not in page.text  # nothing was written there


def test_sections_are_numbered_without_gaps(forms: Forms, incident: dict[str, Any], show: Any) -> None:
    incident |= {"chart": [], "whys": [], "notifications": [], "went_well": ""}
    incident["incident"]["root_cause"] = ""
    page = show(forms["incident_report"], incident)
    assert "1概要" in page.text
    assert "2经过" in page.text
    assert "3整改" in page.text


def test_an_incident_report_that_is_not_approved_says_so(forms: Forms, incident: dict[str, Any], show: Any) -> None:
    incident["incident"]["submitted_at"] = None
    assert "草稿，未批准" in show(forms["incident_report"], incident).text


def test_risk_list(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    page = show(forms["risk_list"], risks)
    size = page.reader.pages[0].mediabox
    assert size.width > size.height
    for words in (
        "2026年第四季度物业客服风险清单",
        "▲红3项",
        "◆黄12项",
        "●蓝20项",
        "合计35项",
        "▲红",
        "未评",
        "缺预案",
        "1/3",
        "编制",
    ):
        assert words in page.text, words


def test_risk_card(forms: Forms, risk_record: dict[str, Any], show: Any) -> None:
    page = show(forms["risk_card"], risk_record)
    for words in ("固有（无管控）", "4×5=20", "逾期", "实际发生", "暴雨内涝", "需要处理缺预案"):
        assert words in page.text, words


def test_action_card(forms: Forms, playbook: dict[str, Any], show: Any) -> None:
    page = show(forms["action_card"], playbook)
    assert page.printed.pages == 1
    for words in (
        "每5分通报",
        "“等着吧”",
        "维保、秩序部",
        "三角钥匙",
        "王师傅",
        "119",
        "宽于二级的5分",
        "HQ-P-2026-0002第3版",
    ):
        assert words in page.text, words


def test_case_sheet(forms: Forms, case: dict[str, Any], show: Any) -> None:
    page = show(forms["case_sheet"], case)
    for words in ("教学场景", "绿化、投诉", "+10分", "5,000元", "负面情绪处理四步法", "4.解决方案", "先处理情绪。"):
        assert words in page.text, words


def test_action_list(forms: Forms, actions: dict[str, Any], show: Any) -> None:
    page = show(forms["action_list"], actions)
    for words in ("整改清单", "共3项", "逾期1项", "2026-12-02逾期"):
        assert words in page.text, words


def test_the_counts_of_a_risk_list_add_up_and_its_english_words_stay_whole(
    forms: Forms, risks: dict[str, Any], show: Any
) -> None:
    risks["counts"] = {"red": 3, "yellow": 12, "blue": 20, "total": 36}
    assert "未评分1项" in show(forms["risk_list"], risks).text
    families = ("Operational", "Equipment", "Natural hazard", "Public opinion")
    risks["risks"] = [
        risk | {"family_name": families[n % 4], "status_name": "Monitored"} for n, risk in enumerate(risks["risks"])
    ]
    lines = [line for text in show(forms["risk_list"], risks, language="en").texts for line in text.split("\n")]
    for word in ("Operational", "Equipment", "Measures", "Department", "Monitored"):
        assert any(word in line for line in lines), word
    assert any("Not scored" in line for line in lines)
