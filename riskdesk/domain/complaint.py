"""Complaints from the property system (source.md 5.4, 7.1: 历史投诉数据)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, ClassVar, Protocol, Self

from riskdesk.domain.record import Broken, Ids, Line, Record, Ref, Text, Title, rule
from riskdesk.domain.words import N_


class Complaint(Record):
    """One complaint as the property system gave it out. `external` is that system's own number."""

    KIND: ClassVar[str] = "complaint"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "complaint_type", "place", "detail", "external")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("closed_on", "external")

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


class Ticket(Protocol):
    """What tells complaints of one number apart; '' where it is not known, the day as `2026-02-01`."""

    @property
    def site(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def day(self) -> str: ...


def is_same_ticket(one: Ticket, other: Ticket) -> bool | None:
    """Whether complaints with the same number of the system that they are from are one.

    The system of every site counts for itself. None, for a person to say, where a site is not known and both title
    and day are others.
    """
    if one.site and other.site:
        return one.site == other.site
    pairs = ((" ".join(one.title.split()), " ".join(other.title.split())), (one.day, other.day))
    return None if all(first and second and first != second for first, second in pairs) else True


_ZONE = "(?:(?:[东西南北中A-Za-z]|[0-9]{1,2}|[一二三四五六七八九十]{1,2})[区期])?"
_BUILDING = re.compile(
    f"第?(?P<zone>{_ZONE})(?:(?P<number>[A-Za-z]?[0-9]{{1,3}}|[A-Za-z]|[一二三四五六七八九十]{{1,3}})"
    "(?:号?[栋幢]|号楼(?![道梯]))|(?P<block>[A-Za-z]?[0-9]{1,3}|[A-Za-z])座(?!位)"
    "|(?P<lane>(?:[0-9]{1,4}弄)?[0-9]{1,4}号)(?=[0-9]{2,5}室))"
)
_FLAT = re.compile("([0-9]{1,2})-[0-9]{1,2}-[0-9]{3,4}(?![0-9])")
"""Building, unit and room; or stage, building and room: only a list of buildings can tell."""


class Spots:
    """Where complaints of a site are counted together: by building, for `3栋502` is at `3栋`.

    A building is one of the site's list, where it has one, or what a place plainly begins with.
    """

    def __init__(self, buildings: Iterable[str]) -> None:
        starts = {start: building for building in buildings if (start := _folded(building))}
        longest_first = sorted(starts, key=lambda start: -len(start))
        self._starts = starts
        self._known = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
        named = [(_name(found), starts[start]) for start in starts if (found := _BUILDING.fullmatch(start))]
        often = Counter(name for name, _ in named)
        self._by_name = {name: building for name, building in named if often[name] == 1}

    def of(self, place: str) -> str:
        """The building that `place` begins with, else the place itself."""
        return self.building(place) or " ".join(place.split())

    def is_unread(self, place: str) -> bool:
        """Whether a place has a figure, as rooms have, but no building that can be read from it."""
        return any(sign.isdecimal() for sign in place) and not self.building(place)

    def building(self, place: str) -> str:
        """The building that `place` begins with; '' for none."""
        # As it is first: folding a text is what takes long.
        known = self._known.match(place) or (self._starts and self._known.match(_folded(place)))
        return self._starts[known[0]] if known else self._read(place) or self._read(_folded(place))

    def _read(self, text: str) -> str:
        """The building that a text plainly begins with; '' for none, and for several."""
        if found := _BUILDING.match(text):
            further = _BUILDING.search(text, found.end())
            if further and further.lastgroup == found.lastgroup:
                return ""
            return self._by_name.get(_name(found), found[0].removeprefix("第").upper())
        if found := _FLAT.match(text):
            return self._by_name.get(f" {found[1]}", "")
        return ""


def _name(building: re.Match[str]) -> str:
    """By what a building is known however it is written: 3栋, 3幢 and 3号楼 are one, 3座 is another."""
    if building["number"]:
        return f"{building['zone']} {building['number']}".casefold()
    return building[0].casefold()


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
