"""The trash: what was deleted, by whom, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from riskdesk.desk.directory import ENTRIES
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.contract import Contract
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.words import N_
from riskdesk.store import Write

KINDS_DELETED = (
    "risk", "case", "playbook", "drill", "action", "complaint", "regulation", "contract", "review", *ENTRIES,
)  # fmt: skip
"""The kinds that can be deleted."""


@dataclass(frozen=True)
class Deleted:
    """A record in the trash. `who_id` is who deleted it, `at` when (UTC)."""

    at: str
    who_id: str
    kind: str
    id: str
    number: str
    title: str


class Trash(Noun):
    """What lies in the trash."""

    @verb(N_("Take out of the trash"))
    def restore(self, write: Write, kind: str, id: str) -> None:
        """Take a record out of the trash; a contract follows the one before it again.

        Raises `NotFound`, and `NotAllowed` for a kind that cannot be deleted.
        """
        if kind not in KINDS_DELETED:
            raise NotAllowed(N_("This cannot be taken out of the trash."))
        write.restore(kind, id)
        if kind == Contract.KIND:
            self.desk.contracts.mark_renewed(write, write.get(Contract, id))

    def all(self) -> list[Deleted]:
        """Everything that was deleted, the latest first, but for what undo took back as it had been made."""
        found = [Deleted(at, who, kind, *rest) for kind in KINDS_DELETED for at, who, *rest in self.store.trash(kind)]
        return sorted(found, key=lambda deleted: deleted.at, reverse=True)
