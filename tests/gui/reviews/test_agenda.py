"""The list of meetings and the agenda: prepared, filled, gone through."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import AGENDA, DECIDE, PREPARE
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.reviews.helpers import now, prepared, risk_of, row


def test_it_begins_with_what_it_is_for(page: ReviewPage, qtbot: QtBot) -> None:
    quarter = Quarter.of(page.desk.today)
    assert page.empty.isVisible()
    assert f"{quarter.year} Q{quarter.number}" in page.empty.button.text()
    assert page.meetings.isHidden()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.guide.isVisible, timeout=10_000)
    assert page.guide.step == AGENDA
    assert page.meetings.isVisible()
    assert page.head.title.text() == f"Review meeting, Q{quarter.number} {quarter.year}"


def test_it_stands_under_the_register(page: ReviewPage, window: MainWindow) -> None:
    assert page.UNDER == "risk"
    assert not page.back()


def test_quarters_that_have_their_meeting_are_not_offered(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    quarter = Quarter.of(page.desk.today)
    assert quarter not in page.meetings.waiting
    assert quarter.next in page.meetings.waiting
    assert len(page.meetings.waiting) == 2
    page.meetings.quarter_chosen.emit(quarter.next)
    qtbot.waitUntil(lambda: now(page).period == quarter.next, timeout=10_000)
    assert [o.text for o in page.meetings.list.options.options if o.key] == [
        f"Q{q.number} meeting" for q in (quarter.next, quarter)
    ]  # fmt: skip


def test_the_agenda_by_kind_with_the_level_and_why(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    told = row(page, "电梯困人")
    assert told.tag is not None
    assert told.tag.accessibleName() == "Red"
    assert "No playbook" in told.reason.text()
    assert "4 days ago" in told.reason.text()
    assert risk_of(page.desk).number in told.title.text()
    assert row(page, "换门锁").tag is None
    notes = {step.key: (step.note, step.done) for step in page.guide.bar.steps()}
    assert notes[AGENDA][0] == f"{len(page.guide.topics.rows)} topics"


def test_the_keys_go_through_the_steps(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["review.last"].trigger()
    assert page.guide.step == PREPARE
    page.guide.bar.setFocus()
    qtbot.keyClick(page.guide.bar, Qt.Key.Key_Right)
    qtbot.keyClick(page.guide.bar, Qt.Key.Key_Right)
    assert page.guide.step == DECIDE
    assert page.commands["review.next"].text() == "Meeting held"


def test_a_topic_of_ones_own(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    topics = page.guide.topics
    commit(topics.new, "食堂燃气")
    qtbot.keyClick(topics.new, Qt.Key.Key_Return)
    assert "食堂燃气" in [t.text for t in now(page).topics]
    assert topics.new.text() == ""
    own = row(page, "食堂燃气")
    own.dropped.emit(own.topic)
    assert "食堂燃气" not in [t.text for t in now(page).topics]
    page.session.undo()
    assert "食堂燃气" in [t.text for t in now(page).topics]
    assert row(page, "食堂燃气").isVisible()


def test_filling_again_keeps_the_decision(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.desk.reviews.decide(review.id, row(page, "换门锁").topic, "本周换", False)
    page.desk.actions.add(Action(title="补灯", due=page.desk.today - dt.timedelta(days=1)))
    qtbot.mouseClick(page.guide.topics.refill, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(t.text == "补灯" for t in now(page).topics), timeout=10_000)
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == "本周换"
