"""An office with one risk and one measure that are late, and the page of review meetings in the window."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow


@pytest.fixture
def desk(session: Session) -> Desk:
    """One overdue red risk, one overdue measure, two people; no other risks."""
    desk = session.desk
    for risk in desk.store.records(Risk):
        desk.risks.delete(risk.id)
    for action in desk.store.records(Action):
        desk.actions.delete(action.id)
    people = [desk.directory.add(Person(name=name)).value for name in ("沈敏", "陈立")]
    desk.person = people[0].id
    late = desk.today - dt.timedelta(days=4)
    risk = desk.risks.add(Risk(title="电梯困人", family="operational", next_review=late, owner_id=people[0].id)).value
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=5, severity=4))
    desk.actions.add(Action(title="换门锁", due=late))
    return desk


@pytest.fixture
def page(desk: Desk, window: MainWindow) -> ReviewPage:
    window.go_to("review")
    page = window.current
    assert isinstance(page, ReviewPage)
    return page
