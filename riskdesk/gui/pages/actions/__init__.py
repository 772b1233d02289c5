"""Measures and corrective actions: one list for what risks, reviews, drills, incidents and inspections ask for."""

from riskdesk.gui.pages.actions.page import ActionPage

__all__ = ["ActionPage"]
