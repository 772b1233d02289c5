"""The hybrid logical clock: wall time that never runs backwards, so that merges are ordered the same everywhere."""

from __future__ import annotations

import datetime as dt


def stamp(millis: int, counter: int, site: str) -> str:
    """`0001764029948123.00000.HQ`: text order is clock order."""
    return f"{millis:016d}.{counter:05d}.{site}"


def next_stamp(last: str | None, now: dt.datetime, site: str) -> str:
    """The stamp of an entry written at `now` after the one stamped `last`."""
    millis = int(now.timestamp() * 1000)
    if last is None:
        return stamp(millis, 0, site)
    last_millis, counter, _ = last.split(".", 2)
    if millis > int(last_millis):
        return stamp(millis, 0, site)
    return stamp(int(last_millis), int(counter) + 1, site)
