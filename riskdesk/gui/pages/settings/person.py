"""Who works at this desk: the name that stands in the log of every change."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from riskdesk.desk.verb import Changed
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import NotFound
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.references import ReferenceBinding
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.field import Field
from riskdesk.i18n import tr


class PersonSection(FormSection):
    """Changes as soon as somebody is chosen; a name that is still being typed changes nothing."""

    KEY = "person"
    TITLE = N_("Person at this desk")
    ICON = "user"
    KINDS: ClassVar[frozenset[str]] = frozenset({"person", "site", "department"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.who = ReferenceBinding(session, "person")
        self.who.setParent(self)
        self.who.changed.connect(self._changed)
        self.who.widget.editingFinished.connect(self._say_problem)
        help_text = tr("The name stands beside every change and every log entry that is made here.")
        card = self.card(tr("Person at this desk"), tr("On this computer only"))
        self.field = Field(tr("Who works here now"), self.who.widget, help_text=help_text)
        card.body.addWidget(self.field)
        self.facts = Facts()
        card.body.addWidget(self.facts)
        self.open = LinkButton(tr("Open the entry in the directory"))
        self.open.clicked.connect(self._open)
        card.body.addWidget(self.open)
        self.done()

    def refresh(self, changed: Changed) -> None:
        person = self._person()
        if not self.who.widget.unclear():
            self.who.set_value(person.id if person else "")
        facts = [] if person is None else [
            Fact(tr("Post"), person.post), Fact(tr("Works in"), self.desk.name(person.department_id)),
            Fact(tr("Site"), self.desk.name(person.site_id)), Fact(tr("Phone"), person.phone),
        ]  # fmt: skip
        self.facts.set_facts([fact for fact in facts if fact.value])
        self.open.setVisible(person is not None)

    def _person(self) -> Person | None:
        try:
            return self.desk.store.get(Person, self.desk.person) if self.desk.person else None
        except NotFound:
            return None

    @Slot()
    def _changed(self) -> None:
        self.field.set_error("")
        if not self.who.widget.unclear() and self.who.value() != self.desk.person:
            self.session.sit_down(self.who.value())
            self.refresh({})

    @Slot()
    def _say_problem(self) -> None:
        self.field.set_error(tr(self.who.problem()))

    @Slot()
    def _open(self) -> None:
        self.session.record_wanted.emit("person", self.desk.person)
