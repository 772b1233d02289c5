"""What is due, and the numbers of the overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.contract import Contract
from riskdesk.domain.directory import Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.playbook import Playbook, Step
from riskdesk.domain.policy import Duty
from riskdesk.domain.risk import Risk, RiskStatus
from tests.conftest import NOON, Clock

DAY = dt.timedelta(days=1)


@pytest.fixture
def office(new_file: Callable[[str], Path], clock: Clock) -> Iterator[Desk]:
    made = Desk.open(new_file("HQ"))
    made.clock = clock
    yield made
    made.close()


def add_risk(desk: Desk, likelihood: int, severity: int, **fields: object) -> Risk:
    fields.setdefault("title", f"风险 {likelihood}x{severity}")
    risk = desk.risks.add(Risk.of(family="operational", **fields)).value
    return desk.risks.rescore(risk.id, "current", Matrix(likelihood=likelihood, severity=severity)).value


def test_due_lists_every_kind_the_first_due_first(office: Desk, clock: Clock) -> None:
    today = office.today
    office.actions.add(Action(title="换锁", due=today - 2 * DAY))
    office.actions.add(Action(title="已完成", due=today - 3 * DAY, state="done"))
    office.actions.add(Action(title="以后", due=today + 15 * DAY))
    add_risk(office, 4, 4, next_review=today + DAY)
    steps = (Step(id="go", action="启动"),)
    playbook = office.playbooks.add(
        Playbook(title="电梯困人", scenario_class="equipment", steps=steps, review_due=today)
    ).value
    office.playbooks.approve(playbook.id)
    office.drills.add(Drill(title="夜间", planned_on=today + 3 * DAY, planned_at="20:00"))
    told = [(due.what, due.title, due.day, due.at) for due in office.overview.due(40)]
    assert told == [
        ("action", "换锁", today - 2 * DAY, ""),
        ("playbook", "电梯困人", today, ""),
        ("review", "风险 4x4", today + DAY, ""),
        ("drill", "夜间", today + 3 * DAY, "20:00"),
    ]


def test_a_contract_that_reminds_is_not_pushed_out_by_what_is_due_sooner(office: Desk) -> None:
    today = office.today
    for n in range(1, 6):
        office.actions.add(Action(title=f"整改 {n}", due=today + n * DAY))
    office.contracts.add(Contract(title="公众责任险", contract_kind="insurance", ends_on=today + 20 * DAY))
    office.contracts.add(Contract(title="消防维保", ends_on=today + 31 * DAY))
    told = [(due.what, due.title, due.day) for due in office.overview.due(3)]
    assert told[0] == ("insurance", "公众责任险", today + 20 * DAY)
    assert [title for _, title, _ in told[1:]] == ["整改 1", "整改 2"]


def test_a_lapsing_acceptance_reminds(office: Desk) -> None:
    risk = add_risk(office, 5, 5)
    until = office.today + 5 * DAY
    accepted = risk.changed(acceptance={"by_id": "x", "why": "一时无法消除", "until": until})
    office.risks.save(accepted, risk)
    assert [(due.what, due.day) for due in office.overview.due(40)] == [("acceptance", until)]
    again = office.risks.get(risk.id)
    office.risks.save(again.changed(status=RiskStatus.CLOSED), again)
    assert office.overview.due(40) == []


def test_a_report_is_due_to_the_minute_and_then_overdue(office: Desk, clock: Clock) -> None:
    incident = office.incidents.report(Incident(title="停水", started_at=NOON)).value
    assert office.overview.due(40) == []
    office.incidents.close(incident.id, "恢复")
    due = office.overview.due(40)[0]
    assert (due.what, due.moment) == ("report", NOON + DAY)
    assert office.overview.read().overdue_reports == 0
    clock.now = NOON + DAY + dt.timedelta(minutes=1)
    found = office.overview.read()
    assert (found.overdue_reports, found.overdue) == (1, 1)
    office.incidents.approve_report(incident.id, "x")
    assert office.overview.read().overdue == 0


def test_overdue_adds_up_over_all_kinds(office: Desk) -> None:
    past = office.today - DAY
    office.actions.add(Action(title="a", due=past))
    add_risk(office, 1, 1, next_review=past)
    add_risk(office, 1, 2, next_review=past, status=RiskStatus.DRAFT)
    office.drills.add(Drill(title="d", planned_on=past))
    office.playbooks.add(Playbook(title="p", scenario_class="equipment", review_due=past))
    found = office.overview.read()
    assert (found.overdue_actions, found.overdue_reviews, found.overdue_drills, found.overdue_playbooks) == (1, 1, 1, 0)
    assert found.overdue == 3


def test_red_since_last_month(office: Desk, clock: Clock) -> None:
    first = add_risk(office, 5, 5)
    found = office.overview.read()
    assert (found.red, found.red_before) == (1, None)
    clock.now = NOON + 30 * DAY
    add_risk(office, 4, 5)
    office.risks.set_level(first.id, "current", Level.YELLOW, "试行后复评")
    add_risk(office, 5, 4)
    found = office.overview.read()
    assert (found.red, found.red_before) == (2, 1)
    assert found.red_by_month[-2:] == [1, 2]
    assert found.yellow_by_month[-2:] == [0, 1]
    assert sum(found.red_by_month[:-2]) == 0


def test_the_trend_leaves_out_what_was_closed_or_deleted(office: Desk, clock: Clock) -> None:
    closed, deleted, stays = (add_risk(office, 5, 5, title=title) for title in ("关", "删", "留"))
    clock.now = NOON + 30 * DAY
    office.risks.save(closed.changed(status=RiskStatus.CLOSED), closed)
    office.risks.delete(deleted.id)
    assert office.overview.read().red_by_month[-2:] == [3, 1]
    office.undo_stack.undo()
    assert office.overview.read().red_by_month[-2:] == [3, 2]
    assert stays.level is Level.RED


def test_coverage_of_every_site(office: Desk) -> None:
    sites = [office.directory.add(Site(code=code, name=code)).value for code in ("AA", "BB")]
    steps = (Step(id="go", action="启动"),)
    playbook = office.playbooks.add(Playbook(title="p", scenario_class="equipment", steps=steps)).value
    office.playbooks.approve(playbook.id)
    days = (office.today, office.today + DAY)
    done, _ = (
        office.drills.add(Drill(title="d", playbook_id=playbook.id, site_id=site.id, planned_on=day)).value
        for site, day in zip(sites, days, strict=True)
    )
    office.drills.start(done.id)
    office.drills.finish(done.id)
    found = office.overview.read()
    assert (found.drills_done, found.drills_wanted, found.drills_planned) == (1, 2, 1)
    assert found.coverage == [(sites[0].id, "AA", 1, 1), (sites[1].id, "BB", 0, 1)]


def test_a_site_in_the_trash_is_not_to_be_drilled(office: Desk) -> None:
    stays, goes = (office.directory.add(Site(code=code, name=code)).value for code in ("AA", "BB"))
    steps = (Step(id="go", action="启动"),)
    told = Playbook(title="p", scenario_class="equipment", steps=steps, site_ids=(stays.id, goes.id))
    playbook = office.playbooks.add(told).value
    office.playbooks.approve(playbook.id)
    office.directory.delete("site", goes.id)
    assert office.overview.read().drills_wanted == 1
    assert [gap.site_id for gap in office.drills.gaps(Quarter.of(office.today))] == [stays.id]


@pytest.mark.parametrize("days_ahead", [None, 60, -1])
def test_what_was_held_on_paper_was_held_today_at_the_latest(office: Desk, days_ahead: int | None) -> None:
    planned_on = None if days_ahead is None else office.today + days_ahead * DAY
    drill = office.drills.add(Drill(title="d", planned_on=planned_on)).value
    held_on = office.drills.finish(drill.id).value.planned_on
    assert held_on == (planned_on if days_ahead == -1 else office.today)


def test_mean_time_of_arrival_against_its_limit(office: Desk, clock: Clock) -> None:
    steps = (Step(id="arrive", action="到场", duty=Duty.ON_SITE, limit_s=900),)
    playbook = office.playbooks.add(Playbook(title="p", scenario_class="equipment", steps=steps)).value
    for minutes in (10, 14):
        incident = office.incidents.report(Incident(title="i", started_at=clock.now, playbook_id=playbook.id)).value
        clock.now += dt.timedelta(minutes=minutes)
        office.incidents.log(incident.id, EntryKind.STEP_DONE, step_id="arrive")
    found = office.overview.read()
    assert (found.arrival_s, found.arrival_target_s, found.arrivals) == (720, 900, 2)
    clock.now += 31 * DAY
    assert office.overview.read().arrivals == 0


def test_heat_counts_live_risks_by_cell(office: Desk) -> None:
    add_risk(office, 4, 5)
    add_risk(office, 4, 5)
    add_risk(office, 4, 5, status=RiskStatus.CLOSED)
    heat = office.overview.heat()
    assert heat[3][4] == 2
    assert sum(map(sum, heat)) == 2
