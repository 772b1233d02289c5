"""The starter content goes into a file once, and what an office made of it stays."""

from __future__ import annotations

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.policy import Office
from riskdesk.domain.risk import Risk


def counts(desk: Desk) -> dict[str, int]:
    return {kind: desk.store.count(kind) for kind in KINDS}


def test_an_empty_file_is_filled(desk: Desk) -> None:
    assert desk.starter.is_empty
    made = desk.starter.load().value
    found = counts(desk)
    assert made == sum(found.values())
    assert all(found[kind] for kind in ("policy", "risk", "case", "playbook", "department", "body", "action"))
    assert not found["person"]
    assert not desk.starter.is_empty


def test_loading_twice_doubles_nothing(desk: Desk) -> None:
    desk.starter.load()
    before = counts(desk)
    done = desk.starter.load()
    assert (done.value, done.changed) == (0, {})
    assert counts(desk) == before


def test_the_sample_office_over_the_starter_content_adds_what_is_missing(desk: Desk) -> None:
    starter = desk.starter.load().value
    more = desk.starter.load_sample().value
    assert more
    assert sum(counts(desk).values()) == starter + more
    assert desk.starter.load_sample().value == 0


def test_what_the_office_edited_or_deleted_stays_so(desk: Desk) -> None:
    desk.starter.load()
    edited, deleted = desk.store.select(Risk)[:2]
    desk.risks.save(edited.changed(title="我们的说法"), edited)
    desk.risks.delete(deleted.id)
    before = counts(desk)
    desk.starter.load()
    assert counts(desk) == before
    assert desk.risks.get(edited.id).title == "我们的说法"
    assert desk.store.is_deleted("risk", deleted.id)


def test_every_level_of_it_agrees_with_its_policy(desk: Desk) -> None:
    desk.starter.load_sample()
    judged = [getattr(risk, which) for risk in desk.store.select(Risk) for which in ("inherent", "current", "target")]
    assert all(desk.policy.agrees(assessment) for assessment in judged)
    assert any(assessment.level for assessment in judged)


def test_its_keys_are_those_of_its_policy(desk: Desk) -> None:
    desk.starter.load_sample()
    policy = desk.policy
    families = {family.key for family in policy.families}
    assert {risk.family for risk in desk.store.select(Risk)} <= families
    assert {playbook.scenario_class for playbook in desk.playbooks.all()} <= {c.key for c in policy.scenario_classes}
    assert {p.tier for p in desk.playbooks.all() if p.tier} <= {tier.key for tier in policy.tiers}


def test_it_is_taken_back_whole_and_can_be_loaded_again(desk: Desk) -> None:
    desk.starter.load()
    before = counts(desk)
    desk.undo_stack.undo()
    assert desk.starter.is_empty
    desk.starter.load()
    assert counts(desk) == before
    assert desk.policy.families


def test_an_office_that_gave_its_name_first_gets_families_and_tiers_all_the_same(desk: Desk) -> None:
    desk.directory.set_office(office=Office(name="锦绣物业"), exam_pass=90)
    desk.starter.load()
    assert desk.policy.families
    assert desk.policy.tiers
    assert (desk.policy.office.name, desk.policy.exam_pass) == ("锦绣物业", 90)


@pytest.mark.parametrize("name", ["load", "load_sample"])
def test_counts_and_flags_of_its_risks_are_right_from_the_start(desk: Desk, name: str) -> None:
    getattr(desk.starter, name)()
    for row in desk.rows("risk", desk.store.ns("risk")):
        measures = [measure for measure in desk.risks.measures(row["id"]) if measure.counts]
        assert row["measures_total"] == len(measures)
        assert row["measures_done"] == sum(measure.is_done for measure in measures)
