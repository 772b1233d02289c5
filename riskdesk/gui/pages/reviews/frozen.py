"""The last step of a signed meeting: the risk list as it was frozen, to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.level import Level
from riskdesk.domain.review import Review, SnapshotRow
from riskdesk.domain.words import N_
from riskdesk.gui.models.rows import Columns, Index
from riskdesk.gui.pages.exporting import Held
from riskdesk.gui.pages.reviews.held_rows import HeldRows
from riskdesk.gui.pages.reviews.words import level_text
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

UNSCORED = "unscored"
_COLUMNS: Columns = (
    ("number", N_("Number"), 126, 126, 0), ("level", N_("Level"), 124, 164, 0), ("title", N_("Risk"), 150, 150, 0),
    ("family", N_("Family"), 90, 130, 1160), ("department", N_("Department"), 150, 150, 900),
    ("owner", N_("Owner"), 70, 76, 0), ("measures", N_("Measures"), 76, 90, 0),
    ("review", N_("Next review"), 100, 106, 740), ("status", N_("Status"), 80, 100, 1000),
)  # fmt: skip


class FrozenModel(HeldRows[SnapshotRow]):
    """The rows of a snapshot of one level, or of all."""

    COLUMNS = _COLUMNS
    NUMBERS = frozenset({"measures"})

    def kind_of(self, row: SnapshotRow) -> str:
        """The level, or `UNSCORED`."""
        return row.level.value if row.level else UNSCORED

    def text(self, row: SnapshotRow, key: str) -> str:
        words = {
            "number": row.number, "level": level_text(row), "title": row.title, "family": row.family,
            "department": row.department, "owner": row.owner or "—",
            "measures": f"{row.measures_done} / {row.measures_total}",
            "review": formats.day(row.next_review) if row.next_review else "—", "status": tr(row.status.label),
        }  # fmt: skip
        return words[key]

    def plain(self, row: SnapshotRow, key: str) -> str | int | dt.date:
        if key == "review":
            return row.next_review or ""
        return row.owner if key == "owner" else self.text(row, key)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, key = self.rows[index.row()], self.COLUMNS[index.column()][0]
        if role == CellRole.ID:
            return row.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(row, key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(key)
        if role == CellRole.LEVEL:
            return row.level.value if key == "level" and row.level else None
        if key == "title" and role in (CellRole.SUFFIX, CellRole.SUFFIX_TONE):
            flags = "、".join(tr(flag.label) for flag in row.flags)
            return (flags or None) if role == CellRole.SUFFIX else "red"
        return "second" if role == CellRole.TONE and key == "number" else None


class Frozen(QWidget):
    """When it was signed, how many of each level, and every risk as it stood. Double-click opens it as it is now."""

    shown = Signal()
    """Another list is in sight."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._task: Task | None = None
        self._shown = ""
        px = theme().px
        self.signed = Banner("", "info", icon="lock")
        self.model = FrozenModel()
        self.table = RecordTable(tr("The frozen risk list"))
        self.table.setModel(self.model)
        self.table.opened.connect(self._open)
        self.levels: Segments | None = None
        self._levels = QHBoxLayout()
        self._levels.setSpacing(px(12))
        self._words = ElidedLabel(
            tr("It stands as it was and is compared by its own numbers: changes of the matrix do not touch it."),
            "body", "second",
        )  # fmt: skip
        self._levels.addWidget(self._words, 1)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(12), px(16), px(10))
        head.setSpacing(px(10))
        head.addWidget(self.signed)
        head.addLayout(self._levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_review(self, review: Review) -> None:
        """Show what a signed meeting froze. It never changes: it is read once."""
        self.signed.say(tr("Signed and frozen on {when}.", when=formats.moment(review.frozen_at)), "info")
        if review.id == self._shown:
            return
        self._shown = review.id
        self._show(())
        if self._task is not None:
            self._task.cancel()

        def work(task: Task) -> Sequence[SnapshotRow]:
            with closing(self.desk.another()) as other:
                return other.reviews.snapshot(review.id).risks

        def came(rows: Sequence[SnapshotRow]) -> None:
            if review.id == self._shown:
                self._show(rows)

        self._task = self.session.worker.run(tr("Reading the signed list"), work, came)

    def held(self, review: Review) -> Held | None:
        """The list in sight, to be taken out."""
        title = " ".join((tr("Risk list as signed"), review.number))
        return self.model.held(title, self.table.shown_columns()) if self.model.rows else None

    def _show(self, rows: Sequence[SnapshotRow]) -> None:
        self.model.set_rows(rows)
        if self.levels is not None:
            drop_later(self.levels)
            self.levels = None
        counts = dict.fromkeys((*(level.value for level in Level), UNSCORED), 0)
        for row in rows:
            counts[self.model.kind_of(row)] += 1
        names = {level.value: tr(level.label) for level in Level} | {UNSCORED: tr("Not scored")}
        if rows:
            shown = [(key, f"{names[key]} {count:,}") for key, count in counts.items() if count]
            self.levels = Segments(tr("Level"), [("", f"{tr('All')} {len(rows):,}"), *shown])
            self.levels.changed.connect(self._level_chosen)
            self._levels.insertWidget(0, self.levels)
            self.table.go_to_row(0)
        self.shown.emit()

    @Slot(str)
    def _level_chosen(self, key: str) -> None:
        self.model.show_kind(key)
        self.table.go_to_row(0)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if not self.desk.store.is_deleted("risk", row.id):
            self.session.record_wanted.emit("risk", row.id)
