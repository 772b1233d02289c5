"""Incidents: the report form, the response console, the list, and the post-incident report."""

from riskdesk.gui.pages.incidents.page import IncidentPage

__all__ = ["IncidentPage"]
