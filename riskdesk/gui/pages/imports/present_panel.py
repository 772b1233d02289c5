"""What happens to rows that are there already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.exchange.plan import ImportPlan
from riskdesk.gui.pages.imports.words import many
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr

SKIP, UPDATE, ADD = "skip", "update", "add"


class PresentPanel(QWidget):
    """`chosen` brings 'skip', 'update' or 'add'."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        words = [(SKIP, tr("Leave out")), (UPDATE, tr("Update")), (ADD, tr("Import again"))]
        self.choice = Segments(tr("Rows that are there already"), words)
        self.choice.changed.connect(self.chosen)
        self.words = Label("", "small", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(2), px(14), px(14))
        column.setSpacing(px(8))
        column.addWidget(self.choice)
        column.addWidget(self.words)
        column.addStretch(1)
        self.setFocusProxy(self.choice)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what is chosen, and what it means."""
        self.choice.set_current(plan.for_present)
        sentences = {
            SKIP: tr("The records stay as they are."),
            UPDATE: tr(
                "Records with the same number take over what differs: {n} of them. "
                "Rows that are only alike are left out.", n=many(plan.tally.changed),
            ),
            ADD: tr("Each row becomes a further record."),
        }  # fmt: skip
        self.words.setText(sentences[plan.for_present])

    def summary(self) -> str:
        """What is chosen, in words."""
        return {SKIP: tr("Leave out"), UPDATE: tr("Update"), ADD: tr("Import again")}[self.choice.current()]
