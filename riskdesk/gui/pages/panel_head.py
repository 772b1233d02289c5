"""The head of what stands in the place of the open record: a title, a way back and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.i18n import tr


class PanelHead(QWidget):
    """Like the head of an editor."""

    closed = Signal()
    agreed = Signal()

    def __init__(self, title: str, agree: str) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(12), px(18), px(12))
        row.setSpacing(px(8))
        self.title = ElidedLabel(title, "lead", bold=True)
        cancel = Button(tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.closed)
        self.ok = Button(agree, kind="primary", key="Ctrl+S")
        self.ok.clicked.connect(self.agreed)
        row.addWidget(self.title, 1)
        row.addWidget(cancel)
        row.addWidget(self.ok)

    def set_agree(self, enabled: bool) -> None:
        """Whether there is anything to do."""
        self.ok.setEnabled(enabled)
