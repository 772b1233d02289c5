"""The risk register: table, heat map, detail, editor, scoring."""

from riskdesk.gui.pages.risks.page import RiskPage

__all__ = ["RiskPage"]
