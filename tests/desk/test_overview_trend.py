"""Levels as they stood at the end of each month, replayed from the change log."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.risk import Risk, RiskStatus


class Months:
    """Goes from month to month and remembers when each of them ended."""

    def __init__(self, desk: Desk, clock) -> None:  # type: ignore[no-untyped-def]
        self.desk, self.clock, self.ends = desk, clock, []

    def end(self) -> None:
        """The end of a month, and on into the next."""
        self.clock.on(days=15)
        self.ends.append(self.clock.now)
        self.clock.on(days=15)

    def red_and_yellow(self) -> list[tuple[int, int]]:
        """Red and yellow risks at each end of a month."""
        return [(count["red"], count["yellow"]) for count in self.desk.overview.levels_at(self.ends)]


@pytest.fixture
def months(desk: Desk, clock) -> Months:  # type: ignore[no-untyped-def]
    return Months(desk, clock)


def add(desk: Desk, likelihood: int, severity: int, **fields: object) -> Risk:
    risk = desk.risks.add(Risk.of(title="风险", family="operational", **fields)).value
    return desk.risks.rescore(risk.id, "current", Matrix(likelihood=likelihood, severity=severity)).value


def edit(desk: Desk, risk: Risk, **fields: object) -> None:
    base = desk.risks.get(risk.id)
    desk.risks.save(base.changed(**fields), base)


def set_status(desk: Desk, risk: Risk, status: RiskStatus) -> None:
    edit(desk, risk, status=status)


def test_without_risks_every_month_is_empty(desk: Desk, months: Months) -> None:
    months.end()
    months.end()
    assert desk.overview.levels_at([]) == []
    assert [count.total() for count in desk.overview.levels_at(months.ends)] == [0, 0]


def test_a_level_holds_from_the_day_it_was_given(desk: Desk, months: Months) -> None:
    months.end()
    risk = add(desk, 5, 5)
    months.end()
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=3, severity=3))
    months.end()
    desk.risks.set_level(risk.id, "current", Level.RED, "专家意见")
    months.end()
    months.end()
    assert months.red_and_yellow() == [(0, 0), (1, 0), (0, 1), (1, 0), (1, 0)]


def test_other_judgements_and_words_move_nothing(desk: Desk, months: Months) -> None:
    risk = add(desk, 5, 5)
    desk.risks.rescore(risk.id, "inherent", Matrix(likelihood=5, severity=5))
    desk.risks.rescore(risk.id, "target", Matrix(likelihood=3, severity=3))
    edit(desk, risk, place="3栋")
    months.end()
    assert months.red_and_yellow() == [(1, 0)]


def test_drafts_and_closed_ones_do_not_count_and_monitored_ones_do(desk: Desk, months: Months) -> None:
    risk = add(desk, 5, 5, status="draft")
    months.end()
    for status in (RiskStatus.OPEN, RiskStatus.MONITORED, RiskStatus.CLOSED, RiskStatus.OPEN):
        set_status(desk, risk, status)
        months.end()
    assert [red for red, _ in months.red_and_yellow()] == [0, 1, 1, 0, 1]


def test_a_deleted_one_counts_until_then_and_again_once_it_is_back(desk: Desk, months: Months) -> None:
    risk = add(desk, 5, 5)
    months.end()
    desk.risks.delete(risk.id)
    months.end()
    desk.undo_stack.undo()
    months.end()
    desk.undo_stack.redo()
    months.end()
    assert [red for red, _ in months.red_and_yellow()] == [1, 0, 1, 0]


def test_what_is_undone_counts_for_as_long_as_it_stood(desk: Desk, months: Months) -> None:
    add(desk, 3, 3)
    risk = add(desk, 3, 3)
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=5, severity=5))
    months.end()
    desk.undo_stack.undo()
    months.end()
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    months.end()
    assert months.red_and_yellow() == [(1, 1), (0, 2), (0, 1)]


def test_one_that_came_back_and_was_closed_later_counts_in_between(desk: Desk, months: Months) -> None:
    risk = add(desk, 5, 5)
    desk.risks.delete(risk.id)
    months.end()
    desk.undo_stack.undo()
    months.end()
    set_status(desk, risk, RiskStatus.CLOSED)
    months.end()
    assert [red for red, _ in months.red_and_yellow()] == [0, 1, 0]


def test_an_edit_that_is_taken_back_brings_nothing_out_of_the_trash(
    desk: Desk, colleague: Desk, months: Months
) -> None:
    risk = add(desk, 5, 5)
    set_status(desk, risk, RiskStatus.MONITORED)
    colleague.risks.delete(risk.id)
    with contextlib.suppress(RiskdeskError):
        desk.undo_stack.undo()
    months.end()
    assert months.red_and_yellow() == [(0, 0)]


def test_another_policy_counts_from_its_own_day(desk: Desk, months: Months) -> None:
    add(desk, 1, 1)
    months.end()
    base = desk.policies.read()
    desk.policies.save(base.changed(matrix=((Level.YELLOW,) * 5,) * 5), base)
    months.end()
    assert months.red_and_yellow() == [(0, 0), (0, 1)]


def test_an_end_of_month_is_not_yet_the_next_one(desk: Desk, clock) -> None:  # type: ignore[no-untyped-def]
    before = clock.now
    add(desk, 5, 5)
    counts = desk.overview.levels_at([before, before + dt.timedelta(milliseconds=1)])
    assert [count["red"] for count in counts] == [0, 1]


def test_the_overview_shows_the_last_twelve_months(desk: Desk, clock) -> None:  # type: ignore[no-untyped-def]
    risk = add(desk, 5, 5)
    clock.on(days=62)
    set_status(desk, risk, RiskStatus.CLOSED)
    add(desk, 3, 3)
    found = desk.overview.read()
    assert [(first.year, first.month) for first in found.months[-3:]] == [(2026, 11), (2026, 12), (2027, 1)]
    assert len(found.months) == len(found.red_by_month) == len(found.yellow_by_month) == 12
    assert (found.red_by_month[-3:], found.yellow_by_month[-3:]) == ([1, 1, 0], [0, 0, 1])
    assert found.red_by_month[-1] == found.red == desk.risks.level_counts().get("red", 0) - 1
