"""Complaints and contracts: their rules."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.complaint import Complaint, Spots, is_same_ticket
from riskdesk.domain.contract import Contract, Renewal, Standing
from riskdesk.domain.errors import Invalid

TODAY = dt.date(2026, 11, 25)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("place", "spot"),
    [("3栋502", "3栋"), (" ３ 栋 2单元", "3栋"), ("13栋101", "13栋"), ("1号车库B2", "1号 车库"), ("南门", "南门"),
     ("南门  岗亭", "南门 岗亭"), ("", ""), ("栋3", "栋3"), ("31栋", "31栋"),
     ("a 座 12 层", "A座"), ("A座商铺", "A座商铺")],
)  # fmt: skip
def test_places_are_counted_by_building(place: str, spot: str) -> None:
    assert Spots(["3栋", "13栋", "1栋", "1号 车库", "A座", "A座商铺", ""]).of(place) == spot


@pytest.mark.parametrize(
    ("place", "spot"),
    [("3栋301", "3栋"), (" 3栋502 ", "3栋"), ("３ 栋 301", "3栋"), ("3号楼2单元501", "3号楼"), ("第3幢电梯", "3幢"),
     ("a座1203", "A座"), ("A1栋", "A1栋"), ("12座", "12座"), ("三栋一单元", "三栋"), ("二期3栋301", "二期3栋"),
     ("B区5号楼", "B区5号楼"), ("88弄3号301室", "88弄3号"), ("3号301室", "3号"), ("1号楼B座1203", "1号楼")],
)  # fmt: skip
def test_a_building_is_read_from_the_place(place: str, spot: str) -> None:
    assert Spots([]).of(place) == spot


@pytest.mark.parametrize(
    "place",
    ["", "301", "南门", "3-2-501", "3-501", "3楼301", "3号电梯", "3号门", "1号车库B2", "3号楼道", "3号楼梯间", "A座位",
     "1-3栋", "3栋、5栋", "A座B座", "3栋与5号楼之间", "栋3", "靠近3栋的花园", "2026-1-5"],
)  # fmt: skip
def test_what_is_not_plainly_a_building_counts_for_itself(place: str) -> None:
    assert Spots([]).of(place) == place


@pytest.mark.parametrize(
    ("place", "spot"),
    [("3号楼2单元501", "3栋"), ("3幢", "3栋"), ("3-2-501", "3栋"), ("7-2-501", "7-2-501"), ("9栋101", "9栋"),
     ("5幢", "5幢"), ("5-1-101", "5-1-101"), ("二期3栋", "二期3栋"), ("3座", "3座"), ("3-501", "3-501")],
)  # fmt: skip
def test_a_building_of_the_list_is_known_however_it_is_written(place: str, spot: str) -> None:
    assert Spots(["3栋", "5栋", "5号楼", "南门"]).of(place) == spot


def test_a_complaint_is_settled_after_it_came_in() -> None:
    with pytest.raises(Invalid) as error:
        Complaint.of(title="漏水", received_on=TODAY, closed_on=TODAY - DAY)
    assert [e.field for e in error.value.errors] == ["closed_on"]


@pytest.mark.parametrize(
    ("site", "title", "day", "is_same"),
    [("s1", "夜间噪音", "2026-11-02", True), ("s2", "电梯停运", "2026-10-01", False),
     ("", "电梯停运", "2026-11-02", True), ("", "电梯停运 ", "", True),
     ("", "电梯停运（已修）", "2026-10-01", True), ("", "夜间噪音", "2026-11-02", None)],
)  # fmt: skip
def test_a_number_is_of_its_sites_system(site: str, title: str, day: str, is_same: bool | None) -> None:
    there = SimpleNamespace(site="s1", title="电梯停运", day="2026-10-01")
    told = SimpleNamespace(site=site, title=title, day=day)
    assert is_same_ticket(there, told) is is_same
    assert is_same_ticket(told, there) is is_same


def test_how_long_a_complaint_is_open() -> None:
    complaint = Complaint(title="漏水", received_on=TODAY - 7 * DAY)
    assert complaint.is_open
    assert complaint.days_open(TODAY) == 7
    assert complaint.changed(closed_on=TODAY - 4 * DAY).days_open(TODAY) == 3


def contract(**fields: object) -> Contract:
    return Contract.of(title="物业责任险", **fields)


def test_a_contract_ends_after_its_start() -> None:
    with pytest.raises(Invalid) as error:
        contract(starts_on=TODAY, ends_on=TODAY - DAY)
    assert [e.field for e in error.value.errors] == ["ends_on"]


@pytest.mark.parametrize(
    ("starts", "ends", "renewal", "standing", "valid", "reminds"),
    [
        (-300, 31, Renewal.OPEN, Standing.VALID, True, False),
        (-300, 30, Renewal.OPEN, Standing.SOON, True, True),
        (-300, 0, Renewal.OPEN, Standing.SOON, True, True),
        (-300, -1, Renewal.OPEN, Standing.EXPIRED, False, True),
        (-300, -1, Renewal.RENEWED, Standing.OVER, False, False),
        (-300, 5, Renewal.RENEWED, Standing.VALID, True, False),
        (-300, 5, Renewal.DROPPED, Standing.VALID, True, False),
        (1, 365, Renewal.OPEN, Standing.TO_COME, False, False),
        (None, None, Renewal.OPEN, Standing.VALID, True, False),
    ],
)
def test_how_a_contract_stands(
    starts: int | None, ends: int | None, renewal: Renewal, standing: Standing, valid: bool, reminds: bool
) -> None:
    first, last = (None if days is None else TODAY + days * DAY for days in (starts, ends))
    told = contract(starts_on=first, ends_on=last, renewal=renewal)
    assert told.standing_on(TODAY) is standing
    assert told.valid_on(TODAY) is valid
    assert told.reminds_on(TODAY) is reminds


@pytest.mark.parametrize(
    ("starts", "ends", "next_start", "next_end"),
    [
        ("2026-04-01", "2027-03-31", "2027-04-01", "2028-03-31"),
        ("2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"),
        ("2026-07-15", "2027-01-14", "2027-01-15", "2027-07-14"),
        ("2024-02-29", "2025-02-27", "2025-02-28", "2026-02-27"),
        ("2024-02-29", "2025-02-28", "2025-03-01", "2026-02-28"),
        ("2025-08-30", "2025-11-29", "2025-11-30", "2026-02-28"),
        ("2026-03-01", "2026-03-10", "2026-03-11", "2026-03-20"),
        ("2025-08-31", "2026-02-27", "2026-02-28", "2026-08-27"),
    ],
)
def test_the_next_term_is_as_long(starts: str, ends: str, next_start: str, next_end: str) -> None:
    given_ = contract(id="a", starts_on=starts, ends_on=ends, document="PZ-1", risk_ids=("r",)).next_term()
    assert (str(given_["starts_on"]), str(given_["ends_on"])) == (next_start, next_end)
    assert "document" not in given_
    assert (given_["renews_id"], given_["risk_ids"]) == ("a", ("r",))


@given(st.dates(dt.date(2001, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 1100))
def test_the_next_term_follows_at_once_and_is_as_long_within_four_days(start: dt.date, days: int) -> None:
    end = start + days * DAY
    fields = contract(id="a", starts_on=start, ends_on=end).next_term()
    following = Contract.of(**fields)
    assert following.starts_on == end + DAY
    assert following.ends_on is not None
    assert abs((following.ends_on - following.starts_on).days - days) <= 4


def test_the_next_term_of_one_without_dates() -> None:
    assert "starts_on" not in contract(id="a").next_term()
    assert "ends_on" not in contract(id="a", ends_on=TODAY).next_term()
