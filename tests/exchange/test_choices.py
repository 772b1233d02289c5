"""Words of a choice: taken where they are clear, proposed where likely, left open where a guess would be one."""

from __future__ import annotations

import pytest

from riskdesk.domain.action import ActionState
from riskdesk.domain.policy import Policy
from riskdesk.domain.scale import Grade, Named
from riskdesk.domain.words import Choice
from riskdesk.exchange.choices import Proposal, options_of, proposals
from riskdesk.i18n import set_language, tr

POLICY = Policy(
    families=(Named(key="fire", name="消防", name_en="Fire"), Named(key="equipment", name="设备", name_en="Equipment")),
    likelihood_words=(Grade(value=3, words="大约每年一次"),),
)
RED, YELLOW, BLUE = (Proposal(value, True) for value in ("red", "yellow", "blue"))


def levels(*words: str) -> list[Proposal]:
    return list(proposals("level", words, POLICY).values())


def test_colours_and_trios_are_clear() -> None:
    assert levels("红", "黄", "蓝") == [RED, YELLOW, BLUE]
    assert levels("红色", "黄色", "蓝色风险") == [RED, YELLOW, BLUE]
    assert levels("高", "中", "低") == [RED, YELLOW, BLUE]
    assert levels("High", "Medium", "Low") == [RED, YELLOW, BLUE]
    assert levels("高", "低") == [RED, BLUE]


def test_high_beside_very_high_is_not_clear() -> None:
    assert not any(found.sure for found in levels("极高", "高", "中")[:3])


def test_four_grades_leave_orange_open() -> None:
    assert levels("重大", "较大", "一般", "低") == [RED, Proposal(), Proposal("yellow"), BLUE]


@pytest.mark.parametrize(
    "words",
    [
        ("一级", "二级", "三级", "四级"),
        ("Ⅰ", "Ⅱ", "Ⅲ"),
        ("I", "II", "III"),
        ("1", "2", "3"),
        ("1级", "4级"),
        ("Level 1", "Level 2"),
        ("A", "B", "C"),
    ],
)
def test_the_number_of_a_grade_is_never_its_rank(words: tuple[str, ...]) -> None:
    assert levels(*words) == [Proposal()] * len(words)


def test_fills_are_proposed_by_their_hue() -> None:
    assert levels("#FF0000", "#FFFF00", "#0070C0", "#FFC000", "#FFFFFF") == [
        Proposal("red"), Proposal("yellow"), Proposal("blue"), Proposal("yellow"), Proposal()
    ]  # fmt: skip


def test_families_by_name_and_likeness() -> None:
    found = proposals("family", ["消防", "Fire", "消防安全风险", "设备类", "消防设备", "舆情"], POLICY)
    assert [found[word] for word in ("消防", "Fire", "消防安全风险", "设备类")] == [
        Proposal("fire", True), Proposal("fire", True), Proposal("fire", True), Proposal("equipment", True)
    ]  # fmt: skip
    assert not found["消防设备"].sure
    assert found["舆情"] == Proposal()


def test_states_of_measures() -> None:
    found = proposals("state", ["已整改", "整改中", "否", "销号", "确认"], POLICY)
    assert [found[word].value for word in ("已整改", "整改中", "否")] == ["done", "doing", "open"]
    assert found["销号"] == Proposal()


def test_grades_of_the_matrix_in_words_are_asked() -> None:
    assert proposals("matrix.likelihood", ["高", "3"], POLICY)["高"] == Proposal()
    assert options_of("matrix.likelihood", POLICY)[2] == ("3", "3 大约每年一次")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("of", ["level", "status", "source", "origin", "strand", "priority", "state", "grade", "role"])
def test_what_this_program_calls_them_is_clear(language: str, of: str) -> None:
    set_language(language)
    options = options_of(of, POLICY)
    found = proposals(of, [label for _, label in options], POLICY)
    assert [found[label] for _, label in options] == [Proposal(value, True) for value, _ in options]


def test_labels_are_translated() -> None:
    member: Choice = ActionState.DONE
    assert ("done", tr(member.label)) in options_of("state", POLICY)
