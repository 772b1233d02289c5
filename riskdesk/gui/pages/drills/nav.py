"""Month before, today, month after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.i18n import tr


class MonthNav(QWidget):
    """The buttons that turn the pages of a calendar."""

    before = Signal()
    today = Signal()
    after = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        earlier = IconButton("chevron-left", tr("Month before"), 32)
        now = Button(tr("Today"))
        later = IconButton("chevron-right", tr("Month after"), 32)
        for button, signal in ((earlier, self.before), (now, self.today), (later, self.after)):
            button.clicked.connect(signal)
            row.addWidget(button)
