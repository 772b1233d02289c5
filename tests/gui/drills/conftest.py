"""A site, a planned drill, and the page of drills in the window."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.directory import Site
from riskdesk.domain.drill import Drill, Inject
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow

NOW = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)
TODAY = NOW.astimezone().date()


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now

    def go_on(self, seconds: float) -> None:
        """Time passes."""
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock(session: Session) -> Clock:
    made = Clock()
    session.desk.clock = made
    return made


@pytest.fixture
def drill(session: Session, clock: Clock) -> Drill:
    desk = session.desk
    lift = next(p for p in desk.playbooks.all() if p.title == "电梯困人")
    site = desk.directory.add(Site.of(code="JX", name="锦绣花园")).value
    planned = Drill.of(
        title="夜间电梯困人", playbook_id=lift.id, site_id=site.id, planned_on=TODAY, planned_at="20:00",
        injects=(Inject(id="panic", at_s=360, what="被困人员恐慌"),),
    )  # fmt: skip
    return desk.drills.add(planned).value


@pytest.fixture
def page(window: MainWindow, drill: Drill) -> DrillPage:
    window.go_to("drill")
    found = window.page("drill")
    assert isinstance(found, DrillPage)
    return found
