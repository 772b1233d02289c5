"""The signed list and the comparison taken out as they are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from riskdesk.gui.pages.exporting import Exporting, Held
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.reviews.comparing import Comparing
from riskdesk.gui.pages.reviews.guide import Guide
from riskdesk.i18n import tr


class TakingOut(QObject):
    """The commands of the page for the list in sight: a comparison, or what a meeting froze."""

    def __init__(self, page: Page, guide: Guide, comparing: Comparing) -> None:
        super().__init__(page)
        self._guide, self._comparing = guide, comparing
        comparing.shown.connect(self.look_again)
        guide.frozen.shown.connect(self.look_again)
        self.exporting = Exporting(page.session, page)
        as_written = tr("Export list, personal data as written…")
        self._actions = (
            page.command("review.export", tr("Export list…"), self.export, icon="download"),
            page.command("review.export_as_written", as_written, self.export_as_written, icon="eye"),
        )
        for action in (*self._actions, None):
            page.head.add_overflow(action)

    @Slot()
    def look_again(self) -> None:
        """Another list is in sight, or none."""
        there = self._listed() is not None
        for action in self._actions:
            action.setEnabled(there)

    @Slot()
    def export(self) -> None:
        """Write the list in sight to a file, personal data masked."""
        if (held := self._listed()) is not None:
            self.exporting.ask(held)

    @Slot()
    def export_as_written(self) -> None:
        """The same with personal data as written: asks why."""
        if (held := self._listed()) is not None:
            self.exporting.ask_as_written(held)

    def _listed(self) -> Held | None:
        if not self._comparing.isHidden():
            return self._comparing.held()
        in_sight = not self._guide.isHidden() and self._guide.shows_frozen
        return self._guide.frozen.held(self._guide.review) if in_sight and self._guide.review else None

    def leave(self) -> bool:
        """Esc: out of the question why, if it is asked."""
        asked = self.exporting.reason.isVisible()
        if asked:
            self.exporting.reason.leave()
        return asked
