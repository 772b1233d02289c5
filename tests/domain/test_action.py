"""Rules of the measure: confirmed by another, overdue, open, done, in hand."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.action import Action, ActionState, dated
from riskdesk.domain.errors import Invalid

DAY = dt.date(2026, 11, 25)


def measure(**fields: object) -> Action:
    return Action.of(title="换锁", **fields)


def test_a_confirmed_measure_names_who_confirmed_it() -> None:
    with pytest.raises(Invalid, match="verified_by_id: Say who confirmed it"):
        measure(state="verified", owner_id="a")


def test_the_owner_does_not_confirm_the_own_measure() -> None:
    with pytest.raises(Invalid, match="verified_by_id: Someone other than the owner"):
        measure(state="verified", owner_id="a", verified_by_id="a")
    assert measure(state="verified", owner_id="a", verified_by_id="b").is_done


def test_a_confirmed_measure_is_not_given_to_who_confirmed_it() -> None:
    confirmed = measure(state="verified", owner_id="a", verified_by_id="b")
    with pytest.raises(Invalid):
        confirmed.changed(owner_id="b")


def test_a_measure_without_an_owner_is_not_confirmed() -> None:
    with pytest.raises(Invalid, match="owner_id: Enter its owner first"):
        measure(state="verified", verified_by_id="b")


@pytest.mark.parametrize(
    ("state", "is_open", "is_done", "counts"),
    [
        ("open", True, False, True),
        ("doing", True, False, True),
        ("done", False, True, True),
        ("verified", False, True, True),
        ("cancelled", False, False, False),
    ],
)
def test_what_a_state_means(state: str, is_open: bool, is_done: bool, counts: bool) -> None:
    made = measure(state=state, owner_id="a", verified_by_id="b" if state == "verified" else "")
    assert (made.is_open, made.is_done, made.counts) == (is_open, is_done, counts)


@pytest.mark.parametrize("state", list(ActionState))
def test_only_an_open_measure_is_overdue(state: ActionState) -> None:
    made = measure(state=state, due=DAY, owner_id="a", verified_by_id="b" if state is ActionState.VERIFIED else "")
    assert made.overdue_on(DAY + dt.timedelta(days=1)) is made.is_open


def test_a_measure_is_overdue_from_the_day_after_it_was_due() -> None:
    assert not measure(due=DAY).overdue_on(DAY)
    assert measure(due=DAY).overdue_on(DAY + dt.timedelta(days=1))
    assert not measure().overdue_on(DAY)


def test_a_day_that_is_not_told_is_today_where_today_is_known() -> None:
    done = measure(state="done")
    assert dated(done, measure(), DAY).done_on == DAY
    assert dated(done, measure(), None).done_on is None
    assert dated(measure(state="done", done_on=DAY), measure(), DAY + dt.timedelta(days=1)).done_on == DAY


def test_what_was_opened_again_has_no_days() -> None:
    confirmed = measure(state="verified", owner_id="a", verified_by_id="b", done_on=DAY, verified_on=DAY)
    again = dated(confirmed.changed(state="open"), confirmed, None)
    assert (again.done_on, again.verified_on, again.verified_by_id) == (None, None, "")
