"""The page of review meetings: the meetings left, the open one as a guided page, two snapshots compared."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from riskdesk.desk.verb import Changed
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.review import Review, ReviewState
from riskdesk.domain.words import N_
from riskdesk.gui.pages.list_page import NARROW
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.reviews.comparing import Comparing
from riskdesk.gui.pages.reviews.guide import Guide
from riskdesk.gui.pages.reviews.meeting_list import MeetingList
from riskdesk.gui.pages.reviews.taking_out import TakingOut
from riskdesk.gui.pages.reviews.words import AGENDA, MINUTES, SIGN, STEP_WORDS, STEPS, quarter_words, state_words
from riskdesk.gui.pages.risks.scoring import ScorePane
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.i18n import tr
from riskdesk.store import Query

LIST_WIDTH = 216


class ReviewPage(Page):
    """风险排查会."""

    KEY = "review"
    ICON = "clipboard"
    TITLE = N_("Review meetings")
    UNDER = "risk"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"review", "risk", "action", "case", "incident", "regulation", "person", "policy"}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._listed = False
        self.meetings = MeetingList()
        self.meetings.chosen.connect(self._chosen)
        self.meetings.quarter_chosen.connect(self._prepare)
        self.guide, self.comparing = Guide(session), Comparing(session)
        self._make_commands()
        self.guide.changed.connect(self._show_head)
        self.guide.rescore_wanted.connect(self.rescore)
        self.guide.refill_wanted.connect(self.refill)
        self.guide.sign_wanted.connect(self._sign)
        self.guide.hold_wanted.connect(self.hold)
        self.comparing.closed.connect(self.back_to_meeting)
        self.scoring = ScorePane(session)
        self.scoring.closed.connect(self.back_to_meeting)
        self.empty = EmptyState(
            self.ICON, tr("No review meetings yet"),
            tr("Once a quarter the office looks at what stands out, decides and signs its risk list. The agenda fills "
               "itself."),
        )  # fmt: skip
        self.empty.primary.connect(self.prepare)
        self.body.addWidget(self.taking_out.exporting.reason)
        self.body.addWidget(self._make_body(), 1)

    def _make_commands(self) -> None:
        command, head = self.command, self.head
        self._new = self.offered("reviews.prepare", self.prepare)
        self._compare = self.offered("review.compare", self.compare)
        self._print = command("review.print", tr("Print minutes"), self.print_minutes, "Ctrl+P", "print")
        self._print_list = command("review.print_list", tr("Print signed list"), self.print_list, icon="print")
        self._next = command("review.next", tr("Next step"), self.next_step, "Ctrl+PgDown", "chevron-right")
        self._turn = command("review.turn", tr("Next step"), self.next_step, "Ctrl+PgDown", palette=False)
        self._last = command("review.last", tr("Step before"), self.last_step, "Ctrl+PgUp", "chevron-left")
        self._refill = command("reviews.refill", tr("Fill the agenda again"), self.refill, icon="refresh")
        self._hold = command("reviews.hold", tr("Meeting held"), self.hold, icon="check")
        self._sign_action = command("reviews.sign", tr("Sign and freeze"), self.sign, icon="lock")
        self._delete = command("reviews.delete", tr("Delete review meeting"), self.delete, icon="trash")
        for action in (self._compare, self._print_list, self._print):
            head.add_action(action, "plain", "print" if action is not self._compare else "split")
        self._primary = head.add_action(self._next, "primary")
        self.taking_out = TakingOut(self, self.guide, self.comparing)
        head.add_overflow(self._refill)
        head.add_overflow(self._hold)
        head.add_overflow(None)
        head.add_overflow(self._delete)

    def _make_body(self) -> QWidget:
        px = theme().px
        self._stack = QStackedWidget()
        for place in (self.empty, self.guide, self.comparing, self.scoring):
            self._stack.addWidget(place)
        self._card = Card(flush=True)
        self._card.body.addWidget(self._stack)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px(12))
        splitter.addWidget(self.meetings)
        splitter.addWidget(self._card)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(self.session.settings.splitters.get(self.KEY) or [px(LIST_WIDTH), px(860)])
        splitter.splitterMoved.connect(self._keep_splitter)
        self.splitter = splitter
        return splitter

    # showing

    def refresh(self, changed: Changed) -> None:
        meetings = self.desk.reviews.meetings()
        self.meetings.show_meetings(meetings, self._open_id(), Quarter.of(self.desk.today))
        ids = [meeting.id for meeting in meetings]
        open_id = self._open_id()
        if open_id in ids:
            self.guide.look_again()
        elif ids:
            self._show(ids[0])
        else:
            self._show_nothing()
        if self._compares:
            self.comparing.look_again(changed)
        self._arrange()
        self._show_head()

    def _open_id(self) -> str:
        return self.guide.review.id if self.guide.review is not None else ""

    def _show(self, review_id: str, step: str = "") -> None:
        if self.guide.show_meeting(review_id, step):
            self._stack.setCurrentWidget(self.guide)
            self.meetings.choose(review_id)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.guide.review = None
        now = Quarter.of(self.desk.today)
        words = tr("Prepare the meeting of {quarter}", quarter=quarter_words(now))
        self.empty.say(self.ICON, self.empty.title.text(), self.empty.sentence.text(), words)
        self._stack.setCurrentWidget(self.empty)

    @Slot()
    def _show_head(self) -> None:
        review = None if self._only_list else self.guide.review
        in_guide = review is not None and self._stack.currentWidget() is self.guide
        title = tr("Compare lists") if self._compares else review.title if review is not None else tr(self.TITLE)
        self.head.set_title(title)
        self.head.set_sub(" · ".join(self._told(review)) if review is not None and not self._compares else "")
        signed = review is not None and review.is_signed
        for action, enabled in (
            (self._print, review is not None), (self._print_list, signed), (self._next, in_guide),
            (self._last, in_guide), (self._refill, review is not None and not signed),
            (self._hold, review is not None and review.state is ReviewState.PREPARING),
            (self._sign_action, review is not None and review.state is ReviewState.HELD),
            (self._delete, review is not None and not signed), (self._new, bool(self.meetings.waiting)),
            (self._compare, not self.meetings.is_empty),
        ):  # fmt: skip
            action.setEnabled(enabled)
        self.taking_out.look_again()
        agenda = review is not None and review.state is ReviewState.PREPARING
        self._print.setText(tr("Print agenda") if agenda else tr("Print minutes"))
        if self._compares:
            self._print.setText(tr("Print comparison"))
        self._print_list.setVisible(signed and not self._compares)
        self._compare.setVisible(not self._compares)
        # Of a signed meeting nothing is left to do: its steps are to read, and the keys turn over.
        self._next.setVisible(in_guide and not signed)
        self._turn.setVisible(in_guide and signed)
        self._next.setText(self._next_words(review))

    @property
    def _compares(self) -> bool:
        return self._stack.currentWidget() is self.comparing

    @property
    def _only_list(self) -> bool:
        """Whether the list of meetings hides the open one, in a narrow window."""
        return self._card.isHidden()

    def _told(self, review: Review) -> list[str]:
        return [state_words(review.state, review.held_on), review.number]

    def _next_words(self, review: Review | None) -> str:
        """What the primary button does from the step in sight."""
        step = self.guide.step
        if review is None or step not in STEPS:
            return tr("Next step")
        if step == SIGN:
            return tr("Sign and freeze")
        if self._holds(review):
            return tr("Meeting held")
        return tr("Next: {step}", step=tr(STEP_WORDS[STEPS[STEPS.index(step) + 1]]))

    def _holds(self, review: Review) -> bool:
        return STEPS.index(self.guide.step) == STEPS.index(MINUTES) - 1 and review.state is ReviewState.PREPARING

    # which meeting

    @Slot(str)
    def _chosen(self, review_id: str) -> None:
        if review_id != self._open_id() or self._stack.currentWidget() is not self.guide:
            self.guide.flush()
            self._show(review_id)
        self._listed = False
        self._arrange()

    def open_record(self, kind: str, id: str) -> None:
        self._show(id)
        self._listed = False
        self._arrange()

    def show_list(self, filters: dict[str, Any]) -> None:
        meeting = self.desk.reviews.of_quarter(Quarter.of(self.desk.today))
        if meeting is not None:
            self._show(meeting.id)

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        if id:
            self._show(id)
        else:
            self.prepare()

    @Slot()
    def prepare(self) -> None:
        """Ctrl+N: the meeting of this quarter, or of the next where this one has its meeting."""
        if self.meetings.waiting:
            self._prepare(self.meetings.waiting[0])

    @Slot(object)
    def _prepare(self, period: Quarter) -> None:
        self.session.do(
            self.desk.reviews.prepare, period.year, period.number, then=self._prepared,
            notice=tr("The meeting is prepared, its agenda filled."),
        )  # fmt: skip

    def _prepared(self, review: Review) -> None:
        self.refresh({})
        self._show(review.id, AGENDA)
        self._listed = False
        self._arrange()

    # the open meeting

    @Slot()
    def next_step(self) -> None:
        """Ctrl+PgDown: on to the next step; after the decisions the meeting counts as held, the last one signs."""
        review = self.guide.review
        if review is None or self._stack.currentWidget() is not self.guide:
            return
        if self.guide.step == SIGN:
            self.sign()
        elif self._holds(review):
            self.hold()
        else:
            self.guide.turn(1)

    @Slot()
    def last_step(self) -> None:
        """Ctrl+PgUp: back to the step before."""
        if self._stack.currentWidget() is self.guide:
            self.guide.turn(-1)

    @Slot()
    def refill(self) -> None:
        """Look again at what stands out."""
        if (id := self._open_id()) != "":
            self.guide.flush()
            self.session.do(self.desk.reviews.refill, id, notice=tr("The agenda is filled again."))

    @Slot()
    def hold(self) -> None:
        """Note that the meeting was held, and go on to the minutes."""
        if (id := self._open_id()) != "":
            self.guide.flush()
            self.session.do(self.desk.reviews.hold, id, then=self._held, notice=tr("Noted: the meeting was held."))

    def _held(self, review: Review) -> None:
        self.guide.go_to(MINUTES)

    @Slot()
    def sign(self) -> None:
        """Go to the last step and ask, as signing is not undone, or show what stands in the way."""
        if self.guide.review is None:
            return
        self.guide.go_to(SIGN)
        signing = self.guide.signing
        if signing.can_sign(self.guide.review):
            signing.ask()
        else:
            signing.point_out()

    @Slot()
    def _sign(self) -> None:
        if (id := self._open_id()) != "":
            self.guide.flush()
            self.session.do(self.desk.reviews.sign, id, notice=tr("Signed. The risk list is frozen."))

    @Slot()
    def delete(self) -> None:
        """Move the open meeting to the trash."""
        if (review := self.guide.review) is not None:
            self.guide.flush()
            notice = tr("{number} was deleted.", number=review.number)
            self.session.do(self.desk.reviews.delete, review.id, notice=notice)

    @Slot(str)
    def rescore(self, risk_id: str) -> None:
        """Judge a risk of the agenda anew, in the place of the meeting."""
        self.guide.flush()
        self.scoring.show_risk(self.desk.risks.get(risk_id), "current", self._open_id())
        self._stack.setCurrentWidget(self.scoring)
        self._show_head()

    @Slot()
    def compare(self) -> None:
        """Compare snapshots of the risk list."""
        self.guide.flush()
        self._stack.setCurrentWidget(self.comparing)
        self.comparing.open(self._open_id())
        self._listed = False
        self._arrange()
        self._show_head()

    @Slot()
    def back_to_meeting(self) -> None:
        """From a comparison or a score back to the open meeting."""
        self._stack.setCurrentWidget(self.guide if self.guide.review is not None else self.empty)
        self.guide.look_again()
        self._show_head()

    @Slot()
    def print_minutes(self) -> None:
        """Ctrl+P: the minutes, before the meeting its agenda; beside a comparison that one."""
        if self._compares:
            self.comparing.print_it()
        elif (id := self._open_id()) != "":
            self.guide.flush()
            self.session.print_wanted.emit("review_minutes", id, Query(), "")

    @Slot()
    def print_list(self) -> None:
        """The risk list as signed."""
        if self.guide.review is not None and self.guide.review.is_signed:
            self.session.print_wanted.emit("risk_snapshot", self.guide.review.id, Query(), "")

    # the window

    def may_leave(self) -> bool:
        self.guide.flush()
        return True

    def focus_search(self) -> None:
        self.meetings.setFocus()

    def has_in_sight(self, kind: str, id: str) -> bool:
        # A meeting changes owner, next review and level of its risks in place.
        return kind == "risk" or super().has_in_sight(kind, id)

    def back(self) -> bool:
        if self.taking_out.leave():
            return True
        if self._stack.currentWidget() in (self.comparing, self.scoring):
            self.back_to_meeting()
            return True
        if self._stack.currentWidget() is self.guide and self.guide.topics.leave():
            return True
        if self.meetings.isHidden() and not self.meetings.is_empty:
            self._listed = True
            self._arrange()
            self.meetings.setFocus()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side; in a narrow window the list or what is open."""
        narrow = self.width() < theme().px(NARROW)
        any_there = not self.meetings.is_empty
        only_list = narrow and self._listed and any_there
        was = self._only_list
        self.meetings.setVisible(any_there and (not narrow or self._listed))
        self._card.setVisible(not only_list)
        if was != only_list:
            self._show_head()

    @Slot()
    def _keep_splitter(self) -> None:
        self.session.settings.splitters[self.KEY] = self.splitter.sizes()
