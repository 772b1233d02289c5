"""Days and times told from the moment of loading."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.exchange.bank_times import day_of, moment_of, seconds_of

NOW = dt.datetime(2026, 12, 31, 17, 0, tzinfo=dt.UTC)  # the first of January, 01:00, in the office


@pytest.mark.parametrize(
    ("text", "day"),
    [("+0d", dt.date(2027, 1, 1)), ("-1d", dt.date(2026, 12, 31)), ("-12d", dt.date(2026, 12, 20)),
     ("+2w", dt.date(2027, 1, 15)), ("-1w2d", dt.date(2026, 12, 23))],
)  # fmt: skip
def test_days_count_from_today_in_the_office(text: str, day: dt.date) -> None:
    assert day_of(text, NOW) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [("-25h13m20s", dt.datetime(2026, 12, 30, 15, 46, 40)), ("-12m41s", dt.datetime(2026, 12, 31, 16, 47, 19)),
     ("+1d", dt.datetime(2027, 1, 1, 17, 0)), ("-3d 14:24:27", dt.datetime(2026, 12, 29, 6, 24, 27)),
     ("+0d 08:00", dt.datetime(2027, 1, 1, 0, 0))],
)  # fmt: skip
def test_moments_count_from_now_or_name_a_time_of_day(text: str, moment: dt.datetime) -> None:
    assert moment_of(text, NOW) == moment.replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text", ["", "12d", "-", "-d", "-12", "-12x", "- 12d", "-12h 14:00", "-1d 25:00", "-1d 14", "-1.5d"]
)
def test_what_is_not_written_that_way(text: str) -> None:
    assert moment_of(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("-1@01-01", dt.date(2027, 1, 1)), ("-1@01-02", dt.date(2026, 1, 2)), ("-2@01-01", dt.date(2026, 1, 1)),
     ("-1@12-31", dt.date(2026, 12, 31)), ("-3@07-15", dt.date(2024, 7, 15))],
)  # fmt: skip
def test_a_day_of_the_year_that_was_last(text: str, day: dt.date) -> None:
    assert day_of(text, NOW) == day


@pytest.mark.parametrize("text", ["-0@07-15", "+1@07-15", "-1@13-01", "-1@02-30", "-1@7-15"])
def test_no_such_day_of_the_year(text: str) -> None:
    assert day_of(text, NOW) is None


@pytest.mark.parametrize("text", ["-3h", "-3d 14:00", "-1d2h", "3d"])
def test_hours_are_no_days(text: str) -> None:
    assert day_of(text, NOW) is None


def test_durations() -> None:
    assert [seconds_of(text) for text in ("0s", "41s", "1m12s", "25h", "1d")] == [0, 41, 72, 90_000, 86_400]
    assert [seconds_of(text) for text in ("", "41", "-41s", "1 m", "m")] == [None] * 5
