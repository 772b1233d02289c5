"""The families of risks and the classes of playbooks, which an office extends and names."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from riskdesk.domain.errors import Conflict
from riskdesk.domain.policy import Policy
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.named_list import NamedList
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr

LISTS = {
    "families": (N_("Families of risks"), N_("Add a family"), N_("Risks, cases and playbooks belong to one.")),
    "scenario_classes": (N_("Classes of playbooks"), N_("Add a class"), N_("Every playbook belongs to one.")),
}
"""Field of the policy: title, button, what it is for."""


class ClassSection(PolicySection):
    """A name is saved when it is left; undo takes it back. What records use stays."""

    KEY = "classes"
    TITLE = N_("Families, classes")
    ICON = "list"
    KINDS: ClassVar[frozenset[str]] = frozenset({"policy", "risk", "case", "playbook", "incident"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lists: dict[str, NamedList] = {}
        for name, (title, add, note) in LISTS.items():
            card = self.card(tr(title), tr("Saved at once"))
            card.body.addWidget(Label(tr(note), "small", "second", wrap=True))
            made = NamedList(tr(add), self.desk.policies.new_key)
            made.settled.connect(self.save)
            self.lists[name] = made
            card.body.addWidget(made)
        self.done()

    def typed(self) -> dict[str, Any]:
        typed = {name: shown.named() for name, shown in self.lists.items()}
        return {name: value for name, value in typed.items() if value != getattr(self.base, name)}

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        for name, shown in self.lists.items():
            if name not in typed:
                shown.show_named(getattr(now, name), self.desk.policies.uses(name))

    def fail(self, error: Exception) -> None:
        """What was refused goes back to what the file has."""
        super().fail(error)
        if not isinstance(error, Conflict):
            for shown in self.lists.values():
                shown.forget()
            self._turn_to(self.desk.policy, ())
