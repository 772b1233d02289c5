"""The draft of an editor: what is typed, on disk a moment after each key, and what it is typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from riskdesk.domain.errors import Invalid
from riskdesk.domain.record import Record
from riskdesk.store.codec import json_value

if TYPE_CHECKING:
    from riskdesk.gui.editor import RecordEditor

DRAFT_MS = 400
"""Typing pauses this long before the draft is kept."""


class EditorDraft(QObject):
    """Keeps and reads the draft of the record that `editor` holds."""

    def __init__(self, editor: RecordEditor, kind: str) -> None:
        super().__init__(editor)
        self._editor, self._kind, self._session = editor, kind, editor.session
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DRAFT_MS)
        self._wait.timeout.connect(self.keep_now)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._wait.isActive()

    def keep_soon(self) -> None:
        """Something was typed."""
        self._wait.start()

    @Slot()
    def keep_now(self) -> None:
        """Bring the draft in step with what is typed."""
        self._wait.stop()
        if not self._session.is_open:  # a timer or a hiding window may come after the file was closed
            return
        if typed := self._editor.changed_raw():
            self.keep(self._editor.base, typed)
        else:
            self.drop(self._editor.base)

    def keep(self, base: Record | None, typed: dict[str, Any]) -> None:
        """Keep what is typed over `base`, None for a new record."""
        held = self._editor.values_of(base) if base is not None else {}
        over = {name: json_value(held[name]) for name in typed if name in held}
        desk, id = self._session.desk, base.id if base is not None else ""
        desk.store.keep_draft(desk.person, self._kind, id, desk.clock(), typed, over)

    def drop(self, base: Record | None) -> None:
        """Forget the draft of a record: it is saved or given up."""
        self._wait.stop()
        desk = self._session.desk
        desk.store.drop_draft(desk.person, self._kind, base.id if base is not None else "")

    def typed(self, base: Record | None) -> dict[str, Any]:
        """What was left half typed, field by field."""
        desk = self._session.desk
        return desk.store.draft(desk.person, self._kind, base.id if base is not None else "") or {}

    def begun_on(self, record: Record) -> Record:
        """The record with what its draft was typed over, so that saving it tells of what others saved since."""
        desk = self._session.desk
        over = desk.store.draft_base(desk.person, self._kind, record.id)
        try:
            begun = self._editor.held(record, {n: value for n, value in over.items() if n in self._editor.bindings})
        except Invalid:  # the draft is older than what a field takes today
            return record
        return record if begun == record else begun
