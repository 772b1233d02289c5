"""The page of review meetings in its window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import DECIDE
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.reviews.helpers import elsewhere, now, prepared


def test_in_a_narrow_window_esc_goes_to_the_list(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    window.resize(900, 700)
    qtbot.waitUntil(page.meetings.isHidden)
    assert page.back()
    assert page.meetings.isVisible()
    assert not page.commands["review.next"].isVisible()
    page.meetings.chosen.emit(now(page).id)
    assert page.guide.isVisible()


def test_deleting_can_be_undone(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["reviews.delete"].trigger()
    assert page.empty.isVisible()
    page.session.undo()
    assert page.guide.isVisible()


def test_sixty_topics_stand_quickly(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    for n in range(60):
        page.desk.reviews.add_topic(review.id, f"议题 {n}")
    page.guide.go_to(DECIDE)
    assert len(page.guide.topics.rows) >= 60
    last = list(page.guide.topics.rows.values())[-1]
    last.side.edit.setFocus()
    commit(last.side.edit, "最后一项")
    elsewhere(page)
    assert now(page).topics[-1].decision == "最后一项"
