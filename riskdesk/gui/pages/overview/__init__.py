"""The overview: what stands out today, and the list behind every number."""

from riskdesk.gui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
