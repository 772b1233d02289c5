"""Personal data that leave the program as written: who may, and the note of it that stays (source.md 7.4)."""

from __future__ import annotations

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain import letting_out
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.incident import EntryKind, LogEntry
from riskdesk.domain.words import N_
from riskdesk.i18n import tr
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition

LET_OUT = Query(where=(Condition("entry_kind", "in", (EntryKind.LET_OUT,)),), sort=(("at", True),))
"""The notes of what left as written, the latest first."""


class Privacy(Noun):
    """What prints and lists that are taken out share."""

    @property
    def may_let_out(self) -> bool:
        """Whether whoever sits here may take personal data out as written."""
        return letting_out.may_let_out(self._person)

    @property
    def _person(self) -> Person | None:
        return self.store.get(Person, self.desk.person) if self.desk.person in self.desk.names else None

    def check(self, as_written: bool) -> None:
        """Raises `NotAllowed` where somebody without the right wants personal data as written."""
        if as_written and not self.may_let_out:
            raise NotAllowed(letting_out.OFFICERS_ONLY)

    @verb(N_("Take personal data out as written"), undoable=False)
    def let_out(self, write: Write, what: str, reason: str) -> LogEntry:
        """Note, for good, what leaves the program as written, and why. Raises `Invalid`."""
        reason = letting_out.let_out(self._person, reason)
        now = self.desk.clock()
        return write.create(
            LogEntry(
                incident_id="", entry_kind=EntryKind.LET_OUT, at=now, written_at=now, who_id=self.desk.person,
                text=tr("{what}: {reason}", what=what, reason=reason),
            )
        )  # fmt: skip

    def entries(self) -> list[LogEntry]:
        """Every time that personal data left as written, the latest first."""
        return self.store.records(LogEntry, LET_OUT)
