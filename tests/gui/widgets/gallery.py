"""Renders the widgets to PNG, to be looked at: python tests/gui/widgets/gallery.py FOLDER [100|125|150] [NAME]"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from mock_overview import overview
from mock_register import register
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from sheet_parts import command, dark_part, dropped, form, parts

from riskdesk.gui.theme.theme import theme

SHEETS: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "register": (register, 1280, 800),
    "overview": (overview, 1280, 800),
    "parts": (parts, 1280, 900),
    "form": (form, 1280, 860),
    "command": (command, 1280, 800),
    "dropped": (dropped, 1280, 860),
    "dark_part": (dark_part, 1100, 620),
}


def shoot(folder: Path, name: str, make: Callable[[], QWidget], width: int, height: int) -> None:
    """Render one sheet as it would be shown."""
    window = make()
    window.resize(width, height)
    window.show()
    for _ in range(5):
        QCoreApplication.processEvents()
    window.grab().save(str(folder / f"{name}.png"))
    window.close()
    window.deleteLater()


def main(folder: Path, scale: int = 100, only: str = "") -> None:
    """Render all sheets, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    theme().set_scale(scale)
    suffix = "" if scale == 100 else f"_{scale}"
    for scheme in ("light", "dark"):
        theme().choose(scheme)
        for name, (make, width, height) in SHEETS.items():
            if only in name:
                shoot(folder, f"{name}_{scheme}{suffix}", make, width, height)


if __name__ == "__main__":
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("gallery")
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100, sys.argv[3] if len(sys.argv) > 3 else "")
