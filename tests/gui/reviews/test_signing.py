"""Signing a meeting: the button never does nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Person
from riskdesk.domain.review import Review
from riskdesk.gui.pages.reviews.page import ReviewPage
from riskdesk.gui.pages.reviews.words import PREPARE, SIGN
from riskdesk.gui.window import MainWindow


def test_what_stands_in_the_way_is_said_and_takes_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="陈立")).value.id
    window.go_to("review")
    page = window.current
    assert isinstance(page, ReviewPage)
    page.commands["reviews.prepare"].trigger()
    qtbot.waitUntil(lambda: page.guide.review is not None, timeout=10_000)
    guide = page.guide
    assert isinstance(guide.review, Review)
    assert guide.step == PREPARE  # who comes is asked first
    page.sign()
    signing = guide.signing
    assert guide.step == SIGN
    assert QApplication.focusWidget() is signing.not_held.link
    qtbot.keyClick(signing.not_held.link, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not signing.not_held.isVisible())
    page.sign()
    assert QApplication.focusWidget() is signing.nobody.link
    assert "cannot be signed yet" in signing.nobody.words.text()
    qtbot.keyClick(signing.nobody.link, Qt.Key.Key_Space)
    assert guide.step == PREPARE
    desk.reviews.save(guide.review.changed(attendee_ids=(desk.person,)), guide.review)
    page.sign()
    assert QApplication.focusWidget() is signing.yes
