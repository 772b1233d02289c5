"""Complaints: what they tell, and the risks that are raised from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.calendar import last_months
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Site
from riskdesk.domain.hotspot import HotSpot, SeasonalRise
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus
from riskdesk.store import Query
from riskdesk.store.query import Condition

NOON = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def office(new_file: Callable[[str], Path]) -> Iterator[Desk]:
    made = Desk.open(new_file("HQ"))
    made.clock = lambda: NOON
    yield made
    made.close()


@pytest.fixture
def sites(office: Desk) -> dict[str, str]:
    """Three sites of six buildings each, name to id."""
    buildings = tuple(f"{number}栋" for number in range(1, 7))
    made = [
        Site(code=code, name=name, buildings=buildings)
        for code, name in (("JX", "锦绣"), ("CH", "翠湖"), ("YT", "云庭"))
    ]
    return {site.name: office.directory.add(site).value.id for site in made}


def enter(desk: Desk, count: int, kind: str, site_id: str, place: str, day: dt.date | None = None) -> list[str]:
    """Enter so many complaints, one a day back from `day`."""
    last = day or desk.today
    made = []
    for number in range(count):
        complaint = Complaint(
            title=f"{kind} {number}", complaint_type=kind, site_id=site_id, place=place,
            received_on=last - number % 60 * DAY,
        )  # fmt: skip
        made.append(desk.complaints.add(complaint).value.id)
    return made


def background(desk: Desk, sites: dict[str, str]) -> None:
    for site_id in sites.values():
        for building in range(1, 7):
            enter(desk, 1, "电梯", site_id, f"{building}栋{building}01")


def test_counts_by_month_type_and_place(office: Desk, sites: dict[str, str]) -> None:
    enter(office, 3, "电梯", sites["锦绣"], "3栋502", dt.date(2026, 11, 20))
    enter(office, 1, "电梯", sites["锦绣"], "3栋", dt.date(2026, 7, 2))
    enter(office, 2, "", "", "路口", dt.date(2025, 12, 31))
    enter(office, 1, "漏水", sites["翠湖"], "", dt.date(2025, 11, 30))
    assert office.complaints.by_month() == [2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3]
    assert office.complaints.by_type() == [("电梯", 4), ("", 2), ("漏水", 1)]
    jinxiu, cuihu = sites["锦绣"], sites["翠湖"]
    assert office.complaints.by_place() == [((jinxiu, "3栋"), 4), (("", "路口"), 2), ((cuihu, ""), 1)]
    assert office.complaints.types() == ["漏水", "电梯"]
    at_jinxiu = ((jinxiu, "3栋"), (jinxiu, "3栋502"))
    assert office.complaints.places_of(("3栋", "路口")) == (("", "路口"), *at_jinxiu)
    only = Query(where=(Condition("complaint_type", "in", ("电梯",)),))
    assert sum(office.complaints.by_month(only)) == 4
    assert office.complaints.by_type(Query(text="路口")) == [("", 2)]
    assert office.complaints.by_type(Query(text="，")) == []


def test_a_building_stands_out_with_the_complaints_behind_it(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    made = [*enter(office, 8, "电梯", sites["锦绣"], "3栋502"), *enter(office, 6, "电梯", sites["锦绣"], "３ 栋")]
    enter(office, 30, "电梯", sites["锦绣"], "3栋", office.today - 100 * DAY)
    (found,) = office.complaints.stands_out()
    assert isinstance(found.found, HotSpot)
    assert (found.site_id, found.place, found.complaint_type) == (sites["锦绣"], "3栋", "电梯")
    assert found.found.count == 15
    assert found.found.usual == pytest.approx(1)
    assert found.risk is None
    assert set(made) < set(office.complaints.ids(found.query))
    assert len(office.complaints.ids(found.query)) == 15


def test_a_building_stands_out_by_its_rooms_though_nobody_listed_the_buildings(office: Desk) -> None:
    site = office.directory.add(Site(code="BJ", name="滨江")).value
    for number in range(20):
        enter(office, 1, "电梯", site.id, f"3栋{number // 4 + 1}0{number % 4 + 1}")
    for number in range(10):
        enter(office, 1, "电梯", site.id, f"{(1, 2, 4, 5, 6)[number % 5]}号楼2单元{number}01")
    (found,) = office.complaints.stands_out()
    assert (found.site_id, found.place, found.found.count) == (site.id, "3栋", 20)
    assert office.store.count("complaint", found.query) == 20
    assert len(office.complaints.places_of(("3栋",))) == 20


def test_a_site_stands_out_as_a_whole(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    enter(office, 40, "收费", sites["翠湖"], "")
    enter(office, 4, "收费", sites["锦绣"], "")
    (found,) = office.complaints.stands_out()
    assert (found.site_id, found.place, found.found.count) == (sites["翠湖"], "", 40)  # type: ignore[union-attr]
    assert len(office.complaints.ids(found.query)) == 40


def test_a_site_is_not_told_again_for_its_building(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    enter(office, 40, "电梯", sites["锦绣"], "3栋")
    enter(office, 40, "噪音", sites["锦绣"], "")
    found = office.complaints.stands_out()
    assert {(f.place, f.complaint_type, f.found.count) for f in found} == {("3栋", "电梯", 41), ("", "噪音", 40)}  # type: ignore[union-attr]


def test_the_same_everywhere_and_a_handful_stand_out_nowhere(office: Desk, sites: dict[str, str]) -> None:
    for site_id in sites.values():
        for building in range(1, 7):
            enter(office, 5, "电梯", site_id, f"{building}栋")
    enter(office, 4, "高空抛物", sites["云庭"], "2栋")
    assert office.complaints.stands_out() == []


def test_a_seasonal_rise_over_three_years(office: Desk, sites: dict[str, str]) -> None:
    for month in last_months(office.today, 38):
        for _ in range(12 if month.month in (12, 1, 2) else 1):
            office.complaints.add(
                Complaint(title="不热", complaint_type="供暖", received_on=month, site_id=sites["云庭"])
            )
    (found,) = office.complaints.stands_out()
    assert isinstance(found.found, SeasonalRise)
    assert (found.months, found.found.count, found.found.years) == ((12, 1, 2), 108, 3)
    assert len(office.complaints.ids(found.query)) == 108
    assert found.reason.format(**found.reason_values).startswith(
        "108 complaints of this type in months 12、1、2 of 3 years."
    )


def test_the_list_behind_a_rise_begins_where_its_count_begins(office: Desk, sites: dict[str, str]) -> None:
    """The month of the first complaint of all may have been entered in part, and counts on neither side."""
    for month in last_months(office.today, 29):
        for day in range(14 if month.month == 7 else 1):
            received_on = month + day * DAY
            office.complaints.add(
                Complaint(title="渗水", complaint_type="漏水", received_on=received_on, site_id=sites["云庭"])
            )
    (found,) = office.complaints.stands_out()
    assert found.months == (7,)
    assert isinstance(found.found, SeasonalRise)
    assert len(office.complaints.ids(found.query)) == found.found.count


def raise_from(desk: Desk, **fields: object) -> Risk:
    found = desk.complaints.stands_out()[0]
    given = {
        "title": "3栋电梯投诉集中",
        "source_note": "原因",
        "site_id": found.site_id,
        "place": found.place,
        **fields,
    }
    return desk.complaints.raise_risk(desk.complaints.ids(found.query), given).value


def test_raising_a_risk_links_the_complaints_and_is_undone_at_once(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    enter(office, 20, "电梯", sites["锦绣"], "3栋")
    risk = raise_from(office)
    assert (risk.status, risk.source, risk.source_note) == (RiskStatus.DRAFT, RiskSource.COMPLAINT, "原因")
    assert (risk.site_id, risk.place, risk.family) == (sites["锦绣"], "3栋", "opinion")
    assert risk.next_review == office.today + office.policy.review_days * DAY
    assert office.store.count("complaint", office.complaints.of_risk(risk.id)) == 21
    (found,) = office.complaints.stands_out()
    assert found.risk is not None
    assert found.risk.id == risk.id
    office.undo_stack.undo()
    assert office.store.count("risk") == 0
    assert office.complaints.stands_out()[0].risk is None
    assert office.store.count("complaint", office.complaints.of_risk(risk.id)) == 0


def test_a_risk_that_was_closed_or_deleted_does_not_stand_for_the_hot_spot(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    enter(office, 20, "电梯", sites["锦绣"], "3栋")
    risk = raise_from(office)
    office.risks.save(risk.changed(status=RiskStatus.CLOSED), risk)
    assert office.complaints.stands_out()[0].risk is None
    again = raise_from(office)
    assert office.complaints.stands_out()[0].risk == office.risks.get(again.id)
    office.risks.delete(again.id)
    assert office.complaints.stands_out()[0].risk is None


def test_a_risk_of_one_site_does_not_stand_for_another_nor_for_a_season(office: Desk, sites: dict[str, str]) -> None:
    background(office, sites)
    ids = enter(office, 20, "电梯", sites["锦绣"], "3栋")
    elsewhere = office.risks.add(Risk(title="别处", family="legal", site_id=sites["云庭"])).value
    assert office.complaints.link(ids, elsewhere.id).value == 20
    assert office.complaints.stands_out()[0].risk is None
    everywhere = office.risks.add(Risk(title="处处", family="legal")).value
    assert office.complaints.link(ids[:3], everywhere.id).value == 3
    assert office.complaints.link(ids[:4], everywhere.id).value == 1
    assert office.complaints.stands_out()[0].risk == everywhere


def test_a_seasonal_risk_stands_for_a_rise(office: Desk) -> None:
    ids = []
    for month in last_months(office.today, 26):
        for _ in range(12 if month.month == 7 else 1):
            complaint = Complaint(title="漏", complaint_type="漏水", received_on=month)
            ids.append(office.complaints.add(complaint).value.id)
    plain = office.risks.add(Risk(title="漏水", family="operational")).value
    office.complaints.link(ids, plain.id)
    assert office.complaints.stands_out()[0].risk is None
    summer = office.risks.add(Risk(title="夏季漏水", family="operational", season=(6, 7))).value
    office.complaints.link(ids, summer.id)
    assert office.complaints.stands_out()[0].risk == summer


def test_settling_several_is_one_step(office: Desk) -> None:
    ids = enter(office, 3, "电梯", "", "")
    first = office.complaints.get(ids[0])
    office.complaints.save(first.changed(closed_on=office.today), first)
    assert office.complaints.count_open() == 2
    assert office.complaints.settle(ids).value == 2
    assert office.complaints.count_open() == 0
    office.undo_stack.undo()
    assert office.complaints.count_open() == 2
    office.complaints.delete(ids)
    assert office.store.count("complaint") == 0
    office.undo_stack.undo()
    assert office.store.count("complaint") == 3


def test_an_own_family_of_risks_is_kept_to(office: Desk) -> None:
    office.policies.save(office.policy.changed(families=({"key": "fire", "name": "消防"},)), office.policy)
    ids = enter(office, 1, "电梯", "", "")
    assert office.complaints.raise_risk(ids, {"title": "x"}).value.family == "fire"


def test_undoing_a_date_that_was_set_leaves_the_record(office: Desk) -> None:
    """An entry whose old values were all empty is no making of a record."""
    (id,) = enter(office, 1, "电梯", "", "")
    office.complaints.settle([id])
    office.undo_stack.undo()
    assert office.complaints.get(id).is_open
    assert office.store.count("complaint") == 1


@pytest.mark.parametrize("month", [1, 6, 11])
def test_the_sample_office_shows_a_hot_spot_and_a_season_whenever_it_is_loaded(tmp_path: Path, month: int) -> None:
    desk = Desk.open(tmp_path / "sample.riskdesk", site="JX")
    desk.clock = lambda: dt.datetime(2027, month, 15, 4, 0, tzinfo=dt.UTC)
    try:
        desk.starter.load_sample()
        found = desk.complaints.stands_out()
        assert [(f.place, f.complaint_type) for f in found if not f.months] == [("3栋", "电梯")]
        seasons = {f.complaint_type: f for f in found if f.months}
        assert set(seasons) == {"供暖", "漏水"}
        assert {7, 8} & set(seasons["漏水"].months)
        heating = seasons["供暖"].risk
        assert heating is not None
        assert heating.title == "冬季供暖投诉集中"
    finally:
        desk.close()
