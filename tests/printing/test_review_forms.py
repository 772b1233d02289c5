"""Minutes, the frozen risk list, two lists compared and the heat map, printed and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from riskdesk.printing import Forms
from riskdesk.printing.form import parse_form
from riskdesk.printing.problems import BrokenForm


def test_minutes_tell_decisions_and_leave_room_to_sign(forms: Forms, review: dict[str, Any], show: Any) -> None:
    page = show(forms["review_minutes"], review)
    for words in (
        "风险排查会纪要", "2026年第四季度排查会", "签字冻结2026-11-2516:30", "参加沈敏、陈立", "1议程与决定", "◆黄",
        "HQ-R-2026-0001", "两周内公示", "已议", "未决", "2纪要", "一、通报整改。", "3签字", "主持", "记录",
        "35项风险",
    ):  # fmt: skip
        assert words in page.text, words
    assert page.text.count("陈立") == 2  # present, and a place to sign


def test_before_the_meeting_it_is_an_agenda_to_write_on(forms: Forms, review: dict[str, Any], show: Any) -> None:
    review["review"] |= {"is_agenda": True, "frozen_at": None, "state_name": "筹备中", "minutes": ""}
    page = show(forms["review_minutes"], review)
    assert "风险排查会议程" in page.text
    assert "筹备中，未签字" in page.text
    assert "未决" not in page.text


def test_the_frozen_list_carries_its_number_and_places_to_sign(forms: Forms, snapshot: Any, show: Any) -> None:
    page = show(forms["risk_snapshot"], snapshot)
    for words in (
        "物业客服风险清单",
        "快照HQ-M-2026-0004",
        "冻结于2026-11-2516:30",
        "合计35项",
        "LEC1",
        "缺预案",
        "批准",
    ):
        assert words in page.text, words
    size = page.reader.pages[0].mediabox
    assert size.width > size.height


def test_signatures_never_stand_alone_on_a_page(forms: Forms, snapshot: Any, show: Any) -> None:
    one = snapshot["risks"][0]
    for count in range(8, 40):
        snapshot["risks"] = [{**one, "number": f"HQ-R-2026-{n:04}", "flags": []} for n in range(count)]
        page = show(forms["risk_snapshot"], snapshot)
        last = "".join(page.reader.pages[-1].extract_text().split())
        assert f"HQ-R-2026-{count - 1:04}" in last, count
        assert "编制" in last, count
        assert snapshot["attendees"][-1] in last, count


def test_a_meeting_that_was_not_signed_has_no_list(forms: Forms, snapshot: Any, show: Any) -> None:
    snapshot["review"]["frozen_at"], snapshot["risks"] = None, []
    page = show(forms["risk_snapshot"], snapshot)
    assert "尚未签字，没有快照" in page.text


def test_a_comparison_tells_numbers_before_and_after(forms: Forms, comparison: dict[str, Any], show: Any) -> None:
    page = show(forms["snapshot_comparison"], comparison)
    for words in (
        "从第三季度排查会HQ-M-2026-0003", "新增1项关闭1项上升1项下降1项首次评分或撤销评分1项不变30项",
        "矩阵的调整不算变化", "1上升", "◆黄9", "▲红20", "2下降", "3首次评分或撤销评分", "4新增", "5关闭",
    ):  # fmt: skip
        assert words in page.text, words


def test_without_a_snapshot_it_says_so(forms: Forms, comparison: dict[str, Any], show: Any) -> None:
    comparison["before"] = {"name": "", "number": "", "frozen_at": None, "total": 0}
    comparison |= {key: [] for key in ("opened", "closed", "up", "down", "scored")}
    assert "没有可以对比的快照" in show(forms["snapshot_comparison"], comparison).text


# the heat map


def test_the_annex_counts_cells_and_says_levels_by_shape(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    page = show(forms["risk_list"], risks)
    last = "".join(page.texts[-1].split())
    assert "附：风险热力图" in last
    for words in (
        "固有",
        "现状",
        "目标",
        "可能性",
        "严重度",
        "矩阵内35项，LEC评分2项，未评分1项",
        "下降9项，上升2项，平移1项",
    ):
        assert words in last, words
    # Three maps of 25 cells; the sentence that explains the shapes shows each once more.
    assert (last.count("▲"), last.count("◆"), last.count("●")) == (13, 46, 19)
    for number in ("4", "7", "11", "13"):
        assert last.count(number) >= 3


def test_likelihood_runs_upwards_and_severity_to_the_right(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    risks["heat"] = risks["heat"][:1]
    page = show(forms["risk_list"], risks)
    places: dict[str, tuple[float, float]] = {}

    def seen(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if text.strip() in ("4", "7", "11", "13") and size > 10:
            places[text.strip()] = (tm[4], tm[5])

    page.reader.pages[-1].extract_text(visitor_text=seen)
    assert places["4"][1] < places["7"][1] < places["11"][1] < places["13"][1]
    assert places["11"][0] < places["7"][0] < places["4"][0] < places["13"][0]


def test_arrows_tell_how_risks_moved_between_the_cells(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    def drawn() -> int:
        content = show(forms["risk_list"], risks).reader.pages[-1].get_contents().get_data()
        return int(content.count(b".54902 .54902 .54902 rg"))

    assert drawn() == 0
    risks["heat"][1]["moves"] = [((5, 5), (3, 4), 9), ((3, 4), (5, 5), 2), ((2, 3), (2, 2), 1)]
    assert drawn() == 1  # one colour for all of them


def test_a_level_set_by_hand_is_marked_in_the_list(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    assert "手工设定" not in show(forms["risk_list"], risks).text
    risks["risks"][1]["by_hand"] = True
    assert show(forms["risk_list"], risks).text.count("手工设定") == 1


def test_without_risks_there_is_no_annex(forms: Forms, risks: dict[str, Any], show: Any) -> None:
    risks |= {"heat": [], "moves": []}
    page = show(forms["risk_list"], risks)
    assert "热力图" not in page.text


def test_names_in_a_heat_map_are_checked_when_the_form_is_read() -> None:
    text = """
number = "X"
version = 1
key = "own"
title = "Own"
record = "risks"
[[block]]
type = "heatmap"
rows = "heat"
as = "map"
title = "{{ map.name }}"
counts = "map.count"
levels = "levels"
"""
    with pytest.raises(BrokenForm) as caught:
        parse_form(text, Path("own.toml"))
    assert [(p.field, p.params["name"], p.params["meant"]) for p in caught.value.problems] == [
        ("block.1.counts", "map.count", "counts")
    ]
