"""The window above other programs: while an alarm rings, while an incident runs, as chosen in console and settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import Incident
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.ontop import OnTop
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.appearance import AppearanceSection
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from tests.conftest import Clock
from tests.gui.incidents.conftest import tick


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "beep", lambda: None)


def on_top(window: MainWindow) -> bool:
    return bool(window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint)


def test_an_alarm_brings_the_window_up_until_somebody_has_seen_it(
    page: IncidentPage, running: Incident, window: MainWindow, clock: Clock
) -> None:
    page.open_console(running.id)
    tick(page, clock, 5)
    assert not on_top(window)
    tick(page, clock, 60)
    assert on_top(window)
    assert window.isVisible()
    page.console.alarm.acknowledged.emit()
    assert not on_top(window)


def test_the_pin_in_the_console_keeps_it_up_while_the_incident_runs(
    page: IncidentPage, running: Incident, window: MainWindow, session: Session, clock: Clock, qtbot: QtBot
) -> None:
    page.open_console(running.id)
    pin = page.console.head.pin
    assert pin.height() >= 44
    assert not pin.isChecked()
    qtbot.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert pin.isChecked()
    assert on_top(window)
    window.go_to("risk")
    tick(page, clock, 1)
    assert on_top(window)
    session.desk.incidents.close(running.id, "已救出")
    assert not on_top(window)
    assert SettingsFile(session._settings.path).values.on_top == "running"


def test_taking_the_pin_out_leaves_the_alarm(
    page: IncidentPage, running: Incident, window: MainWindow, session: Session, clock: Clock, qtbot: QtBot
) -> None:
    OnTop.of(session).choose("running")
    page.open_console(running.id)
    assert on_top(window)
    qtbot.mouseClick(page.console.head.pin, Qt.MouseButton.LeftButton)
    assert session.settings.on_top == "alarm"
    assert not on_top(window)
    tick(page, clock, 65)
    assert on_top(window)


def test_the_setting_says_when_and_works_at_once(
    page: IncidentPage, running: Incident, window: MainWindow, session: Session, clock: Clock
) -> None:
    tick(page, clock, 65)
    assert on_top(window)
    window.go_to("settings")
    settings = window.current
    assert isinstance(settings, SettingsPage)
    settings.go_to("appearance")
    section = settings.current
    assert isinstance(section, AppearanceSection)
    section.on_top.set_current("never")
    section.on_top.changed.emit("never")
    assert not on_top(window)
    section.on_top.changed.emit("running")
    assert on_top(window)
    assert page.console.deeds.keep_on_top.isChecked()


def test_a_minimised_window_comes_back_when_something_rings(
    page: IncidentPage, running: Incident, window: MainWindow, session: Session, clock: Clock
) -> None:
    window.showMinimized()
    tick(page, clock, 65)
    assert not window.isMinimized()
    OnTop.of(session).choose("never")
    window.showMinimized()
    tick(page, clock, 900)
    assert window.isMinimized()
