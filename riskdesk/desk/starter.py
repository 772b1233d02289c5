"""The starter content: what the program ships goes into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riskdesk.data import data_path
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.policy import Policy
from riskdesk.domain.words import N_
from riskdesk.store import Store, Write

if TYPE_CHECKING:
    from riskdesk.exchange.casebank import Bank


class Starter(Noun):
    """Fills a file that is new. What is there already, from an earlier load, is left as it is."""

    @verb(N_("Load the starter content"), palette=True, long=True)
    def load(self, write: Write) -> int:
        """Put the shipped policy, playbooks, cases, risks, departments and bodies into the file; returns how many."""
        # Read once in the life of a file: not at every start.
        from riskdesk.exchange.casebank import load_bank

        return _put(self.store, write, load_bank(data_path("casebank"), self.desk.clock()))

    @verb(N_("Load the sample office"), palette=True, long=True, undoable=False)
    def load_sample(self, write: Write) -> int:
        """The starter content and a made-up office to try the program with; returns how many records were new."""
        from riskdesk.exchange.casebank import load_sample

        return _put(self.store, write, load_sample(data_path("casebank"), self.desk.clock()))

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
