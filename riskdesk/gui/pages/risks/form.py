"""A small form in the place of the open risk: a head, a few fields, what is wrong with each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.errors import Invalid
from riskdesk.domain.risk import Risk
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.pages.panel_head import PanelHead
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.field import Field
from riskdesk.i18n import tr


class RiskForm(QWidget):
    """`agreed` is the word on the button that saves. A subclass fills `column` and adds its fields."""

    closed = Signal()

    def __init__(self, session: Session, title: str, agreed: str) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._risk: Risk | None = None
        self.bindings: dict[str, Binding] = {}
        self.fields: dict[str, Field] = {}
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.head = PanelHead(title, agreed)
        self.head.closed.connect(self.closed)
        self.head.agreed.connect(self.save)
        whole.addWidget(self.head)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(px(18), 0, px(18), px(18))
        self.column.setSpacing(px(12))
        whole.addLayout(self.column, 1)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)

    def add_fields(self, made: Iterable[tuple[str, str, Make]], required: Iterable[str]) -> None:
        """Fields by name, label and kind of input; the first takes the focus of the form."""
        wanted = set(required)
        for name, label, make in made:
            binding = make(self.session)
            field = Field(label, binding.widget, required=name in wanted)
            binding.setParent(field)
            self.bindings[name], self.fields[name] = binding, field
            self.column.addWidget(field)
        self.setFocusProxy(next(iter(self.fields.values())))

    @Slot()
    def save(self) -> None:
        """Do what the form is for."""
        raise TypeError(f"{type(self).__name__} saves nothing")

    def refused(self, error: Exception) -> None:
        """Say what is wrong, at the fields that this form has and the rest in the window."""
        if not isinstance(error, Invalid):
            self.session.tell(error)
            return
        first: Field | None = None
        for wrong in error.errors:
            field = self.fields.get(wrong.field)
            if field is None:
                self.session.failed.emit(tr(wrong.text, **wrong.params))
            else:
                field.set_error(tr(wrong.text, **wrong.params))
                first = first or field
        if first is not None:
            first.editor.setFocus()
