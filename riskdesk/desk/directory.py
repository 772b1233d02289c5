"""What can be done with sites, departments, people and outside bodies."""

from __future__ import annotations

from typing import Any, TypeVar

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.drill import Assignment
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write

Entry = TypeVar("Entry", Site, Department, Person, Body)
ENTRIES = ("site", "department", "person", "body")


class Directory(Noun):
    """Who is called and who answers."""

    @verb(N_("New directory entry"))
    def add(self, write: Write, entry: Entry) -> Entry:
        """Enter a site, department, person or outside body."""
        return write.create(entry)

    @verb(N_("Save directory entry"))
    def save(self, write: Write, entry: Entry, base: Entry) -> Entry:
        """Save an edited entry. Raises `Conflict`."""
        return write.save(entry, base)

    @verb(N_("Delete directory entry"))
    def delete(self, write: Write, kind: str, id: str) -> None:
        """Move an entry to the trash."""
        write.delete(kind, id)

    def all(self, kind: str) -> list[Any]:
        """Every entry of a kind, sorted by name."""
        return self.store.records(KINDS[kind], Query(sort=(("sort_name", False),)))

    def all_names(self) -> dict[str, str]:
        """Id to name for all that is shown by name; deleted ones too, since records still refer to them."""
        names: dict[str, str] = {}
        for kind in (*ENTRIES, "playbook"):
            names |= self.store.names(kind, "title" if kind == "playbook" else "name")
        return names

    def assignments(self, roles: tuple[str, ...], site_id: str) -> tuple[Assignment, ...]:
        """Who fills each role at a site: someone of that site first, then of the office, then outside bodies."""
        people = [*self.all("person"), *self.all("body")]
        found = []
        for role in roles:
            able = [p for p in people if role in p.duties and getattr(p, "active", True)]
            able.sort(key=lambda p: (p.site_id != site_id, bool(p.site_id)))
            best = able[0] if able else None
            found.append(
                Assignment(role=role, person_id=best.id, name=best.name, phone=best.phone)
                if best
                else Assignment(role=role)
            )
        return tuple(found)
