"""Pages made before they are asked for, while nobody touches keys or mouse: a first visit then answers sooner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.window import MainWindow

REST_MS = 1500
"""One page is made each time that nothing was pressed, moved or typed for so long."""
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
                    QEvent.Type.InputMethod, QEvent.Type.DragMove})  # fmt: skip


class WarmUp(QObject):
    """Makes the pages of a window one by one, those that stand under another last, and then does nothing more."""

    def __init__(self, window: MainWindow, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._app = window, app
        self._timer = QTimer(self)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._make_next)
        self._timer.start()
        self._watches = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._timer.start()
        return False

    @Slot()
    def _make_next(self) -> None:
        if not self._watches:
            # Every event is seen from now on, which the start does without.
            self._watches = True
            self._app.installEventFilter(self)
            return
        missing = [entry for entry in PAGES if entry.KEY not in self._window.pages]
        if missing and self._window.session.is_open:
            self._window.page(min(missing, key=lambda entry: bool(entry.UNDER)).KEY)
        else:
            self._timer.stop()
            self._app.removeEventFilter(self)
