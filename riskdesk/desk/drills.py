"""What can be done with drills."""

from __future__ import annotations

import datetime as dt

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.drill import Drill, DrillState, covered
from riskdesk.domain.playbook import Playbook, PlaybookState, plan_of
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition


class Drills(Noun):
    """The drill schedule."""

    @verb(N_("New drill"), palette=True)
    def add(self, write: Write, drill: Drill) -> Drill:
        """Plan a drill; it keeps the playbook's version as it is now."""
        return write.create(self._with_plan(drill))

    @verb(N_("Save drill"), needs="drill")
    def save(self, write: Write, drill: Drill, base: Drill) -> Drill:
        """Save an edited drill. Raises `Conflict`."""
        if drill.playbook_id != base.playbook_id:
            drill = self._with_plan(drill)
        return write.save(drill, base)

    @verb(N_("Start drill"), needs="drill", palette=True)
    def start(self, write: Write, drill_id: str) -> Drill:
        """Start the clock of a drill."""
        drill = self.get(drill_id)
        return write.save(drill.changed(state=DrillState.RUNNING, started_at=self.desk.clock()), drill)

    @verb(N_("Finish drill"), needs="drill", palette=True)
    def finish(self, write: Write, drill_id: str) -> Drill:
        """Stop the clock; what was recorded stays."""
        drill = self.get(drill_id)
        return write.save(drill.changed(state=DrillState.DONE, ended_at=self.desk.clock()), drill)

    @verb(N_("Delete drill"), needs="drill", palette=True)
    def delete(self, write: Write, drill_id: str) -> None:
        """Move a drill to the trash."""
        write.delete("drill", drill_id)

    def get(self, drill_id: str) -> Drill:
        """The drill of that id. Raises `NotFound`."""
        return self.store.get(Drill, drill_id)

    def between(self, first: dt.date, last: dt.date) -> list[Drill]:
        """Drills planned from `first` to `last`, by day."""
        days = (
            Condition("planned_on", ">=", first.isoformat()),
            Condition("planned_on", "<=", last.isoformat()),
        )
        return self.store.records(Drill, Query(where=days, sort=(("planned_on", False),)))

    def coverage(self, quarter: Quarter) -> dict[tuple[str, str], bool]:
        """For every approved playbook at every site: whether it was drilled in the quarter (source.md 7.3)."""
        sites = [site.id for site in self.desk.directory.all("site")]
        approved: list[Playbook] = [p for p in self.desk.playbooks.all() if p.state is PlaybookState.APPROVED]
        pairs = [(p.id, site) for p in approved for site in (p.site_ids or sites)]
        return covered(pairs, self.between(quarter.first, quarter.last), quarter)

    def _with_plan(self, drill: Drill) -> Drill:
        if not drill.playbook_id:
            return drill
        playbook = self.desk.playbooks.get(drill.playbook_id)
        people = drill.assignments or self.desk.directory.assignments(playbook.roles, drill.site_id)
        return drill.changed(plan=plan_of(playbook), assignments=people)
