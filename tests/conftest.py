"""A clock that stands until it is moved, and a desk at a fresh file. Nothing here needs a display."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk

NOON = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)


class Clock:
    """The time of a test: `now` until somebody moves it on."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def on(self, **span: float) -> dt.datetime:
        """Go on by a span, such as `minutes=5`; returns the new time."""
        self.now += dt.timedelta(**span)
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Noon in Shanghai on 25 November 2026."""
    return Clock(NOON)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk at a new, empty file of site JX."""
    made = Desk.open(tmp_path / "office.riskdesk", site="JX")
    made.clock = clock
    yield made
    made.close()


@pytest.fixture
def colleague(desk: Desk, clock: Clock) -> Iterator[Desk]:
    """Somebody else at the same file, at the same time."""
    made = Desk.open(desk.store.path, "colleague")
    made.clock = clock
    yield made
    made.close()
