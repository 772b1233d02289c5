"""Complaints: the list, what they tell, and the risks that are raised from them."""

from riskdesk.gui.pages.complaints.page import ComplaintPage

__all__ = ["ComplaintPage"]
