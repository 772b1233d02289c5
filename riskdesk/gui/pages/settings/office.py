"""The office: who stands in the head and foot of every form."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent

from riskdesk.desk.verb import Changed
from riskdesk.domain.errors import Invalid
from riskdesk.domain.policy import Office
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.edits import GrowingText, LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr

LONGEST = 500
REST_MS = 1500
"""Typing pauses this long before the notes are stored."""
FIELDS = {
    "name": (N_("Name of the office"), N_("Stands at the head of every printed form.")),
    "department": (N_("Department in charge"), N_("Stands in the foot of every printed form.")),
    "phone": (N_("Phone"), N_("The number that staff call outside office hours.")),
}


class OfficeSection(PolicySection):
    """A field is saved when it is left; undo takes it back."""

    KEY = "office"
    TITLE = N_("Office")
    ICON = "building"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.fields: dict[str, Field] = {}
        card = self.card(tr("Office"))
        for name, (label, help_text) in FIELDS.items():
            edit = LineEdit()
            edit.setObjectName(name)
            edit.editingFinished.connect(self.save)
            self.fields[name] = Field(tr(label), edit, help_text=tr(help_text))
            card.body.addWidget(self.fields[name])
        self.notes = GrowingText(least=4)
        self.notes.setObjectName("notes")
        self.notes.text_edited.connect(self._typed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.save_notes)
        notes_help = tr("Where the office's rules come from, and what else whoever changes them should know.")
        card.body.addWidget(Field(tr("Notes"), self.notes, help_text=notes_help))
        card.body.addWidget(Label(tr("What you change here is saved at once."), "small", "second"))
        self.done()

    def _edit(self, name: str) -> LineEdit:
        edit = self.fields[name].editor
        assert isinstance(edit, LineEdit)
        return edit

    def refresh(self, changed: Changed) -> None:
        office = self.desk.policy.office
        for name in FIELDS:
            edit = self._edit(name)
            # What is being typed is not overwritten by a change from elsewhere.
            if not (changed and edit.hasFocus()):
                edit.setText(getattr(office, name))
        if not (changed and self.notes.hasFocus()):
            self.notes.set_text(self.desk.policy.notes)

    @Slot()
    def save(self) -> None:
        """Save what differs."""
        typed = {name: self._edit(name).text().strip() for name in FIELDS}
        office = self.desk.policy.office
        if typed == {name: getattr(office, name) for name in FIELDS}:
            return
        try:
            changed = Office(**typed)
        except ValueError:
            self._refused(Invalid([]))
            return
        self.session.do(self.desk.directory.set_office, office=changed, failed=self._refused, notice=tr("Saved."))

    def _refused(self, error: Exception) -> None:
        for name in FIELDS:
            too_long = len(self._edit(name).text()) > LONGEST
            text = tr("Too long: at most {max_length} characters.", max_length=LONGEST)
            self.fields[name].set_error(text if too_long else "")
        if not isinstance(error, Invalid):
            self.fail(error)

    @Slot()
    def _typed(self) -> None:
        self._rest.start()

    @Slot()
    def save_notes(self) -> None:
        """Save the notes, once typing rests."""
        self._rest.stop()
        QGuiApplication.inputMethod().commit()
        if self.session.is_open and self.notes.text().strip() != self.desk.policy.notes:
            self.set_office(notes=self.notes.text())

    def hideEvent(self, event: QHideEvent) -> None:
        if self._rest.isActive():
            self.save_notes()
        super().hideEvent(event)

    def may_leave(self) -> bool:
        self.save()
        self.save_notes()
        return True
