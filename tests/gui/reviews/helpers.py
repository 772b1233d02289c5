"""What a person does at a review meeting, and what the file holds of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.review import Review
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.topic_row import TopicRow
from riskdesk.gui.widgets.button import LinkButton


def risk_of(desk: Desk) -> Risk:
    return desk.store.records(Risk)[0]


def prepared(page: ReviewPage, qtbot: QtBot) -> Review:
    """The meeting of this quarter, through its button."""
    page.commands["reviews.prepare"].trigger()
    qtbot.waitUntil(lambda: page.guide.review is not None, timeout=10_000)
    review = page.guide.review
    assert review is not None
    return review


def now(page: ReviewPage) -> Review:
    assert page.guide.review is not None
    return page.desk.reviews.get(page.guide.review.id)


def row(page: ReviewPage, text: str) -> TopicRow:
    return next(r for r in page.guide.topics.rows.values() if r.topic is not None and r.topic.text == text)


def links(row: TopicRow) -> dict[str, LinkButton]:
    return {link.text(): link for link in row.links.findChildren(LinkButton)}


def quick(row: TopicRow, cls_name: str) -> Any:
    return next(w for w in row.findChildren(QWidget) if type(w).__name__ == cls_name)


def elsewhere(page: ReviewPage) -> None:
    """The keyboard goes to the bar of the steps."""
    page.guide.bar.setFocus()


def signed(page: ReviewPage, qtbot: QtBot, review: Review | None = None) -> Review:
    review = review or prepared(page, qtbot)
    desk = page.desk
    desk.reviews.save(review.changed(attendee_ids=(desk.person,)), review)
    desk.reviews.hold(review.id)
    return desk.reviews.sign(review.id).value
