"""Dates as people type them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable

_WORDS = {
    "大前天": -3, "前天": -2, "昨天": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"": "day", "天": "day", "日": "day", "d": "day", "周": "week", "星期": "week", "w": "week",
          "个月": "month", "月": "month", "m": "month", "年": "year", "y": "year"}  # fmt: skip
_YEARS = {"去年": -1, "今年": 0, "明年": 1, "后年": 2}


def parse_day(text: str, today: dt.date) -> dt.date | None:
    """The day that `text` means, None if it means none or lies outside the years 2000 to 2100.

    Takes 今天, 明天, +7, -3, +2周, 3天后, 周五, 下周三, 月底, 年底, 3-15, 3/15, 5月1日, 15日, 20260501, 260501,
    2026.5.1, 2026年5月1日, 26-5-1, 明年5月1日. Without a year the one that brings the day closest to `today` is meant.
    """
    clean = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    if not clean:
        return None
    for reader in (_word, _offset, _weekday, _end, _whole, _month_day, _day_only):
        try:
            found = reader(clean, today)
        except (ValueError, OverflowError):
            return None
        if found is not None:
            return found if 2000 <= found.year <= 2100 else None
    return None


def _word(text: str, today: dt.date) -> dt.date | None:
    return today + dt.timedelta(days=_WORDS[text]) if text in _WORDS else None


def _offset(text: str, today: dt.date) -> dt.date | None:
    signed = re.fullmatch(r"([+-])(\d{1,4})(天|日|周|星期|个月|月|年|[dwmy]|)", text)
    if signed:
        sign, number, unit = signed.groups()
    else:
        spoken = re.fullmatch(r"(\d{1,4}|[一二三四五六七八九十两]{1,3})(天|日|周|星期|个月|年)(以?[前后])", text)
        if not spoken:
            return None
        number, unit, way = spoken.groups()
        sign = "-" if way.endswith("前") else "+"
        number = number.replace("两", "二")
    count = _number(number) * (-1 if sign == "-" else 1)
    return _shift(today, count, _UNITS[unit])


def _shift(day: dt.date, count: int, unit: str) -> dt.date:
    if unit in ("day", "week"):
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _weekday(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(r"(上上|下下|上|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末1-7])", text)
    if not match:
        return None
    week, name = match.groups()
    weekday = int(name) - 1 if name.isdigit() else _WEEKDAYS[name]
    weeks = {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(week or "", 0)
    found = today + dt.timedelta(days=weekday - today.weekday() + 7 * weeks)
    return found + dt.timedelta(days=7) if week is None and found < today else found


def _end(text: str, today: dt.date) -> dt.date | None:
    quarter = -today.month % 3
    months = {"月底": 0, "月末": 0, "本月底": 0, "下月底": 1, "下个月底": 1, "季末": quarter, "季度末": quarter}
    if text in months:
        month = _shift(today.replace(day=1), months[text], "month")
        return month.replace(day=calendar.monthrange(month.year, month.month)[1])
    return dt.date(today.year, 12, 31) if text in ("年底", "年末", "今年底") else None


def _whole(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(r"(\d{4}|\d{2})(\d{2})(\d{2})", text)
    if not match:
        match = re.fullmatch(r"(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?", text)
    if match:
        year, month, day = map(int, match.groups())
        return dt.date(year if year > 99 else 2000 + year, month, day)
    named = re.fullmatch(r"(去年|今年|明年|后年)(.+)", text)
    if not named:
        return None
    parts = _parts(named.group(2))
    return dt.date(today.year + _YEARS[named.group(1)], *parts) if parts else None


def _parts(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})", text)
    if not match:
        match = re.fullmatch(r"([\d一二三四五六七八九十]{1,2})月([\d一二三四五六七八九十]{1,3})[日号]?", text)
    return (_number(match.group(1)), _number(match.group(2))) if match else None


def _month_day(text: str, today: dt.date) -> dt.date | None:
    parts = _parts(text)
    return _closest(today, lambda year: dt.date(year, *parts)) if parts else None


def _day_only(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(r"(\d{1,2})[日号]", text)
    return today.replace(day=int(match.group(1))) if match else None


def _closest(today: dt.date, make: Callable[[int], dt.date]) -> dt.date:
    found = []
    for year in (today.year, today.year + 1, today.year - 1):
        try:
            found.append(make(year))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - today).days))


def _number(text: str) -> int:
    """Arabic figures, or Chinese ones up to 99."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[char]) for char in text))
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
