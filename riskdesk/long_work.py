"""What long work needs of others: somebody who is told how far it is, and no search for garbage meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int], None]
"""`tell(done, total)` reports progress and raises `Cancelled` once a person stopped it."""


def quiet(done: int, total: int) -> None:
    """Tell nobody."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the search for dead circles of objects, which takes longest among tens of thousands of new ones."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
