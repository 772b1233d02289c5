"""Asked once, where nobody is known to work at this computer: a line with a chooser, never in the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from riskdesk.gui.session import Session
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr


class WhoBar(Painted):
    """Takes the name of whoever works here; the cross leaves it open for good."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def _ask(self) -> None:
        """What it asks with: most starts have nothing to ask."""
        from riskdesk.gui.references import ReferenceBinding

        px = theme().px
        text = tr("Who uses this computer? The name stands beside every change that is made here.")
        self.words = Label(text, tone="accent", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.who = ReferenceBinding(self.session, "person")
        self.who.setParent(self)
        self.who.changed.connect(self._chosen)
        self.who.widget.setPlaceholderText(tr("Choose or type a name"))
        self.who.widget.setAccessibleName(tr("Who uses this computer?"))
        self.who.widget.setFixedWidth(px(220))
        self.cross = IconButton("x", tr("Do not ask again"), 24)
        self.cross.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(30), px(6), px(8), px(6))
        row.setSpacing(px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.who.widget)
        row.addWidget(self.cross)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be asked: nobody is known here, and nobody said not to ask."""
        desk = self.session.desk
        known = bool(desk.person) and bool(desk.directory.person_line(desk.person))
        return not known and not self.session.settings.person_asked

    def look(self, wanted: bool) -> None:
        """Show it where it is `wanted` and the question is open."""
        asks = wanted and self.is_open
        if asks and self.layout() is None:
            self._ask()
        self.setVisible(asks)

    @Slot()
    def _chosen(self) -> None:
        if id := self.who.value():
            name = self.session.desk.name(id)
            self.session.sit_down(id)
            self.who.set_value(None)
            text = tr("{name} works at this computer. A click on the name at the bottom left changes that.", name=name)
            self.session.noticed.emit(text, "", None)

    @Slot()
    def _leave(self) -> None:
        self.session.settings.person_asked = True
        self.session.save_settings()
        self.session.changed.emit({"person": frozenset()})

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 6, self.colours["accent_soft"])
        paint_icon(painter, "user", QRectF(px(10), 0, px(14), self.height()), self.colours["accent"])
