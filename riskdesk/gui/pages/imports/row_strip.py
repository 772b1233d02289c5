"""What there is to know about the row in hand, and what happens to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk.domain.words import N_
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.rows import PlanRow
from riskdesk.gui.pages.imports.preview_model import reasons
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr

_FATES = {"add": N_("Import this row"), "update": N_("Update the record"), "skip": N_("Leave this row out")}
MOST = 3
"""So many sentences stand here; the tooltip has all."""


class RowStrip(QWidget):
    """Of one height whatever it says, so that the table above does not jump."""

    decided = Signal(int, str)
    """Row of the sheet, and what happens to it."""
    record_wanted = Signal(str)
    """Id of the record that is there already."""

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        self._row: PlanRow | None = None
        self.words = Label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.open = LinkButton(tr("Show the record"))
        self.open.clicked.connect(self._open)
        self.fate = Combo()
        self.fate.setAccessibleName(tr("What happens to this row"))
        self.fate.activated.connect(self._decided)
        self.fate.setFixedWidth(px(168))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(6), px(12), px(6))
        row.setSpacing(px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        row.addWidget(self.fate)
        self.setFixedHeight(px(62))

    def show_row(self, plan: ImportPlan | None, row: PlanRow | None) -> None:
        """Show what there is to know."""
        self._row = row
        self.open.hide()
        self.fate.hide()
        if plan is None or row is None:
            self.words.setText("")
            return
        told = reasons(row)
        self.words.setText("\n".join(told[:MOST]) or tr("Row {row}: nothing is wrong here.", row=row.number + 1))
        self.words.setToolTip("\n".join(told))
        self.words.set_tone("red" if row.record is None else "text" if told else "second")
        if row.record is None:
            return
        self.open.setVisible(row.present is not None)
        self.fate.clear()
        for key, word in _FATES.items():
            if key != "update" or (row.present is not None and row.present.changes):
                self.fate.addItem(tr(word), key)
        self.fate.setCurrentIndex(self.fate.findData(plan.decision(row)))
        self.fate.show()

    @Slot(int)
    def _decided(self, place: int) -> None:
        if self._row is not None:
            self.decided.emit(self._row.number, self.fate.currentData())

    @Slot()
    def _open(self) -> None:
        if self._row is not None and self._row.present is not None:
            self.record_wanted.emit(self._row.present.id)
