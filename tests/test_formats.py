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
     (172_800, "2 天"), (None, "")],
)  # fmt: skip
def test_durations(seconds: float | None, text: str) -> None:
    assert formats.duration(seconds) == text


@pytest.mark.parametrize(("cents", "text"), [(500_000, "5,000 元"), (1250, "12.50 元"), (0, "0 元"), (None, "")])
def test_money(cents: int | None, text: str) -> None:
    assert formats.yuan(cents) == text


def test_countdowns() -> None:
    assert formats.countdown(139) == "02:19"
    assert formats.countdown(-139) == "02:19"
    assert formats.countdown(3_739) == "1:02:19"
    assert formats.running(761.9) == "00:12:41"


def test_a_long_day_names_its_weekday() -> None:
    assert formats.long_day(TODAY) == "11 月 25 日 星期三"
    i18n.set_language("en")
    assert formats.long_day(TODAY) == "Wednesday, 25 November"
