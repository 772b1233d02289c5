"""The draft of an editor: what is typed, on disk a moment after each key, and what it is typed over."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from riskdesk.domain.errors import Invalid, RiskdeskError
from riskdesk.domain.record import Record
from riskdesk.gui.keeping import Keeping, NotKept
from riskdesk.i18n import tr
from riskdesk.store.codec import json_value

if TYPE_CHECKING:
    from riskdesk.gui.editor import RecordEditor


class EditorDraft(QObject):
    """Keeps and reads the draft of the record that `editor` holds. `banner` tells why it is not kept yet."""

    def __init__(self, editor: RecordEditor, kind: str) -> None:
        super().__init__(editor)
        self._editor, self._kind, self._session = editor, kind, editor.session
        self._id, self._is_there = "", False
        self._keeping = Keeping(self._session, self._keep, self)
        self.banner = NotKept(self._keeping)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not on disk yet."""
        return self._keeping.is_waiting

    def turn_to(self, record: Record | None) -> None:
        """The editor opens another record, None for a new one."""
        self._keeping.stop()
        self._id = record.id if record is not None else self._session.new_drafts.take(self._kind)
        self._is_there = bool(self.typed())

    def keep_soon(self) -> None:
        """Something was typed."""
        self._keeping.soon()

    @Slot()
    def keep_now(self) -> bool:
        """Bring the draft in step with what is typed; returns whether that was possible."""
        return self._keeping.now()

    def _keep(self) -> bool:
        typed = self._editor.changed_raw()
        if typed:
            self._write(self._id, self._editor.base, typed)
            self._is_there = True
        elif self._is_there:
            self._session.desk.store.drop_draft(self._session.desk.person, self._kind, self._id)
            self._is_there = False
        return bool(typed)

    def offer_back(self, base: Record | None, typed: dict[str, Any]) -> None:
        """Offer what was typed over `base`, None for a new record, and given up."""
        words = tr("Your changes were not saved."), tr("Bring back")
        self._session.noticed.emit(*words, lambda: self._bring_back(base, typed))

    def _bring_back(self, base: Record | None, typed: dict[str, Any]) -> None:
        try:
            self._write(base.id if base is not None else self._session.new_drafts.take(self._kind), base, typed)
        except RiskdeskError as error:
            self._session.tell(error)
            self.offer_back(base, typed)
        else:
            self._editor.open_again(base)

    def _write(self, id: str, base: Record | None, typed: dict[str, Any]) -> None:
        held = self._editor.values_of(base) if base is not None else {}
        over = {name: json_value(held[name]) for name in typed if name in held}
        desk = self._session.desk
        if base is None:
            self._session.new_drafts.hold()
        desk.store.keep_draft(desk.person, self._kind, id, desk.clock(), typed, over)

    def drop(self) -> None:
        """Forget the draft: what was typed is given up. One that cannot be dropped is offered once more."""
        self._keeping.stop()
        with suppress(RiskdeskError):
            self._session.desk.store.drop_draft(self._session.desk.person, self._kind, self._id)

    def typed(self) -> dict[str, Any]:
        """What was left half typed, field by field."""
        desk = self._session.desk
        return desk.store.draft(desk.person, self._kind, self._id) or {}

    def begun_on(self, record: Record) -> Record:
        """The record with what its draft was typed over, so that saving it tells of what others saved since."""
        desk = self._session.desk
        over = desk.store.draft_base(desk.person, self._kind, record.id)
        try:
            begun = self._editor.held(record, {n: value for n, value in over.items() if n in self._editor.bindings})
        except Invalid:  # the draft is older than what a field takes today
            return record
        return record if begun == record else begun
