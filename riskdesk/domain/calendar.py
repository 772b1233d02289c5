"""Quarters and months as an office counts them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from riskdesk.domain.words import N_, Choice, labelled


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Quarter:
        """The quarter that holds `day`."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.next.first - dt.timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return self.ago(-1)

    def ago(self, count: int) -> Quarter:
        """The one so many quarters before it."""
        year, place = divmod(self.year * 4 + self.number - 1 - count, 4)
        return Quarter(year, place + 1)

    @property
    def months(self) -> tuple[int, int, int]:
        """Its months, 1 to 12."""
        return (self.first.month, self.first.month + 1, self.first.month + 2)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def week_of(self, day: dt.date) -> int:
        """Which week of the quarter `day` lies in, from 1, weeks beginning on Monday."""
        monday = self.first - dt.timedelta(days=self.first.weekday())
        return (day - monday).days // 7 + 1


def last_months(day: dt.date, count: int) -> list[dt.date]:
    """The first days of the last `count` months up to the one that holds `day`, oldest first."""
    index = day.year * 12 + day.month - 1
    return [dt.date(i // 12, i % 12 + 1, 1) for i in range(index - count + 1, index + 1)]


def end_of_month(first: dt.date) -> dt.date:
    """The last day of the month that begins on `first`."""
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


@labelled(week=N_("Weekly"), month=N_("Monthly"), quarter=N_("Quarterly"), year=N_("Yearly"))
class Every(Choice):
    """How often something comes again."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}


def series(first: dt.date, every: Every, count: int) -> list[dt.date]:
    """The `count` days that follow `first` at that interval; the 31st is the last day of a shorter month."""
    if every is Every.WEEK:
        return [first + dt.timedelta(weeks=n) for n in range(1, count + 1)]
    found = []
    for n in range(1, count + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + n * _MONTHS[every], 12)
        found.append(dt.date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])))
    return found


def working_day(day: dt.date) -> dt.date:
    """`day`, or instead of a Saturday or Sunday the Monday after it, within the same month else the Friday before."""
    if day.weekday() < 5:
        return day
    monday = day + dt.timedelta(days=7 - day.weekday())
    return monday if monday.month == day.month else day - dt.timedelta(days=day.weekday() - 4)
