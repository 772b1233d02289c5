"""A record's neighbours in the loop, both ways: what it refers to and what refers to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.desk.verb import Noun
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, references
from riskdesk.store import Query
from riskdesk.store.query import Condition

LOOP = ("risk", "playbook", "drill", "incident", "case", "action", "contract", "regulation", "review")
"""The kinds of the loop, in its order; people and places are no neighbours, nor are complaints, of which a risk may
have thousands."""


COUNTED = {"risk": (("complaint", "risk_ids"),)}
"""Kind of a record to (kind, field) of what points to it by the hundred."""


@dataclass(frozen=True)
class Neighbour:
    """A record one click away."""

    kind: str
    id: str
    number: str
    title: str


class Links(Noun):
    """Both ways of every reference."""

    def around(self, record: Record, leave_out: Sequence[str] = ()) -> list[Neighbour]:
        """The neighbours of a record by kind and number; each once, deleted ones left out.

        Those of the kinds `leave_out` are not looked for.
        """
        kinds = [kind for kind in LOOP if kind not in leave_out]
        found: dict[tuple[str, str], None] = {}
        for field, kind in references(type(record)).items():
            value = getattr(record, field)
            for id in (value,) if isinstance(value, str) else value:
                if id and kind in kinds:
                    found[kind, id] = None
        for kind, id, _ in self.store.neighbours(record.id):
            if kind in kinds:
                found[kind, id] = None
        # An agenda names its records inside of its topics, where no link is kept.
        if "review" in kinds:
            found |= {("review", meeting.id): None for meeting, _ in self.desk.reviews.about(record.id)}
        told = [self._neighbour(kind, id) for kind, id in found]
        return sorted((n for n in told if n), key=lambda n: (LOOP.index(n.kind), n.number))

    def counted(self, record: Record) -> list[tuple[str, int]]:
        """(kind, how many) of what points to a record and is told as a number with the list behind it."""
        counts = [(kind, self.store.count(kind, Query(where=(Condition(field, "has", record.id),))))
                  for kind, field in COUNTED.get(record.KIND, ())]  # fmt: skip
        return [(kind, count) for kind, count in counts if count]

    def _neighbour(self, kind: str, id: str) -> Neighbour | None:
        try:
            record = self.store.get(KINDS[kind], id)
        except NotFound:
            return None
        if self.store.is_deleted(kind, id):
            return None
        return Neighbour(kind, id, record.number, record.name_text)
