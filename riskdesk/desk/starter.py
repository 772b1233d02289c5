"""The starter content: what the program ships goes into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riskdesk.data import data_path
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.words import N_
from riskdesk.store import Write

if TYPE_CHECKING:
    from riskdesk.exchange.casebank import Bank


class Starter(Noun):
    """Fills a file that is new. What is there already, from an earlier load, is left as it is."""

    @verb(N_("Load the starter content"), palette=True, long=True)
    def load(self, write: Write) -> int:
        """Put the shipped policy, playbooks, cases, risks, departments and bodies into the file; returns how many."""
        # Read once in the life of a file: not at every start.
        from riskdesk.exchange.casebank import load_bank

        return _put(write, load_bank(data_path("casebank"), self.desk.clock()))

    @verb(N_("Load the sample office"), palette=True, long=True)
    def load_sample(self, write: Write) -> int:
        """The starter content and a made-up office to try the program with; returns how many records were new."""
        from riskdesk.exchange.casebank import load_sample

        return _put(write, load_sample(data_path("casebank"), self.desk.clock()))

    @property
    def is_empty(self) -> bool:
        """Whether the file holds neither risks nor cases nor playbooks."""
        return not any(self.store.count(kind) for kind in ("risk", "case", "playbook"))


def _put(write: Write, bank: Bank) -> int:
    made = 0
    for record in bank.with_ids():
        try:
            write.row(record.KIND, record.id)
        except NotFound:
            write.create(record)
            made += 1
    return made
