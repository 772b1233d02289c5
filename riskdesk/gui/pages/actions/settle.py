"""Noting a measure as done, and confirming it: two small questions in the place of the reader."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.action import Action
from riskdesk.gui.reasons import reasons
from riskdesk.gui.references import ReferenceBinding
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.edits import GrowingText
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.i18n import tr


class _Pane(QWidget):
    """Title, what it is about, one field, and two buttons."""

    closed = Signal()

    def __init__(self, session: Session, title: str, button: str, field: Field) -> None:
        super().__init__()
        self.session, self.desk, self.field = session, session.desk, field
        self._action: Action | None = None
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(12), px(18), px(18))
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        cancel = Button(tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.closed)
        self.ok = Button(button, kind="primary", key="Ctrl+S")
        self.ok.clicked.connect(self.save)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)
        head.addWidget(ElidedLabel(title, "lead", bold=True), 1)
        head.addWidget(cancel)
        head.addWidget(self.ok)
        column.addLayout(head)
        self.what = Label("", wrap=True)
        column.addWidget(self.what)
        column.addWidget(field)
        column.addStretch(1)
        self.setFocusProxy(field)

    def show_action(self, action: Action) -> None:
        """Ask about this measure."""
        self._action = action
        self.what.setText(action.title)
        self.field.set_error("")

    @Slot()
    def save(self) -> None:
        """Do it."""
        raise TypeError(type(self).__name__)

    def _saved(self, action: Action) -> None:
        self.closed.emit()

    def _refused(self, error: Exception) -> None:
        self.field.set_error(reasons(error))
        self.field.setFocus()


class FinishPane(_Pane):
    """What shows that it is done?"""

    def __init__(self, session: Session) -> None:
        self.proof = GrowingText(tr("A photo, a receipt, a reading, who saw it"), least=4)
        help_text = tr("Someone other than the owner confirms it afterwards.")
        field = Field(tr("Proof"), self.proof, help_text=help_text)
        super().__init__(session, tr("Measure done"), tr("Mark as done"), field)

    def show_action(self, action: Action) -> None:
        super().show_action(action)
        self.proof.set_text(action.proof)

    @Slot()
    def save(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self._action is not None:
            self.session.do(
                self.desk.actions.finish, self._action.id, self.proof.text().strip(), then=self._saved,
                failed=self._refused, notice=tr("Done. It waits to be confirmed."),
            )  # fmt: skip


class ConfirmPane(_Pane):
    """Who looked whether it is really done? Not its owner."""

    def __init__(self, session: Session) -> None:
        self.who = ReferenceBinding(session, "person")
        field = Field(tr("Confirmed by"), self.who.widget, True, tr("Someone other than the owner."))
        super().__init__(session, tr("Confirm measure"), tr("Confirm"), field)
        self.who.setParent(self)
        self.who.changed.connect(self._changed)

    def show_action(self, action: Action) -> None:
        super().show_action(action)
        person = self.desk.person
        self.who.set_value(person if person != action.owner_id else "")
        told = [action.title, tr("Owner: {name}", name=self.desk.name(action.owner_id) or "—")]
        self.what.setText("\n".join([*told, *([tr("Proof: {proof}", proof=action.proof)] if action.proof else [])]))

    @Slot()
    def _changed(self) -> None:
        self.field.set_error("")

    @Slot()
    def save(self) -> None:
        if self._action is not None:
            self.session.do(
                self.desk.actions.confirm, self._action.id, self.who.value(), then=self._saved, failed=self._refused,
                notice=tr("Confirmed."),
            )  # fmt: skip
