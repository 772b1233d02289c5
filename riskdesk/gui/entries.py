"""What an editor is made of: its fields, in groups under titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.gui.bindings import Make


@dataclass(frozen=True)
class Entry:
    """One field of an editor. `make` builds its widget; `half` lets two stand side by side."""

    name: str
    label: str
    make: Make
    help: str = ""
    required: bool = False
    half: bool = False


@dataclass(frozen=True)
class Group:
    """Entries under a title, in the order in which one learns the facts."""

    title: str
    entries: Sequence[Entry]
    only_new: bool = False
    """What is entered with a new record here and changed elsewhere afterwards."""
