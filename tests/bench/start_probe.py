"""Started by test_start.py: opens the window on a file, says when it can be used, and leaves.

python start_probe.py FILE SETTINGS PAGE     the whole program
python start_probe.py                        a bare PySide6 window
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def bare() -> float:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("riskdesk"))
    window.show()
    app.processEvents()
    return time.time()


def whole(file: Path, settings: Path, page: str) -> float:
    from riskdesk.start import load_window

    load_window()
    from riskdesk.app import Application, make_application
    from riskdesk.gui.settings import SettingsFile

    kept = SettingsFile(settings)
    kept.values.last_page, kept.values.person_asked = page, True
    app = make_application(kept)
    application = Application(app, kept, file)
    application.start()
    assert application.window is not None
    # Usable: shown, painted, and the events that came with it answered.
    application.window.repaint()
    app.processEvents()
    usable = time.time()
    application.stop()
    return usable


if __name__ == "__main__":
    at = whole(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]) if len(sys.argv) > 1 else bare()
    print(f"usable at {at}", flush=True)
