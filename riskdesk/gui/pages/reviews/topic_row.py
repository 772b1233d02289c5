"""One topic of the agenda: what it is about and why, and for a risk what can be done in place."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from riskdesk.desk.agenda import Behind
from riskdesk.domain.level import Level
from riskdesk.domain.review import Topic, TopicKind
from riskdesk.gui.laid_out import widgets_of
from riskdesk.gui.pages.reviews.decision import Decision
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.pages.reviews.quick import Quick, QuickDay, QuickPerson
from riskdesk.gui.session import Session
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import breakable, line, tag_size
from riskdesk.gui.widgets.tag import LevelTag
from riskdesk.i18n import tr

ICONS = {
    TopicKind.HOTSPOT: "message", TopicKind.SEASON: "calendar", TopicKind.REGULATION: "playbook",
    TopicKind.ACUTE: "calendar", TopicKind.OVERDUE: "clock", TopicKind.FLAGGED: "flag", TopicKind.CASE: "case",
    TopicKind.INCIDENT: "incident", TopicKind.MEASURE: "action", TopicKind.OTHER: "message",
}  # fmt: skip
RAISES = (TopicKind.REGULATION, TopicKind.CASE, TopicKind.INCIDENT)
"""Kinds out of which a risk may be raised here; out of complaints where they stand, with what links them."""


class TopicRow(QWidget):
    """A row of the agenda. It asks by signals; the list runs the verbs. Widgets are made only where they show."""

    decided = Signal(object, str, bool)
    """Topic as shown, decision, done."""
    passed = Signal(object)
    """Ctrl+Enter: on to the next topic."""
    opened = Signal(object)
    raised = Signal(object)
    measured = Signal(object)
    """A measure is to be made of the decision."""
    dropped = Signal(object)
    rescored = Signal(str)
    review_set = Signal(str, object)
    owner_set = Signal(str, str)

    def __init__(self, session: Session, drafts: Drafts, topic: Topic, frozen: bool) -> None:
        super().__init__()
        self._session, self._drafts, self.topic, self._frozen = session, drafts, topic, frozen
        self._behind: Behind | None = None
        self._told: tuple[object, ...] = ()
        self.tag: LevelTag | None = None
        self.title: LinkButton | None = None
        self.side: Decision | None = None
        self._head: tuple[QWidget, QWidget] | None = None
        px = theme().px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(16), px(9), px(16), px(10))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setColumnMinimumWidth(0, _mark_width())
        self._grid.setColumnStretch(1, 1)
        self._mark = QVBoxLayout()
        self._mark.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(2))
        self.reason = Label("", "small", "second", wrap=True, parent=self)
        self.links = QWidget(self)
        self._flow = FlowLayout(self.links, px(14))
        self._column.addWidget(self.reason)
        self._column.addWidget(self.links)
        self._column.addStretch(1)
        self._grid.addLayout(self._mark, 0, 0)
        self._grid.addLayout(self._column, 0, 1)

    # showing

    def show_topic(self, topic: Topic, behind: Behind | None, level: Level | None, deciding: bool) -> None:
        """Show a topic as it is now; a decision that is being typed is left alone."""
        told = (topic, behind, level)
        if told != self._told and not any(quick.is_open for quick in self.links.findChildren(Quick)):
            self._told = told
            self.topic, self._behind = topic, behind
            self._show_head(topic, behind, level)
            self.reason.setText(breakable(tr(topic.reason_told, reason=topic.reason)))
            self.reason.setVisible(bool(topic.reason))
            self._show_links(topic, behind)
        if self.side is None and deciding:
            self.side = Decision(self._drafts, topic, self._frozen)
            self.side.decided.connect(self.decided)
            self.side.passed.connect(self._pass)
            self._grid.addWidget(self.side, 0, 2)
            self.side.show()  # now, not when events are next handled: it may be given the keyboard at once
        elif self.side is not None:
            self.side.show_topic(topic)
            if self.side.isHidden() == deciding:
                self.side.setVisible(deciding)
        self._grid.setColumnStretch(2, 1 if deciding else 0)

    def _show_head(self, topic: Topic, behind: Behind | None, level: Level | None) -> None:
        """Level tag or icon, and the words: a link where there is something to open."""
        if self._head is not None:
            for widget in self._head:
                drop_later(widget)
        self.tag = LevelTag(level.value if level else "", tr(level.label) if level else "—")
        if level is None and topic.kind != "risk":
            self.tag = None
        mark = self.tag or _Icon(ICONS[topic.topic_kind])
        self._mark.insertWidget(0, mark)
        linked = behind is not None or (not topic.record and topic.topic_kind is not TopicKind.OTHER)
        number = topic.number if self._frozen else behind.number if behind is not None else ""
        told = "  ".join(filter(None, (number, topic.text)))
        words: QWidget = Label(breakable(told), wrap=True)
        self.title = None
        if linked:
            words = self.title = LinkButton(told, "text")
            self.title.setToolTip(topic.text)
            self.title.clicked.connect(self._open)
        self._column.insertWidget(0, words)
        self._head = (mark, words)

    def _show_links(self, topic: Topic, behind: Behind | None) -> None:
        place = self._place_of_keyboard()
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        if not self._frozen:
            self._add_links(topic, behind)
        if topic.decision and topic.topic_kind is not TopicKind.MEASURE:
            self._link(tr("Make it a measure"), self._measure)
        self.links.setVisible(self._flow.count() > 0)
        if place >= 0 and (links := widgets_of(self._flow)):
            link = links[min(place, len(links) - 1)]
            link.show()  # now, as it is given the keyboard at once
            (link.button if isinstance(link, Quick) else link).setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_keyboard(self) -> int:
        """Which of the links has the keyboard; -1 for none."""
        if (focus := QApplication.focusWidget()) is None:
            return -1
        links = enumerate(widgets_of(self._flow))
        return next((place for place, link in links if link is focus or link.isAncestorOf(focus)), -1)

    def _add_links(self, topic: Topic, behind: Behind | None) -> None:
        if behind is not None and behind.is_live:
            self._risk_links(behind)
        elif topic.topic_kind in RAISES and topic.record:
            self._link(tr("Raise a risk"), self._raise)
        elif topic.kind == "complaint":
            self._link(tr("See the complaints, raise a risk"), self._open)
        if topic.topic_kind is TopicKind.OTHER and not topic.is_decided:
            self._link(tr("Take off the agenda"), self._drop)

    def _risk_links(self, behind: Behind) -> None:
        score = " ".join(filter(None, (behind.formula, tr("Rescore"))))
        self._link(score, self._rescore)
        owner = QuickPerson(self._session, behind.owner_id)
        owner.chosen.connect(self._set_owner)
        day = QuickDay(self._session, behind.next_review)
        day.chosen.connect(self._set_review)
        for quick in (owner, day):
            self._flow.addWidget(quick)

    def _link(self, words: str, slot: object) -> None:
        button = LinkButton(words, role="small")
        button.clicked.connect(slot)
        self._flow.addWidget(button)

    # asking

    @Slot()
    def _pass(self) -> None:
        self.passed.emit(self.topic)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.topic)

    @Slot()
    def _raise(self) -> None:
        self.raised.emit(self.topic)

    @Slot()
    def _measure(self) -> None:
        self.measured.emit(self.topic)

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self.topic)

    @Slot()
    def _rescore(self) -> None:
        if self._behind is not None:
            self.rescored.emit(self._behind.id)

    @Slot(object)
    def _set_review(self, value: object) -> None:
        if self._behind is not None:
            self.review_set.emit(self._behind.id, value)

    @Slot(str)
    def _set_owner(self, person_id: str) -> None:
        if self._behind is not None:
            self.owner_set.emit(self._behind.id, person_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.height() - 1, self.width(), self.height() - 1, colours_of(self)["border"])


def _mark_width() -> int:
    """Room for the widest level tag in the language in use, so that the words of all rows begin in one line."""
    return ceil(max(tag_size(tr(level.label)).width() for level in Level))


class _Icon(Painted):
    """The icon of a topic that has no level."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(theme().px(20), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(16)
        paint_icon(QPainter(self), self._name, QRectF(0, theme().px(1), side, side), self.colours["text2"])
