"""The two faces every form is set in, and what to do about characters they lack.

A PDF made by reportlab shows an empty box for a character its font lacks, and says nothing; so each text is compared
with the font first. Rare characters (surnames of Extension B are real) come from a fallback font where this computer
has one; the rest are drawn as 〓, the printer's mark for a missing sort, and listed for whoever prints.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from riskdesk.data import data_path

GETA = "〓"
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_REGULAR, _BOLD = "NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"
# TrueType outlines with Extension B or with symbols, as Windows and the Linux distributions name them.
_FALLBACK_FILES = ("simsunb.ttf", "HanaMinB.ttf", "HanaMinA.ttf", "seguisym.ttf", "DejaVuSans.ttf")
lock = RLock()
"""Held while fonts are loaded, and while a file is finished: reading glyphs moves a position inside the font."""


class Face(NamedTuple):
    """A font that reportlab knows as `name`; `advances` holds the width of each character in 1/1000 em."""

    name: str
    advances: dict[str, int]


class Family(NamedTuple):
    """The regular and the bold face of all print."""

    regular: Face
    bold: Face


def family() -> Family:
    """Register the shipped faces, once, and return them. Raises FileNotFoundError if they are not installed."""
    with lock:
        return _family()


@cache
def _family() -> Family:
    folder = data_path("fonts")
    regular, bold = _load("riskdesk", folder / _REGULAR), _load("riskdesk-bold", folder / _BOLD)
    return Family(regular, bold)


def fallback(character: str) -> Face | None:
    """A further face of this computer that has `character`, or None."""
    with lock:
        return next((face for face in _fallbacks() if character in face.advances), None)


@cache
def _fallbacks() -> tuple[Face, ...]:
    faces = []
    for file in fallback_files():
        try:
            faces.append(_load(f"riskdesk-{file.stem}", file))
        except Exception:  # a damaged font, or one without outlines: as good as none
            continue
    return tuple(faces)


def fallback_files() -> list[Path]:
    """Fonts of this computer, in a fixed order, that may have what the shipped ones lack."""
    found: dict[str, Path] = {}
    for folder in _font_folders():
        for root, _, names in os.walk(folder):
            for name in sorted(names):
                if name in _FALLBACK_FILES:
                    found.setdefault(name, Path(root, name))
    return [found[name] for name in _FALLBACK_FILES if name in found]


def _font_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft/Windows/Fonts")
    elif sys.platform == "darwin":
        yield from (Path.home() / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (Path.home() / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _load(name: str, file: Path) -> Face:
    from reportlab.pdfbase import pdfmetrics

    font = _font_class()(name, str(file))
    pdfmetrics.registerFont(font)
    advances = {chr(code): int(width) for code, width in font.face.charWidths.items()}
    return Face(name, advances | dict.fromkeys(LINE_ENDS, 0))


@cache
def _font_class() -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    class Font(TTFont):
        """reportlab's font, with a text layer that is right beyond the basic plane too.

        reportlab writes a character above U+FFFF as five hexadecimal digits where PDF (9.10.3) wants UTF-16, so that
        it could be neither found nor copied.
        """

        def addObjects(self, doc: Any) -> None:
            state = self.state[doc]
            names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(state.subsets))]
            super().addObjects(doc)
            for name in names:
                font = doc.idToObject["BasicFonts"].dict[name]
                stream = doc.idToObject[font.ToUnicode.name]
                stream.content = re.sub(r"<([0-9A-F]{5,6})>", _utf16, stream.content)

    return Font


def _utf16(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"
