"""An unexpected error: logged once, and a calm dialog that says what is safe and copies the details."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from riskdesk.gui.keeping import keep_all
from riskdesk.i18n import tr
from riskdesk.logs import details_of

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes what reaches `sys.excepthook`, from any thread, and tells the person on the GUI thread."""

    happened = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._seen: set[str] = set()
        self._open: QMessageBox | None = None
        self.happened.connect(self._tell)

    @classmethod
    def install(cls, app: QApplication) -> CrashReporter:
        """Make it the excepthook of the program."""
        reporter = cls(app)
        sys.excepthook = reporter.hook
        threading.excepthook = lambda args: reporter.hook(args.exc_type, args.exc_value, args.exc_traceback)
        return reporter

    def hook(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log each distinct traceback once: a painting method may fail hundreds of times a second."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        details = details_of(kind, trace)
        if details in self._seen:
            return
        self._seen.add(details)
        log.error("unexpected error\n%s", details)
        self.happened.emit(details)

    @Slot(str)
    def _tell(self, details: str) -> None:
        if self._open is not None:
            return
        box = QMessageBox((QGuiApplication.topLevelWindows() and QApplication.activeWindow()) or None)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(tr("Something unexpected happened"))
        box.setText(tr("Something unexpected happened in the program."))
        box.setInformativeText(_what_is_safe())
        box.setDetailedText(details)
        copy = box.addButton(tr("Copy the details"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(close)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    @Slot()
    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None


def _what_is_safe() -> str:
    """What is known to be on disk; that what is typed is kept is said only where it is."""
    try:
        kept = keep_all()
    except Exception:
        # It may be the very thing that failed.
        log.exception("what is typed could not be kept")
        kept = False
    if kept:
        return tr(
            "Everything shown as saved is on disk, and what you were typing is kept as a draft. You can go on working."
        )
    if kept is None:
        return tr("Everything shown as saved is on disk. You can go on working.")
    return tr(
        "Everything shown as saved is on disk. What you were typing is not: copy it before you close the program."
    )
