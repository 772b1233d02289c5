"""QR codes and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from riskdesk.printing.blocks.base import Block, Expr, Millimetres, Words
from riskdesk.printing.box import Box
from riskdesk.printing.setting import MM, SMALL, Setting
from riskdesk.printing.text import Paragraph, is_empty

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen


@lru_cache(maxsize=256)
def qr_bars(value: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """(modules along a side, dark bars as (column, row, length)) of a QR code, error correction M."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(value.encode()))
    code.make()
    count = code.getModuleCount()
    bars = []
    for row in range(count):
        column = 0
        while column < count:
            start = column
            while column < count and code.isDark(row, column):
                column += 1
            if column > start:
                bars.append((start, row, column - start))
            column += 1
    return count, tuple(bars)


def draw_qr(pen: Pen, value: str, x: float, top: float, side: float) -> None:
    """A QR code `side` points wide. Its surroundings must stay empty for four modules."""
    count, bars = qr_bars(value)
    module = side / count
    pen.bars(((x + column * module, top + row * module, length * module) for column, row, length in bars), module)


class Qr(Block):
    """A QR code of a text, `size` millimetres wide, with a caption below."""

    type: Literal["qr"]
    value: Words
    size: Millimetres = 25.0
    caption: Words = Words()

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box, or none if the text is empty."""
        value = "".join(span.text for span in setting.text(self.value)).strip()
        if value:
            side = self.size * MM * setting.scale
            yield _Pictured(side, side, _caption(self.caption, setting), value=value)
        setting.tick(1)


class Image(Block):
    """A picture from bytes (PNG or JPEG), at most `width` by `height` millimetres, in its own proportions."""

    type: Literal["image"]
    value: Expr
    width: Millimetres = 80.0
    height: Millimetres = 80.0
    caption: Words = Words()

    def lay(self, setting: Setting) -> Iterator[Box]:
        """One box, or none if there are no bytes or they are no picture."""
        reader = image_reader(setting.value(self.value))
        if reader is not None:
            size = fit(reader, min(self.width * MM, setting.width), self.height * MM)
            yield _Pictured(*size, _caption(self.caption, setting), reader=reader)
        setting.tick(1)


def image_reader(value: Any) -> Any:
    """reportlab's reader of a picture, or None if `value` holds none. Only bytes are read, never a path."""
    if not isinstance(value, bytes) or not value:
        return None
    from reportlab.lib.utils import ImageReader

    try:
        reader = ImageReader(BytesIO(value))
        reader.getSize()
    except Exception:  # a damaged picture must not stop a report
        return None
    return reader


def fit(reader: Any, width: float, height: float) -> tuple[float, float]:
    """The largest size within width and height that keeps the proportions."""
    across, down = reader.getSize()
    scale = min(width / across, height / down)
    return across * scale, down * scale


def _caption(words: Words, setting: Setting) -> Paragraph | None:
    text = setting.text(words)
    return None if is_empty(text) else setting.paragraph(text, setting.style(SMALL))


class _Pictured(Box):
    def __init__(
        self, width: float, height: float, caption: Paragraph | None, value: str = "", reader: Any = None
    ) -> None:
        self._size, self._caption, self._value, self._reader = (width, height), caption, value, reader
        self.height = height + (caption.height + 3 if caption else 0)
        self.before = self.after = 6.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The picture, the caption below."""
        width, height = self._size
        if self._value:
            draw_qr(pen, self._value, x, top, width)
        else:
            pen.image(self._reader, x, top, width, height)
        if self._caption:
            self._caption.draw(pen, x, top + height + 3)
