"""Text on paper: spans of regular and bold, shaped with exact widths, broken into lines, drawn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from riskdesk.printing import fonts
from riskdesk.printing.linebreak import Line, break_lines

if TYPE_CHECKING:
    from riskdesk.printing.pen import Pen

Align = Literal["left", "center", "right"]
INK = "#111111"


class Span(NamedTuple):
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


Rich = tuple[Span, ...]


class Style(NamedTuple):
    """Size and leading in points, the rest by name. `bold` makes every span bold."""

    size: float
    leading: float
    align: Align = "left"
    bold: bool = False
    colour: str = INK


class Shaped(NamedTuple):
    """Text ready to be broken and drawn.

    `advances` are widths in 1/1000 em, the adjustments of `kerns` (by position) included; `faces` are (end, face) of
    the stretches of one font.
    """

    text: str
    advances: list[int]
    faces: list[tuple[int, fonts.Face]]
    kerns: list[tuple[int, int]]


# Neither has a shape of its own: controls, joiners, direction marks, variation selectors, byte order marks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2061-\u2064\ufe00-\ufe0f\ufeff]"
)

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LATIN = "0-9A-Za-z\u00c0-\u024f"
_CLOSING = "，。、；：？！）》」』】〕〉］｝”’"
_OPENING = "（《「『【〔〈［｛“‘"
# The sign whose advance changes stands first; lookahead leaves the next one for the next match.
_KERN = re.compile(
    rf"(?P<thin>[{_HAN}](?=[{_LATIN}])|[{_LATIN}%‰°℃](?=[{_HAN}]))"
    rf"|(?P<half>[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|[{_OPENING}](?=[{_OPENING}]))"
    rf"|(?P<dot> (?=·)|(?<=·) )"
    rf"|(?P<quote>(?<=[{_LATIN},.;:!?%])[’”](?=[ {_LATIN},.;:!?)]|$)|[ (](?=[“‘][{_LATIN}]))"
)
_QUARTER, _HALF, _DOT, _QUOTE = 125, -500, -224, {"’": -720, "”": -540, " ": -500, "(": -500}


def plain(text: str, bold: bool = False) -> Rich:
    """Text as typed, all of one weight."""
    return (Span(text, bold),)


def is_empty(rich: Rich) -> bool:
    """True if nothing would be seen."""
    return all(not span.text or span.text.isspace() for span in rich)


def shape(rich: Rich, bold: bool, missing: set[str]) -> Shaped:
    """Choose the faces and widths of a text; characters that no face has become 〓 and are added to `missing`."""
    family = fonts.family()
    if len(rich) == 1:
        text = clean(rich[0].text)
        face = family.bold if bold or rich[0].bold else family.regular
        try:
            advances = [face.advances[character] for character in text]
        except KeyError:  # a character the face lacks
            pass
        else:
            return Shaped(text, advances, [(len(text), face)], _kern(text, advances))
    return _shape_mixed(rich, bold, missing)


def clean(text: str) -> str:
    """`text` without characters that have no shape; tabs become spaces."""
    if text.isprintable():
        return text
    return _UNSEEN.sub("", text).replace("\t", "    ")


def _shape_mixed(rich: Rich, bold: bool, missing: set[str]) -> Shaped:
    family = fonts.family()
    text: list[str] = []
    advances: list[int] = []
    faces: list[tuple[int, fonts.Face]] = []
    for span in rich:
        own = family.bold if bold or span.bold else family.regular
        for character in clean(span.text):
            face, seen = _face_for(character, own, missing)
            if faces and faces[-1][1] is face:
                faces[-1] = (len(text) + 1, face)
            else:
                faces.append((len(text) + 1, face))
            text.append(seen)
            advances.append(face.advances.get(seen, 0))
    whole = "".join(text)
    return Shaped(whole, advances, faces or [(0, family.regular)], _kern(whole, advances))


def _face_for(character: str, own: fonts.Face, missing: set[str]) -> tuple[fonts.Face, str]:
    if character in own.advances:
        return own, character
    other = fonts.fallback(character)
    if other is None:
        missing.add(character)
        return own, fonts.GETA
    return other, character


def _kern(text: str, advances: list[int]) -> list[tuple[int, int]]:
    """Close up and open out as compositors do, changing `advances`; returns (position, change).

    A thin space (1/8 em) parts Chinese and Latin without a character of its own, so that what is searched is what was
    typed; the blank half of a full-width sign goes where two of them meet; quotation marks lose it beside Latin. A
    middle dot is as wide as a character and needs no spaces beside it.
    """
    kerns = []
    for match in _KERN.finditer(text):
        at = match.start()
        if match.lastgroup == "thin":
            change = _QUARTER
        elif match.lastgroup == "half":
            change = _HALF if advances[at] == 1000 else 0
        elif match.lastgroup == "dot":
            change = _DOT if advances[at] == -_DOT else 0
        else:
            change = _QUOTE[text[at]]
        if change:
            advances[at] += change
            kerns.append((at, change))
    return kerns


class Paragraph:
    """A text broken into lines of at most `width` points."""

    __slots__ = ("height", "lines", "shaped", "style", "width")

    def __init__(self, shaped: Shaped, style: Style, width: float, lines: list[Line] | None = None) -> None:
        self.shaped, self.style, self.width = shaped, style, width
        limit = width * 1000 / style.size
        self.lines = break_lines(shaped.text, shaped.advances, limit) if lines is None else lines
        self.height = len(self.lines) * style.leading

    @property
    def natural(self) -> float:
        """The width of the longest line in points."""
        return max(line.width for line in self.lines) * self.style.size / 1000

    def split(self, room: float) -> tuple[Paragraph, Paragraph] | None:
        """As many lines as fit `room` points, and the rest; None if that leaves nothing on one side."""
        fit = int((room + 0.01) / self.style.leading)
        if not 0 < fit < len(self.lines):
            return None
        head, rest = self.lines[:fit], self.lines[fit:]
        return (
            Paragraph(self.shaped, self.style, self.width, head),
            Paragraph(self.shaped, self.style, self.width, rest),
        )

    def draw(self, pen: Pen, x: float, top: float, struck: bool = False) -> None:
        """Draw with the upper left corner at (x, top); `struck` draws a line through."""
        style = self.style
        base = top + (style.leading - style.size) / 2 + style.size * 0.88
        scale = style.size / 1000
        for line in self.lines:
            left = x
            if style.align != "left":
                free = self.width - line.width * scale
                left += free if style.align == "right" else free / 2
            if line.stop > line.start:
                self._draw_line(pen, left, base, line)
                if struck:
                    pen.line(left, base - style.size * 0.36, left + line.width * scale, base - style.size * 0.36, 0.6)
            base += style.leading

    def _draw_line(self, pen: Pen, x: float, base: float, line: Line) -> None:
        shaped, style = self.shaped, self.style
        if len(shaped.faces) == 1 and not shaped.kerns:
            pieces = [(shaped.faces[0][1].name, shaped.text[line.start : line.stop], 0.0)]
        else:
            pieces = list(self._pieces(line))
        pen.text(x, base, pieces, style.size, style.colour)

    def _pieces(self, line: Line) -> Iterator[tuple[str, str, float]]:
        """(face, text, extra space after each of its characters in points) of one line."""
        shaped, scale = self.shaped, self.style.size / 1000
        cuts = {position: change * scale for position, change in shaped.kerns if line.start <= position < line.stop}
        at = bisect_right(shaped.faces, line.start, key=lambda entry: entry[0])
        start = line.start
        for end, face in shaped.faces[at:]:
            stop = min(end, line.stop)
            for position in [p for p in cuts if start <= p < stop]:
                if position > start:
                    yield face.name, shaped.text[start:position], 0.0
                yield face.name, shaped.text[position], cuts[position]
                start = position + 1
            if start < stop:
                yield face.name, shaped.text[start:stop], 0.0
            start = stop
            if stop == line.stop:
                break
