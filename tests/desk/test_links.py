"""Every record of the loop knows its neighbours, both ways, and only those that are there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.case import Case
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Person, Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import Playbook
from riskdesk.domain.record import Record
from riskdesk.domain.risk import Risk


@dataclass
class Loop:
    """A risk with its playbook, a drill of it, an incident, its case and the measure that came of it."""

    playbook: Playbook
    risk: Risk
    drill: Drill
    incident: Incident
    case: Case
    action: Action


@pytest.fixture
def loop(desk: Desk) -> Loop:
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    person = desk.directory.add(Person(name="刘洋")).value
    playbook = desk.playbooks.add(Playbook(title="电梯困人", scenario_class="equipment", site_ids=(site.id,))).value
    risk = desk.risks.add(
        Risk(title="电梯困人", family="operational", playbook_ids=(playbook.id,), owner_id=person.id, site_id=site.id)
    ).value
    drill = desk.drills.add(Drill(title="夜间困人", playbook_id=playbook.id, lead_id=person.id)).value
    incident = desk.incidents.report(
        Incident(title="3栋困人", started_at=desk.clock(), playbook_id=playbook.id, risk_ids=(risk.id,))
    ).value
    case = desk.cases.add(
        Case(title="困人四十分钟", family="operational", incident_id=incident.id, playbook_ids=(playbook.id,))
    ).value
    action = desk.actions.add(Action(title="换锁", risk_ids=(risk.id,), incident_id=incident.id)).value
    return Loop(playbook, risk, drill, incident, case, action)


def around(desk: Desk, record: Record) -> list[str]:
    return [neighbour.kind for neighbour in desk.links.around(desk.get(record.KIND, record.id))]


def test_a_meeting_is_a_neighbour_of_what_it_talks_about(desk: Desk, loop: Loop) -> None:
    review = desk.reviews.prepare(2026, 4).value
    before = around(desk, loop.risk)
    review = desk.reviews.add_topic(review.id, loop.risk.title, "risk", loop.risk.id).value
    assert around(desk, loop.risk) == [*before, "review"]
    topic = next(topic for topic in review.topics if topic.record == loop.risk.id)
    desk.reviews.decide(review.id, topic, "加装监控", done=False)
    assert [(m.id, t.decision) for m, t in desk.reviews.about(loop.risk.id)] == [(review.id, "加装监控")]
    assert around(desk, loop.playbook) == ["risk", "drill", "incident", "case"]
    desk.reviews.delete(review.id)
    assert around(desk, loop.risk) == before


def test_kinds_that_are_left_out_are_no_neighbours(desk: Desk, loop: Loop) -> None:
    every = desk.links.around(loop.incident)
    kinds = {neighbour.kind for neighbour in every}
    assert len(kinds) > 1
    for kind in kinds:
        assert desk.links.around(loop.incident, (kind,)) == [n for n in every if n.kind != kind]


def test_neighbours_are_found_both_ways_in_the_order_of_the_loop(desk: Desk, loop: Loop) -> None:
    assert around(desk, loop.risk) == ["playbook", "incident", "action"]
    assert around(desk, loop.playbook) == ["risk", "drill", "incident", "case"]
    assert around(desk, loop.drill) == ["playbook"]
    assert around(desk, loop.incident) == ["risk", "playbook", "case", "action"]
    assert around(desk, loop.case) == ["playbook", "incident"]
    assert around(desk, loop.action) == ["risk", "incident"]


def test_a_neighbour_has_its_number_and_title(desk: Desk, loop: Loop) -> None:
    (found,) = desk.links.around(loop.drill)
    assert (found.id, found.number, found.title) == (loop.playbook.id, loop.playbook.number, "电梯困人")


def test_who_refers_is_who_is_referred_to(desk: Desk, loop: Loop) -> None:
    pairs = {(record.id, neighbour.id) for record in vars(loop).values() for neighbour in desk.links.around(record)}
    assert pairs == {(other, one) for one, other in pairs}


def test_a_neighbour_stands_there_once(desk: Desk, loop: Loop) -> None:
    second = desk.incidents.report(
        Incident(title="同一件", started_at=desk.clock(), part_of_id=loop.incident.id, same_as_id=loop.incident.id)
    ).value
    assert [n.id for n in desk.links.around(second)] == [loop.incident.id]
    assert [n.id for n in desk.links.around(loop.incident)].count(second.id) == 1


def test_neighbours_of_a_kind_come_by_number(desk: Desk, loop: Loop) -> None:
    more = [desk.actions.add(Action(title=title, risk_ids=(loop.risk.id,))).value for title in ("乙", "甲")]
    found = [n.id for n in desk.links.around(loop.risk) if n.kind == "action"]
    assert found == [loop.action.id, *(action.id for action in more)]


@pytest.mark.parametrize("name", ["risk", "playbook", "drill", "case", "action"])
def test_a_deleted_record_is_nobodys_neighbour_until_it_is_back(desk: Desk, loop: Loop, name: str) -> None:
    record, nouns = getattr(loop, name), {"risk": desk.risks, "playbook": desk.playbooks, "drill": desk.drills}
    others = [other for other in vars(loop).values() if other.id != record.id]

    def seen() -> bool:
        return any(n.id == record.id for other in others for n in desk.links.around(other))

    assert seen()
    (nouns | {"case": desk.cases, "action": desk.actions})[name].delete(record.id)
    assert not seen()
    desk.undo_stack.undo()
    assert seen()


def test_a_reference_taken_out_is_gone_both_ways(desk: Desk, loop: Loop) -> None:
    desk.actions.save(loop.action.changed(risk_ids=()), loop.action)
    assert around(desk, loop.action) == ["incident"]
    assert "action" not in around(desk, loop.risk)
    desk.undo_stack.undo()
    assert "action" in around(desk, loop.risk)


def test_a_reference_to_what_is_not_in_the_file_is_left_out(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="孤立", family="legal", playbook_ids=("elsewhere",))).value
    assert desk.links.around(risk) == []


def test_complaints_are_counted_and_no_neighbours(desk: Desk, loop: Loop) -> None:
    assert desk.links.counted(loop.risk) == []
    for n in range(3):
        desk.complaints.add(
            Complaint(title=f"电梯又停了 {n}", received_on=desk.today, complaint_type="电梯", risk_ids=(loop.risk.id,))
        )
    gone = desk.complaints.add(Complaint(title="重复", received_on=desk.today, risk_ids=(loop.risk.id,))).value
    desk.complaints.delete([gone.id])
    assert desk.links.counted(loop.risk) == [("complaint", 3)]
    assert all(neighbour.kind != "complaint" for neighbour in desk.links.around(loop.risk))
    assert desk.links.counted(loop.playbook) == []
