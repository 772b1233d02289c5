"""What staff never say and what they say instead: the office's own words, which steps without words of theirs use."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from riskdesk.domain.policy import Policy
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.i18n import tr

LISTS = {
    "taboo_phrases": (
        N_("Never say"), N_("Add a phrase"),
        N_("Shown while an incident runs, with every notice whose step has no words of its own."),
    ),
    "empathy_phrases": (
        N_("Say instead"), N_("Add a phrase"),
        N_("The first one is shown with a notice whose step does not say what to say."),
    ),
}  # fmt: skip
"""Field of the policy: title, button, what it is for."""


class PhraseSection(PolicySection):
    """A line is saved when it is left; undo takes it back."""

    KEY = "phrases"
    TITLE = N_("Words of staff")
    ICON = "message"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lists: dict[str, LinesEdit] = {}
        for name, (title, add, note) in LISTS.items():
            card = self.card(tr(title), tr("Saved at once"))
            card.body.addWidget(Label(tr(note), "small", "second", wrap=True))
            self.lists[name] = LinesEdit(tr(add))
            self.lists[name].settled.connect(self.save)
            card.body.addWidget(self.lists[name])
        self.done()

    def typed(self) -> dict[str, Any]:
        typed = {name: tuple(lines.lines()) for name, lines in self.lists.items()}
        return {name: value for name, value in typed.items() if value != getattr(self.base, name)}

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        for name, lines in self.lists.items():
            if name not in typed:
                lines.follow(getattr(now, name))
