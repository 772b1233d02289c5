"""The search index: FTS5 over overlapping character pairs, so that words such as 漏水 are found exactly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from operator import add
from typing import Any

from riskdesk.store.initials import initials

__all__ = ["PLAIN", "fold", "index_text", "initials", "match_expression", "number_pattern", "runs", "texts", "words_of"]

_HAN = "\u4e00-\u9fff\u3400-\u4dbf\u2e80-\u2fdf\u3005-\u3007\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"([{_HAN}]+)|([^\\W_{_HAN}]+)")
PLAIN = "\u4e00-\u9fff\x01-\x7f，。；：？！、（）《》“”‘’—…·\u3000"
"""A text of such characters is the same after NFKC but for its punctuation, which is no part of any word."""
_FOLDABLE = re.compile(f"[^{PLAIN}]")
# `HQ-R-2026-0012` from its beginning, or from its kind or its year on.
_NUMBER = re.compile(r"[A-Z][A-Z0-9]{1,5}-([A-Z](-(\d{0,4}(-\d*)?)?)?)?|([A-Z]-)?\d{4}-\d*")
_COUNTER = re.compile(r"\d{1,6}")


def fold(text: str) -> str:
    """NFKC and case folded: full-width ＡＢ and ab are the same word."""
    return (unicodedata.normalize("NFKC", text) if _FOLDABLE.search(text) else text).casefold()


def runs(text: str) -> list[tuple[str, str]]:
    """The words of folded `text`: ('a run of Han characters', '') or ('', 'a Latin or digit word')."""
    return _RUNS.findall(text)


def index_text(text: str) -> str:
    """`text` as the index stores it: pairs of neighbouring Han characters, the last one alone, and other words."""
    tokens: list[str] = []
    for han, word in runs(fold(text)):
        if han:
            tokens += map(add, han, han[1:])
            tokens.append(han[-1])
        else:
            tokens.append(word)
    return " ".join(tokens)


def match_expression(text: str) -> str | None:
    """The FTS5 expression that finds every word of `text`, or None where there is nothing to search for.

    Nothing the person types is passed on as syntax: every word is quoted.
    """
    terms = []
    for han, word in runs(fold(text)):
        if len(han) > 1:
            terms.append('"' + " ".join(map(add, han, han[1:])) + '"')
        else:
            terms.append(f'"{han or word}"*')
    return " AND ".join(terms) or None


def number_pattern(text: str) -> str | None:
    """The LIKE pattern of the numbers that `text` may mean: `HQ-R-2026`, `2026-0012` or only `12`; None for words."""
    text = unicodedata.normalize("NFKC", text).strip().upper()
    if _COUNTER.fullmatch(text):
        return f"%-{int(text):04d}"
    return f"%{text}%" if _NUMBER.fullmatch(text) else None


def words_of(text: str) -> list[str]:
    """The folded words of a search, for marking hits."""
    return [han or word for han, word in runs(fold(text))]


def texts(value: Any, silent: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every piece of human text inside a JSON value, but not the values under the keys `silent`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, silent)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in silent:
                yield from texts(item, silent)
