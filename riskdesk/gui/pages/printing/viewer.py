"""The preview: pages one under another, from half their size to three times it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.gui.pages.printing.pdf import Pdf
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.i18n import tr

LEAST, MOST, STEP = 0.5, 3.0, 1.25


class _View(QPdfView):
    """Ctrl and the wheel zoom."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme().changed.connect(self._colour)
        self._colour()

    @Slot()
    def _colour(self) -> None:
        """The ground around the pages, which Qt paints in the palette's Dark."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, colours_of(self)["border"])
        self.setPalette(palette)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


class Viewer(QWidget):
    """Shows one PDF at a time. `head` is a row at its top for the options of a form."""

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        self.document = Pdf(self)
        self.view = _View(self)
        self.view.setAccessibleName(tr("Preview"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(px(16), px(12), px(16), px(12)))
        self.view.setPageSpacing(px(12))
        self.view.setDocument(self.document)
        self.view.zoomed.connect(self.zoom)
        self.pages = ElidedLabel("", "small", "second")
        self.percent = Label("", "small", "second")
        self.percent.setMinimumWidth(px(44))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(8), px(10), px(8))
        row.setSpacing(px(8))
        row.addLayout(self.head)
        row.addWidget(self.pages, 1)
        for icon, text, slot in (("minus", tr("Smaller"), self.smaller), ("plus", tr("Larger"), self.larger)):
            button = IconButton(icon, text)
            button.clicked.connect(slot)
            row.addWidget(button)
            if icon == "minus":
                row.addWidget(self.percent)
        fit = Button(tr("Fit width"), kind="quiet")
        fit.clicked.connect(self.fit_width)
        row.addWidget(fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._tell_zoom()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this, at the place where the last one was scrolled to."""
        place = self.view.verticalScrollBar().value()
        self.document.read(pdf)
        pages = self.document.pageCount()
        self.pages.setText(tr("{n} pages", n=pages) if pages != 1 else tr("1 page"))
        self.view.verticalScrollBar().setValue(place)
        self._tell_zoom()

    def show_nothing(self) -> None:
        """Show no pages."""
        self.document.close()
        self.pages.setText("")
        self._tell_zoom()

    def to_top(self) -> None:
        """Scroll to the first page."""
        self.view.verticalScrollBar().setValue(0)
        self.view.horizontalScrollBar().setValue(0)

    @Slot()
    def smaller(self) -> None:
        """One step smaller."""
        self.zoom(-1)

    @Slot()
    def larger(self) -> None:
        """One step larger."""
        self.zoom(1)

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Steps larger, or smaller below 0."""
        factor = max(LEAST, min(MOST, self._factor() * STEP**steps))
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(factor)
        self._tell_zoom()

    @Slot()
    def fit_width(self) -> None:
        """As wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._tell_zoom()

    def _factor(self) -> float:
        """The factor in use; with the width fitted it follows from the view's."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        widest = max(self.document.pagePointSize(page).width() for page in range(self.document.pageCount()))
        return room / (widest * self.view.logicalDpiX() / 72)

    def _tell_zoom(self) -> None:
        self.percent.setText(f"{self._factor():.0%}" if self.document.pageCount() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_zoom()
