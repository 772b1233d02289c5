"""What can be done with drills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.drill import Drill, DrillState, Evaluation, InjectResult, StepResult, covered
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.playbook import Playbook, PlaybookState, plan_of
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition


@dataclass(frozen=True)
class Gap:
    """An approved playbook that a site has not drilled in a quarter, and the drill that is planned for it."""

    playbook_id: str
    site_id: str
    planned: Drill | None = None


class Drills(Noun):
    """The drill schedule and what was recorded in drills."""

    @verb(N_("New drill"))
    def add(self, write: Write, drill: Drill) -> Drill:
        """Plan a drill; it keeps the playbook's version as it is now."""
        return write.create(self._with_plan(drill))

    @verb(N_("Save drill"), needs="drill")
    def save(self, write: Write, drill: Drill, base: Drill) -> Drill:
        """Save an edited drill; another playbook or site asks anew who fills its roles. Raises `Conflict`."""
        if (drill.playbook_id, drill.site_id) != (base.playbook_id, base.site_id):
            if drill.assignments == base.assignments:
                drill = drill.changed(assignments=())
            drill = self._with_plan(drill)
        return write.save(drill, base)

    @verb(N_("Move drill"), needs="drill")
    def move(self, write: Write, drill_id: str, day: dt.date) -> Drill:
        """Plan a drill for another day. Raises `NotAllowed` once it has begun."""
        drill = self.get(drill_id)
        if not drill.is_ahead:
            raise NotAllowed(N_("Only a drill that has not begun can be moved."))
        return write.save(drill.changed(planned_on=day), drill)

    @verb(N_("Repeat drill"), needs="drill")
    def repeat(self, write: Write, drill_id: str, days: Sequence[dt.date], site_ids: Sequence[str] = ()) -> list[Drill]:
        """Plan copies of a drill on these days, at these sites or at its own: one undo takes all of them back.

        Raises `NotAllowed` without a day.
        """
        copy = Drill.of(**self.get(drill_id).copied(self.desk.today))
        if not days:
            raise NotAllowed(N_("Say on which days it is to be held."))
        sites = site_ids or (copy.site_id,)
        made = [
            # A place is one of its site.
            copy.changed(planned_on=day, site_id=site, place=copy.place if site == copy.site_id else "")
            for day in days
            for site in sites
        ]
        return write.create_many([self._with_plan(drill) for drill in made])

    @verb(N_("Mark drill as ready"), needs="drill")
    def make_ready(self, write: Write, drill_id: str) -> Drill:
        """Note that everything is prepared. Raises `NotAllowed` for one that has begun or was called off."""
        drill = self.get(drill_id)
        if drill.state is not DrillState.PLANNED:
            raise NotAllowed(N_("Only a planned drill can be marked as ready."))
        return write.save(drill.changed(state=DrillState.READY), drill)

    @verb(N_("Call off drill"), needs="drill")
    def call_off(self, write: Write, drill_id: str) -> Drill:
        """Note that it will not be held. Raises `NotAllowed` once it has begun."""
        drill = self.get(drill_id)
        if not drill.is_ahead:
            raise NotAllowed(N_("Only a drill that has not begun can be called off."))
        return write.save(drill.changed(state=DrillState.CANCELLED), drill)

    @verb(N_("Start drill"), needs="drill")
    def start(self, write: Write, drill_id: str) -> Drill:
        """Start the clock of a drill, which is held today whatever was planned.

        Raises `NotAllowed` for one that has begun or was called off.
        """
        drill = self.get(drill_id)
        if not drill.is_ahead:
            raise NotAllowed(N_("This drill has begun already or was called off."))
        begun = {"state": DrillState.RUNNING, "started_at": self.desk.clock(), "planned_on": self.desk.today}
        return write.save(drill.changed(**begun), drill)

    @verb(N_("Finish drill"), needs="drill")
    def finish(self, write: Write, drill_id: str) -> Drill:
        """Stop the clock; what was recorded stays.

        One that was held on paper has no clock to stop. It was held today at the latest, whatever day was planned.
        """
        drill = self.get(drill_id)
        if drill.state in (DrillState.DONE, DrillState.CANCELLED):
            raise NotAllowed(N_("This drill is over."))
        ended = max(self.desk.clock(), drill.started_at) if drill.started_at else None
        held_on = min(drill.planned_on or self.desk.today, self.desk.today)
        return write.save(drill.changed(state=DrillState.DONE, ended_at=ended, planned_on=held_on), drill)

    @verb(N_("Note step"), needs="drill")
    def note_step(self, write: Write, drill_id: str, result: StepResult) -> Drill:
        """Note how a step went, in place of what was noted of it before."""
        drill = self.get(drill_id)
        kept = tuple(item for item in drill.results if item.step_id != result.step_id)
        return write.save(drill.changed(results=(*kept, result)), drill)

    @verb(N_("Note inject"), needs="drill")
    def note_inject(self, write: Write, drill_id: str, result: InjectResult) -> Drill:
        """Note how an inject went, in place of what was noted of it before."""
        drill = self.get(drill_id)
        kept = tuple(item for item in drill.inject_results if item.inject_id != result.inject_id)
        return write.save(drill.changed(inject_results=(*kept, result)), drill)

    @verb(N_("Enter marks"), needs="drill")
    def evaluate(self, write: Write, drill_id: str, evaluation: Evaluation) -> Drill:
        """Enter one evaluator's marks, in place of earlier ones. A new lead takes the place of the one before."""
        drill = self.get(drill_id)
        others = [item for item in drill.evaluations if item.evaluator != evaluation.evaluator]
        if evaluation.lead:
            others = [item.model_copy(update={"lead": False}) for item in others]
        return write.save(drill.changed(evaluations=(*others, evaluation)), drill)

    @verb(N_("Remove marks"), needs="drill")
    def drop_evaluation(self, write: Write, drill_id: str, evaluator: str) -> Drill:
        """Take one evaluator's marks away."""
        drill = self.get(drill_id)
        kept = tuple(item for item in drill.evaluations if item.evaluator != evaluator)
        return write.save(drill.changed(evaluations=kept), drill)

    @verb(N_("Note what was seen"), needs="drill")
    def note_words(self, write: Write, drill_id: str, strengths: str, weaknesses: str) -> Drill:
        """Note strengths and weaknesses."""
        drill = self.get(drill_id)
        return write.save(drill.changed(strengths=strengths, weaknesses=weaknesses), drill)

    @verb(N_("Delete drill"), needs="drill")
    def delete(self, write: Write, drill_id: str) -> None:
        """Move a drill to the trash."""
        write.delete("drill", drill_id)

    def get(self, drill_id: str) -> Drill:
        """The drill of that id. Raises `NotFound`."""
        return self.store.get(Drill, drill_id)

    def between(self, first: dt.date, last: dt.date) -> list[Drill]:
        """Drills planned from `first` to `last`, by day and time."""
        days = (
            Condition("planned_on", ">=", first.isoformat()),
            Condition("planned_on", "<=", last.isoformat()),
        )
        return self.store.records(Drill, Query(where=days, sort=(("planned_on", False), ("planned_at", False))))

    def running(self) -> list[Drill]:
        """Drills whose clock runs."""
        runs = Condition("state", "in", (DrillState.RUNNING.value,))
        return self.store.records(Drill, Query(where=(runs,)))

    def actions(self, drill_id: str) -> list[Action]:
        """The corrective actions of a drill."""
        return self.store.records(Action, Query(where=(Condition("drill_id", "in", (drill_id,)),)))

    def coverage(self, quarter: Quarter) -> dict[tuple[str, str], bool]:
        """For every approved playbook at every site: whether it was drilled in the quarter (source.md 7.3)."""
        sites = [site.id for site in self.desk.directory.all("site")]
        approved: list[Playbook] = [p for p in self.desk.playbooks.all() if p.state is PlaybookState.APPROVED]
        pairs = [(p.id, site) for p in approved for site in sites if not p.site_ids or site in p.site_ids]
        return covered(pairs, self.between(quarter.first, quarter.last), quarter)

    def lacks(self) -> str:
        """Why nothing has to be drilled, where `coverage` is empty: 'playbook', none is approved, or 'site'."""
        approved = any(playbook.state is PlaybookState.APPROVED for playbook in self.desk.playbooks.all())
        return "site" if approved else "playbook"

    def gaps(self, quarter: Quarter) -> list[Gap]:
        """What is not drilled in a quarter: first what nobody has planned, then what is planned, by day."""
        planned = {}
        for drill in reversed(self.between(quarter.first, quarter.last)):
            if drill.is_ahead or drill.state is DrillState.RUNNING:
                planned[drill.playbook_id, drill.site_id] = drill
        found = [Gap(*pair, planned.get(pair)) for pair, held in self.coverage(quarter).items() if not held]
        name = self.desk.name
        return sorted(found, key=lambda gap: (
            (gap.planned.planned_on if gap.planned else None) or dt.date.min, name(gap.site_id), name(gap.playbook_id),
        ))  # fmt: skip

    def _with_plan(self, drill: Drill) -> Drill:
        if not drill.playbook_id:
            return drill
        playbook = self.desk.playbooks.get(drill.playbook_id)
        people = drill.assignments or self.desk.directory.assignments(playbook.roles, drill.site_id)
        return drill.changed(plan=plan_of(playbook), assignments=people)
