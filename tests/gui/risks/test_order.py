"""The order of the register, and the filter for what has no level yet."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from riskdesk.domain.level import Lec, Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.risks import RiskPage
from tests.gui.risks.helpers import column, risk

SCORES = ((5, 3), (5, 5), (4, 4), (1, 1), (2, 4), (3, 3))


@pytest.fixture
def scored(page: RiskPage) -> RiskPage:
    """Some risks more, scored by the matrix and by LEC, and one without a score."""
    desk = page.desk
    scores: list[Any] = [Matrix(likelihood=one, severity=other) for one, other in SCORES]
    for n, score in enumerate([*scores, Lec(likelihood=6, exposure=6, consequence=15)]):
        judged = desk.policy.assess(score, desk.today)
        desk.risks.add(Risk(title=f"评 {n}", family="fire", inherent=judged, current=judged))
    desk.risks.add(Risk(title="没有评分", family="fire"))
    return page


def click(page: RiskPage, qtbot: QtBot, key: str) -> None:
    """Click the head of a column."""
    head = page.table.head
    x = head.sectionViewportPosition(column(page, key)) + 12
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, head.height() // 2))


def standing(page: RiskPage) -> list[tuple[int, float]]:
    """Rank and points of each row."""
    risks = [risk(page, row) for row in range(page.model.rowCount())]
    return [(r.current.rank, r.current.score.points if r.current.score else 0.0) for r in risks]


def test_the_gravest_come_first_and_at_the_first_click_too(scored: RiskPage, qtbot: QtBot) -> None:
    assert standing(scored) == sorted(standing(scored), reverse=True)
    click(scored, qtbot, "title")
    assert standing(scored) != sorted(standing(scored), reverse=True)
    click(scored, qtbot, "level")
    assert scored.table.head.sort_keys() == [("level", False)]
    assert standing(scored) == sorted(standing(scored), reverse=True)
    click(scored, qtbot, "level")
    assert standing(scored) == sorted(standing(scored))
    click(scored, qtbot, "title")
    assert scored.table.head.sort_keys() == [("title", True)]


def test_equal_scores_come_by_their_next_review(scored: RiskPage) -> None:
    desk = scored.desk
    judged = desk.policy.assess(Matrix(likelihood=5, severity=5), desk.today)
    for days in (40, 10, 20):
        desk.risks.add(Risk(title="同分", family="fire", current=judged, inherent=judged, review_days=days))
    found = [risk(scored, row) for row in range(scored.model.rowCount())]
    days = [r.next_review for r in found if r.current.score == judged.score]
    assert len(days) >= 4
    assert days == sorted(filter(None, days))


def test_the_head_counts_what_is_not_scored(scored: RiskPage) -> None:
    counts = scored.desk.risks.level_counts()
    levels = "  ".join(f"{level.title()} {counts[level]}" for level in ("red", "yellow", "blue"))
    assert scored.sub_text() == f"{sum(counts.values())} · {levels}  No level {counts[None]}"
    scored.bar.set_sight(scored.bar.sight.with_values("level", ("red",)))
    assert "No level" not in scored.sub_text()


def test_what_is_not_scored_is_found_by_the_filter_of_levels(scored: RiskPage) -> None:
    chip = scored.bar._chips["level"]
    menu = next(menu for menu in chip.findChildren(QMenu) if menu.objectName() == "level")
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions()}
    actions["Not scored"].trigger()
    assert {rank for rank, _ in standing(scored)} == {0}
    assert "Not scored" in chip.text()
    actions["▲ Red"].trigger()
    assert {rank for rank, _ in standing(scored)} == {0, 3}
