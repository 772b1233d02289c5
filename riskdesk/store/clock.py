"""The hybrid logical clock: wall time that never runs backwards, so that merges are ordered the same everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)
_MOST = 99_999
"""Highest counter: text order is clock order only while all counters are equally wide."""


def millis_of(moment: dt.datetime) -> int:
    """Whole milliseconds since 1970."""
    return (moment - _EPOCH) // _MILLISECOND


def stamp(millis: int, counter: int, site: str) -> str:
    """`0001764029948123.00000.HQ`: text order is clock order."""
    return f"{millis:016d}.{counter:05d}.{site}"


def stamps(last: str | None, millis: int, site: str) -> Iterator[str]:
    """The stamps of entries written at `millis` after the one stamped `last`, each later than the one before."""
    now, counter = (-1, 0) if last is None else (int(last[:16]), int(last[17:22]))
    while True:
        if millis > now:
            now, counter = millis, 0
        elif counter == _MOST:
            now, counter = now + 1, 0
        else:
            counter += 1
        yield stamp(now, counter, site)
