"""A measure that is entered and edited, and the same person after a new start."""

from __future__ import annotations

from riskdesk.desk import Desk
from riskdesk.domain.action import Action


def measure(desk: Desk, **fields: object) -> Action:
    return desk.actions.add(Action.of(**{"title": "换锁"} | fields)).value


def edit(desk: Desk, id: str, **fields: object) -> Action:
    """Open a measure, change it, save it."""
    base = desk.actions.get(id)
    return desk.actions.save(base.changed(**fields), base).value


def restarted(desk: Desk) -> Desk:
    """The same person at the same file after a new start of the program."""
    again = Desk.open(desk.store.path, desk.person)
    again.clock = desk.clock
    return again
