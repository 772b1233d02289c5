"""A clock that the test moves, and the page of incidents in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.clockwatch import ClockWatch
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.pages.incidents.console import console as console_module
from riskdesk.gui.pages.incidents.console import now as now_module
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from tests.conftest import Clock


@pytest.fixture
def clock(clock: Clock, session: Session) -> Clock:
    """The clock of the test is that of the desk."""
    session.desk.clock = clock
    return clock


@pytest.fixture
def lift(session: Session) -> Playbook:
    """The lift playbook of the starter content."""
    return next(p for p in session.desk.playbooks.all() if p.title == "电梯困人")


@pytest.fixture
def running(session: Session, clock: Clock, lift: Playbook) -> Incident:
    """An incident that has just been reported and runs the lift playbook."""
    incident = Incident.of(title="3 栋电梯困人", playbook_id=lift.id, started_at=clock(), affected=2)
    return session.desk.incidents.report(incident).value


@pytest.fixture
def page(clock: Clock, window: MainWindow, qtbot: QtBot) -> IncidentPage:
    """The page, in sight; its second hand is moved by the test."""
    window.go_to("incident")
    found = window.page("incident")
    assert isinstance(found, IncidentPage)
    found.watch.clocks = ClockWatch(clock, clock.steady)
    found.watch._timer.stop()
    return found


def tick(page: IncidentPage, clock: Clock, seconds: float) -> None:
    """So many seconds later the second hand moves."""
    # A test's seconds are not those of a computer that stood still.
    page.watch.clocks.forget()
    clock.on(seconds=seconds)
    page.watch.tick()


@pytest.fixture
def console(page: IncidentPage, running: Incident) -> Console:
    page.session.record_wanted.emit("incident", running.id)
    assert page.console.isVisible()
    return page.console


@pytest.fixture
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The console takes the next key at once."""
    monkeypatch.setattr(console_module, "REST_MS", 20)
    monkeypatch.setattr(now_module, "TWICE_S", 0.0)


def kinds(session: Session, incident: Incident) -> list[EntryKind]:
    return [entry.entry_kind for entry in session.desk.incidents.entries(incident.id)]


def last(session: Session, incident: Incident):  # type: ignore[no-untyped-def]
    return max(session.desk.incidents.entries(incident.id), key=lambda e: (e.written_at, e.id))


def enter(console: Console, qtbot: QtBot) -> None:
    """Enter, pressed by somebody who has read the step."""
    qtbot.waitUntil(lambda: console.is_ready)
    qtbot.keyClick(console.focusWidget(), Qt.Key.Key_Return)
