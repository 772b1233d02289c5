from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riskdesk.printing.linebreak import NO_END, NO_START, Line, break_lines

SPACE = " \u3000"
WORD = re.compile(
    r"1\d\d[ -]\d{4}[ -]\d{4}(?!\d)|(?:(?<![^ \u3000\n（(])-)?[0-9A-Za-z]+(?:[-._/:@%?=&#$]+[0-9A-Za-z]+)*"
)
PAIR = re.compile("——|……")


def advances(text: str) -> list[int]:
    """Half an em for Latin, a whole one for the rest; line ends have none."""
    return [0 if c == "\n" else 500 if ord(c) < 0x2000 else 1000 for c in text]


def lines(text: str, ems: float) -> list[str]:
    return [text[line.start : line.stop] for line in break_lines(text, advances(text), ems * 1000)]


def test_short_text_is_one_line() -> None:
    assert break_lines("三号楼", [1000] * 3, 3000) == [Line(0, 3, 3, 3000)]
    assert break_lines("", [], 3000) == [Line(0, 0, 0, 0)]


@pytest.mark.parametrize("ems", range(3, 60))
def test_page_of_hard_cases(ems: int) -> None:
    text = (
        "停止口令：“演练停止”。轿厢内为扮演人员，维保在场；出现真实险情（如起火）立即终止——按事件处置……"
        "请拨打 13800138000、查 RISK-2026（3-502），占 15%！《事件复盘报告》24 小时内提交？好。"
    )
    for line in lines(text, ems)[1:]:
        if ems >= 7:  # below, some words are as wide as the line
            assert line[0] not in NO_START
    for line in lines(text, ems)[:-1]:
        if ems >= 7:
            assert line[-1] not in NO_END
    if ems >= 7:
        joined = "\n".join(lines(text, ems))
        for whole in ("13800138000", "RISK-2026", "3-502", "15%", "——", "……", "24"):
            assert whole in joined


@pytest.mark.parametrize(
    "whole",
    ["13800138000", "138 0013 8000", "010-88886666", "RISK-2026", "HQ-R-2026-0012", "3-502", "15%", "1,000.50",
     "https://example.com/a?b=1&c=2", "a.b@example.com", "2026-12-06", "14:24:27", "-5", "don’t", "13:25 / 15:00"],
)  # fmt: skip
def test_runs_stay_whole(whole: str) -> None:
    text = f"值班电话里说 {whole} 请立即核对"
    room = sum(advances(whole)) / 1000
    for ems in range(2, 40):
        if ems >= room:
            assert whole in "\n".join(lines(text, ems))


def test_a_run_longer_than_the_line_is_cut_and_keeps_its_brackets() -> None:
    assert lines("（ABCDEFGHIJ）", 3) == ["（ABCD", "EFGHI", "J）"]
    assert "".join(lines("https://example.com/a/very/long/path", 6)) == "https://example.com/a/very/long/path"


def test_slash_neither_begins_nor_ends_a_line() -> None:
    for ems in (4, 5, 6, 7):
        for line in lines("请选是/否/不适用再签字", ems):
            assert not line.startswith("/")
            assert not line.endswith("/")


def test_spaces_and_line_ends_as_typed() -> None:
    assert lines("  甲  乙\n\n丙", 20) == ["  甲  乙", "", "丙"]
    text = "甲乙丙    丁"
    assert [text[a.start : a.end] for a in break_lines(text, advances(text), 3000)] == ["甲乙丙    ", "丁"]
    assert [text[a.start : a.stop] for a in break_lines(text, advances(text), 3000)] == ["甲乙丙", "丁"]


def test_a_minus_goes_with_its_number_and_a_hyphen_with_its_word() -> None:
    assert lines("气温降到 -5 度", 4.4) == ["气温降到", "-5 度"]
    assert not any(line.startswith("-") for ems in range(2, 9) for line in lines("倾听-共情-道歉-解决", ems))


