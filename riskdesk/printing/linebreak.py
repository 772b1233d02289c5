"""Where lines of Chinese text may end, for every form there is.

Source of the rules: GB/T 15834-2011, 5.1: full stops, commas and the like, closing quotes, brackets, dots, hyphens
and the slash do not begin a line; opening quotes and brackets and the slash do not end one; a two-em dash and an
ellipsis are never cut. Beyond it, words and numbers in Latin letters and digits stay whole: a telephone number,
RISK-2026, 3-502, 15%, an address on the web.

All positions are character positions in the text given. Widths are in any one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

NO_START = "，。、；：？！…—·•～）》」』】〕〗〉］｝”’％‰℃°′″々〻ー–" + ",.;:?!)]}>%/／-~"
"""Characters that do not begin a line while another break can be had."""

NO_END = "（《「『【〔〖〈［｛“‘￥＄￡№" + "([{<$¥£€#@/／"
"""Characters that do not end a line while another break can be had."""

SPACES = " \t\u2002-\u200a\u3000"
"""Characters that hang unseen at the end of a line, as the inside of a class of a regular expression."""

_TIES = "\u00a0\u2060\u202f"
_MARKS = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
_LETTER = f"0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f{_MARKS}"
# A telephone number in the customary groups; or letters and digits, a sign of a number before and others between.
_WORD = (
    r"1\d\d[ -]\d{4}[ -]\d{4}(?!\d)"
    rf"|(?:(?<![^{SPACES}(（])[+±−-])?[{_LETTER}](?:[{_LETTER}]|[-._/:@%+#&=?~,'’*$!|\\−]+(?=[{_LETTER}]))*+"
)
_PAIR = "…{1,2}|—{1,2}"
_SIGN = rf"[^{SPACES}][{_MARKS}]*+"
_HANG = rf"[{SPACES}]*+"


def _pieces(core: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{core}){_HANG}|[{SPACES}]++", re.DOTALL)


def _atoms(core: str, glue: str = "") -> re.Pattern[str]:
    """What holds together: opening signs, a core, closing signs; several of them if glue joins them."""
    closing = NO_START if not glue else NO_START.replace("/", "").replace("／", "")
    # A minus behind a space belongs to the number after it, a hyphen behind a word to the word.
    apart = closing.replace("-", "").replace("~", "")
    before, after = f"(?:[{_set(NO_END)}]{_HANG})*", f"(?:[{_set(closing)}]|[{SPACES}]++[{_set(apart)}])*+"
    unit = f"{before}(?:{core}){after}"
    return _pieces(f"{unit}(?:(?:{glue}){unit})*+(?:{_HANG}[/／])*+" if glue else unit)


def _set(signs: str) -> str:
    return re.escape(signs)


# From the largest pieces to the smallest; the next is asked for a piece that is wider than the line.
_WHOLE = _atoms(f"{_WORD}|{_SIGN}", rf"{_HANG}[/／]++{_HANG}|[{_TIES}]++")
_UNTIED = _atoms(f"{_WORD}|{_SIGN}")
_CUT_WORDS = _atoms(_SIGN)
_PARTED = _pieces(f"{_WORD}|{_PAIR}|{_SIGN}")
_UNITS = _pieces(f"{_PAIR}|{_SIGN}")
_CHARACTERS = _pieces(_SIGN)

_WORDS = re.compile(_WORD)
_HANGING = re.compile(rf"[{SPACES}]+\Z")
_LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_EASE = 1e-6


class Line(NamedTuple):
    """One line: `text[start:stop]` is seen and is `width` wide; spaces and a line end up to `end` hang unseen."""

    start: int
    stop: int
    end: int
    width: float


def break_lines(text: str, advances: Sequence[float], limit: float) -> list[Line]:
    """Break `text` into lines no wider than `limit`.

    Every character belongs to exactly one line (from `start` to `end`), in order. Line ends in the text end a
    line, and spaces count as typed except at the end of a line. A line is wider than `limit` only if it holds a
    single character that is.

    Args:
        text: any text; line ends as `str.splitlines` knows them.
        advances: the width of each character.
        limit: the width of the lines in the unit of `advances`.
    """
    if not text:
        return [Line(0, 0, 0, 0.0)]
    reach = [0, *accumulate(advances)]
    lines: list[Line] = []
    start = 0
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph)
        stop = start + len(paragraph.rstrip(_LINE_ENDS))
        if reach[stop] - reach[start] <= limit + _EASE:
            lines.append(_line(text, reach, start, stop, end))
        else:
            lines.extend(_fill(text, reach, start, stop, end, limit + _EASE))
        start = end
    return lines


def _fill(text: str, reach: list[float], start: int, stop: int, end: int, limit: float) -> Iterator[Line]:
    """The lines of one paragraph, each as full as its pieces allow."""
    begins = [start]
    previous = before = start
    for low, high in _split(text, reach, start, stop, limit, (_WHOLE, _UNTIED)):
        if low > begins[-1] and reach[_seen(text, low, high)] - reach[begins[-1]] > limit:
            begins.append(low)
            before = previous
        previous = low
    ends_alone = previous == begins[-1] and len(begins) > 1 and before > begins[-2]
    if ends_alone and reach[stop] - reach[before] <= limit and _is_lone(text, before, previous, stop):
        begins[-1] = before  # a single character does not make a line (单字不成行): it takes its neighbour along
    for low, high in zip(begins, [*begins[1:], stop], strict=True):
        yield _line(text, reach, low, high, end if high == stop else high)


def _is_lone(text: str, before: int, last: int, stop: int) -> bool:
    """True if text[last:stop] is one Chinese character, with signs or without, and text[before:last] one as well."""
    if not all(text[at] >= "\u2e80" and text[at].isalpha() for at in (before, last)):
        return False
    ahead = text[:before].rstrip(" \u3000")[-1:]
    return sum(map(str.isalnum, text[before:stop])) == 2 and ahead not in NO_END and ahead not in _TIES


def _split(
    text: str, reach: list[float], low: int, high: int, limit: float, levels: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[int, int]]:
    """(start, end) of the largest pieces that fit; between them a line may end."""
    for match in levels[0].finditer(text, low, high):
        a, b = match.span()
        if reach[b] - reach[a] <= limit or reach[_seen(text, a, b)] - reach[a] <= limit:
            yield a, b
        elif levels[0] is _UNTIED:
            yield from _split(text, reach, a, b, limit, _smaller(text, reach, a, b, limit))
        elif len(levels) > 1:
            yield from _split(text, reach, a, b, limit, levels[1:])
        else:
            yield a, b


def _smaller(text: str, reach: list[float], low: int, high: int, limit: float) -> tuple[re.Pattern[str], ...]:
    """How to part what is wider than a line.

    A word that is itself too wide is cut between its letters, which leaves the signs around it where they belong;
    otherwise the signs are parted and the words stay whole.
    """
    wide = any(reach[word.end()] - reach[word.start()] > limit for word in _WORDS.finditer(text, low, high))
    return (_CUT_WORDS if wide else _PARTED), _UNITS, _CHARACTERS


def _seen(text: str, low: int, high: int) -> int:
    """The end of what is seen of text[low:high], the spaces at its end left off."""
    if text[high - 1] > " " and not "\u2002" <= text[high - 1] <= "\u3000":
        return high
    match = _HANGING.search(text, low, high)
    return match.start() if match else high


def _line(text: str, reach: list[float], start: int, stop: int, end: int) -> Line:
    seen = _seen(text, start, stop) if stop > start else stop
    return Line(start, seen, end, reach[seen] - reach[start])
