"""Quarters and months, over any date."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.calendar import Every, Quarter, end_of_month, last_months, series, working_day

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(1980, 1, 1), dt.date(2100, 12, 31))


@given(days)
def test_a_day_lies_in_its_quarter_and_in_no_other(day: dt.date) -> None:
    quarter = Quarter.of(day)
    assert day in quarter
    assert day not in quarter.next
    assert day.month in quarter.months
    assert quarter.first <= day <= quarter.last


@given(days)
def test_quarters_follow_each_other_without_a_gap(day: dt.date) -> None:
    quarter = Quarter.of(day)
    assert quarter.last + DAY == quarter.next.first
    assert Quarter.of(quarter.first) == Quarter.of(quarter.last) == quarter
    assert quarter < quarter.next
    assert quarter.next.next.next.next == Quarter(quarter.year + 1, quarter.number)
    assert quarter.next.ago(1) == quarter.ago(0) == quarter
    assert quarter.ago(4) == Quarter(quarter.year - 1, quarter.number)
    assert 90 <= (quarter.next.first - quarter.first).days <= 92


@given(days)
def test_weeks_of_a_quarter_begin_on_monday(day: dt.date) -> None:
    quarter = Quarter.of(day)
    assert quarter.week_of(quarter.first) == 1
    if day > quarter.first:
        step = quarter.week_of(day) - quarter.week_of(day - DAY)
        assert step == (day.weekday() == 0)
    assert 1 <= quarter.week_of(day) <= 14


@given(days, st.integers(1, 40))
def test_the_last_months_end_with_that_of_the_day(day: dt.date, count: int) -> None:
    months = last_months(day, count)
    assert len(months) == count
    assert months[-1] == day.replace(day=1)
    assert all(first.day == 1 for first in months)
    assert all(end_of_month(before) + DAY == after for before, after in pairwise(months))


@given(days)
def test_a_month_ends_on_the_day_before_the_next(day: dt.date) -> None:
    last = end_of_month(day.replace(day=1))
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + DAY).day == 1


@pytest.mark.parametrize(
    ("first", "last"),
    [((2024, 2, 1), (2024, 2, 29)), ((2026, 2, 1), (2026, 2, 28)), ((2026, 12, 1), (2026, 12, 31))],
)
def test_months_of_any_length(first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert end_of_month(dt.date(*first)) == dt.date(*last)


@given(days, st.sampled_from(Every), st.integers(1, 60))
def test_a_series_rises_and_keeps_its_day_where_the_month_has_it(day: dt.date, every: Every, count: int) -> None:
    found = series(day, every, count)
    assert len(found) == count
    assert all(a < b for a, b in pairwise([day, *found]))
    if every is Every.WEEK:
        assert {each.weekday() for each in found} == {day.weekday()}
    else:
        assert all(each.day == min(day.day, end_of_month(each.replace(day=1)).day) for each in found)


def test_series_by_hand() -> None:
    assert series(dt.date(2026, 11, 30), Every.MONTH, 3) == [
        dt.date(2026, 12, 30), dt.date(2027, 1, 30), dt.date(2027, 2, 28),
    ]  # fmt: skip
    assert series(dt.date(2026, 11, 25), Every.QUARTER, 2) == [dt.date(2027, 2, 25), dt.date(2027, 5, 25)]
    assert series(dt.date(2024, 2, 29), Every.YEAR, 1) == [dt.date(2025, 2, 28)]


@given(days)
def test_a_working_day_is_near_and_in_the_same_month(day: dt.date) -> None:
    found = working_day(day)
    assert found.weekday() < 5
    assert abs((found - day).days) <= 2
    assert found.month == day.month
