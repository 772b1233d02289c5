"""A past moment as people write it: a clock time, or how long ago."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from riskdesk.gui.widgets.amounts import parse_duration

_CLOCK = re.compile(r"(\d{1,2})[:点时.](\d{1,2})(?:[:分.](\d{1,2})?秒?)?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_AGO = re.compile(r"-?(.+?)(?:前|之前|以前|ago)?")


def parse_when(text: str, now: dt.datetime) -> dt.datetime | None:
    """The moment meant by '14:37', '14:37:52', '1437', '5', '5 分钟前', '-5', '30 s ago'; None for anything else.

    Never after `now`: a clock time that lies ahead is yesterday's. A bare number of one or two figures is minutes ago.
    """
    clean = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    clock = _CLOCK.fullmatch(clean) or _DIGITS.fullmatch(clean)
    if clock:
        hour, minute, second = (int(part or 0) for part in (*clock.groups(), None)[:3])
        if hour > 23 or minute > 59 or second > 59:
            return None
        local = now.astimezone()
        moment = local.replace(hour=hour, minute=minute, second=second, microsecond=0)
        return moment if moment <= local else moment - dt.timedelta(days=1)
    ago = _AGO.fullmatch(clean)
    seconds = parse_duration(ago.group(1)) if ago else None
    return None if seconds is None else now - dt.timedelta(seconds=seconds)
