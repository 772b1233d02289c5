"""The editor of a record: fields with their errors, drafts that survive a crash, and both sides of a conflict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk.desk import Done
from riskdesk.desk.verb import verb_of
from riskdesk.domain.errors import Conflict, FieldError, InTrash, Invalid
from riskdesk.domain.letting_out import is_masked
from riskdesk.domain.record import Record
from riskdesk.gui.attachments import AttachmentBox
from riskdesk.gui.bindings import Binding
from riskdesk.gui.conflict import ConflictBox
from riskdesk.gui.editor_draft import EditorDraft
from riskdesk.gui.editor_head import EditorHead
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.privacy_hints import PrivacyHints
from riskdesk.gui.reasons import sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.filedrop import FilePlace
from riskdesk.gui.widgets.label import SectionTitle
from riskdesk.i18n import tr


class RecordEditor(FilePlace, QWidget):
    """Edits one kind of record. `add` and `save` are the verbs of the desk."""

    saved = Signal(object)
    """The record as stored."""
    left = Signal()
    """The person goes back without saving."""

    def __init__(
        self, session: Session, cls: type[Record], groups: Sequence[Group],
        add: Callable[..., Done[Any]], save: Callable[..., Done[Any]],
    ) -> None:  # fmt: skip
        super().__init__()
        self.session, self.desk, self._cls = session, session.desk, cls
        self._add, self._save = add, save
        self._read: Record | None = None
        """The record as it stood in the file; `base` may be older where a draft was begun on an older one."""
        self.base: Record | None = None
        self._values: dict[str, Any] = {}
        self._start: dict[str, Any] = {}
        self._given: dict[str, Any] = {}
        self._in_trash = False
        self.bindings: dict[str, Binding] = {}
        self.fields: dict[str, Field] = {}
        self._only_new: dict[str, QWidget] = {}
        self.draft = EditorDraft(self, cls.KIND)
        self._build(groups)
        self.setAcceptDrops(True)
        self.hints = PrivacyHints(self.bindings, self.fields, self.masks, self)

    # building

    def _build(self, groups: Sequence[Group]) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = EditorHead()
        self.title, self.ok = self.head.title, self.head.ok
        self.head.given_up.connect(self.give_up)
        self.head.agreed.connect(self.save)
        for shortcut in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(shortcut), self, self.save)
        column.addWidget(self.head)
        column.addWidget(self.draft.banner)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        self._form = QVBoxLayout(inner)
        self._form.setContentsMargins(px(18), px(4), px(18), px(18))
        self._form.setSpacing(px(12))
        self.banner = Banner()
        self.banner.hide()
        self.banner.acted.connect(self._banner_acted)
        self._form.addWidget(self.banner)
        self.conflict = ConflictBox()
        self.conflict.hide()
        self.conflict.chosen.connect(self._conflict_chosen)
        self._form.addWidget(self.conflict)
        for group in groups:
            self._form.addWidget(self._section(group))
        self._form.addStretch(1)
        self._scroll.setWidget(inner)
        column.addWidget(self._scroll, 1)

    def _section(self, group: Group) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._form.spacing())
        column.addWidget(SectionTitle(tr(group.title)))
        column.addLayout(self._grid(group.entries))
        if group.only_new:
            self._only_new |= {entry.name: section for entry in group.entries}
        return section

    def _grid(self, entries: Sequence[Entry]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for entry in entries:
            field = self._field(entry)
            if entry.half:
                # What is said under one of two does not push the other down.
                grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
                row, column = (row, 1) if column == 0 else (row + 1, 0)
            else:
                row += column
                grid.addWidget(field, row, 0, 1, 2)
                row, column = row + 1, 0
        return grid

    def _field(self, entry: Entry) -> Field:
        binding = entry.make(self.session)
        field = Field(tr(entry.label), binding.widget, entry.required, tr(entry.help) if entry.help else "")
        binding.setParent(field)
        binding.changed.connect(self._edited)
        self.bindings[entry.name], self.fields[entry.name] = binding, field
        return field

    # opening

    def open(self, record: Record) -> None:
        """Edit a record; a draft left from before is put back in."""
        self._read, self._given = record, {}
        self.draft.turn_to(record)
        self.base = self.draft.begun_on(record)
        self.title.setText(record.number or record.name_text)
        self._fill(self.values_of(self.base))

    def values_of(self, record: Record) -> dict[str, Any]:
        """What a record holds in each field of the form."""
        return {name: getattr(record, name) for name in self.bindings}

    def held(self, record: Record, values: dict[str, Any]) -> Record:
        """The record as it was when fields of the form held these values. Raises `Invalid`."""
        return record.held(**values)

    def open_new(self, **given: Any) -> None:
        """Edit a new record with some fields given."""
        self._read, self.base, self._given = None, None, given
        self.draft.turn_to(None)
        defaults = {
            name: info.get_default(call_default_factory=True)
            for name, info in self._cls.model_fields.items()
            if not info.is_required()
        }
        self.title.setText(tr(verb_of(self._add).label))
        self._fill({name: (defaults | self.defaults() | given).get(name) for name in self._used()})

    def say_first(self, text: str) -> None:
        """Say what one should know before typing, unless something was typed here already."""
        if self.banner.isHidden():
            self.banner.say(text)

    def defaults(self) -> dict[str, Any]:
        """Values that a new record starts with; subclasses add what is likely."""
        return {}

    def _used(self) -> dict[str, Binding]:
        """The fields that this record is edited by."""
        if self.base is None:
            return self.bindings
        return {name: binding for name, binding in self.bindings.items() if name not in self._only_new}

    def masks(self) -> bool:
        """Whether personal data in what is edited here are masked when it leaves the program."""
        return is_masked(self._cls.KIND)

    def _fill(self, values: dict[str, Any]) -> None:
        self.conflict.hide()
        self.banner.hide()
        self._in_trash = False
        for section in self._only_new.values():
            section.setVisible(self.base is None)
        self._values = values
        self._show(values)
        self._clear_errors()
        if typed := self.draft.typed():
            self._put_back(typed)
        self._tell_state()
        self.hints.look()
        self._scroll.verticalScrollBar().setValue(0)
        next(iter(self.bindings.values())).widget.setFocus()

    def _show(self, values: dict[str, Any]) -> None:
        for name, binding in self._used().items():
            binding.set_value(values.get(name))
        self._start = self._raw()

    def _put_back(self, typed: dict[str, Any]) -> None:
        used = self._used()
        for name, raw in typed.items():
            if name in used:
                used[name].set_raw(raw)
        self.banner.say(tr("What you had typed here before is back. It is not saved yet."), "info", tr("Throw it away"))
        self.banner.show()

    # files

    def file_box(self) -> AttachmentBox | None:
        """Files may be dropped anywhere on a form with attachments."""
        boxes = (binding.widget for binding in self.bindings.values())
        return next((box for box in boxes if isinstance(box, AttachmentBox)), None)

    def files_dropped(self, count: int) -> None:
        """The box may be out of sight below."""
        sentence = tr("{n} files are attached when you save.", n=count)
        self.session.noticed.emit(sentence, tr("Show"), self._show_files)

    @Slot()
    def _show_files(self) -> None:
        if (box := self.file_box()) is not None:
            self._scroll.ensureWidgetVisible(box)

    # typing

    def _raw(self) -> dict[str, Any]:
        return {name: binding.raw() for name, binding in self._used().items()}

    def changed_raw(self) -> dict[str, Any]:
        """What was typed and is not saved, field by field."""
        return {name: raw for name, raw in self._raw().items() if raw != self._start.get(name)}

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return any(binding.raw() != self._start.get(name) for name, binding in self._used().items())

    @Slot()
    def _edited(self) -> None:
        name = next((n for n, b in self.bindings.items() if b is self.sender()), None)
        if name is not None:
            self.fields[name].set_error("")
        self._tell_state()
        self.draft.keep_soon()

    def _tell_state(self) -> None:
        self.head.show_state(self.base is None, self.is_dirty)

    def _drop_restored(self) -> None:
        """Back to what stands in the file."""
        self.draft.drop()
        self.base = self._read
        self._show(self._values if self.base is None else self.values_of(self.base))
        self._tell_state()
        self.banner.hide()
        self.conflict.hide()

    # saving

    @Slot()
    def save(self) -> None:
        """Check everything and save; errors stand at their fields and nothing typed is lost."""
        # Half-typed pinyin is no part of a field's text yet.
        QGuiApplication.inputMethod().commit()
        self._clear_errors()
        used = self._used()
        wrong = [FieldError(name, b.problem()) for name, b in used.items() if b.problem()]
        record: Record | None = None
        try:
            record = self.build({name: binding.value() for name, binding in used.items()})
        except Invalid as error:
            unclear = {item.field for item in wrong}
            wrong += [item for item in error.errors if item.field.split(".")[0] not in unclear]
        if wrong or record is None:
            self._show_errors(sorted(wrong, key=self._place_of))
            return
        if self.base is None:
            self.session.do(self._add, record, then=self._stored, failed=self._refused)
        else:
            self.session.do(self._save, record, self.base, then=self._stored, failed=self._refused)

    def build(self, values: dict[str, Any]) -> Record:
        """The record from the values of the fields. Raises `Invalid`."""
        if self.base is None:
            return self._cls.of(**(self.defaults() | self._given | values))
        return self.base.changed(**values)

    def _stored(self, record: Record) -> None:
        self._read = self.base = record
        self._start = self._raw()
        self.draft.keep_now()
        self._tell_state()
        self.banner.hide()
        self.saved.emit(record)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            labels = {name: field.label for name, field in self.fields.items()}
            self.conflict.show_conflict(error, labels, self.session.desk)
            self._scroll.verticalScrollBar().setValue(0)
        elif isinstance(error, Invalid):
            self._show_errors(error.errors)
        else:
            self._in_trash = isinstance(error, InTrash)
            way_out = tr("Take it out of the trash and save") if self._in_trash else ""
            self.banner.say(sentence(error), "error", way_out)
            self.banner.show()

    @Slot()
    def _banner_acted(self) -> None:
        if not self._in_trash:
            self._drop_restored()
        elif self.base is not None:
            self.banner.hide()
            restore, id = self.desk.trash.restore, self.base.id
            self.session.do(restore, self._cls.KIND, id, then=lambda _: self.save(), failed=self._refused)

    @Slot(dict, dict)
    def _conflict_chosen(self, theirs: dict[str, Any], taken: dict[str, Any]) -> None:
        """`theirs` is what stands in the file now; `taken` the part of it that the person accepts."""
        assert self.base is not None
        self.base = self.base.held(**theirs)
        for name, value in self.values_of(self.base).items():
            if name.partition(".")[0] in taken:
                self.bindings[name].set_value(value)
        self.conflict.hide()
        self.save()

    def _place_of(self, error: FieldError) -> int:
        """Where in the form an error stands, so that the uppermost is gone to."""
        names, wanted = list(self.fields), (error.field, error.field.split(".")[0])
        return next((names.index(name) for name in wanted if name in names), len(names))

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.set_error("")

    def _show_errors(self, errors: Sequence[FieldError]) -> None:
        first: Field | None = None
        rest = []
        for error in errors:
            field = self.fields.get(error.field) or self.fields.get(error.field.split(".")[0])
            if field is None:
                rest.append(tr(error.text, **error.params))
                continue
            field.set_error(tr(error.text, **error.params))
            first = first or field
        if rest:
            self.banner.say(" ".join(rest), "error")
            self.banner.show()
        if first is not None:
            self._go_to(first)

    def begin_at(self, name: str) -> None:
        """Put the keyboard in a field."""
        self._go_to(self.fields[name])

    def _go_to(self, field: Field) -> None:
        self._scroll.ensureWidgetVisible(field)
        field.editor.setFocus()

    # leaving

    @Slot()
    def give_up(self) -> None:
        """Cancel: back to reading. What was typed can be had back."""
        typed = self.changed_raw()
        base = self.base
        self.draft.drop()
        self.left.emit()
        if typed:
            self.draft.offer_back(base, typed)

    def open_again(self, base: Record | None) -> None:
        """Show this editor with what was typed over `base`."""
        self.session.editor_wanted.emit(self._cls.KIND, base.id if base else "", {})

    def keep_and_leave(self) -> bool:
        """What was typed stays as a draft and comes back with this record; False where it cannot be kept now."""
        QGuiApplication.inputMethod().commit()
        if self.draft.is_waiting and not self.draft.keep_now() and self.is_dirty:
            return False
        if self.is_dirty:
            self.session.noticed.emit(tr("What you typed is kept as a draft of this record."), "", None)
        return True

    def hideEvent(self, event: QEvent) -> None:
        if self.draft.is_waiting:
            self.draft.keep_now()
        super().hideEvent(event)  # type: ignore[arg-type]
