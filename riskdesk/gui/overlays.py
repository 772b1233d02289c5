"""What lies over the page for a while: notices with an offer to undo, failures, work in progress, help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from riskdesk.gui.help import HelpPanel
from riskdesk.gui.pages.page import Page
from riskdesk.gui.session import UndoOffer
from riskdesk.gui.widgets.busy import BusyStrip
from riskdesk.gui.widgets.notice import Notices
from riskdesk.gui.work import Task
from riskdesk.i18n import tr


class Overlays(QObject):
    """Belongs to the window; the session's signals end here."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.notices = Notices(window)
        self.busy = BusyStrip(window, foot=32)
        self.busy.cancelled.connect(self._cancel)
        self._task: Task | None = None
        self._help: HelpPanel | None = None

    @Slot(str, str, object)
    def show_notice(self, text: str, action: str, slot: Callable[[], None] | None) -> None:
        """For ten seconds, with an action such as Undo."""
        self.notices.post(text, action, slot, group=slot.batch if isinstance(slot, UndoOffer) else "")

    @Slot(str, str, object)
    def show_refusal(self, text: str, action: str, slot: Callable[[], None] | None) -> None:
        """What was not done, and why; said once, however often it is asked for."""
        self.notices.post(text, action, slot, group="" if action else text, icon="info")

    @Slot(str)
    def undone(self, batch: str) -> None:
        """A step was taken back: who offers that still goes."""
        self.notices.withdraw(batch)

    @Slot(str)
    def show_failure(self, text: str) -> None:
        """A sentence about what could not be done."""
        self.notices.post(text, icon="alert")

    @Slot(object)
    def work_started(self, task: Task) -> None:
        """Long work begins."""
        self._task = task
        self.busy.start(tr("{what} …", what=task.label))

    @Slot(object, int, int)
    def work_progressed(self, task: Task, done: int, total: int) -> None:
        """How far it is."""
        self.busy.progress(done, total)

    @Slot(object)
    def work_ended(self, task: Task) -> None:
        """It is over, well or not."""
        if self._task is task:
            self._task = None
            self.busy.finish()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def show_help(self, page: Page | None) -> None:
        """F1: the keys and commands of this page."""
        if self._help is None:
            self._help = HelpPanel(self._window)
        self._help.show_page(page)

    def back(self) -> bool:
        """Esc: close what lies on top."""
        if self._help is not None and self._help.isVisible():
            self._help.hide()
            return True
        return False
