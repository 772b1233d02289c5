"""The sections of the settings, in their order."""

from __future__ import annotations

from riskdesk.gui.pages.settings.about import AboutSection
from riskdesk.gui.pages.settings.appearance import AppearanceSection
from riskdesk.gui.pages.settings.backups import BackupSection
from riskdesk.gui.pages.settings.directory import DirectorySection
from riskdesk.gui.pages.settings.file import FileSection
from riskdesk.gui.pages.settings.levels import LevelSection
from riskdesk.gui.pages.settings.office import OfficeSection
from riskdesk.gui.pages.settings.person import PersonSection
from riskdesk.gui.pages.settings.privacy import PrivacySection
from riskdesk.gui.pages.settings.section import Section
from riskdesk.gui.pages.settings.tiers import TierSection

SECTIONS: tuple[type[Section], ...] = (
    OfficeSection, DirectorySection, LevelSection, TierSection, PersonSection, AppearanceSection, PrivacySection,
    BackupSection, FileSection, AboutSection,
)  # fmt: skip
