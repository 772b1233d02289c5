"""What the office decides: which score is which level, scales, tiers, and keys that stand once."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import FIVE, Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Duty, Limit, Policy, Tier
from riskdesk.domain.scale import Named, worded, words_of

DAY = dt.date(2026, 11, 25)
DEFAULT = Policy()
ALL_RED = ((Level.RED,) * 5,) * 5


def lec(likelihood: float, exposure: float, consequence: float) -> Lec:
    return Lec(likelihood=likelihood, exposure=exposure, consequence=consequence)


@pytest.mark.parametrize(
    ("likelihood", "severity", "level"),
    [
        (1, 5, Level.BLUE), (2, 3, Level.BLUE), (2, 4, Level.YELLOW), (4, 2, Level.YELLOW), (3, 4, Level.YELLOW),
        (3, 5, Level.RED), (5, 3, Level.RED), (4, 4, Level.RED), (5, 5, Level.RED), (1, 1, Level.BLUE),
    ],
)  # fmt: skip
def test_the_default_matrix_is_yellow_from_8_and_red_from_15(likelihood: int, severity: int, level: Level) -> None:
    assert DEFAULT.level_of(Matrix(likelihood=likelihood, severity=severity)) is level


def test_rows_are_likelihood_and_columns_severity() -> None:
    rows = [[Level.BLUE] * 5 for _ in range(5)]
    rows[3][1] = Level.RED
    policy = DEFAULT.changed(matrix=rows)
    assert policy.level_of(Matrix(likelihood=4, severity=2)) is Level.RED
    assert policy.level_of(Matrix(likelihood=2, severity=4)) is Level.BLUE


@pytest.mark.parametrize(
    ("score", "points", "level"),
    [
        (lec(3, 3, 7), 63, Level.BLUE), (lec(10, 1, 7), 70, Level.YELLOW), (lec(3, 6, 7), 126, Level.YELLOW),
        (lec(1, 10, 15), 150, Level.YELLOW), (lec(6, 2, 15), 180, Level.RED),
    ],
)  # fmt: skip
def test_lec_is_yellow_from_70_and_red_from_160(score: Lec, points: float, level: Level) -> None:
    assert (score.points, DEFAULT.level_of(score)) == (points, level)


def test_a_limit_belongs_to_the_graver_level() -> None:
    assert DEFAULT.changed(lec_red=126).level_of(lec(3, 6, 7)) is Level.RED


def test_assess_gives_the_level_with_its_day_and_measures() -> None:
    made = DEFAULT.assess(Matrix(likelihood=4, severity=4), DAY, ("a",), "理由")
    assert (made.level, made.on, made.counted, made.reason, made.by_hand) == (Level.RED, DAY, ("a",), "理由", False)
    assert DEFAULT.agrees(made)


def test_what_agrees_with_the_policy() -> None:
    score = Matrix(likelihood=1, severity=1)
    assert DEFAULT.agrees(Assessment())
    assert DEFAULT.agrees(Assessment(score=score, level=Level.BLUE))
    assert not DEFAULT.agrees(Assessment(score=score, level=Level.RED))
    assert not DEFAULT.agrees(Assessment(score=score))
    assert DEFAULT.agrees(Assessment(score=score, level=Level.RED, by_hand=True, reason="专家意见"))
    assert not DEFAULT.agrees(Assessment.model_construct(level=Level.RED, by_hand=True, reason="", score=None))
    assert not DEFAULT.agrees(Assessment.model_construct(level=Level.RED, by_hand=False, reason="", score=None))


def test_rescaling_moves_what_was_scored_and_keeps_the_rest_of_the_judgement() -> None:
    scored = DEFAULT.assess(Matrix(likelihood=1, severity=1), DAY, ("a",), "理由")
    moved = DEFAULT.changed(matrix=ALL_RED).rescaled(scored)
    assert moved == scored.model_copy(update={"level": Level.RED})


def test_rescaling_leaves_levels_set_by_hand_and_empty_judgements() -> None:
    policy = DEFAULT.changed(matrix=ALL_RED)
    score = Matrix(likelihood=1, severity=1)
    for kept in (Assessment(), Assessment(score=score, level=Level.BLUE, by_hand=True, reason="专家意见")):
        assert policy.rescaled(kept) == kept


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"matrix": ALL_RED[:4]}, "matrix"),
        ({"matrix": (*ALL_RED[:4], ALL_RED[4][:4])}, "matrix"),
        ({"lec_yellow": 160}, "lec_yellow"),
        ({"lec_yellow": 0}, "lec_yellow"),
        ({"families": (Named(key="legal", name="法律"), Named(key="legal", name="法务"))}, "families"),
        ({"scenario_classes": (Named(key="a", name="甲"), Named(key="a", name="乙"))}, "scenario_classes"),
        ({"tiers": (Tier(key="t", name="一级"), Tier(key="t", name="二级"))}, "tiers"),
        ({"review_days": 0}, "review_days"),
        ({"exam_pass": 101}, "exam_pass"),
        ({"drill_pass": -1}, "drill_pass"),
    ],
)
def test_what_no_policy_allows(fields: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        DEFAULT.changed(**fields)
    assert [error.field for error in caught.value.errors] == [field]


@pytest.mark.parametrize("key", ["", "Legal", "法律", "1st", "a b", "a" * 41])
def test_a_key_is_plain(key: str) -> None:
    with pytest.raises(Invalid):
        DEFAULT.changed(families=({"key": key, "name": "法律"},))


def test_the_defaults_are_those_of_the_source() -> None:
    told = (DEFAULT.exam_pass, DEFAULT.drill_pass, DEFAULT.report_seconds, DEFAULT.study_cases, DEFAULT.review_days)
    assert told == (80, 85, 24 * 3600, 10, 90)


def test_names_come_in_both_languages_and_an_unknown_key_stays_readable() -> None:
    legal, fire = Named(key="legal", name="法律", name_en="Legal"), Named(key="fire", name="消防")
    policy = DEFAULT.changed(families=(legal, fire))
    assert [policy.named("families", "legal", language) for language in ("zh", "en")] == ["法律", "Legal"]
    assert policy.named("families", "fire", "en") == "消防"
    assert policy.named("families", "gone") == "gone"


def test_a_tier_tells_its_limits() -> None:
    tier = Tier(key="general_2", name="二级", limits=(Limit(duty=Duty.ON_SITE, seconds=300),))
    policy = DEFAULT.changed(tiers=(tier,))
    assert policy.tier("general_2") == tier
    assert policy.tier("nothing") is None
    assert (tier.limit(Duty.ON_SITE), tier.limit(Duty.CLOSE)) == (300, None)


def test_an_office_without_scales_or_families_of_its_own_works_with_the_usual_ones() -> None:
    old = Policy(families=(), likelihood_words=(), lec_exposure_words=())
    assert old.named("families", "operational") == "操作"
    assert old == DEFAULT
    assert [words_of(old.likelihood_words, value, "en") != "" for value in FIVE] == [True] * 5


def test_words_are_written_for_one_value_and_language() -> None:
    some = worded((), 3, "大约每年一次", "zh")
    assert (words_of(some, 3, "en"), words_of(some, 2, "zh")) == ("大约每年一次", "")
    both = worded(worded(some, 3, "About once a year", "en"), 1, "极少", "zh")
    assert [(grade.value, grade.words, grade.words_en) for grade in both] == [
        (1, "极少", ""), (3, "大约每年一次", "About once a year"),
    ]  # fmt: skip
