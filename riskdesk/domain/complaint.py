"""Complaints from the property system (source.md 5.4, 7.1: 历史投诉数据)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, ClassVar, Self

from riskdesk.domain.record import Broken, Ids, Line, Record, Ref, Text, Title, rule
from riskdesk.domain.words import N_


class Complaint(Record):
    """One complaint as the property system gave it out. `external` is that system's own number."""

    KIND: ClassVar[str] = "complaint"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "complaint_type", "place", "detail", "external")

    title: Title
    received_on: dt.date
    complaint_type: Line = ""
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    detail: Text = ""
    channel: Line = ""
    closed_on: dt.date | None = None
    external: Line = ""
    risk_ids: Annotated[Ids, Ref("risk")] = ()

    @rule
    def _days_in_order(self) -> Self:
        if self.closed_on and self.closed_on < self.received_on:
            raise Broken("closed_on", N_("It was settled before it came in."))
        return self

    @property
    def is_open(self) -> bool:
        """Whether it waits to be settled."""
        return self.closed_on is None

    def days_open(self, day: dt.date) -> int:
        """Days from coming in until it was settled, or until `day`."""
        return max(0, ((self.closed_on or day) - self.received_on).days)


class Spots:
    """Where complaints of a site are counted together: by building, for `3栋502` is at `3栋`."""

    def __init__(self, buildings: Iterable[str]) -> None:
        starts = {start: building for building in buildings if (start := _folded(building))}
        longest_first = sorted(starts, key=lambda start: -len(start))
        self._starts = starts
        self._known = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def of(self, place: str) -> str:
        """The building that `place` begins with, else the place itself."""
        # As it is first: folding a text is what takes long.
        found = self._known.match(place) or self._known.match(_folded(place))
        return self._starts[found[0]] if found else " ".join(place.split())


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
