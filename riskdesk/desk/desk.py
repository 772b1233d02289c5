"""The desk: one person at one open file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from riskdesk.desk import derive
from riskdesk.desk.undo import UndoStack
from riskdesk.desk.verb import Changed, Done, Verb
from riskdesk.domain.errors import Conflict, FileRefused
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.i18n import tr
from riskdesk.store import Query, Store, Write

if TYPE_CHECKING:
    from riskdesk.desk.actions import Actions
    from riskdesk.desk.attachments import Attachments
    from riskdesk.desk.backups import Backups
    from riskdesk.desk.cases import Cases
    from riskdesk.desk.complaints import Complaints
    from riskdesk.desk.contracts import Contracts
    from riskdesk.desk.directory import Directory
    from riskdesk.desk.drills import Drills
    from riskdesk.desk.exports import Exports
    from riskdesk.desk.finder import Finder
    from riskdesk.desk.imports import Imports
    from riskdesk.desk.incidents import Incidents
    from riskdesk.desk.links import Links
    from riskdesk.desk.overview import Overviews
    from riskdesk.desk.playbooks import Playbooks
    from riskdesk.desk.policies import Policies
    from riskdesk.desk.prints import Prints
    from riskdesk.desk.privacy import Privacy
    from riskdesk.desk.regulations import Regulations
    from riskdesk.desk.reviews import Reviews
    from riskdesk.desk.risks import Risks
    from riskdesk.desk.starter import Starter
    from riskdesk.desk.trash import Trash

R = TypeVar("R")
Listener = Callable[[Done[Any]], None]


def utc_now() -> dt.datetime:
    """The time, to milliseconds."""
    return dt.datetime.now(dt.UTC)


class Desk:
    """What a person can do and ask at one file. `clock` returns the time, UTC."""

    # Its nouns, each in the module of its name.
    actions: Actions
    attachments: Attachments
    backups: Backups
    cases: Cases
    complaints: Complaints
    contracts: Contracts
    directory: Directory
    drills: Drills
    exports: Exports
    finder: Finder
    imports: Imports
    incidents: Incidents
    links: Links
    overview: Overviews
    playbooks: Playbooks
    policies: Policies
    prints: Prints
    privacy: Privacy
    regulations: Regulations
    reviews: Reviews
    risks: Risks
    starter: Starter
    trash: Trash

    def __init__(self, store: Store, person: str = "", clock: Callable[[], dt.datetime] = utc_now) -> None:
        self.store, self.person, self.clock = store, person, clock
        self.listeners: list[Listener] = []
        self._closed = False
        store.derive = derive.after_save
        self.undo_stack = UndoStack(self)

    @classmethod
    def open(cls, path: Path, person: str = "", **options: Any) -> Desk:
        """Open the file at `path`, making it if need be. Raises `FileRefused`."""
        desk = cls(Store.open(path, **options), person)
        try:
            derive.bring_up_to_date(desk.store, desk.clock())
        except BaseException:
            desk.store.give_up()
            raise
        return desk

    @classmethod
    def begin(cls, path: Path, person: str = "", **options: Any) -> Desk:
        """A new file with the starter content. Raises `FileRefused`, also where there is a file already."""
        if path.exists():
            raise FileRefused(N_("{path} is there already. Open it, or choose another name."), path=str(path))
        desk = cls.open(path, person, **options)
        try:
            desk.starter.load()
        except BaseException:
            desk.store.give_up()
            raise
        return desk

    def another(self) -> Desk:
        """The same person at the same file over a connection of its own, for another thread."""
        return Desk(self.store.another(), self.person, self.clock)

    @property
    def is_open(self) -> bool:
        """Whether the file is still open."""
        return not self._closed

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
        """Run `work` in one transaction, remember it for undo, and tell the listeners what changed.

        A `Conflict` leaves here with the name of the person it tells of.
        """
        try:
            with self.store.write(self.person, verb.name, self.clock(), undoes) as write:
                value = work(write)
        except Conflict as conflict:
            conflict.by = self.name(conflict.who) or tr("Somebody else")
            raise
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

    # nouns

    if not TYPE_CHECKING:  # a checker would take any name for a noun

        def __getattr__(self, name: str) -> Any:
            """A noun is read when it is first wanted: a start needs a few of them, and the forms alone take 0.3 s."""
            cls = type(self).__annotations__.get(name)
            if cls is None:
                raise AttributeError(f"a desk has no {name}")
            noun = getattr(import_module(f"riskdesk.desk.{name}"), cls)(self)
            setattr(self, name, noun)
            return noun

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
