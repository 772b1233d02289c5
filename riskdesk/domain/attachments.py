"""The files attached to a record: their names, which come in, which may be opened from here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from riskdesk.domain.record import Attachment

LONGEST = 80
"""Characters of a name that are kept: a file system takes 255 bytes, and a Chinese character has three."""
_ENDINGS = (
    "app appimage bat bin cmd com cpl deb desktop dll dmg exe hta jar js jse lnk msc msi msix msp ps1 py pyw reg rpm"
    " run scr sh url vb vbe vbs wsf wsh"
)
PROGRAMS = frozenset(_ENDINGS.split())
"""Endings of files that act when they are opened: they are saved, never opened from here."""


def safe_name(name: str) -> str:
    """A name that every file system takes, without folders, its ending kept; `file` where nothing remains."""
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*]+', "_", re.split(r"[\\/]", name)[-1]).strip(" .")
    stem, ending = _parts(plain or "file")
    ending = ending[:20]
    return f"{stem[: LONGEST - len(ending)]}{ending}"


def _parts(name: str) -> tuple[str, str]:
    """A name and its ending with the dot; a name that only begins with a dot has none."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def is_program(name: str) -> bool:
    """Whether opening a file of this name would run it."""
    return _parts(name.lower())[1].lstrip(".") in PROGRAMS


def joined(present: Iterable[Attachment], new: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Present and new files: the same bytes once, and no two of one name."""
    found = list(present)
    for attachment in new:
        if all(attachment.sha256 != other.sha256 for other in found):
            found.append(attachment.changed(name=_free(attachment.name, {other.name for other in found})))
    return tuple(found)


def _free(name: str, taken: set[str]) -> str:
    (stem, ending), place = _parts(name), 2
    while name in taken:
        name, place = f"{stem} ({place}){ending}", place + 1
    return name


def without(present: Iterable[Attachment], sha256: str) -> tuple[Attachment, ...]:
    """The files but one."""
    return tuple(attachment for attachment in present if attachment.sha256 != sha256)
