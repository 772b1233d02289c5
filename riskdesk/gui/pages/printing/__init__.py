"""The print centre: every form previewed, printed or saved as PDF, one record or many in one file."""

from riskdesk.gui.pages.printing.page import PrintPage

__all__ = ["PrintPage"]
