"""Which playbook fits what somebody reports."""

from __future__ import annotations

from riskdesk.domain.fitting import fitting, is_sure, terms, tier_grade
from riskdesk.domain.level import Level
from riskdesk.domain.playbook import Playbook, PlaybookState


def playbook(title: str, **more: object) -> Playbook:
    return Playbook.of(id=title, title=title, scenario_class="equipment", **more)


LIFT = playbook("电梯困人", triggers="电梯停运，轿厢内有人被困")
RAIN = playbook("暴雨内涝", triggers="气象预警")
FIRE = playbook("Fire in a building", triggers="smoke or flames")


def test_terms_are_pairs_and_whole_latin_words() -> None:
    assert terms("电梯困人 Fire") == {"电梯", "梯困", "困人", "fire"}


def test_the_words_of_the_title_decide() -> None:
    assert fitting("3 栋电梯里困了两个人", [RAIN, LIFT, FIRE]) == [LIFT]
    assert fitting("there is a FIRE on floor 3", [RAIN, LIFT, FIRE]) == [FIRE]
    assert fitting("", [RAIN, LIFT]) == []


def test_a_likeness_of_the_triggers_alone_is_offered_and_not_sure() -> None:
    assert fitting("1 栋有人吵架", [LIFT]) == [LIFT]
    assert not is_sure("1 栋有人吵架", LIFT)
    assert is_sure("电梯停了", LIFT)


def test_superseded_ones_and_those_of_other_sites_are_left_out() -> None:
    old = LIFT.changed(state=PlaybookState.SUPERSEDED)
    elsewhere = LIFT.changed(site_ids=("b",))
    assert fitting("电梯困人", [old, elsewhere], "a") == []
    assert fitting("电梯困人", [elsewhere], "b") == [elsewhere]


def test_an_approved_one_comes_before_a_draft() -> None:
    draft = playbook("电梯困人")
    approved = draft.changed(id="2", state=PlaybookState.APPROVED)
    assert fitting("电梯困人", [draft, approved])[0] is approved


def test_tiers_have_the_colours_of_levels() -> None:
    assert [tier_grade(key) for key in ("general_1", "opinion_2", "x_3", "custom", None)] == [
        Level.RED, Level.YELLOW, Level.BLUE, None, None,
    ]  # fmt: skip
