"""What the forms of review meetings are given, and their pages read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from riskdesk import i18n
from riskdesk.desk import Desk
from riskdesk.desk.prints.lists import risk_list
from riskdesk.desk.prints.reviews import comparison, heat_maps, review_minutes, risk_snapshot
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.review import Review
from riskdesk.domain.risk import Risk
from riskdesk.printing import Printed
from riskdesk.store import ALL, Query
from riskdesk.store.query import Condition
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


def text(printed: Printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def scored(desk: Desk, title: str, likelihood: int, severity: int) -> Risk:
    risk = desk.risks.add(Risk(title=title, family="operational")).value
    return desk.risks.rescore(risk.id, "current", Matrix(likelihood=likelihood, severity=severity)).value


def signed(desk: Desk, year: int, quarter: int) -> Review:
    person = next(iter(desk.directory.all("person")), None) or desk.directory.add(Person(name="沈敏")).value
    review = desk.reviews.prepare(year, quarter).value
    desk.reviews.save(review.changed(attendee_ids=(person.id,), minutes="通报整改"), review)
    desk.reviews.hold(review.id)
    return desk.reviews.sign(review.id).value


def of(*reviews: Review) -> Query:
    return Query(where=(Condition("id", "in", tuple(review.id for review in reviews)),))


def test_minutes_of_a_signed_meeting_tell_the_level_as_it_was(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 5, 5)
    review = signed(desk, 2026, 4)
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=1, severity=1))
    data = review_minutes(desk, desk.reviews.get(review.id))
    assert [(t["text"], t["number"], t["level"]) for t in data["topics"]] == [("电梯困人", risk.number, Level.RED)]
    assert data["attendees"] == ["沈敏"]
    page = text(desk.prints.record("review_minutes", review.id))
    for words in (review.number, "电梯困人", "▲Red", "Notdecided", "通报整改"):
        assert words in page, words


def test_the_minutes_tell_the_owner_that_the_meeting_gave(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 5, 5)
    person = desk.directory.add(Person(name="沈敏")).value
    review = desk.reviews.prepare(2026, 4).value
    desk.reviews.set_owner(review.id, risk.id, person.id)
    (topic,) = review_minutes(desk, desk.reviews.get(review.id))["topics"]
    assert topic["decision"] == "Owner: 沈敏"
    assert topic["reason"] == f"When put on the agenda: {review.topics[0].reason}"


def test_the_signed_list_prints_the_same_after_later_edits(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 4, 5)
    review = signed(desk, 2026, 4)
    before = text(desk.prints.record("risk_snapshot", review.id))
    desk.risks.save(risk.changed(title="改名", status="closed"), risk)
    scored(desk, "新风险", 5, 5)
    assert text(desk.prints.record("risk_snapshot", review.id)) == before
    assert "电梯困人" in before
    assert risk_snapshot(desk, review)["counts"] == {"red": 1, "yellow": 0, "blue": 0, "unscored": 0, "total": 1}


def test_minutes_and_list_print_the_same_after_people_and_topics_changed(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 4, 5)
    person = desk.directory.add(Person(name="沈敏")).value
    desk.person = person.id
    review = signed(desk, 2026, 4)
    forms = ("review_minutes", "risk_snapshot")
    before = [text(desk.prints.record(form, review.id)) for form in forms]
    desk.directory.save(person.changed(name="改名的人"), person)
    desk.risks.delete(risk.id)
    assert [text(desk.prints.record(form, review.id)) for form in forms] == before
    assert all(risk.number in page and "沈敏" in page for page in before)


def test_a_comparison_on_paper(desk: Desk, clock: Clock) -> None:
    risk = scored(desk, "电梯困人", 2, 4)
    first = signed(desk, 2026, 4)
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=5, severity=5))
    clock.on(days=90)
    second = signed(desk, 2027, 1)
    scored(desk, "新风险", 1, 1)
    both = comparison(desk, of(second, first), "")
    assert (both["before"]["number"], both["after"]["number"]) == (first.number, second.number)
    assert [(r["before_text"], r["after_text"]) for r in both["up"]] == [("8", "25")]
    page = text(desk.prints.list("snapshot_comparison", of(first, second)))
    assert "◆Yellow8" in page
    assert "▲Red25" in page


def test_one_snapshot_is_compared_with_the_register_now_and_the_last_two_by_themselves(
    desk: Desk, clock: Clock
) -> None:
    scored(desk, "电梯困人", 2, 4)
    first = signed(desk, 2026, 4)
    scored(desk, "新风险", 1, 1)
    now = comparison(desk, of(first), "")
    assert ([r["title"] for r in now["opened"]], now["after"]["number"]) == (["新风险"], "")
    clock.on(days=90)
    second = signed(desk, 2027, 1)
    both = comparison(desk, ALL, "")
    assert (both["before"]["number"], both["after"]["number"]) == (first.number, second.number)


def test_without_a_snapshot_there_is_nothing_to_compare(desk: Desk) -> None:
    data = comparison(desk, ALL, "")
    assert (data["before"]["number"], data["opened"], data["counts"]["same"]) == ("", [], 0)
    assert desk.prints.list("snapshot_comparison").pages == 1


def test_the_heat_map_counts_what_the_list_shows(desk: Desk) -> None:
    scored(desk, "甲", 4, 5)
    scored(desk, "乙", 4, 5)
    closed = scored(desk, "丙", 1, 1)
    desk.risks.save(closed.changed(status="closed"), closed)
    lec = desk.risks.add(Risk(title="丁", family="operational")).value
    desk.risks.rescore(lec.id, "current", Lec(likelihood=3, exposure=6, consequence=7))
    live = Query(where=(Condition("status", "in", ("open",)),))
    inherent, current, _ = heat_maps(desk, live)["heat"]
    assert current["counts"][3][4] == 2
    assert (current["inside"], current["lec"], current["unscored"]) == (2, 1, 0)
    assert (inherent["inside"], inherent["unscored"]) == (0, 3)
    assert heat_maps(desk, Query(where=(Condition("status", "in", ("draft",)),)))["heat"] == []


def test_movement_is_told_from_judgement_to_judgement(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="甲", family="operational")).value
    desk.risks.rescore(risk.id, "inherent", Matrix(likelihood=5, severity=5))
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=2, severity=5))
    desk.risks.rescore(risk.id, "target", Matrix(likelihood=5, severity=2))
    moves = [(m["from_name"], m["to_name"], m["down"], m["up"], m["aside"]) for m in heat_maps(desk, ALL)["moves"]]
    assert moves == [("Inherent", "Current", 1, 0, 0), ("Current", "Target", 0, 0, 1)]
    assert [m["moves"] for m in heat_maps(desk, ALL)["heat"]] == [[], [((5, 5), (2, 5), 1)], [((2, 5), (5, 2), 1)]]


def test_a_level_set_by_hand_is_marked_on_paper(desk: Desk) -> None:
    risk = scored(desk, "甲", 1, 1)
    assert [row["by_hand"] for row in risk_list(desk, ALL, "")["risks"]] == [False]
    desk.risks.set_level(risk.id, "current", Level.RED, "专家意见")
    assert [row["by_hand"] for row in risk_list(desk, ALL, "")["risks"]] == [True]
    assert "byhand" in text(desk.prints.list("risk_list", ALL))


def test_forms_of_a_meeting_are_offered_for_it(desk: Desk) -> None:
    assert [form.key for form in desk.prints.of_kind("review")] == ["review_minutes", "risk_snapshot"]
    assert desk.prints.kind_of("risk_snapshot") == "review"
    assert desk.prints.is_list("snapshot_comparison")


def test_the_day_of_the_next_review_is_kept(desk: Desk) -> None:
    risk = scored(desk, "甲", 1, 1)
    desk.risks.review(risk.id, dt.date(2027, 3, 1))
    assert risk_snapshot(desk, signed(desk, 2026, 4))["risks"][0]["next_review"] == dt.date(2027, 3, 1)
