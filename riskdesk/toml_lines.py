"""On which line of a TOML text a key stands, so that an error can name it. `tomllib` does not keep lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cached_property
from typing import Any

Path = tuple[str | int, ...]
"""Keys and indexes from the root of the text, such as ("steps", 3, "limit_s")."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")' r"|'''.*?'{3,5}(?!')" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'", re.DOTALL
)
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)+")
_SPACE = re.compile(r"[ \t]*")
_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class TomlSyntax(ValueError):
    """The text is not TOML: `reason` in tomllib's words, at `line` (from 1)."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(f"line {line}: {reason}")


class Lines:
    """The line of every key of a TOML text that `tomllib` accepts; looked for when one is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> dict[Path, int]:
        lines: dict[Path, int] = {}
        _Scan(self._text, lines)
        return lines

    @property
    def paths(self) -> frozenset[Path]:
        """Every path that has a line of its own."""
        return frozenset(self._lines)

    def of(self, path: Sequence[str | int]) -> int:
        """The line, from 1, of `path`, or of the nearest part of it that the text has; 1 if it has none."""
        for length in range(len(path), 0, -1):
            line = self._lines.get(tuple(path[:length]))
            if line is not None:
                return line
        return 1


def read_toml(text: str) -> tuple[dict[str, Any], Lines]:
    """The values of a TOML text and their lines. Raises `TomlSyntax`."""
    text = text.replace("\r\n", "\n")
    try:
        return tomllib.loads(text), Lines(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place["line"]) if place and place["line"] else text.rstrip().count("\n") + 1
        raise TomlSyntax(line, _PLACE.sub("", str(error))) from None
    except RecursionError:
        raise TomlSyntax(1, "Nested too deeply") from None


class _Scan:
    """One pass over a valid text. Says nothing of values, only where they begin."""

    def __init__(self, text: str, lines: dict[Path, int]) -> None:
        self.text, self.lines, self.pos = text, lines, 0
        self.line, self.counted_to = 1, 0
        self.last: dict[Path, int] = {}
        table: Path = ()
        while self._skip(_BLANK) < len(text):
            if text[self.pos] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        if found := pattern.match(self.text, self.pos):
            self.pos = found.end()
        return self.pos

    def _here(self) -> int:
        self.line += self.text.count("\n", self.counted_to, self.pos)
        self.counted_to = self.pos
        return self.line

    def _header(self) -> Path:
        """`[a.b]` or `[[a.b]]`; names before an array of tables mean its last table."""
        line = self._here()
        array = self.text.startswith("[[", self.pos)
        self.pos += 2 if array else 1
        keys = self._key()
        self.pos += 2 if array else 1
        path: Path = ()
        for place, key in enumerate(keys):
            path = (*path, key)
            self.lines.setdefault(path, line)
            if array and place == len(keys) - 1:
                self.last[path] = self.last.get(path, -1) + 1
            if path in self.last:
                path = (*path, self.last[path])
                self.lines.setdefault(path, line)
        return path

    def _key(self) -> tuple[str, ...]:
        """A dotted key; leaves the position behind it."""
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            bare = _BARE.match(self.text, self.pos)
            found = bare or _STRING.match(self.text, self.pos)
            if found is None:
                return tuple(parts)
            parts.append(found[0] if bare else next(iter(tomllib.loads(f"{found[0]} = 0"))))
            self.pos = found.end()
            if self.text[self._skip(_SPACE)] != ".":
                return tuple(parts)
            self.pos += 1

    def _pair(self, table: Path) -> None:
        """`key = value`."""
        line, path = self._here(), table
        for key in self._key():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.pos += 1
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        opening = self.text[self.pos]
        if opening == "[":
            self._inside("]", path)
        elif opening == "{":
            self._inside("}", path)
        else:
            self._skip(_STRING if opening in "\"'" else _SCALAR)

    def _inside(self, closing: str, path: Path) -> None:
        """The items of an array or the pairs of an inline table."""
        self.pos += 1
        place = 0
        while self.text[self._skip(_BLANK)] != closing:
            if self.text[self.pos] == ",":
                self.pos += 1
            elif closing == "}":
                self._pair(path)
            else:
                self.lines.setdefault((*path, place), self._here())
                self._value((*path, place))
                place += 1
        self.pos += 1
