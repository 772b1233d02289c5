"""Python's garbage collector, on the GUI thread only.

It runs on whatever thread allocates next. A cycle that holds widgets would then be taken apart on the worker's thread,
which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 2000


class Collector(QObject):
    """Switches the automatic collector off and collects, at most every two seconds, where the widgets live."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts = gc.get_count()
        due = [generation for generation in (0, 1, 2) if counts[generation] > self._thresholds[generation]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
