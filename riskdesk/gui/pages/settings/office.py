"""The office: who stands in the head and foot of every form."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent

from riskdesk.domain.errors import Invalid
from riskdesk.domain.policy import Policy
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
        self._rest.timeout.connect(self.save)
        notes_help = tr("Where the office's rules come from, and what else whoever changes them should know.")
        card.body.addWidget(Field(tr("Notes"), self.notes, help_text=notes_help))
        card.body.addWidget(Label(tr("What you change here is saved at once."), "small", "second"))
        self.done()

    def _edit(self, name: str) -> LineEdit:
        edit = self.fields[name].editor
        assert isinstance(edit, LineEdit)
        return edit

    def _typed_parts(self) -> dict[str, str]:
        """Which of the lines hold something else than is shown, with their text."""
        texts = {name: self._edit(name).text().strip() for name in FIELDS}
        return {name: text for name, text in texts.items() if text != getattr(self.base.office, name)}

    def typed(self) -> dict[str, Any]:
        typed: dict[str, Any] = {}
        if parts := self._typed_parts():
            try:
                typed["office"] = self.base.office.changed(**parts)
            except Invalid:
                typed["office"] = None
        if (notes := self.notes.text().strip()) != self.base.notes:
            typed["notes"] = notes
        return typed

    def still_shown(self, now: Policy, typed: Collection[str]) -> Policy:
        """Somebody else may write another line of the same office."""
        shown = super().still_shown(now, typed)
        if "office" not in typed:
            return shown
        parts = {name: getattr(self.base.office, name) for name in self._typed_parts()}
        return shown.held(office=now.office.changed(**parts))

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        parts = self._typed_parts() if "office" in typed else {}
        for name in FIELDS:
            edit, text = self._edit(name), getattr(now.office, name)
            if name not in parts and edit.text().strip() != text:
                edit.setText(text)
        if "notes" not in typed and self.notes.text().strip() != now.notes:
            self.notes.set_text(now.notes)

    @Slot()
    def save(self) -> None:
        """Save what was typed, unless a line is too long."""
        self._rest.stop()
        QGuiApplication.inputMethod().commit()
        too_long = tr("Too long: at most {max_length} characters.", max_length=LONGEST)
        for name in FIELDS:
            self.fields[name].set_error(too_long if len(self._edit(name).text().strip()) > LONGEST else "")
        super().save()

    @Slot()
    def _typed(self) -> None:
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._rest.isActive():
            self.save()
        super().hideEvent(event)

    def may_leave(self) -> bool:
        self.save()
        return super().may_leave()
