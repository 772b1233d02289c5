"""A clock that the test moves, and the page of incidents in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.clockwatch import ClockWatch
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
