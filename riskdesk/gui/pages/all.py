"""The pages in the order of the rail."""

from __future__ import annotations

from riskdesk.gui.pages.actions import ActionPage
from riskdesk.gui.pages.cases import CasePage
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.overview import OverviewPage
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.playbooks import PlaybookPage
from riskdesk.gui.pages.printing import PrintPage
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.settings import SettingsPage

PAGES: tuple[type[Page], ...] = (
    OverviewPage,
    RiskPage,
    CasePage,
    PlaybookPage,
    IncidentPage,
    ActionPage,
    PrintPage,
    SettingsPage,
)
