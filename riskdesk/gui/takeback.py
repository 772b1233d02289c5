"""Ctrl+Z and Ctrl+Shift+Z: what lies on the page in sight turns at once, anything else is named and asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from riskdesk.desk.undo import REDO, UNDO
from riskdesk.desk.verb import Verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.gui.session import Session
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.gui.window import MainWindow


class TakeBack(QObject):
    """The one place that decides what Ctrl+Z does.

    A page may have a way of its own (`Page.takes_back`). Elsewhere the last change turns at once where its record is
    one that the page shows (`Page.has_in_sight`); where it is not, a notice says what it is and has the button.
    """

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        self._turn(UNDO)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        self._turn(REDO)

    def _turn(self, how: Verb) -> None:
        session, page = self._session, self._window.current
        if page is not None and page.takes_back(how):
            return
        stack = session.desk.undo_stack
        waiting = stack.waiting(how)
        if waiting is None or stack.turning is not None:
            session.turn(how)  # says so
            return
        batch, verb = waiting
        kind, id = stack.subject(batch)
        if page is None or page.has_in_sight(kind, id):
            session.turn(how)
            return
        what = " · ".join(filter(None, (tr(verb.label), self._words(kind, id))))
        text = tr("Not on this page: {what}", what=what)
        session.refused.emit(text, tr(how.label), partial(session.turn, how, batch))

    def _words(self, kind: str, id: str) -> str:
        """`HQ-D-2026-0010 电梯困人`; '' for what has no name."""
        if kind not in KINDS:
            return ""
        try:
            record = self._session.desk.get(kind, id)
        except NotFound:
            return ""
        name = "" if record.name_text == id else record.name_text
        return " ".join(filter(None, (record.number, name)))
