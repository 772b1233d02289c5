"""Amounts of money and durations as people type them. How they read is told by `riskdesk.formats`."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_LARGE = {"": 1, "千": 1_000, "万": 10_000, "w": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_SECONDS = {"天": 86400, "日": 86400, "d": 86400, "小时": 3600, "时": 3600, "h": 3600, "hr": 3600, "hour": 3600,
            "hours": 3600, "分": 60, "分钟": 60, "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
            "秒": 1, "秒钟": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "′": 60, "″": 1}  # fmt: skip
_PART = re.compile(r"(\d+(?:\.\d+)?)(小时|分钟|秒钟|[天日时分秒′″]|hours?|hr|minutes?|mins?|seconds?|sec|[dhms])")


def parse_yuan(text: str) -> int | None:
    """Cents (分) meant by '1,234.5', '¥1200', '1.2万', '1200元'; None for anything else. Never negative."""
    clean = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", text)).lower()
    match = re.fullmatch(r"(?:¥|rmb|cny)?(\d+(?:\.\d+)?|\.\d+)(百万|千万|[千万亿w]|)(?:元|块|圆)?整?", clean)
    if not match:
        return None
    try:
        cents = Decimal(match.group(1)) * _LARGE[match.group(2)] * 100
    except InvalidOperation:
        return None
    return int(cents.quantize(Decimal(1), ROUND_HALF_UP))


def parse_duration(text: str, unit: int = 60) -> int | None:
    """Seconds meant by '15 分', '15min', '1:30' (minutes and seconds), '1:02:03', '1 小时 30 分', '1.5h'; None for
    anything else. A bare number counts in `unit` seconds."""
    clean = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower().replace("半小时", "30分").replace("个", "")
    clean = clean.replace("'", "′").replace("′′", "″").replace('"', "″")
    if re.fullmatch(r"\d+(?:\.\d+)?", clean):
        return round(float(clean) * unit)
    clock = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})", clean)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds if seconds < 60 else None
    parts = _PART.findall(clean)
    if not parts or "".join(number + name for number, name in parts) != clean:
        return None
    return round(sum(float(number) * _SECONDS[name] for number, name in parts))
