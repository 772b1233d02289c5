"""The case library (案例库)."""

from riskdesk.gui.pages.cases.page import CasePage

__all__ = ["CasePage"]
