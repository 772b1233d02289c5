"""Reporting an incident from anywhere, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from tests.conftest import NOON, Clock
from tests.gui.keys import commit


def call(window: MainWindow, page: IncidentPage) -> None:
    next(action for action in window.actions() if action.objectName() == "incidents.report").trigger()
    assert page.form.isVisible()


def focused(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_words_tab_enter_and_the_console_runs(
    window: MainWindow, page: IncidentPage, session: Session, clock: Clock, qtbot: QtBot,
) -> None:  # fmt: skip
    call(window, page)
    assert page.form.what.hasFocus()
    commit(page.form.what, "3 栋电梯停了，有人困在里面")
    qtbot.waitUntil(lambda: page.form.playbook_id() != "")
    for words in ("", "3 栋 1 号梯", "2"):
        qtbot.keyClick(focused(window), Qt.Key.Key_Tab)
        if words:
            commit(focused(window), words)
    clock.on(seconds=15)
    qtbot.keyClick(focused(window), Qt.Key.Key_Return)
    assert page.console.isVisible()
    incident = session.desk.incidents.running()[0]
    assert (incident.title, incident.place, incident.affected) == ("3 栋电梯停了，有人困在里面", "3 栋 1 号梯", 2)
    assert incident.plan.title == "电梯困人"
    assert incident.tier == "general_2"
    # The fifteen seconds of typing belong to the response.
    assert incident.started_at == NOON


def test_without_words_nothing_starts(window: MainWindow, page: IncidentPage, session: Session, qtbot: QtBot) -> None:
    call(window, page)
    qtbot.keyClick(page.form.what, Qt.Key.Key_Return)
    assert page.form.what_field.error()
    assert session.desk.incidents.running() == []


def test_a_weak_likeness_is_offered_and_not_taken(window: MainWindow, page: IncidentPage) -> None:
    call(window, page)
    page.form.what.setText("1 栋有人吵架")
    page.form.suggest()
    assert page.form.playbook_id() == ""
    page.form.start()
    assert page.console.plan.isVisible()


def test_a_tier_by_hand_stays_when_words_change(window: MainWindow, page: IncidentPage) -> None:
    call(window, page)
    page.form.tier._buttons["general_1"].click()
    page.form.what.setText("电梯困人")
    page.form.suggest()
    assert page.form.tier.current() == "general_1"


def test_what_was_typed_before_a_crash_is_back(
    window: MainWindow, page: IncidentPage, session: Session, clock: Clock, qtbot: QtBot
) -> None:
    call(window, page)
    page.form.what.setText("水管爆裂")
    qtbot.waitUntil(lambda: bool(session.desk.store.drafts(session.desk.person)))
    clock.on(seconds=60)
    again = IncidentPage(session)
    qtbot.addWidget(again)
    again.report()
    assert again.form.what.text() == "水管爆裂"
    assert again.form.started_at() == NOON


def test_a_late_report_says_when(window: MainWindow, page: IncidentPage, session: Session, clock: Clock) -> None:
    call(window, page)
    page.form.what.setText("停水")
    page.form.at.setText("10 分钟前")
    page.form.start()
    incident = session.desk.incidents.running()[0]
    assert (clock() - incident.started_at).total_seconds() == 600
    page.report()
    page.form.what.setText("停水")
    page.form.at.setText("gestern")
    page.form.start()
    assert page.form.at_field.error()


def test_esc_reports_nothing(window: MainWindow, page: IncidentPage, session: Session, qtbot: QtBot) -> None:
    call(window, page)
    page.form.what.setText("误点")
    qtbot.keyClick(page.form.what, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert page.table.isVisible() or page.empty.isVisible()
    assert session.desk.store.drafts(session.desk.person) == []


def test_what_a_tier_asks_for_stands_below_it(window: MainWindow, page: IncidentPage) -> None:
    call(window, page)
    assert page.form.tasks.isHidden()
    page.form.tier._buttons["general_1"].click()
    assert page.form.tasks.isVisible()
    assert "通知安保人员现场疏散" in page.form.tasks.text()
