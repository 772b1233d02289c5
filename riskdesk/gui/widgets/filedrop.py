"""Files that are dropped or pasted on a form: attached where it has attachments, and never the text of a field."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from riskdesk.i18n import tr


def files_in(data: QMimeData | None) -> list[Path]:
    """The files and folders of this computer that are dropped or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []


class FileBox(Protocol):
    """What takes files in."""

    def take_dropped(self, data: QMimeData, /) -> bool:
        """Take them; False where there is nothing to take."""

    def set_over(self, over: bool, /) -> None:
        """Show, or no longer, that files would come here."""


class FilePlace:
    """Mixed into a widget whose whole area takes files for the box that it has; without a box it leaves them alone.

    Texts inside pass files up to it. The widget has to accept drops.
    """

    def file_box(self) -> FileBox | None:
        """The box for the files."""
        return None

    def files_dropped(self, count: int) -> None:
        """So many files come in now; the box may be out of sight."""

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if files_in(event.mimeData()) and (box := self.file_box()) is not None:
            event.acceptProposedAction()
            box.set_over(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        if (box := self.file_box()) is not None:
            box.set_over(False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        if (box := self.file_box()) is None:
            event.ignore()
            return
        box.set_over(False)
        if box.take_dropped(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped(len([path for path in files_in(event.mimeData()) if path.is_file()]))


class NoPaths:
    """Mixed into an editor of text: a file that is dropped or pasted goes to the place around it that takes files, or
    nowhere.

    Text is dropped and pasted as ever.
    """

    PASSES_ON = False
    """Whether a file that nothing around takes is the window's, which takes lists anywhere."""

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if not self._refuses(event):
            super().dragEnterEvent(event)  # type: ignore[misc]

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        if not self._refuses(event):
            super().dragMoveEvent(event)  # type: ignore[misc]

    def dropEvent(self, event: QDropEvent, /) -> None:
        if not self._refuses(event):
            super().dropEvent(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.takes_files(_clipboard())):
            super().keyPressEvent(event)  # type: ignore[misc]

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if not files_in(_clipboard()):
            super().contextMenuEvent(event)  # type: ignore[misc]
            return
        menu: QMenu = self.createStandardContextMenu()  # type: ignore[attr-defined]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = next((action for action in menu.actions() if action.objectName() == "edit-paste"), None)
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(lambda: self.takes_files(_clipboard()))
            paste.setEnabled(True)
        menu.popup(event.globalPos())

    def takes_files(self, data: QMimeData | None) -> bool:
        """Attach the files that are pasted, or say that there is nothing to attach them to; False for no files."""
        assert isinstance(self, QWidget)
        files = files_in(data)
        if not files or data is None:
            return False
        place = _place_around(self)
        box = place.file_box() if place is not None else None
        if place is not None and box is not None and box.take_dropped(data):
            place.files_dropped(len([path for path in files if path.is_file()]))
        else:
            below = self.mapToGlobal(self.rect().bottomLeft())
            QToolTip.showText(below, tr("What was copied is a file. It is not written here as text."), self)
        return True

    def _refuses(self, event: QDropEvent) -> bool:
        if not files_in(event.mimeData()):
            return False
        if self.PASSES_ON or _place_around(self) is not None:
            event.ignore()
        else:
            # Taken with nothing to do: ignored, it would be offered to the window as a list to bring in.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
        return True


def _clipboard() -> QMimeData | None:
    return QGuiApplication.clipboard().mimeData()


def _place_around(widget: object) -> FilePlace | None:
    above = widget.parentWidget() if isinstance(widget, QWidget) else None
    while above is not None:
        if isinstance(above, FilePlace) and above.file_box() is not None:
            return above
        above = above.parentWidget()
    return None
