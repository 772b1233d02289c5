"""What stands out for a review meeting, gathered from the nouns and put into words."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from riskdesk.desk.actions import OPEN_STATES
from riskdesk.desk.risks import GRAVEST
from riskdesk.desk.standing_out import StandsOut
from riskdesk.domain.agenda import MOST, Item, Matter, Rest, Said, Sources, agenda
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.case import CaseOrigin
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Assessment, Level
from riskdesk.domain.record import STORED, iso_millis
from riskdesk.domain.review import Topic, TopicKind, in_order
from riskdesk.domain.risk import LIVE, flags_on
from riskdesk.i18n import language, tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

REAL = (CaseOrigin.OWN.value, CaseOrigin.INDUSTRY.value)
CASE_YEARS = 1
"""A case that happened longer ago than the year before is no news, though it may be new in the library."""


def topics(desk: Desk, quarter: Quarter, since: dt.date) -> tuple[Topic, ...]:
    """The agenda of the meeting of a quarter, when the last one was held on `since`."""
    items, rests = agenda(sources(desk, quarter, since), quarter, desk.today, since)
    return in_order([*map(_topic, items), *map(_rest, rests)])


def sources(desk: Desk, quarter: Quarter, since: dt.date) -> Sources:
    """All that an agenda is drawn from; lists that may be long hold their gravest or latest only."""
    risks, totals = _risks(desk, quarter)
    cases, incidents = _cases(desk, since), _incidents(desk, since)
    late = desk.actions.overdue()
    outstanding = desk.complaints.stands_out()
    totals |= {
        TopicKind.MEASURE: desk.store.count("action", late),
        TopicKind.INCIDENT: desk.store.count("incident", _happened(desk, since)),
    }
    return Sources(
        hot_spots=[_standing_out(desk, found) for found in outstanding if not found.months],
        rises=[_standing_out(desk, found) for found in outstanding if found.months],
        regulations=[
            Matter(" ".join(filter(None, (r.title, r.clause))), "regulation", r.id, day=r.effective_on, note=r.changes)
            for r in desk.regulations.new_since(since)
        ],
        risks=risks, cases=cases, incidents=incidents, measures=_measures(desk, late), totals=totals,
    )  # fmt: skip


def _standing_out(desk: Desk, found: StandsOut) -> Matter:
    place = " ".join(filter(None, (desk.name(found.site_id), found.place)))
    title = " · ".join(filter(None, (place, found.complaint_type)))
    kind, id = ("risk", found.risk.id) if found.risk else ("complaint", "")
    return Matter(
        title, kind, id, level=found.risk.level if found.risk else None, months=found.months,
        why=(Said(found.reason, found.reason_values),),
    )  # fmt: skip


def _risks(desk: Desk, quarter: Quarter) -> tuple[list[Matter], dict[TopicKind, int]]:
    """Live risks that lack something, are overdue or acute in the next quarter: the gravest of each, and how many."""
    live = Condition("status", "in", LIVE)
    late = Query(where=(live, Condition("next_review", "<", desk.today.isoformat())), sort=GRAVEST)
    flagged = Query(where=desk.risks.flagged().where, sort=GRAVEST)
    acute = Query(where=(live, Condition("season", "months", quarter.next.months)), sort=GRAVEST)
    queries = {TopicKind.OVERDUE: late, TopicKind.FLAGGED: flagged, TopicKind.ACUTE: acute}
    numbers = {kind: desk.store.ns("risk", query) for kind, query in queries.items()}
    totals = {kind: len(found) for kind, found in numbers.items()}
    wanted = dict.fromkeys(n for found in numbers.values() for n in found[:MOST])
    return [_risk(row, desk.today) for row in desk.store.rows("risk", list(wanted))], totals


def _risk(row: dict[str, Any], today: dt.date) -> Matter:
    return Matter(
        row["title"], "risk", row["id"], level=Level(row["level"]) if row["level"] else None,
        day=_day(row["next_review"]), months=tuple(json.loads(row["season"])),
        flags=flags_on(row["flags"], today),
    )  # fmt: skip


def _cases(desk: Desk, since: dt.date) -> list[Matter]:
    """Cases that came into the library since, of what really happened not long ago."""
    after = iso_millis(desk.midnight(since + dt.timedelta(days=1)))
    where = (Condition("origin", "in", REAL), Condition("created_at", ">=", after))
    rows = desk.store.rows("case", desk.store.ns("case", Query(where=where)))
    earliest = desk.today.year - CASE_YEARS
    return [
        Matter(row["title"], "case", row["id"], level=Level(row["level"]) if row["level"] else None,
               day=_local_day(row["created_at"]), note=row["case_type"])
        for row in rows
        if _is_news(row, earliest)
    ]  # fmt: skip


def _is_news(row: dict[str, Any], earliest: int) -> bool:
    """Whether a case that is new in the library happened not long ago. One of our own is, unless it says otherwise;
    one of others that tells no year is older than its entry."""
    year = row["happened_year"]
    return bool(row["origin"] == CaseOrigin.OWN.value if year is None else year >= earliest)


def _happened(desk: Desk, since: dt.date) -> Query:
    after = iso_millis(desk.midnight(since + dt.timedelta(days=1)))
    return Query(where=(Condition("started_at", ">=", after),), sort=(("started_at", True),))


def _incidents(desk: Desk, since: dt.date) -> list[Matter]:
    rows = desk.store.rows("incident", desk.store.ns("incident", _happened(desk, since), MOST))
    tier = desk.policy.named
    return [
        Matter(
            row["title"], "incident", row["id"], day=_local_day(row["started_at"]),
            note=" · ".join(filter(None, (" ".join(filter(None, (desk.name(row["site_id"]), row["place"]))),
                                        tier("tiers", row["tier"] or "", language())))),
        )
        for row in rows
    ]  # fmt: skip


def _measures(desk: Desk, late: Query) -> list[Matter]:
    query = Query(where=(*late.where, Condition("state", "in", OPEN_STATES)), sort=(("due", False),))
    rows = desk.store.rows("action", desk.store.ns("action", query, MOST))
    return [
        Matter(row["title"], "action", row["id"], day=_day(row["due"]), note=desk.name(row["owner_id"])) for row in rows
    ]


# in words


def _topic(item: Item) -> Topic:
    matter = item.matter
    return Topic(
        topic_kind=item.topic_kind, text=matter.title[:200], reason=_words(item.reasons)[:500], kind=matter.kind,
        record=matter.id,
    )  # fmt: skip


def _words(reasons: Iterable[Said]) -> str:
    """The reasons one after another, each ending as a sentence or a part of one does."""
    told = [tr(said.text, **_listed(said.params)) for said in reasons]
    gap, stop = ("", "。") if language() == "zh" else (" ", ".")
    return gap.join(text if text.endswith((stop, ".", "。")) else f"{text}{stop}" for text in told)


def _listed(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Months are listed as the language does it: `12、1`, `12, 1`."""
    if language() == "en" and "months" in params:
        return {**params, "months": params["months"].replace("、", ", ")}
    return params


