"""The filters of the forms: how dates, times, durations, money and levels read, in Chinese and English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from riskdesk import formats
from riskdesk.domain import privacy

LEVELS = {
    "red": ("▲", {"zh": "红", "en": "Red"}),
    "yellow": ("◆", {"zh": "黄", "en": "Yellow"}),
    "blue": ("●", {"zh": "蓝", "en": "Blue"}),
}
UNSCORED = {"zh": "未评", "en": "Not scored"}
_YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}
_SIMULATED = {"zh": "（模拟）", "en": " (simulated)"}
_OUTSIDE = re.compile(r"(?<!\d)(?:1(?:10|12|14|19|20|22)|9\d{4}|1\d{10}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)")


class Filters:
    """The filters for one language ("zh" or "en") and one time zone; None leaves times as they are."""

    def __init__(self, language: str, zone: dt.tzinfo | None) -> None:
        self.language, self.zone = language, zone

    def all(self) -> dict[str, Callable[..., Any]]:
        """The filters by the name that forms use."""
        names = ("date", "datetime", "clock", "duration", "mmss", "money", "level", "mask", "simulated")
        return {name: getattr(self, name) for name in names}

    def show(self, value: Any) -> Any:
        """What a value prints as when no filter is named: nothing for None, dates and truth in words."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return _YES_NO[self.language][not value]
        if isinstance(value, dt.datetime):
            return self.datetime(value)
        if isinstance(value, dt.date):
            return self.date(value)
        return value

    def date(self, value: Any) -> str:
        """2026-12-06, of a date or a time."""
        if isinstance(value, dt.datetime):
            value = self._local(value)
        return f"{value:%Y-%m-%d}" if isinstance(value, dt.date) else _text(value)

    def datetime(self, value: Any, seconds: bool = False, year: bool = True) -> str:
        """2026-12-06 20:00 in the site's zone; `seconds` adds them, `year=false` leaves the year off."""
        if not isinstance(value, dt.datetime):
            return self.date(value)
        form = ("%Y-%m-%d" if year else "%m-%d") + (" %H:%M:%S" if seconds else " %H:%M")
        return self._local(value).strftime(form)

    def clock(self, value: Any, seconds: bool = True) -> str:
        """14:24:27 in the site's zone."""
        form = "%H:%M:%S" if seconds else "%H:%M"
        if isinstance(value, dt.datetime):
            return self._local(value).strftime(form)
        return value.strftime(form) if isinstance(value, dt.time) else _text(value)

    def duration(self, value: Any) -> str:
        """13 分 25 秒 of 805 seconds; parts that are nothing are left out."""
        return formats.duration(value, self.language) if _whole(value) else _text(value)

    def mmss(self, value: Any) -> str:
        """13:25 of 805 seconds, 1:02:05 of 3,725."""
        return formats.stopwatch(value) if _whole(value) else _text(value)

    def money(self, value: Any) -> str:
        """5,000 元 of 500,000 cents (分); cents are shown only if there are any."""
        return formats.yuan(int(value), self.language) if _whole(value) else _text(value)

    def level(self, value: Any) -> str:
        """▲ 红 of "red": the shape says it without colour."""
        if value in LEVELS:
            shape, words = LEVELS[value]
            return f"{shape} {words[self.language]}"
        return UNSCORED[self.language] if value is None or value == "" else _text(value)

    def mask(self, value: Any) -> str:
        """138****8000, 3栋***室: a text without the personal data in it."""
        return privacy.mask(_text(value))

    def simulated(self, value: Any) -> str:
        """119（模拟）: every outside number in a text of a drill says that it is not to be called."""
        return _OUTSIDE.sub(lambda match: match[0] + _SIMULATED[self.language], _text(value))

    def _local(self, value: dt.datetime) -> dt.datetime:
        return value.astimezone(self.zone) if self.zone and value.tzinfo else value


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _whole(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
