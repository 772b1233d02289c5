"""Limits looser than the response tier's: shown until somebody confirms that they are meant."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.playbook import Difference, Playbook
from riskdesk.gui.pages.playbooks.limits import difference_words
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import Prose
from riskdesk.i18n import language, tr


class DifferenceBox(QWidget):
    """Each difference in words, a line for the reason, and the button that confirms."""

    def __init__(self, session: Session, playbook: Playbook, found: tuple[Difference, ...]) -> None:
        super().__init__()
        self._session, self._playbook = session, playbook
        self.reason: LineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        tier = session.desk.policy.named("tiers", playbook.tier or "", language())
        words = "\n".join(difference_words(difference, tier) for difference in found)
        confirmed = playbook.difference_confirmed
        if confirmed is None:
            question = tr("{differences}\nThe playbook's limit runs. Is it meant?", differences=words)
            column.addWidget(Banner(question, "limit"))
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            self.reason = LineEdit(tr("Why more time is right here (may stay empty)"))
            self.reason.setAccessibleName(tr("Reason"))
            self.button = Button(tr("Confirm"))
            self.button.clicked.connect(self._confirm)
            self.reason.returnPressed.connect(self._confirm)
            row.addWidget(self.reason, 1)
            row.addWidget(self.button)
            column.addLayout(row)
            return
        who = session.desk.name(confirmed.by_id) or tr("Nobody signed in")
        given = {"differences": words, "who": who, "day": confirmed.on.isoformat()}
        text = (
            tr("{differences}. Confirmed by {who} on {day}: {why}", why=confirmed.why, **given)
            if confirmed.why
            else tr("{differences}. Confirmed by {who} on {day}.", **given)
        )
        column.addWidget(Prose(text, "small", "second"))

    def ask(self) -> bool:
        """Give the keyboard to the reason; False where everything is confirmed."""
        if self.reason is not None:
            self.reason.setFocus()
        return self.reason is not None

    @Slot()
    def _confirm(self) -> None:
        desk, reason = self._session.desk, self.reason.text().strip() if self.reason else ""
        self._session.do(
            desk.playbooks.confirm_differences, self._playbook.id, desk.person, reason,
            notice=tr("The looser limits of {number} are confirmed.", number=self._playbook.number),
        )  # fmt: skip
