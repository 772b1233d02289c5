"""Text in CSV files that no spreadsheet program takes for a formula."""

from __future__ import annotations

import re

GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at the start of a cell that Excel, LibreOffice or WPS may take for a formula; the full-width ones in some
locales."""

_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?%?")
_KEPT_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
_PHONE = re.compile(r"\+\d{1,3} ?\d{4,14}")
"""Strict on purpose: `+1-1` is a formula."""


def guarded(text: str) -> str:
    """A cell with a tab before what might be a formula; numbers and `+86 13800000000` stay as they are."""
    if text[:1] in GUARDED and text and not _NUMBER.fullmatch(text) and not _PHONE.fullmatch(text):
        return "\t" + text
    return text


def unguarded(text: str) -> str:
    """A cell without the tab that `guarded` put there, or the `="00123"` by which other programs keep text as text."""
    if found := _KEPT_AS_TEXT.fullmatch(text):
        return found[1].replace('""', '"')
    return text[1:] if text[:1] == "\t" and text[1:2] in GUARDED and text[1:] else text
