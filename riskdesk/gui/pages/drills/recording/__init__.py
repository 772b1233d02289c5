"""Recording a drill while it runs, or from paper."""

from riskdesk.gui.pages.drills.recording.room import DrillRoom

__all__ = ["DrillRoom"]
