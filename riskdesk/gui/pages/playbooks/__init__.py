"""The emergency playbooks (应急预案)."""

from riskdesk.gui.pages.playbooks.page import PlaybookPage

__all__ = ["PlaybookPage"]
