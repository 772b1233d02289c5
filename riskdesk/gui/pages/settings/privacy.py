"""What left the program with personal data as written: when, who took it, what and why. Nothing to change here."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Slot

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.privacy import LET_OUT
from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, RecordModel, Row
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr


def _when(row: Row, desk: Desk) -> Cell:
    return Cell(formats.moment(row["at"], desk.today))


def _who(row: Row, desk: Desk) -> Cell:
    return Cell(desk.name(row["who_id"]))


def _what(row: Row, desk: Desk) -> Cell:
    return Cell(row["text"], tip=row["text"])


COLUMNS = (
    Column("when", N_("When"), _when, width=132),
    Column("who", N_("Taken out by"), _who, width=110),
    Column("what", N_("What, and why"), _what, width=300, flexible=True),
)


class PrivacySection(FormSection):
    """Reads the notes that printing and exporting leave."""

    KEY = "privacy"
    TITLE = N_("Personal data")
    ICON = "eye"
    KINDS: ClassVar[frozenset[str]] = frozenset({"log_entry", "person"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = self.card(tr("Personal data let out"))
        rule = tr("What leaves the program is masked: phone, ID card, bank, plate and room numbers and marked names. "
                  "Directory, playbooks and drills keep the numbers that are to be called. A safety officer or an "
                  "administrator may take the others out as written and says why; it is noted here for good."
                  )  # fmt: skip
        card.body.addWidget(Label(rule, "small", "second", wrap=True))
        self.none = Label(tr("So far nothing was let out."), tone="second")
        card.body.addWidget(self.none)
        self.model = RecordModel(self.desk, "log_entry", COLUMNS)
        self.table = RecordTable(tr("Personal data let out"))
        self.table.setModel(self.model)
        self.table.setMinimumHeight(theme().px(360))
        self.table.row_changed.connect(self._show)
        card.body.addWidget(self.table)
        self.whole = Prose("")
        card.body.addWidget(self.whole)
        self.done()

    def refresh(self, changed: Changed) -> None:
        id = self.table.current_id()
        self.model.set_query(LET_OUT)
        total = self.model.total
        for widget in (self.table, self.whole):
            widget.setVisible(bool(total))
        self.none.setVisible(not total)
        if total:
            row = next((row for row in range(total) if id and self.model.id_at(row) == id), 0)
            self.table.go_to_row(row)
            self._show(self.model.index(row, 0))

    @Slot(QModelIndex)
    def _show(self, index: QModelIndex) -> None:
        """The chosen note in full: a long reason does not fit its row."""
        cells = [index.siblingAtColumn(column).data() for column in range(self.model.columnCount())]
        self.whole.set_text(" · ".join(filter(None, cells)) if index.isValid() else "")
