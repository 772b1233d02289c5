"""The agenda of a review meeting, from what stands out (source.md 7.1: 高频投诉场景、新出台法规、季节性风险点)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.review import TopicKind
from riskdesk.domain.risk import Flag
from riskdesk.domain.words import N_

MOST = 20
"""Topics of one kind; what is beyond is told in one line, for a meeting has to end."""
FIRST_LOOK_DAYS = 90
"""How far the first meeting of an office looks back, having none before it: a quarter."""


@dataclass(frozen=True)
class Said:
    """A source text and its values, translated at the edge."""

    text: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """Something that may come up, as plain values: a record, or what complaints tell."""

    title: str
    kind: str = ""
    id: str = ""
    """Empty where it is no record."""
    level: Level | None = None
    day: dt.date | None = None
    """Of a risk its next review, of a measure its due date, of a regulation when it takes effect, else when it was."""
    months: tuple[int, ...] = ()
    """Of a risk or a seasonal rise: when it is acute."""
    flags: tuple[Flag, ...] = ()
    """What a red risk lacks."""
    note: str = ""
    why: tuple[Said, ...] = ()
    """Reasons that are known already: those of complaint statistics."""


@dataclass(frozen=True)
class Sources:
    """All that an agenda is drawn from. `totals` tells of how many a list holds only the first."""

    hot_spots: Sequence[Matter] = ()
    rises: Sequence[Matter] = ()
    regulations: Sequence[Matter] = ()
    risks: Sequence[Matter] = ()
    """Open and monitored risks."""
    cases: Sequence[Matter] = ()
    incidents: Sequence[Matter] = ()
    measures: Sequence[Matter] = ()
    totals: Mapping[TopicKind, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """A topic to be, its reasons not yet put into words."""

    topic_kind: TopicKind
    matter: Matter
    reasons: tuple[Said, ...] = ()


class Rest(NamedTuple):
    """How many more of a kind there are than stand on the agenda."""

    topic_kind: TopicKind
    more: int


def since_last(held: Iterable[dt.date], day: dt.date) -> dt.date:
    """The day after which something is new to a meeting on `day`, given when earlier ones were held."""
    return max((before for before in held if before < day), default=day - dt.timedelta(days=FIRST_LOOK_DAYS))


def agenda(sources: Sources, quarter: Quarter, day: dt.date, since: dt.date) -> tuple[list[Item], list[Rest]]:
    """What the meeting of `quarter` talks about on `day`, when the last one was held on `since`.

    A risk comes up once, under the first kind that fits, with every reason.
    """
    found = [
        *_complaints(sources, quarter, day), *_regulations(sources, day, since),
        *_risks(sources.risks, quarter, day), *_since(sources, since), *_measures(sources, day),
    ]  # fmt: skip
    items = _once(found)
    return _capped(items, sources.totals, quarter, day)


def months_ahead(quarter: Quarter, day: dt.date) -> frozenset[int]:
    """Months of the year that a meeting looks ahead to: what is left of its quarter, and the next one."""
    left = [month for month in quarter.months if day not in quarter or month >= day.month]
    return frozenset({*left, *quarter.next.months})


def _complaints(sources: Sources, quarter: Quarter, day: dt.date) -> list[Item]:
    ahead = months_ahead(quarter, day)
    rises = [matter for matter in sources.rises if ahead.intersection(matter.months)]
    return [
        *(Item(TopicKind.HOTSPOT, matter, matter.why) for matter in sources.hot_spots),
        *(Item(TopicKind.SEASON, matter, matter.why) for matter in rises),
    ]


def _regulations(sources: Sources, day: dt.date, since: dt.date) -> list[Item]:
    """What the register calls new, whether it is in force already or will be."""
    items = []
    for matter in sources.regulations:
        ahead = matter.day is not None and matter.day > day
        text = N_("Takes effect on {day}.") if ahead else N_("In force since {day}.")
        reasons = [Said(text, {"day": matter.day})] if matter.day else []
        if matter.note:
            reasons.append(Said("{note}", {"note": matter.note}))
        items.append(Item(TopicKind.REGULATION, matter, tuple(reasons)))
    return items


def _risks(risks: Sequence[Matter], quarter: Quarter, day: dt.date) -> list[Item]:
    items = []
    for risk in sorted(risks, key=_gravest):
        reasons = risk_reasons(risk, quarter, day)
        if reasons:
            kinds = [kind for kind, _ in reasons]
            items.append(Item(kinds[0], risk, tuple(said for _, said in reasons)))
    return items


def risk_reasons(risk: Matter, quarter: Quarter, day: dt.date) -> list[tuple[TopicKind, Said]]:
    """Why a risk comes up, what is most pressing first: it lacks something, its review is overdue, its season comes."""
    reasons = [(TopicKind.FLAGGED, Said(flag.label)) for flag in risk.flags]
    if risk.day is not None and risk.day < day:
        late = Said(N_("Its review was due on {day}, {n} days ago."), {"day": risk.day, "n": (day - risk.day).days})
        reasons.append((TopicKind.OVERDUE, late))
    acute = [month for month in quarter.next.months if month in risk.months]
    if acute:
        months = "、".join(map(str, acute))
        reasons.append((TopicKind.ACUTE, Said(N_("Acute in the next quarter: months {months}."), {"months": months})))
    return reasons


def _gravest(matter: Matter) -> tuple[int, dt.date, str]:
    return (-(matter.level.rank if matter.level else 0), matter.day or dt.date.max, matter.title)


def _since(sources: Sources, since: dt.date) -> list[Item]:
    items = []
    for kind, matters, text, noted in (
        (TopicKind.CASE, sources.cases, N_("In the library since {day}."), N_("{note}, in the library since {day}.")),
        (TopicKind.INCIDENT, sources.incidents, N_("Happened on {day}."), N_("{note}, happened on {day}.")),
    ):
        new = [matter for matter in matters if matter.day is not None and matter.day > since]
        new.sort(key=lambda matter: (matter.day or since, matter.title), reverse=True)
        items += [
            Item(kind, matter, (Said(noted if matter.note else text, {"note": matter.note, "day": matter.day}),))
            for matter in new
        ]
    return items


def _measures(sources: Sources, day: dt.date) -> list[Item]:
    items = []
    late = [(matter.day, matter) for matter in sources.measures if matter.day is not None and matter.day < day]
    for due, matter in sorted(late, key=lambda pair: (pair[0], pair[1].title)):
        text = N_("{note}: due on {day}, {n} days late.") if matter.note else N_("Due on {day}, {n} days late.")
        said = Said(text, {"note": matter.note, "day": due, "n": (day - due).days})
        items.append(Item(TopicKind.MEASURE, matter, (said,)))
    return items


def _once(items: Iterable[Item]) -> list[Item]:
    """Each record once, under the kind it came with first, with all its reasons."""
    found: dict[tuple[str, str], Item] = {}
    for item in items:
        key = (item.matter.kind, item.matter.id) if item.matter.id else (item.topic_kind.value, item.matter.title)
        first = found.get(key)
        if first is None:
            found[key] = item
        else:
            matter = replace(first.matter, months=item.matter.months, day=item.matter.day, flags=item.matter.flags)
            further = tuple(said for said in item.reasons if said not in first.reasons)
            found[key] = replace(first, matter=matter, reasons=first.reasons + further)
    return list(found.values())


def _capped(
    items: list[Item], totals: Mapping[TopicKind, int], quarter: Quarter, day: dt.date
) -> tuple[list[Item], list[Rest]]:
    """At most `MOST` of each kind, and how many of each kind are left out."""
    kept, rests = [], []
    for kind in TopicKind:
        own = [item for item in items if item.topic_kind is kind]
        kept += own[:MOST]
    for kind in TopicKind:
        there = max(totals.get(kind, 0), sum(_has(item, kind, quarter, day) for item in items))
        more = there - sum(_has(item, kind, quarter, day) for item in kept)
        if more > 0:
            rests.append(Rest(kind, more))
    return kept, rests


def _has(item: Item, kind: TopicKind, quarter: Quarter, day: dt.date) -> bool:
    """Whether an item is of a kind, also by a reason that is not its first."""
    if item.topic_kind is kind:
        return True
    return item.matter.kind == "risk" and kind in [found for found, _ in risk_reasons(item.matter, quarter, day)]
