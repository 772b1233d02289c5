"""Dates, times, durations and money as people here read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from riskdesk.domain.words import N_
from riskdesk.i18n import language, tr, tr_in

_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def listed(words: Iterable[str]) -> str:
    """What is told in a row, as the language in use does it: `缺负责人、缺期限`, `no owner, no due date`."""
    return ("、" if language() == "zh" else ", ").join(filter(None, words))


def records(count: int) -> str:
    """`1 record`, `1,203 records`."""
    return tr("1 record") if count == 1 else tr("{n} records", n=f"{count:,}")


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
    """`02:19`, from an hour on `1:02:19`: how long, early or late alike."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


def stopwatch(seconds: float) -> str:
    """`02:19`, `−00:12`: as `countdown`, and below zero so marked."""
    return ("−" if int(seconds) < 0 else "") + countdown(seconds)


def running(seconds: float) -> str:
    """`00:12:41`."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def duration(seconds: float | None, lang: str = "") -> str:
    """`13 分 25 秒`, `24 小时`: days only from two of them, as limits are spoken of. `lang` 'zh' or 'en' for paper."""
    if seconds is None:
        return ""
    rest = abs(int(seconds))
    days, rest = divmod(rest, 86400) if rest >= 172800 else (0, rest)
    amounts = ((days, N_("d")), (rest // 3600, N_("h")), (rest % 3600 // 60, N_("min")), (rest % 60, N_("s")))
    lang = lang or language()
    words = [f"{count} {tr_in(lang, unit)}" for count, unit in amounts if count] or [f"0 {tr_in(lang, 's')}"]
    return ("−" if int(seconds) < 0 else "") + " ".join(words)


def amount(cents: int) -> str:
    """`1,234` or `1,234.50` of cents (分): yuan without the unit."""
    whole, rest = divmod(abs(cents), 100)
    return ("−" if cents < 0 else "") + f"{whole:,}" + (f".{rest:02d}" if rest else "")


def yuan(cents: int | None, lang: str = "") -> str:
    """`5,000 元`. `lang` 'zh' or 'en' for paper."""
    return "" if cents is None else tr_in(lang or language(), N_("{amount} yuan"), amount=amount(cents))


def size(count: int) -> str:
    """`820 KB`, `1.2 MB` of so many bytes."""
    for unit, step in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if count >= step:
            amount = count / step
            return f"{amount:.1f} {unit}" if amount < 10 and unit != "KB" else f"{amount:.0f} {unit}"
    return f"{count} B"


def weekday(value: dt.date) -> str:
    """`星期三`."""
    return tr(_WEEKDAYS[value.weekday()])


def month_word(number: int) -> str:
    """A month of the year, 1 to 12: `11月`, `Nov`."""
    return f"{number}月" if language() == "zh" else dt.date(2000, number, 1).strftime("%b")


def month(value: str) -> str:
    """`2026 年 11 月` of `2026-11`."""
    first = dt.date.fromisoformat(f"{value}-01")
    return f"{first.year} 年 {first.month} 月" if language() == "zh" else f"{first.strftime('%B')} {first.year}"


def long_day(value: dt.date) -> str:
    """`11 月 25 日 星期三`."""
    if language() == "zh":
        return f"{value.month} 月 {value.day} 日 {weekday(value)}"
    return f"{weekday(value)}, {value.day} {value.strftime('%B')}"
