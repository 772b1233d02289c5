"""Choosing files, and going over to another one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from riskdesk.gui.session import Session
from riskdesk.i18n import tr
from riskdesk.places import SUFFIX

FILTER = "riskdesk (*.riskdesk)"


def ask_open(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a file that is there."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), FILTER)
    return Path(chosen) if chosen else None


def ask_save(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a file to make. Whoever makes it refuses one that is there, so the system does not ask about it."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(start), FILTER, options=QFileDialog.Option.DontConfirmOverwrite
    )
    if not chosen:
        return None
    return Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX)


def ask_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def go_over(session: Session, path: Path) -> None:
    """Open another file in place of the present one."""
    session.settings.last_file = str(path)
    session.save_settings()
    session.restart_wanted.emit()


def size_text(size: int) -> str:
    """`3.4 MB` of bytes."""
    if size < 1024 * 1024:
        return tr("{n} KB", n=f"{size / 1024:,.0f}")
    return tr("{n} MB", n=f"{size / 1024 / 1024:,.1f}")
