"""Flags and counts of measures that lists show beside a risk follow whatever they are made of."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.agenda import topics
from riskdesk.desk.prints.lists import risk_list
from riskdesk.desk.reviews import NOW
from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.playbook import Playbook
from riskdesk.domain.risk import Acceptance, Flag, Risk, RiskStatus
from riskdesk.i18n import tr
from riskdesk.store import ALL
from tests.conftest import Clock

RED, BLUE = Matrix(likelihood=5, severity=5), Matrix(likelihood=1, severity=1)
ALL_FLAGS = "no_owner no_playbook no_review no_measure"


def shown(desk: Desk, risk: Risk) -> tuple[str, int, int]:
    """Flags, measures done and measures in all, as the list shows them."""
    number = desk.store.row_number("risk", risk.id)
    assert number is not None
    (row,) = desk.rows("risk", [number])
    return row["flags"], row["measures_done"], row["measures_total"]


def counts(desk: Desk, *risks: Risk) -> list[tuple[int, int]]:
    return [shown(desk, risk)[1:] for risk in risks]


@pytest.fixture
def risk(desk: Desk) -> Risk:
    return desk.risks.add(Risk(title="电梯困人", family="operational")).value


@pytest.fixture
def other(desk: Desk) -> Risk:
    return desk.risks.add(Risk(title="电梯视频", family="opinion")).value


@pytest.fixture
def measure(desk: Desk, risk: Risk) -> Action:
    return desk.actions.add(Action(title="换锁", owner_id="o", risk_ids=(risk.id,))).value


# counts


def test_a_measure_counts_for_every_risk_that_it_serves(desk: Desk, risk: Risk, other: Risk) -> None:
    desk.actions.add(Action(title="换锁", risk_ids=(risk.id, other.id)))
    desk.actions.add(Action(title="巡检", risk_ids=(other.id,)))
    assert counts(desk, risk, other) == [(0, 1), (0, 2)]


def test_done_and_confirmed_ones_are_done(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.actions.finish(measure.id)
    assert counts(desk, risk) == [(1, 1)]
    desk.actions.confirm(measure.id, "p")
    assert counts(desk, risk) == [(1, 1)]


def test_a_cancelled_one_counts_no_more(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.actions.save(measure.changed(state="cancelled"), measure)
    assert counts(desk, risk) == [(0, 0)]
    desk.undo_stack.undo()
    assert counts(desk, risk) == [(0, 1)]


def test_a_deleted_one_counts_no_more_until_it_is_back(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.actions.delete(measure.id)
    assert counts(desk, risk) == [(0, 0)]
    desk.undo_stack.undo()
    assert counts(desk, risk) == [(0, 1)]
    desk.undo_stack.redo()
    assert counts(desk, risk) == [(0, 0)]


def test_a_new_one_that_is_undone_counts_no_more(desk: Desk, risk: Risk) -> None:
    desk.actions.add(Action(title="换锁", risk_ids=(risk.id,)))
    desk.undo_stack.undo()
    assert counts(desk, risk) == [(0, 0)]
    desk.undo_stack.redo()
    assert counts(desk, risk) == [(0, 1)]


def test_a_measure_moves_from_one_risk_to_another(desk: Desk, risk: Risk, other: Risk, measure: Action) -> None:
    done = desk.actions.save(measure.changed(risk_ids=(other.id,)), measure)
    assert counts(desk, risk, other) == [(0, 0), (0, 1)]
    assert done.changed["risk"] == {risk.id, other.id}
    desk.undo_stack.undo()
    assert counts(desk, risk, other) == [(0, 1), (0, 0)]


def test_a_measure_given_to_no_risk_leaves_all(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.actions.save(measure.changed(risk_ids=()), measure)
    assert counts(desk, risk) == [(0, 0)]


def test_a_deleted_risk_comes_back_with_its_counts(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.risks.delete(risk.id)
    desk.actions.finish(measure.id)
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert counts(desk, risk) == [(0, 1)]


def test_words_of_a_measure_move_nothing(desk: Desk, risk: Risk, measure: Action) -> None:
    assert set(desk.actions.save(measure.changed(title="换门"), measure).changed) == {"action"}


# flags


def test_a_risk_is_flagged_when_it_becomes_red_and_no_longer_when_it_is_not(desk: Desk, risk: Risk) -> None:
    assert shown(desk, risk)[0] == ""
    desk.risks.rescore(risk.id, "current", RED)
    assert shown(desk, risk)[0] == "no_owner no_playbook no_measure"
    desk.risks.rescore(risk.id, "current", BLUE)
    assert shown(desk, risk)[0] == ""
    desk.undo_stack.undo()
    assert shown(desk, risk)[0] == "no_owner no_playbook no_measure"


def test_every_lack_that_is_mended_is_flagged_no_more(desk: Desk, risk: Risk) -> None:
    base = desk.risks.rescore(risk.id, "current", RED).value
    base = desk.risks.save(base.changed(next_review=None), base).value
    assert shown(desk, risk)[0] == ALL_FLAGS
    for fields in ({"owner_id": "p"}, {"playbook_ids": ("b",)}, {"next_review": dt.date(2026, 12, 24)}):
        base = desk.risks.save(base.changed(**fields), base).value
    assert shown(desk, risk)[0] == "no_measure"
    desk.actions.add(Action(title="换锁", risk_ids=(risk.id,)))
    assert shown(desk, risk)[0] == ""


def test_an_acceptance_stands_in_for_a_measure(desk: Desk, risk: Risk) -> None:
    base = desk.risks.rescore(risk.id, "current", RED).value
    accepted = Acceptance(by_id="p", why="无法消除", until=dt.date(2026, 12, 24))
    desk.risks.save(base.changed(acceptance=accepted), base)
    assert shown(desk, risk)[0] == "no_owner no_playbook 2026-12-24/no_measure"


def test_a_lapsed_acceptance_flags_from_the_day_after(desk: Desk, risk: Risk, clock: Clock) -> None:
    """The day goes on by itself: nothing is saved in between."""
    base = desk.risks.rescore(risk.id, "current", RED).value
    accepted = Acceptance(by_id="p", why="无法消除", until=desk.today + dt.timedelta(days=10))
    desk.risks.save(base.changed(acceptance=accepted, owner_id="p", playbook_ids=("b",)), base)
    for days, told in ((0, []), (10, []), (1, [Flag.NO_MEASURE]), (30, [Flag.NO_MEASURE])):
        clock.on(days=days)
        assert [risk.id for risk in desk.store.records(Risk, desk.risks.flagged())] == [risk.id] * len(told)
        assert desk.store.count("risk", desk.risks.flagged()) == desk.overview.read().flagged == len(told)
        assert [row["flags"] for row in risk_list(desk, ALL, "")["risks"]] == [[tr(flag.label) for flag in told]]
        assert [row.flags for row in desk.reviews.snapshot(NOW).risks] == [tuple(told)]
        reasons = [
            topic.reason for topic in topics(desk, Quarter.of(desk.today), desk.today) if topic.record == risk.id
        ]
        assert [tr(flag.label) in "".join(reasons) for flag in told] == [True] * len(told)


def test_a_red_risk_whose_measures_are_done_is_flagged(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.risks.rescore(risk.id, "current", RED)
    assert shown(desk, risk)[0] == "no_owner no_playbook"
    desk.actions.finish(measure.id)
    assert shown(desk, risk)[0] == "no_owner no_playbook measures_done"


def test_a_deleted_owner_or_playbook_flags_the_red_risks_that_name_it(desk: Desk, risk: Risk, other: Risk) -> None:
    owner = desk.directory.add(Person(name="陈立")).value
    guide = desk.playbooks.add(Playbook(title="困人处置", scenario_class="equipment")).value
    for one, score in ((risk, RED), (other, BLUE)):
        base = desk.risks.rescore(one.id, "current", score).value
        desk.risks.save(base.changed(owner_id=owner.id, playbook_ids=(guide.id,)), base)
    assert shown(desk, risk)[0] == "no_measure"
    done = desk.directory.delete("person", owner.id)
    assert shown(desk, risk)[0] == "no_owner no_measure"
    assert done.changed["risk"] == {risk.id}
    assert desk.risks.flags(risk.id) == (Flag.NO_OWNER, Flag.NO_MEASURE)
    desk.playbooks.delete(guide.id)
    assert shown(desk, risk)[0] == "no_owner no_playbook no_measure"
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert shown(desk, risk)[0] == "no_measure"
    desk.undo_stack.redo()
    assert shown(desk, risk)[0] == "no_owner no_measure"
    assert shown(desk, other)[0] == ""


def test_a_file_in_which_an_owner_was_deleted_unnoticed_is_brought_up_to_date(desk: Desk, risk: Risk) -> None:
    owner = desk.directory.add(Person(name="陈立")).value
    base = desk.risks.rescore(risk.id, "current", RED).value
    desk.risks.save(base.changed(owner_id=owner.id), base)
    desk.directory.delete("person", owner.id)
    desk.store.db.run("UPDATE risk SET flags = 'no_playbook no_measure'")
    desk.store.set_meta("derived by rules", "2")
    again = Desk.open(desk.store.path)
    assert shown(again, risk)[0] == "no_owner no_playbook no_measure"
    again.close()


def test_a_file_whose_flags_other_rules_derived_is_brought_up_to_date_when_it_is_opened(desk: Desk, risk: Risk) -> None:
    desk.risks.rescore(risk.id, "current", RED)
    desk.store.db.run("UPDATE risk SET flags = 'no_owner'")
    desk.store.db.run("DELETE FROM meta WHERE key = 'derived by rules'")
    again = Desk.open(desk.store.path)
    assert shown(again, risk)[0] == "no_owner no_playbook no_measure"
    again.store.db.run("UPDATE risk SET flags = ''")
    again.close()
    again = Desk.open(desk.store.path)
    assert shown(again, risk)[0] == ""  # once is enough
    again.close()


def test_a_risk_that_became_red_is_flagged_although_it_was_accepted(desk: Desk, risk: Risk) -> None:
    base = desk.risks.rescore(risk.id, "current", Matrix(likelihood=3, severity=3)).value
    person = desk.directory.add(Person(name="陈立")).value
    desk.risks.accept(base.id, person.id, "无法消除", dt.date(2026, 12, 24))
    desk.risks.rescore(risk.id, "current", RED)
    assert "no_measure" in shown(desk, risk)[0]


def test_the_last_measure_cancelled_flags_again(desk: Desk, risk: Risk, measure: Action) -> None:
    desk.risks.rescore(risk.id, "current", RED)
    assert "no_measure" not in shown(desk, risk)[0]
    desk.actions.save(measure.changed(state="cancelled"), measure)
    assert "no_measure" in shown(desk, risk)[0]


def test_closing_ends_the_flags_and_opening_again_brings_them_back(desk: Desk, risk: Risk) -> None:
    base = desk.risks.set_level(risk.id, "current", Level.RED, "专家意见").value
    base = desk.risks.save(base.changed(status=RiskStatus.CLOSED), base).value
    assert shown(desk, risk)[0] == ""
    desk.risks.save(base.changed(status=RiskStatus.MONITORED), base)
    assert "no_owner" in shown(desk, risk)[0]


def test_another_policy_flags_what_it_makes_red(desk: Desk, risk: Risk) -> None:
    desk.risks.rescore(risk.id, "current", BLUE)
    base = desk.policies.read()
    desk.policies.save(base.changed(matrix=((Level.RED,) * 5,) * 5), base)
    assert "no_owner" in shown(desk, risk)[0]
    desk.undo_stack.undo()
    assert shown(desk, risk)[0] == ""


def test_a_ticked_measure_moves_no_level(desk: Desk, risk: Risk, measure: Action) -> None:
    before = desk.risks.rescore(risk.id, "current", RED).value
    desk.actions.finish(measure.id)
    desk.actions.confirm(measure.id, "p")
    assert desk.risks.get(risk.id) == before


def test_what_is_derived_is_in_no_log(desk: Desk, risk: Risk) -> None:
    desk.risks.rescore(risk.id, "current", RED)
    desk.actions.add(Action(title="换锁", risk_ids=(risk.id,)))
    assert not {"flags", "measures_done", "measures_total"} & {
        field for entry in desk.store.history(risk.id) for field in entry.patch
    }
    assert [entry.verb for entry in desk.store.history(risk.id)] == ["risks.add", "risks.rescore"]
