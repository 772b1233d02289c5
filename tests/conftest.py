"""A clock that stands until it is moved, and a desk at a fresh file. Nothing here needs a display."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk

NOON = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)


class Clock:
    """The time of a test: `now`, and the seconds of a steady clock beside it, until somebody moves them on."""

    def __init__(self, now: dt.datetime) -> None:
        self.now, self.steady_s = now, 1000.0

    def __call__(self) -> dt.datetime:
        return self.now

    def steady(self) -> float:
        """What no setting of the clock and no sleep moves."""
        return self.steady_s

    def on(self, **span: float) -> dt.datetime:
        """Go on by a span, such as `minutes=5`; returns the new time."""
        self.steady_s += dt.timedelta(**span).total_seconds()
        return self.jump(**span)

    def jump(self, **span: float) -> dt.datetime:
        """The computer sleeps, or somebody sets its clock: only the time goes on."""
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
