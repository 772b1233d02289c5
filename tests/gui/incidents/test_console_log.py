"""Whom the console has called, and how a wrong entry is corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Person
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.pages.incidents.console.ask import AskChoice
from riskdesk.gui.session import Session
from tests.conftest import Clock
from tests.gui.incidents.conftest import kinds, last, tick
from tests.gui.keys import commit

pytestmark = pytest.mark.usefixtures("short_rest")


def test_one_click_logs_a_call_with_its_time(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    row = next(row for row in console.phones.rows() if row.number() == "120")
    clock.on(seconds=5)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    entry = last(session, running)
    assert (entry.entry_kind, entry.at) == (EntryKind.CALLED, clock())
    again = next(row for row in console.phones.rows() if row.number() == "120")
    assert again.status() == f"{clock().astimezone():%H:%M}"
    # The keyboard stayed where it was.
    assert console.focusWidget() is console.now.ok


def test_without_a_number_nobody_was_called_and_the_number_is_asked_for(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    before = kinds(session, running)
    row = next(row for row in console.phones.rows() if row.phone.name == "电梯维保单位")
    assert row.number() == "no number yet, enter it"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert kinds(session, running) == before
    ask = console.place.ask
    assert ask is not None
    commit(ask.line, "电话")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert ask.error.text()
    ask.line.selectAll()
    commit(ask.line, "400 810 0000")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert kinds(session, running) == before
    row = next(row for row in console.phones.rows() if row.phone.name == "电梯维保单位")
    assert row.number() == "400 810 0000"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (last(session, running).entry_kind, last(session, running).text) == (
        EntryKind.CALLED, "Called 电梯维保单位 400 810 0000",
    )  # fmt: skip


def test_by_another_means_than_the_telephone_one_click_is_enough(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    row = next(row for row in console.phones.rows() if row.phone.by == "电梯对讲")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert last(session, running).entry_kind is EntryKind.CALLED


def test_a_body_that_must_be_told_counts_down_and_takes_a_receipt(
    console: Console, page: IncidentPage, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    body = running.plan.notifications[0].body
    row = next(row for row in console.phones.rows() if row.phone.name == body)
    tick(page, clock, 10)
    assert row.status().startswith("tell in")
    row.click()
    ask = console.place.ask
    assert ask is not None
    commit(ask.line, "No. 7")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    entry = last(session, running)
    assert (entry.entry_kind, entry.who, entry.receipt) == (EntryKind.NOTIFIED, body, "No. 7")


def test_the_log_is_signed_by_whoever_told_a_body(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    session.sit_down(session.desk.directory.add(Person(name="王晓梅")).value.id)
    body = running.plan.notifications[0].body
    next(row for row in console.phones.rows() if row.phone.name == body).click()
    assert console.place.ask is not None
    qtbot.keyClick(console.place.ask.line, Qt.Key.Key_Return)
    newest = console.log.list.lines()[0]
    assert body in newest.text
    assert newest.note == "王晓梅"


def test_a_wrong_entry_is_struck_and_stays_readable(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    session.desk.incidents.log(running.id, EntryKind.NOTE, "5 人被困")
    console.log.list.setCurrentIndex(console.log.list.model().index(0, 0))
    assert console.log.strike_button.isVisible()
    qtbot.keyClick(console.log.list, Qt.Key.Key_Delete)
    ask = console.log.place.ask
    assert ask is not None
    commit(ask.line, "听错了，2 人")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    shown = console.log.list.lines()[0]
    assert shown.text == "5 人被困"
    assert shown.struck
    assert "听错了，2 人" in shown.note


def test_ctrl_z_corrects_what_was_done_here_last_and_nothing_elsewhere(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    drill = session.desk.drills.add(Drill.of(title="下月演练")).value
    clock.on(seconds=48)
    qtbot.keyClick(console, Qt.Key.Key_F2)  # pressed by mistake
    wrong = last(session, running)
    assert (wrong.step_id, console.last.words.text()) == ("on_site", wrong.text)
    qtbot.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ask = console.log.place.ask
    assert ask is not None
    assert console.log.list.chosen() == wrong.id
    assert session.desk.incidents.entries(running.id)[-1].struck is None
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert session.desk.get("log_entry", wrong.id).struck is not None
    assert not console.last.isVisible()
    assert next(row for row in console.steps.rows() if row.state.step.id == "on_site").state.done_s is None
    qtbot.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert console.log.place.ask is None
    assert not session.desk.store.is_deleted("drill", drill.id)


def test_ctrl_z_after_another_tier_asks_for_the_tier(console: Console, session: Session, qtbot: QtBot) -> None:
    session.desk.incidents.set_tier(console.incident_id, "general_1")
    qtbot.mouseClick(console.last.button, Qt.MouseButton.LeftButton)
    assert isinstance(console.place.ask, AskChoice)
