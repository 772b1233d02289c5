"""The desk: one person at one open file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from riskdesk.desk import derive
from riskdesk.desk.actions import Actions
from riskdesk.desk.attachments import Attachments
from riskdesk.desk.backups import Backups
from riskdesk.desk.cases import Cases
from riskdesk.desk.contracts import Contracts
from riskdesk.desk.directory import Directory
from riskdesk.desk.drills import Drills
from riskdesk.desk.find import Finder
from riskdesk.desk.incidents import Incidents
from riskdesk.desk.links import Links
from riskdesk.desk.overview import Overviews
from riskdesk.desk.playbooks import Playbooks
from riskdesk.desk.policies import Policies
from riskdesk.desk.privacy import Privacy
from riskdesk.desk.risks import Risks
from riskdesk.desk.starter import Starter
from riskdesk.desk.undo import UndoStack
from riskdesk.desk.verb import Changed, Done, Verb
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.store import Query, Store, Write

if TYPE_CHECKING:
    from riskdesk.desk.complaints import Complaints
    from riskdesk.desk.exports import Exports
    from riskdesk.desk.imports import Imports
    from riskdesk.desk.prints import Prints
    from riskdesk.desk.regulations import Regulations
    from riskdesk.desk.reviews import Reviews

R = TypeVar("R")
Listener = Callable[[Done[Any]], None]


def utc_now() -> dt.datetime:
    """The time, to milliseconds."""
    return dt.datetime.now(dt.UTC)


class Desk:
    """What a person can do and ask at one file. `clock` returns the time, UTC."""

    def __init__(self, store: Store, person: str = "", clock: Callable[[], dt.datetime] = utc_now) -> None:
        self.store, self.person, self.clock = store, person, clock
        self.listeners: list[Listener] = []
        self._closed = False
        store.derive = derive.after_save
        self.undo_stack = UndoStack(self)
        self.risks, self.cases, self.playbooks = Risks(self), Cases(self), Playbooks(self)
        self.drills, self.incidents, self.actions = Drills(self), Incidents(self), Actions(self)
        self.directory, self.policies = Directory(self), Policies(self)
        self.contracts = Contracts(self)
        self.overview, self.backups = Overviews(self), Backups(self)
        self.attachments, self.privacy = Attachments(self), Privacy(self)
        self.starter, self.links, self.finder = Starter(self), Links(self), Finder(self)

    @classmethod
    def open(cls, path: Path, person: str = "", **options: Any) -> Desk:
        """Open the file at `path`, making it if need be. Raises `FileRefused`."""
        return cls(Store.open(path, **options), person)

    def another(self) -> Desk:
        """The same person at the same file over a connection of its own, for another thread."""
        return Desk(self.store.another(), self.person, self.clock)

    def close(self) -> None:
        """Close the file; once is enough."""
        if not self._closed:
            self._closed = True
            self.store.close()

    @property
    def today(self) -> dt.date:
        """The day where this computer stands."""
        return self.clock().astimezone().date()

    def midnight(self, day: dt.date) -> dt.datetime:
        """When `day` begins where this computer stands."""
        return dt.datetime.combine(day, dt.time()).astimezone()

    # verbs

    def run(self, verb: Verb, work: Callable[[Write], R], undoes: str = "") -> Done[R]:
        """Run `work` in one transaction, remember it for undo, and tell the listeners what changed."""
        with self.store.write(self.person, verb.name, self.clock(), undoes) as write:
            value = work(write)
        changed = {kind: frozenset(ids) for kind, ids in write.touched.items()}
        done = Done(verb, value, changed, write.batch if changed else "")
        self.announce(done)
        return done

    def announce(self, done: Done[Any]) -> None:
        """Take note of what a verb did, here or on another thread's desk."""
        if not done.changed:
            return
        self._forget(done.changed)
        self.undo_stack.done(done)
        for listener in list(self.listeners):
            listener(done)

    def noticed(self, changed: Changed) -> None:
        """Take note that another program changed the file."""
        self._forget(changed)

    def _forget(self, changed: Changed) -> None:
        if "policy" in changed:
            self.__dict__.pop("policy", None)
        if {"person", "department", "site", "body", "playbook"} & set(changed):
            self.__dict__.pop("names", None)

    # nouns that are read when they are first wanted, not at every start

    @cached_property
    def complaints(self) -> Complaints:
        """Complaints and what stands out among them."""
        from riskdesk.desk.complaints import Complaints

        return Complaints(self)

    @cached_property
    def regulations(self) -> Regulations:
        """What the law asks for."""
        from riskdesk.desk.regulations import Regulations

        return Regulations(self)

    @cached_property
    def reviews(self) -> Reviews:
        """The quarterly review meetings."""
        from riskdesk.desk.reviews import Reviews

        return Reviews(self)

    @cached_property
    def prints(self) -> Prints:
        """The forms; reportlab and they take 0.3 s to read."""
        from riskdesk.desk.prints import Prints

        return Prints(self)

    @cached_property
    def imports(self) -> Imports:
        """Lists brought in."""
        from riskdesk.desk.imports import Imports

        return Imports(self)

    @cached_property
    def exports(self) -> Exports:
        """Lists taken out."""
        from riskdesk.desk.exports import Exports

        return Exports(self)

    # questions

    @cached_property
    def policy(self) -> Policy:
        """The office's policy; the defaults of the program before it has one."""
        return self.policies.read()

    @cached_property
    def names(self) -> dict[str, str]:
        """Id to name for people, departments, sites, outside bodies and playbooks."""
        return self.directory.all_names()

    def name(self, id: str) -> str:
        """What people call the record of that id; empty for none."""
        return self.names.get(id, "")

    def get(self, kind: str, id: str) -> Record:
        """A record by id. Raises `NotFound`."""
        return self.store.get(KINDS[kind], id)

    def ns(self, kind: str, query: Query) -> Sequence[int]:
        """Row numbers of what `query` finds, for a table that loads rows as they come into view."""
        return self.store.ns(kind, query)

    def rows(self, kind: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """Rows by number; columns of the table of that kind."""
        return self.store.rows(kind, numbers)
