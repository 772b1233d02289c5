"""Editing a list in its own cells: one cell, one undoable save, and on to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from riskdesk.desk import Done
from riskdesk.domain.errors import Conflict, Invalid, RiskdeskError
from riskdesk.domain.record import Record
from riskdesk.gui.keeping import Keeping
from riskdesk.gui.models.fields import CellField, Names
from riskdesk.gui.models.records import RecordModel
from riskdesk.gui.reasons import reasons, sentence
from riskdesk.gui.session import Session
from riskdesk.gui.values import told
from riskdesk.gui.widgets.cell_input import CellInput
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr
from riskdesk.store.codec import json_value


class CellEdits(QObject):
    """Opens, saves and moves the editor over a table. `fields` are by the key of their column."""

    ended = Signal()
    """No cell is being edited any more."""

    def __init__(
        self, session: Session, table: RecordTable, model: RecordModel, fields: Mapping[str, CellField],
        save: Callable[..., Done[Any]],
    ) -> None:  # fmt: skip
        super().__init__(table)
        self.session, self.desk, self.table, self.model = session, session.desk, table, model
        self.fields, self._save = dict(fields), save
        self._base: Record | None = None
        self._field: CellField | None = None
        self._place = QPersistentModelIndex()
        self._shown: Any = None
        self.is_saving = False
        self.input = CellInput(table)
        self.input.done.connect(self._done)
        self.input.given_up.connect(self.give_up)
        self._keeping = Keeping(session, self._keep, self)
        self._keeping.told.connect(self.input.say)
        table.edits_cells = True
        table.edit_wanted.connect(self.start)
        table.cell_left.connect(self._leave_cell)
        table.column_gone.connect(self.leave)
        table.typing.begin = self._begin_typing
        table.typing.give_up = self._give_up_typing
        table.typing.among_rows = self._say_how

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self._base is not None

    def field_of(self, column: int) -> CellField | None:
        """How a column is edited, None where it is not."""
        return self.fields.get(self.model.columns[column].key)

    @Slot(QModelIndex)
    def start(self, index: QModelIndex, first: bool = True, focus: bool = True) -> None:
        """Open the editor over a cell; one that cannot be edited says so. `first` opens the list of a chooser.

        Without `focus` the table keeps the keyboard.
        """
        if self.is_open and not self.commit():
            return
        field, id = self.field_of(index.column()), self.model.id_at(index.row())
        if field is None or not id:
            self._refuse(index)
            return
        base = self.desk.get(self.model.kind, id)
        self._open(index, field, base, first, focus)

    def _begin_typing(self, focus: bool) -> QLineEdit | None:
        """What is typed over the current cell takes the place of what stands there."""
        self.start(self.table.currentIndex(), first=False, focus=focus)
        return self.input.line if self.is_open else None

    def _say_how(self) -> None:
        """Among rows nothing is typed by accident, but whoever means a cell is told how to begin."""
        if self.field_of(self.table.currentIndex().column()) is not None:
            self.session.refused.emit(tr("F4 or a double click edits this cell."), "", None)

    def _give_up_typing(self) -> None:
        self.give_up()
        self.table.block.start(self.table.currentIndex())

    def _open(self, index: QModelIndex, field: CellField, base: Record, first: bool, focus: bool) -> None:
        value = getattr(base, field.name)
        self._base, self._field, self._shown = base, field, value
        self._place = QPersistentModelIndex(index)
        self.table.block.stop()
        self.table.go_to_row(index.row(), index.column())
        line = field.line(self.session, value)
        line.setAccessibleName(tr("{field} of {title}", field=tr(field.label), title=base.name_text))
        self.input.open(self._place, line, field.least, focus)
        self._put_back(line)
        line.textEdited.connect(self._typed)
        if first and hasattr(line, "open_all"):
            line.open_all()

    def _refuse(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.id_at(index.row()):
            column = self.model.columns[index.column()]
            sentence = tr(column.fixed) if column.fixed else tr("This column cannot be changed here.")
            self.session.refused.emit(sentence, "", None)

    # drafts

    def _put_back(self, line: QLineEdit) -> None:
        """What was typed here and never saved, as after a power cut."""
        assert self._field is not None
        assert self._base is not None
        store, key, name = self.desk.store, (self.desk.person, self.model.kind, self._base.id), self._field.name
        typed = (store.draft(*key) or {}).get(name)
        if self._field.keeps_draft and isinstance(typed, str) and typed != line.text():
            # What others wrote here since it was typed is to be told, not written over.
            over = {field: value for field, value in store.draft_base(*key).items() if field == name}
            with suppress(Invalid):
                self._base = self._base.held(**over)
            line.setText(typed)
            self.input.say(tr("This is what you had typed here before; it is not saved yet."))

    @Slot()
    def _typed(self) -> None:
        if self._field is not None and self._field.keeps_draft:
            self._keeping.soon()

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is half typed with the other half-typed fields of the record."""
        self._keeping.now()

    def _keep(self) -> bool:
        if self._field is None or not self._field.keeps_draft or self.input.line is None or self._base is None:
            return False
        self._draft(self.input.line.text() if self.input.line.isModified() else None)
        return self.input.line.isModified()

    def _draft(self, typed: str | None) -> None:
        assert self._field is not None
        assert self._base is not None
        store, person, kind, id = self.desk.store, self.desk.person, self.model.kind, self._base.id
        draft, over = store.draft(person, kind, id) or {}, store.draft_base(person, kind, id)
        kept = {name: raw for name, raw in draft.items() if name != self._field.name}
        if typed is not None:
            kept[self._field.name] = typed
            over[self._field.name] = json_value(getattr(self._base, self._field.name))
        if kept:
            base = {name: value for name, value in over.items() if name in kept}
            store.keep_draft(person, kind, id, self.desk.clock(), kept, base)
        elif draft:
            store.drop_draft(person, kind, id)

    # saving

    @Slot(int, int)
    def _done(self, down: int, right: int) -> None:
        if not self.is_open:
            return
        before = QPersistentModelIndex(self._place)
        if self.commit() and (down or right):
            self._go_on(before, down, right)

    def commit(self) -> bool:
        """Save what stands in the editor and close it; False when it cannot be saved and the editor stays."""
        # Half-typed pinyin is no part of a line's text yet.
        QGuiApplication.inputMethod().commit()
        line, field, base = self.input.line, self._field, self._base
        if line is None or field is None or base is None:
            return True
        try:
            value = field.read(line, Names(self.desk))
            if value == getattr(base, field.name):
                self._close()
                return True
            record = base.changed(**{field.name: value})
        except RiskdeskError as error:
            self.input.say(reasons(error))
            return False
        self.is_saving = True
        self._refused = False
        try:
            self.session.do(self._save, record, base, failed=self._fail)
        finally:
            self.is_saving = False
        if self._refused:
            return False
        self._close()
        return True

    def _fail(self, error: Exception) -> None:
        self._refused = True
        assert self._field is not None
        assert self._base is not None
        if isinstance(error, Conflict) and self._field.name in error.fields:
            theirs = error.fields[self._field.name][1]
            self.input.say(tr(
                "{who} meanwhile wrote “{value}” here. Enter puts yours in its place, Esc leaves theirs.",
                who=error.by, value=told(self.desk, theirs, self.model.kind, self._field.name),
            ))  # fmt: skip
            self._base = self.desk.get(self.model.kind, self._base.id)
        else:
            self.input.say(sentence(error))

    @Slot()
    def give_up(self) -> None:
        """Esc: the cell stays as it was."""
        if self.is_open:
            self._close()

    @Slot()
    def leave(self) -> None:
        """The page, or the column, goes out of sight: save, or keep what cannot be saved as a draft of the record."""
        if self.is_open and not self.commit():
            self.keep_draft()
            self._base = None
            self.input.close_input()
            self.session.noticed.emit(tr("What you typed is kept as a draft of this record."), "", None)
            self.ended.emit()

    def _close(self) -> None:
        if self._field is not None and self._field.keeps_draft:
            # One that cannot be dropped is offered once more.
            with suppress(RiskdeskError):
                self._draft(None)
        self._keeping.stop()
        self._base = self._field = None
        self.input.close_input()
        self.ended.emit()

    # on to the next cell

    @Slot(int, int)
    def _leave_cell(self, down: int, right: int) -> None:
        self._go_on(QPersistentModelIndex(self.table.currentIndex()), down, right)

    def _go_on(self, before: QPersistentModelIndex, down: int, right: int) -> None:
        """On to the next cell without opening it: typing or F2 does. At the end of the list it stays."""
        if not before.isValid():
            return
        row, column = self._next(before.row(), before.column(), down, right)
        self.table.setFocus()
        self.table.block.start(before if row is None else self.model.index(row, column))

    def _next(self, row: int, column: int, down: int, right: int) -> tuple[int | None, int]:
        """The next cell below, or to the right the next that can be edited; there it goes on in the next row."""
        if right:
            shown = self.table.shown_columns()
            ahead = shown[shown.index(column) + 1 :] if right > 0 else shown[: shown.index(column)][::-1]
            able = [c for c in (shown if right > 0 else shown[::-1]) if self.field_of(c) is not None]
            following = next((c for c in ahead if c in able), None)
            if following is not None:
                return row, following
            if not able:
                return None, column
            column, down = able[0], right
        row += down
        while 0 <= row < self.model.rowCount():
            if self.model.head_at(row) is None:
                return row, column
            row += down
        return None, column
