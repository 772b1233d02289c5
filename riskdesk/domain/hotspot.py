"""Where and when complaints come more often than chance: plain statistics with their reason in words.

Were complaints of a type spread by chance alone, each would fall on a place in proportion to its size; given their
total n, the number that falls on a place with the share p of all sizes is binomial (n, p) (the conditional test of
counts, Przyborowski and Wilenski, Biometrika 31, 1940). A count is conspicuous when chance alone would reach it less
often than a point lies beyond the upper three-sigma limit of a control chart (Shewhart; GB/T 17989.2, ISO 7870-2).
Since every place is tried with every type, that chance is divided further until the whole list holds a false alarm at
most once in twenty readings (Bonferroni). The same rule serves places and months (source.md 5.4: 高频投诉小区,
季节性高峰). No mere handful is ever conspicuous (`LEAST`), nor a small surplus however many complaints make it certain
(`TIMES`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil, exp, lgamma, log, log1p
from typing import Generic, TypeVar

from riskdesk.domain.calendar import end_of_month, last_months
from riskdesk.domain.words import N_

LEAST = 5
"""Fewer complaints than this are never conspicuous."""
TIMES = 1.5
"""Fewer than so many times what is usual are never conspicuous."""
RECENT_DAYS = 90
SEASON_YEARS = 3
"""Years looked back on for a seasonal rise."""
BEYOND_THREE_SIGMA = 0.00135
"""Chance of a point above the upper limit of a control chart when nothing is the matter."""
FALSE_ALARMS = 0.05
"""Chance that a whole list holds a false alarm."""

Place = TypeVar("Place", bound=Hashable)


@dataclass(frozen=True)
class HotSpot(Generic[Place]):
    """A place and type with conspicuously many complaints in the last 90 days."""

    place: Place
    complaint_type: str
    count: int
    usual: float
    """Complaints to be expected here going by the other places."""
    limit: int
    """The most that may still be chance."""

    reason = N_("{count} complaints of this type in {days} days. Going by the other places {usual} would be usual; "
                "chance explains {limit} at most.")  # fmt: skip

    @property
    def reason_values(self) -> dict[str, str]:
        """Values of `reason`."""
        usual = f"{self.usual:.1f}".removesuffix(".0")
        return {"count": str(self.count), "days": str(RECENT_DAYS), "usual": usual, "limit": str(self.limit)}


@dataclass(frozen=True)
class SeasonalRise:
    """A type that comes more often in some months of the year than in the others."""

    complaint_type: str
    months: tuple[int, ...]
    """In the order of the season: November, December, January."""
    count: int
    """Complaints in these months, all years together."""
    usual: float
    """Complaints to be expected in these months going by the others."""
    years: int

    @property
    def reason(self) -> str:
        """Source text of the reason; `reason_values` fill it."""
        if self.years > 1:
            return N_("{count} complaints of this type in months {months} of {years} years. "
                      "Going by the other months {usual} would be usual.")  # fmt: skip
        return N_("{count} complaints of this type in months {months} of the last year. "
                  "Going by the other months {usual} would be usual.")  # fmt: skip

    @property
    def reason_values(self) -> dict[str, str]:
        """Values of `reason`."""
        months = "、".join(map(str, self.months))
        return {"count": str(self.count), "months": months, "years": str(self.years), "usual": f"{self.usual:.0f}"}


def recent(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the 90 days up to `day`."""
    return day - dt.timedelta(days=RECENT_DAYS - 1), day


def whole_months(day: dt.date) -> list[dt.date]:
    """The first days of the whole months of the last three years before the one of `day`, oldest first."""
    return last_months(day, 12 * SEASON_YEARS + 1)[:-1]


def telling_months(first: dt.date | None, day: dt.date) -> list[dt.date]:
    """The whole months that tell of a season, where the first complaint of all came in the month of `first`.

    Up to that month they tell nothing, for it may have been entered in part.
    """
    return [month for month in whole_months(day) if first is not None and month > first]


def hot_spots(counts: Mapping[tuple[Place, str], int], sizes: Mapping[Place, float]) -> list[HotSpot[Place]]:
    """Places that stand out by a type of complaint, the most conspicuous first.

    `counts` are the complaints of the last 90 days by place and type; `sizes` tells how large every place is that
    could have complaints, also those without any.
    """
    whole = sum(sizes.values())
    totals: Counter[str] = Counter()
    for (place, kind), count in counts.items():
        totals[kind] += count if kind and place in sizes else 0
    kinds = [kind for kind, total in totals.items() if total >= LEAST]
    if len(sizes) < 2 or not kinds:
        return []
    chance = min(BEYOND_THREE_SIGMA, FALSE_ALARMS / (len(sizes) * len(kinds)))
    found = []
    for (place, kind), count in counts.items():
        share = sizes.get(place, 0) / whole
        if not kind or not 0 < share < 1 or not _is_many(count, totals[kind], share, chance):
            continue
        spot = HotSpot(place, kind, count, _usual(count, totals[kind], share), _limit(totals[kind], share, chance))
        found.append((upper_tail(count, totals[kind], share), -count, str(place), kind, spot))
    return [spot for *_, spot in sorted(found, key=lambda item: item[:4])]


