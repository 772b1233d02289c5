"""Whom a response calls: the contacts, roles and bodies of a plan, resolved to today's names and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from riskdesk.domain.directory import Body, BodyKind, Person
from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.response import of_plan, standing

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

EMERGENCY = (BodyKind.FIRE, BodyKind.MEDICAL, BodyKind.POLICE)
"""Always within reach, whether the plan names them or not."""


TELEPHONE = ("电话", "telephone", "phone")
"""Words of a playbook for calling somebody's number; any other means (`电梯对讲`) needs none."""


@dataclass(frozen=True)
class Phone:
    """Someone to call. `role` is '' for an outside body, `number` '' where the directory has none."""

    name: str
    number: str
    role: str = ""
    by: str = ""
    """By what means, where it is no telephone (`电梯对讲`)."""
    step_ids: tuple[str, ...] = ()
    """Steps that call them: done, they count as called."""
    helps: tuple[str, ...] = ()
    """Steps whose role they fill."""
    kind: str = ""
    """Kind and id of who it is in the directory; empty for somebody whom it does not know."""
    id: str = ""

    @property
    def lacks_number(self) -> bool:
        """Whether they are called by telephone and nobody knows the number."""
        return not self.number and (not self.by or self.by in TELEPHONE)

    @property
    def words(self) -> str:
        """`工程部 陈立`, `消防救援`."""
        return " ".join(dict.fromkeys(filter(None, (self.role, self.name))))


def phones(desk: Desk, incident: Incident) -> list[Phone]:
    """Everyone the plan calls, in the order of its steps: contacts first, then roles, then the emergency services.

    The person at this desk is left out.
    """
    book = _Book(desk, incident)
    for step in incident.plan.steps:
        if step.contact is not None:
            book.add(book.contact(step.contact.who, step.contact.by), step_ids=(step.id,))
    for step in incident.plan.steps:
        for role in filter(None, (step.role, *step.helpers)):
            book.add(book.role(role), helps=(step.id,))
    for assignment in incident.assignments:
        book.add(book.role(assignment.role))
    for item in incident.plan.notifications:
        book.add(book.contact(item.body, item.by))
    emergency = [body for body in book.bodies if body.body_kind in EMERGENCY]
    for body in sorted(emergency, key=lambda body: EMERGENCY.index(body.body_kind)):
        book.add(Phone(body.name, body.phone))
    return book.found


class _Book:
    """The directory as one incident sees it, and what was found so far."""

    def __init__(self, desk: Desk, incident: Incident) -> None:
        self._desk, self._incident = desk, incident
        self.bodies: list[Body] = desk.directory.all("body")
        self.people: list[Person] = [p for p in desk.directory.all("person") if p.active]
        self.found: list[Phone] = []

    def contact(self, who: str, by: str) -> Phone:
        """A contact of a step: an outside body or a person of that name or duty; the words themselves if unknown."""
        known: Sequence[Body | Person] = [*self.bodies, *self.people]
        match = _first(known, who, self._incident.site_id)
        if isinstance(match, Body):
            return Phone(match.name, match.phone, by="" if match.phone else by, kind=match.KIND, id=match.id)
        if match is not None:
            role = who if who != match.name else ""
            return Phone(match.name, match.phone, role=role, kind=match.KIND, id=match.id)
        return Phone(who, "", by=by)

    def role(self, role: str) -> Phone | None:
        """Who fills a role: as the incident has it, else as the directory says now; None for the person here."""
        kept = next((a for a in self._incident.assignments if a.role == role and a.name), None)
        now = kept or self._desk.directory.assignments((role,), self._incident.site_id)[0]
        if now.person_id and now.person_id == self._desk.person:
            return None
        known: Sequence[Body | Person] = [*self.bodies, *self.people]
        one = next((one for one in known if one.id == now.person_id), None)
        number = now.phone or (one.phone if one is not None else "")
        kind, id = (one.KIND, one.id) if one is not None else ("", "")
        return Phone(now.name, number, role="" if isinstance(one, Body) else role, kind=kind, id=id)

    def add(self, phone: Phone | None, step_ids: tuple[str, ...] = (), helps: tuple[str, ...] = ()) -> None:
        """Keep it once; a second mention adds its steps."""
        if phone is None:
            return
        key = (phone.name or phone.role, phone.number)
        for place, known in enumerate(self.found):
            if (known.name or known.role, known.number) == key:
                self.found[place] = replace(
                    known, step_ids=known.step_ids + step_ids, helps=known.helps + helps, role=known.role or phone.role,
                )  # fmt: skip
                return
        self.found.append(replace(phone, step_ids=step_ids, helps=helps))


def _first(known: Iterable[Body | Person], who: str, site_id: str) -> Body | Person | None:
    fits = [one for one in known if who == one.name or who in one.duties]
    return min(fits, key=lambda one: (one.site_id != site_id, bool(one.site_id)), default=None)


def last_call(phone: Phone, entries: Sequence[LogEntry]) -> dt.datetime | None:
    """When they were last called by the log: an entry that names them, or a step done that calls them."""
    steps = {entry.id for entry in of_plan(entries) if entry.step_id in phone.step_ids}
    times = [
        entry.at
        for entry in standing(entries)
        if (entry.entry_kind is EntryKind.CALLED and phone.words and phone.words in entry.text)
        or (entry.entry_kind is EntryKind.NOTIFIED and phone.name and phone.name == entry.who)
        or (entry.entry_kind is EntryKind.STEP_DONE and entry.id in steps)
    ]
    return max(times, default=None)
