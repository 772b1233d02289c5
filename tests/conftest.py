"""A clock that stands until it is moved, and a desk at a fresh file. Nothing here needs a display."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from functools import cache
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


@pytest.fixture(scope="session")
def _new_files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("new")

    @cache
    def of_site(site: str) -> Path:
        Desk.open(folder / f"{site}.riskdesk", site=site).close()
        return folder / f"{site}.riskdesk"

    return of_site


@pytest.fixture
def new_file(tmp_path: Path, _new_files: Callable[[str], Path]) -> Callable[[str], Path]:
    """A new, empty file of a site: a copy of one that was made once, which takes a tenth of the time."""
    return lambda site: Path(shutil.copy(_new_files(site), tmp_path / "office.riskdesk"))


@pytest.fixture
def desk(new_file: Callable[[str], Path], clock: Clock) -> Iterator[Desk]:
    """A desk at a new, empty file of site JX."""
    made = Desk.open(new_file("JX"))
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
