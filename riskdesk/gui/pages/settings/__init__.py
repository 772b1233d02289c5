"""Settings: the office, its directory, this computer, tiers, backups and the file."""

from riskdesk.gui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
