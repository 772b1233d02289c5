"""What the desk allows with incidents and drills, and whom a response calls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.phones import last_call, phones
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.directory import Person, Site
from riskdesk.domain.drill import Drill, DrillState, Evaluation, InjectOutcome, InjectResult, StepOutcome, StepResult
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.incident import EntryKind, Incident

NOW = dt.datetime(2026, 11, 25, 6, 0, tzinfo=dt.UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "office.riskdesk", site="JX")
    desk.clock = lambda: NOW
    desk.starter.load()
    desk.directory.add(Site.of(code="JX", name="锦绣花园"))
    yield desk
    desk.close()


@pytest.fixture
def running(office: Desk) -> Incident:
    lift = next(p for p in office.playbooks.all() if p.title == "电梯困人")
    return office.incidents.report(Incident.of(title="电梯困人", playbook_id=lift.id, started_at=NOW)).value


def test_states_follow_each_other(office: Desk, running: Incident) -> None:
    deeds = office.incidents
    with pytest.raises(NotAllowed):
        deeds.resume(running.id)
    deeds.pause(running.id, "误报")
    with pytest.raises(NotAllowed):
        deeds.pause(running.id)
    deeds.resume(running.id)
    deeds.close(running.id, "好了")
    with pytest.raises(NotAllowed):
        deeds.close(running.id, "又好了")
    deeds.resume(running.id)
    assert deeds.running() == [deeds.get(running.id)]


def test_a_clock_set_back_does_not_keep_from_closing(office: Desk, running: Incident) -> None:
    office.clock = lambda: NOW - dt.timedelta(hours=2)
    closed = office.incidents.close(running.id, "好了").value
    assert closed.closed_at == running.started_at


def test_acknowledged_alarms_are_remembered(office: Desk, running: Incident) -> None:
    office.incidents.acknowledge(running.id, ["limit:a:60"])
    office.incidents.acknowledge(running.id, ["limit:b:60"])
    assert {"limit:a:60", "limit:b:60"} <= office.incidents.acknowledged(running.id)


def test_a_case_takes_over_what_stands_in_the_log(office: Desk, running: Incident) -> None:
    deeds = office.incidents
    wrong = deeds.log(running.id, EntryKind.NOTE, "5 人").value
    deeds.log(running.id, EntryKind.NOTE, "2 人", at=NOW)
    deeds.strike(wrong.id, "听错")
    closed = deeds.close(running.id, "救出").value
    report = closed.report.model_copy(update={"summary": "门锁故障", "lessons": "双岗\n外呼并行"})
    saved = deeds.save(closed.changed(report=report), closed).value
    fields = deeds.case_fields(saved)
    texts = [entry.what for entry in fields["course"]]  # type: ignore[attr-defined]
    assert "2 人" in texts
    assert "5 人" not in texts
    assert fields["lessons"][0].points == ("双岗", "外呼并行")  # type: ignore[index]
    assert office.cases.add(_case(office, fields)).value.incident_id == running.id


def _case(office: Desk, fields: dict[str, object]):  # type: ignore[no-untyped-def]
    from riskdesk.domain.case import Case

    return Case.of(**({"family": office.policy.families[0].key} | fields))


def test_phones_are_contacts_then_roles_then_emergency_services(office: Desk, running: Incident) -> None:
    found = phones(office, running)
    assert found[0].number == "119"
    assert found[0].step_ids == ("call_119",)
    assert [phone.number for phone in found[-2:]] == ["120", "110"]
    assert sum(phone.number == "119" for phone in found) == 1


def test_a_step_of_an_earlier_playbook_has_called_nobody_of_the_next(office: Desk, running: Incident) -> None:
    office.incidents.log(running.id, EntryKind.STEP_DONE, "拨打 119", step_id="call_119")
    office.incidents.choose_playbook(running.id, running.playbook_id)
    fire = phones(office, running)[0]
    assert last_call(fire, office.incidents.entries(running.id)) is None


def test_the_person_at_the_desk_is_not_called(office: Desk, running: Incident) -> None:
    me = office.directory.add(Person.of(name="周颖", phone="138", duties=("客服",))).value
    assert any(phone.name == "周颖" for phone in phones(office, running))
    office.person = me.id
    assert not any(phone.name == "周颖" for phone in phones(office, running))


def test_the_last_call_comes_from_the_log(office: Desk, running: Incident) -> None:
    fire = phones(office, running)[0]
    assert last_call(fire, office.incidents.entries(running.id)) is None
    office.incidents.log(running.id, EntryKind.STEP_DONE, "拨打 119", step_id="call_119")
    assert last_call(fire, office.incidents.entries(running.id)) == NOW


# drills


@pytest.fixture
def drill(office: Desk) -> Drill:
    lift = next(p for p in office.playbooks.all() if p.title == "电梯困人")
    site = office.directory.all("site")[0]
    planned = Drill.of(title="夜间电梯困人", playbook_id=lift.id, site_id=site.id, planned_on=office.today)
    return office.drills.add(planned).value


def test_a_drill_goes_its_way(office: Desk, drill: Drill) -> None:
    deeds = office.drills
    deeds.move(drill.id, office.today + dt.timedelta(days=1))
    assert deeds.make_ready(drill.id).value.state is DrillState.READY
    started = deeds.start(drill.id).value
    assert started.started_at == NOW
    for forbidden in (deeds.start, deeds.make_ready, deeds.call_off):
        with pytest.raises(NotAllowed):
            forbidden(drill.id)
    with pytest.raises(NotAllowed):
        deeds.move(drill.id, office.today)
    assert deeds.finish(drill.id).value.state is DrillState.DONE
    with pytest.raises(NotAllowed):
        deeds.finish(drill.id)


def test_what_is_noted_again_replaces_what_was_noted(office: Desk, drill: Drill) -> None:
    deeds = office.drills
    deeds.note_step(drill.id, StepResult(step_id="activate", outcome=StepOutcome.DONE, at_s=50))
    deeds.note_step(drill.id, StepResult(step_id="activate", outcome=StepOutcome.NOT_DONE))
    deeds.note_inject(drill.id, InjectResult(inject_id="panic", outcome=InjectOutcome.SEEN, at_s=400))
    saved = deeds.get(drill.id)
    assert [item.outcome for item in saved.results] == [StepOutcome.NOT_DONE]
    assert saved.inject_result("panic") is not None
    office.undo_stack.undo()
    assert deeds.get(drill.id).inject_results == ()


def test_there_is_one_lead_among_evaluators(office: Desk, drill: Drill) -> None:
    deeds = office.drills
    deeds.evaluate(drill.id, Evaluation(evaluator="沈敏", lead=True, procedure=35, communication=27, efficiency=26))
    deeds.evaluate(drill.id, Evaluation(evaluator="林岚", lead=True, procedure=30, communication=25, efficiency=25))
    assert deeds.get(drill.id).score == 80
    deeds.drop_evaluation(drill.id, "林岚")
    assert deeds.get(drill.id).score == 88


def test_gaps_are_unplanned_first(office: Desk, drill: Drill) -> None:
    gaps = office.drills.gaps(Quarter.of(office.today))
    assert [gap.planned is None for gap in gaps] == [True] * (len(gaps) - 1) + [False]
    assert gaps[-1].planned is not None
    assert gaps[-1].planned.id == drill.id
    office.drills.start(drill.id)
    office.drills.finish(drill.id)
    assert len(office.drills.gaps(Quarter.of(office.today))) == len(gaps) - 1


def test_another_site_asks_anew_who_fills_the_roles(office: Desk, drill: Drill) -> None:
    other = office.directory.add(Site.of(code="YT", name="云庭")).value
    office.directory.add(Person.of(name="何静", duties=("客服",), site_id=other.id))
    saved = office.drills.save(drill.changed(site_id=other.id), drill).value
    assert next(a.name for a in saved.assignments if a.role == "客服") == "何静"


def test_a_number_that_was_lacking_is_known_from_then_on(office: Desk, running: Incident) -> None:
    wanted = [phone for phone in phones(office, running) if phone.lacks_number]
    assert {phone.words for phone in wanted} == {"电梯维保单位", "客服"}
    for phone, number in zip(
        sorted(wanted, key=lambda phone: phone.words), ("138 0000 0001", "138 0000 0002"), strict=True
    ):
        office.directory.enter_number(phone, number)
    found = {phone.words: phone for phone in phones(office, running)}
    assert (found["客服"].number, found["电梯维保单位"].number) == ("138 0000 0001", "138 0000 0002")
    # Once known it is corrected, not entered a second time.
    office.directory.enter_number(found["客服"], "138 0000 0003")
    assert [person.phone for person in office.directory.all("person")] == ["138 0000 0003"]
