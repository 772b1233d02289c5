"""The last step before a meeting is signed: what will be frozen, and the signature that cannot be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.level import Level
from riskdesk.domain.review import Review, ReviewState
from riskdesk.gui.pages.reviews.minutes import who_and_when
from riskdesk.gui.pages.reviews.step import Step
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.facts import Facts
from riskdesk.gui.widgets.label import Label, SectionTitle
from riskdesk.gui.widgets.tag import LevelTag
from riskdesk.i18n import tr


class Signing(Step):
    """What stands in the way, what will be frozen, and a question before it is."""

    signed = Signal()
    """The person said yes."""
    people_wanted = Signal()
    decisions_wanted = Signal()
    hold_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.desk = session.desk
        px = theme().px
        column = self.column
        self.not_held = Banner("", "warn", tr("Meeting held"))
        self.not_held.acted.connect(self.hold_wanted)
        self.nobody = Banner("", "warn", tr("Enter who was present"))
        self.nobody.acted.connect(self.people_wanted)
        self.undecided = Banner("", "warn", tr("Look at them"))
        self.undecided.acted.connect(self.decisions_wanted)
        for banner in (self.not_held, self.nobody, self.undecided):
            column.addWidget(banner)
        self.facts = Facts([], columns=2)
        column.addWidget(self.facts)
        self.heading = SectionTitle(tr("The risk list that will be frozen"))
        column.addWidget(self.heading)
        self._levels = QHBoxLayout()
        self._levels.setSpacing(px(8))
        column.addLayout(self._levels)
        words = tr("Every risk that is not closed, with its score, department, owner and measures as they stand.")
        column.addWidget(Label(words, "body", "second", wrap=True))
        column.addWidget(self._make_question())
        column.addStretch(1)

    def _make_question(self) -> QWidget:
        px = theme().px
        self.question = QWidget()
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(0, px(4), 0, 0)
        inside.setSpacing(px(8))
        ask = tr("Agenda, decisions, minutes and this risk list cannot be changed after that, and it cannot be undone.")
        inside.addWidget(Label(ask, bold=True, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.yes = Button(tr("Sign and freeze now"), "primary", "lock")
        self.yes.clicked.connect(self._say_yes)
        self.no = Button(tr("Not yet"))
        self.no.clicked.connect(self.question.hide)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        inside.addLayout(row)
        self.question.hide()
        return self.question

    @Slot()
    def _say_yes(self) -> None:
        self.question.hide()
        self.signed.emit()

    def can_sign(self, review: Review) -> bool:
        """Whether nothing stands in the way."""
        return review.state is ReviewState.HELD and bool(review.attendee_ids)

    def point_out(self) -> None:
        """Put the keyboard on what stands in the way of signing."""
        for banner in (self.not_held, self.nobody):
            if banner.isVisible():
                banner.link.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def ask(self) -> None:
        """Ask before what cannot be undone."""
        self.question.show()
        self.yes.setFocus()
        self.ensureWidgetVisible(self.question)

    def show_review(self, review: Review, levels: Mapping[Level | None, int]) -> None:
        """Show a meeting and the levels of the list that would be frozen now."""
        preparing = review.state is ReviewState.PREPARING
        text = tr("It cannot be signed yet: it is not noted that the meeting was held.")
        self.not_held.say(text if preparing else "", "error", tr("Meeting held"))
        text = tr("It cannot be signed yet: nobody is entered as present.")
        self.nobody.say("" if review.attendee_ids else text, "error", tr("Enter who was present"))
        waiting = len(review.topics) - review.decided
        text = tr("{n} topics are not decided. They are frozen as not decided.", n=waiting) if waiting else ""
        self.undecided.say(text, "warn", tr("Look at them"))
        self.facts.set_facts(who_and_when(self.desk, review))
        self.heading.set_note(tr("{n} risks", n=f"{sum(levels.values()):,}"))
        self._show_levels(levels)
        if not self.can_sign(review):
            self.question.hide()

    def _show_levels(self, levels: Mapping[Level | None, int]) -> None:
        while (item := self._levels.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        for level in (*Level, None):
            if level is None and not levels.get(None):
                continue
            self._levels.addWidget(LevelTag(level.value, tr(level.label)) if level else Label(tr("Not scored")))
            self._levels.addWidget(Label(f"{levels.get(level, 0):,}", "lead", bold=True))
            self._levels.addSpacing(theme().px(10))
        self._levels.addStretch(1)
