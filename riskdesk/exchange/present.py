"""Whether a row is in the file already: by its number, or by title, place and day, with how sure and why.

Two records that both have a number, and not the same one, are two, however much they are alike: twenty people complain
in the same words of the same lift on the same day. Likeness counts only where one of them has none. The number of a
complaint is of its site's system: another site counts from 1 as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from riskdesk.domain.complaint import Complaint, is_same_ticket
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, fold

SAME_NUMBER = N_("Same number: {number}")
PERHAPS = N_("Same number {number}, but another title and day: “{title}”, {day}. Another site’s complaint?")
SAME = N_("Same {what}")
ALIKE = N_("Alike by {percent} %: “{title}”")
_FLAG_FROM = 85
_COMMON = 200
"""Character pairs that more titles than this have tell nothing."""
_LOOK_AT = 20


@dataclass(frozen=True)
class Entry:
    """What is compared of a record: its number (or the other system's), title, place with site, and day."""

    id: str
    number: str
    title: str
    place: str = ""
    day: str = ""
    site: str = ""
    is_ticket: bool = False
    """Whether the number is not of this program but of a site's own system."""


@dataclass(frozen=True)
class Present:
    """A record that is this row, or may be: how sure in percent, and why."""

    id: str
    title: str
    percent: int
    why: Fault
    by_number: bool = False
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    """Field to (value there, value in the list); only looked at where the number is the same."""


def entry_of(record: Record) -> Entry:
    """What is compared of a record of any kind that is imported."""
    return entry_from(record.KIND, {name: getattr(record, name, "") for name in COMPARED})


COMPARED = (
    "id", "number", "external", "title", "name", "phone", "site_id", "place", "received_on", "found_on", "due",
)  # fmt: skip
"""Fields that are looked at, where a kind has them."""


def entry_from(kind: str, told: Mapping[str, Any]) -> Entry:
    """What is compared of a record, from its fields or its stored row."""
    number = told.get("external") or told.get("number") or ""
    if kind == "person":
        return Entry(told["id"], number, told["name"], "", told.get("phone") or "")
    day = told.get("received_on") or told.get("found_on") or told.get("due") or ""
    place = f"{told.get('site_id') or ''} {fold(told.get('place') or '')}".strip()
    day = day if isinstance(day, str) else day.isoformat()
    site, is_ticket = told.get("site_id") or "", kind == Complaint.KIND
    return Entry(told["id"], number, told.get("title") or "", place, day, site, is_ticket)


class Numbered:
    """Entries by their numbers."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Take in an entry that has a number."""
        self._entries.setdefault(entry.number, []).append(entry)

    def find(self, wanted: Entry) -> tuple[Entry, bool] | None:
        """The entry that has the number of `wanted`, and whether it is the same for sure."""
        perhaps = None
        for entry in self._entries.get(wanted.number, ())[:_COMMON]:
            is_same = is_same_ticket(wanted, entry) if wanted.is_ticket else True
            if is_same:
                return entry, True
            if is_same is None and perhaps is None:
                perhaps = entry, False
        return perhaps


class Presence:
    """The records of one kind that are there."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._numbers = Numbered()
        for entry in self._entries:
            if entry.number:
                self._numbers.add(entry)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def by_number(self, wanted: Entry) -> Present | None:
        """The record of the number of `wanted`."""
        found = self._numbers.find(wanted)
        if found is None:
            return None
        entry, is_sure = found
        number = {"number": wanted.number}
        if is_sure:
            return Present(entry.id, entry.title, 100, Fault(SAME_NUMBER, number), True)
        return Present(entry.id, entry.title, 50, Fault(PERHAPS, {**number, "title": entry.title, "day": entry.day}))

    def find(self, wanted: Entry) -> Present | None:
        """The record that is most like `wanted`, if one is so much alike that a person should look.

        One of the same number is sought by `by_number` first.
        """
        return (self._unnumbered if wanted.number else self._all).find(wanted)

    @cached_property
    def _all(self) -> _Likeness:
        return _Likeness(self._entries)

    @cached_property
    def _unnumbered(self) -> _Likeness:
        return _Likeness([entry for entry in self._entries if not entry.number])


class _Likeness:
    """Entries arranged for finding each row's counterpart quickly."""

    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._folded = [fold(entry.title) for entry in self._entries]
        self._exact: dict[tuple[str, str, str], int] = {}
        self._spots: dict[tuple[str, str], list[int]] = {}
        self._pairs: dict[str, list[int]] = {}
        for n, (entry, title) in enumerate(zip(self._entries, self._folded, strict=True)):
            self._exact.setdefault((title, entry.place, entry.day), n)
            if entry.place and entry.day:
                self._spots.setdefault((entry.place, entry.day), []).append(n)
            for pair in _pairs(title):
                self._pairs.setdefault(pair, []).append(n)

    def find(self, wanted: Entry) -> Present | None:
        """The entry that is most like `wanted`, if one is enough so."""
        if not self._entries:
            return None
        title = fold(wanted.title)
        same = self._exact.get((title, wanted.place, wanted.day))
        if same is not None:
            what = {"what": _what(wanted)}
            return Present(self._entries[same].id, self._entries[same].title, 100, Fault(SAME, what))
        best, percent = -1, 0.0
        for n in self._candidates(title, wanted):
            score = self._score(n, title, wanted)
            if score > percent:
                best, percent = n, score
        if percent < _FLAG_FROM:
            return None
        entry = self._entries[best]
        why = Fault(ALIKE, {"percent": min(99, int(percent)), "title": entry.title})
        return Present(entry.id, entry.title, min(99, int(percent)), why)

    def _candidates(self, title: str, wanted: Entry) -> list[int]:
        near: Counter[int] = Counter(self._spots.get((wanted.place, wanted.day), ())[:_COMMON])
        for pair in _pairs(title):
            found = self._pairs.get(pair, ())
            if len(found) <= _COMMON:
                near.update(found)
        return [n for n, _ in near.most_common(_LOOK_AT)]

    def _score(self, n: int, title: str, wanted: Entry) -> float:
        entry = self._entries[n]
        alike = fuzz.ratio(title, self._folded[n])
        if alike < 60:
            return 0
        return 0.6 * alike + 20 * _agree(entry.place, wanted.place) + 20 * _agree(entry.day, wanted.day)


def _agree(one: str, other: str) -> float:
    if one == other:
        return 1
    if not one or not other:
        return 0.5
    return fuzz.ratio(one, other) / 100 if not one[:4].isdigit() else 0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)} or {text}


def _what(entry: Entry) -> str:
    return " · ".join(part for part in (entry.title, entry.place.rsplit(" ", 1)[-1], entry.day) if part)
