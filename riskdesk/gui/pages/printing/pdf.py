"""A PDF that is read from memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument


class Pdf(QPdfDocument):
    """Holds the bytes that its pages are read from as long as they are shown or printed."""

    _buffer: QBuffer | None = None

    def read(self, pdf: bytes) -> None:
        """Take these pages in place of the last ones."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.close()
        self.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
