"""Make riskdesk/_data/pinyin/initials.txt anew, after an update of pypinyin: `python tests/store/pinyin_table.py`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TARGET = Path(__file__).resolve().parents[2] / "riskdesk" / "_data" / "pinyin" / "initials.txt"
ROW = 256
NONE = "."
HEAD = (
    "# First letters of the readings of Chinese characters (256 in a row from the code point named), then phrases",
    "# that are read otherwise, longest first. From the tables of pypinyin (MIT licence, Copyright mozillazg).",
)


def table() -> str:
    """A letter for each character, and the phrases whose letters differ from those of their characters."""
    letters = {code: _letter(reading) for code, reading in PINYIN_DICT.items()}
    lines = [*HEAD]
    for start in sorted({code // ROW * ROW for code in letters}):
        lines.append(f"{start:05x} {''.join(letters.get(code, NONE) for code in range(start, start + ROW))}")
    odd = []
    for phrase, readings in PHRASES_DICT.items():
        read = "".join(_letter(reading[0]) for reading in readings)
        if read != "".join(letters.get(ord(character), NONE) for character in phrase):
            odd.append((phrase, read))
    lines += [f"{phrase} {read}" for phrase, read in sorted(odd, key=lambda entry: (-len(entry[0]), entry[0]))]
    return "\n".join(lines) + "\n"


def _letter(reading: str) -> str:
    """The first letter of a reading, without its tone."""
    letter = reading[0]
    return letter if letter.isascii() else unicodedata.normalize("NFD", letter)[0]


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")
