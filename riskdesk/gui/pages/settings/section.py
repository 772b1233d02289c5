"""One section of the settings: cards in a column that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from riskdesk.desk import Desk
from riskdesk.desk.verb import Changed
from riskdesk.domain.errors import Conflict
from riskdesk.domain.policy import Policy
from riskdesk.gui.conflict import ConflictBox
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
    """A section of what the office decides: each field is saved when it is left; undo takes it back.

    What nobody types in follows the file. What is typed is saved over what was shown when typing began.
    """

    KINDS: ClassVar[frozenset[str]] = frozenset({"policy"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.base = self.desk.policy
        """The policy as it is shown here."""
        self._is_shown = False
        self.conflict = ConflictBox()
        self.conflict.hide()
        self.conflict.chosen.connect(self._conflict_chosen)
        self.column.addWidget(self.conflict)

    def typed(self) -> dict[str, Any]:
        """The fields of the policy in which something else is typed than `base` has; None for what is no value yet."""
        raise NotImplementedError

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        """Show another policy, but for the fields that are being typed in."""
        raise NotImplementedError

    def still_shown(self, now: Policy, typed: Collection[str]) -> Policy:
        """The policy `now`, with what it was when typing began in the fields that are being typed in."""
        return now.held(**{name: getattr(self.base, name) for name in typed}) if typed else now

    def refresh(self, changed: Changed) -> None:
        self.follow(self.desk.policy)

    def follow(self, now: Policy) -> None:
        """Show what the file holds now, but for what is being typed."""
        typed = self.typed() if self._is_shown else {}
        self._turn_to(now, [name for name, value in typed.items() if value != getattr(now, name)])

    def _turn_to(self, now: Policy, typed: Collection[str]) -> None:
        base = self.still_shown(now, typed)
        self.show_policy(now, typed)
        self.base, self._is_shown = base, True
        if not typed:
            self.conflict.hide()

    @Slot()
    def save(self) -> None:
        """Save what was typed, and nothing else."""
        if not self.session.is_open or not self.typed():
            return
        self.follow(self.desk.policies.read())
        if typed := {name: value for name, value in self.typed().items() if value is not None}:
            self.session.do(
                self.desk.directory.set_office, self.base, then=self._saved, failed=self.fail, notice=tr("Saved."),
                **typed,
            )  # fmt: skip

    def _saved(self, policy: Policy) -> None:
        self.conflict.hide()

    def fail(self, error: Exception) -> None:
        """Tell what could not be saved; of what somebody else changed meanwhile both values are shown."""
        if isinstance(error, Conflict):
            self.conflict.show_conflict(error, {}, self.desk)
            self.area.verticalScrollBar().setValue(0)
        else:
            super().fail(error)

    @Slot(dict, dict)
    def _conflict_chosen(self, theirs: dict[str, Any], taken: dict[str, Any]) -> None:
        """`theirs` is what stands in the file now; `taken` the part of it that the person accepts."""
        typed = [name for name in self.typed() if name not in taken]
        now = self.base.held(**theirs)
        self.show_policy(now, typed)
        self.base = now
        self.conflict.hide()
        self.save()

    def may_leave(self) -> bool:
        """A field that still has the focus has not told yet; two values wait for a choice."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            focus.clearFocus()
        return self.conflict.isHidden()
