"""The file cannot be opened: why, and the ways out. Nothing was touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from riskdesk.i18n import tr

FILTER = "riskdesk (*.riskdesk)"


def ask_way_out(path: Path, reason: str) -> Path | None:
    """Ask which other file to open or make; None to quit."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("The file cannot be opened"))
    box.setText(reason)
    box.setInformativeText(
        tr("A backup can be opened in its place; backups lie in {folder}.", folder=str(path.parent / "backups"))
    )
    another = box.addButton(tr("Open another file…"), QMessageBox.ButtonRole.AcceptRole)
    fresh = box.addButton(tr("Start a new file…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is another:
        chosen, _ = QFileDialog.getOpenFileName(None, tr("Open another file"), str(path.parent), FILTER)
    elif box.clickedButton() is fresh:
        chosen, _ = QFileDialog.getSaveFileName(None, tr("Start a new file"), str(path.parent), FILTER)
    else:
        return None
    return Path(chosen) if chosen else None
