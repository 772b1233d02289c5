"""No course of deeds, of one person or of two, leaves a level that its score, the policy and a reason do not give."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person, Role
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk, RiskStatus
from riskdesk.exchange.columns import match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.sheets import Sheet
from riskdesk.i18n import language, set_language
from riskdesk.store import ALL
from tests.desk.levels import all_of, change, disagreeing, lec, matrix, scored

EXAMPLES = 36
POLICIES: dict[str, dict[str, Any]] = {
    "same": {}, "red": all_of(Level.RED), "blue": all_of(Level.BLUE), "lec": {"lec_red": 600.0, "lec_yellow": 126.0},
    "severity": {"matrix": [[Level.RED if s > l else Level.BLUE for s in range(5)] for l in range(5)]},  # noqa: E741
}  # fmt: skip
HEADS = ["编号", "风险名称", "风险类别", "可能性", "严重度"]
points = st.integers(1, 5)
scores = st.one_of(
    st.builds(Matrix, likelihood=points, severity=points),
    st.sampled_from([lec(3, 6, 7), lec(6, 6, 15), lec(10, 1, 7), lec(1, 1, 1)]),
)
places, which = st.integers(0, 5), st.sampled_from(list(JUDGEMENT_NAMES))
deeds = st.one_of(
    st.tuples(st.just("rescore"), places, which, scores, st.sampled_from(["", "新增隐患"])),
    st.tuples(st.just("set_level"), places, which, st.sampled_from(list(Level))),
    st.tuples(st.just("policy"), st.sampled_from(list(POLICIES))),
    st.tuples(st.sampled_from(["add", "undo", "undo", "redo"])),
    st.tuples(st.sampled_from(["undo", "redo"])),
    st.tuples(st.sampled_from(["delete", "edit"]), places),
    st.tuples(st.sampled_from(["together", "cells", "duplicate", "accept", "withdraw"]), places),
    st.tuples(st.just("import"), places, points, points),
)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = language()
    set_language("zh")
    yield
    set_language(before)


def do(desk: Desk, risks: list[str], deed: tuple[Any, ...]) -> None:
    """One deed of a person who knows what the others did. What a rule forbids does not happen."""
    desk.noticed({kind: frozenset() for kind in KINDS})
    name, *how = deed
    with contextlib.suppress(RiskdeskError):
        match name:
            case "add":
                risks.append(desk.risks.add(Risk(title="风险", family="operational")).value.id)
            case "policy":
                change(desk, **POLICIES[how[0]])
            case "undo":
                desk.undo_stack.undo()
            case "redo":
                desk.undo_stack.redo()
            case _:
                do_to(desk, risks, name, risks[how[0] % len(risks)], how[1:])


def do_to(desk: Desk, risks: list[str], name: str, id: str, how: list[Any]) -> None:
    """A deed done to one risk, or to it and others."""
    match name:
        case "rescore":
            desk.risks.rescore(id, how[0], how[1], reason=how[2])
        case "set_level":
            desk.risks.set_level(id, how[0], how[1], "专家意见")
        case "delete":
            desk.risks.delete(id)
        case "edit":
            base = desk.risks.get(id)
            desk.risks.save(base.changed(status=RiskStatus.MONITORED), base)
        case "together":
            desk.risks.save_many(list(desk.store.ns("risk", ALL)), {"season": (7,), "review_days": 30})
        case "cells":
            n = desk.store.row_number("risk", id) or 0
            desk.risks.save_cells({n: {"title": (desk.risks.get(id).title, f"第 {n} 条")}})
        case "duplicate":
            copy = Risk.of(**desk.risks.get(id).copied(desk.today))
            risks.append(desk.risks.duplicate(id, copy, with_measures=True).value.id)
        case "accept":
            officer = desk.directory.all("person")[0].id
            desk.risks.accept(id, officer, "已买保险", desk.today + dt.timedelta(days=30))
        case "withdraw":
            desk.risks.withdraw_acceptance(id)
        case "import":
            take_in(desk, id, how)


def take_in(desk: Desk, id: str, score: list[int]) -> None:
    """Import a list that scores one risk that is there, by its number, and a new one."""
    known = desk.risks.get(id)
    rows = [HEADS, [known.number, known.title, "操作", *score], ["", f"新风险 {score}", "操作", *score]]
    sheet = Sheet("风险", [[*row] for row in rows])
    plan = desk.imports.plan(sheet, match_columns("risk", find_heads(sheet), sheet))
    for question in plan.open_questions:
        plan.answer(question.key, question.proposal or question.options[0].key)
    plan.for_present = "update"
    desk.imports.read(plan)
    desk.imports.save(plan)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one who may accept risks, three of them, and a measure."""
    desk = Desk.open(tmp_path_factory.mktemp("office") / "office.riskdesk")
    desk.directory.add(Person(name="沈敏", role=Role.OFFICER))
    scored(desk, matrix(3, 3))
    second = scored(desk, matrix(4, 2), "inherent")
    desk.risks.rescore(second.id, "current", matrix(2, 4))
    scored(desk, lec(3, 6, 7))
    desk.actions.add(Action(title="检测", risk_ids=(second.id,)))
    path = desk.store.path
    desk.close()
    return path


def opened(office: Path, person: str = "") -> Desk:
    """A copy of the file, every time the same."""
    path = office.with_name("copy.riskdesk")
    for left in office.parent.glob("copy.riskdesk*"):
        left.unlink()
    shutil.copy(office, path)
    return Desk.open(path, person)


def ids(desk: Desk) -> list[str]:
    return [risk.id for risk in desk.store.select(Risk)]


steady = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, phases=[Phase.generate])


@steady
@given(st.lists(deeds, min_size=6, max_size=16))
def test_one_person_never_leaves_a_level_that_stands_on_nothing(office: Path, todo: list[tuple[Any, ...]]) -> None:
    desk = opened(office)
    risks = ids(desk)
    for deed in todo:
        do(desk, risks, deed)
        assert not disagreeing(desk), deed
        for risk in desk.store.select(Risk):
            risk.changed()
    desk.close()


@steady
@given(st.lists(st.tuples(st.booleans(), deeds), min_size=6, max_size=16))
def test_two_people_never_leave_a_level_that_stands_on_nothing(
    office: Path, todo: list[tuple[bool, tuple[Any, ...]]]
) -> None:
    one = opened(office, "one")
    other = Desk.open(one.store.path, "other")
    risks = ids(one)
    for is_mine, deed in todo:
        do(one if is_mine else other, risks, deed)
        assert not disagreeing(one), deed
    other.close()
    one.close()


@pytest.mark.parametrize("deed", ["together", "cells", "duplicate", "accept", "withdraw", "import"])
def test_each_of_these_deeds_does_something(office: Path, deed: str) -> None:
    desk = opened(office)
    risks = ids(desk)
    if deed == "withdraw":
        do(desk, risks, ("accept", 0))
    before = desk.store.records(Risk)
    do(desk, risks, (deed, 0, 5, 5))
    after = desk.store.records(Risk)
    assert after != before
    if deed == "import":
        assert after[0].current.score == matrix(5, 5)
        assert len(after) == len(before) + 1
    desk.close()
