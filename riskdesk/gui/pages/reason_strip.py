"""Why a list leaves the program with personal data as written: asked in place, above the list."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from riskdesk.domain.letting_out import NO_REASON
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.edits import LineEdit, mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class ReasonStrip(Card):
    """One line and two buttons; hidden until `ask`. `given` brings the reason."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=12)
        px = theme().px
        words = Label(tr("Names, numbers and rooms leave as they were written. Who took them out, and why, is noted."),
                      "small", "second", wrap=True)  # fmt: skip
        self.line = LineEdit(tr("Why are they needed?"))
        self.line.setAccessibleName(tr("Reason"))
        self.line.returnPressed.connect(self._give)
        self.line.textChanged.connect(self._typed)
        self.ok = Button(tr("Choose a file…"), "primary", key="Enter")
        self.ok.clicked.connect(self._give)
        cancel = Button(tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.ok)
        row.addWidget(cancel)
        self.error = Label("", "small", "red", wrap=True)
        self.error.hide()
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self.error)
        self.body.addLayout(column)
        self.setFocusProxy(self.line)
        self.hide()

    def ask(self) -> None:
        """Show the question, without an answer of before."""
        self.line.clear()
        self.refuse("")
        self.show()
        self.line.setFocus()

    def refuse(self, text: str) -> None:
        """Say why the reason is not taken; '' for nothing wrong."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        mark_invalid(self.line, bool(text))

    @Slot()
    def leave(self) -> None:
        """The question is over."""
        self.hide()

    @Slot()
    def _typed(self) -> None:
        self.refuse("")

    @Slot()
    def _give(self) -> None:
        # Half-typed pinyin is no part of the line's text yet.
        QGuiApplication.inputMethod().commit()
        if not self.line.text().strip():
            self.refuse(tr(NO_REASON))
            self.line.setFocus()
            return
        self.given.emit(self.line.text())
