"""Sending a PDF to a printer: page by page at 300 dpi, one page a turn, so that the window stays alive."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from riskdesk.gui.pages.printing.pdf import Pdf

DPI = 300


class PrintJob(QObject):
    """Prints the pages of `pdf` that the printer's settings ask for, whatever the preview shows meanwhile."""

    progressed = Signal(int, int)
    """Pages done, pages in all."""
    finished = Signal(bool)
    """Whether everything went out; False when it was cancelled or the printer refused."""

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer = Pdf(self), printer
        self._document.read(pdf)
        self._painter: QPainter | None = None
        self._pages = wanted_pages(printer, self._document.pageCount())
        self._done = 0
        self._cancelled = False
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._print_next)

    def start(self) -> None:
        """Begin; `finished` follows."""
        self._printer.setResolution(DPI)
        self._printer.setFullPage(True)
        self._turn.start()

    @Slot()
    def cancel(self) -> None:
        """Stop after the page in hand."""
        self._cancelled = True

    @Slot()
    def _print_next(self) -> None:
        if self._cancelled or self._done == len(self._pages) or not self._print(self._pages[self._done]):
            self._end()
            return
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))

    def _print(self, page: int) -> bool:
        points = self._document.pagePointSize(page)
        self._printer.setPageLayout(layout_of(points))
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                return False
        elif not self._printer.newPage():
            return False
        pixels = QSize(round(points.width() * DPI / 72), round(points.height() * DPI / 72))
        image = self._document.render(page, pixels)
        self._painter.drawImage(self._painter.viewport(), image)
        return True

    def _end(self) -> None:
        self._turn.stop()
        whole = not self._cancelled and self._done == len(self._pages)
        if self._painter is not None:
            if self._cancelled:
                self._printer.abort()
            self._painter.end()
        self.finished.emit(whole)


def layout_of(points: QSizeF) -> QPageLayout:
    """Paper and orientation of a page of this size, without margins: the form has its own."""
    across = points.width() > points.height()
    upright = QSizeF(points.height(), points.width()) if across else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QPageLayout().margins(), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, as often as copies are asked for that the printer does not make itself."""
    first, last = 0, count - 1
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage() - 1, min(last, printer.toPage() - 1)
    pages = list(range(first, last + 1))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]
