"""The lists of the directory with their columns, filters and editors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QMenu

from riskdesk.desk import Desk
from riskdesk.domain.directory import Body, BodyKind, Department, Person, Role, Site
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, choice, line, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.models.records import Cell, Column, Row
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.filters import Filter, Options, by_field
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.settings.entry_reader import EntryReader
from riskdesk.gui.references import lines, ref, tags
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton, IconButton
from riskdesk.i18n import tr

SIDE_BY_SIDE = 640
"""Width in px at 100 % under which the open entry lies over the list."""


class TickBinding(Binding):
    """Yes or no."""

    widget: QCheckBox

    def __init__(self, words: str) -> None:
        super().__init__(QCheckBox(tr(words)))
        self.widget.toggled.connect(self.changed)

    def value(self) -> bool:
        return self.widget.isChecked()

    def set_value(self, value: Any) -> None:
        self.widget.setChecked(bool(value))


class EntryList(ListPage):
    """A list of one kind of entry: a page inside the settings, without a head of its own."""

    RECORD: ClassVar[type[Record]]
    GROUPS: ClassVar[Sequence[Group]]
    DEFAULT_SORT = (("sort_name", False),)
    LIST_SHARE = (440, 380)
    ICON = "users"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.head.hide()
        self.views.hide()
        new = self.offered(f"directory.add.{self.KIND}", self.new_record, "Ctrl+N")
        self.new_button = ActionButton(new, "primary", "plus")
        self.more_button = IconButton("more", tr("More actions"), 32)
        menu = QMenu(self.more_button)
        menu.addActions(self.list_actions)
        self.more_button.set_menu(menu)

    def make_detail(self) -> DetailPane:
        kind = self.KIND
        buttons = [
            ActionButton(self.command(f"{kind}.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(self.command(f"{kind}.delete", tr("Delete"), self.delete, "Ctrl+Delete", "trash")),
            ActionButton(self.command(f"{kind}.history", tr("History"), self.history, icon="history", palette=False)),
        ]
        directory = self.desk.directory
        editor = partial(EntryEditor, self.session, self.RECORD, self.GROUPS, directory.add, directory.save)
        return DetailPane(self.session, kind, EntryReader(self.session, buttons), editor)

    def _arrange(self) -> None:
        narrow = self.width() < theme().px(SIDE_BY_SIDE)
        over = narrow and (self._detail_first or not self.detail.is_reading)
        self._card.setVisible(not over)
        self.detail.setVisible(over or not narrow)
        self.detail.set_over(over)

    @Slot()
    def delete(self) -> None:
        """Move the open entry to the trash; records go on showing its name."""
        record = self.detail.record
        if record is not None:
            notice = tr("{name} was deleted.", name=record.name_text)
            self.session.do(self.desk.directory.delete, self.KIND, record.id, notice=notice)

    @Slot()
    def history(self) -> None:
        """Every change of the open entry."""
        self.detail.show_history()


class EntryEditor(RecordEditor):
    """The editor of an entry, which has a name and no number."""


def _cell(field: str, tone: str = "") -> Callable[[Row, Desk], Cell]:
    return lambda row, desk: Cell(row[field] or "", tone=tone, tip=row[field] or "")


def _named(field: str) -> Callable[[Row, Desk], Cell]:
    return lambda row, desk: Cell(desk.name(row[field]), tone="second")


def _person(row: Row, desk: Desk) -> Cell:
    gone = not row["active"]
    return Cell(row["name"], tone="third" if gone else "", suffix=tr("has left") if gone else row["post"])


def _body_kind(row: Row, desk: Desk) -> Cell:
    return Cell(tr(BodyKind(row["body_kind"]).label), tone="second")


def _entries(kind: str) -> Options:
    return lambda desk: [(entry.id, entry.name) for entry in desk.directory.all(kind)]


SITE_FILTER = Filter("site", N_("Site"), by_field("site_id"), _entries("site"))


class PersonList(EntryList):
    """People."""

    KEY = "person"
    KIND = "person"
    RECORD = Person
    TITLE = N_("People")
    KINDS: ClassVar[frozenset[str]] = frozenset({"person", "department", "site"})
    SEARCH_HINT = N_("Search name, post, phone")
    EMPTY = (N_("No people yet"), N_("People own risks and measures, fill roles in playbooks and are telephoned."))
    COLUMNS = (
        Column("name", N_("Name"), _person, "sort_name", 150, flexible=True),
        Column("phone", N_("Phone"), _cell("phone"), "phone", 120),
        Column("department", N_("Works in"), _named("department_id"), "department_id", 110, from_width=480),
        Column("site", N_("Site"), _named("site_id"), "site_id", 100, from_width=590),
    )
    FILTERS = (
        SITE_FILTER,
        Filter("department", N_("Works in"), by_field("department_id"), _entries("department")),
    )
    GROUPS = (
        Group(N_("Person"), (
            Entry("name", N_("Name"), line(), required=True, half=True),
            Entry("post", N_("Post"), line(), half=True),
            Entry("phone", N_("Phone"), line(), half=True),
            Entry("active", N_("Works here"), lambda session: TickBinding(N_("Works here now")), half=True),
            Entry("department_id", N_("Works in"), ref("department"), half=True),
            Entry("site_id", N_("Site"), ref("site"), N_("Empty for the whole office."), half=True),
        )),
        Group(N_("In the program"), (
            Entry("duties", N_("Roles in playbooks"), tags(),
                  N_("The roles this person fills, in the words that the steps use.")),
            Entry("role", N_("Role in the program"), choice(Role)),
            Entry("notes", N_("Notes"), text()),
        )),
    )  # fmt: skip


class DepartmentList(EntryList):
    """Departments."""

    KEY = "department"
    KIND = "department"
    RECORD = Department
    TITLE = N_("Departments")
    KINDS: ClassVar[frozenset[str]] = frozenset({"department", "site"})
    SEARCH_HINT = N_("Search name")
    EMPTY = (N_("No departments yet"), N_("Departments are made responsible for risks and measures."))
    COLUMNS = (
        Column("name", N_("Name"), _cell("name"), "sort_name", 160, flexible=True),
        Column("phone", N_("Phone"), _cell("phone"), "phone", 120),
        Column("site", N_("Site"), _named("site_id"), "site_id", 110),
    )
    GROUPS = (
        Group(N_("Department"), (
            Entry("name", N_("Name"), line(), required=True),
            Entry("phone", N_("Phone"), line(), half=True),
            Entry("site_id", N_("Site"), ref("site"), N_("Empty for the whole office."), half=True),
        )),
    )  # fmt: skip


class SiteList(EntryList):
    """Sites."""

    KEY = "site"
    KIND = "site"
    RECORD = Site
    TITLE = N_("Sites")
    KINDS: ClassVar[frozenset[str]] = frozenset({"site"})
    SEARCH_HINT = N_("Search name, code, address")
    EMPTY = (N_("No sites yet"), N_("Every approved playbook is drilled at every site once a quarter."))
    COLUMNS = (
        Column("code", N_("Code"), _cell("code", "second"), "code", 64),
        Column("name", N_("Name"), _cell("name"), "sort_name", 150, flexible=True),
        Column("phone", N_("Phone"), _cell("phone"), "phone", 120),
        Column("address", N_("Address"), _cell("address", "second"), "address", 180, from_width=560),
    )
    GROUPS = (
        Group(N_("Site"), (
            Entry("name", N_("Name"), line(), required=True),
            Entry("code", N_("Code"), line("JX"),
                  N_("Two to six capital letters or digits; every number written there begins with it."), True, True),
            Entry("phone", N_("Phone of the duty room"), line(), half=True),
            Entry("address", N_("Address"), line()),
            Entry("buildings", N_("Buildings"), lines()),
            Entry("zone", N_("Time zone"), line()),
        )),
    )  # fmt: skip


class BodyList(EntryList):
    """Outside bodies."""

    KEY = "body"
    KIND = "body"
    RECORD = Body
    TITLE = N_("Outside bodies")
    KINDS: ClassVar[frozenset[str]] = frozenset({"body", "site"})
    SEARCH_HINT = N_("Search name, phone, contact")
    EMPTY = (N_("No outside bodies yet"), N_("Who is called or told: 119, lift maintenance, street office, insurer."))
    COLUMNS = (
        Column("name", N_("Name"), _cell("name"), "sort_name", 150, flexible=True),
        Column("phone", N_("Phone"), _cell("phone"), "phone", 120),
        Column("kind", N_("Kind"), _body_kind, "body_kind", 110),
        Column("contact", N_("Contact"), _cell("contact", "second"), "contact", 100, from_width=560),
    )
    FILTERS = (SITE_FILTER,)
    GROUPS = (
        Group(N_("Outside body"), (
            Entry("name", N_("Name"), line(), required=True),
            Entry("body_kind", N_("Kind"), choice(BodyKind), half=True),
            Entry("phone", N_("Phone"), line(), half=True),
            Entry("contact", N_("Contact"), line(N_("Whom to ask for")), half=True),
            Entry("site_id", N_("Site"), ref("site"), N_("Empty for the whole office."), half=True),
            Entry("duties", N_("Roles in playbooks"), tags()),
            Entry("notes", N_("Notes"), text()),
        )),
    )  # fmt: skip
