"""A pen over one reportlab canvas: points from the upper left corner, shapes below, text above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfmetrics import getFont

from riskdesk.printing.text import INK


class Pen:
    """Draws one page at a time.

    Text of a page is gathered and laid over the shapes when the page ends. Text and rules, thousands on a page, are
    written as operators of PDF (ISO 32000-1, 9.4 and 8.5), which takes a third of the time of reportlab's own calls.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas, self._document = canvas, canvas._doc
        self._colours: dict[str, Any] = {}
        self.page(*canvas._pagesize)

    def page(self, width: float, height: float) -> None:
        """Begin a page of this size in points."""
        self.width, self.height = width, height
        self._canvas.setPageSize((width, height))
        self._text: list[str] = []
        self._font: tuple[str, float, int] | None = None
        self._ink = self._stroke = self._fill = ""
        self._weight = -1.0

    def end_page(self) -> None:
        """Write the page out."""
        if self._text:
            self._canvas.addLiteral("BT\n" + "\n".join(self._text) + "\nET")
        self._canvas.showPage()

    def text(
        self, x: float, base: float, pieces: Iterable[tuple[str, str, float]], size: float, colour: str = INK
    ) -> None:
        """Write pieces of (face, text, extra space after each character) one after another from (x, base line)."""
        out = self._text
        if colour != self._ink:
            ink = self._colour(colour)
            out.append(f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} rg")
            self._ink = colour
        out.append(f"1 0 0 1 {x:.2f} {self.height - base:.2f} Tm")
        for face, text, extra in pieces:
            if extra:
                out.append(f"{extra:.3f} Tc")
            font = getFont(face)
            for subset, codes in font.splitString(text, self._document):
                if (face, size, subset) != self._font:
                    out.append(f"{font.getSubsetInternalName(subset, self._document)} {size:.3f} Tf")
                    self._font = (face, size, subset)
                out.append(f"({escapePDF(codes)}) Tj")
            if extra:
                out.append("0 Tc")

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.75, colour: str = INK) -> None:
        """A straight line `weight` points wide."""
        self.lines(((x1, y1, x2, y2),), weight, colour)

    def lines(self, lines: Iterable[tuple[float, float, float, float]], weight: float, colour: str) -> None:
        """Many lines (x1, y1, x2, y2) of one kind."""
        self._set_stroke(colour, weight)
        height = self.height
        path = [f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l" for x1, y1, x2, y2 in lines]
        self._canvas.addLiteral("\n".join(path) + " S")

    def box(
        self, x: float, top: float, width: float, height: float, *,
        weight: float = 0, colour: str = INK, fill: str = "", dash: tuple[float, float] | None = None,
        radius: float = 0,
    ) -> None:  # fmt: skip
        """A rectangle, outlined if `weight` is given and filled if `fill` is."""
        canvas = self._canvas
        if weight:
            self._set_stroke(colour, weight)
        if fill:
            self._set_fill(fill)
        if dash:
            canvas.setDash(*dash)
        y = self.height - top - height
        if radius:
            canvas.roundRect(x, y, width, height, radius, stroke=bool(weight), fill=bool(fill))
        else:
            canvas.rect(x, y, width, height, stroke=bool(weight), fill=bool(fill))
        if dash:
            canvas.setDash()

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        self._set_fill(fill)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle around (x, y)."""
        self._set_fill(fill)
        self._canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def bars(self, cells: Iterable[tuple[float, float, float]], side: float, fill: str = "#000000") -> None:
        """Bars of (x, top, width), all `side` high, as one path: the modules of a QR code."""
        self._set_fill(fill)
        bars = [f"{x:.2f} {self.height - top - side:.2f} {width:.2f} {side:.2f} re" for x, top, width in cells]
        self._canvas.addLiteral("\n".join(bars) + " f")

    def image(self, reader: Any, x: float, top: float, width: float, height: float) -> None:
        """A picture of reportlab's ImageReader."""
        self._canvas.drawImage(reader, x, self.height - top - height, width, height, mask="auto")

    def _set_stroke(self, colour: str, weight: float) -> None:
        if colour != self._stroke:
            self._canvas.setStrokeColor(self._colour(colour))
            self._stroke = colour
        if weight != self._weight:
            self._canvas.setLineWidth(weight)
            self._weight = weight

    def _set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._canvas.setFillColor(self._colour(colour))
            self._fill = colour

    def _colour(self, name: str) -> Any:
        if name not in self._colours:
            self._colours[name] = HexColor(name)
        return self._colours[name]
