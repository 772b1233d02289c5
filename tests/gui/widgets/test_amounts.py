"""Money and durations as people type and read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk import formats
from riskdesk.gui.widgets.amounts import parse_duration, parse_yuan


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1,234.5", 123450), ("¥1200", 120000), ("￥１２００", 120000), ("1.2万", 1200000),
        ("1200元", 120000), ("0", 0),
        ("3 百万", 300000000), ("0.005", 1), (".5", 50), ("1，000 元整", 100000),
    ],
)  # fmt: skip
def test_money(text: str, cents: int) -> None:
    assert parse_yuan(text) == cents


@pytest.mark.parametrize("text", ["", "-5", "abc", "1.2.3", "一万", "12%"])
def test_what_is_no_money(text: str) -> None:
    assert parse_yuan(text) is None


@given(st.integers(0, 10**13))
def test_money_comes_back(cents: int) -> None:
    assert parse_yuan(formats.amount(cents)) == cents


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("15 分", 900), ("15min", 900), ("15", 900), ("1:30", 90), ("1:02:03", 3723),
        ("1 小时 30 分", 5400), ("1h30m", 5400),
        ("1.5 小时", 5400), ("90秒", 90), ("半小时", 1800), ("2 天", 172800),
        ("1个小时", 3600), ("1′30″", 90), ("0", 0),
    ],
)  # fmt: skip
def test_durations(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "分", "1:75", "abc", "15 苹果", "1::2", "-5 分"])
def test_what_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@given(st.integers(0, 10**7))
def test_durations_come_back(seconds: int) -> None:
    assert parse_duration(formats.duration(seconds)) == seconds


@given(st.integers(0, 10**7))
def test_stopwatch_times_come_back(seconds: int) -> None:
    assert parse_duration(formats.countdown(seconds)) == seconds or seconds >= 1000 * 3600
