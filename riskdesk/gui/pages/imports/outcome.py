"""What an import did, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.desk.imports import Imported
from riskdesk.exchange.plan import ImportPlan
from riskdesk.gui.pages.imports.words import COUNTED, many, sentences, skipped_words
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.i18n import tr


class Outcome(Card):
    """Stands in the place of the preview once the rows are in."""

    list_wanted = Signal()
    rest_wanted = Signal()
    back_wanted = Signal()
    """Look at the preview again."""
    other_wanted = Signal()
    """Choose another file."""

    def __init__(self) -> None:
        super().__init__()
        self.words = EmptyState("check", "")
        self.list = Button(tr("Show the list"), "primary", "list")
        self.rest = Button("", icon="download")
        self.back = Button(tr("Back to the preview"), icon="arrow-left")
        self.other = Button(tr("Import another file…"), icon="upload")
        for button, signal in (
            (self.list, self.list_wanted), (self.rest, self.rest_wanted), (self.back, self.back_wanted),
            (self.other, self.other_wanted),
        ):  # fmt: skip
            button.clicked.connect(signal)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addStretch(1)
        for button in (self.list, self.rest, self.back, self.other):
            row.addWidget(button)
        row.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(self.words, 0)
        column.addLayout(row)
        column.addStretch(3)
        self.body.addWidget(inner, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.list)

    def show_done(self, plan: ImportPlan, done: Imported) -> None:
        """Say what was written and what was not."""
        wrong = plan.tally.wrong
        left = plan.tally.there + plan.tally.new - done.added - done.changed
        parts = [
            tr("{n} records were changed.", n=many(done.changed)) if done.changed else "",
            tr("{n} people and departments were made for them.", n=many(done.created)) if done.created else "",
            tr("{n} rows that are there already were left out.", n=many(left)) if left > 0 else "",
            tr("{n} rows with errors were not imported.", n=many(wrong)) if wrong else "",
            skipped_words(plan.tally.skipped),
        ]
        self.words.say("check", tr(COUNTED[plan.kind], n=many(done.added)), sentences(parts))
        self.rest.set_words(tr("Save the {n} rows not imported…", n=many(wrong)))
        self.rest.setVisible(bool(wrong))
        self.list.show()
        self.back.hide()

    def show_taken_back(self) -> None:
        """Say that somebody undid it."""
        self.words.say("undo", tr("The import was taken back."), tr("Nothing of it is left. The file is as it was."))
        self.list.hide()
        self.rest.hide()
        self.back.show()
