"""What the print centre is asked to show, and how it becomes a PDF."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riskdesk.desk import Desk
from riskdesk.desk.prints.prints import Item
from riskdesk.domain.drill import Drill
from riskdesk.gui.work import Task
from riskdesk.store import ALL, Query

if TYPE_CHECKING:
    from riskdesk.printing import Printed

WHOLE, EACH_ROLE = "", "*"
"""Choices of the drill checklist besides a role: the whole one, or one copy for every role."""


@dataclass(frozen=True)
class Wanted:
    """A form, the records on it (none for a list), the query and heading of a list, and the form's options."""

    form: str
    ids: tuple[str, ...] = ()
    query: Query = ALL
    heading: str = ""
    role: str = WHOLE
    site_id: str = ""
    as_written: bool = False
    """Personal data unmasked."""


@dataclass(frozen=True)
class Document:
    """Pages as they were made, and what they were made of: what is let out is told by this."""

    wanted: Wanted
    printed: Printed


def roles_of(desk: Desk, ids: tuple[str, ...]) -> list[str]:
    """The roles of these drills, in the order of their steps."""
    drills = [desk.store.get(Drill, id) for id in ids]
    roles = (role for drill in drills for step in drill.plan.steps for role in (step.role, *step.helpers))
    return list(dict.fromkeys(role for role in roles if role))


def items(desk: Desk, wanted: Wanted, kind: str) -> list[Item]:
    """The single prints of a batch, in the order of the records."""
    if kind == "playbook":
        return [Item(wanted.form, id, {"site_id": wanted.site_id}) for id in wanted.ids]
    if kind != "drill" or wanted.role == WHOLE:
        return [Item(wanted.form, id) for id in wanted.ids]
    found = []
    for id in wanted.ids:
        own = roles_of(desk, (id,))
        chosen = own if wanted.role == EACH_ROLE else [role for role in own if role == wanted.role]
        found += [Item(wanted.form, id, {"role": role}) for role in chosen]
    return found


def maker(desk: Desk, wanted: Wanted) -> Callable[[Task], Printed]:
    """The work that makes the PDF, over a connection of its own. Raises `RiskdeskError`, `Cancelled`."""

    def work(task: Task) -> Printed:
        with closing(desk.another()) as other:
            prints = other.prints
            if prints.is_list(wanted.form):
                return prints.list(
                    wanted.form, wanted.query, wanted.heading, progress=task.tell, as_written=wanted.as_written
                )
            return prints.batch(
                items(other, wanted, prints.kind_of(wanted.form)), progress=task.tell, as_written=wanted.as_written
            )

    return work
