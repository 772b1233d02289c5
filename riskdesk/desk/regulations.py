"""What can be done with the laws, regulations and standards that bear on the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.record import iso_millis
from riskdesk.domain.regulation import Regulation
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition

YOUNG_DAYS = 365
"""What was entered after a meeting is news to it when it is not older than this."""


class Regulations(Noun):
    """The register of regulations."""

    @verb(N_("New regulation"))
    def add(self, write: Write, regulation: Regulation) -> Regulation:
        """Enter a regulation, or one clause of it."""
        return write.create(regulation)

    @verb(N_("Save regulation"), needs="regulation")
    def save(self, write: Write, regulation: Regulation, base: Regulation) -> Regulation:
        """Save an edited regulation. Raises `Conflict`."""
        return write.save(regulation, base)

    @verb(N_("Link risks with regulation"), needs="regulation")
    def link(self, write: Write, regulation_id: str, risk_ids: Sequence[str]) -> Regulation:
        """Add risks to those that a regulation bears on."""
        regulation = self.get(regulation_id)
        linked = tuple(dict.fromkeys((*regulation.risk_ids, *risk_ids)))
        return write.save(regulation.changed(risk_ids=linked), regulation)

    @verb(N_("Delete regulation"), needs="regulation")
    def delete(self, write: Write, regulation_id: str) -> None:
        """Move a regulation to the trash."""
        write.delete("regulation", regulation_id)

    def get(self, regulation_id: str) -> Regulation:
        """The regulation of that id. Raises `NotFound`."""
        return self.store.get(Regulation, regulation_id)

    def of_risk(self, risk_id: str) -> list[Regulation]:
        """What bears on a risk, by number."""
        return self.store.records(Regulation, Query(where=(Condition("risk_ids", "has", risk_id),)))

    def new_since(self, day: dt.date) -> list[Regulation]:
        """What is news to a meeting when the last one was held on `day`, the latest first.

        That is what takes effect after `day`, also in the future, and what was entered after it although it took
        effect within the year before.
        """
        effect = Condition("effective_on", ">", day.isoformat())
        young = Condition("effective_on", ">", (day - dt.timedelta(days=YOUNG_DAYS)).isoformat())
        entered = Condition("created_at", ">=", iso_millis(self.desk.midnight(day + dt.timedelta(days=1))))
        found = {r.id: r for where in ((effect,), (young, entered)) for r in self._by_query(where)}
        return sorted(found.values(), key=lambda r: (r.effective_on or dt.date.min, r.number), reverse=True)

    def _by_query(self, where: tuple[Condition, ...]) -> list[Regulation]:
        return self.store.records(Regulation, Query(where=where))
