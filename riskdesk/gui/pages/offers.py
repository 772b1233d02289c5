"""The commands that can be begun from any page, as Ctrl+K lists them: known before their page is made."""

from __future__ import annotations

from dataclasses import dataclass

from riskdesk.domain.words import N_
from riskdesk.gui.pages.all import SECTIONS
from riskdesk.i18n import tr


@dataclass(frozen=True)
class Offer:
    """A command that needs no open record. `page` is the key of its page, `key` the verb's name where it runs one."""

    page: str
    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    section: str = ""
    """Source text of the section that `text` names."""

    @property
    def words(self) -> str:
        """What it is called."""
        return tr(self.text, section=tr(self.section)) if self.section else tr(self.text)


OFFERS = {
    offer.key: offer
    for offer in (
        Offer("risk", "risks.add", N_("New risk"), "plus", "Ctrl+N"),
        Offer("risk", "risks.heat", N_("Heat map"), "heatmap"),
        Offer("risk", "print.risk_list", N_("Print list"), "print"),
        Offer("complaint", "complaints.add", N_("New complaint"), "plus", "Ctrl+N"),
        Offer("complaint", "complaints.figures", N_("Figures of complaints"), "chart"),
        Offer("regulation", "regulations.add", N_("New regulation"), "plus", "Ctrl+N"),
        Offer("contract", "contracts.add", N_("New contract"), "plus", "Ctrl+N"),
        Offer("review", "reviews.prepare", N_("New meeting"), "plus", "Ctrl+N"),
        Offer("review", "review.compare", N_("Compare lists"), "split"),
        Offer("case", "cases.add", N_("New case"), "plus", "Ctrl+N"),
        Offer("playbook", "playbooks.add", N_("New playbook"), "plus", "Ctrl+N"),
        Offer("drill", "drills.add", N_("New drill"), "plus", "Ctrl+N"),
        Offer("action", "actions.add", N_("New measure"), "plus", "Ctrl+N"),
        Offer("action", "print.action_list", N_("Print list"), "print"),
        Offer("settings", "directory.add.person", N_("New person"), "plus"),
        Offer("settings", "directory.add.department", N_("New department"), "plus"),
        Offer("settings", "directory.add.site", N_("New site"), "plus"),
        Offer("settings", "directory.add.body", N_("New outside body"), "plus"),
        Offer("settings", "backups.make", N_("Back up now"), "archive"),
        *(
            Offer("settings", f"settings.{entry.KEY}", N_("Settings: {section}"), entry.ICON, section=entry.TITLE)
            for entry in SECTIONS
        ),
    )
}
