"""Dates as people and spreadsheets write them. Strict: what is unclear is told apart from what is wrong."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, Value, clean, text_of

EARLIEST, LATEST = 2000, 2100
ORDERS = {"ymd": N_("Year, month, day"), "dmy": N_("Day, month, year"), "mdy": N_("Month, day, year")}
"""Orders of three figures, as a person chooses between them."""

NOT_A_DATE = N_("“{typed}” is not a date.")
NO_DAY_THERE = N_("There is no such day: {typed}")
NO_YEAR = N_("{typed} has no year.")
NO_DAY = N_("{typed} has no day.")
OUTSIDE = N_("{typed}: the year must lie between 2000 and 2100.")
TIME_ONLY = N_("{typed} is a time of day without a date.")
NO_SUCH_TIME = N_("{typed}: there is no such time of day.")
TWO_DATES = N_("{typed} are two dates. Give one.")
OTHER_ORDER = N_("{typed} does not fit the order chosen for this column.")

_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_TIME = (
    r"(?:(?:上午|下午|早上|晚上|中午|凌晨|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*[:分]?\s*(\d{1,2})?(?:\.\d+)?\s*秒?\s*(?:am|pm)?"
    r"(?:z|[+-]\d\d:?\d\d)?)"
)
_TAIL = re.compile(
    rf"(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:(?:t|\s+|(?<=[日号])\s*){_TIME})?"
    r"(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?\s*"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年、]\s*(\d{1,2})\s*[-/.月、]\s*(\d{1,2})(?:\s*[日号])?")
_COMPACT = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)")
_THREE = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{1,2})(?!\d)")
_SHORT_CHINESE = re.compile(r"(\d{2})年(\d{1,2})月(\d{1,2})[日号]?")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]*([a-z]{3,9})\.?[-\s./,]*(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"([a-z]{3,9})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4})")
_MONTH_DAY = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?")
_YEAR_MONTH = re.compile(r"\d{4}\s*[-/.年]\s*\d{0,2}\s*月?(?:份)?|(?:19|20)\d\d(?:0[1-9]|1[0-2])?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True)
class Unclear:
    """Three figures whose order has to be asked: the days that they can mean, by order."""

    days: tuple[tuple[str, dt.date], ...]
    typed: str


def read_date(value: Value, *, date1904: bool = False, order: str = "") -> dt.date | Fault | Unclear:
    """The day that a filled cell tells. `order` is what a person chose for the column, one of ORDERS.

    Figures of spreadsheets count days from the end of 1899, or from 1904 where `date1904`.
    """
    if isinstance(value, dt.datetime):
        return _within(value.date(), text_of(value))
    if isinstance(value, dt.date):
        return _within(value, value.isoformat())
    if isinstance(value, (dt.time, dt.timedelta)):
        return Fault(TIME_ONLY, {"typed": text_of(value)})
    if isinstance(value, bool) or value is None:
        return Fault(NOT_A_DATE, {"typed": text_of(value)})
    if isinstance(value, (int, float)):
        return _number(value, date1904)
    return _text(value, date1904, order)


def _number(value: int | float, date1904: bool) -> dt.date | Fault:
    typed = text_of(value)
    if compact := _COMPACT.fullmatch(typed):
        return _year_first(compact, typed, "")
    if 10_000 <= value < 100_000:
        return _within((_EPOCH_1904 if date1904 else _EPOCH) + dt.timedelta(days=int(value)), typed)
    if _YEAR_MONTH.fullmatch(typed):
        return Fault(NO_DAY, {"typed": typed})
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", typed):
        return Fault(NO_YEAR, {"typed": typed})
    return Fault(NOT_A_DATE, {"typed": typed})


def _text(value: str, date1904: bool, order: str) -> dt.date | Fault | Unclear:
    typed = clean(value)
    text = " ".join(unicodedata.normalize("NFKC", typed).casefold().split())
    text = _chinese_figures(text).replace("—", "-").replace("–", "-").replace("。", ".").rstrip(".")
    if re.fullmatch(_TIME, text):
        return Fault(TIME_ONLY, {"typed": typed})
    for pattern, reader in _FORMS:
        found = pattern.match(text)
        if not found:
            continue
        tail = _TAIL.fullmatch(text, found.end())
        if tail is None:
            if re.match(r"\s*(?:[-~至到、,;]|\s)\s*\d", text[found.end() :]):
                return Fault(TWO_DATES, {"typed": typed})
            continue
        if not _is_time(tail.groups()):
            return Fault(NO_SUCH_TIME, {"typed": typed})
        return reader(found, typed, order)
    if serial := _SERIAL.fullmatch(text):
        return _number(int(serial.group(1)), date1904)
    if _YEAR_MONTH.fullmatch(text):
        return Fault(NO_DAY, {"typed": typed})
    if (found := _MONTH_DAY.match(text)) and _TAIL.fullmatch(text, found.end()):
        return Fault(NO_YEAR, {"typed": typed})
    return Fault(NOT_A_DATE, {"typed": typed})


def _chinese_figures(text: str) -> str:
    """`二〇二三年五月十六日` in figures."""
    if not re.match(r"[〇○零一二三四五六七八九]{4}年", text):
        return text

    def ten(found: re.Match[str]) -> str:
        tens, ones = found.group(1).translate(_FIGURES), found.group(2).translate(_FIGURES)
        return str(int(tens or 1) * 10 + int(ones or 0))

    text = re.sub(r"([二三]?)十([一二三四五六七八九]?)", ten, text)
    return text.translate(_FIGURES)


def _is_time(parts: tuple[str | None, ...]) -> bool:
    hour, minute, second = (int(part or 0) for part in parts)
    return hour < 24 and minute < 60 and second < 60


def _day(year: int, month: int, day: int, typed: str) -> dt.date | Fault:
    try:
        return _within(dt.date(year, month, day), typed)
    except ValueError:
        return Fault(NO_DAY_THERE, {"typed": typed})


def _within(day: dt.date, typed: str) -> dt.date | Fault:
    return day if EARLIEST <= day.year <= LATEST else Fault(OUTSIDE, {"typed": typed})


def _year_first(found: re.Match[str], typed: str, order: str) -> dt.date | Fault:
    year, month, day = map(int, found.groups())
    return _day(year, month, day, typed)


def _short_chinese(found: re.Match[str], typed: str, order: str) -> dt.date | Fault:
    year, month, day = map(int, found.groups())
    return _day(2000 + year, month, day, typed)


def _named_month(found: re.Match[str], typed: str, order: str) -> dt.date | Fault:
    day, name, year = found.groups()
    if not day.isdigit():
        day, name = name, day
    month = _MONTHS.get(name[:3])
    if month is None:
        return Fault(NOT_A_DATE, {"typed": typed})
    return _day(_century(year), month, int(day), typed)


def _three(found: re.Match[str], typed: str, order: str) -> dt.date | Fault | Unclear:
    """`02-01-2025`, `23.5.1`: clear only where one order alone makes a day of it."""
    first, second, third = found.groups()
    tried = {}
    if len(third) >= 2:
        tried["dmy"] = _day(_century(third), int(second), int(first), typed)
        tried["mdy"] = _day(_century(third), int(first), int(second), typed)
    if len(third) <= 2 and len(first) == 2:
        tried["ymd"] = _day(_century(first), int(second), int(third), typed)
    days = {name: day for name, day in tried.items() if isinstance(day, dt.date)}
    if not tried:
        return Fault(NO_YEAR, {"typed": typed})
    if order:
        return days.get(order) or Fault(OTHER_ORDER, {"typed": typed})
    if not days:
        outside = [fault for fault in tried.values() if isinstance(fault, Fault) and fault.text == OUTSIDE]
        return outside[0] if outside else Fault(NO_DAY_THERE, {"typed": typed})
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    return Unclear(tuple(days.items()), typed)


def _century(year: str) -> int:
    """A year of two figures: 00 to 49 are of this century."""
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)


_FORMS = (
    (_YEAR_FIRST, _year_first), (_COMPACT, _year_first), (_SHORT_CHINESE, _short_chinese), (_THREE, _three),
    (_DAY_NAME, _named_month), (_NAME_DAY, _named_month),
)  # fmt: skip
