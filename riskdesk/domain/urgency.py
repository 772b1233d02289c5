"""How pressing a time limit is."""

from __future__ import annotations

from riskdesk.domain.words import N_, Choice, labelled


@labelled(calm=N_("In time"), warning=N_("Soon"), over=N_("Over"))
class Urgency(Choice):
    """State of a time limit; the last fifth of it warns (ui.md)."""

    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


def urgency(left_s: float, limit_s: float) -> Urgency:
    """How pressing a limit of `limit_s` seconds is with `left_s` seconds left of it."""
    if left_s < 0:
        return Urgency.OVER
    return Urgency.WARNING if left_s <= limit_s / 5 else Urgency.CALM
