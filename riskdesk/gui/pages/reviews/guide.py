"""An open meeting: the bar of its steps, and the step in sight."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from riskdesk.domain.errors import NotFound
from riskdesk.domain.review import Review, ReviewState
from riskdesk.gui.keeping import NotKept
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.pages.reviews.frozen import Frozen
from riskdesk.gui.pages.reviews.minutes import Minutes
from riskdesk.gui.pages.reviews.prepare import Prepare
from riskdesk.gui.pages.reviews.signing import Signing
from riskdesk.gui.pages.reviews.steps import Step, StepBar
from riskdesk.gui.pages.reviews.topic_list import TopicList
from riskdesk.gui.pages.reviews.words import AGENDA, DECIDE, MINUTES, PREPARE, SIGN, STEP_WORDS, STEPS, first_step
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.card import Divider
from riskdesk.i18n import tr


class Guide(QWidget):
    """Leads through a meeting step by step; any step may be gone to at any time."""

    changed = Signal()
    """Another step is in sight, or the meeting was saved."""
    rescore_wanted = Signal(str)
    refill_wanted = Signal()
    sign_wanted = Signal()
    hold_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self.review: Review | None = None
        self.drafts = Drafts(session, self)
        px = theme().px
        self.bar = StepBar(tr("Steps of the meeting"))
        self.bar.chosen.connect(self.go_to)
        self.restored = Banner("", "info", tr("Throw it away"))
        self.restored.acted.connect(self._drop_drafts)
        self.not_kept = NotKept(self.drafts.keeping)
        self.prepare = Prepare(session, self.drafts)
        self.topics = TopicList(session, self.drafts)
        self.minutes = Minutes(session, self.drafts)
        self.signing, self.frozen = Signing(session), Frozen(session)
        self._stack = QStackedWidget()
        for place in (self.prepare, self.topics, self.minutes, self.signing, self.frozen):
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(px(8), px(6), px(8), px(6))
        top.addWidget(self.bar)
        top.addWidget(self.restored)
        top.addWidget(self.not_kept)
        column.addLayout(top)
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)
        self.restored.hide()
        self._connect()

    def _connect(self) -> None:
        for inplace in (self.prepare.inplace, self.minutes.inplace):
            inplace.stored.connect(self._stored)
        self.topics.stored.connect(self._stored)
        self.topics.rescore_wanted.connect(self.rescore_wanted)
        self.topics.refill_wanted.connect(self.refill_wanted)
        self.signing.signed.connect(self.sign_wanted)
        self.signing.hold_wanted.connect(self.hold_wanted)
        self.signing.people_wanted.connect(self._to_prepare)
        self.signing.decisions_wanted.connect(self._to_decide)

    # showing

    @property
    def step(self) -> str:
        """The step in sight."""
        return self.bar.current()

    @property
    def shows_frozen(self) -> bool:
        """Whether the signed list is in sight."""
        return self._stack.currentWidget() is self.frozen

    def show_meeting(self, review_id: str, step: str = "") -> bool:
        """Open a meeting where its work goes on, or at a step; False when it is gone."""
        try:
            review = self.desk.reviews.read(review_id)
        except NotFound:
            self.review = None
            return False
        if self.review is None or self.review.id != review_id:
            self.flush()
            left = self.drafts.open(review_id)
            told = tr("What you had typed here before is back. It is not saved yet.") if left else ""
            self.restored.say(told if not review.is_signed else "", "info", tr("Throw it away"))
            self.bar.set_current(step or first_step(review))
        elif step:
            self.bar.set_current(step)
        self._show(review)
        return True

    def look_again(self) -> None:
        """The meeting, or something its topics are about, changed."""
        if self.review is not None:
            self.show_meeting(self.review.id)

    def _show(self, review: Review) -> None:
        self.review = review
        if self.step not in STEPS:
            self.bar.set_current(first_step(review))
        self._show_bar(review)
        step = self.step
        if step in (AGENDA, DECIDE):
            self.topics.show_review(review, self.desk.reviews.behind(review), step == DECIDE)
        # Fields keep what is typed in them also while another step is in sight.
        self.prepare.show_review(review)
        self.minutes.show_review(review)
        if step == SIGN and review.is_signed:
            self.frozen.show_review(review)
        elif step == SIGN:
            self.signing.show_review(review, self.desk.reviews.levels_to_freeze())
        last = self.frozen if review.is_signed else self.signing
        place = {PREPARE: self.prepare, MINUTES: self.minutes, SIGN: last}.get(step, self.topics)
        self._stack.setCurrentWidget(place)
        self.changed.emit()

    def _show_bar(self, review: Review) -> None:
        held = review.state is not ReviewState.PREPARING
        notes = {
            PREPARE: str(review.held_on or ""), AGENDA: tr("{n} topics", n=len(review.topics)),
            DECIDE: tr("{n} of {total} decided", n=review.decided, total=len(review.topics)),
            MINUTES: tr("written") if review.minutes else "",
            SIGN: tr("frozen") if review.is_signed else tr("can be signed") if self.signing.can_sign(review) else "",
        }  # fmt: skip
        done = {
            PREPARE: bool(review.held_on and review.attendee_ids), AGENDA: bool(review.topics) and (held or bool(
                review.decided)), DECIDE: held and review.decided == len(review.topics),
            MINUTES: bool(review.minutes), SIGN: review.is_signed,
        }  # fmt: skip
        self.bar.set_steps([Step(key, tr(STEP_WORDS[key]), notes[key], done[key]) for key in STEPS])

    # moving

    @Slot(str)
    def go_to(self, step: str) -> None:
        """Go to a step; what is typed in the one in sight is saved first."""
        if self.review is None or step == self.step:
            return
        self.flush()
        self.bar.set_current(step)
        self._show(self.review)
        if step == DECIDE:
            self.topics.focus_first()

    def turn(self, by: int) -> None:
        """To the next step or the one before."""
        place = STEPS.index(self.step) + by if self.step in STEPS else 0
        if 0 <= place < len(STEPS):
            self.go_to(STEPS[place])

    @Slot()
    def _to_prepare(self) -> None:
        self.go_to(PREPARE)
        self.prepare.inplace.bindings["attendee_ids"].widget.setFocus()

    @Slot()
    def _to_decide(self) -> None:
        self.go_to(DECIDE)

    def flush(self) -> None:
        """Save what is typed; what cannot be saved stays as a draft."""
        if self.review is not None:
            self.topics.flush()
            for inplace in (self.prepare.inplace, self.minutes.inplace):
                inplace.flush()
            self.drafts.flush()

    @Slot(object)
    def _stored(self, review: Review) -> None:
        if self.review is not None and review.id == self.review.id and not self.isVisible():
            self.look_again()

    @Slot()
    def _drop_drafts(self) -> None:
        self.drafts.drop_all()
        for inplace in (self.prepare.inplace, self.minutes.inplace):
            inplace.give_up()
        self.topics.give_up()
        self.restored.hide()
        self.look_again()
