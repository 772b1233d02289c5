"""The editor of a complaint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QFocusEvent

from riskdesk.desk import Desk
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, Make, day, line, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.options import Option


class WordLine(Chooser):
    """Offers the words in use; what else is typed counts as it stands."""

    def __init__(self) -> None:
        super().__init__(creatable=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        typed = self.text().strip()
        if typed and typed != self.value():
            self.set_value(typed, typed)
        super().focusOutEvent(event)


class WordBinding(Binding):
    """A word: one of those in use, or a new one."""

    widget: WordLine

    def __init__(self, words: Callable[[], Sequence[str]]) -> None:
        super().__init__(WordLine())
        self._words = words
        self.widget.set_source(self._find)
        self.widget.textChanged.connect(self.changed)
        self.widget.create_wanted.connect(self._new)

    def _find(self, typed: str) -> list[Option]:
        wanted = typed.strip().casefold()
        return [Option(word, word) for word in self._words() if wanted in word.casefold()]

    @Slot(str)
    def _new(self, typed: str) -> None:
        self.widget.set_value(typed, typed)

    def value(self) -> str:
        return self.widget.text().strip()

    def set_value(self, value: Any) -> None:
        self.widget.set_value(value or None, value or "")


def word(words: Callable[[Desk], Sequence[str]]) -> Make:
    """One of the words that the desk offers, or a new one."""
    return lambda session: WordBinding(lambda: words(session.desk))


GROUPS = (
    Group(N_("What was complained about"), (
        Entry("title", N_("Complaint"), line(N_("In a few words, as the owner put it")), required=True),
        Entry("complaint_type", N_("Type"), word(lambda desk: desk.complaints.types()),
              N_("Complaints of one type are counted together.")),
        Entry("detail", N_("Details"), text()),
    )),
    Group(N_("Where and when"), (
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line(N_("Building first, such as 3-502")), half=True),
        Entry("received_on", N_("Received"), day(), required=True, half=True),
        Entry("closed_on", N_("Settled"), day(), half=True),
        Entry("channel", N_("Channel"), word(lambda desk: desk.complaints.channels()), half=True),
        Entry("external", N_("Number in the property system"), line(), half=True),
        Entry("risk_ids", N_("Risks"), refs("risk")),
    )),
)  # fmt: skip


class ComplaintEditor(RecordEditor):
    """F2 on an open complaint, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Complaint, GROUPS, session.desk.complaints.add, session.desk.complaints.save)

    def defaults(self) -> dict[str, Any]:
        return {"received_on": self.desk.today}
