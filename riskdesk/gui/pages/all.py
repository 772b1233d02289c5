"""The pages in the order of the rail. A page's module is imported when it is first shown, so that the window stands."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from riskdesk.domain.words import N_
from riskdesk.gui.pages.page import Page


@dataclass(frozen=True)
class PageEntry:
    """What is known of a page before it is made. `UNDER` is the key of the page that it belongs to."""

    KEY: str
    TITLE: str
    module: str
    name: str
    ICON: str = ""
    UNDER: str = ""

    def load(self) -> type[Page]:
        """The class of the page."""
        found: type[Page] = getattr(import_module(f"riskdesk.gui.pages.{self.module}"), self.name)
        return found


PAGES = (
    PageEntry("overview", N_("Overview"), "overview", "OverviewPage", "overview"),
    PageEntry("risk", N_("Risk register"), "risks", "RiskPage", "risk"),
    PageEntry("complaint", N_("Complaints"), "complaints", "ComplaintPage", "complaint", "risk"),
    PageEntry("regulation", N_("Regulations"), "regulations", "RegulationPage", "regulation", "risk"),
    PageEntry("contract", N_("Contracts"), "contracts", "ContractPage", "contract", "risk"),
    PageEntry("review", N_("Review meetings"), "reviews", "ReviewPage", "clipboard", "risk"),
    PageEntry("import", N_("Import list"), "imports", "ImportPage", "upload", "risk"),
    PageEntry("case", N_("Case library"), "cases", "CasePage", "case"),
    PageEntry("playbook", N_("Playbooks"), "playbooks", "PlaybookPage", "playbook"),
    PageEntry("drill", N_("Drills"), "drills", "DrillPage", "drill"),
    PageEntry("incident", N_("Incidents"), "incidents", "IncidentPage", "incident"),
    PageEntry("action", N_("Actions"), "actions", "ActionPage", "action"),
    PageEntry("print", N_("Print centre"), "printing", "PrintPage", "print"),
    PageEntry("settings", N_("Settings"), "settings", "SettingsPage", "settings"),
)
