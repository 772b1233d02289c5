from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from riskdesk.printing.filters import Filters

ZONE = dt.timezone(dt.timedelta(hours=8))
ZH, EN = Filters("zh", ZONE), Filters("en", ZONE)


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [(0, "0 秒", "0 s"), (72, "1 分 12 秒", "1 min 12 s"), (805, "13 分 25 秒", "13 min 25 s"),
     (900, "15 分", "15 min"), (3725, "1 小时 2 分 5 秒", "1 h 2 min 5 s"),
     (90000, "25 小时", "25 h"), (180000, "2 天 2 小时", "2 d 2 h"),
     (-12, "−12 秒", "−12 s"),
     (None, "", ""), ("同步", "同步", "同步")],
)  # fmt: skip
def test_duration(seconds: Any, zh: str, en: str) -> None:
    assert (ZH.duration(seconds), EN.duration(seconds)) == (zh, en)


def test_mmss() -> None:
    assert [ZH.mmss(n) for n in (12, 805, 3725, None)] == ["00:12", "13:25", "1:02:05", ""]


@pytest.mark.parametrize(
    ("cents", "zh", "en"),
    [(0, "0 元", "0 yuan"), (500000, "5,000 元", "5,000 yuan"), (123456789, "1,234,567.89 元", "1,234,567.89 yuan"),
     (-5, "−0.05 元", "−0.05 yuan"), (None, "", "")],
)  # fmt: skip
def test_money(cents: Any, zh: str, en: str) -> None:
    assert (ZH.money(cents), EN.money(cents)) == (zh, en)


def test_times_are_shown_in_the_zone() -> None:
    moment = dt.datetime(2026, 11, 25, 18, 5, 9, tzinfo=dt.UTC)
    assert ZH.date(moment) == "2026-11-26"
    assert ZH.datetime(moment) == "2026-11-26 02:05"
    assert ZH.datetime(moment, seconds=True, year=False) == "11-26 02:05:09"
    assert ZH.clock(moment) == "02:05:09"
    assert Filters("zh", None).clock(moment) == "18:05:09"
    assert ZH.datetime(dt.date(2026, 1, 2)) == "2026-01-02"
    assert ZH.clock(dt.time(8, 30), seconds=False) == "08:30"
    assert ZH.clock("+10 分") == "+10 分"


def test_level() -> None:
    assert [ZH.level(level) for level in ("red", "yellow", "blue", None)] == ["▲ 红", "◆ 黄", "● 蓝", "未评"]
    assert EN.level("red") == "▲ Red"


@pytest.mark.parametrize(
    ("typed", "masked"),
    [("电话13800138000。", "电话138****8000。"), ("138 0013 8000", "138****8000"),
     ("身份证 11010119900307123X", "身份证 110***********123X"),
     ("3-502 室，2026-12-06，119", "3-*** 室，2026-12-06，119"), ("HQ-R-2026-0012", "HQ-R-2026-0012")],
)  # fmt: skip
def test_mask(typed: str, masked: str) -> None:
    assert ZH.mask(typed) == masked


def test_simulated() -> None:
    assert ZH.simulated("拨打 119，联系维保 13800138000") == "拨打 119（模拟），联系维保 13800138000（模拟）"
    assert ZH.simulated("3 栋 1190 室，15 分") == "3 栋 1190 室，15 分"
    assert EN.simulated("call 120") == "call 120 (simulated)"
