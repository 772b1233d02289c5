"""Rules of the case."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.case import Case
from riskdesk.domain.errors import Invalid


def case(**fields: object) -> Case:
    return Case.of(title="隐私泄露", family="legal", **fields)


def test_the_year_fits_the_date() -> None:
    day = dt.date(2023, 5, 6)
    assert case(happened_on=day, year=2023).happened_year == 2023
    with pytest.raises(Invalid, match="year: The year does not fit the date"):
        case(happened_on=day, year=2022)


def test_the_year_is_that_of_the_date_or_the_one_that_is_known() -> None:
    assert case(happened_on=dt.date(2023, 5, 6)).happened_year == 2023
    assert case(year=2021).happened_year == 2021
    assert case().happened_year is None


def test_money_and_people_are_never_less_than_none() -> None:
    with pytest.raises(Invalid) as caught:
        case(outcome={"compensation_cents": -1, "penalty_cents": -1, "days_open": -1, "injuries": -1})
    fields = {error.field for error in caught.value.errors}
    assert fields == {f"outcome.{name}" for name in ("compensation_cents", "penalty_cents", "days_open", "injuries")}


def test_an_event_says_what_happened() -> None:
    with pytest.raises(Invalid, match=r"course\.1\.what: Please fill this in"):
        case(course=({"at": "+00:15", "what": "报修"}, {"at": "+00:20", "what": " "}))