def seasonal_rises(counts: Mapping[tuple[str, dt.date], int], day: dt.date) -> list[SeasonalRise]:
    """Types that come more often in some months of the year, the most conspicuous first.

    `counts` are complaints by type and first day of the month, of which the `telling_months` count. Where a month of
    the year was seen more than once, it must stand out without its highest year too, so that a single bad summer is
    no season.
    """
    months = telling_months(min((month for (_, month), count in counts.items() if count), default=None), day)
    if len(months) < 12:
        return []
    by_kind: dict[str, Counter[dt.date]] = defaultdict(Counter)
    for (kind, month), count in counts.items():
        if kind and months[0] <= month <= months[-1]:
            by_kind[kind][month] += count
    totals = {kind: sum(found.values()) for kind, found in by_kind.items()}
    tried = [kind for kind, total in totals.items() if total >= LEAST]
    chance = min(BEYOND_THREE_SIGMA, FALSE_ALARMS / (12 * max(1, len(tried))))
    rises = [(kind, _high_months(by_kind[kind], months, chance)) for kind in tried]
    found = [_rise(kind, high, by_kind[kind], months) for kind, high in rises if high]
    return sorted(found, key=lambda rise: (rise.usual - rise.count, rise.complaint_type))


def by_month(counts: Mapping[dt.date, int], day: dt.date, months: int = 12) -> list[int]:
    """Complaints in each of the last `months` months up to the one of `day`, oldest first."""
    return [counts.get(first, 0) for first in last_months(day, months)]


def upper_tail(count: int, n: int, share: float) -> float:
    """The chance that `count` or more of `n` fall on a place with this `share` (0 to 1, neither of them)."""
    if count <= n * share:
        return 1.0
    if count > n:
        return 0.0
    odds = share / (1 - share)
    term = exp(lgamma(n + 1) - lgamma(count + 1) - lgamma(n - count + 1)
               + count * log(share) + (n - count) * log1p(-share))  # fmt: skip
    total = 0.0
    for k in range(count, n + 1):
        total += term
        term *= (n - k) / (k + 1) * odds
        if term < total * 1e-12:
            break
    return min(1.0, total)


def _usual(count: int, n: int, share: float) -> float:
    """What is to be expected of `n` at a place that has `count` of them, going by all the others."""
    return (n - count) * share / (1 - share)


def _is_many(count: int, n: int, share: float, chance: float) -> bool:
    if count < LEAST or count < TIMES * _usual(count, n, share):
        return False
    return upper_tail(count, n, share) < chance


def _limit(n: int, share: float, chance: float) -> int:
    """The most of `n` that may still be chance at a place with this share."""
    limit = ceil(n * share)
    while limit < n and upper_tail(limit + 1, n, share) >= chance:
        limit += 1
    return limit


def _days(month: dt.date) -> int:
    return end_of_month(month).day


def _high_months(counts: Counter[dt.date], months: list[dt.date], chance: float) -> set[int]:
    """Months of the year, 1 to 12, in which `counts` are conspicuous."""
    high = set()
    for number in range(1, 13):
        own = [month for month in months if month.month == number]
        if not _is_high(counts, own, months, chance):
            continue
        highest = max(own, key=lambda month: counts[month])
        rest, others = ([month for month in some if month != highest] for some in (own, months))
        if not rest or _is_high(counts, rest, others, BEYOND_THREE_SIGMA):
            high.add(number)
    return high


def _is_high(counts: Counter[dt.date], own: list[dt.date], months: list[dt.date], chance: float) -> bool:
    """Whether `counts` are conspicuous in the months `own` among `months`."""
    share = sum(map(_days, own)) / sum(map(_days, months))
    return _is_many(sum(counts[month] for month in own), sum(counts[month] for month in months), share, chance)


def _rise(kind: str, high: set[int], counts: Counter[dt.date], months: list[dt.date]) -> SeasonalRise:
    def of(wanted: Callable[[int], bool]) -> tuple[int, int]:
        own = [month for month in months if wanted(month.month)]
        return sum(counts[month] for month in own), sum(map(_days, own))

    count, days = of(lambda number: number in high)
    others, other_days = of(lambda number: number not in high)
    usual = others / other_days * days if other_days else 0.0
    return SeasonalRise(kind, season(high), count, usual, max(1, round(len(months) / 12)))


def season(numbers: Iterable[int]) -> tuple[int, ...]:
    """Months of the year in the order in which a season runs, beginning after the longest gap."""
    ordered = sorted(set(numbers))
    if len(ordered) < 2:
        return tuple(ordered)
    gaps = [(ordered[place] - ordered[place - 1]) % 12 for place in range(len(ordered))]
    start = gaps.index(max(gaps))
    return (*ordered[start:], *ordered[:start])
