"""What a list offers beside its records: to be taken out, to take in one of others, a copy of one, a first step."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot

from riskdesk import formats
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.letting_out import is_masked
from riskdesk.gui.field_names import field_name
from riskdesk.gui.models.records import RecordModel
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.exporting import Exporting, Listing
from riskdesk.gui.pages.filters import FilterBar
from riskdesk.gui.pages.imported import IMPORTABLE
from riskdesk.gui.pages.page import Page
from riskdesk.gui.sample import load_starter
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr


class OutAndIn(Page):
    """The base of pages with a list of one kind of record."""

    KIND: ClassVar[str]
    STARTER: ClassVar[bool] = False
    """Whether the starter content holds some."""
    model: RecordModel
    table: RecordTable
    bar: FilterBar
    detail: DetailPane

    def add_lists(self) -> None:
        """What every list offers: to be taken out as it is shown, and to take in one of others."""
        self.exporting = Exporting(self.session, self)
        self.list_actions = [self.command("list.export", tr("Export list…"), self.export_list, icon="download")]
        if self.KIND in IMPORTABLE:
            # The palette has it from the window, on every page.
            take = self.command("list.import", tr("Import list…"), self.import_list, icon="upload", palette=False)
            self.list_actions.insert(0, take)
        if is_masked(self.KIND):
            text = tr("Export list, personal data as written…")
            self.list_actions.append(self.command("list.export_as_written", text, self.export_as_written, icon="eye"))
        for action in (*self.list_actions, None):
            self.head.add_overflow(action)
        if KINDS[self.KIND].LEFT_BEHIND is not None:
            self.list_actions.append(self.command("list.duplicate", tr("Duplicate…"), self.duplicate, icon="copy"))
            self.head.add_overflow(self.list_actions[-1])

    @Slot()
    def export_list(self) -> None:
        """Write the list as it is shown to a file, personal data masked."""
        self.exporting.ask(self._as_shown())

    @Slot()
    def export_as_written(self) -> None:
        """The same with personal data as written: asks why."""
        self.show_table()
        self.exporting.ask_as_written(self._as_shown())

    def _as_shown(self) -> Listing:
        columns = [self.model.columns[section] for section in self.table.shown_columns()]
        return Listing(tr(self.TITLE), self.KIND, self.model.query, columns, self.model.grouping)

    @Slot()
    def import_list(self) -> None:
        """Bring a list of others in."""
        self.session.import_wanted.emit(self.KIND, "")

    @Slot()
    def duplicate(self) -> None:
        """Begin a new record like the open one, and say what does not come along."""
        if (record := self.detail.record) is None:
            return
        self.edit_new(**record.copied(self.desk.today))
        if self.detail.editor is not None and self.detail.is_editing:
            left = formats.listed(field_name(self.KIND, name) for name in record.left_behind())
            what = record.number or record.name_text
            self.detail.editor.say_first(
                tr("A copy of {what}, made when you save. What stays behind: {fields}.", what=what, fields=left) if left
                else tr("A copy of {what}, made when you save. Everything comes along.", what=what)
            )  # fmt: skip

    def edit_new(self, **given: Any) -> None:
        """Open the editor for a new record, some fields filled in."""

    def imports_kind(self) -> str:
        return self.KIND if self.KIND in IMPORTABLE else ""

    def show_table(self) -> None:
        """Bring the list into sight, on a page that shows something else in its place as well."""

    # an empty list

    @property
    def _starts(self) -> bool:
        """Whether the starter content is the way to begin: what an office deleted of it, it does not bring back."""
        return self.STARTER and self.desk.starter.is_empty

    def other_step(self) -> str:
        """How an empty list may be filled otherwise than one by one; empty for nothing."""
        if self._starts:
            return tr("Load the starter content")
        return tr("Import list…") if self.KIND in IMPORTABLE else ""

    @Slot()
    def other_step_taken(self) -> None:
        """Go that way; where a search or filters made it empty, drop them."""
        if self.bar.sight.text or self.bar.sight.filters:
            self.bar.clear()
        elif self._starts:
            load_starter(self.session)
        else:
            self.import_list()