def test_no_line_of_one_character_at_the_end() -> None:
    assert lines("每五分钟通报一次", 7) == ["每五分钟通报", "一次"]
    assert lines("每五分钟通报一次。", 8) == ["每五分钟通报", "一次。"]


def test_hostile_text_takes_no_time() -> None:
    for bad in ("（" * 9000, "！" * 9000, " " * 9000 + "a", "（ " * 5000, "a/" * 5000, "a -" * 5000, "9" * 9000):
        assert "".join(bad[a.start : a.end] for a in break_lines(bad, advances(bad), 24000)) == bad


ALPHABET = "的一电梯a0BZ9 　，。；：！”」）》（“「《$￥…—·%/-.\n#"
TEXT = st.lists(
    st.one_of(
        st.text(ALPHABET, max_size=6),
        st.sampled_from(
            ["13800138000", "138 0013 8000", "RISK-2026", "——", "……", "15%", "https://e.cn/a?b=1", "3-502"]
        ),
    ),
    max_size=14,
).map("".join)


def _protected(text: str, widths: list[int], limit: float) -> set[int]:
    """Positions inside words that fit a line, and inside dashes and ellipses that do."""
    inside: set[int] = set()
    for pattern in (WORD, PAIR):
        for match in pattern.finditer(text):
            if sum(widths[match.start() : match.end()]) <= limit:
                inside.update(range(match.start() + 1, match.end()))
    return inside


def _forbidden(text: str, at: int) -> bool:
    before, after = text[:at].rstrip(SPACE)[-1:], text[at:].lstrip(SPACE)[:1]
    if after == "-" and text[at - 1] in SPACE:
        after = ""  # a minus: it stands with its number
    return (bool(before) and before in NO_END) or (bool(after) and after in NO_START)


@settings(max_examples=400, deadline=None)
@given(TEXT, st.floats(0.4, 30))
@example("（ABCDEFGHIJKLMNOP）", 3.0)
@example("a／bbbbbbbbbbbbbbbb", 2.0)
def test_properties(text: str, ems: float) -> None:
    widths, limit = advances(text), ems * 1000
    found = break_lines(text, widths, limit)
    # Nothing is lost or reordered.
    assert "".join(text[line.start : line.end] for line in found) == text
    protected = _protected(text, widths, limit)
    for line, following in zip(found, [*found[1:], None], strict=True):
        seen = text[line.start : line.stop]
        assert line.width == sum(widths[line.start : line.stop])
        assert text[line.stop : line.end].strip(SPACE + "\n") == ""
        # No line is wider than its width, but for a single character that is.
        assert line.width <= limit + 1e-3 or len(seen.strip(SPACE)) == 1
        if following is None or text[line.end - 1] == "\n":
            continue
        at = line.end
        # A run that fits a line is not cut.
        assert at not in protected, (seen, text[following.start : following.stop])
        # A forbidden character begins or ends a line only inside what is wider than a line and has no other break.
        if text[:at].rstrip(SPACE)[-1:] == "/":
            continue  # has its own test above; in an address too long for a line it is the best place to cut
        if _forbidden(text, at) and seen.strip(SPACE):
            held = _held_together(text, at, protected)
            assert sum(widths[text.index(held) : text.index(held) + len(held.rstrip(SPACE))]) > limit, (seen, held)


def _held_together(text: str, at: int, protected: set[int]) -> str:
    """The stretch around a position within which no line may end."""
    start = text.rfind("\n", 0, at) + 1
    stop = len(text) if text.find("\n", at) < 0 else text.find("\n", at)
    allowed = [p for p in range(start + 1, stop) if p not in protected and not _forbidden(text, p)]
    return text[max([start, *(p for p in allowed if p < at)]) : min([stop, *(p for p in allowed if p > at)])]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.floats(0.5, 20))
def test_any_text_at_all(text: str, ems: float) -> None:
    widths = [0 if c in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else 700 for c in text]
    found = break_lines(text, widths, ems * 1000)
    assert "".join(text[line.start : line.end] for line in found) == text
