"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.gui.widgets.day import parse_day

TODAY = dt.date(2026, 11, 25)  # a Wednesday


USUAL = """
2025-12-03  去年12-3
2026-03-15  今年3-15
2026-05-01  20260501 | 260501 | 2026.5.1 | 2026-05-01 | 2026/5/1 | 2026年5月1日 | 26-5-1 | 2026 年 5 月 1 日
2026-11-15  十天前 | 15日
2026-11-16  上周一
2026-11-20  11-20
2026-11-22  -3
2026-11-23  前天
2026-11-24  昨天
2026-11-25  今天 | today | 星期三
2026-11-26  明天 | Tomorrow
2026-11-27  后天 | 周五 | 周5
2026-11-28  大后天 | 3天后 | 28号
2026-11-29  本周日 | 礼拜天
2026-11-30  周一 | 月底
2026-12-01  12.1
2026-12-02  +7 | ＋７ | 下周三
2026-12-09  +2周 | 两周后
2026-12-25  +1月
2026-12-31  下月底 | 季末 | 年底 | 十二月三十一日
2027-01-05  1-5
2027-02-25  +3m | 3 个月后
2027-03-15  3-15 | 3/15
2027-05-01  5月1日 | 五月一日 | 明年5月1日
2027-11-25  +1年
"""


def usual() -> list[tuple[str, str]]:
    """Each way of writing and the day that it means."""
    rows = (line.split(maxsplit=1) for line in USUAL.strip().splitlines())
    return [(text, day) for day, texts in rows for text in texts.split(" | ")]


@pytest.mark.parametrize(("text", "day"), usual())
def test_usual_ways(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == dt.date.fromisoformat(day)


def test_blanks_do_not_matter() -> None:
    assert parse_day("  2026 年 5 月 1 日 ", TODAY) == dt.date(2026, 5, 1)


def test_a_leap_day_is_looked_for_in_the_years_around() -> None:
    assert parse_day("2-29", TODAY) is None
    assert parse_day("2-29", dt.date(2027, 11, 25)) == dt.date(2028, 2, 29)


NO_DATES = [
    "",
    "  ",
    "下回",
    "13-1",
    "2-30",
    "20261301",
    "1999-1-1",
    "2101-1-1",
    "15",
    "32日",
    "+",
    "周八",
    "99999999",
    "3-15-",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert parse_day(text, TODAY) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_every_whole_date_comes_back(day: dt.date) -> None:
    year, month, date = day.timetuple()[:3]
    for text in (str(day), f"{year}{month:02}{date:02}", f"{year}.{month}.{date}", f"{year}年{month}月{date}日"):
        assert parse_day(text, TODAY) == day


@given(st.text(max_size=12))
def test_no_text_breaks_it(text: str) -> None:
    found = parse_day(text, TODAY)
    assert found is None or 2000 <= found.year <= 2100
