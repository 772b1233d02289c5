"""Stored values as people read them, for history and comparisons."""

from __future__ import annotations

from typing import Any

from riskdesk.desk import Desk
from riskdesk.i18n import tr


def told(desk: Desk, value: Any) -> str:
    """A stored value as people read it in a comparison."""
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, list):
        return "；".join(told(desk, item) for item in value)
    if isinstance(value, dict):
        return "，".join(told(desk, item) for item in value.values() if item not in (None, "", [], False))
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return desk.name(str(value)) or str(value)