def _rest(rest: Rest) -> Topic:
    """One line for those of a kind for which the agenda has no room."""
    return Topic(
        topic_kind=rest.topic_kind, text=tr("{n} more of this kind", n=rest.more),
        reason=tr("Too many to talk about one by one: look at the list."),
    )  # fmt: skip


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _local_day(moment: str) -> dt.date:
    return dt.datetime.fromisoformat(moment).astimezone().date()


# the records behind the topics


@dataclass(frozen=True)
class Behind:
    """The record that a topic is about, as it stands."""

    kind: str
    id: str
    number: str
    level: Level | None = None
    formula: str = ""
    """Of a risk: how its current level came about."""
    owner_id: str = ""
    next_review: dt.date | None = None
    is_live: bool = False
    """Of a risk: open or monitored."""


def behind(desk: Desk, topics: Iterable[Topic]) -> dict[str, Behind]:
    """The records of an agenda by id; those that lie in the trash are left out."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for topic in topics:
        if topic.record and topic.kind in KINDS:
            wanted[topic.kind].add(topic.record)
    found = {}
    for kind, ids in wanted.items():
        numbers = desk.store.ns(kind, Query(where=(Condition("id", "in", tuple(sorted(ids))),)))
        for row in desk.store.rows(kind, numbers):
            found[row["id"]] = _behind(kind, row)
    return found


def _behind(kind: str, row: dict[str, Any]) -> Behind:
    level = Level(row["level"]) if row.get("level") else None
    if kind != "risk":
        return Behind(kind, row["id"], row["number"], level)
    current = Assessment.model_validate_json(row["current"], context=STORED)
    return Behind(
        kind, row["id"], row["number"], level, current.score.formula if current.score else "", row["owner_id"],
        _day(row["next_review"]), row["status"] in LIVE,
    )  # fmt: skip
