"""One section of the settings: cards in a column that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from riskdesk.desk import Desk
from riskdesk.desk.verb import Changed
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

WIDE = 760
"""Lines of a form are no longer than this in px at 100 %."""


class Section(QWidget):
    """Base: what a section is to the page."""

    KEY: ClassVar[str]
    TITLE: ClassVar[str]
    ICON: ClassVar[str]
    KINDS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk

    def refresh(self, changed: Changed) -> None:
        """Look again at what is shown."""

    def may_leave(self) -> bool:
        """Before it goes out of sight: take in what was typed. False keeps it in sight because of an error."""
        return True

    def fail(self, error: Exception) -> None:
        """Tell what could not be done; an error that is none for people goes on."""
        self.session.tell(error)

    def aside(self, label: str, work: Callable[[Desk], Any], then: Callable[[Any], None]) -> None:
        """Run `work` off the GUI thread with a desk of its own."""

        def run(task: Task) -> Any:
            with closing(self.desk.another()) as other:
                return work(other)

        self.session.worker.run(label, run, then, self.fail)


class FormSection(Section):
    """A section made of cards."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        inner = QWidget()
        inner.setMaximumWidth(theme().px(WIDE))
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, theme().px(4), 0)
        self.column.setSpacing(theme().px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(inner)
        self.area = scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def card(self, title: str, note: str = "") -> Card:
        """A card below those before."""
        card = Card(title, note)
        card.body.setSpacing(theme().px(12))
        self.column.addWidget(card)
        return card

    def done(self) -> None:
        """After the last card."""
        self.column.addStretch(1)


class PolicySection(FormSection):
    """A section of what the office decides: each field is saved when it is left; undo takes it back."""

    KINDS: ClassVar[frozenset[str]] = frozenset({"policy"})

    def set_office(self, **fields: Any) -> None:
        """Save these fields of the policy, if any."""
        if fields:
            self.session.do(self.desk.directory.set_office, failed=self.fail, notice=tr("Saved."), **fields)

    def may_leave(self) -> bool:
        """A field that still has the focus has not told yet."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            focus.clearFocus()
        return True
