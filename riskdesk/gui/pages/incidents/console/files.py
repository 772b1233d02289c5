"""Photos and papers of a running incident: a button beside the line of the log, and the files above it when wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.incident import Incident
from riskdesk.gui.attachments import RecordAttachments, sources
from riskdesk.gui.pages.incidents.console.ask import TallLine
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton, drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.i18n import tr

HEIGHT, SHORT_HEIGHT = 186, 94
"""Height in px at 100 % of the files above the line: the head and three of them, or one where there is little room."""


class IncidentFiles(QWidget):
    """The files of the incident shown. What comes in is attached at once; `button` opens and closes the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._incident_id = ""
        self.box: RecordAttachments | None = None
        self.button = Button("", icon="paperclip", large=True)
        self.button.clicked.connect(self.ask)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_short(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    def set_short(self, short: bool) -> None:
        """Where there is little height, fewer are in sight at once."""
        self._scroll.setFixedHeight(theme().px(SHORT_HEIGHT if short else HEIGHT))

    def show_incident(self, incident: Incident) -> None:
        """Show the files of an incident."""
        if self.box is None or incident.id != self._incident_id:
            self._incident_id = incident.id
            if (old := self._scroll.takeWidget()) is not None:
                drop_later(old)
            self.box = RecordAttachments(self._session, incident, large=True)
            self.box.hint.hide()  # there is little room, and files may be dropped anywhere
            self._scroll.setWidget(self.box)
            self._scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.hide()
        elif incident.attachments != self.box.files:
            self.box.set_files(incident.attachments)
        for button in self.box.findChildren(PaintedButton):
            # As everywhere here: a click leaves the keyboard where it is.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        count = len(incident.attachments)
        self.button.setText(str(count) if count else "")
        words = tr("{n} files attached", n=count) if count else tr("Attach files, or drop or paste them here")
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        self.button.updateGeometry()
        if not count:
            self.hide()

    @Slot()
    def ask(self) -> None:
        """Ask for the first file; where there are some, show or hide them."""
        if self.box is not None and not self.box.files:
            self.box.choose()
        else:
            self.setVisible(self.isHidden())

    @Slot()
    def choose(self) -> None:
        """Ask which files."""
        if self.box is not None:
            self.box.choose()


class LogLine(TallLine):
    """The line of the log. A copied file or picture that is pasted into it is attached: its path is no entry."""

    def __init__(self, placeholder: str, files: IncidentFiles) -> None:
        super().__init__(placeholder)
        self._files = files

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._take()):
            super().keyPressEvent(event)

    def _take(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        # Cells of a sheet come as words and as a picture of them: words are meant.
        words = data is not None and data.hasText() and not data.hasUrls()
        return not words and self._files.box is not None and self._files.box.take(sources(data))
