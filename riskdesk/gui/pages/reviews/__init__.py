"""The page of the quarterly review meetings."""

from riskdesk.gui.pages.reviews.page import ReviewPage

__all__ = ["ReviewPage"]
