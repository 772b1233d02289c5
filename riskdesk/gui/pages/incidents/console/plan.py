"""What stands in place of the next step while there is none: no playbook yet, all settled, or paused."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk.domain.fitting import is_sure
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.pages.incidents.console.ask import TallChooser
from riskdesk.gui.references import options_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import language, tr

OFFERED = 4


class PlanCard(Card):
    """No playbook runs yet: those that fit the words come first, any other one can be searched."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(margin=22, parent=parent)
        self._session = session
        px = theme().px
        self.body.addWidget(Label(tr("Do now"), tone="second"))
        self.body.addWidget(Label(tr("Choose a playbook"), "title", bold=True))
        sentence = tr("Its steps then count down from the start. The log runs already.")
        self.body.addWidget(Label(sentence, "body", "second", wrap=True))
        self._row = FlowLayout(None, px(8))
        self.body.addLayout(self._row)
        self._chooser = TallChooser(tr("Some other playbook"))
        self._chooser.set_source(self._find)
        self._chooser.value_changed.connect(self._took)
        self.body.addWidget(self._chooser)
        self._buttons: list[Button] = []

    def _find(self, text: str) -> list[Option]:
        return options_of(self._session, "playbook", text)

    def show_fitting(self, text: str, playbooks: list[Playbook]) -> None:
        """Offer these, the best first, for an incident that is told in these words."""
        for button in self._buttons:
            self._row.removeWidget(button)
            drop_later(button)
        self._buttons = []
        self._chooser.set_value(None)
        policy = self._session.desk.policy
        for place, playbook in enumerate(playbooks[:OFFERED]):
            tier = policy.named("tiers", playbook.tier, language()) if playbook.tier else ""
            words = " · ".join(filter(None, (playbook.title, tier)))
            button = Button(words, "primary" if place == 0 and is_sure(text, playbook) else "plain", large=True)
            button.setObjectName(playbook.id)
            button.clicked.connect(self._pressed)
            self._row.addWidget(button)
            self._buttons.append(button)
        self.setFocusProxy(self._buttons[0] if self._buttons else self._chooser)

    @Slot()
    def _pressed(self) -> None:
        self.chosen.emit(self.sender().objectName())

    @Slot(object)
    def _took(self, key: object) -> None:
        if key:
            self.chosen.emit(str(key))


class MessageCard(Card):
    """A sentence and the button that follows from it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=22, parent=parent)
        self.heading = Label("", tone="second")
        self.words = Label("", "title", bold=True, wrap=True)
        self.sentence = Label("", "lead", "second", wrap=True)
        self.button = Button("", "primary", large=True)
        self.button.clicked.connect(self.acted)
        for label in (self.heading, self.words, self.sentence):
            self.body.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addSpacing(theme().px(8))
        self.body.addLayout(row)
        self.setFocusProxy(self.button)

    def say(self, heading: str, title: str, sentence: str, button: str) -> None:
        """Say this."""
        self.heading.setText(heading)
        self.words.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.set_words(button)
