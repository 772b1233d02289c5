from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from riskdesk.store.clock import millis_of, next_stamp, stamp

MILLIS = st.integers(0, 10**14)


@given(st.lists(MILLIS, min_size=2, max_size=30))
def test_stamps_rise_whatever_the_clock_does(clock: list[int]) -> None:
    stamps: list[str] = []
    for millis in clock:
        stamps.append(next_stamp(stamps[-1] if stamps else None, millis, "HQ"))
    assert stamps == sorted(set(stamps))


def test_more_entries_than_a_counter_holds_still_rise() -> None:
    last = stamp(1_000, 99_998, "HQ")
    full = next_stamp(last, 1_000, "HQ")
    over = next_stamp(full, 1_000, "HQ")
    assert last < full < over
    assert len(last) == len(over)


def test_a_clock_that_goes_back_is_not_followed_and_one_that_goes_on_is() -> None:
    late = next_stamp(None, 2_000, "HQ")
    assert next_stamp(late, 1_000, "HQ") == "0000000000002000.00001.HQ"
    assert next_stamp(late, 3_000, "HQ") == "0000000000003000.00000.HQ"


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)))
def test_milliseconds_are_cut_and_never_rounded(moment: dt.datetime) -> None:
    assert millis_of(moment) == int(moment.replace(microsecond=0).timestamp()) * 1000 + moment.microsecond // 1000
