"""Work on another thread gives way while the window is painted.

Python runs one thread at a time. A table painted beside work that is pure Python hands the turn over hundreds of times,
and each time waits for the other thread's turn to end: a paint of 30 ms then takes a second. So turns are kept short
while there is such work, and the work stands still between two of its steps while a table is being painted.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

TURN_S = 0.0005
"""Length of a turn while there is work on another thread; Python's own is ten times that."""
LONGEST_S = 0.1
"""Work does not wait longer than this, whatever happens to the paint."""

_free = threading.Event()
_free.set()


@contextmanager
def first() -> Iterator[None]:
    """What is done inside, on the GUI thread, goes before the work of others."""
    _free.clear()
    try:
        yield
    finally:
        _free.set()


def give_way() -> None:
    """Called by work between two of its steps: stands still while the window is painted."""
    if not _free.is_set():
        _free.wait(LONGEST_S)


@contextmanager
def short_turns() -> Iterator[None]:
    """Around work on another thread."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, TURN_S))
    try:
        yield
    finally:
        sys.setswitchinterval(before)
