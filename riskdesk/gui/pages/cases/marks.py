"""Where the searched words stand in a text, and the piece of a long text that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from riskdesk.store.search import fold

Spans = tuple[tuple[int, int], ...]
BEFORE, LENGTH = 10, 90
"""Characters of a snippet before its first hit, and in all."""


class Snippet(NamedTuple):
    """A piece of text and the (start, end) of each hit in it."""

    text: str = ""
    spans: Spans = ()


NOTHING = Snippet()


def spans(text: str, words: Sequence[str]) -> Spans:
    """Where the folded `words` of a search stand in `text`, in order, overlapping ones joined.

    Latin words and numbers count from their beginning, as the index finds them.
    """
    if not words:
        return ()
    folded, origin = _folded(text)
    found: list[tuple[int, int]] = []
    for word in words:
        place = folded.find(word)
        while place >= 0:
            inside = word.isascii() and place > 0 and folded[place - 1].isascii() and folded[place - 1].isalnum()
            if not inside:
                found.append((origin[place], origin[place + len(word) - 1] + 1))
            place = folded.find(word, place + len(word))
    return _joined(sorted(found))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """`text` as the index folds it, and for each of its characters the place in `text` it comes from."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole, range(len(text))
    parts: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        piece = fold(character)
        parts.append(piece)
        origin += [place] * len(piece)
    return "".join(parts), origin


def _joined(found: Iterable[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def snippet(texts: Iterable[str], words: Sequence[str]) -> Snippet:
    """The piece of the first text that holds most of the words; the beginning of the first text without a hit."""
    best, most = "", 0
    best_hits: Spans = ()
    for text in texts:
        line = " ".join(text.split())
        best = best or line
        hits = spans(line, words)
        kinds = len({fold(line[start:end]) for start, end in hits})
        if kinds > most:
            best, best_hits, most = line, hits, kinds
    return _cut(best, best_hits)


def _cut(line: str, hits: Spans) -> Snippet:
    start = max(0, hits[0][0] - BEFORE) if hits else 0
    # A cut of a few characters hides more than it gives.
    start = 0 if start <= 3 else start
    head = "…" if start else ""
    piece = line[start : start + LENGTH]
    shift = len(head) - start
    kept = tuple((a + shift, min(b, start + LENGTH) + shift) for a, b in hits if a < start + LENGTH)
    return Snippet(head + piece + ("…" if start + LENGTH < len(line) else ""), kept)
