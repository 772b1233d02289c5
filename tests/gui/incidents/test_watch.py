"""What rings, how often, and what the log says of a clock that jumped."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.clockwatch import ClockWatch
from riskdesk.gui.pages.incidents.watch import IncidentWatch
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from tests.conftest import NOON, Clock
from tests.gui.incidents.conftest import tick


@pytest.fixture
def bells(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rung: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append("beep"))
    return rung


@pytest.fixture
def watch(page: IncidentPage, running: Incident) -> IncidentWatch:
    page.watch._timer.stop()
    page.watch.clocks.look()
    return page.watch


def test_a_limit_rings_once(watch: IncidentWatch, page: IncidentPage, clock: Clock, bells: list[str]) -> None:
    tick(page, clock, 59)
    assert bells == []
    tick(page, clock, 2)
    # Four steps and the fire brigade had a minute: one sound.
    assert bells == ["beep"]
    for _ in range(5):
        tick(page, clock, 1)
    assert bells == ["beep"]


def test_overdue_at_once_after_sleep_and_noted_once(
    watch: IncidentWatch, page: IncidentPage, session: Session, running: Incident, clock: Clock, bells: list[str]
) -> None:
    tick(page, clock, 1)
    clock.jump(seconds=3600)
    page.watch.tick()
    tick(page, clock, 1)
    assert bells == ["beep"]
    notes = [e for e in session.desk.incidents.entries(running.id) if e.entry_kind is EntryKind.CLOCK]
    assert len(notes) == 1
    assert "1 h" in notes[0].text


def test_a_clock_set_back_is_noted(
    watch: IncidentWatch, page: IncidentPage, session: Session, running: Incident, clock: Clock
) -> None:
    tick(page, clock, 100)
    clock.jump(seconds=-60)
    page.watch.tick()
    notes = [e for e in session.desk.incidents.entries(running.id) if e.entry_kind is EntryKind.CLOCK]
    assert [("set back" in note.text) for note in notes] == [True]


def test_acknowledged_is_quiet_also_after_a_restart(
    watch: IncidentWatch, page: IncidentPage, session: Session, running: Incident, clock: Clock, bells: list[str]
) -> None:
    page.open_console(running.id)
    tick(page, clock, 90)
    assert page.console.alarm.isVisible()
    page.console.alarm.seen.click()
    assert not page.console.alarm.isVisible()
    bells.clear()
    again = IncidentWatch(session)
    again.tick()
    assert bells == []
    assert again.alarms(running.id, clock()) == []


def test_paused_is_quiet(
    watch: IncidentWatch, page: IncidentPage, session: Session, running: Incident, clock: Clock, bells: list[str]
) -> None:
    session.desk.incidents.pause(running.id, "误报")
    tick(page, clock, 3600)
    assert bells == []


def test_on_another_page_a_bar_lies_on_top_until_somebody_has_seen_it(
    watch: IncidentWatch, page: IncidentPage, window: MainWindow, running: Incident, clock: Clock, bells: list[str],
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.go_to("risk")
    tick(page, clock, 90)
    bar = page.alarms.bar()
    assert bar is not None
    assert bar.isVisible()
    assert running.title in bar.words.text()
    bar.go.click()
    assert page.console.isVisible()
    assert not bar.isVisible()
    window.go_to("risk")
    assert bar.isVisible()
    bar.seen.click()
    assert not bar.isVisible()


def test_a_computer_that_stood_still_is_noticed() -> None:
    clock = Clock(NOON)
    watch = ClockWatch(clock, clock.steady)
    assert watch.look() is None
    clock.on(seconds=1)
    assert watch.look() is None
    clock.on(seconds=600)
    jump = watch.look()
    assert jump is not None
    assert "10 min" in jump.text()
