"""What can be done with measures and corrective actions."""

from __future__ import annotations

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.action import Action, ActionState, dated
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition

OPEN_STATES = (ActionState.OPEN.value, ActionState.DOING.value)


class Actions(Noun):
    """The one list of measures."""

    @verb(N_("New measure"))
    def add(self, write: Write, action: Action) -> Action:
        """Enter a measure."""
        return write.create(dated(action, None, self.desk.today))

    @verb(N_("Save measure"), needs="action")
    def save(self, write: Write, action: Action, base: Action) -> Action:
        """Save an edited measure. Raises `Conflict`."""
        return write.save(dated(action, base, self.desk.today), base)

    @verb(N_("Measure done"), needs="action")
    def finish(self, write: Write, action_id: str, proof: str = "") -> Action:
        """Note a measure as done today; someone else has to confirm it."""
        action = self.get(action_id)
        today = self.desk.today
        done = action.changed(state=ActionState.DONE, done_on=today, proof=proof or action.proof)
        return write.save(dated(done, action, today), action)

    @verb(N_("Confirm measure"), needs="action")
    def confirm(self, write: Write, action_id: str, by_id: str) -> Action:
        """Confirm a measure that is done. Raises `Invalid` when its owner confirms it."""
        action = self.get(action_id)
        if not action.is_done:
            raise NotAllowed(N_("Only a measure that is done can be confirmed."))
        return write.save(
            action.changed(state=ActionState.VERIFIED, verified_by_id=by_id, verified_on=self.desk.today),
            action,
        )

    @verb(N_("Delete measure"), needs="action")
    def delete(self, write: Write, action_id: str) -> None:
        """Move a measure to the trash."""
        write.delete("action", action_id)

    def get(self, action_id: str) -> Action:
        """The measure of that id. Raises `NotFound`."""
        return self.store.get(Action, action_id)

    def overdue(self) -> Query:
        """The query for open measures after their due date."""
        return Query(where=(Condition("state", "in", OPEN_STATES), Condition("due", "<", self.desk.today.isoformat())))
