"""The response console: what to do now, the clock and whom to call, the log."""

from riskdesk.gui.pages.incidents.console.console import Console

__all__ = ["Console"]
