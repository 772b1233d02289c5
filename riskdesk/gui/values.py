"""Stored values as people read them, for history and comparisons."""

from __future__ import annotations

from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.level import Assessment
from riskdesk.i18n import tr


def told(desk: Desk, value: Any) -> str:
    """A stored value as people read it in a comparison."""
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, list):
        return "；".join(told(desk, item) for item in value)
    if isinstance(value, dict) and "sha256" in value:
        return str(value["name"])
    if isinstance(value, dict) and {"score", "level", "by_hand"} <= value.keys():
        return _judged(Assessment.model_validate(value))
    if isinstance(value, dict):
        return "，".join(told(desk, item) for item in value.values() if item not in (None, "", [], False))
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return desk.name(str(value)) or str(value)


def _judged(found: Assessment) -> str:
    """`3 × 4 = 12 ◆ 黄 2026-09-14`, and the reason where there is one."""
    level = f"{found.level.sign} {tr(found.level.label)}" if found.level else ""
    day = found.on.isoformat() if found.on else ""
    formula, hand = found.score.formula if found.score else "", tr("by hand") if found.by_hand else ""
    return " ".join(filter(None, (formula, level, hand, day, found.reason))) or "—"
