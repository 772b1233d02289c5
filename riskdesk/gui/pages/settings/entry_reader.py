"""An entry of the directory as a page to read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from riskdesk import formats
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.domain.record import Record
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose
from riskdesk.i18n import tr


class EntryReader(Reader):
    """Name, facts, notes, and the records that refer to it."""

    def __init__(self, session: Session, buttons: list[ActionButton]) -> None:
        super().__init__(session)
        self._buttons = buttons

    def show_record(self, record: Record) -> None:
        for button in self._buttons:
            button.setParent(None)
        self.clear_column()
        self.column.addWidget(ElidedLabel(tr(KIND_NAMES[record.KIND]), "small", "second"))
        self.column.addWidget(Label(record.name_text, "lead", bold=True, wrap=True))
        self.column.addWidget(Facts([fact for fact in self._facts(record) if fact.value]))
        if notes := getattr(record, "notes", ""):
            self.column.addWidget(Prose(notes))
        self.column.addWidget(RelatedList(self.session, record, leave_out=()))
        self.column.addStretch(1)
        self._foot()

    def _facts(self, record: Any) -> list[Fact]:
        name = self.desk.name
        duties = formats.listed(getattr(record, "duties", ()))
        match record:
            case Person():
                return [
                    Fact(tr("Post"), record.post), Fact(tr("Phone"), record.phone),
                    Fact(tr("Works in"), name(record.department_id)), Fact(tr("Site"), name(record.site_id)),
                    Fact(tr("Roles in playbooks"), duties), Fact(tr("Role in the program"), tr(record.role.label)),
                    Fact(tr("Works here"), "" if record.active else tr("has left")),
                ]  # fmt: skip
            case Body():
                return [
                    Fact(tr("Kind"), tr(record.body_kind.label)), Fact(tr("Phone"), record.phone),
                    Fact(tr("Contact"), record.contact), Fact(tr("Site"), name(record.site_id)),
                    Fact(tr("Roles in playbooks"), duties),
                ]  # fmt: skip
            case Site():
                return [
                    Fact(tr("Code"), record.code), Fact(tr("Phone"), record.phone), Fact(tr("Address"), record.address),
                    Fact(tr("Buildings"), formats.listed(record.buildings)), Fact(tr("Time zone"), record.zone),
                ]  # fmt: skip
            case Department():
                return [Fact(tr("Phone"), record.phone), Fact(tr("Site"), name(record.site_id))]
        return []

    def _foot(self) -> None:
        self.column.addWidget(Divider())
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for number, button in enumerate(self._buttons):
            if number == len(self._buttons) - 1:
                row.addStretch(1)
            row.addWidget(button)
            button.show()
        self.column.addLayout(row)
