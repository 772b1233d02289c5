"""What is due soon or overdue, over all nouns, the most pressing first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from riskdesk.desk.actions import OPEN_STATES
from riskdesk.domain.contract import ContractKind
from riskdesk.domain.drill import DrillState
from riskdesk.domain.playbook import PlaybookState
from riskdesk.domain.risk import LIVE, Risk
from riskdesk.store import Query
from riskdesk.store.query import Condition

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

WAITING = (DrillState.PLANNED.value, DrillState.READY.value)
AHEAD_DAYS = 14
"""How far ahead the list looks."""


@dataclass(frozen=True)
class Due:
    """Something to do: what it is, when, whose, and the record behind it."""

    kind: str
    id: str
    what: str
    """Kind of duty: 'report', 'action', 'review', 'acceptance', 'drill', 'playbook', 'insurance' or 'contract'."""
    number: str
    title: str
    day: dt.date
    who: str = ""
    level: str = ""
    moment: dt.datetime | None = None
    """For what is due to the minute and counts down."""
    at: str = ""
    """Clock time on that day, HH:MM, for what has one."""
    since: dt.date | None = None
    """From when on it is to be seen to, where that is long before its day."""


def due(desk: Desk, limit: int) -> list[Due]:
    """What is due within `AHEAD_DAYS` days or overdue: the first due first, on a day what counts down first.

    A contract to be renewed is told within its own days of reminder, and as pressing as what was due when they began.
    """
    found = [
        *_reports(desk), *_actions(desk, limit), *_reviews(desk, limit), *_acceptances(desk),
        *_drills(desk, limit), *_playbooks(desk, limit), *_contracts(desk),
    ]  # fmt: skip
    return sorted(found, key=lambda d: (d.since or d.day, d.moment is None, d.title))[:limit]


def _reports(desk: Desk) -> list[Due]:
    seconds = desk.policy.report_seconds
    found = []
    for incident in desk.incidents.reports_due():
        moment = incident.report_due(seconds)
        assert moment is not None
        day, who = moment.astimezone().date(), desk.name(incident.lead_id)
        found.append(Due("incident", incident.id, "report", incident.number, incident.title, day, who, moment=moment))
    return found


def _rows(desk: Desk, kind: str, field: str, limit: int, *where: Condition) -> list[dict[str, Any]]:
    until = (desk.today + dt.timedelta(days=AHEAD_DAYS)).isoformat()
    query = Query(where=(*where, Condition(field, "<=", until), Condition(field, "filled")), sort=((field, False),))
    return desk.store.rows(kind, desk.store.ns(kind, query, limit))


def _actions(desk: Desk, limit: int) -> list[Due]:
    rows = _rows(desk, "action", "due", limit, Condition("state", "in", OPEN_STATES))
    return [
        Due("action", r["id"], "action", r["number"], r["title"], _day(r["due"]), desk.name(r["owner_id"]))
        for r in rows
    ]


def _reviews(desk: Desk, limit: int) -> list[Due]:
    rows = _rows(desk, "risk", "next_review", limit, Condition("status", "in", LIVE))
    return [
        Due("risk", r["id"], "review", r["number"], r["title"], _day(r["next_review"]), desk.name(r["owner_id"]),
            r["level"] or "")
        for r in rows
    ]  # fmt: skip


def _acceptances(desk: Desk) -> list[Due]:
    until = desk.today + dt.timedelta(days=AHEAD_DAYS)
    where = (Condition("acceptance", "filled"), Condition("status", "in", LIVE))
    accepted = [(risk, risk.acceptance) for risk in desk.store.records(Risk, Query(where=where))]
    return [
        Due(
            "risk",
            risk.id,
            "acceptance",
            risk.number,
            risk.title,
            taken.until,
            desk.name(taken.by_id),
            risk.level or "",
        )
        for risk, taken in accepted
        if taken is not None and taken.until <= until
    ]


def _drills(desk: Desk, limit: int) -> list[Due]:
    rows = _rows(desk, "drill", "planned_on", limit, Condition("state", "in", WAITING))
    return [
        Due("drill", r["id"], "drill", r["number"], " · ".join(filter(None, (r["title"], desk.name(r["site_id"])))),
            _day(r["planned_on"]), desk.name(r["lead_id"]), at=r["planned_at"] or "")
        for r in rows
    ]  # fmt: skip


def _playbooks(desk: Desk, limit: int) -> list[Due]:
    rows = _rows(desk, "playbook", "review_due", limit, Condition("state", "in", (PlaybookState.APPROVED.value,)))
    return [Due("playbook", r["id"], "playbook", r["number"], r["title"], _day(r["review_due"])) for r in rows]


def _contracts(desk: Desk) -> list[Due]:
    found = []
    for contract in desk.contracts.reminding():
        what = "insurance" if contract.contract_kind is ContractKind.INSURANCE else "contract"
        assert contract.ends_on is not None
        who = desk.name(contract.owner_id)
        since = contract.ends_on - dt.timedelta(days=contract.remind_days)
        told = Due("contract", contract.id, what, contract.number, contract.title, contract.ends_on, who, since=since)
        found.append(told)
    return found


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
