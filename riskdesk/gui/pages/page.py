"""What every page is to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.desk.verb import Changed, Verb
from riskdesk.gui.pages.offers import OFFERS
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.head import PAGE_MARGIN, HeadBar
from riskdesk.i18n import tr
from riskdesk.store import Query

PAGE_OF_KIND = {
    "risk": "risk", "case": "case", "playbook": "playbook", "drill": "drill", "incident": "incident",
    "log_entry": "incident", "action": "action", "person": "settings", "site": "settings",
    "department": "settings", "body": "settings", "policy": "settings", "contract": "contract",
    "regulation": "regulation", "complaint": "complaint", "review": "review",
}  # fmt: skip
"""Kind of record to the key of the page that shows it."""


class Page(QWidget):
    """A page of the window: a head, and below it what the subclass puts into `body`.

    `KINDS` are the kinds of record it shows; `refresh` is called when one of them changed and the page is in sight,
    or when it comes into sight after such a change.
    """

    KEY: ClassVar[str]
    ICON: ClassVar[str]
    TITLE: ClassVar[str]
    KINDS: ClassVar[frozenset[str]] = frozenset()
    UNDER: str = ""
    """Key of the page that this one belongs to: it is reached from there and has no place on the rail of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.desk = session, session.desk
        self.commands: dict[str, QAction] = {}
        px = theme().px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(PAGE_MARGIN), px(16), px(PAGE_MARGIN), px(14))
        self.body.setSpacing(px(10))
        self.head = HeadBar(tr(self.TITLE))
        self.body.addWidget(self.head)
        self._stale = True
        session.changed.connect(self._changed)

    def command(
        self, key: str, text: str, slot: Callable[..., Any], shortcut: str = "", icon: str = "", *,
        palette: bool = True,
    ) -> QAction:  # fmt: skip
        """An action of this page that stands in the palette too; `key` is the verb's name where it runs one."""
        action = QAction(text, self)
        action.setObjectName(key)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.setProperty("icon", icon)
        action.triggered.connect(slot)
        self.addAction(action)
        if palette:
            self.commands[key] = action
        return action

    def offered(self, key: str, slot: Callable[..., Any], shortcut: str = "") -> QAction:
        """The command of this page that `OFFERS` has under this key: Ctrl+K begins it from any other page too.

        `shortcut` is one that works on this page alone.
        """
        offer = OFFERS[key]
        return self.command(key, offer.words, slot, shortcut or offer.shortcut, offer.icon)

    def _changed(self, changed: Changed) -> None:
        if not self.KINDS.isdisjoint(changed):
            if self.isVisible():
                self.refresh(changed)
            else:
                self._stale = True

    def enter(self) -> None:
        """The page comes into sight."""
        if self._stale:
            self._stale = False
            self.refresh({})

    # for subclasses

    def refresh(self, changed: Changed) -> None:
        """Look again at what is shown. `changed` is empty at first."""

    def open_record(self, kind: str, id: str) -> None:
        """Show one record."""

    def open_editor(self, kind: str, id: str, given: dict[str, Any]) -> None:
        """Edit a record, from the field on that `given` names first, or a new one (id '') with some values given."""

    def to_list(self) -> None:
        """The page was chosen while it is in sight: what is read over its list makes room for it."""

    def show_list(self, filters: dict[str, Any]) -> None:
        """Show the list that a number elsewhere counts."""

    def preview(self, form_key: str, ids: tuple[str, ...], query: Query, heading: str) -> None:
        """Show a form of these records, or of the list that a query finds: the print centre does."""

    def focus_search(self) -> None:
        """Ctrl+F."""

    def imports_kind(self) -> str:
        """The kind of record that a list dropped here is of; '' leaves it to the list."""
        return ""

    def begin(self, kind: str, path: str) -> None:
        """Bring a list in: the import page does."""

    def may_leave(self) -> bool:
        """Before the page goes out of sight or the program closes: False keeps it because of what was typed."""
        return True

    def count(self) -> tuple[int, bool] | None:
        """The number on the rail and whether it needs someone; None for no number."""
        return None

    def has_in_sight(self, kind: str, id: str) -> bool:
        """Whether a change of this record is seen here: Ctrl+Z takes it back at once, any other it asks about."""
        return PAGE_OF_KIND.get(kind) == self.KEY

    def takes_back(self, how: Verb) -> bool:
        """Ctrl+Z (UNDO) or Ctrl+Shift+Z (REDO), where the page has its own way. Returns False where it has none."""
        return False

    def back(self) -> bool:
        """Esc: leave what is open. Returns False when there was nothing to leave."""
        return False
