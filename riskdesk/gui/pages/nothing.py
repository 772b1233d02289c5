"""What a list says where a search or filters leave nothing of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from riskdesk.desk import Desk
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.i18n import tr
from riskdesk.store import Query


class EmptyList(EmptyState):
    """An empty state that knows when only the filters hide what is searched for, and offers to drop them.

    Its button then emits `filters_dropped` in place of `first_step`.
    """

    first_step = Signal()
    filters_dropped = Signal()

    def __init__(self, icon: str, title: str, sentence: str = "") -> None:
        super().__init__(icon, title, sentence)
        self._drops = False
        self.primary.connect(self._pressed)

    def say(self, icon: str, title: str, sentence: str = "", button: str = "", link: str = "") -> None:
        self._drops = False
        super().say(icon, title, sentence, button, link)

    def say_nothing_found(self, desk: Desk, kind: str, sight: Sight) -> None:
        """Nothing fits: whether it is the filters that hide it, and the way out."""
        hidden = desk.store.count(kind, Query(sight.text)) if sight.text and sight.filters else 0
        title, clear = tr("Nothing found"), tr("Clear search and filters")
        if not hidden:
            self.say("search", title, tr("No record fits the search and the filters."), link=clear)
            return
        found = tr("{n} found without the filters.", n=f"{hidden:,}")
        self.say("search", title, found, tr("Drop the filters, keep the search"), clear)
        self._drops = True

    @Slot()
    def _pressed(self) -> None:
        (self.filters_dropped if self._drops else self.first_step).emit()
