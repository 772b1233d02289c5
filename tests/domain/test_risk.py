"""Rules of the risk: levels in order, flags of red ones, acceptance, reviews, and when to look again."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import Assessment, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import (
    JUDGEMENT_NAMES,
    Acceptance,
    Flag,
    Risk,
    RiskStatus,
    flags_on,
    judged,
    lacking,
    needs_another_look,
    next_review_after,
    rescaled,
    rescored,
)

DAY = dt.date(2026, 11, 25)
POLICY = Policy()
CELLS = {Level.RED: (5, 5), Level.YELLOW: (3, 3), Level.BLUE: (1, 1)}


def at(level: Level | None, reason: str = "") -> Assessment:
    """A judgement that a score of the default matrix gives."""
    if level is None:
        return Assessment()
    likelihood, severity = CELLS[level]
    return POLICY.assess(Matrix(likelihood=likelihood, severity=severity), DAY, reason=reason)


def a_risk(**fields: object) -> Risk:
    return Risk.of(title="电梯困人", family="operational", **fields)


def a_measure(state: ActionState, id: str = "a") -> Action:
    confirmed = "p" if state == "verified" else ""
    return Action.of(id=id, title="换锁", state=state, owner_id="o", verified_by_id=confirmed)


def flags(risk: Risk, measures: list[Action], day: dt.date, gone: Set[str] = frozenset()) -> tuple[Flag, ...]:
    """What is lacking on a day."""
    return flags_on(lacking(risk, measures, gone), day)


def field_of(caught: pytest.ExceptionInfo[Invalid]) -> str:
    (error,) = caught.value.errors
    return error.field


# levels in order


def test_current_above_inherent_needs_a_reason() -> None:
    with pytest.raises(Invalid) as caught:
        a_risk(inherent=at(Level.BLUE), current=at(Level.YELLOW))
    assert field_of(caught) == "current.reason"
    a_risk(inherent=at(Level.BLUE), current=at(Level.YELLOW, "新增隐患"))


def test_target_above_current_needs_a_reason() -> None:
    with pytest.raises(Invalid) as caught:
        a_risk(current=at(Level.BLUE), target=at(Level.RED))
    assert field_of(caught) == "target.reason"
    a_risk(current=at(Level.BLUE), target=at(Level.RED, "改造期间"))


def test_every_other_order_stands_without_a_reason() -> None:
    levels = (None, *Level)
    for inherent, current, target in itertools.product(levels, repeat=3):
        ranks = [level.rank if level else 0 for level in (inherent, current, target)]
        rises = (0 < ranks[0] < ranks[1]) or (0 < ranks[1] < ranks[2])
        fields = {"inherent": at(inherent), "current": at(current), "target": at(target)}
        if rises:
            with pytest.raises(Invalid):
                a_risk(**fields)
        else:
            assert a_risk(**fields).level == current


def test_the_current_level_is_the_one_that_counts() -> None:
    assert a_risk(inherent=at(Level.RED), current=at(Level.YELLOW), target=at(Level.BLUE)).level is Level.YELLOW
    assert a_risk(inherent=at(Level.RED)).level is None


# judging


def test_a_score_gives_the_level_of_the_policy() -> None:
    made = rescored(a_risk(), "current", Matrix(likelihood=4, severity=4), POLICY, DAY, ("a",))
    assert made.current == POLICY.assess(Matrix(likelihood=4, severity=4), DAY, ("a",))
    assert (made.inherent, made.target) == (Assessment(), Assessment())


def test_the_target_follows_a_current_level_that_fell_below_it() -> None:
    risk = a_risk(inherent=at(Level.RED), current=at(Level.RED), target=at(Level.YELLOW))
    made = judged(risk, "current", at(Level.BLUE))
    assert made.target == made.current == at(Level.BLUE)


def test_a_target_with_a_reason_of_its_own_stays() -> None:
    risk = a_risk(current=at(Level.RED), target=at(Level.YELLOW, "改造期间"))
    assert judged(risk, "current", at(Level.BLUE)).target == at(Level.YELLOW, "改造期间")


def test_a_target_that_is_not_above_stays() -> None:
    risk = a_risk(current=at(Level.RED), target=at(Level.BLUE))
    assert judged(risk, "current", at(Level.YELLOW)).target == at(Level.BLUE)
    assert judged(risk, "current", Assessment()).target == at(Level.BLUE)


def test_only_the_current_level_pulls_the_target_down() -> None:
    risk = a_risk(current=at(Level.YELLOW), target=at(Level.YELLOW))
    assert judged(risk, "inherent", at(Level.YELLOW)).target == at(Level.YELLOW)
    with pytest.raises(Invalid):
        judged(risk, "inherent", at(Level.BLUE))


# another policy

YELLOW_IS_BLUE = POLICY.changed(
    matrix=[[Level.BLUE if cell is Level.YELLOW else cell for cell in row] for row in POLICY.matrix]
)


def judgements(risk: Risk) -> dict[str, Assessment]:
    return {which: getattr(risk, which) for which in JUDGEMENT_NAMES}


def test_rescaling_tells_the_judgements_that_move_and_no_other() -> None:
    risk = a_risk(inherent=at(Level.RED), current=at(Level.YELLOW), target=at(Level.BLUE))
    assert rescaled(judgements(risk), POLICY, ("矩阵调整",)) == {}
    moved = rescaled(judgements(risk), YELLOW_IS_BLUE, ("矩阵调整",))
    assert moved == {"current": at(Level.YELLOW).model_copy(update={"level": Level.BLUE})}


def test_a_rescaled_risk_keeps_to_its_own_rules() -> None:
    hand = Assessment(level=Level.YELLOW, by_hand=True, reason="专家意见")
    risk = a_risk(inherent=at(Level.YELLOW), current=hand, target=at(Level.YELLOW))
    moved = rescaled(judgements(risk), YELLOW_IS_BLUE, ("矩阵调整",))
    assert set(moved) == {"inherent", "target"}
    risk = a_risk(inherent=at(Level.YELLOW), current=at(Level.YELLOW), target=at(Level.YELLOW))
    rows = [list(row) for row in POLICY.matrix]
    rows[1][3] = Level.RED
    twisted = POLICY.changed(matrix=rows)
    other = POLICY.assess(Matrix(likelihood=2, severity=4), DAY)
    moved = rescaled(judgements(risk.changed(current=other)), twisted, ("矩阵调整",))
    assert (moved["current"].level, moved["current"].reason) == (Level.RED, "矩阵调整")
    risk.changed(**moved)


def test_a_reason_that_somebody_gave_is_kept() -> None:
    twisted = POLICY.changed(matrix=[[Level.BLUE] * 5] * 4 + [[Level.BLUE] * 4 + [Level.RED]])
    risk = a_risk(inherent=at(Level.YELLOW), current=at(Level.RED, "新增隐患"))
    moved = rescaled(judgements(risk), twisted, ("矩阵调整",))
    assert set(moved) == {"inherent"}


def test_the_reason_of_the_policy_goes_with_what_it_excused() -> None:
    why = ("矩阵调整", "Matrix changed")
    risk = a_risk(
        inherent=at(Level.YELLOW), current=at(Level.YELLOW, "Matrix changed"), target=at(Level.BLUE, "改造后")
    )
    moved = rescaled(judgements(risk), POLICY, why)
    assert moved == {"current": at(Level.YELLOW)}
    with pytest.raises(Invalid):
        risk.changed(**moved).changed(inherent=at(Level.BLUE))


def test_the_reason_of_a_level_set_by_hand_stays_whatever_it_says() -> None:
    hand = Assessment(level=Level.YELLOW, by_hand=True, reason="矩阵调整")
    assert rescaled(judgements(a_risk(inherent=at(Level.RED), current=hand)), POLICY, ("矩阵调整",)) == {}


# flags


def test_a_red_risk_is_flagged_for_what_it_lacks() -> None:
    bare = a_risk(current=at(Level.RED))
    assert set(flags(bare, [], DAY)) == set(Flag) - {Flag.MEASURES_DONE}
    whole = bare.changed(owner_id="p", playbook_ids=("b",), next_review=DAY)
    assert flags(whole, [], DAY) == (Flag.NO_MEASURE,)
    assert flags(whole, [a_measure(ActionState.OPEN)], DAY) == ()


def test_an_owner_or_a_playbook_that_was_deleted_is_none() -> None:
    whole = a_risk(current=at(Level.RED), owner_id="p", playbook_ids=("b", "c"), next_review=DAY)
    measures = [a_measure(ActionState.OPEN)]
    assert flags(whole, measures, DAY, {"p"}) == (Flag.NO_OWNER,)
    assert flags(whole, measures, DAY, {"b", "q"}) == ()
    assert flags(whole, measures, DAY, {"b", "c"}) == (Flag.NO_PLAYBOOK,)


@pytest.mark.parametrize("state", [ActionState.OPEN, ActionState.DOING])
def test_a_measure_is_in_hand_until_it_is_done(state: ActionState) -> None:
    found = flags(a_risk(current=at(Level.RED)), [a_measure(state), a_measure(ActionState.VERIFIED)], DAY)
    assert found == (Flag.NO_OWNER, Flag.NO_PLAYBOOK, Flag.NO_REVIEW)


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.VERIFIED])
def test_a_risk_that_is_red_when_all_is_done_says_so(state: ActionState) -> None:
    found = flags(a_risk(current=at(Level.RED)), [a_measure(state), a_measure(ActionState.CANCELLED)], DAY)
    assert Flag.MEASURES_DONE in found
    assert Flag.NO_MEASURE not in found


def test_a_cancelled_measure_is_none() -> None:
    assert Flag.NO_MEASURE in flags(a_risk(current=at(Level.RED)), [a_measure(ActionState.CANCELLED)], DAY)


def test_an_acceptance_stands_in_for_a_measure() -> None:
    accepted = a_risk(current=at(Level.RED), acceptance=Acceptance(by_id="p", why="无法消除", until=DAY))
    assert Flag.NO_MEASURE not in flags(accepted, [], DAY)
    assert Flag.NO_OWNER in flags(accepted, [], DAY)


def test_an_acceptance_stands_in_for_a_measure_through_its_last_day() -> None:
    accepted = a_risk(
        current=at(Level.RED), owner_id="p", playbook_ids=("b",), next_review=DAY,
        acceptance=Acceptance(by_id="p", why="无法消除", until=DAY),
    )  # fmt: skip
    after = DAY + dt.timedelta(days=1)
    assert flags(accepted, [], DAY) == ()
    assert flags(accepted, [], after) == (Flag.NO_MEASURE,)
    assert flags(accepted, [a_measure(ActionState.DONE)], after) == (Flag.MEASURES_DONE,)
    assert flags(accepted, [a_measure(ActionState.OPEN)], after) == ()


@given(
    st.booleans(), st.booleans(), st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.lists(st.sampled_from(ActionState)), st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
)  # fmt: skip
def test_a_kept_text_begins_with_a_day_where_nothing_is_lacking_before(
    owned: bool, covered: bool, until: dt.date | None, states: list[ActionState], day: dt.date
) -> None:
    """The store finds what is flagged on a day by this alone."""
    level = Level.RED if covered else Level.BLUE
    taken = Acceptance(by_id="p", why="无法消除", until=until, level=level) if until else None
    risk = a_risk(current=at(Level.RED), owner_id="p" if owned else "", playbook_ids=("b",), next_review=DAY,
                  acceptance=taken)  # fmt: skip
    text = lacking(risk, [a_measure(state) for state in states])
    assert bool(flags_on(text, day)) == (text > "" and (text < day.isoformat() or text > ":"))


@pytest.mark.parametrize("fields", [
    {"current": at(Level.YELLOW)}, {"current": at(Level.BLUE)}, {},
    {"current": at(Level.RED), "status": RiskStatus.DRAFT}, {"current": at(Level.RED), "status": RiskStatus.CLOSED},
    {"inherent": at(Level.RED), "current": at(Level.YELLOW)},
])  # fmt: skip
def test_only_live_risks_that_are_red_now_are_flagged(fields: dict[str, object]) -> None:
    assert flags(a_risk(**fields), [], DAY) == ()


def test_a_monitored_red_risk_is_flagged_too() -> None:
    assert flags(a_risk(current=at(Level.RED), status=RiskStatus.MONITORED), [], DAY)


# acceptance, season, reviews


@pytest.mark.parametrize("missing", ["by_id", "why", "until"])
def test_an_acceptance_tells_who_why_and_until_when(missing: str) -> None:
    whole = {"by_id": "p", "why": "无法消除", "until": DAY}
    with pytest.raises(Invalid) as caught:
        a_risk(acceptance={name: value for name, value in whole.items() if name != missing})
    assert field_of(caught) == f"acceptance.{missing}"


def test_an_acceptance_holds_through_its_last_day() -> None:
    accepted = a_risk(acceptance=Acceptance(by_id="p", why="无法消除", until=DAY))
    assert accepted.accepted_on(DAY)
    assert not accepted.accepted_on(DAY + dt.timedelta(days=1))
    assert not a_risk().accepted_on(DAY)


def test_a_risk_is_acute_in_the_months_of_its_season() -> None:
    risk = a_risk(season=(6, 7, 8))
    assert [month for month in range(1, 13) if risk.acute_in(month)] == [6, 7, 8]
    with pytest.raises(Invalid):
        a_risk(season=(13,))


def test_the_next_review_lies_its_interval_ahead() -> None:
    assert next_review_after(DAY, 90) == dt.date(2027, 2, 23)
    with pytest.raises(Invalid):
        a_risk(review_days=0)


# looking again


def test_measures_done_since_the_score_ask_for_another_look() -> None:
    measures = [
        a_measure(ActionState.DONE, "a"), a_measure(ActionState.VERIFIED, "b"), a_measure(ActionState.DOING, "c"),
        a_measure(ActionState.CANCELLED, "d"),
    ]  # fmt: skip
    risk = rescored(a_risk(), "current", Matrix(likelihood=3, severity=3), POLICY, DAY, ("a",))
    assert needs_another_look(risk, measures) == ("b",)
    again = rescored(risk, "current", Matrix(likelihood=3, severity=2), POLICY, DAY, ("a", "b"))
    assert needs_another_look(again, measures) == ()


@pytest.mark.parametrize(("days", "asks"), [(-200, False), (-1, False), (0, True), (1, True)])
def test_a_measure_done_before_the_day_of_the_score_and_left_out_asks_for_no_other_look(days: int, asks: bool) -> None:
    risk = rescored(a_risk(), "current", Matrix(likelihood=3, severity=3), POLICY, DAY)
    measure = a_measure(ActionState.DONE).changed(done_on=DAY + dt.timedelta(days=days))
    assert bool(needs_another_look(risk, [measure])) == asks


def test_without_a_score_there_is_nothing_to_look_at_again() -> None:
    hand = Assessment(level=Level.RED, by_hand=True, reason="专家意见")
    assert needs_another_look(a_risk(current=hand), [a_measure(ActionState.DONE)]) == ()


def test_what_became_red_after_it_was_accepted_is_to_be_accepted_anew() -> None:
    while_yellow = Acceptance(by_id="p", why="无法消除", until=DAY, level=Level.YELLOW)
    assert flags(a_risk(current=at(Level.YELLOW), acceptance=while_yellow), [], DAY) == ()
    assert Flag.NO_MEASURE in flags(a_risk(current=at(Level.RED), acceptance=while_yellow), [], DAY)
    as_red = Acceptance(by_id="p", why="无法消除", until=DAY, level=Level.RED)
    assert Flag.NO_MEASURE not in flags(a_risk(current=at(Level.RED), acceptance=as_red), [], DAY)
