"""The head of the console: tier, what, where, and what can be done with the incident as a whole."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from riskdesk.domain.fitting import tier_grade
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.tag import Tag
from riskdesk.i18n import tr

RARE = frozenset({"incidents.choose_playbook"})
"""What is rarely wanted."""


class ConsoleHead(QWidget):
    """`actions` become buttons, in their order; those that make no sense now are hidden. `pin` keeps it on top."""

    def __init__(
        self, session: Session, actions: list[QAction], pin: QAction, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self.tier = Tag("", "neutral", "lead")
        self.title = ElidedLabel("", "title", bold=True)
        self.sub = ElidedLabel("", "body", "second")
        row.addWidget(self.tier)
        row.addWidget(self.title)
        self.sub.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self.sub, 1)
        self.pin = IconButton("pin", pin.text(), 44)
        self.pin.setCheckable(True)
        self.pin.setChecked(pin.isChecked())
        self.pin.clicked.connect(pin.trigger)
        pin.toggled.connect(self.pin.setChecked)
        row.addWidget(self.pin)
        self._buttons: list[tuple[QAction, Button]] = []
        for action in actions:
            button = Button(action.text(), large=True)
            button.clicked.connect(action.trigger)
            self._buttons.append((action, button))
            row.addWidget(button)
        self.more = IconButton("more", tr("More actions"), 44)
        menu = QMenu(self.more)
        menu.addActions([*(action for action in actions if action.objectName() in RARE), pin])
        self.more.set_menu(menu)
        row.addWidget(self.more)

    def show_situation(self, situation: Situation) -> None:
        """Show this incident."""
        incident = situation.incident
        grade = tier_grade(incident.tier)
        self.tier.set_text(situation.tier_name or tr("No tier"), grade.value if grade else "neutral")
        self.title.setText(incident.title)
        people = "" if incident.affected is None else tr("{n} people", n=incident.affected)
        where = (self._session.desk.name(incident.site_id), incident.place, people)
        self.sub.setText(" · ".join(filter(None, where)))

    def refresh(self) -> None:
        """Take visibility and words from the actions."""
        for action, button in self._buttons:
            button.setVisible(action.isVisible() and not (self._narrow and action.objectName() in RARE))
            button.set_words(action.text())
        self.pin.setVisible(not self._narrow)
        self.more.setVisible(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room, what is rarely wanted stands in a menu."""
        self._narrow = narrow
        self.refresh()

    _narrow = False
