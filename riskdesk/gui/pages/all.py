"""The pages in the order of the rail, and the sections of the settings.

The module of each is imported when it is first shown, so that the window stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from riskdesk.domain.words import N_


@dataclass(frozen=True)
class PageEntry:
    """What is known of a page or section before it is made. `UNDER` is the key of the page that it belongs to."""

    KEY: str
    TITLE: str
    module: str
    name: str
    ICON: str = ""
    UNDER: str = ""

    def load(self) -> type[Any]:
        """The class of the page or section."""
        found: type[Any] = getattr(import_module(f"riskdesk.gui.pages.{self.module}"), self.name)
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

SECTIONS = (
    PageEntry("office", N_("Office"), "settings.office", "OfficeSection", "building"),
    PageEntry("directory", N_("Directory"), "settings.directory", "DirectorySection", "users"),
    PageEntry("levels", N_("Levels and scales"), "settings.levels", "LevelSection", "table"),
    PageEntry("tiers", N_("Tiers and intervals"), "settings.tiers", "TierSection", "timer"),
    PageEntry("classes", N_("Families, classes"), "settings.classes", "ClassSection", "list"),
    PageEntry("phrases", N_("Words of staff"), "settings.phrases", "PhraseSection", "message"),
    PageEntry("person", N_("Person at this desk"), "settings.person", "PersonSection", "user"),
    PageEntry("appearance", N_("Appearance"), "settings.appearance", "AppearanceSection", "monitor"),
    PageEntry("privacy", N_("Personal data"), "settings.privacy", "PrivacySection", "eye"),
    PageEntry("trash", N_("Trash"), "settings.trash", "TrashSection", "trash"),
    PageEntry("backups", N_("Backups"), "settings.backups", "BackupSection", "archive"),
    PageEntry("file", N_("File"), "settings.file", "FileSection", "database"),
    PageEntry("about", N_("About"), "settings.about", "AboutSection", "info"),
)
