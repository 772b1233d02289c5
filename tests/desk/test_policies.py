"""A level always is what its score and the policy give, or was set by hand with a reason, whatever was done before."""

from __future__ import annotations

import contextlib

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.errors import Conflict, Invalid, NotAllowed, RiskdeskError
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.domain.scale import Named
from riskdesk.i18n import language
from tests.desk.levels import all_of, change, disagreeing, judgements, lec, matrix, scored, with_cell

# what moves


def test_what_is_shown_before_is_what_saving_then_does(desk: Desk) -> None:
    scores: list[Matrix | Lec] = [matrix(l, s) for l in (1, 3, 5) for s in (2, 4)]  # noqa: E741
    scores += [lec(3, 6, 7), lec(10, 1, 7), lec(6, 6, 15)]
    for place, score in enumerate(scores):
        scored(desk, score, list(JUDGEMENT_NAMES)[place % 3])
    by_hand = scored(desk, matrix(3, 4))
    desk.risks.set_level(by_hand.id, "current", Level.BLUE, "专家意见")
    base, before = desk.policies.read(), judgements(desk)
    other = with_cell(base, 3, 4, Level.BLUE).changed(lec_yellow=130, lec_red=600)
    moves = desk.policies.moves(other)
    assert moves
    assert judgements(desk) == before
    told = {(move.risk.id, move.which): move for move in moves}
    assert all(move.before == before[key] for key, move in told.items())
    desk.policies.save(other, base)
    assert judgements(desk) == before | {key: move.after for key, move in told.items()}
    assert not disagreeing(desk)
    assert desk.policies.moves(other) == []


def test_levels_set_by_hand_and_deleted_risks_are_not_shown_as_moving(desk: Desk) -> None:
    by_hand, deleted = scored(desk, matrix(1, 1)), scored(desk, matrix(1, 1))
    desk.risks.set_level(by_hand.id, "current", Level.YELLOW, "专家意见")
    desk.risks.delete(deleted.id)
    assert desk.policies.moves(desk.policy.changed(**all_of(Level.RED))) == []


def test_rescaling_every_risk_is_one_step(desk: Desk) -> None:
    risks = [scored(desk, matrix(1, severity)) for severity in range(1, 6)]
    base = change(desk, notes="先存一次")
    done = desk.policies.save(base.changed(**all_of(Level.RED)), base)
    assert done.changed["risk"] == {risk.id for risk in risks}
    desk.undo_stack.undo()
    assert [desk.risks.get(risk.id) for risk in risks] == risks
    assert desk.policy == base
    desk.undo_stack.redo()
    assert not disagreeing(desk)
    assert {desk.risks.get(risk.id).level for risk in risks} == {Level.RED}


def test_a_risk_that_is_rescaled_can_still_be_edited(desk: Desk) -> None:
    risk = scored(desk, matrix(4, 2), "inherent")
    desk.risks.rescore(risk.id, "current", matrix(2, 4))
    base = desk.policies.read()
    desk.policies.save(with_cell(base, 4, 2, Level.BLUE), base)
    moved = desk.risks.get(risk.id)
    assert (moved.inherent.level, moved.level) == (Level.BLUE, Level.YELLOW)
    assert desk.risks.save(moved.changed(place="3栋"), moved).value.place == "3栋"


