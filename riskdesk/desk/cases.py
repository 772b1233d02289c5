"""What can be done with cases."""

from __future__ import annotations

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.calendar import last_months
from riskdesk.domain.case import Case, CaseState, Privacy
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.record import iso_millis
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition


class Cases(Noun):
    """The case library."""

    @verb(N_("New case"), palette=True)
    def add(self, write: Write, case: Case) -> Case:
        """Enter a case."""
        return write.create(case)

    @verb(N_("Save case"), needs="case")
    def save(self, write: Write, case: Case, base: Case) -> Case:
        """Save an edited case. Raises `Conflict`."""
        return write.save(case, base)

    @verb(N_("Publish case"), needs="case", palette=True)
    def publish(self, write: Write, case_id: str) -> Case:
        """Publish a case. Raises `NotAllowed` until someone has looked for personal data in it."""
        case = self.get(case_id)
        if case.privacy is Privacy.UNCHECKED:
            raise NotAllowed(N_("Check the case for personal data first."))
        return write.save(case.changed(state=CaseState.PUBLISHED), case)

    @verb(N_("Delete case"), needs="case", palette=True)
    def delete(self, write: Write, case_id: str) -> None:
        """Move a case to the trash."""
        write.delete("case", case_id)

    def get(self, case_id: str) -> Case:
        """The case of that id. Raises `NotFound`."""
        return self.store.get(Case, case_id)

    def added_this_month(self) -> int:
        """Cases entered since the first of this month, for the monthly upkeep (source.md 7.4)."""
        first = last_months(self.desk.today, 1)[0]
        start = iso_millis(self.desk.midnight(first))
        return self.store.count("case", Query(where=(Condition("created_at", ">=", start),)))
