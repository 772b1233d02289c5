"""What the forms of lists are given."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from riskdesk.desk.actions import OPEN_STATES
from riskdesk.desk.prints.reviews import heat_maps
from riskdesk.domain.action import ActionOrigin, ActionState, Priority
from riskdesk.domain.risk import RiskStatus, flags_on
from riskdesk.i18n import language, tr
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def risk_list(desk: Desk, query: Query, heading: str) -> dict[str, Any]:
    """The risk list: one line a risk, in the order of the query."""
    families = {item.key: item.in_language(language()) for item in desk.policy.families}
    statuses = {status.value: tr(status.label) for status in RiskStatus}
    rows = desk.store.rows("risk", desk.store.ns("risk", query))
    risks = [
        {
            "number": row["number"], "title": row["title"], "level": row["level"],
            "by_hand": json.loads(row["current"])["by_hand"],
            "flags": [tr(flag.label) for flag in flags_on(row["flags"], desk.today)],
            "family_name": families.get(row["family"], row["family"]),
            "department_name": desk.name(row["department_id"]), "owner_name": desk.name(row["owner_id"]),
            "measures_done": row["measures_done"], "measures_total": row["measures_total"],
            "next_review": _day(row["next_review"]), "status_name": statuses[row["status"]],
        }
        for row in rows
    ]  # fmt: skip
    counts = {level: sum(risk["level"] == level for risk in risks) for level in ("red", "yellow", "blue")}
    counts["unscored"] = len(risks) - sum(counts.values())
    return {
        "heading": heading, "number": "", "counts": counts | {"total": len(risks)}, "risks": risks,
        **heat_maps(desk, query),
    }  # fmt: skip


def action_list(desk: Desk, query: Query, heading: str) -> dict[str, Any]:
    """The list of measures."""
    today = desk.today
    rows = desk.store.rows("action", desk.store.ns("action", query))
    actions = [
        {
            "number": row["number"], "what": row["title"], "origin_name": tr(ActionOrigin(row["origin"]).label),
            "owner_name": desk.name(row["owner_id"]), "due": (due := _day(row["due"])),
            "state_name": tr(ActionState(row["state"]).label),
            "late": bool(due and due < today and row["state"] in OPEN_STATES),
            "verifier_name": desk.name(row["verified_by_id"]),
            "priority_name": tr(Priority(row["priority"]).label),
        }
        for row in rows
    ]  # fmt: skip
    return {"heading": heading, "actions": actions}


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
