"""The file is not there or cannot be opened: why, and the ways out. Nothing was touched, and nothing made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from riskdesk.domain.errors import NotFound, RiskdeskError
from riskdesk.gui.files import ask_open, ask_save
from riskdesk.gui.reasons import sentence
from riskdesk.i18n import tr


def ask_way_out(path: Path, error: RiskdeskError) -> tuple[Path, bool] | None:
    """Ask which file to open in place of `path`, or `path` again; and whether to begin it anew. None to quit."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Information)
    if isinstance(error, NotFound):
        box.setWindowTitle(tr("The file is not there"))
        box.setText(tr("{path} is not where it was.", path=str(path)))
        box.setInformativeText(
            tr("It may have been moved or renamed, or lie on a stick or disk that is not plugged in. Nothing was made "
               "in its place.")
        )  # fmt: skip
    else:
        box.setWindowTitle(tr("The file cannot be opened"))
        box.setText(sentence(error))
        box.setInformativeText(
            tr("A backup can be opened in its place; backups lie in {folder}.", folder=str(path.parent / "backups"))
        )
    again = box.addButton(tr("Look again"), QMessageBox.ButtonRole.AcceptRole)
    another = box.addButton(tr("Open another file…"), QMessageBox.ButtonRole.ActionRole)
    fresh = box.addButton(tr("Start a new file…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    while True:
        box.exec()
        clicked, chosen = box.clickedButton(), None
        if clicked is again:
            return path, False
        if clicked is another:
            chosen = ask_open(box, tr("Open another file"), path.parent)
        elif clicked is fresh:
            chosen = ask_save(box, tr("Start a new file"), path)
        else:
            return None
        # Whoever changes his mind in the chooser is asked again.
        if chosen is not None:
            return chosen, clicked is fresh
