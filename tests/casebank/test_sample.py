"""The sample office: fresh on every day, marked as such, with something of every state in it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from riskdesk.data import data_path
from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.directory import Body, Person, Site
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.domain.incident import Incident, IncidentState, LogEntry, ReportState
from riskdesk.domain.level import Level
from riskdesk.domain.playbook import Playbook, PlaybookState
from riskdesk.domain.response import next_step, statuses
from riskdesk.domain.risk import Flag, Risk, RiskStatus, flags_on, lacking, needs_another_look
from riskdesk.exchange.bank_times import OFFICE_ZONE
from riskdesk.exchange.casebank import Bank, load_sample

NOW = dt.datetime(2026, 11, 25, 6, 37, 8, tzinfo=dt.UTC)
TODAY = NOW.astimezone(OFFICE_ZONE).date()


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_sample(data_path("casebank"), NOW)


def measures(bank: Bank, risk: str) -> list[Action]:
    return [a.model_copy(update={"id": key}) for key, a in bank.of(Action).items() if risk in a.risk_ids]


def log(bank: Bank, incident: str) -> list[LogEntry]:
    return [entry for entry in bank.of(LogEntry).values() if entry.incident_id == incident]


def test_how_much_there_is(bank: Bank) -> None:
    assert bank.counts == {
        "policy": 1, "site": 5, "department": 7, "person": 13, "body": 12, "playbook": 7, "case": 10, "risk": 61,
        "action": 46, "drill": 32, "incident": 4, "log_entry": 42,
        "regulation": 61, "contract": 6, "complaint": 203,
    }  # fmt: skip


def test_it_is_marked_as_a_sample(bank: Bank) -> None:
    assert "示例" in bank.policy.office.name
    assert all("示例" in person.notes for person in bank.of(Person).values())
    assert all("示例" in incident.detail for incident in bank.of(Incident).values())
    assert all("示例" in drill.scenario for drill in bank.of(Drill).values())
    assert all("示例" in risk.source_note or "源文件" in risk.source_note for risk in bank.of(Risk).values())
    assert all("示例" in site.address for site in bank.of(Site).values())
    for phone in [*(p.phone for p in bank.of(Person).values()), *(b.phone for b in bank.of(Body).values())]:
        assert re.fullmatch(r"138 0000 \d{4}|000-0000 \d{4}|1[12][09]|", phone), phone


def test_levels_flags_and_states_of_risks(bank: Bank) -> None:
    risks = bank.of(Risk)
    assert {risk.level for risk in risks.values()} == {*Level, None}
    assert {risk.status for risk in risks.values()} == set(RiskStatus)
    flagged = {key: flags_on(lacking(risk, measures(bank, key)), TODAY) for key, risk in risks.items()}
    assert flagged["jx_ebike_corridor"] == (Flag.NO_PLAYBOOK,)
    assert flagged["ce_wo_urgent"] == (Flag.NO_OWNER, Flag.NO_PLAYBOOK)
    assert sum(map(bool, flagged.values())) == 3
    assert any(risk.current.by_hand for risk in risks.values())
    assert any(risk.acceptance for risk in risks.values())
    assert sum(bool(risk.next_review and risk.next_review < TODAY) for risk in risks.values()) == 3
    assert 0 < sum(bool(needs_another_look(risk, measures(bank, key))) for key, risk in risks.items()) < 6
    assert set(bank.of(Site)) == {risk.site_id for risk in risks.values() if risk.site_id}


@pytest.mark.parametrize("month", range(1, 13))
def test_something_is_in_season_in_every_month(bank: Bank, month: int) -> None:
    assert any(risk.acute_in(month) for risk in bank.of(Risk).values())


def test_counted_measures_were_done_before_the_score(bank: Bank) -> None:
    for risk in bank.of(Risk).values():
        for key in risk.current.counted:
            action = bank.of(Action)[key]
            assert action.is_done
            assert action.done_on
            assert risk.current.on
            assert action.done_on < risk.current.on


def test_actions_in_all_states(bank: Bank) -> None:
    actions = bank.of(Action).values()
    assert {action.state for action in actions} == set(ActionState)
    assert sum(action.overdue_on(TODAY) for action in actions) == 7
    assert {action.origin.value for action in actions} == {"risk", "review", "drill", "incident", "inspection"}
    assert all(bool(action.done_on) == action.is_done for action in actions)


def test_drills_in_many_states(bank: Bank) -> None:
    drills = bank.of(Drill).values()
    done = [drill for drill in drills if drill.state is DrillState.DONE]
    assert {drill.state for drill in drills} == set(DrillState) - {DrillState.RUNNING}
    assert len(done) == 21
    assert sum(drill.overdue_on(TODAY) for drill in drills) == 2
    for drill in done:
        assert [result.step_id for result in drill.results] == [step.id for step in drill.plan.steps]
        assert drill.started_at
        assert drill.ended_at
        assert drill.started_at.astimezone(OFFICE_ZONE).date() == drill.planned_on
        assert drill.started_at.astimezone(OFFICE_ZONE).strftime("%H:%M") == drill.planned_at
    scores = [drill.score for drill in done if drill.score is not None]
    assert min(scores) < bank.policy.drill_pass <= max(scores)


def test_playbooks_of_the_office_are_approved(bank: Bank) -> None:
    for playbook in bank.of(Playbook).values():
        assert playbook.state is PlaybookState.APPROVED
        assert playbook.approved_by_id == "shen_min"
        assert playbook.steps
    assert bank.of(Playbook)["lift_entrapment"].difference_confirmed
    roles = {duty for person in bank.of(Person).values() for duty in person.duties}
    roles |= {duty for body in bank.of(Body).values() for duty in body.duties}
    assert {role for playbook in bank.of(Playbook).values() for role in playbook.roles} <= roles
    bodies = {body.name for body in bank.of(Body).values()}
    assert {told.body for p in bank.of(Playbook).values() for told in p.notifications} <= bodies


def test_the_running_incident_is_where_the_console_shows_it(bank: Bank) -> None:
    incident = bank.of(Incident)["lift_jinxiu_running"]
    assert incident.state is IncidentState.RUNNING
    assert NOW - incident.started_at == dt.timedelta(minutes=12, seconds=41)
    states = {state.step.id: state for state in statuses(incident, log(bank, "lift_jinxiu_running"))}
    assert {key: state.done_s for key, state in states.items() if state.done_s} == {
        "activate": 41, "call_119": 52, "comfort": 58, "call_maintenance": 72,
    }  # fmt: skip
    now_do = next_step(list(states.values()))
    assert now_do is not None
    assert now_do.step.id == "on_site"
    assert now_do.due_s == 900
    assert states["comfort"].next_repeat_s == 919


def test_closed_incidents_and_their_reports(bank: Bank) -> None:
    closed = [i for i in bank.of(Incident).values() if i.state is IncidentState.CLOSED]
    assert len(closed) == 3
    due = [i for i in closed if i.report.state is ReportState.DRAFT]
    assert [i.report_due(bank.policy.report_seconds) for i in due] == [NOW + dt.timedelta(hours=3, minutes=12)]
    for incident in closed:
        assert incident.report.summary
        if incident.report.state is ReportState.APPROVED:
            assert incident.report.approved_by_id
            assert incident.report.root_cause
            limit = incident.report_due(bank.policy.report_seconds)
            assert limit
            assert incident.report.submitted_at
            assert incident.report.submitted_at <= limit
    assert all(entry.written_at <= NOW for entry in bank.of(LogEntry).values())
    assert any(entry.is_late for entry in bank.of(LogEntry).values())


@pytest.mark.parametrize(
    "now",
    [dt.datetime(2027, 1, 1, 0, 5, tzinfo=dt.UTC), dt.datetime(2028, 2, 29, 17, 0, tzinfo=dt.UTC),
     dt.datetime(2026, 7, 14, 16, 1, tzinfo=dt.UTC)],
)  # fmt: skip
def test_it_is_fresh_on_any_day(now: dt.datetime) -> None:
    later, first = load_sample(data_path("casebank"), now), load_sample(data_path("casebank"), NOW)
    assert later.counts == first.counts
    today = now.astimezone(OFFICE_ZONE).date()
    overdue = [key for key, drill in later.of(Drill).items() if drill.overdue_on(today)]
    assert overdue == [key for key, drill in first.of(Drill).items() if drill.overdue_on(TODAY)]
    assert all(entry.written_at <= now for entry in later.of(LogEntry).values())
    assert [record.id for record in later.with_ids()] == [record.id for record in first.with_ids()]
