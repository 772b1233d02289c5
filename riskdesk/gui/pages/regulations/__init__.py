"""The register of laws, regulations and standards that bear on the office."""

from riskdesk.gui.pages.regulations.page import RegulationPage

__all__ = ["RegulationPage"]
