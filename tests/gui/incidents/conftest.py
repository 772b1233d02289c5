"""A clock that the test moves, and the page of incidents in the window."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.clockwatch import ClockWatch
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow

START = dt.datetime(2026, 11, 25, 6, 24, 27, tzinfo=dt.UTC)


class Clock:
    """Wall time and steady time that go on together until the test sets one of them."""

    def __init__(self) -> None:
        self.now, self.steady_s = START, 1000.0

    def __call__(self) -> dt.datetime:
        return self.now

    def steady(self) -> float:
        return self.steady_s

    def go_on(self, seconds: float) -> None:
        """Time passes."""
        self.now += dt.timedelta(seconds=seconds)
        self.steady_s += seconds

    def jump(self, seconds: float) -> None:
        """The computer sleeps, or somebody sets its clock."""
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock(session: Session) -> Clock:
    made = Clock()
    session.desk.clock = made
    return made


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
    clock.go_on(seconds)
    page.watch.tick()
