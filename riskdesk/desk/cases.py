"""What can be done with cases."""

from __future__ import annotations

from collections import Counter
from typing import Any

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.calendar import last_months
from riskdesk.domain.case import Case, CaseState, Privacy
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.record import NOT_SHIPPED, iso_millis
from riskdesk.domain.words import N_
from riskdesk.store import ALL, Query, Write
from riskdesk.store.query import Condition

OFFERED, LATEST = 200, 300
"""Words that an editor offers, and the cases looked at for them."""


class Cases(Noun):
    """The case library."""

    @verb(N_("New case"))
    def add(self, write: Write, case: Case) -> Case:
        """Enter a case."""
        return write.create(case)

    @verb(N_("Save case"), needs="case")
    def save(self, write: Write, case: Case, base: Case) -> Case:
        """Save an edited case. Raises `Conflict`."""
        return write.save(case, base)

    @verb(N_("Mark as reviewed"), needs="case")
    def review(self, write: Write, case_id: str) -> Case:
        """Note that somebody has read a draft and found it right."""
        return self._to_state(write, case_id, CaseState.REVIEWED)

    @verb(N_("Publish case"), needs="case")
    def publish(self, write: Write, case_id: str, privacy: Privacy | None = None) -> Case:
        """Publish a case, noting with `privacy` what was found of personal data in it.

        Raises `NotAllowed` until someone has looked for personal data (source.md 7.4).
        """
        case = self.get(case_id)
        found = privacy or case.privacy
        if found is Privacy.UNCHECKED:
            raise NotAllowed(N_("Check the case for personal data first."))
        return write.save(case.changed(state=CaseState.PUBLISHED, privacy=found), case)

    @verb(N_("Back to draft"), needs="case")
    def withdraw(self, write: Write, case_id: str) -> Case:
        """Take a case back from the readers; it is a draft again."""
        return self._to_state(write, case_id, CaseState.DRAFT)

    @verb(N_("Delete case"), needs="case")
    def delete(self, write: Write, case_id: str) -> None:
        """Move a case to the trash."""
        write.delete("case", case_id)

    def _to_state(self, write: Write, case_id: str, state: CaseState) -> Case:
        case = self.get(case_id)
        return write.save(case.changed(state=state), case)

    def get(self, case_id: str) -> Case:
        """The case of that id. Raises `NotFound`."""
        return self.store.get(Case, case_id)

    def facet(self, field: str, query: Query) -> list[tuple[Any, int]]:
        """The values of `field` among what `query` finds and how often each occurs, the most frequent first."""
        counts = self.store.count_by("case", field, query)
        known = [(value, count) for value, count in counts.items() if value not in (None, "")]
        return sorted(known, key=lambda item: (-item[1], str(item[0])))

    def types_in_use(self) -> list[str]:
        """The types of event that cases have, the most frequent first."""
        return [str(value) for value, _ in self.facet("case_type", ALL)][:OFFERED]

    def tags_in_use(self) -> list[str]:
        """The tags of the latest cases, the most frequent first."""
        latest = self.store.records(Case, Query(sort=(("number", True),)), LATEST)
        counts = Counter(tag for case in latest for tag in case.tags)
        return [tag for tag, _ in counts.most_common(OFFERED)]

    def added_this_month(self) -> int:
        """Cases entered here since the first of this month, for the monthly upkeep (source.md 7.4)."""
        return self.store.count("case", self.this_month())

    def this_month(self) -> Query:
        """The cases that `added_this_month` counts: without those that the program ships, which nobody here added."""
        first = iso_millis(self.desk.midnight(last_months(self.desk.today, 1)[0]))
        return Query(where=(Condition("created_at", ">=", first), Condition("id", ">=", NOT_SHIPPED)))
