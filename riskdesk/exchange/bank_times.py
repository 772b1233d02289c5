"""Days and times of the case bank that are told from the moment of loading, so that a sample is always fresh.

"+0d" "-12d" "+2w"        a day, counted from today in the office's zone
"-1@07-15" "-2@07-15"     the last 15 July up to today, and the one before it
"-25h13m20s" "-12m41s"    a time, counted from now: w d h m s, m for minutes
"-3d 14:24:27"            a time of day in the office's zone, counted in days from today
"1m12s" "25h"             a duration without a sign, used in the log of an incident
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")
"""Zone in which days and times of day of the bank are meant."""

_UNITS = {"w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1}
_LENGTH = r"(?:\d{1,5}[wdhms]){1,5}"
_RELATIVE = re.compile(rf"(?P<sign>[+-])(?P<length>{_LENGTH})(?: (?P<clock>\d\d:\d\d(?::\d\d)?))?")
_DURATION = re.compile(_LENGTH)
_DAYS = re.compile(r"(?:\d{1,5}[wd])+")
_YEARLY = re.compile(r"-(?P<back>[1-9])@(?P<month>\d\d)-(?P<day>\d\d)")


def seconds_of(text: str) -> int | None:
    """Seconds of a duration such as "1m12s"; None if it is not written that way."""
    return _seconds(text) if _DURATION.fullmatch(text) else None


def _seconds(length: str) -> int:
    return sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+)([wdhms])", length))


def _offset(found: re.Match[str]) -> dt.timedelta:
    seconds = _seconds(found["length"])
    return dt.timedelta(seconds=-seconds if found["sign"] == "-" else seconds)


def is_relative(text: str) -> bool:
    """Whether `text` begins like a relative time, rightly written or not."""
    return text[:1] in ("+", "-")


def day_of(text: str, now: dt.datetime) -> dt.date | None:
    """The day that "-12d" or "-1@07-15" means at `now`; None if it is not written that way."""
    if yearly := _YEARLY.fullmatch(text):
        return _yearly(yearly, now.astimezone(OFFICE_ZONE).date())
    found = _RELATIVE.fullmatch(text)
    if found is None or found["clock"] or not _DAYS.fullmatch(found["length"]):
        return None
    return now.astimezone(OFFICE_ZONE).date() + _offset(found)


def _yearly(found: re.Match[str], today: dt.date) -> dt.date | None:
    month, day = int(found["month"]), int(found["day"])
    year = today.year - int(found["back"]) + ((month, day) <= (today.month, today.day))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def moment_of(text: str, now: dt.datetime) -> dt.datetime | None:
    """The time, UTC, that "-25h13m20s" or "-3d 14:24" means at `now`; None if it is not written that way."""
    found = _RELATIVE.fullmatch(text)
    if found is None:
        return None
    if not found["clock"]:
        return now.astimezone(dt.UTC) + _offset(found)
    day = day_of(found["sign"] + found["length"], now)
    try:
        clock = dt.time.fromisoformat(found["clock"])
    except ValueError:
        return None
    return dt.datetime.combine(day, clock, OFFICE_ZONE).astimezone(dt.UTC) if day else None
