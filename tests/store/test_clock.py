from __future__ import annotations

import datetime as dt
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from riskdesk.store.clock import millis_of, stamp, stamps

MILLIS = st.integers(0, 10**14)


def next_stamp(last: str | None, millis: int, site: str) -> str:
    return next(stamps(last, millis, site))


@given(st.lists(MILLIS, min_size=2, max_size=30))
def test_stamps_rise_whatever_the_clock_does(clock: list[int]) -> None:
    found: list[str] = []
    for millis in clock:
        found.append(next_stamp(found[-1] if found else None, millis, "HQ"))
    assert found == sorted(set(found))


def test_more_entries_than_a_counter_holds_still_rise() -> None:
    last = stamp(1_000, 99_998, "HQ")
    full = next_stamp(last, 1_000, "HQ")
    over = next_stamp(full, 1_000, "HQ")
    assert last < full < over
    assert len(last) == len(over)


@given(st.none() | st.builds(stamp, MILLIS, st.integers(99_990, 99_999), st.just("HQ")), MILLIS)
def test_many_at_once_are_as_one_after_the_other(last: str | None, millis: int) -> None:
    together = list(islice(stamps(last, millis, "HQ"), 15))
    for one in together:
        last = next_stamp(last, millis, "HQ")
        assert one == last


def test_a_clock_that_goes_back_is_not_followed_and_one_that_goes_on_is() -> None:
    late = next_stamp(None, 2_000, "HQ")
    assert next_stamp(late, 1_000, "HQ") == "0000000000002000.00001.HQ"
    assert next_stamp(late, 3_000, "HQ") == "0000000000003000.00000.HQ"


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)))
def test_milliseconds_are_cut_and_never_rounded(moment: dt.datetime) -> None:
    assert millis_of(moment) == int(moment.replace(microsecond=0).timestamp()) * 1000 + moment.microsecond // 1000
