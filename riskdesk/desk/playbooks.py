"""What can be done with playbooks."""

from __future__ import annotations

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.directory import Body
from riskdesk.domain.drill import Assignment
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.playbook import Confirmation, Difference, Playbook, PlaybookState, differences
from riskdesk.domain.words import N_
from riskdesk.store import Write


class Playbooks(Noun):
    """The emergency playbooks."""

    @verb(N_("New playbook"))
    def add(self, write: Write, playbook: Playbook) -> Playbook:
        """Enter a playbook."""
        return write.create(playbook)

    @verb(N_("Save playbook"), needs="playbook")
    def save(self, write: Write, playbook: Playbook, base: Playbook) -> Playbook:
        """Save an edited playbook; a change to what an approved one says makes the next version, a draft.

        A confirmation of looser limits holds for those limits alone. Raises `Conflict`.
        """
        if self.differences(playbook) != self.differences(base):
            playbook = playbook.changed(difference_confirmed=None)
            # Also one that was given since the editor opened it: for the limits as they were.
            base = base.model_copy(update={"difference_confirmed": self.get(base.id).difference_confirmed})
        return write.save(playbook, base)

    @verb(N_("Approve playbook"), needs="playbook")
    def approve(self, write: Write, playbook_id: str, by_id: str = "") -> Playbook:
        """Approve this version. Raises `NotAllowed` for a playbook without steps."""
        playbook = self.get(playbook_id)
        if not playbook.steps:
            raise NotAllowed(N_("A playbook without steps cannot be approved."))
        return write.save(
            playbook.changed(state=PlaybookState.APPROVED, approved_by_id=by_id, approved_on=self.desk.today),
            playbook,
        )

    @verb(N_("Confirm looser limits"), needs="playbook")
    def confirm_differences(self, write: Write, playbook_id: str, by_id: str, why: str = "") -> Playbook:
        """Confirm that limits looser than the response tier's are meant."""
        playbook = self.get(playbook_id)
        confirmed = Confirmation(by_id=by_id, on=self.desk.today, why=why)
        return write.save(playbook.changed(difference_confirmed=confirmed), playbook)

    @verb(N_("Delete playbook"), needs="playbook")
    def delete(self, write: Write, playbook_id: str) -> None:
        """Move a playbook to the trash."""
        write.delete("playbook", playbook_id)

    def get(self, playbook_id: str) -> Playbook:
        """The playbook of that id. Raises `NotFound`."""
        return self.store.get(Playbook, playbook_id)

    def all(self) -> list[Playbook]:
        """Every playbook, by title."""
        return sorted(self.store.select(Playbook), key=lambda playbook: playbook.title)

    def differences(self, playbook: Playbook) -> tuple[Difference, ...]:
        """Where the playbook allows more time than its response tier."""
        return differences(playbook, self.desk.policy.tier(playbook.tier or ""))

    def contacts(self, playbook: Playbook, site_id: str) -> tuple[tuple[Assignment, ...], tuple[Body, ...]]:
        """Who fills each role today at a site, and the outside bodies that a step calls or that must be told."""
        named = [step.contact.who for step in playbook.steps if step.contact]
        told = [item.body for item in playbook.notifications]
        directory = self.desk.directory
        return directory.assignments(playbook.roles, site_id), tuple(directory.called((*named, *told), site_id))

    def roles_in_use(self) -> list[str]:
        """Every role that someone in the directory fills or a playbook names, for an editor to offer."""
        entries = [*self.desk.directory.all("person"), *self.desk.directory.all("body")]
        filled = [duty for entry in entries for duty in entry.duties]
        return list(dict.fromkeys((*filled, *(role for playbook in self.all() for role in playbook.roles))))
