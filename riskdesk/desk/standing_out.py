"""Which complaints stand out: hot spots and seasonal rises, the complaints behind each, and the risk raised for it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riskdesk.domain.calendar import end_of_month
from riskdesk.domain.complaint import Spots
from riskdesk.domain.directory import Site
from riskdesk.domain.hotspot import LEAST, HotSpot, SeasonalRise, hot_spots, recent, seasonal_rises, telling_months
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.store import Query
from riskdesk.store.query import Condition

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

Spot = tuple[str, str]
"""Id of the site, and the place there; '' for the site as a whole."""


@dataclass(frozen=True)
class StandsOut:
    """A hot spot or a seasonal rise, the complaints behind it, and the risk that was raised for it already."""

    found: HotSpot[Spot] | SeasonalRise
    query: Query
    """Finds the complaints that it counts."""
    site_id: str = ""
    place: str = ""
    risk: Risk | None = None

    @property
    def complaint_type(self) -> str:
        """The type of complaint that it is about."""
        return self.found.complaint_type

    @property
    def months(self) -> tuple[int, ...]:
        """The months of a seasonal rise; none for a hot spot."""
        return self.found.months if isinstance(self.found, SeasonalRise) else ()

    @property
    def reason(self) -> str:
        """Why it stands out: a source text, filled by `reason_values`."""
        return self.found.reason

    @property
    def reason_values(self) -> dict[str, str]:
        """Values of `reason`."""
        return self.found.reason_values


class Linked:
    """Risks with which complaints are linked already, read once for all that stands out."""

    def __init__(self, desk: Desk, spots: Mapping[str, Spots]) -> None:
        self._desk = desk
        by = ("risk_ids", "site_id", "place", "complaint_type", "received_on")
        found = desk.store.counts("complaint", by, Query(where=(Condition("risk_ids", "filled"),)))
        self._links = [
            (risk_ids, (site_id, spots[site_id].of(place)), kind, dt.date.fromisoformat(day), count)
            for (risk_ids, site_id, place, kind, day), count in found.items()
        ]

    def of_spot(self, found: HotSpot[Spot], first: dt.date) -> Risk | None:
        """The live risk of a hot spot since `first`."""
        site_id, place = found.place
        counts: Counter[str] = Counter()
        for risk_ids, spot, kind, day, count in self._links:
            if kind == found.complaint_type and day >= first and spot[0] == site_id and place in ("", spot[1]):
                counts.update(dict.fromkeys(risk_ids, count))
        return next((risk for risk in self._live(counts) if risk.site_id in ("", site_id)), None)

    def of_rise(self, found: SeasonalRise) -> Risk | None:
        """The live risk of a seasonal rise: one that is acute in one of its months."""
        counts: Counter[str] = Counter()
        for risk_ids, _, kind, day, count in self._links:
            if kind == found.complaint_type and day.month in found.months:
                counts.update(dict.fromkeys(risk_ids, count))
        return next((risk for risk in self._live(counts) if set(risk.season) & set(found.months)), None)

    def _live(self, counts: Counter[str]) -> Iterable[Risk]:
        for id, _ in counts.most_common():
            if not self._desk.store.is_deleted("risk", id):
                risk = self._desk.risks.get(id)
                if risk.status is not RiskStatus.CLOSED:
                    yield risk


def find_hot_spots(desk: Desk, linked: Linked, spots: Mapping[str, Spots]) -> list[StandsOut]:
    """Buildings, and sites as a whole, that stand out by a type of complaint in the last 90 days.

    All buildings there are belong to the comparison, and every other place that had complaints. A site is not told
    again for a type by which one of its buildings is told.
    """
    first, days = _lately(desk)
    counts: Counter[tuple[Spot, str]] = Counter()
    of_sites: Counter[tuple[Spot, str]] = Counter()
    written: dict[Spot, set[str]] = defaultdict(set)
    by = ("site_id", "place", "complaint_type")
    for (site_id, place, kind), count in desk.store.counts("complaint", by, Query(where=days)).items():
        spot = (site_id, spots[site_id].of(place))
        written[spot].add(place)
        if spot[1]:
            counts[spot, kind] += count
        if site_id:
            of_sites[(site_id, ""), kind] += count
    buildings = {site.id: site.buildings for site in desk.store.select(Site)}
    known = {(site_id, spots[site_id].of(name)) for site_id, names in buildings.items() for name in names}
    found = hot_spots(counts, dict.fromkeys({*known, *(spot for spot, _ in counts)}, 1.0))
    told = {(spot.place[0], spot.complaint_type) for spot in found}
    at_sites = hot_spots(of_sites, _site_sizes(of_sites, buildings))
    found += [spot for spot in at_sites if (spot.place[0], spot.complaint_type) not in told]
    return [
        StandsOut(spot, Query(where=(*days, *_at(spot, written))), *spot.place, linked.of_spot(spot, first))
        for spot in found
    ]


def site_of_unread(desk: Desk, spots: Mapping[str, Spots]) -> str:
    """Id of the site without a list of buildings where most rooms of the last 90 days count singly; '' for none."""
    _, days = _lately(desk)
    unlisted = {site.id for site in desk.store.select(Site) if not site.buildings}
    counts: Counter[str] = Counter()
    for (site_id, place), count in desk.store.counts("complaint", ("site_id", "place"), Query(where=days)).items():
        if site_id in unlisted and spots[site_id].is_unread(place):
            counts[site_id] += count
    return next((site_id for site_id, count in counts.most_common(1) if count >= LEAST), "")


def _lately(desk: Desk) -> tuple[dt.date, tuple[Condition, ...]]:
    """The first of the last 90 days, and what finds the complaints received in them."""
    first, last = recent(desk.today)
    return first, (
        Condition("received_on", ">=", first.isoformat()),
        Condition("received_on", "<=", last.isoformat()),
    )


def find_seasonal_rises(desk: Desk, linked: Linked) -> list[StandsOut]:
    """Types that come more often in some months of the year, over the last three years."""
    counts = desk.store.counts("complaint", ("complaint_type", "received_on:month"))
    by_month = {(kind, dt.date.fromisoformat(f"{month}-01")): count for (kind, month), count in counts.items()}
    months = months_of_seasons(desk)
    found = []
    for rise in seasonal_rises(by_month, desk.today):
        of_type = Condition("complaint_type", "in", (rise.complaint_type,))
        own = in_months([month for month in months if month.month in rise.months])
        found.append(StandsOut(rise, Query(where=(of_type, own)), risk=linked.of_rise(rise)))
    return found


def months_of_seasons(desk: Desk) -> list[dt.date]:
    """The first days of the months in which seasons are looked for."""
    store, by_day = desk.store, Query(sort=(("received_on", False),))
    days = [row["received_on"] for row in store.rows("complaint", store.ns("complaint", by_day, 1), ("received_on",))]
    return telling_months(dt.date.fromisoformat(days[0]).replace(day=1) if days else None, desk.today)


def in_months(firsts: Sequence[dt.date]) -> Condition:
    """Received in one of the months that begin on these days."""
    days = [first + dt.timedelta(days=day) for first in firsts for day in range(end_of_month(first).day)]
    return Condition("received_on", "in", tuple(day.isoformat() for day in days))


def _at(spot: HotSpot[Spot], written: Mapping[Spot, Iterable[str]]) -> list[Condition]:
    site_id, place = spot.place
    where = [Condition("site_id", "in", (site_id,)), Condition("complaint_type", "in", (spot.complaint_type,))]
    return [*where, Condition("place", "in", tuple(sorted(written[spot.place])))] if place else where


def _site_sizes(counts: Mapping[tuple[Spot, str], int], buildings: Mapping[str, tuple[str, ...]]) -> dict[Spot, float]:
    """All sites, by their number of buildings where all of them tell it, else one like the other."""
    sites = sorted({*buildings, *(spot[0] for spot, _ in counts)})
    sizes = {site_id: len(buildings.get(site_id, ())) for site_id in sites}
    told = all(sizes.values())
    return {(site_id, ""): float(size) if told else 1.0 for site_id, size in sizes.items()}
