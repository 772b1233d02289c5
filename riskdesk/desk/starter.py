"""The starter content: what the program ships goes into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riskdesk.data import data_path
from riskdesk.desk.verb import VERBS, Done, Noun, Verb, verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record, to_millis
from riskdesk.domain.words import N_
from riskdesk.store import Store, Write

if TYPE_CHECKING:
    from riskdesk.exchange.casebank import Bank

SAMPLE = Verb("starter.load_sample", N_("Look at a sample office"), long=True, undoable=False)
VERBS[SAMPLE.name] = SAMPLE
"""Declared by hand: it is no single transaction, but a year of them."""


class Starter(Noun):
    """Fills a file that is new. What is there already, from an earlier load, is left as it is."""

    @verb(N_("Load the starter content"), long=True)
    def load(self, write: Write) -> int:
        """Put the shipped policy, playbooks, cases, risks, departments and bodies into the file; returns how many."""
        # Read once in the life of a file: not at every start.
        from riskdesk.exchange.casebank import load_bank

        return _put(self.store, write, load_bank(data_path("casebank"), self.desk.clock()))

    def load_sample(self) -> Done[int]:
        """The starter content and a made-up office to try the program with; returns how many records were new.

        In an empty file every record stands at the time when it would have come in, in the course of the year before,
        and its review meetings are held in that time, so that there is a history to look at; where there is something
        already, what is missing is added as of now, and no meeting, which would freeze what was not so then.
        """
        from riskdesk.desk.past_meetings import PastMeetings
        from riskdesk.exchange.casebank import load_sample

        desk, now = self.desk, to_millis(self.desk.clock())
        bank = load_sample(data_path("casebank"), now)
        if any(self.store.count(kind) for kind in KINDS) or self.store.level_changes():
            return desk.run(SAMPLE, lambda write: _put(self.store, write, bank))
        made, changed, batch = 0, dict[str, set[str]](), ""
        stored: dict[str, Record] = {}
        meetings = PastMeetings(self.store, bank.meetings_with_ids())
        for wrote in bank.timeline(now):
            for review in meetings.until(wrote.at):
                made += 1
                changed.setdefault(review.KIND, set()).add(review.id)
            with self.store.write(desk.person, SAMPLE.name, wrote.at) as write:
                stored |= {record.id: record for record in write.create_many(wrote.created)}
                for record, _ in wrote.changed:
                    # Over what is stored, which has its number: there is nothing to merge.
                    before = stored[record.id]
                    stored[record.id] = write.save(record.model_copy(update={"number": before.number}), before)
            for kind, ids in write.touched.items():
                changed.setdefault(kind, set()).update(ids)
            batch = write.batch
        made += len(stored)
        done = Done(SAMPLE, made, {kind: frozenset(ids) for kind, ids in changed.items()}, batch)
        desk.announce(done)
        return done

    load_sample.verb = SAMPLE  # type: ignore[attr-defined]

    @property
    def is_empty(self) -> bool:
        """Whether the file holds neither risks nor cases nor playbooks."""
        return not any(self.store.count(kind) for kind in ("risk", "case", "playbook"))


def _put(store: Store, write: Write, bank: Bank) -> int:
    made = 0
    for record in bank.with_ids():
        try:
            row = write.row(record.KIND, record.id)
        except NotFound:
            write.create(record)
            made += 1
            continue
        if row["deleted"] and store.history(record.id)[-1].verb == "undo":  # the load was taken back
            write.apply(record.KIND, record.id, row, {"deleted": [True, False]})
            made += 1
        elif isinstance(record, Policy):
            _complete(write, record)
    return made


def _complete(write: Write, shipped: Policy) -> None:
    """Fill in what an office that has entered only its name has not decided yet."""
    now, defaults = write.get(Policy, shipped.id), Policy()
    undecided = [name for name in Policy.model_fields if getattr(now, name) == getattr(defaults, name)]
    write.save(now.changed(**{name: getattr(shipped, name) for name in undecided}), now)
