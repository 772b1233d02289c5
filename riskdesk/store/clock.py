"""The hybrid logical clock: wall time that never runs backwards, so that merges are ordered the same everywhere."""

from __future__ import annotations

import datetime as dt

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


def next_stamp(last: str | None, millis: int, site: str) -> str:
    """The stamp of an entry written at `millis` after the one stamped `last`, later than that in any case."""
    if last is None:
        return stamp(millis, 0, site)
    last_millis, counter = int(last[:16]), int(last[17:22])
    if millis > last_millis:
        return stamp(millis, 0, site)
    if counter == _MOST:
        return stamp(last_millis + 1, 0, site)
    return stamp(last_millis, counter + 1, site)
