"""Review meetings: the agenda that fills itself, decisions, signing, snapshots."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.reviews import NOW
from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.case import Case, CaseOrigin
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Department, Person, Site
from riskdesk.domain.errors import Conflict, Invalid, NotAllowed
from riskdesk.domain.incident import Incident
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.regulation import Regulation
from riskdesk.domain.review import Review, ReviewState, Snapshot, Topic, TopicKind
from riskdesk.domain.risk import Flag, Risk
from tests.conftest import Clock

DAY = dt.date(2026, 11, 25)


def kinds(review: Review) -> list[tuple[TopicKind, str]]:
    return [(topic.topic_kind, topic.text) for topic in review.topics]


def named(review: Review, text: str) -> Topic:
    return next(topic for topic in review.topics if topic.text == text)


def scored(desk: Desk, title: str, likelihood: int, severity: int, **fields: object) -> Risk:
    risk = desk.risks.add(Risk.of(title=title, family="operational", **fields)).value
    return desk.risks.rescore(risk.id, "current", Matrix(likelihood=likelihood, severity=severity)).value


def prepared(desk: Desk) -> Review:
    return desk.reviews.prepare(2026, 4).value


def held(desk: Desk) -> Review:
    person = desk.directory.add(Person(name="沈敏")).value
    review = prepared(desk)
    desk.reviews.save(review.changed(attendee_ids=(person.id,)), review)
    return desk.reviews.hold(review.id).value


def signed(desk: Desk) -> Review:
    return desk.reviews.sign(held(desk).id).value


# the agenda


def test_the_agenda_fills_itself(desk: Desk) -> None:
    site = desk.directory.add(Site(code="JX", name="锦绣花园", buildings=("1栋", "2栋", "3栋", "4栋", "5栋"))).value
    for n in range(14):
        received = DAY - dt.timedelta(days=n)
        place = "3栋" if n < 12 else "1栋"
        fields = {"received_on": received, "complaint_type": "噪音", "site_id": site.id, "place": place}
        desk.complaints.add(Complaint.of(title="噪音", **fields))
    desk.regulations.add(Regulation(title="条例", effective_on=DAY - dt.timedelta(days=10), changes="公示改为每季度"))
    desk.regulations.add(Regulation(title="旧法", effective_on=dt.date(2008, 1, 1)))
    scored(desk, "坡道结冰", 2, 3, season=(1, 2))
    scored(desk, "公共收益", 3, 3, next_review=DAY - dt.timedelta(days=4))
    scored(desk, "电梯困人", 5, 5)
    scored(desk, "无事", 1, 1, season=(6,))
    scored(desk, "已关闭", 5, 5, status="closed", next_review=dt.date(2026, 1, 1))
    desk.cases.add(Case(title="晚报困人", family="operational", origin=CaseOrigin.INDUSTRY, year=2026))
    desk.cases.add(Case(title="十年前", family="operational", origin=CaseOrigin.INDUSTRY, year=2016))
    desk.cases.add(Case(title="本处困人", family="operational", origin=CaseOrigin.OWN))
    desk.cases.add(Case(title="本处旧事", family="operational", origin=CaseOrigin.OWN, year=2016))
    desk.cases.add(Case(title="无年份", family="operational", origin=CaseOrigin.INDUSTRY))
    desk.cases.add(Case(title="教学", family="operational", origin=CaseOrigin.TEACHING))
    desk.incidents.report(Incident(title="停水", started_at=desk.clock() - dt.timedelta(days=3)))
    desk.actions.add(Action(title="换锁", due=DAY - dt.timedelta(days=2)))
    desk.actions.add(Action(title="不急", due=DAY + dt.timedelta(days=2)))
    review = prepared(desk)
    assert kinds(review) == [
        (TopicKind.HOTSPOT, "锦绣花园 3栋 · 噪音"), (TopicKind.REGULATION, "条例"), (TopicKind.ACUTE, "坡道结冰"),
        (TopicKind.OVERDUE, "公共收益"), (TopicKind.FLAGGED, "电梯困人"), (TopicKind.CASE, "本处困人"),
        (TopicKind.CASE, "晚报困人"), (TopicKind.INCIDENT, "停水"), (TopicKind.MEASURE, "换锁"),
    ]  # fmt: skip
    assert all(topic.reason for topic in review.topics)
    assert all(topic.record for topic in review.topics[1:])
    assert (review.period, review.state, review.number) == (Quarter(2026, 4), ReviewState.PREPARING, "JX-M-2026-0001")


def test_there_is_one_meeting_a_quarter(desk: Desk) -> None:
    prepared(desk)
    with pytest.raises(NotAllowed, match="already"):
        prepared(desk)
    assert desk.reviews.prepare(2027, 1).value.period == Quarter(2027, 1)


def test_a_meeting_looks_back_to_the_last_one(desk: Desk, clock: Clock) -> None:
    clock.on(days=-90)
    first = desk.reviews.prepare(2026, 3).value
    desk.reviews.hold(first.id)
    clock.on(days=90)
    assert desk.reviews.since(Quarter(2026, 4)) == dt.date(2026, 8, 27)
    desk.incidents.report(Incident(title="会前", started_at=desk.clock() - dt.timedelta(days=95)))
    desk.incidents.report(Incident(title="会后", started_at=desk.clock() - dt.timedelta(days=5)))
    assert kinds(prepared(desk)) == [(TopicKind.INCIDENT, "会后")]


def test_too_many_of_a_kind_are_told_in_one_line(desk: Desk) -> None:
    for n in range(25):
        desk.actions.add(Action(title=f"措施 {n}", due=dt.date(2026, 10, 1)))
    review = prepared(desk)
    assert len(review.topics) == 21
    assert review.topics[-1].text == "5 more of this kind" or "5" in review.topics[-1].text
    assert not review.topics[-1].record


def test_filling_again_keeps_the_decisions(desk: Desk) -> None:
    risk = scored(desk, "公共收益", 3, 3, next_review=DAY - dt.timedelta(days=4))
    review = prepared(desk)
    desk.reviews.decide(review.id, review.topics[0], "两周内公示", True)
    desk.risks.review(risk.id, dt.date(2027, 2, 1))
    scored(desk, "电梯困人", 5, 5)
    again = desk.reviews.refill(review.id).value
    assert [(t.text, t.decision, t.done) for t in again.topics] == [
        ("公共收益", "两周内公示", True), ("电梯困人", "", False),
    ]  # fmt: skip


def test_topics_by_hand_come_and_go(desk: Desk) -> None:
    review = prepared(desk)
    review = desk.reviews.add_topic(review.id, "食堂燃气").value
    with pytest.raises(NotAllowed, match="already"):
        desk.reviews.add_topic(review.id, "食堂燃气")
    with pytest.raises(Invalid):
        desk.reviews.add_topic(review.id, "  ")
    decided = desk.reviews.decide(review.id, review.topics[0], "下周检查", False).value
    with pytest.raises(NotAllowed, match="stays"):
        desk.reviews.drop_topic(review.id, decided.topics[0])
    desk.reviews.decide(review.id, decided.topics[0], "", False)
    assert desk.reviews.drop_topic(review.id, review.topics[0]).value.topics == ()


# deciding


def test_decisions_are_undone_one_by_one(desk: Desk) -> None:
    review = desk.reviews.add_topic(prepared(desk).id, "食堂").value
    first = desk.reviews.decide(review.id, review.topics[0], " 查 ", False).value
    assert first.topics[0].decision == "查"
    desk.reviews.decide(review.id, first.topics[0], "查两次", True)
    desk.undo_stack.undo()
    assert desk.reviews.get(review.id).topics[0] == first.topics[0]


def test_the_topic_is_found_though_the_agenda_was_filled_again(desk: Desk) -> None:
    review = desk.reviews.add_topic(prepared(desk).id, "食堂").value
    scored(desk, "电梯困人", 5, 5)
    desk.reviews.refill(review.id)
    now = desk.reviews.decide(review.id, review.topics[0], "查", True).value
    assert [(t.text, t.decision) for t in now.topics] == [("电梯困人", ""), ("食堂", "查")]


def test_two_people_at_one_decision(desk: Desk, colleague: Desk) -> None:
    review = desk.reviews.add_topic(prepared(desk).id, "食堂").value
    colleague.reviews.decide(review.id, review.topics[0], "他的", False)
    with pytest.raises(Conflict) as caught:
        desk.reviews.decide(review.id, review.topics[0], "我的", False)
    assert (caught.value.who, caught.value.fields) == ("colleague", {"decision": ("", "他的", "我的")})
    assert desk.reviews.get(review.id).topics[0].decision == "他的"


def test_what_is_decided_in_place_stands_among_the_decisions(desk: Desk) -> None:
    people = [desk.directory.add(Person(name=name)).value for name in ("陈立", "沈敏")]
    risk = scored(desk, "电梯困人", 5, 5)
    review = prepared(desk)
    for person in people:
        desk.reviews.set_owner(review.id, risk.id, person.id)
    desk.reviews.set_next_review(review.id, risk.id, dt.date(2027, 2, 1))
    desk.reviews.rescore(review.id, risk.id, "current", Matrix(likelihood=3, severity=3))
    now = desk.reviews.set_level(review.id, risk.id, "target", Level.BLUE, "专家意见").value
    topic = named(now, "电梯困人")
    assert topic.decision.splitlines() == [
        "责任人：沈敏", "下次评审：2027-02-01", "现状：黄 3 × 3 = 9", "目标：蓝 手工",
    ]  # fmt: skip
    assert topic.is_decided
    kept = desk.risks.get(risk.id)
    assert (kept.owner_id, kept.next_review, kept.level) == (people[1].id, dt.date(2027, 2, 1), Level.YELLOW)


def test_what_is_decided_in_place_is_undone_as_one(desk: Desk) -> None:
    person = desk.directory.add(Person(name="陈立")).value
    risk = scored(desk, "电梯困人", 5, 5)
    review = prepared(desk)
    desk.reviews.set_owner(review.id, risk.id, person.id)
    desk.undo_stack.undo()
    assert desk.risks.get(risk.id).owner_id == ""
    assert not named(desk.reviews.get(review.id), "电梯困人").is_decided


# holding and signing


def test_a_meeting_of_tomorrow_was_not_held(desk: Desk) -> None:
    review = prepared(desk)
    desk.reviews.save(review.changed(held_on=DAY + dt.timedelta(days=1)), review)
    with pytest.raises(NotAllowed, match="2026-11-26"):
        desk.reviews.hold(review.id)


def test_held_today_unless_a_day_was_entered(desk: Desk) -> None:
    assert desk.reviews.hold(prepared(desk).id).value.held_on == DAY


def test_signing_wants_a_meeting_that_was_held_and_somebody_present(desk: Desk) -> None:
    review = prepared(desk)
    with pytest.raises(NotAllowed, match="held"):
        desk.reviews.sign(review.id)
    desk.reviews.hold(review.id)
    with pytest.raises(NotAllowed, match="took part"):
        desk.reviews.sign(review.id)


def test_signing_freezes_the_register_as_it_stands(desk: Desk) -> None:
    person = desk.directory.add(Person(name="陈立")).value
    department = desk.directory.add(Department(name="工程部")).value
    red = scored(desk, "电梯困人", 4, 5, owner_id=person.id, department_id=department.id)
    desk.actions.add(Action(title="换锁", risk_ids=(red.id,)))
    lec = desk.risks.add(Risk(title="高处作业", family="operational")).value
    desk.risks.rescore(lec.id, "current", Lec(likelihood=6, exposure=3, consequence=15))
    hand = scored(desk, "围墙", 1, 1)
    desk.risks.set_level(hand.id, "current", Level.YELLOW, "专家意见")
    desk.risks.add(Risk(title="未评", family="operational"))
    scored(desk, "旧", 5, 5, status="closed")
    review = signed(desk)
    assert (review.state, review.frozen_at) == (ReviewState.SIGNED, desk.clock())
    kept = {row.title: row for row in review.snapshot.risks}
    assert [row.title for row in review.snapshot.risks] == ["高处作业", "电梯困人", "围墙", "未评"]
    row = kept["电梯困人"]
    assert (row.level, row.method, row.points, row.owner, row.department) == (Level.RED, "matrix", 20, "陈立", "工程部")
    assert (row.measures_done, row.measures_total, row.flags) == (0, 1, (Flag.NO_PLAYBOOK,))
    assert (kept["高处作业"].method, kept["高处作业"].points) == ("lec", 270)
    assert (kept["围墙"].by_hand, kept["围墙"].level, kept["围墙"].points) == (True, Level.YELLOW, 1)
    assert (kept["未评"].level, kept["未评"].points) == (None, None)


def test_later_edits_do_not_touch_the_snapshot(desk: Desk) -> None:
    person = desk.directory.add(Person(name="陈立")).value
    risk = scored(desk, "电梯困人", 4, 5, owner_id=person.id)
    review = signed(desk)
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=1, severity=1))
    desk.directory.save(person.changed(name="陈大立"), person)
    desk.risks.delete(risk.id)
    assert desk.reviews.get(review.id).snapshot == review.snapshot


def test_later_edits_do_not_touch_who_met_about_what(desk: Desk) -> None:
    chair = desk.directory.add(Person(name="陈立")).value
    risk = scored(desk, "电梯困人", 4, 5)
    review = held(desk)
    desk.reviews.save(review.changed(chair_id=chair.id), review)
    desk.reviews.sign(review.id)
    desk.directory.save(chair.changed(name="陈大立"), chair)
    desk.risks.delete(risk.id)
    for kept in (desk.reviews.get(review.id), desk.reviews.read(review.id)):
        assert desk.reviews.people(kept) == ("陈立", ("沈敏",))
        topic = named(kept, "电梯困人")
        assert (topic.number, topic.level) == (risk.number, Level.RED)


def as_signed_before(desk: Desk, review: Review) -> None:
    """Bring a signed meeting into the form in which it was stored before names and numbers were kept."""
    rows = [row.model_dump(mode="json") for row in review.snapshot.risks]
    topics = [t.model_dump(mode="json", exclude={"number", "level"}) for t in review.topics]
    with desk.store.db.transaction():
        desk.store.db.run(
            "UPDATE review SET snapshot = ?, topics = ? WHERE id = ?", (json.dumps(rows), json.dumps(topics), review.id)
        )


def test_a_meeting_signed_before_names_were_kept_tells_those_of_now(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 4, 5)
    review = signed(desk)
    as_signed_before(desk, review)
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=1, severity=1))
    kept = desk.reviews.read(review.id)
    assert desk.reviews.people(kept) == ("", ("沈敏",))
    assert (named(kept, "电梯困人").number, named(kept, "电梯困人").level) == (risk.number, Level.RED)
    assert desk.reviews.get(review.id).snapshot.risks == review.snapshot.risks
    assert not desk.reviews.compare(review.id, NOW).new


REFUSED: list[Callable[[Desk, Review], object]] = [
    lambda desk, r: desk.reviews.decide(r.id, r.topics[0], "改", True),
    lambda desk, r: desk.reviews.save(r.changed(minutes="改"), r),
    lambda desk, r: desk.reviews.refill(r.id),
    lambda desk, r: desk.reviews.add_topic(r.id, "再加"),
    lambda desk, r: desk.reviews.drop_topic(r.id, r.topics[0]),
    lambda desk, r: desk.reviews.set_owner(r.id, "", ""),
    lambda desk, r: desk.reviews.hold(r.id),
    lambda desk, r: desk.reviews.sign(r.id),
    lambda desk, r: desk.reviews.delete(r.id),
]


@pytest.mark.parametrize("change", REFUSED)
def test_a_signed_meeting_refuses_every_change(desk: Desk, change: Callable[[Desk, Review], object]) -> None:
    review = prepared(desk)
    desk.reviews.add_topic(review.id, "食堂")
    person = desk.directory.add(Person(name="沈敏")).value
    now = desk.reviews.get(review.id)
    desk.reviews.save(now.changed(attendee_ids=(person.id,)), now)
    desk.reviews.hold(review.id)
    frozen = desk.reviews.sign(review.id).value
    with pytest.raises(NotAllowed, match="signed and frozen"):
        change(desk, frozen)
    assert desk.reviews.get(review.id) == frozen


def test_undo_does_not_reach_a_signed_meeting(desk: Desk) -> None:
    review = desk.reviews.add_topic(prepared(desk).id, "食堂").value
    person = desk.directory.add(Person(name="沈敏")).value
    desk.reviews.save(review.changed(attendee_ids=(person.id,)), review)
    desk.reviews.hold(review.id)
    now = desk.reviews.get(review.id)
    desk.reviews.decide(review.id, now.topics[0], "查", True)
    frozen = desk.reviews.sign(review.id).value
    assert desk.undo_stack.undo_label == "Decide on a topic"
    with pytest.raises(NotAllowed, match="signed and frozen"):
        desk.undo_stack.undo()
    assert desk.reviews.get(review.id) == frozen


# comparing


def test_two_snapshots_and_the_register_now(desk: Desk, clock: Clock) -> None:
    up, closed = scored(desk, "上升", 2, 2), scored(desk, "关闭", 3, 3)
    scored(desk, "不变", 3, 3)
    first = signed(desk)
    desk.risks.rescore(up.id, "current", Matrix(likelihood=5, severity=4))
    desk.risks.save(closed.changed(status="closed"), closed)
    clock.on(days=60)
    again = desk.reviews.prepare(2027, 1).value
    desk.reviews.save(again.changed(attendee_ids=first.attendee_ids), again)
    desk.reviews.hold(again.id)
    second = desk.reviews.sign(again.id).value
    scored(desk, "新增", 4, 4)
    found = desk.reviews.compare(first.id, second.id)
    assert [(b.points, a.points) for b, a in found.up] == [(4, 20)]
    assert ([r.title for r in found.closed], found.new, found.down, found.same) == (["关闭"], (), (), 1)
    now = desk.reviews.compare(second.id, NOW)
    assert ([r.title for r in now.new], now.same) == (["新增"], 2)
    assert [meeting.id for meeting in desk.reviews.signed()] == [second.id, first.id]


def test_a_changed_matrix_is_no_change(desk: Desk) -> None:
    risk = scored(desk, "电梯困人", 3, 3)
    review = signed(desk)
    policy = desk.policy
    desk.policies.save(policy.changed(matrix=((Level.RED,) * 5,) * 5), policy)
    assert desk.risks.get(risk.id).level is Level.RED
    found = desk.reviews.compare(review.id, NOW)
    assert (found.up, found.down, found.same) == ((), (), 1)


# asking


def test_lists_and_the_page_read_a_meeting_without_its_snapshot(desk: Desk) -> None:
    scored(desk, "电梯困人", 4, 5)
    review = signed(desk)
    names = Snapshot(chair=review.snapshot.chair, attendees=review.snapshot.attendees)
    assert desk.reviews.read(review.id) == review.model_copy(update={"snapshot": names})
    assert review.snapshot.risks
    meeting = desk.reviews.of_quarter(Quarter(2026, 4))
    assert meeting is not None
    assert (meeting.id, meeting.state, meeting.held_on) == (review.id, ReviewState.SIGNED, DAY)
    assert desk.reviews.of_quarter(Quarter(2026, 3)) is None


def test_what_stands_behind_the_topics(desk: Desk) -> None:
    person = desk.directory.add(Person(name="陈立")).value
    risk = scored(desk, "公共收益", 3, 3, next_review=DAY - dt.timedelta(days=4), owner_id=person.id)
    action = desk.actions.add(Action(title="换锁", due=DAY - dt.timedelta(days=2))).value
    review = prepared(desk)
    found = desk.reviews.behind(review)
    assert set(found) == {risk.id, action.id}
    told = found[risk.id]
    assert (told.number, told.level, told.formula, told.owner_id, told.is_live) == (
        risk.number, Level.YELLOW, "3 × 3 = 9", person.id, True,
    )  # fmt: skip
    desk.actions.delete(action.id)
    assert set(desk.reviews.behind(review)) == {risk.id}


def test_what_signing_would_freeze(desk: Desk) -> None:
    scored(desk, "红", 5, 5)
    scored(desk, "关闭", 5, 5, status="closed")
    desk.risks.add(Risk(title="未评", family="operational"))
    assert desk.reviews.levels_to_freeze() == {Level.RED: 1, None: 1}
