"""The file: which sheet, how its text is written, what it lists, and where its heads stand."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.exchange.file_kinds import FileKind
from riskdesk.exchange.text_tables import ENCODINGS
from riskdesk.gui.pages.imports.draft import Draft
from riskdesk.gui.pages.imports.words import KINDS, many
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.number import NumberBox
from riskdesk.i18n import tr

_TEXTS = frozenset({FileKind.TEXT, FileKind.HTML, FileKind.XML2003})


class FilePanel(QWidget):
    """Shows a draft's file and tells it what a person chooses."""

    sheet_chosen = Signal()
    """A person said which sheet it is."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        px = theme().px
        self.earlier = Banner("", "warn", icon="history")
        self.earlier.hide()
        self.sheet, self.encoding, self.kind = Combo(), Combo(), Combo()
        for key, word in KINDS.items():
            self.kind.addItem(tr(word), key)
        self.sheet.activated.connect(self._sheet_chosen)
        self.encoding.activated.connect(self._encoding_chosen)
        self.kind.activated.connect(self._kind_chosen)
        self.first, self.last = NumberBox(1, 1), NumberBox(1, 1)
        for box in (self.first, self.last):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._heads_chosen)
        self.none = CheckBox(tr("There is no head row"))
        self.none.toggled.connect(self._none_chosen)
        self.sheet_field = Field(tr("Sheet"), self.sheet)
        self.encoding_field = Field(tr("Text encoding"), self.encoding)
        self.kind_field = Field(tr("What it lists"), self.kind)
        self.heads = QWidget()
        row = QHBoxLayout(self.heads)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self.first_field, self.last_field = Field(tr("Head row"), self.first), Field(tr("to row"), self.last)
        row.addWidget(self.first_field)
        row.addWidget(self.last_field)
        self.notes = Label("", "small", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(2), px(14), px(14))
        column.setSpacing(px(10))
        for widget in (self.earlier, self.sheet_field, self.encoding_field, self.kind_field, self.heads, self.none,
                       self.notes):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(self.sheet)

    def show_file(self) -> None:
        """Show the file that was read."""
        book, sheet = self.draft.book, self.draft.sheet
        if book is None or sheet is None:
            return
        self.sheet.clear()
        for info in book.sheets:
            note = tr("hidden") if info.hidden else tr("empty") if not info.rows else ""
            rows = tr("{n} rows", n=many(info.rows))
            self.sheet.addItem(" · ".join(filter(None, (info.name, rows if info.rows else "", note))), info.name)
        self.sheet.setCurrentIndex(self.sheet.findData(sheet.name))
        self.encoding_field.setVisible(book.kind in _TEXTS)
        self.encoding.clear()
        for name in dict.fromkeys([book.encoding, *ENCODINGS]):
            if name:
                self.encoding.addItem(name.upper(), name)
        notes = [tr(note.text, **note.params) for note in book.notes]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def show_plan(self) -> None:
        """Show what it lists, and where the heads stand."""
        heads, sheet = self.draft.heads, self.draft.sheet
        if heads is None or sheet is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(self.draft.kind))
        has = heads.first >= 0
        for box in (self.first, self.last, self.none):
            box.blockSignals(True)
        most = max(1, len(sheet.rows))
        self.first.setRange(1, most)
        self.last.setRange(1, most)
        if has:
            self.first.setValue(heads.first + 1)
            self.last.setValue(heads.last + 1)
        self.none.setChecked(not has)
        for box in (self.first, self.last, self.none):
            box.blockSignals(False)
        self.heads.setEnabled(has)
        earlier = self.draft.earlier
        if earlier is None:
            self.earlier.hide()
        else:
            day = formats.day(earlier.day)
            self.earlier.say(
                tr("This very file was imported on {day}: {n} records.", day=day, n=many(earlier.added)), "warn"
            )

    @Slot(int)
    def _sheet_chosen(self, place: int) -> None:
        self.sheet_chosen.emit()
        if self.draft.sheet is None or self.sheet.currentData() != self.draft.sheet.name:
            self.draft.choose_sheet(self.sheet.currentData())

    @Slot(int)
    def _encoding_chosen(self, place: int) -> None:
        if self.draft.book is not None and self.encoding.currentData() != self.draft.book.encoding:
            self.draft.choose_encoding(self.encoding.currentData())

    @Slot(int)
    def _kind_chosen(self, place: int) -> None:
        self.draft.choose_kind(self.kind.currentData())

    @Slot(int)
    def _heads_chosen(self, row: int) -> None:
        first, last = self.first.value() - 1, self.last.value() - 1
        if self.sender() is self.first and self.draft.heads is not None:
            last = first + max(0, self.draft.heads.last - self.draft.heads.first)
        self.draft.choose_heads(min(first, last), last if last >= first else first)

    @Slot(bool)
    def _none_chosen(self, none: bool) -> None:
        if none:
            self.draft.choose_no_heads()
        else:
            self.draft.choose_heads(self.first.value() - 1, self.last.value() - 1)
