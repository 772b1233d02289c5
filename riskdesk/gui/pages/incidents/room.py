"""The console is another room: with it the rail shrinks to icons, and rail and foot go dark."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from riskdesk.gui.theme.theme import force_dark
from riskdesk.gui.widgets.foot import FootBar
from riskdesk.gui.widgets.rail import Rail


def darken(window: QWidget, dark: bool) -> None:
    """Take the frame of the window into the dark room, or out of it."""
    rail = window.findChild(Rail)
    if rail is not None:
        rail.set_compact(True if dark else None)
    for part in (rail, window.findChild(FootBar)):
        if part is not None:
            _set_scheme(part, dark)


def _set_scheme(part: QWidget, dark: bool) -> None:
    if dark == (part.property("scheme") == "dark"):
        return
    if dark:
        force_dark(part)
    else:
        part.setProperty("scheme", "")
        part.setPalette(QPalette())
    # The stylesheet looks at the property again, for the part and what it holds.
    for widget in (part, *part.findChildren(QWidget)):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
