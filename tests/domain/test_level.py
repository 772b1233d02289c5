"""Scores of both methods and the judgements that stand on them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, LIKELIHOODS, Assessment, Lec, Level, Matrix
from riskdesk.domain.record import validated

THREE_BY_FOUR = Matrix(likelihood=3, severity=4)


def wrong(cls: type, **fields: object) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        validated(cls, fields)
    return {error.field: str(error).split(": ", 1)[1] for error in caught.value.errors}


def test_red_outranks_yellow_and_yellow_blue() -> None:
    assert sorted(Level, key=lambda level: level.rank) == [Level.BLUE, Level.YELLOW, Level.RED]
    assert len({level.sign for level in Level}) == 3


@given(likelihood=st.integers(1, 5), severity=st.integers(1, 5))
def test_matrix_points_are_likelihood_times_severity(likelihood: int, severity: int) -> None:
    score = Matrix(likelihood=likelihood, severity=severity)
    assert score.points == likelihood * severity
    assert score.formula == f"{likelihood} × {severity} = {likelihood * severity}"


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_matrix_value_lies_from_1_to_5(value: int) -> None:
    assert set(wrong(Matrix, likelihood=value, severity=value)) == {"likelihood", "severity"}


def test_a_matrix_value_is_a_whole_number() -> None:
    assert set(wrong(Matrix, likelihood=2.5, severity=3)) == {"likelihood"}


@given(l=st.sampled_from(LIKELIHOODS), e=st.sampled_from(EXPOSURES), c=st.sampled_from(CONSEQUENCES))
def test_lec_points_are_the_product(l: float, e: float, c: float) -> None:  # noqa: E741
    assert Lec(likelihood=l, exposure=e, consequence=c).points == pytest.approx(l * e * c)


def test_lec_reaches_from_a_twentieth_to_ten_thousand() -> None:
    least = Lec(likelihood=LIKELIHOODS[0], exposure=EXPOSURES[0], consequence=CONSEQUENCES[0])
    most = Lec(likelihood=LIKELIHOODS[-1], exposure=EXPOSURES[-1], consequence=CONSEQUENCES[-1])
    assert (least.points, most.points) == (pytest.approx(0.05), 10_000)
    assert most.formula == "10 × 10 × 100 = 10000"


@pytest.mark.parametrize(
    ("name", "values"),
    [("likelihood", (4, 6, 7)), ("exposure", (6, 5, 7)), ("consequence", (6, 6, 50))],
)
def test_lec_takes_the_values_of_its_scales_alone(name: str, values: tuple[float, ...]) -> None:
    fields = dict(zip(("likelihood", "exposure", "consequence"), values, strict=True))
    assert wrong(Lec, **fields)[name].startswith("Must be one of: ")


def test_a_level_by_hand_needs_a_reason() -> None:
    for reason in ("", "  "):
        told = wrong(Assessment, level="red", by_hand=True, reason=reason)
        assert told == {"reason": "A level set by hand needs a reason."}
    assert Assessment(level=Level.RED, by_hand=True, reason="专家意见").rank == 3


def test_by_hand_without_a_level_is_no_judgement() -> None:
    assert wrong(Assessment, by_hand=True, reason="专家意见") == {"level": "Choose a level."}


def test_a_level_comes_from_a_score_or_by_hand() -> None:
    assert set(wrong(Assessment, level="red")) == {"score"}
    assert Assessment(level=Level.YELLOW, score=THREE_BY_FOUR).rank == 2
    assert Assessment().rank == 0


def test_the_method_tells_scores_apart() -> None:
    lec = {"method": "lec", "likelihood": 3, "exposure": 6, "consequence": 7}
    assert isinstance(validated(Assessment, {"score": lec}).score, Lec)
    assert isinstance(validated(Assessment, {"score": THREE_BY_FOUR.model_dump()}).score, Matrix)


def test_a_level_set_by_hand_keeps_its_score_and_what_it_counted() -> None:
    scored = Assessment(score=THREE_BY_FOUR, level=Level.YELLOW, counted=("a1",))
    by_hand = scored.set_by_hand(Level.RED, "专家意见", dt.date(2026, 11, 25))
    assert (by_hand.score, by_hand.counted, by_hand.level) == (THREE_BY_FOUR, ("a1",), Level.RED)
    assert (by_hand.by_hand, by_hand.reason, by_hand.on) == (True, "专家意见", dt.date(2026, 11, 25))
