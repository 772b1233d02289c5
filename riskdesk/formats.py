"""Dates, times, durations and money as people here read them."""

from __future__ import annotations

import datetime as dt

from riskdesk.domain.words import N_
from riskdesk.i18n import language, tr

_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def day(value: dt.date | str | None, today: dt.date | None = None) -> str:
    """`11-26` within the year of `today`, else `2027-03-31`; a date may come as stored text."""
    if not value:
        return ""
    value = dt.date.fromisoformat(value) if isinstance(value, str) else value
    return value.strftime("%m-%d") if today and value.year == today.year else value.isoformat()


def due(value: dt.date | str | None, today: dt.date) -> tuple[str, bool]:
    """How a due date reads, and whether it has passed: `逾期 4 天`, `今天`, `12-03`."""
    if not value:
        return "", False
    value = dt.date.fromisoformat(value) if isinstance(value, str) else value
    days = (value - today).days
    if days < 0:
        return tr("{n} d overdue", n=-days), True
    return (tr("today") if days == 0 else day(value, today)), False


def moment(value: dt.datetime | str | None, today: dt.date | None = None, *, seconds: bool = False) -> str:
    """A point in time where this computer stands: `09-14 21:06`."""
    if not value:
        return ""
    value = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    local = value.astimezone()
    return f"{day(local.date(), today)} {local.strftime('%H:%M:%S' if seconds else '%H:%M')}"


def clock(value: dt.datetime) -> str:
    """`14:36:31` where this computer stands."""
    return value.astimezone().strftime("%H:%M:%S")


def countdown(seconds: float) -> str:
    """`02:19`, from an hour on `1:02:19`."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


def running(seconds: float) -> str:
    """`00:12:41`."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def duration(seconds: float | None) -> str:
    """`13 分 25 秒`, `24 小时`."""
    if seconds is None:
        return ""
    whole = int(seconds)
    parts = [
        (whole // 86400, tr("d")) if whole >= 172800 else (0, ""),
        ((whole % 86400 if whole >= 172800 else whole) // 3600, tr("h")),
        (whole % 3600 // 60, tr("min")),
        (whole % 60, tr("s")),
    ]
    words = [f"{count} {unit}" for count, unit in parts if count]
    return " ".join(words) or f"0 {tr('s')}"


def yuan(cents: int | None) -> str:
    """`5,000 元`."""
    if cents is None:
        return ""
    amount = f"{cents // 100:,}" if cents % 100 == 0 else f"{cents / 100:,.2f}"
    return tr("{amount} yuan", amount=amount)


def weekday(value: dt.date) -> str:
    """`星期三`."""
    return tr(_WEEKDAYS[value.weekday()])


def long_day(value: dt.date) -> str:
    """`11 月 25 日 星期三`."""
    if language() == "zh":
        return f"{value.month} 月 {value.day} 日 {weekday(value)}"
    return f"{weekday(value)}, {value.day} {value.strftime('%B')}"
