"""What is half typed into a meeting, kept until it is saved: field by field, through a crash."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from riskdesk.gui.keeping import Keeping
from riskdesk.gui.session import Session
from riskdesk.store.codec import json_value

KIND = "review"


class Drafts(QObject):
    """The drafts of one meeting by field; `typed` and `saved` keep the file in step."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._id = ""
        self._fields: dict[str, Any] = {}
        self._over: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}
        self.keeping = Keeping(session, self._keep, self)

    def open(self, review_id: str) -> dict[str, Any]:
        """Turn to another meeting; returns what was left there half typed."""
        self.flush()
        desk = self._session.desk
        self._id = review_id
        self._kept = desk.store.draft(desk.person, KIND, review_id) or {}
        self._fields = dict(self._kept)
        self._over = desk.store.draft_base(desk.person, KIND, review_id)
        return dict(self._kept)

    def get(self, field: str) -> Any:
        """What is half typed into a field, None for nothing."""
        return self._fields.get(field)

    def over(self, field: str, now: Any) -> Any:
        """What a field held when typing began, as a JSON value; `now` where nothing is typed or that is not known."""
        return self._over.get(field, now)

    def typed(self, field: str, raw: Any, over: Any) -> None:
        """Something was typed over the value `over`; it is on disk a moment later."""
        self._fields[field], self._over[field] = raw, json_value(over)
        self.keeping.soon()

    def saved(self, field: str) -> None:
        """A field is saved, or what was typed was given up."""
        if field in self._fields:
            del self._fields[field]
            self._over.pop(field, None)
            self.flush()

    def drop_all(self) -> None:
        """Give up everything that is half typed."""
        self._fields.clear()
        self._over.clear()
        self.flush()

    @Slot()
    def flush(self) -> None:
        """Bring the file in step now."""
        self.keeping.now()

    def _keep(self) -> bool:
        if self._id and self._fields != self._kept:
            desk = self._session.desk
            if self._fields:
                desk.store.keep_draft(desk.person, KIND, self._id, desk.clock(), self._fields, self._over)
            else:
                desk.store.drop_draft(desk.person, KIND, self._id)
            self._kept = dict(self._fields)
        return bool(self._fields)
