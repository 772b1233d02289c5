"""Who works at this computer: asked once on the overview, changed from the foot of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Person
from riskdesk.gui.pages.overview import OverviewPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow) -> OverviewPage:
    """As at the first start: starter content, nobody entered."""
    window.go_to("overview")
    page = window.current
    assert isinstance(page, OverviewPage)
    return page


def test_a_name_typed_there_is_entered_and_works_here(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    assert page.who.isVisible()
    assert not page.banner.isVisible()
    assert window.isEnabled()  # nothing waits for the answer
    commit(page.who.who.widget, "沈敏")
    qtbot.keyClick(page.who.who.widget, Qt.Key.Key_Return)
    person = page.desk.person
    assert page.desk.name(person) == "沈敏"
    assert SettingsFile(page.session._settings.path).values.person_id == person
    assert not page.who.isVisible()
    qtbot.waitUntil(lambda: window.foot.person.text() == "沈敏")
    assert "沈敏 works at this computer" in window.overlays.notices.texts()[-1]


def test_somebody_of_the_directory_is_chosen(page: OverviewPage, qtbot: QtBot) -> None:
    person = page.desk.directory.add(Person(name="陈立")).value
    qtbot.mouseClick(page.who.who.widget, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.who.who.widget, Qt.Key.Key_Return)
    assert page.desk.person == person.id
    assert not page.who.isVisible()


def test_it_is_asked_once(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.who.cross, Qt.MouseButton.LeftButton)
    assert not page.who.isVisible()
    assert "Nobody is entered yet" in page.banner.words.text()
    again = MainWindow(session)
    qtbot.addWidget(again)
    again.show()
    again.go_to("overview")
    assert isinstance(again.current, OverviewPage)
    assert not again.current.who.isVisible()
    assert SettingsFile(session._settings.path).values.person_asked


def test_whoever_is_known_is_not_asked(session: Session, qtbot: QtBot) -> None:
    session.sit_down(session.desk.directory.add(Person(name="陈立")).value.id)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.go_to("overview")
    assert isinstance(window.current, OverviewPage)
    assert not window.current.who.isVisible()


@pytest.mark.parametrize(("widget", "section"), [("person", "person"), ("backup", "backups")])
def test_the_foot_opens_what_it_shows(window: MainWindow, qtbot: QtBot, widget: str, section: str) -> None:
    qtbot.waitUntil(lambda: bool(getattr(window.foot, widget).text()))
    qtbot.mouseClick(getattr(window.foot, widget), Qt.MouseButton.LeftButton)
    page = window.current
    assert isinstance(page, SettingsPage)
    assert page.current is not None
    assert section == page.current.KEY