def test_a_reason_that_the_policy_gave_excuses_no_later_score(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    risk = scored(desk, matrix(3, 3), "inherent")
    desk.risks.rescore(risk.id, "current", matrix(2, 5))
    before = desk.policies.read()
    desk.policies.save(with_cell(before, 2, 5, Level.RED), before)
    assert desk.risks.get(risk.id).current.reason
    monkeypatch.setattr("riskdesk.i18n._language", "zh" if language() == "en" else "en")
    base = desk.policies.read()
    desk.policies.save(base.changed(matrix=before.matrix), base)
    now = desk.risks.get(risk.id).current
    assert (now.level, now.reason) == (Level.YELLOW, "")
    with pytest.raises(Invalid):
        desk.risks.rescore(risk.id, "inherent", matrix(1, 1))


def test_the_first_policy_of_a_file_is_taken_back_to_the_defaults(desk: Desk) -> None:
    scored(desk, matrix(1, 1))
    change(desk, **all_of(Level.RED))
    desk.undo_stack.undo()
    assert desk.policy == desk.policies.read() == Policy()
    assert not disagreeing(desk)
    change(desk, **all_of(Level.YELLOW))
    assert desk.policies.read().matrix[0][0] is Level.YELLOW


# two people


def test_two_people_who_change_the_same_part_are_told(desk: Desk, colleague: Desk) -> None:
    base = change(desk, lec_red=200)
    colleague.policies.save(base.changed(lec_red=300), base)
    with pytest.raises(Conflict) as caught:
        desk.policies.save(base.changed(lec_red=400), base)
    assert (caught.value.who, set(caught.value.fields)) == ("colleague", {"lec_red"})


def test_risks_follow_what_two_people_made_of_the_policy(desk: Desk, colleague: Desk) -> None:
    scored(desk, matrix(1, 1))
    scored(desk, lec(6, 6, 15))
    base = change(desk, notes="先存一次")
    colleague.policies.save(base.changed(**all_of(Level.RED)), base)
    saved = desk.policies.save(base.changed(lec_red=600), base).value
    assert (saved.matrix[0][0], saved.lec_red) == (Level.RED, 600)
    assert not disagreeing(desk)


def test_a_score_is_judged_by_the_policy_of_the_file_and_not_by_one_read_before(desk: Desk, colleague: Desk) -> None:
    assert desk.policy.matrix[0][0] is Level.BLUE
    change(colleague, **all_of(Level.RED))
    judged = desk.policy.assess(matrix(2, 1), desk.today)
    assert scored(desk, matrix(1, 1)).level is Level.RED
    entered = desk.risks.add(Risk(title="新风险", family="operational", inherent=judged, current=judged)).value
    assert (judged.level, entered.inherent.level, entered.level) == (Level.BLUE, Level.RED, Level.RED)


def test_a_risk_taken_out_of_the_trash_follows_the_policy_of_today(desk: Desk, colleague: Desk) -> None:
    risk = scored(desk, matrix(1, 1))
    desk.risks.delete(risk.id)
    change(colleague, **all_of(Level.RED))
    desk.undo_stack.undo()
    assert not desk.store.is_deleted("risk", risk.id)
    assert not disagreeing(desk)


def test_a_score_taken_back_follows_the_policy_of_today(desk: Desk, colleague: Desk) -> None:
    risk = scored(desk, matrix(3, 3))
    desk.risks.rescore(risk.id, "current", matrix(5, 5))
    base = desk.policies.read()
    colleague.policies.save(with_cell(base, 3, 3, Level.RED), base)
    desk.undo_stack.undo()
    assert desk.risks.get(risk.id).current.score == matrix(3, 3)
    assert not disagreeing(desk)


def test_a_policy_taken_back_takes_along_what_was_scored_since(desk: Desk, colleague: Desk) -> None:
    change(desk, notes="先存一次")
    change(desk, **all_of(Level.RED))
    scored(colleague, matrix(1, 1))
    desk.undo_stack.undo()
    assert not disagreeing(desk)


@pytest.mark.parametrize("how", ["add", "save"])
def test_a_level_that_does_not_fit_its_score_does_not_come_in(desk: Desk, how: str) -> None:
    wrong = Assessment(score=matrix(1, 1), level=Level.RED)
    risk = desk.risks.add(Risk(title="风险", family="operational")).value
    with contextlib.suppress(RiskdeskError):
        if how == "add":
            desk.risks.add(Risk(title="风险", family="operational", current=wrong))
        else:
            desk.risks.save(risk.changed(current=wrong), risk)
    assert not disagreeing(desk)


def test_words_and_intervals_move_no_level(desk: Desk) -> None:
    scored(desk, matrix(3, 3))
    assert desk.policies.moves(desk.policy.changed(families=(Named(key="fire", name="消防"),), exam_pass=90)) == []


def test_a_family_in_use_stays_and_can_be_renamed(desk: Desk) -> None:
    named = (Named(key="fire", name="消防"), Named(key="legal", name="法律"))
    desk.directory.set_office(families=named)
    desk.risks.add(Risk(title="充电桩过热", family="fire"))
    assert desk.policies.uses("families") == {"fire": 1}
    with pytest.raises(NotAllowed, match="消防 is in use by 1 records"):
        desk.directory.set_office(families=named[1:])
    policy = desk.policies.read()
    with pytest.raises(NotAllowed):
        desk.policies.save(policy.changed(families=named[1:]), policy)
    desk.directory.set_office(families=(named[0].changed(name="火灾"),))
    assert [(family.key, family.name) for family in desk.policy.families] == [("fire", "火灾")]
    assert desk.policies.new_key() != desk.policies.new_key()
    desk.directory.set_office(families=(*desk.policy.families, Named(key=desk.policies.new_key(), name="治安")))
