"""Verbs and questions of cases and playbooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.case import Case, CaseState, Privacy
from riskdesk.domain.directory import Body, Person, Site
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.playbook import Contact, Notification, Playbook, PlaybookState, Step
from riskdesk.domain.policy import Duty
from riskdesk.store import ALL, Query


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk.open(tmp_path / "office.riskdesk", site="JX")
    made.starter.load()
    yield made
    made.close()


def test_a_case_is_published_only_after_somebody_looked_for_personal_data(desk: Desk) -> None:
    case = desk.cases.add(Case(title="漏水", family="operational")).value
    with pytest.raises(NotAllowed):
        desk.cases.publish(case.id)
    done = desk.cases.publish(case.id, Privacy.NONE).value
    assert (done.state, done.privacy) == (CaseState.PUBLISHED, Privacy.NONE)
    assert desk.cases.withdraw(case.id).value.state is CaseState.DRAFT
    assert desk.cases.review(case.id).value.state is CaseState.REVIEWED
    assert desk.cases.publish(case.id).value.state is CaseState.PUBLISHED


def test_what_the_program_ships_is_not_added_this_month(desk: Desk) -> None:
    assert desk.store.count("case") > 4
    assert desk.cases.added_this_month() == 0
    made = desk.cases.add(Case(title="漏水", family="operational")).value
    assert desk.cases.added_this_month() == 1
    shipped = next(case for case in desk.store.records(Case) if case.id != made.id)
    desk.cases.save(shipped.changed(comment="本办公室的点评"), shipped)
    assert [row["id"] for row in desk.rows("case", desk.ns("case", desk.cases.this_month()))] == [made.id]
    sql = [f"{condition.field} {condition.operator} ?" for condition in desk.cases.this_month().where]
    values = [condition.value for condition in desk.cases.this_month().where]
    plan = desk.store.db.all(
        f'EXPLAIN QUERY PLAN SELECT count(*) FROM "case" INDEXED BY case_created_at WHERE deleted = 0 AND {sql[0]} '
        f"AND {sql[1]}", values,
    )  # fmt: skip
    assert "COVERING INDEX case_created_at" in plan[0][-1]


def test_a_facet_counts_the_most_frequent_first(desk: Desk) -> None:
    for number in range(20):
        desk.cases.add(Case(title=f"漏水 {number}", family="operational", case_type="漏水" if number else ""))
    assert desk.cases.facet("case_type", ALL)[0] == ("漏水", 19)
    assert desk.cases.facet("family", Query("漏水"))[0][0] == "operational"
    assert desk.cases.types_in_use()[0] == "漏水"


def playbook(limit_s: int = 900) -> Playbook:
    return Playbook(
        title="电梯困人", scenario_class="equipment", tier="general_2",
        steps=(
            Step(id="go", action="到达现场", role="客服", helpers=("工程部",), limit_s=limit_s, duty=Duty.ON_SITE,
                 contact=Contact(who="消防救援", by="电话")),
        ),
        notifications=(Notification(body="街道办"),),
    )  # fmt: skip


def test_a_confirmation_holds_for_the_limits_it_was_given_for(desk: Desk) -> None:
    made = desk.playbooks.add(playbook()).value
    confirmed = desk.playbooks.confirm_differences(made.id, "", "合同").value
    kept = desk.playbooks.save(confirmed.changed(triggers="有人被困"), confirmed).value
    assert kept.difference_confirmed is not None
    steps = (kept.steps[0].model_copy(update={"limit_s": 1200}),)
    assert desk.playbooks.save(kept.changed(steps=steps), kept).value.difference_confirmed is None


def test_a_change_to_an_approved_playbook_is_the_next_version(desk: Desk) -> None:
    made = desk.playbooks.add(playbook()).value
    approved = desk.playbooks.approve(made.id).value
    same = desk.playbooks.save(approved.changed(drill_days=30), approved).value
    assert (same.version, same.state) == (1, PlaybookState.APPROVED)
    other = desk.playbooks.save(same.changed(triggers="有人被困"), same).value
    assert (other.version, other.state) == (2, PlaybookState.DRAFT)


def test_contacts_are_the_people_and_bodies_of_the_site(desk: Desk) -> None:
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    desk.directory.add(Person(name="刘洋", phone="138", duties=("客服",), site_id=site.id))
    desk.directory.add(Person(name="走了", phone="139", duties=("工程部",), active=False))
    desk.directory.add(Body(name="街道办", phone="0571"))
    assigned, bodies = desk.playbooks.contacts(playbook(), site.id)
    assert [(a.role, a.name) for a in assigned] == [("客服", "刘洋"), ("工程部", "")]
    assert {body.name for body in bodies} == {"消防救援", "街道办"}
    assert {"客服", "工程部"} <= set(desk.playbooks.roles_in_use())
