"""The search index: FTS5 over overlapping character pairs, so that words such as 漏水 are found exactly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_RUN = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def fold(text: str) -> str:
    """NFKC and case folded: full-width ＡＢ and ab are the same word."""
    return unicodedata.normalize("NFKC", text).casefold()


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """The words of folded `text`: (True, a run of Han characters) or (False, a Latin or digit word)."""
    for word in _RUN.findall(text):
        start = 0
        while start < len(word):
            is_han = bool(_HAN.match(word[start]))
            end = start + 1
            while end < len(word) and bool(_HAN.match(word[end])) == is_han:
                end += 1
            yield is_han, word[start:end]
            start = end


def index_text(text: str) -> str:
    """`text` as the index stores it: pairs of neighbouring Han characters, the last one alone, and other words."""
    tokens: list[str] = []
    for is_han, run in runs(fold(text)):
        if is_han:
            tokens += [run[i : i + 2] for i in range(len(run) - 1)]
            tokens.append(run[-1])
        else:
            tokens.append(run)
    return " ".join(tokens)


def match_expression(text: str) -> str | None:
    """The FTS5 expression that finds every word of `text`, or None where there is nothing to search for.

    Nothing the person types is passed on as syntax: every word is quoted.
    """
    terms = []
    for is_han, run in runs(fold(text)):
        if is_han and len(run) > 1:
            terms.append('"' + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + '"')
        else:
            terms.append(f'"{run}"*')
    return " AND ".join(terms) or None


def words_of(text: str) -> list[str]:
    """The folded words of a search, for marking hits."""
    return [run for _, run in runs(fold(text))]


def texts(value: Any) -> Iterator[str]:
    """Every piece of human text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)


def initials(title: str) -> str:
    """Pinyin initials of a title and of its tails by word, such as `dtkr` for 电梯困人."""
    # 0.2 s to import: only once something is saved.
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(title, style=Style.FIRST_LETTER, errors=lambda _: " "))
