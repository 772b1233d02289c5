"""The agenda as a list: topics under the kind they came up by, with a line to add one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk.desk.agenda import Behind
from riskdesk.domain.action import ActionOrigin
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.errors import Conflict
from riskdesk.domain.review import Review, Topic, TopicKind
from riskdesk.domain.risk import LIVE
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.pages.reviews.topic_row import TopicRow
from riskdesk.gui.reasons import reasons
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.label import SectionTitle
from riskdesk.i18n import tr

LISTS: dict[TopicKind, tuple[str, dict[str, tuple[str, ...]]]] = {
    TopicKind.HOTSPOT: ("complaint", {"recent": ("on",)}), TopicKind.SEASON: ("complaint", {}),
    TopicKind.REGULATION: ("regulation", {}), TopicKind.ACUTE: ("risk", {"status": LIVE}),
    TopicKind.OVERDUE: ("risk", {"overdue": ("on",)}), TopicKind.FLAGGED: ("risk", {"flagged": ("on",)}),
    TopicKind.CASE: ("case", {}), TopicKind.INCIDENT: ("incident", {}),
    TopicKind.MEASURE: ("action", {"overdue": ("on",)}),
}  # fmt: skip
"""Where all of a kind stand: page and filters."""


class TopicList(QWidget):
    """Shows the topics of a meeting and runs what is asked for in their rows."""

    stored = Signal(object)
    """The meeting as saved."""
    rescore_wanted = Signal(str)
    refill_wanted = Signal()

    def __init__(self, session: Session, drafts: Drafts) -> None:
        super().__init__()
        self.session, self.desk, self._drafts = session, session.desk, drafts
        self._review: Review | None = None
        self.rows: dict[tuple[str, str], TopicRow] = {}
        self._shape: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = self._make_head()
        column.addWidget(self._head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, theme().px(12))
        self._column.setSpacing(0)
        self._scroll.setWidget(inner)
        nothing = tr("No complaint, regulation, risk, case, incident or measure asks for a talk. Add what does.")
        self._empty = EmptyState("clipboard", tr("Nothing stands out"), nothing)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)

    def _make_head(self) -> QWidget:
        px = theme().px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(Divider())
        self.new = LineEdit(tr("Add something to talk about"))
        self.new.setAccessibleName(tr("Add to the agenda"))
        self.new.textEdited.connect(self._new_typed)
        self.new.returnPressed.connect(self._add)
        self.add = Button(tr("Add"), icon="plus", key="Enter")
        self.add.clicked.connect(self._add)
        self.refill = Button(tr("Fill again"), icon="refresh")
        self.refill.setToolTip(tr("Looks again at what stands out; what was decided stays."))
        self.refill.clicked.connect(self.refill_wanted)
        row.addWidget(self.new, 1)
        row.addWidget(self.add)
        row.addWidget(self.refill)
        return head

    # showing

    def show_review(self, review: Review, behind: Mapping[str, Behind], deciding: bool) -> None:
        """Show the topics of a meeting; rows that are the same stay, with what is typed in them."""
        self._review = review
        shape = (review.id, review.is_signed, *((t.key, t.topic_kind) for t in review.topics))
        if shape != self._shape:
            if shape[:2] != self._shape[:2]:
                self._drop_rows(set())
            self._shape = shape
            self._arrange(review)
        for topic in review.topics:
            record = behind.get(topic.record)
            level = topic.level if review.is_signed else record.level if record else None
            self.rows[topic.key].show_topic(topic, record, level, deciding)
        self._head.setVisible(not review.is_signed and not deciding)
        if self._drafts.get("new") and not self.new.text():
            self.new.setText(self._drafts.get("new"))
        self._empty.setVisible(not review.topics)
        self._scroll.setVisible(bool(review.topics))

    def _arrange(self, review: Review) -> None:
        """Bring the rows in order under their headings; rows of topics that are still there stay as they are."""
        self._drop_rows({topic.key for topic in review.topics})
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, TopicRow):
                drop_later(widget)
        kind = None
        for topic in review.topics:
            if topic.topic_kind is not kind:
                kind = topic.topic_kind
                self._column.addWidget(self._heading(kind, review))
            if topic.key not in self.rows:
                row = self.rows[topic.key] = TopicRow(self.session, self._drafts, topic, review.is_signed)
                self._connect(row)
            self._column.addWidget(self.rows[topic.key])
            self.rows[topic.key].show()
        self._column.addStretch(1)
        self.rows = {topic.key: self.rows[topic.key] for topic in review.topics}

    def _drop_rows(self, kept: set[tuple[str, str]]) -> None:
        for key in [key for key in self.rows if key not in kept]:
            row = self.rows.pop(key)
            if row.side is not None:
                row.side.retire()
            drop_later(row)

    def _heading(self, kind: TopicKind, review: Review) -> QWidget:
        px = theme().px
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(14), px(16), px(4))
        count = sum(topic.topic_kind is kind for topic in review.topics)
        row.addWidget(SectionTitle(tr(kind.label), str(count)), 1)
        return head

    def _connect(self, row: TopicRow) -> None:
        row.decided.connect(self._decide)
        row.passed.connect(self._pass)
        row.opened.connect(self._open)
        row.raised.connect(self._raise)
        row.measured.connect(self._measure)
        row.dropped.connect(self._drop)
        row.rescored.connect(self.rescore_wanted)
        row.review_set.connect(self._set_review)
        row.owner_set.connect(self._set_owner)

    def focus_first(self) -> None:
        """Go to the first topic that is not decided."""
        rows = list(self.rows.values())
        waiting = [row for row in rows if not row.topic.is_decided]
        if waiting:
            self._go_to(waiting[0])

    def flush(self) -> None:
        """Save the decision in which the keyboard stands."""
        focus = QApplication.focusWidget()
        for row in self.rows.values():
            if row.side is not None and row.side.edit is focus:
                row.side.save()

    def give_up(self) -> None:
        """Throw away what is typed and not saved."""
        self.new.clear()
        for row in self.rows.values():
            if row.side is not None:
                row.side.give_up()

    def leave(self) -> bool:
        """Esc: out of the decision in which the keyboard stands, which saves it."""
        focus = QApplication.focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus):
            self._scroll.setFocus()
            return True
        return False

    # doing

    @Slot(object, str, bool)
    def _decide(self, topic: Topic, text: str, done: bool) -> None:
        if self._review is None:
            return
        row = self.sender()
        assert isinstance(row, TopicRow)

        def failed(error: Exception) -> None:
            self._refused(error, row, topic)

        def stored(review: Review) -> None:
            now = next((other for other in review.topics if other.key == topic.key), None)
            if now is not None and row.side is not None:
                row.side.saved(now)
            self.stored.emit(review)

        self.session.do(
            self.desk.reviews.decide, self._review.id, topic, text, done, then=stored, failed=failed
        )  # fmt: skip

    def _refused(self, error: Exception, row: TopicRow, topic: Topic) -> None:
        if isinstance(error, Conflict) and self._review is not None:
            now = self.desk.reviews.read(self._review.id)
            theirs = next((other for other in now.topics if other.key == topic.key), None)
            if theirs is not None and row.side is not None:
                row.side.show_clash(theirs)
                return
        self._say(error)

    def _say(self, error: Exception) -> None:
        self.session.failed.emit(reasons(error))

    @Slot(object)
    def _pass(self, topic: Topic) -> None:
        keys = list(self.rows)
        place = keys.index(topic.key) + 1 if topic.key in self.rows else len(keys)
        if place < len(keys):
            self._go_to(self.rows[keys[place]])

    def _go_to(self, row: TopicRow) -> None:
        if row.side is not None:
            row.side.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(row)

    @Slot(object)
    def _open(self, topic: Topic) -> None:
        if topic.record:
            self.session.record_wanted.emit(topic.kind, topic.record)
        elif topic.topic_kind in LISTS:
            page, filters = LISTS[topic.topic_kind]
            own: dict[str, tuple[str, ...]] = {}
            if topic.kind == "complaint":
                own = {"type": (topic.text.rpartition(" · ")[2],)}
            elif topic.topic_kind is TopicKind.ACUTE and self._review is not None:
                ahead = Quarter(self._review.year, self._review.quarter).next
                own = {"acute": tuple(map(str, ahead.months))}
            self.session.list_wanted.emit(page, filters | own)

    @Slot(object)
    def _raise(self, topic: Topic) -> None:
        source = {
            TopicKind.REGULATION: "regulation", TopicKind.CASE: "industry", TopicKind.INCIDENT: "incident",
        }[topic.topic_kind]  # fmt: skip
        given = {"title": topic.text, "source": source, "source_note": topic.reason, "status": "draft"}
        if topic.topic_kind is TopicKind.CASE:
            given["case_ids"] = (topic.record,)  # type: ignore[assignment]
        self.session.editor_wanted.emit("risk", "", given)

    @Slot(object)
    def _measure(self, topic: Topic) -> None:
        """A measure of what was decided, as far as the meeting tells it; the rest is entered where measures are."""
        if self._review is None:
            return
        given: dict[str, object] = {
            "title": topic.decision.partition("\n")[0][:200],
            "origin": ActionOrigin.REVIEW, "review_id": self._review.id,
            "detail": "\n".join(filter(None, (f"{self._review.title}：{topic.text}", topic.decision))),
        }  # fmt: skip
        if topic.kind == "risk":
            given["risk_ids"] = (topic.record,)
        elif topic.kind == "incident":
            given["incident_id"] = topic.record
        self.session.editor_wanted.emit("action", "", given)

    @Slot(object)
    def _drop(self, topic: Topic) -> None:
        if self._review is not None:
            self.session.do(
                self.desk.reviews.drop_topic, self._review.id, topic, then=self.stored.emit, failed=self._say,
                notice=tr("Taken off the agenda."),
            )  # fmt: skip

    @Slot(str, object)
    def _set_review(self, risk_id: str, day: object) -> None:
        if self._review is not None:
            self.session.do(
                self.desk.reviews.set_next_review, self._review.id, risk_id, day, then=self.stored.emit,
                failed=self._say, notice=tr("Next review set."),
            )  # fmt: skip

    @Slot(str, str)
    def _set_owner(self, risk_id: str, person_id: str) -> None:
        if self._review is not None:
            self.session.do(
                self.desk.reviews.set_owner, self._review.id, risk_id, person_id, then=self.stored.emit,
                failed=self._say, notice=tr("{name} owns it now.", name=self.desk.name(person_id)),
            )  # fmt: skip

    @Slot(str)
    def _new_typed(self, text: str) -> None:
        self._drafts.typed("new", text, "")

    @Slot()
    def _add(self) -> None:
        text = self.new.text().strip()
        if self._review is None or not text:
            self.new.setFocus()
            return
        self.session.do(
            self.desk.reviews.add_topic, self._review.id, text, then=self._added, failed=self._say
        )  # fmt: skip

    def _added(self, review: Review) -> None:
        self.new.clear()
        self._drafts.saved("new")
        self.stored.emit(review)
