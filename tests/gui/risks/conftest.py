"""The page of the register, in sight and with the keyboard in its table."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Department, Person, Site
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow


@pytest.fixture
def people(session: Session) -> dict[str, str]:
    """Ids of some people, a department and a site, by name."""
    add = session.desk.directory.add
    made = [
        *(add(Person(name=name)).value for name in ("沈敏", "陈立", "林岚")),
        add(Department(name="秩序部")).value,
        add(Site(code="BJ", name="滨江壹号")).value,
    ]
    return {entry.name: entry.id for entry in made}


@pytest.fixture
def page(people: dict[str, str], window: MainWindow, qtbot: QtBot) -> RiskPage:
    """The register, the first row current."""
    window.resize(1900, 1000)
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.splitter.setSizes([1350, 330])
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    return page
