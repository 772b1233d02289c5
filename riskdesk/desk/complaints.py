"""What can be done with complaints, and what they tell: counts, hot spots, seasonal rises."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from riskdesk.desk.standing_out import Linked, Spot, StandsOut, find_hot_spots, find_seasonal_rises, site_of_unread
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.complaint import Complaint, Spots
from riskdesk.domain.directory import Site
from riskdesk.domain.hotspot import by_month
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus
from riskdesk.domain.words import N_
from riskdesk.long_work import Tell, quiet
from riskdesk.store import ALL, Query, Write
from riskdesk.store.query import Condition

__all__ = ["Complaints", "Spot", "StandsOut"]


class Complaints(Noun):
    """The complaints that the property system gave out."""

    @verb(N_("New complaint"))
    def add(self, write: Write, complaint: Complaint) -> Complaint:
        """Enter a complaint."""
        return write.create(complaint)

    @verb(N_("Save complaint"), needs="complaint")
    def save(self, write: Write, complaint: Complaint, base: Complaint) -> Complaint:
        """Save an edited complaint. Raises `Conflict`."""
        return write.save(complaint, base)

    @verb(N_("Complaint settled"), needs="complaint")
    def settle(self, write: Write, complaint_ids: Sequence[str]) -> int:
        """Note complaints as settled today; returns how many were open."""
        waiting = [complaint for complaint in map(self.get, complaint_ids) if complaint.is_open]
        for complaint in waiting:
            closed_on = max(self.desk.today, complaint.received_on)
            write.save(complaint.changed(closed_on=closed_on), complaint)
        return len(waiting)

    @verb(N_("Delete complaints"), needs="complaint")
    def delete(self, write: Write, complaint_ids: Sequence[str]) -> None:
        """Move complaints to the trash."""
        for id in complaint_ids:
            write.delete("complaint", id)

    @verb(N_("Raise a risk from complaints"), needs="complaint", long=True)
    def raise_risk(
        self, write: Write, complaint_ids: Sequence[str], fields: Mapping[str, Any], tell: Tell = quiet
    ) -> Risk:
        """Enter a draft risk recognised from these complaints, and link them with it: one step to undo.

        `fields` tell what is known of it, at least the title; `source_note` holds the reason.
        """
        families = [family.key for family in self.desk.policy.families]
        given = {
            "family": "opinion" if "opinion" in families else families[0],
            "status": RiskStatus.DRAFT, "source": RiskSource.COMPLAINT, "review_days": self.desk.policy.review_days,
        }  # fmt: skip
        risk = self.desk.risks.enter(write, Risk.of(**(given | dict(fields))))
        self._link(write, complaint_ids, risk.id, tell)
        return risk

    @verb(N_("Link complaints with a risk"), needs="complaint", long=True)
    def link(self, write: Write, complaint_ids: Sequence[str], risk_id: str, tell: Tell = quiet) -> int:
        """Link complaints with a risk that exists; returns how many were not linked with it yet."""
        return self._link(write, complaint_ids, risk_id, tell)

    def _link(self, write: Write, complaint_ids: Sequence[str], risk_id: str, tell: Tell) -> int:
        new = 0
        for done, complaint in enumerate(map(self.get, complaint_ids)):
            tell(done, len(complaint_ids))
            if risk_id not in complaint.risk_ids:
                write.save(complaint.changed(risk_ids=(*complaint.risk_ids, risk_id)), complaint)
                new += 1
        return new

    # questions

    def get(self, complaint_id: str) -> Complaint:
        """The complaint of that id. Raises `NotFound`."""
        return self.store.get(Complaint, complaint_id)

    def ids(self, query: Query) -> list[str]:
        """Ids of the complaints that a query finds."""
        return [row["id"] for row in self.store.rows("complaint", self.store.ns("complaint", query))]

    def count_open(self) -> int:
        """How many complaints wait to be settled."""
        return self.store.count("complaint", Query(where=(Condition("closed_on", "empty"),)))

    def of_risk(self, risk_id: str) -> Query:
        """The query for the complaints that are linked with a risk."""
        return Query(where=(Condition("risk_ids", "has", risk_id),))

    def by_month(self, query: Query = ALL, months: int = 12) -> list[int]:
        """Complaints that `query` finds in each of the last months up to this one, oldest first."""
        counts = self.store.counts("complaint", ("received_on:month",), query)
        firsts = {_first(month): count for (month,), count in counts.items()}
        return by_month(firsts, self.desk.today, months)

    def by_type(self, query: Query = ALL) -> list[tuple[str, int]]:
        """(type, complaints) that `query` finds, the most first; those without a type under ''."""
        counts = Counter(self.store.count_by("complaint", "complaint_type", query))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def by_place(self, query: Query = ALL) -> list[tuple[Spot, int]]:
        """((site id, building or place), complaints) that `query` finds, the most first."""
        spots = self._spots()
        counts: Counter[Spot] = Counter()
        for (site_id, place), count in self.store.counts("complaint", ("site_id", "place"), query).items():
            counts[site_id, spots[site_id].of(place)] += count
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def types(self) -> list[str]:
        """Every type that occurs, by name."""
        return sorted(kind for kind in self.store.count_by("complaint", "complaint_type") if kind)

    def channels(self) -> list[str]:
        """Every channel that occurs, by name."""
        return sorted(channel for channel in self.store.count_by("complaint", "channel") if channel)

    def places_of(self, wanted: Collection[str]) -> tuple[Spot, ...]:
        """(site id, place as written) of what is counted together as one of `wanted`, whatever the site."""
        spots, written = self._spots(), self.store.counts("complaint", ("site_id", "place"))
        return tuple(sorted((site_id, place) for site_id, place in written if spots[site_id].of(place) in wanted))

    def stands_out(self) -> list[StandsOut]:
        """Hot spots, then seasonal rises, the most conspicuous first, each with the risk that exists for it.

        0.2 s on 100,000 complaints: read it off the GUI thread.
        """
        spots = self._spots()
        linked = Linked(self.desk, spots)
        return [*find_hot_spots(self.desk, linked, spots), *find_seasonal_rises(self.desk, linked)]

    def site_of_unread(self) -> str:
        """Id of a site whose list of buildings would let many rooms be counted together; '' for none."""
        return site_of_unread(self.desk, self._spots())

    def _spots(self) -> defaultdict[str, Spots]:
        """How places are counted together at each site; those of no known site by what is written."""
        known = {site.id: Spots(site.buildings) for site in self.store.select(Site)}
        return defaultdict(lambda: Spots(()), known)


def _first(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")
