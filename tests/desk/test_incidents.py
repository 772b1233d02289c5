"""An incident and its log: what was written stays, whatever is done afterwards."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.errors import Invalid, NotAllowed
from riskdesk.domain.incident import EntryKind, Incident, IncidentState, LogEntry, ReportState
from riskdesk.domain.playbook import Playbook, Step
from riskdesk.domain.policy import Tier

STEPS = (
    Step(id="activate", action="启动", limit_s=60, role="客服"),
    Step(id="report", action="通报", repeat_s=300),
)


@pytest.fixture
def playbook(desk: Desk) -> Playbook:
    return desk.playbooks.add(
        Playbook(title="电梯困人", scenario_class="equipment", steps=STEPS, tier="general_2")
    ).value


@pytest.fixture
def incident(desk: Desk, playbook: Playbook) -> Incident:
    return desk.incidents.report(Incident(title="3栋困人", started_at=desk.clock(), playbook_id=playbook.id)).value


def kinds(desk: Desk, incident: Incident) -> list[EntryKind]:
    return [entry.entry_kind for entry in desk.incidents.entries(incident.id)]


# the log


def test_a_report_runs_its_playbook_and_says_so(desk: Desk, playbook: Playbook, incident: Incident) -> None:
    assert (incident.plan.steps, incident.plan.playbook_id, incident.tier) == (STEPS, playbook.id, "general_2")
    assert kinds(desk, incident) == [EntryKind.REPORTED, EntryKind.PLAYBOOK]
    assert incident.number == "JX-I-2026-0001"


def test_a_later_edit_of_the_playbook_changes_no_incident(desk: Desk, playbook: Playbook, incident: Incident) -> None:
    desk.playbooks.save(playbook.changed(steps=()), playbook)
    assert desk.incidents.get(incident.id).plan.steps == STEPS


def test_no_deed_of_an_incident_can_be_undone(desk: Desk, playbook: Playbook, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    label = desk.undo_stack.undo_label
    deeds, id = desk.incidents, incident.id
    entry = deeds.log(id, EntryKind.NOTE, "5 人").value
    for deed in (
        lambda: deeds.log(id, EntryKind.STEP_DONE, step_id="activate"), lambda: deeds.strike(entry.id, "听错"),
        lambda: deeds.set_tier(id, "general_1"), lambda: deeds.choose_playbook(id, playbook.id),
        lambda: deeds.hand_over(id, "p"), lambda: deeds.pause(id), lambda: deeds.resume(id),
        lambda: deeds.close(id, "救出"), lambda: deeds.approve_report(id, "p"),
    ):  # fmt: skip
        clock.on(seconds=5)
        assert deed().batch
        assert desk.undo_stack.undo_label == label == "New playbook"
    log = desk.incidents.entries(id)
    while desk.undo_stack.undo():
        pass
    assert desk.incidents.entries(id) == log
    assert desk.incidents.get(id).state is IncidentState.CLOSED


def test_undo_of_an_edited_incident_leaves_the_log(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    desk.incidents.save(incident.changed(affected=2), incident)
    clock.on(minutes=1)
    desk.incidents.log(incident.id, EntryKind.NOTE, "2 人被困")
    log = desk.incidents.entries(incident.id)
    desk.undo_stack.undo()
    assert not desk.store.is_deleted("incident", incident.id)
    assert desk.incidents.get(incident.id).affected is None
    assert desk.incidents.entries(incident.id) == log


def test_a_new_start_offers_no_deed_of_an_incident(desk: Desk, incident: Incident) -> None:
    desk.incidents.log(incident.id, EntryKind.NOTE, "2 人被困")
    again = Desk.open(desk.store.path)
    assert again.undo_stack.undo_label == "New playbook"
    again.close()


def test_no_entry_is_changed_or_deleted(desk: Desk, incident: Incident) -> None:
    entry = desk.incidents.log(incident.id, EntryKind.NOTE, "5 人").value
    for fields in ({"text": "2 人"}, {"at": desk.clock() - dt.timedelta(minutes=1)}, {"step_id": "activate"}):
        with pytest.raises(NotAllowed), desk.store.write("", "test", desk.clock()) as write:
            write.save(entry.changed(**fields), entry)
    with pytest.raises(NotAllowed), desk.store.write("", "test", desk.clock()) as write:
        write.delete("log_entry", entry.id)
    assert desk.store.get(LogEntry, entry.id) == entry
    assert len(desk.store.history(entry.id)) == 1


def test_a_struck_entry_stays_readable_with_who_when_and_why(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    entry = desk.incidents.log(incident.id, EntryKind.STEP_DONE, "启动了", step_id="activate").value
    desk.person = "p"
    clock.on(minutes=3)
    struck = desk.incidents.strike(entry.id, "按错了").value
    assert struck.struck is not None
    assert (struck.struck.by_id, struck.struck.at, struck.struck.reason) == ("p", clock.now, "按错了")
    assert struck.model_copy(update={"struck": None}) == entry
    assert struck in desk.incidents.entries(incident.id)
    assert [status.done_s for status in desk.incidents.statuses(incident)] == [None, None]


def test_an_entry_is_struck_once_and_with_a_reason(desk: Desk, incident: Incident) -> None:
    entry = desk.incidents.log(incident.id, EntryKind.NOTE, "5 人").value
    with pytest.raises(Invalid, match=r"struck\.reason"):
        desk.incidents.strike(entry.id, " ")
    desk.incidents.strike(entry.id, "听错")
    with pytest.raises(NotAllowed):
        desk.incidents.strike(entry.id, "又一个理由")
    found = desk.store.get(LogEntry, entry.id).struck
    assert found is not None
    assert found.reason == "听错"


def test_a_late_entry_stands_where_it_happened_and_is_marked(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    start = clock.now
    clock.on(minutes=10)
    desk.incidents.log(incident.id, EntryKind.NOTE, "现在")
    late = desk.incidents.log(incident.id, EntryKind.NOTE, "早先", at=start + dt.timedelta(minutes=1)).value
    assert (late.is_late, late.written_at) == (True, clock.now)
    assert [entry.text for entry in desk.incidents.entries(incident.id)][-2:] == ["早先", "现在"]


def test_nothing_is_logged_ahead_of_time(desk: Desk, incident: Incident) -> None:
    with pytest.raises(NotAllowed):
        desk.incidents.log(incident.id, EntryKind.NOTE, "将来", at=desk.clock() + dt.timedelta(seconds=1))
    assert len(desk.incidents.entries(incident.id)) == 2


def test_an_entry_names_who_wrote_it(desk: Desk, incident: Incident) -> None:
    desk.person = "p"
    entry = desk.incidents.log(incident.id, EntryKind.NOTE, "2 人被困", who="秩序维护").value
    assert (entry.who_id, entry.who) == ("p", "秩序维护")


# deeds


def test_a_pause_and_an_end_are_in_the_log(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    deeds = (
        lambda: desk.incidents.pause(incident.id, "误报"), lambda: desk.incidents.resume(incident.id),
        lambda: desk.incidents.close(incident.id, "救出"), lambda: desk.incidents.resume(incident.id, "又困人"),
    )  # fmt: skip
    for deed in deeds:
        clock.on(minutes=1)
        deed()
    told = [EntryKind.PAUSED, EntryKind.RESUMED, EntryKind.CLOSED, EntryKind.RESUMED]
    assert kinds(desk, incident)[2:] == told
    now = desk.incidents.get(incident.id)
    assert (now.state, now.closed_at, now.outcome) == (IncidentState.RUNNING, None, "救出")


def test_a_tier_is_logged_by_its_name(desk: Desk, incident: Incident) -> None:
    desk.directory.set_office(tiers=(Tier(key="general_1", name="一级响应"),))
    assert desk.incidents.set_tier(incident.id, "general_1").value.tier == "general_1"
    assert desk.incidents.entries(incident.id)[-1].text == "一级响应"


def test_another_playbook_keeps_what_was_logged(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    other = desk.playbooks.add(
        Playbook(title="火灾", scenario_class="equipment", steps=(Step(id="alarm", action="报警", limit_s=30),))
    ).value
    desk.incidents.log(incident.id, EntryKind.STEP_DONE, step_id="activate")
    clock.on(minutes=10)
    changed = desk.incidents.choose_playbook(incident.id, other.id).value
    assert changed.plan.title == "火灾"
    assert kinds(desk, incident).count(EntryKind.STEP_DONE) == 1
    assert [status.due_s for status in desk.incidents.statuses(changed)] == [630]


def test_steps_of_another_playbook_are_open_until_somebody_does_them(
    desk: Desk, playbook: Playbook, incident: Incident, clock
) -> None:  # type: ignore[no-untyped-def]
    steps = (Step(id="activate", action="切断电源", limit_s=60), Step(id="report", action="疏散", limit_s=120))
    fire = desk.playbooks.add(Playbook(title="火灾", scenario_class="disaster", steps=steps)).value
    for step in ("activate", "report"):
        desk.incidents.log(incident.id, EntryKind.STEP_DONE, step_id=step)
    chosen = desk.incidents.choose_playbook(incident.id, fire.id).value
    assert [status.settled for status in desk.incidents.statuses(chosen)] == [False, False]
    # The order of the log counts, also where somebody sets the clock back.
    clock.jump(minutes=-10)
    desk.incidents.log(incident.id, EntryKind.STEP_DONE, step_id="activate")
    assert [status.settled for status in desk.incidents.statuses(chosen)] == [True, False]
    again = desk.incidents.choose_playbook(incident.id, playbook.id).value
    assert [status.settled for status in desk.incidents.statuses(again)] == [False, False]


def test_closed_ones_run_no_more_and_paused_ones_do(desk: Desk, incident: Incident) -> None:
    desk.incidents.pause(incident.id)
    assert [running.id for running in desk.incidents.running()] == [incident.id]
    desk.incidents.close(incident.id, "误报")
    assert desk.incidents.running() == []


def test_running_ones_come_oldest_first(desk: Desk, incident: Incident) -> None:
    earlier = desk.clock() - dt.timedelta(hours=1)
    first = desk.incidents.report(Incident(title="停水", started_at=earlier)).value
    assert [running.id for running in desk.incidents.running()] == [first.id, incident.id]
    assert desk.incidents.entries(first.id)[0].is_late


# the report


def test_the_report_is_due_from_closing_on_until_it_is_approved(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    assert desk.incidents.reports_due() == []
    with pytest.raises(NotAllowed):
        desk.incidents.approve_report(incident.id, "p")
    clock.on(hours=1)
    closed = desk.incidents.close(incident.id, "救出").value
    assert closed.report_due(desk.policy.report_seconds) == clock.now + dt.timedelta(hours=24)
    assert desk.incidents.reports_due() == [closed]
    clock.on(hours=2)
    approved = desk.incidents.approve_report(incident.id, "p").value.report
    assert (approved.state, approved.approved_by_id) == (ReportState.APPROVED, "p")
    assert approved.approved_at == approved.submitted_at == clock.now
    assert desk.incidents.reports_due() == []


def test_reports_come_in_the_order_in_which_they_are_due(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    other = desk.incidents.report(Incident(title="停水", started_at=desk.clock())).value
    for one in (other, incident):
        clock.on(minutes=5)
        desk.incidents.close(one.id, "好了")
    assert [one.id for one in desk.incidents.reports_due()] == [other.id, incident.id]


def test_a_change_of_an_approved_report_is_the_next_version_and_unsigned(desk: Desk, incident: Incident) -> None:
    desk.incidents.close(incident.id, "救出")
    approved = desk.incidents.approve_report(incident.id, "p").value
    words = approved.report.model_copy(update={"summary": "门锁故障"})
    saved = desk.incidents.save(approved.changed(report=words), approved).value.report
    assert (saved.version, saved.state, saved.summary) == (2, ReportState.DRAFT, "门锁故障")
    assert (saved.approved_by_id, saved.approved_at, saved.submitted_at) == ("", None, None)
    assert [one.id for one in desk.incidents.reports_due()] == [incident.id]


def test_what_connects_an_incident_with_others_leaves_its_approved_report(desk: Desk, incident: Incident) -> None:
    desk.incidents.close(incident.id, "救出")
    approved = desk.incidents.approve_report(incident.id, "p").value
    saved = desk.incidents.save(approved.changed(risk_ids=("r",), family="equipment"), approved).value
    assert saved.report == approved.report


@pytest.mark.parametrize("deed", ["facts", "entry", "strike", "tier", "lead", "reopen"])
def test_whatever_an_approved_report_tells_is_frozen(desk: Desk, incident: Incident, deed: str) -> None:
    """A change makes the next version, unsigned (spec.md section 6)."""
    entry = desk.incidents.log(incident.id, EntryKind.NOTE, "5 人").value
    desk.incidents.close(incident.id, "救出")
    approved = desk.incidents.approve_report(incident.id, "p").value
    match deed:
        case "facts":
            desk.incidents.save(approved.changed(affected=2), approved)
        case "entry":
            desk.incidents.log(incident.id, EntryKind.NOTE, "漏记：4 人")
        case "strike":
            desk.incidents.strike(entry.id, "听错")
        case "tier":
            desk.incidents.set_tier(incident.id, "general_1")
        case "lead":
            desk.incidents.hand_over(incident.id, "q")
        case "reopen":
            desk.incidents.resume(incident.id)
    report = desk.incidents.get(incident.id).report
    assert (report.version, report.state, report.approved_by_id) == (2, ReportState.DRAFT, "")


def test_an_approved_report_tells_its_measures_as_they_stood(desk: Desk, incident: Incident) -> None:
    action = desk.actions.add(Action(title="双岗交接", incident_id=incident.id, origin="incident")).value
    desk.incidents.close(incident.id, "救出")
    approved = desk.incidents.approve_report(incident.id, "p").value
    desk.actions.save(action.changed(title="改了"), action)
    assert [measure.what for measure in desk.incidents.reported_measures(approved)] == ["双岗交接"]
    again = desk.incidents.log(incident.id, EntryKind.NOTE, "补记") and desk.incidents.get(incident.id)
    assert [measure.what for measure in desk.incidents.reported_measures(again)] == ["改了"]


def test_a_report_is_approved_once(desk: Desk, incident: Incident, clock) -> None:  # type: ignore[no-untyped-def]
    desk.incidents.close(incident.id, "救出")
    approved = desk.incidents.approve_report(incident.id, "p").value
    clock.on(hours=1)
    with pytest.raises(NotAllowed):
        desk.incidents.approve_report(incident.id, "q")
    assert desk.incidents.get(incident.id).report == approved.report
