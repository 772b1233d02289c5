"""How dates, times, durations and money read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from riskdesk import formats, i18n

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language("zh")
    yield
    i18n.set_language(before)


@pytest.mark.parametrize(
    ("day", "text", "late"),
    [("2026-11-21", "逾期 4 天", True), ("2026-11-25", "今天", False), ("2026-12-03", "12-03", False),
     ("2027-03-31", "2027-03-31", False), (None, "", False)],
)  # fmt: skip
def test_a_due_date_says_how_late(day: str | None, text: str, late: bool) -> None:
    assert formats.due(day, TODAY) == (text, late)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 秒"), (41, "41 秒"), (805, "13 分 25 秒"), (3600, "1 小时"), (86400, "24 小时"),
     (90_061, "25 小时 1 分 1 秒"),
     (172_800, "2 天"), (90 * 3600, "3 天 18 小时"), (-12, "−12 秒"), (None, "")],
)  # fmt: skip
def test_durations(seconds: float | None, text: str) -> None:
    assert formats.duration(seconds) == text


@pytest.mark.parametrize(("cents", "text"), [(500_000, "5,000 元"), (1250, "12.50 元"), (0, "0 元"), (-5, "−0.05 元"),
                                              (123_456_789, "1,234,567.89 元"), (None, "")])  # fmt: skip
def test_money(cents: int | None, text: str) -> None:
    assert formats.yuan(cents) == text


def test_paper_may_be_in_the_other_language() -> None:
    assert (formats.duration(3725, "en"), formats.yuan(1250, "en")) == ("1 h 2 min 5 s", "12.50 yuan")
    i18n.set_language("en")
    assert (formats.duration(3725, "zh"), formats.yuan(1250, "zh")) == ("1 小时 2 分 5 秒", "12.50 元")


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (840_000, "820 KB"), (2_300_000, "2.2 MB"), (50 * 1024**2, "50 MB"),
     (3 * 1024**3, "3.0 GB")],
)  # fmt: skip
def test_sizes(count: int, text: str) -> None:
    assert formats.size(count) == text


def test_countdowns() -> None:
    assert [formats.stopwatch(n) for n in (12, -12, 805, 3725)] == ["00:12", "−00:12", "13:25", "1:02:05"]
    assert formats.countdown(139) == "02:19"
    assert formats.countdown(-139) == "02:19"
    assert formats.countdown(3_739) == "1:02:19"
    assert formats.running(761.9) == "00:12:41"


def test_a_long_day_names_its_weekday() -> None:
    assert formats.long_day(TODAY) == "11 月 25 日 星期三"
    i18n.set_language("en")
    assert formats.long_day(TODAY) == "Wednesday, 25 November"
