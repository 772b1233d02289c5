"""A site, a planned drill, and the page of drills in the window."""

from __future__ import annotations

import pytest

from riskdesk.domain.directory import Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.playbook import Inject
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from tests.conftest import NOON, Clock

TODAY = NOON.astimezone().date()


@pytest.fixture
def clock(clock: Clock, session: Session) -> Clock:
    """The clock of the test is that of the desk."""
    session.desk.clock = clock
    return clock


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
