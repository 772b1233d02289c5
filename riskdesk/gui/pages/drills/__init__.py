"""Drills: the month, the list, preparation, and recording while one runs."""

from riskdesk.gui.pages.drills.page import DrillPage

__all__ = ["DrillPage"]
