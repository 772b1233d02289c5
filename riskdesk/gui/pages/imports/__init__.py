"""The page that brings lists of others in."""

from riskdesk.gui.pages.imports.page import ImportPage

__all__ = ["ImportPage"]
