"""The head of an editor: what is edited, whether something typed is not saved yet, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.i18n import tr


class EditorHead(QWidget):
    """The number stands above the state, so that buttons in either language leave room for it."""

    given_up = Signal()
    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(8), px(18), px(8))
        row.setSpacing(px(8))
        self.title = ElidedLabel("", "lead", bold=True)
        self.state = Label("", "small", "second")
        self._under = QHBoxLayout()
        self._under.setSpacing(px(8))
        self._under.addWidget(self.state)
        self._under.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addLayout(self._under)
        cancel = Button(tr("Cancel"))
        cancel.clicked.connect(self.given_up)
        self.ok = Button(tr("Save"), kind="primary", key="Ctrl+S")
        self.ok.clicked.connect(self.agreed)
        row.addLayout(words, 1)
        row.addWidget(cancel)
        row.addWidget(self.ok)

    def add(self, widget: QWidget) -> None:
        """A further word beside the state."""
        self._under.insertWidget(1, widget)

    def show_state(self, is_new: bool, is_dirty: bool) -> None:
        """Whether the record is on disk, and all that is typed with it. Saving what is saved already is no harm."""
        clean = tr("Not saved yet") if is_new else tr("Editing, nothing changed")
        self.state.setText(tr("• Not saved") if is_dirty else clean)
        self.state.set_tone("accent" if is_dirty else "second", bold=is_dirty)
        self.ok.set_kind("primary" if is_new or is_dirty else "plain")
