"""Two snapshots of the risk list side by side: what is new, closed, up and down, by the numbers kept in them."""

from __future__ import annotations

from contextlib import closing

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk.reviews import NOW, Meeting
from riskdesk.desk.verb import Changed
from riskdesk.domain.review import Comparison
from riskdesk.gui.pages.exporting import Held
from riskdesk.gui.pages.reviews.changes import WORDS, ChangesModel, changes_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.gui.work import Task
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition


class Comparing(QWidget):
    """Choose two snapshots, or one and the register as it stands."""

    closed = Signal()
    shown = Signal()
    """Another comparison is in sight, or none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._task: Task | None = None
        self.found: Comparison | None = None
        self.before, self.after = Combo(), Combo()
        self.before.setAccessibleName(tr("Compare from"))
        self.after.setAccessibleName(tr("Compare to"))
        for combo in (self.before, self.after):
            combo.activated.connect(self._look)
        self.model = ChangesModel()
        self.table = RecordTable(tr("What changed"))
        self.table.setModel(self.model)
        self.table.opened.connect(self._open)
        self._kinds = QHBoxLayout()
        self.kinds: Segments | None = None
        self.sum = ElidedLabel("", "body", "second")
        self.empty = EmptyState("checklist", "")
        self.empty.primary.connect(self.closed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)

    def _make_head(self) -> QWidget:
        px = theme().px
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(px(16), px(12), px(16), px(10))
        inside.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        back = Button(tr("Back"), key="Esc")
        back.clicked.connect(self.closed)
        row.addWidget(self.before, 1)
        row.addWidget(Label("→", "body", "second"))
        row.addWidget(self.after, 1)
        row.addWidget(back)
        inside.addLayout(row)
        second = QHBoxLayout()
        second.setSpacing(px(12))
        second.addLayout(self._kinds)
        second.addWidget(self.sum, 1)
        inside.addLayout(second)
        return head

    # choosing

    def open(self, review_id: str = "") -> None:
        """Compare a signed meeting with the one before it; without one, the last snapshot with the register now."""
        meetings = self.desk.reviews.signed()
        self._fill(self.before, meetings, now=False)
        self._fill(self.after, meetings, now=True)
        place = next((n for n, meeting in enumerate(meetings) if meeting.id == review_id), -1)
        after = review_id if 0 <= place < len(meetings) - 1 else NOW
        before = meetings[place + 1].id if after else meetings[max(place, 0)].id if meetings else ""
        self.before.setCurrentIndex(max(0, self.before.findData(before)))
        self.after.setCurrentIndex(max(0, self.after.findData(after)))
        self._look()
        self.before.setFocus()

    @staticmethod
    def _fill(combo: Combo, meetings: list[Meeting], now: bool) -> None:
        combo.clear()
        if now:
            combo.addItem(tr("The register now"), NOW)
        for meeting in meetings:
            combo.addItem(" · ".join(filter(None, (meeting.title, formats.day(meeting.held_on)))), meeting.id)

    def choose(self, before: str, after: str) -> None:
        """Compare these two; `NOW` for the register."""
        self.before.setCurrentIndex(max(0, self.before.findData(before)))
        self.after.setCurrentIndex(max(0, self.after.findData(after)))
        self._look()

    def look_again(self, changed: Changed) -> None:
        """A meeting was signed, or the register changed that stands on one side."""
        before, after = self.before.currentData(), self.after.currentData()
        meetings = self.desk.reviews.signed()
        known = [self.before.itemData(n) for n in range(self.before.count())]
        if [meeting.id for meeting in meetings] != known:
            self._fill(self.before, meetings, now=False)
            self._fill(self.after, meetings, now=True)
            self.choose(before, after)
        elif after == NOW and changed.get("risk"):
            self._look()

    @Slot()
    def _look(self) -> None:
        self._bring_in_order()
        before, after = self.before.currentData(), self.after.currentData()
        if before is None:
            self._say(tr("Nothing to compare yet"), tr("A snapshot is made when a review meeting is signed."))
            return
        if before == after:
            self._say(tr("These are the same"), tr("Choose two different snapshots."))
            return
        if self._task is not None:
            self._task.cancel()

        def work(task: Task) -> Comparison:
            with closing(self.desk.another()) as other:
                return other.reviews.compare(before, after)

        def came(found: Comparison) -> None:
            if (before, after) == (self.before.currentData(), self.after.currentData()):
                self._show(found)

        self._task = self.session.worker.run(tr("Comparing the lists"), work, came)

    def _bring_in_order(self) -> None:
        """The earlier one comes first, here as on paper; the latest stand first in the lists."""
        before, after = self.before.currentData(), self.after.currentData()
        if NOW not in (before, after) and self.before.currentIndex() < self.before.findData(after):
            self.before.setCurrentIndex(self.before.findData(after))
            self.after.setCurrentIndex(self.after.findData(before))

    def _say(self, title: str, sentence: str) -> None:
        self.found = None
        self.empty.say("checklist", title, sentence)
        self.model.set_rows([])
        self._show_kinds({})
        self.sum.setText("")
        self._stack.setCurrentWidget(self.empty)
        self.shown.emit()

    def _show(self, found: Comparison) -> None:
        self._task, self.found = None, found
        changes = changes_of(found)
        counts = {kind: sum(change.kind == kind for change in changes) for kind in WORDS}
        self._show_kinds(counts)
        self.model.set_rows(changes)
        self.sum.setText(tr("{n} unchanged. Compared by the scores kept: a changed matrix is no change.",
                            n=f"{found.same:,}"))  # fmt: skip
        if changes:
            self._stack.setCurrentWidget(self.table)
            self.table.go_to_row(0)
        else:
            self.empty.say("checklist", tr("No risk changed"), tr("All {n} risks stand as they did.", n=found.same))
            self._stack.setCurrentWidget(self.empty)
        self.shown.emit()

    def _show_kinds(self, counts: dict[str, int]) -> None:
        if self.kinds is not None:
            self._kinds.removeWidget(self.kinds)
            self.kinds.hide()
            self.kinds.deleteLater()
            self.kinds = None
        shown = [(kind, f"{tr(WORDS[kind])} {count:,}") for kind, count in counts.items() if count]
        if shown:
            everything = ("", f"{tr('All')} {sum(counts.values()):,}")
            self.kinds = Segments(tr("What changed"), [everything, *shown])
            self.kinds.changed.connect(self._kind_chosen)
            self._kinds.addWidget(self.kinds)

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        self.model.show_kind(kind)
        if self.model.rowCount():
            self.table.go_to_row(0)

    # going on

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        change = self.model.rows[index.row()]
        if not self.desk.store.is_deleted("risk", change.row.id):
            self.session.record_wanted.emit("risk", change.row.id)

    def held(self) -> Held | None:
        """The changes in sight, to be taken out."""
        return self.model.held(tr("Risk lists compared"), self.table.shown_columns()) if self.model.rows else None

    @Slot()
    def print_it(self) -> None:
        """The comparison on paper."""
        ids = tuple(filter(None, (self.before.currentData(), self.after.currentData())))
        if self.found is not None and ids:
            query = Query(where=(Condition("id", "in", ids),))
            self.session.print_wanted.emit("snapshot_comparison", "", query, "")
