"""The response console, as somebody under stress uses it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import EntryKind, Incident, IncidentState
from riskdesk.domain.playbook import Playbook
from riskdesk.domain.urgency import Urgency
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.pages.incidents.console import console as console_module
from riskdesk.gui.pages.incidents.console import now as now_module
from riskdesk.gui.pages.incidents.console.steps import first_line, limit_words_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.rail import Rail
from riskdesk.gui.window import MainWindow
from tests.conftest import Clock
from tests.gui.incidents.conftest import enter, kinds, last, tick
from tests.gui.keys import commit

pytestmark = pytest.mark.usefixtures("short_rest")


def test_enter_settles_the_step_and_goes_to_the_next(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    first = running.plan.steps[0]
    assert console.now.action.text() == first.action
    clock.on(seconds=41)
    enter(console, qtbot)
    entry = last(session, running)
    assert (entry.entry_kind, entry.step_id, entry.at) == (EntryKind.STEP_DONE, first.id, clock())
    assert console.now.action.text() == running.plan.steps[1].action
    assert console.steps.rows()[0].time() == "00:41"


def test_another_playbook_has_its_first_step_to_do_and_no_time_of_the_steps_before(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    steps = (running.plan.steps[0].changed(action="切断电源", contact=None), running.plan.steps[1])
    other = session.desk.playbooks.add(Playbook(title="火灾", scenario_class="disaster", steps=steps)).value
    clock.on(seconds=41)
    enter(console, qtbot)
    clock.on(seconds=60)
    session.do(session.desk.incidents.choose_playbook, running.id, other.id)
    assert console.now.action.text() == "切断电源"
    assert console.steps.rows()[0].time() != "00:41"


def test_enter_pressed_again_and_again_settles_one_step(
    console: Console, session: Session, running: Incident, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: console.is_ready)
    monkeypatch.setattr(console_module, "REST_MS", 300)
    for _ in range(5):
        qtbot.keyClick(console.focusWidget(), Qt.Key.Key_Return)
        qtbot.wait(120)
    assert kinds(session, running).count(EntryKind.STEP_DONE) == 1
    # The keyboard rests on what was done, with its time, and goes on by itself.
    assert console.focusWidget() is console.last
    assert console.last.words.text() == running.plan.steps[0].action
    qtbot.waitUntil(lambda: console.focusWidget() is console.now.ok)
    enter(console, qtbot)
    assert kinds(session, running).count(EntryKind.STEP_DONE) == 2


@pytest.mark.parametrize("searched", [False, True])
def test_a_playbook_chosen_by_keys_leaves_the_keyboard_in_the_console(
    page: IncidentPage, session: Session, clock: Clock, short_rest: None, qtbot: QtBot, searched: bool
) -> None:
    incident = session.desk.incidents.report(Incident.of(title="电梯困人", started_at=clock())).value
    page.session.record_wanted.emit("incident", incident.id)
    console = page.console
    qtbot.waitUntil(lambda: console.isAncestorOf(QApplication.focusWidget()))
    if searched:
        console.plan._chooser.setFocus()
        commit(console.plan._chooser, "暴雨内涝")
        qtbot.keyClick(console.plan._chooser, Qt.Key.Key_Return)
    else:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.desk.incidents.get(incident.id).playbook_id != "")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is console.now.ok)


def test_a_key_held_down_settles_one_step(console: Console, session: Session, running: Incident, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: console.is_ready)
    qtbot.keyClick(console.focusWidget(), Qt.Key.Key_Return)
    for _ in range(4):
        qtbot.wait(30)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(console.focusWidget(), held)
    assert kinds(session, running).count(EntryKind.STEP_DONE) == 1


def test_a_double_click_settles_one_step(
    console: Console, session: Session, running: Incident, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(now_module, "TWICE_S", 0.2)
    qtbot.wait(250)
    qtbot.mouseClick(console.now.ok, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(console.now.ok, Qt.MouseButton.LeftButton)
    assert kinds(session, running).count(EntryKind.STEP_DONE) == 1


def test_enter_in_the_line_writes_an_entry_and_settles_nothing(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    commit(console.log.line, "对讲接通")
    qtbot.keyClick(console.log.line, Qt.Key.Key_Return)
    assert EntryKind.STEP_DONE not in kinds(session, running)
    assert last(session, running).text == "对讲接通"
    assert console.log.line.text() == ""
    assert console.log.list.lines()[0].text == "对讲接通"


def test_half_typed_lines_come_back(
    console: Console, page: IncidentPage, session: Session, running: Incident, qtbot: QtBot
) -> None:
    console.log.line.setText("维保说")
    qtbot.waitUntil(lambda: bool(session.desk.store.draft(session.desk.person, "log_entry", running.id)))
    again = IncidentPage(session)
    qtbot.addWidget(again)
    assert again.console.incident_id == running.id
    assert again.console.log.line.text() == "维保说"


def test_not_possible_asks_why_in_place(console: Console, session: Session, running: Incident, qtbot: QtBot) -> None:
    console.now.no.click()
    ask = console.now.place.ask
    assert ask is not None
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert ask.error.text()
    commit(ask.line, "对讲坏了")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    entry = last(session, running)
    assert (entry.entry_kind, entry.text) == (EntryKind.STEP_FAILED, f"{running.plan.steps[0].action}: 对讲坏了")
    assert console.now.action.text() == running.plan.steps[1].action


def test_a_time_entered_later_shows_both_times(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    clock.on(seconds=600)
    console.now.late.click()
    ask = console.now.place.ask
    assert ask is not None
    commit(ask.line, "9 分钟前")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    entry = last(session, running)
    assert clock() - entry.at == dt.timedelta(minutes=9)
    assert entry.is_late
    shown = next(line for line in console.log.list.lines() if line.id == entry.id)
    assert "entered later" in shown.note


def test_limits_go_from_calm_to_warning_to_over(console: Console, page: IncidentPage, clock: Clock) -> None:
    tick(page, clock, 10)
    assert (console.now.countdown.urgency, console.now.countdown.text()) == (Urgency.CALM, "Time left 00:50")
    tick(page, clock, 40)
    assert (console.now.countdown.urgency, console.now.countdown.text()) == (Urgency.WARNING, "Only left 00:10")
    tick(page, clock, 15)
    assert (console.now.countdown.urgency, console.now.countdown.text()) == (Urgency.OVER, "Late by 00:05")
    assert console.clock.time.text() == "00:01:05"


def test_the_clock_never_runs_backwards(console: Console, page: IncidentPage, clock: Clock) -> None:
    clock.jump(seconds=-3600)
    page.watch.tick()
    assert console.clock.time.text() == "00:00:00"


def settle(console: Console, session: Session, running: Incident, *steps: str) -> None:
    for step in steps:
        session.desk.incidents.log(running.id, EntryKind.STEP_DONE, step_id=step)


def test_a_notice_is_repeated_by_f4_until_it_needs_no_more(
    console: Console, page: IncidentPage, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    assert console.repeat_cards() == []
    settle(console, session, running, "comfort")
    (card,) = console.repeat_cards()
    tick(page, clock, 200)
    assert card.countdown.text() == "Next due 01:40"
    qtbot.keyClick(console, Qt.Key.Key_F4)
    assert last(session, running).entry_kind is EntryKind.REPEAT_DONE
    (card,) = console.repeat_cards()
    assert card.countdown.text() == "Next due 05:00"
    card._end()
    assert console.repeat_cards() == []


def test_f2_settles_the_step_of_arriving(console: Console, session: Session, running: Incident, qtbot: QtBot) -> None:
    qtbot.keyClick(console, Qt.Key.Key_F2)
    entry = last(session, running)
    assert (entry.entry_kind, entry.step_id) == (EntryKind.STEP_DONE, "on_site")
    qtbot.keyClick(console, Qt.Key.Key_F2)
    assert (last(session, running).entry_kind, last(session, running).text) == (EntryKind.NOTE, "Now on site")


def test_a_step_out_of_turn_and_back(console: Console, session: Session, running: Incident, qtbot: QtBot) -> None:
    row = next(row for row in console.steps.rows() if row.state.step.id == "on_site")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert console.now.action.text() == running.plan.steps[4].action
    enter(console, qtbot)
    assert last(session, running).step_id == "on_site"
    assert console.now.action.text() == running.plan.steps[0].action


def test_tier_handover_pause_and_close_are_asked_in_place(
    console: Console, page: IncidentPage, session: Session, running: Incident, qtbot: QtBot
) -> None:
    deeds, desk = console.deeds, session.desk
    person = desk.directory.add(_person("高峰")).value
    deeds.ask_tier()
    enter(console, qtbot)
    assert desk.incidents.get(running.id).tier == "general_1"
    deeds.ask_handover()
    console.place.ask.line.set_value(person.id, person.name)
    console.place.ask.answer()
    assert desk.incidents.get(running.id).lead_id == person.id
    deeds.ask_pause()
    console.place.ask.answer()
    assert desk.incidents.get(running.id).state is IncidentState.PAUSED
    assert console.message.isVisible()
    enter(console, qtbot)
    assert desk.incidents.get(running.id).state is IncidentState.RUNNING
    deeds.ask_close()
    commit(console.place.ask.line, "2 人救出")
    qtbot.keyClick(console.place.ask.line, Qt.Key.Key_Return)
    assert desk.incidents.get(running.id).state is IncidentState.CLOSED
    assert not console.isVisible()
    assert page.detail.record is not None
    assert page.detail.record.id == running.id


def _person(name: str):  # type: ignore[no-untyped-def]
    from riskdesk.domain.directory import Person

    return Person.of(name=name)


def test_another_playbook_runs_from_now(console: Console, session: Session, running: Incident, clock: Clock) -> None:
    clock.on(seconds=1800)
    other = next(p for p in session.desk.playbooks.all() if p.title != running.plan.title)
    console.deeds.ask_playbook()
    console.place.ask.line.set_value(other.id, other.title)
    console.place.ask.answer()
    assert console.situation is not None
    assert console.situation.incident.plan.title == other.title
    limits = [s for s in console.situation.states if s.due_s is not None and not s.step.limit_from]
    assert all(state.due_s == 1800 + state.step.limit_s for state in limits)


def test_esc_leaves_the_question_then_the_line_then_the_room(
    console: Console, page: IncidentPage, qtbot: QtBot
) -> None:
    console.deeds.ask_close()
    qtbot.keyClick(console.place.ask.line, Qt.Key.Key_Escape)
    assert console.place.ask is None
    console.deeds.to_line()
    qtbot.keyClick(console.log.line, Qt.Key.Key_Escape)
    assert console.isVisible()
    assert not console.log.line.hasFocus()
    qtbot.keyClick(console.now.ok, Qt.Key.Key_Escape)
    assert not console.isVisible()
    assert page.table.isVisible()


def test_limits_are_worded_alike_and_steps_are_read_whole(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    words = {limit_words_of(step) for step in running.plan.steps if step.limit_s == 60}
    assert words == {"limit 1 min"}
    row = next(row for row in console.steps.rows() if row.state.step.id == "comfort")
    font = theme().font()
    first, rest = first_line(row.state.step.action, font, row.width() * 0.5)
    assert first + rest == row.state.step.action
    assert QFontMetricsF(font).horizontalAdvance(rest) <= row.width() * 0.5


def test_every_control_is_44_px_high(console: Console, session: Session, running: Incident) -> None:
    settle(console, session, running, "activate", "comfort")
    console.deeds.ask_close()
    console.now.late.click()
    console.log.ask_strike(console.log.list.lines()[0].id)
    controls = [w for cls in (QAbstractButton, QLineEdit) for w in console.findChildren(cls)]
    low = [
        (type(w).__name__, w.height())
        for w in controls
        if w.isVisible() and w.isEnabled() and w.height() < theme().px(44) and not isinstance(w.parent(), QLineEdit)
    ]
    assert low == []
    assert console.log.list.sizeHintForRow(0) >= theme().px(44)


def test_the_room_is_dark_and_the_frame_with_it(
    console: Console, window: MainWindow, page: IncidentPage, qtbot: QtBot
) -> None:
    theme().choose("light")
    rail = window.findChild(Rail)
    assert rail is not None
    assert (colours_of(console).name, colours_of(rail).name, rail.compact) == ("dark", "dark", True)
    window.go_to("risk")
    assert (colours_of(rail).name, rail.compact) == ("light", window.width() < theme().px(1200))
    window.go_to("incident")
    assert console.isVisible()
    assert colours_of(rail).name == "dark"
    console.back()
    assert colours_of(rail).name == "light"


def test_after_a_crash_it_opens_where_it_was(
    console: Console, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    settle(console, session, running, "activate")
    clock.on(seconds=300)
    again = IncidentPage(session)
    qtbot.addWidget(again)
    again.console.tick(clock())
    assert again.console.incident_id == running.id
    assert again.console.now.action.text() == running.plan.steps[1].action
    assert again.console.clock.time.text() == "00:05:00"
    assert session.settings.last_page == "incident"


def test_every_step_settled_offers_to_close(
    console: Console, session: Session, running: Incident, qtbot: QtBot
) -> None:
    settle(console, session, running, *(step.id for step in running.plan.steps))
    assert console.message.isVisible()
    enter(console, qtbot)
    assert console.place.ask is not None
