"""Rules of the playbook: steps that hold together, limits against the response tier, and the copy that is run."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.errors import Invalid
from riskdesk.domain.playbook import Playbook, PlaybookState, Step, differences, plan_of
from riskdesk.domain.policy import Duty, Limit, Tier

DAY = dt.date(2026, 11, 25)
TIER_2 = Tier(
    key="general_2", name="二级响应",
    limits=(Limit(duty=Duty.ON_SITE, seconds=5 * 60), Limit(duty=Duty.REPORT_EVERY, seconds=10 * 60)),
)  # fmt: skip


def step(id: str, **fields: object) -> dict[str, object]:
    return {"id": id, "action": f"步骤 {id}", **fields}


def playbook(*steps: dict[str, object], **fields: object) -> Playbook:
    return Playbook.of(title="电梯困人", scenario_class="equipment", steps=steps, **fields)


def test_a_limit_runs_from_an_earlier_step() -> None:
    playbook(step("a"), step("b"), step("c", limit_s=60, limit_from="a"))
    for wrong in ("c", "b", "gone"):
        with pytest.raises(Invalid, match=r"steps\.1\.limit_from: The limit must run from an earlier step"):
            playbook(step("a"), step("b", limit_s=60, limit_from=wrong), step("c"))


def test_a_step_that_moves_before_its_origin_is_refused() -> None:
    made = playbook(step("a"), step("b", limit_s=60, limit_from="a"))
    with pytest.raises(Invalid):
        made.changed(steps=made.steps[::-1])


def test_two_steps_never_share_an_id() -> None:
    with pytest.raises(Invalid, match=r"steps\.2\.id: Two steps have the same id"):
        playbook(step("a"), step("b"), step("a"))


def test_every_wrong_step_is_named_by_its_place() -> None:
    with pytest.raises(Invalid) as caught:
        playbook(step("a", limit_s=-1), step("B"), step("c", action=""), step("d", repeat_s=5))
    fields = [error.field for error in caught.value.errors]
    assert fields == ["steps.0.limit_s", "steps.1.id", "steps.2.action", "steps.3.repeat_s"]


def test_the_lift_playbook_arrives_later_than_tier_2_says() -> None:
    made = playbook(step("activate", limit_s=60), step("arrive", limit_s=15 * 60, duty="on_site"))
    (found,) = differences(made, TIER_2)
    assert (found.step_id, found.duty, found.playbook_s, found.tier_s) == ("arrive", Duty.ON_SITE, 900, 300)
    assert made.step("arrive").limit_s == 900  # type: ignore[union-attr]


@pytest.mark.parametrize("seconds", [300, 299, 0])
def test_as_tight_or_tighter_is_no_difference(seconds: int) -> None:
    assert differences(playbook(step("arrive", limit_s=seconds, duty="on_site")), TIER_2) == ()


def test_reports_are_compared_by_their_interval() -> None:
    often = playbook(step("report", repeat_s=5 * 60, limit_s=3600, duty="report_every"))
    seldom = playbook(step("report", repeat_s=30 * 60, limit_s=60, duty="report_every"))
    assert differences(often, TIER_2) == ()
    assert [found.playbook_s for found in differences(seldom, TIER_2)] == [1800]


def test_only_duties_that_the_tier_sets_are_compared() -> None:
    made = playbook(
        step("close", limit_s=99999, duty="close"), step("plain", limit_s=99999), step("arrive", duty="on_site")
    )
    assert differences(made, TIER_2) == ()
    assert differences(made, None) == ()


def test_roles_are_leads_and_helpers_once_and_in_order() -> None:
    made = playbook(
        step("a", role="客服"),
        step("b", role="工程部", helpers=("秩序维护", "客服")),
        step("c"),
        step("d", role="经理"),
    )
    assert made.roles == ("客服", "工程部", "秩序维护", "经理")


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "困人"}, {"triggers": "有人被困"}, {"tier": "general_2"}, {"coordination": "联动"}, {"steps": ()},
        {"notifications": ({"body": "街道办"},)},
    ],
)  # fmt: skip
def test_what_changes_an_approved_playbook_is_its_next_version(fields: dict[str, object]) -> None:
    approved = playbook(step("a"), state="approved", version=3, approved_by_id="p", approved_on=DAY)
    changed = approved.changed(**fields).unsigned_after(approved)
    assert (changed.version, changed.state, changed.approved_by_id) == (4, PlaybookState.DRAFT, "")
    assert changed.approved_on is changed.difference_confirmed is None


def test_what_no_approval_covers_or_what_takes_it_back_keeps_the_version() -> None:
    approved = playbook(step("a"), state="approved")
    for same in (approved.changed(drill_days=30), approved.changed(state="draft", title="困人")):
        assert same.unsigned_after(approved) is same
    assert approved.unsigned_after(approved.changed(state="draft", title="困人")) is approved


def test_the_plan_is_a_copy_of_the_version() -> None:
    made = playbook(step("a", limit_s=60), tier="general_2", version=3, notifications=({"body": "街道办"},))
    plan = plan_of(made.changed(id="i", number="JX-P-2026-0001"))
    assert (plan.playbook_id, plan.number, plan.title) == ("i", "JX-P-2026-0001", "电梯困人")
    assert (plan.version, plan.tier, plan.steps, plan.notifications) == (3, made.tier, made.steps, made.notifications)
    edited = made.changed(steps=(Step(id="other", action="别的"),))
    assert plan.steps != edited.steps


def test_a_plan_shows_its_differences_like_its_playbook() -> None:
    made = playbook(step("arrive", limit_s=900, duty="on_site"))
    assert differences(plan_of(made), TIER_2) == differences(made, TIER_2)


def test_a_step_is_found_by_its_id() -> None:
    made = playbook(step("a"))
    assert made.step("a") is made.steps[0]
    assert made.step("b") is None
