"""Where and when complaints stand out: the statistics."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.hotspot import (
    FALSE_ALARMS,
    LEAST,
    HotSpot,
    SeasonalRise,
    by_month,
    hot_spots,
    recent,
    season,
    seasonal_rises,
    upper_tail,
    whole_months,
)

TODAY = dt.date(2026, 11, 25)
PLACES = [f"{number}栋" for number in range(1, 13)]
SIZES = dict.fromkeys(PLACES, 1.0)


def test_the_tail_is_the_binomial_one() -> None:
    exact = sum(comb(40, k) * 0.1**k * 0.9 ** (40 - k) for k in range(11, 41))
    assert upper_tail(11, 40, 0.1) == pytest.approx(exact, rel=1e-9)
    assert upper_tail(4, 40, 0.1) == 1
    assert upper_tail(41, 40, 0.1) == 0
    assert 0 < upper_tail(2_000, 100_000, 0.01) < 1e-100


@given(st.integers(1, 400), st.floats(0.01, 0.9), st.data())
def test_more_complaints_are_never_less_conspicuous(n: int, share: float, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, n))
    assert 0 <= upper_tail(count + 1, n, share) <= upper_tail(count, n, share) <= 1


# places


@given(st.integers(0, 60), st.integers(2, 30), st.integers(1, 6))
def test_no_hot_spot_where_all_places_have_the_same(count: int, places: int, kinds: int) -> None:
    counts = {(place, f"t{kind}"): count for place in range(places) for kind in range(kinds)}
    assert hot_spots(counts, dict.fromkeys(range(places), 1.0)) == []


@given(st.dictionaries(st.tuples(st.sampled_from(PLACES), st.sampled_from("电水噪")), st.integers(0, LEAST - 1)))
def test_few_complaints_are_never_a_hot_spot(counts: dict[tuple[str, str], int]) -> None:
    assert hot_spots(counts, SIZES) == []


@given(
    st.lists(st.integers(0, 6), min_size=12, max_size=12), st.integers(0, 11), st.sampled_from(["电梯", "漏水"]),
    st.integers(30, 200),
)  # fmt: skip
def test_a_planted_hot_spot_is_found_and_comes_first(
    background: list[int], where: int, kind: str, planted: int
) -> None:
    counts = {(place, k): n for place, n in zip(PLACES, background, strict=True) for k in ("电梯", "漏水")}
    counts[PLACES[where], kind] = planted
    (first, *_) = hot_spots(counts, SIZES)
    assert (first.place, first.complaint_type, first.count) == (PLACES[where], kind, planted)
    others = [n for place, n in zip(PLACES, background, strict=True) if place != PLACES[where]]
    assert first.usual == pytest.approx(sum(others) / 11)
    assert first.usual <= first.limit < planted


def test_a_small_surplus_is_not_told_however_sure_it_is() -> None:
    counts = {(place, "电梯"): 10_000 for place in PLACES} | {("3栋", "电梯"): 14_000}
    assert hot_spots(counts, SIZES) == []
    assert len(hot_spots(counts | {("3栋", "电梯"): 15_000}, SIZES)) == 1


@given(st.integers(1, 20))
def test_a_bigger_place_may_have_more(factor: int) -> None:
    """Sizes count: twice the buildings, twice the complaints are usual."""
    sizes = {"big": float(factor), **dict.fromkeys(PLACES, 1.0)}
    counts = {("big", "电梯"): 6 * factor, **{(place, "电梯"): 6 for place in PLACES}}
    assert hot_spots(counts, sizes) == []


def test_chance_raises_a_false_alarm_at_most_once_in_twenty_readings() -> None:
    chance = random.Random(7)
    kinds = [f"t{number}" for number in range(8)]
    alarms = 0
    for _ in range(300):
        counts = Counter((chance.choice(PLACES), chance.choice(kinds)) for _ in range(300))
        alarms += bool(hot_spots(counts, SIZES))
    assert alarms <= 300 * FALSE_ALARMS


def test_with_two_places_the_other_one_is_no_firm_ground() -> None:
    """Six against none may be chance where there are but two places, and is none where there are twelve."""
    assert hot_spots({("a", "电梯"): 6}, {"a": 1.0, "b": 1.0}) == []
    assert len(hot_spots({("1栋", "电梯"): 6}, SIZES)) == 1


def test_one_place_alone_cannot_stand_out() -> None:
    assert hot_spots({("a", "电梯"): 500}, {"a": 1.0}) == []
    assert hot_spots({}, {}) == []
    assert hot_spots({("unknown", "电梯"): 500}, {"a": 1.0, "b": 1.0}) == []


def test_complaints_without_a_type_say_nothing() -> None:
    assert hot_spots({("1栋", ""): 60}, SIZES) == []


def test_the_reason_names_what_is_usual_and_what_chance_explains() -> None:
    (spot,) = hot_spots({("3栋", "电梯"): 14, **{(place, "电梯"): 1 for place in PLACES if place != "3栋"}}, SIZES)
    assert spot == HotSpot("3栋", "电梯", 14, 1.0, 7)
    told = spot.reason.format(**spot.reason_values)
    assert told == (
        "14 complaints of this type in 90 days. Going by the other places 1 would be usual; chance explains 7 at most."
    )


def test_recent_is_ninety_days_with_today() -> None:
    first, last = recent(TODAY)
    assert (last - first).days == 89
    assert last == TODAY


# months

MONTHS = whole_months(TODAY)


def test_three_whole_years_are_whole_months() -> None:
    assert (MONTHS[0], MONTHS[-1], len(MONTHS)) == (dt.date(2023, 11, 1), dt.date(2026, 10, 1), 36)


START = ("其他", dt.date(2023, 10, 1))
"""Complaints are kept since the month before: its own is left out."""


@given(st.integers(0, 80), st.integers(12, 36))
def test_no_season_where_all_months_have_the_same(count: int, months: int) -> None:
    assert seasonal_rises({("供暖", month): count for month in MONTHS[-months:]}, TODAY) == []


@given(st.lists(st.integers(0, 4), min_size=36, max_size=36), st.integers(0, 35))
def test_a_handful_is_no_season(background: list[int], place: int) -> None:
    """Four in one month of the year and none elsewhere."""
    counts = {("供暖", MONTHS[place]): 4, START: 1}
    assert seasonal_rises(counts, TODAY) == []
    noise = {("供暖", month): n for month, n in zip(MONTHS, background, strict=True)}
    assert all(rise.count >= LEAST for rise in seasonal_rises(noise | {START: 1}, TODAY))


def test_chance_makes_a_season_at_most_once_in_twenty_readings() -> None:
    chance = random.Random(11)
    alarms = 0
    for _ in range(200):
        counts = Counter((chance.choice("电水噪停暖"), chance.choice(MONTHS)) for _ in range(1500))
        alarms += bool(seasonal_rises(counts | Counter([START]), TODAY))
    assert alarms <= 200 * FALSE_ALARMS


@given(st.lists(st.integers(0, 4), min_size=36, max_size=36), st.integers(1, 12), st.integers(25, 90))
def test_a_planted_season_is_found(background: list[int], number: int, planted: int) -> None:
    counts = {("漏水", month): n for month, n in zip(MONTHS, background, strict=True)}
    counts |= {("漏水", month): planted for month in MONTHS if month.month == number} | {START: 1}
    (rise,) = seasonal_rises(counts, TODAY)
    assert (rise.complaint_type, rise.months, rise.count, rise.years) == ("漏水", (number,), 3 * planted, 3)


def test_a_winter_is_told_as_one_season_in_its_order() -> None:
    counts = {("供暖", month): 20 if month.month in (11, 12, 1, 2) else 2 for month in MONTHS}
    (rise,) = seasonal_rises(counts | {START: 1}, TODAY)
    assert rise.months == (11, 12, 1, 2)
    assert rise.count == 240
    assert 23 < rise.usual < 25
    assert rise.reason.format(**rise.reason_values) == (
        "240 complaints of this type in months 11、12、1、2 of 3 years. Going by the other months 24 would be usual."
    )


def test_one_bad_summer_is_no_season() -> None:
    counts = {("漏水", month): 2 for month in MONTHS} | {("漏水", dt.date(2025, 7, 1)): 90}
    assert seasonal_rises(counts, TODAY) == []
    assert len(seasonal_rises(counts | {("漏水", dt.date(2024, 7, 1)): 30}, TODAY)) == 1


def test_a_single_year_may_show_a_season_and_says_so() -> None:
    counts = {("供暖", month): 24 if month.month in (12, 1) else 2 for month in MONTHS[-13:]}
    (rise,) = seasonal_rises(counts, TODAY)
    assert (rise.months, rise.years) == ((12, 1), 1)
    assert "of the last year" in rise.reason


def test_less_than_a_year_shows_no_season() -> None:
    """Twelve months with a complaint are eleven whole ones: the first may have been entered in part."""
    assert seasonal_rises({("供暖", month): 2 + 50 * (month.month == 6) for month in MONTHS[-12:]}, TODAY) == []
    assert len(seasonal_rises({("供暖", month): 2 + 50 * (month.month == 6) for month in MONTHS[-13:]}, TODAY)) == 1
    assert seasonal_rises({}, TODAY) == []


def test_the_month_that_still_runs_is_left_out() -> None:
    counts = {("供暖", month): 2 for month in MONTHS}
    assert seasonal_rises(counts | {("供暖", dt.date(2026, 11, 1)): 500}, TODAY) == []


def test_rises_of_several_types_by_how_much_they_rise() -> None:
    counts = {("漏水", month): 30 if month.month == 7 else 3 for month in MONTHS}
    counts |= {("供暖", month): 60 if month.month == 1 else 3 for month in MONTHS}
    assert [rise.complaint_type for rise in seasonal_rises(counts, TODAY)] == ["供暖", "漏水"]
    assert all(isinstance(rise, SeasonalRise) for rise in seasonal_rises(counts, TODAY))


@pytest.mark.parametrize(
    ("months", "ordered"),
    [((1, 2, 11, 12), (11, 12, 1, 2)), ((6, 7, 8), (6, 7, 8)), ((4,), (4,)), ((), ()), ((1, 7), (1, 7)),
     (range(1, 13), tuple(range(1, 13)))],
)  # fmt: skip
def test_the_order_of_a_season(months: tuple[int, ...], ordered: tuple[int, ...]) -> None:
    assert season(months) == ordered


def test_by_month_counts_the_last_twelve() -> None:
    counts = {dt.date(2026, 11, 1): 3, dt.date(2025, 12, 1): 2, dt.date(2025, 11, 1): 9}
    assert by_month(counts, TODAY) == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]
