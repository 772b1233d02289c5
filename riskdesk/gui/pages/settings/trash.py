"""The trash: what was deleted, by whom and when, and a button that takes it out."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.trash import KINDS_DELETED, Deleted
from riskdesk.desk.verb import Changed
from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.domain.words import N_
from riskdesk.gui.models.rows import Columns, Index, RowsModel
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr


class TrashModel(RowsModel[Deleted]):
    """One row per deleted record."""

    COLUMNS: ClassVar[Columns] = (
        ("kind", N_("Kind"), 84, 110, 0), ("number", N_("Number"), 126, 126, 0), ("title", N_("Title"), 220, 220, 0),
        ("who", N_("Deleted by"), 90, 110, 0), ("at", N_("When"), 132, 132, 0),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        deleted = self.rows[index.row()]
        if role == CellRole.ID:
            return deleted.id
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        match self.COLUMNS[index.column()][0]:
            case "kind":
                return tr(KIND_NAMES[deleted.kind])
            case "who":
                return self._desk.name(deleted.who_id)
            case "at":
                return formats.moment(deleted.at, self._desk.today)
            case name:
                return getattr(deleted, name)


class TrashSection(FormSection):
    """What is deleted goes nowhere else, and stays until it is taken out."""

    KEY = "trash"
    TITLE = N_("Trash")
    ICON = "trash"
    KINDS: ClassVar[frozenset[str]] = frozenset(KINDS_DELETED)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = self.card(tr("Trash"))
        self.none = Label(tr("Nothing lies in the trash."), tone="second")
        card.body.addWidget(self.none)
        self.model = TrashModel(self.desk)
        self.table = RecordTable(tr("Trash"))
        self.table.setModel(self.model)
        self.table.setMinimumHeight(theme().px(360))
        card.body.addWidget(self.table)
        self.take = Button(tr("Take out of the trash"), icon="undo")
        self.take.clicked.connect(self.restore)
        card.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.done()

    def refresh(self, changed: Changed) -> None:
        row = max(0, self.table.currentIndex().row())
        found = self.desk.trash.all()
        self.model.set_rows(found)
        for widget in (self.table, self.take):
            widget.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.table.go_to_row(min(row, len(found) - 1))

    @Slot()
    def restore(self) -> None:
        """Take the chosen record out of the trash."""
        index = self.table.currentIndex()
        if index.isValid():
            chosen = self.model.rows[index.row()]
            what = chosen.number or chosen.title
            notice = tr("{what} is out of the trash.", what=what)
            self.session.do(self.desk.trash.restore, chosen.kind, chosen.id, failed=self.fail, notice=notice)
