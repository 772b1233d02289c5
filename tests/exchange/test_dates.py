"""Days in every form that lists bring: exactly, asked, or an error."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.exchange.cells import Fault
from riskdesk.exchange.dates import (
    NO_DAY,
    NO_DAY_THERE,
    NO_SUCH_TIME,
    NO_YEAR,
    NOT_A_DATE,
    OTHER_ORDER,
    OUTSIDE,
    TIME_ONLY,
    TWO_DATES,
    Unclear,
    read_date,
)  # fmt: skip

DAY = dt.date(2023, 7, 16)
ANYTHING = st.one_of(
    st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.times(),
    st.timedeltas(),
)  # fmt: skip
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        DAY, dt.datetime(2023, 7, 16, 9, 5), 45123, 45123.0, 45123.75, "45123", "45123.5", "2023.7.16", "2023年7月16日",
        "2023/7/16 9:05:07", "２０２３／７／１６", "2023-07-16", "20230716", 20230716, 20230716.0, "2023年7月16号",
        "2023 年 7 月 16 日", "2023.07.16.", "2023-07-16T10:00:00Z", "2023-07-16 00:00:00.0", "2023/7/16 星期日",
        "2023年7月16日（星期日）", "2023年7月16日上午9:05", "2023-7-16 9时5分", "二〇二三年七月十六日", "23年7月16日",
        "16 July 2023", "Jul 16, 2023", "16-Jul-23", "7/16/2023", "16.7.2023", " 2023。7。16 ", "2023—7—16",
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(value: Any) -> None:
    assert read_date(value) == DAY


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("５/１", NO_YEAR), ("5月1日", NO_YEAR), (5.1, NO_YEAR), ("5/1/3", NO_YEAR),
        ("2018.06.31", NO_DAY_THERE), ("2023/13/1", NO_DAY_THERE), ("30/2/2023", NO_DAY_THERE),
        (20231301, NO_DAY_THERE),
        ("24:00", TIME_ONLY), (dt.timedelta(hours=24), TIME_ONLY), (dt.time(9, 5), TIME_ONLY),
        ("2023-5-1 24:00", NO_SUCH_TIME), ("2023-5-1 9:75", NO_SUCH_TIME),
        ("2023.5", NO_DAY), (2023.5, NO_DAY), ("2023年5月", NO_DAY), (202305, NO_DAY), ("2023", NO_DAY), (2023, NO_DAY),
        ("1999.12.31", OUTSIDE), ("99.12.31", OUTSIDE), (dt.date(1987, 1, 1), OUTSIDE), (99999, OUTSIDE),
        ("2023.5.1-2023.5.3", TWO_DATES), ("2023-5-1至2023-5-3", TWO_DATES), ("2023.5.1、2023.5.2", TWO_DATES),
        ("立即整改", NOT_A_DATE), ("长期", NOT_A_DATE), (True, NOT_A_DATE), (3, NOT_A_DATE),
        ("x2023-05-01", NOT_A_DATE),
    ],
)  # fmt: skip
def test_what_is_no_day(value: Any, wrong: str) -> None:
    found = read_date(value)
    assert isinstance(found, Fault)
    assert found.text == wrong


def test_figures_count_from_1904_where_the_file_says_so() -> None:
    assert read_date(43661, date1904=True) == DAY
    assert read_date("43661", date1904=True) == DAY


def test_an_order_that_is_unclear_is_asked() -> None:
    found = read_date("02-01-2025")
    assert isinstance(found, Unclear)
    assert dict(found.days) == {"dmy": dt.date(2025, 1, 2), "mdy": dt.date(2025, 2, 1)}
    assert read_date("02-01-2025", order="dmy") == dt.date(2025, 1, 2)
    assert read_date("02-01-2025", order="mdy") == dt.date(2025, 2, 1)
    wrong = read_date("13-01-2025", order="mdy")
    assert isinstance(wrong, Fault)
    assert wrong.text == OTHER_ORDER


def test_two_figures_for_a_year_may_be_three_things() -> None:
    found = read_date("05-01-25")
    assert isinstance(found, Unclear)
    assert set(dict(found.days)) == {"ymd", "dmy", "mdy"}
    assert isinstance(read_date("23.7.16"), Unclear)
    assert read_date("23.7.16", order="ymd") == DAY
    assert read_date("23.7.6") == dt.date(2023, 7, 6)


def test_the_same_day_in_either_order_needs_no_question() -> None:
    assert read_date("05/05/2025") == dt.date(2025, 5, 5)


@given(DAYS)
def test_every_day_is_read_back_from_every_form(day: dt.date) -> None:
    serial = (day - dt.date(1899, 12, 30)).days
    for written in (
        day, serial, str(serial), day.isoformat(), f"{day.year}.{day.month}.{day.day}", f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d} 23:59:59", f"{day.day} {day:%B} {day.year}",
    ):  # fmt: skip
        assert read_date(written) == day


@given(DAYS)
def test_a_chosen_order_gives_the_day(day: dt.date) -> None:
    assert read_date(f"{day.day}/{day.month}/{day.year}", order="dmy") == day
    assert read_date(f"{day.month}-{day.day}-{day.year}", order="mdy") == day


@given(ANYTHING)
def test_nothing_breaks_the_judge(value: Any) -> None:
    found = read_date(value)
    assert isinstance(found, (dt.date, Fault, Unclear))
    if isinstance(found, dt.date):
        assert 2000 <= found.year <= 2100


@given(st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}", fullmatch=True))
def test_three_figures_are_never_guessed(text: str) -> None:
    """A day comes out only where no other order makes another day of it."""
    found = read_date(text)
    if isinstance(found, dt.date):
        others = [read_date(text, order=order) for order in ("dmy", "mdy", "ymd")]
        assert {day for day in others if isinstance(day, dt.date)} <= {found}
