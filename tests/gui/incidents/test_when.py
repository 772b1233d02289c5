"""A past moment as people write it."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.gui.pages.incidents.when import parse_when

NOW = dt.datetime.now().astimezone().replace(hour=14, minute=37, second=8, microsecond=0)


@pytest.mark.parametrize(
    ("text", "clock"),
    [("14:30", "14:30:00"), ("14:30:52", "14:30:52"), ("1430", "14:30:00"), ("930", "09:30:00"),
     ("14点30分", "14:30:00"), ("１４：３０", "14:30:00"), ("14:37", "14:37:00"), ("5", "14:32:08"),
     ("5 分钟前", "14:32:08"), ("-5", "14:32:08"), ("30 s ago", "14:36:38"), ("1 小时前", "13:37:08")],
)  # fmt: skip
def test_what_is_understood(text: str, clock: str) -> None:
    moment = parse_when(text, NOW)
    assert moment is not None
    assert moment.astimezone().strftime("%H:%M:%S") == clock
    assert moment <= NOW


def test_a_clock_time_ahead_is_yesterdays() -> None:
    moment = parse_when("23:50", NOW)
    assert moment is not None
    assert moment.date() == NOW.date() - dt.timedelta(days=1)


@pytest.mark.parametrize("text", ["", "later", "25:00", "14:77", "x"])
def test_anything_else_is_not(text: str) -> None:
    assert parse_when(text, NOW) is None
