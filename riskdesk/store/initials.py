"""Pinyin initials of titles, from a table that `tests/store/pinyin_table.py` makes of pypinyin's.

pypinyin itself takes 0.3 s to import and ten times as long for the same letters.
"""

from __future__ import annotations

from functools import cache, lru_cache

from riskdesk.data import data_path

_NONE = "."


@lru_cache(maxsize=1024)
def initials(title: str) -> str:
    """Pinyin initials of the Han characters of a title, such as `dtkr` for 电梯困人; other characters part them."""
    letters, phrases = _table()
    found, place = [], 0
    while place < len(title):
        character = title[place]
        for phrase, read in phrases.get(character, ()):
            if title.startswith(phrase, place):
                found.append(read)
                place += len(phrase)
                break
        else:
            found.append(letters.get(character, " "))
            place += 1
    return " ".join("".join(found).split())


@cache
def _table() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Character to letter, and first character to the phrases, longest first, that are read otherwise."""
    letters: dict[str, str] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in (data_path("pinyin") / "initials.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, read = line.split(" ")
        if key.isascii():
            start = int(key, 16)
            letters |= {chr(code): letter for code, letter in enumerate(read, start) if letter != _NONE}
        else:
            phrases.setdefault(key[0], []).append((key, read))
    return letters, phrases
