"""What stands between a case and its readers: somebody has to look for personal data first."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.case import Case, Privacy
from riskdesk.gui.pages.cases.blocks import flow_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import Button
from riskdesk.i18n import tr


def _said(case: Case) -> str:
    # Read when it is first asked: the forms that it looks for take a while to be made ready.
    from riskdesk.domain.privacy import counts, texts_of

    found = counts(texts_of(case.model_dump(mode="json")))
    asked = tr(
        "Not published yet: nobody has looked for personal data in this case. Please check for names, "
        "phone numbers, ID card, bank and plate numbers and room numbers."
    )
    if not found:
        return asked
    words = " · ".join(tr("{kind} {n}×", kind=tr(kind.label), n=n) for kind, n in found.items())
    return asked + "\n" + tr("Found so far: {what}. On paper they are masked.", what=words)


class PrivacyBanner(QWidget):
    """Says why a case is not published, and offers the two findings with which it is; hidden until asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._case: Case | None = None
        self._none = Button(tr("There is none: publish"), "primary")
        self._masked = Button(tr("It is masked: publish"))
        self._later = Button(tr("Edit first"), "quiet")
        self._none.clicked.connect(self._publish_none)
        self._masked.clicked.connect(self._publish_masked)
        self._later.clicked.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._banner = Banner()
        column.addWidget(self._banner)
        column.addWidget(flow_of([self._none, self._masked, self._later]))
        self.hide()

    def show_case(self, case: Case) -> None:
        """Belong to another case; the question stays only for the same one, while it is still unanswered."""
        same = self._case is not None and self._case.id == case.id
        self._case = case
        self._asked = same and self._asked and case.privacy is Privacy.UNCHECKED
        if self._asked:
            self._banner.say(_said(case), "warn")
        self.setVisible(self._asked)

    _asked = False

    def ask(self) -> None:
        """Somebody wants to publish the case."""
        if self._case is not None:
            self._asked = True
            self._banner.say(_said(self._case), "warn")
            self.show()
        self._none.setFocus()

    @Slot()
    def _publish_none(self) -> None:
        self._publish(Privacy.NONE)

    @Slot()
    def _publish_masked(self) -> None:
        self._publish(Privacy.MASKED)

    def _publish(self, privacy: Privacy) -> None:
        if self._case is not None:
            desk, case = self._session.desk, self._case
            self._session.do(
                desk.cases.publish, case.id, privacy, notice=tr("{number} is published.", number=case.number)
            )

    @Slot()
    def _edit(self) -> None:
        if self._case is not None:
            self._session.editor_wanted.emit("case", self._case.id, {})
