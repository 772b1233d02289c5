"""The files of a record: added by a button, dropped or pasted; opened, saved elsewhere, removed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRectF, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from riskdesk import formats
from riskdesk.domain import attachments as rules
from riskdesk.domain.errors import Cancelled, NotAllowed
from riskdesk.domain.record import Attachment, Record
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.laid_out import widgets_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.button import IconButton, LinkButton
from riskdesk.gui.widgets.filedrop import files_in
from riskdesk.gui.widgets.label import ElidedLabel, Label, SectionTitle
from riskdesk.gui.widgets.paint import rounded
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

STILL_READING = N_("Files are still being read. Please wait a moment.")
LARGE = 44
"""Height in px at 100 % of a control in the console."""
Source = Path | QImage


class AttachmentBox(Painted):
    """A list of files that takes more. What comes in is kept in the file first, off the GUI thread.

    `large` is for the console: every control 44 px high.
    """

    came = Signal(list)
    """Files (`Attachment`) that were taken in."""
    gone = Signal(str)
    """SHA-256 of the file that is to be removed."""

    def __init__(
        self, session: Session, title: str = "", large: bool = False, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session, self.desk, self._large = session, session.desk, large
        self.files: tuple[Attachment, ...] = ()
        self.reading = 0
        self._over = False
        self.setAcceptDrops(True)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self.title = SectionTitle(title) if title else None
        self.add = LinkButton(tr("Add files…"))
        self.add.setMinimumHeight(px(LARGE) if large else 0)
        # Beside it the hint gives way, and the title, which are longer in one language or the other.
        self.add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add.clicked.connect(self.choose)
        self.hint = ElidedLabel(tr("or drop, or Ctrl+V"), "small", "third")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        if self.title is not None:
            head.addWidget(self.title, 1)
        head.addWidget(self.add)
        head.addWidget(self.hint)
        if self.title is None:
            head.addStretch(1)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(2))
        column.addLayout(self._rows)
        self.setFocusProxy(self.add)

    def set_files(self, files: Sequence[Attachment]) -> None:
        """Show these."""
        self.files = tuple(files)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        for attachment in self.files:
            row = FileRow(attachment, self._large)
            row.opened.connect(self.open_file)
            row.saved.connect(self.save_file)
            row.removed.connect(self.gone)
            self._rows.addWidget(row)
        if self.title is not None:
            self.title.set_note(str(len(self.files)) if self.files else "")

    def rows(self) -> list[FileRow]:
        """The rows, in the order of the files."""
        return [row for row in widgets_of(self._rows) if isinstance(row, FileRow)]

    # taking in

    @Slot()
    def choose(self) -> None:
        """Ask which files."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("Attach files"), str(Path.home()))
        self.take([Path(name) for name in names])

    @Slot()
    def paste(self) -> None:
        """Take files or a picture from the clipboard."""
        if not self.take(sources(QGuiApplication.clipboard().mimeData())):
            self.session.refused.emit(tr("The clipboard holds neither files nor a picture."), "", None)

    def take_dropped(self, data: QMimeData) -> bool:
        """Take what is dropped here, or elsewhere on the form."""
        return self.take(sources(data))

    def take(self, wanted: Sequence[Source]) -> bool:
        """Take these in off the GUI thread; False where there is nothing."""
        if not wanted:
            return False
        self.reading += 1
        desk, now = self.desk, self.desk.clock().astimezone()
        name = f"{tr('Picture')} {now:%Y-%m-%d %H%M%S}.png"

        def work(task: Task) -> list[Attachment]:
            with closing(desk.another()) as other, tempfile.TemporaryDirectory() as folder:
                paths = [_path(source, Path(folder) / name) for source in wanted]
                return other.attachments.keep(paths, task.tell)

        self.session.worker.run(tr("Reading files"), work, self._guarded(self._took), self._guarded(self._failed))
        return True

    def _guarded(self, slot: Callable[[Any], None]) -> Callable[[Any], None]:
        """The reader may have gone on to another record, and this box with the one before."""
        return lambda result: slot(result) if isValid(self) else None

    def _took(self, files: list[Attachment]) -> None:
        self.reading -= 1
        self.came.emit(files)

    def _failed(self, error: Exception) -> None:
        self.reading -= 1
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.session.refused.emit(tr(error.text), "", None)
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
            self.session.failed.emit(tr("The file could not be saved: {reason}", reason=reason))
        else:
            self.session.tell(error)

    # letting out

    @Slot(str)
    def open_file(self, sha256: str) -> None:
        """Open a copy in the system's program for it."""
        attachment = self._file(sha256)
        if rules.is_program(attachment.name):
            self._tell(NotAllowed(N_("{name} is a program: save it instead of opening it."), name=attachment.name))
            return
        base = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)) / "riskdesk"
        target = base / sha256[:12] / attachment.name
        self._write(attachment, target, lambda _: self._show(target))

    def _show(self, target: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self.session.failed.emit(tr("This computer has no program for it. The file lies here: {path}", path=target))

    @Slot(str)
    def save_file(self, sha256: str) -> None:
        """Ask where, and save a copy there."""
        attachment = self._file(sha256)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save a copy"), str(Path.home() / attachment.name))
        if chosen:
            target = Path(chosen)
            self._write(
                attachment, target,
                lambda _: self.session.noticed.emit(tr("Saved as {file}", file=target.name), "", None),
            )  # fmt: skip

    def _write(self, attachment: Attachment, target: Path, then: Callable[[Any], None]) -> None:
        desk = self.desk

        def work(task: Task) -> None:
            with closing(desk.another()) as other:
                target.parent.mkdir(parents=True, exist_ok=True)
                other.attachments.write_to(attachment, target, task.tell)

        run = self.session.worker.run
        run(tr("Writing {name}", name=attachment.name), work, self._guarded(then), self._guarded(self._tell))

    def _file(self, sha256: str) -> Attachment:
        return next(attachment for attachment in self.files if attachment.sha256 == sha256)

    # pasting and dropping

    def event(self, event: QEvent) -> bool:
        # A page may have Ctrl+V for its list: here it is for files.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources(event.mimeData()):
            event.acceptProposedAction()
            self.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_over(False)
        if self.take_dropped(event.mimeData()):
            event.acceptProposedAction()

    def set_over(self, over: bool) -> None:
        """Show, or no longer, that files would come here."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            c = self.colours
            rounded(QPainter(self), QRectF(self.rect()), 6, c["accent_soft"], c["accent"])


class FileRow(QWidget):
    """One file: its name opens it."""

    opened = Signal(str)
    saved = Signal(str)
    removed = Signal(str)

    def __init__(self, attachment: Attachment, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = attachment.sha256
        self.name = LinkButton(attachment.name, "text")
        self.name.setToolTip(tr("Open {name}", name=attachment.name))
        self.size_words = Label(formats.size(attachment.size), "small", "second")
        side = LARGE if large else 24
        self.name.setMinimumHeight(theme().px(LARGE) if large else 0)
        self.save = IconButton("download", tr("Save a copy of {name}", name=attachment.name), side)
        self.remove = IconButton("x", tr("Remove {name}", name=attachment.name), side)
        self.name.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.name)
        row.addWidget(self.size_words)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.remove)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._key)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._key)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._key)


class RecordAttachments(AttachmentBox):
    """In a reader: what is added or removed is saved at once, and can be undone."""

    def __init__(self, session: Session, record: Record, large: bool = False) -> None:
        super().__init__(session, tr("Attachments"), large)
        self._kind, self._id = record.KIND, record.id
        self.set_files(getattr(record, "attachments", ()))
        self.came.connect(self._attach)
        self.gone.connect(self._remove)

    @Slot(list)
    def _attach(self, files: list[Attachment]) -> None:
        present = {attachment.sha256 for attachment in self.files}
        new = [attachment for attachment in files if attachment.sha256 not in present]
        if not new:
            self.session.refused.emit(tr("This is attached already."), "", None)
            return
        words = tr("{name} is attached.", name=new[0].name) if len(new) == 1 else tr("{n} files attached.", n=len(new))
        self.session.do(self.desk.attachments.attach, self._kind, self._id, new, notice=words)

    @Slot(str)
    def _remove(self, sha256: str) -> None:
        words = tr("{name} is no longer attached.", name=self._file(sha256).name)
        self.session.do(self.desk.attachments.remove, self._kind, self._id, sha256, notice=words)


class AttachmentsBinding(Binding):
    """In an editor: files are attached when the record is saved."""

    widget: AttachmentBox

    def __init__(self, session: Session) -> None:
        super().__init__(AttachmentBox(session))
        self.widget.came.connect(self._came)
        self.widget.gone.connect(self._gone)

    @Slot(list)
    def _came(self, files: list[Attachment]) -> None:
        self.widget.set_files(rules.joined(self.widget.files, files))
        self.changed.emit()

    @Slot(str)
    def _gone(self, sha256: str) -> None:
        self.widget.set_files(rules.without(self.widget.files, sha256))
        self.changed.emit()

    def value(self) -> tuple[Attachment, ...]:
        return self.widget.files

    def set_value(self, value: Any) -> None:
        self.widget.set_files(value or ())

    def raw(self) -> list[dict[str, Any]]:
        return [attachment.model_dump(mode="json") for attachment in self.widget.files]

    def set_raw(self, raw: Any) -> None:
        self.widget.set_files([Attachment.model_validate(item) for item in raw or ()])

    def problem(self) -> str:
        return STILL_READING if self.widget.reading else ""


def attachments() -> Make:
    """Files of the record."""
    return AttachmentsBinding


def sources(data: QMimeData | None) -> list[Source]:
    """The files, or else the picture, that were dropped or copied."""
    if data is None:
        return []
    if paths := files_in(data):
        return [path for path in paths if path.is_file()]
    picture = data.imageData() if data.hasImage() else None
    return [picture] if isinstance(picture, QImage) and not picture.isNull() else []


def _path(source: Source, picture: Path) -> Path:
    if isinstance(source, QImage):
        source.save(str(picture))
        return picture
    return source
