"""The overview as a person uses it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Person, Site
from riskdesk.domain.incident import Incident
from riskdesk.domain.risk import LIVE, Risk
from riskdesk.gui import sample
from riskdesk.gui.pages.overview import OverviewPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    window.go_to("overview")
    page = window.current
    assert isinstance(page, OverviewPage)
    settled(page, qtbot)
    return page


def settled(page: OverviewPage, qtbot: QtBot) -> None:
    """Wait for the figures that are being read."""
    qtbot.waitUntil(lambda: page._found is not None and not page._reading)


def read_again(page: OverviewPage, qtbot: QtBot) -> None:
    page._found = None
    if not page._reading:
        page.refresh({})
    settled(page, qtbot)


def lists(page: OverviewPage) -> QSignalSpy:
    page.session.list_wanted.disconnect()
    return QSignalSpy(page.session.list_wanted)


def test_the_numbers_are_those_of_the_register(page: OverviewPage) -> None:
    desk = page.desk
    reds = [risk for risk in desk.store.records(Risk) if risk.level == "red"]
    assert f"Red risks {len(reds)}" in page.figures.cards["red"].accessibleName()
    assert "need someone" in page.figures.cards["red"].accessibleName()
    assert "Nothing is overdue" in page.figures.cards["overdue"].accessibleName()


def test_the_red_card_opens_the_red_risks(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.figures.cards["red"], Qt.MouseButton.LeftButton)
    assert window.current is not None
    assert window.current.KEY == "risk"
    assert window.current.bar.sight.values("level") == ("red",)  # type: ignore[attr-defined]
    found = window.current.model.rowCount()  # type: ignore[attr-defined]
    assert f"Red risks {found}" in page.figures.cards["red"].accessibleName()


def test_what_is_overdue_stands_first_in_words_and_opens(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    desk, today = page.desk, page.desk.today
    late = desk.actions.add(Action(title="消防泵房门锁更换", due=today - dt.timedelta(days=2))).value
    desk.actions.add(Action(title="试运行", due=today + dt.timedelta(days=1)))
    read_again(page, qtbot)
    todo = page.charts.todo
    row = [todo.todo.index(0, column).data() for column in range(todo.todo.columnCount())]
    assert row[1:3] == ["Corrective action", "消防泵房门锁更换"]
    assert "2 d overdue" in row
    assert "Overdue items 1" in page.figures.cards["overdue"].accessibleName()
    place = todo.visualRect(todo.todo.index(0, 2)).center()
    qtbot.mouseClick(todo.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current is not None
    assert window.current.KEY == "action"
    assert window.current.detail.record.id == late.id  # type: ignore[attr-defined]


def test_several_kinds_of_overdue_ask_which(page: OverviewPage, qtbot: QtBot) -> None:
    desk, past = page.desk, page.desk.today - dt.timedelta(days=3)
    desk.actions.add(Action(title="换锁", due=past))
    risk = desk.store.records(Risk)[0]
    desk.risks.save(risk.changed(next_review=past), risk)
    read_again(page, qtbot)
    spy = lists(page)
    page.figures.cards["overdue"].click()
    menu = page.figures._menu
    assert [action.text() for action in menu.actions()] == ["Corrective action 1", "Risk review 1"]
    menu.actions()[1].trigger()
    menu.close()
    assert spy.at(0) == ["risk", {"overdue": ("on",)}]


def test_a_cell_of_the_heat_map_opens_its_risks(page: OverviewPage, qtbot: QtBot) -> None:
    spy = lists(page)
    heat = page.charts.heat
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat._cell(4, 5).center().toPoint())
    assert spy.at(0) == ["risk", {"cell": ("4x5",), "status": LIVE}]


def test_approved_playbooks_without_a_site_ask_for_a_site(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    desk = page.desk
    assert any(playbook.state == "approved" for playbook in desk.playbooks.all())
    read_again(page, qtbot)
    assert page.figures.cards["drills"].toolTip() == "No site yet"
    qtbot.mouseClick(page.charts._undrilled.link, Qt.MouseButton.LeftButton)
    settings = window.current
    assert isinstance(settings, SettingsPage)
    editor = settings._directory().shown.detail.editor
    assert editor is not None
    commit(editor.bindings["code"].widget, "JX")
    commit(editor.bindings["name"].widget, "锦绣花园")
    editor.save()
    window.go_to("overview")
    read_again(page, qtbot)
    assert page.charts.bars.isVisible()


def test_a_bar_of_a_site_opens_its_drills(page: OverviewPage, qtbot: QtBot) -> None:
    desk = page.desk
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    for playbook in desk.playbooks.all():
        if playbook.state != "approved":
            desk.playbooks.approve(playbook.id)
    read_again(page, qtbot)
    approved = sum(playbook.state == "approved" for playbook in desk.playbooks.all())
    assert page._found is not None
    assert page._found.coverage == [(site.id, "锦绣花园", 0, approved)]
    spy = lists(page)
    page.charts.bars.clicked.emit(0)
    assert spy.at(0)[0] == "drill"
    assert spy.at(0)[1]["site"] == (site.id,)


def test_a_report_counts_down_in_hours_and_minutes(page: OverviewPage, qtbot: QtBot) -> None:
    desk = page.desk
    now = desk.clock()
    start = now - dt.timedelta(hours=22, minutes=29, seconds=30)
    incident = desk.incidents.report(Incident(title="二期停水", started_at=start)).value
    desk.clock = lambda: start + dt.timedelta(hours=1)
    desk.incidents.close(incident.id, "恢复供水")
    desk.clock = lambda: now
    read_again(page, qtbot)
    texts = [page.charts.todo.todo.index(0, column).data() for column in range(6)]
    assert "2 h 30 min left" in texts
    desk.clock = lambda: now + dt.timedelta(hours=3, minutes=1)
    page._ticked()
    assert "30 min overdue" in [page.charts.todo.todo.index(0, column).data() for column in range(6)]


def test_old_numbers_stay_while_new_ones_are_read(page: OverviewPage, qtbot: QtBot) -> None:
    before = page.figures.cards["red"].accessibleName()
    page.desk.actions.add(Action(title="换锁", due=page.desk.today - dt.timedelta(days=1)))
    assert page.figures.cards["red"].accessibleName() == before
    qtbot.waitUntil(lambda: "Overdue items 1" in page.figures.cards["overdue"].accessibleName())


def test_head_has_the_palette_and_the_report_of_an_incident(page: OverviewPage) -> None:
    names = [item.action.objectName() for item in page.head._items]
    assert names == ["palette", "incidents.report"]


def test_without_people_it_says_where_to_enter_them(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    page.who.cross.click()
    assert "Nobody is entered yet" in page.banner.words.text()
    page.banner.acted.emit()
    assert window.current is not None
    assert window.current.KEY == "settings"
    page.desk.directory.add(Person(name="沈敏"))
    window.go_to("overview")
    assert page.banner.isHidden()


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path):  # type: ignore[no-untyped-def]
    session = Session(Desk.open(tmp_path / "empty.riskdesk", site="JX"), SettingsFile(tmp_path / "settings.json"))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.go_to("overview")
    yield window
    session.close()


def test_an_empty_file_offers_the_starter_content(empty: MainWindow, qtbot: QtBot) -> None:
    page = empty.current
    assert isinstance(page, OverviewPage)
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 0)
    assert page.desk.store.count("playbook") > 0
    settled(page, qtbot)


def test_the_sample_office_is_a_file_of_its_own(empty: MainWindow, qtbot: QtBot) -> None:
    page = empty.current
    assert isinstance(page, OverviewPage)
    own = page.desk.store.path
    with qtbot.waitSignal(page.session.restart_wanted, timeout=20000):
        page.empty.second.emit()
    path = Path(page.session.settings.last_file)
    assert path != own
    assert page.desk.store.count("risk") == 0
    made = Desk.open(path, page.session.settings.person_id)
    try:
        assert made.store.count("risk") > 0
        assert sample.came_from(made) == own
        assert made.directory.person_line(made.person)
    finally:
        made.close()


def test_complaints_that_stand_out_are_told_until_a_risk_is_raised(
    page: OverviewPage, window: MainWindow, qtbot: QtBot
) -> None:  # fmt: skip
    desk = page.desk
    buildings = tuple(f"{n}栋" for n in range(1, 9))
    site = desk.directory.add(Site(code="JX", name="锦绣花园", buildings=buildings)).value
    desk.directory.add(Person(name="沈敏"))
    for day in range(12):
        received = desk.today - dt.timedelta(days=day)
        desk.complaints.add(
            Complaint(title="停梯", received_on=received, complaint_type="电梯", site_id=site.id, place="3栋")
        )
    read_again(page, qtbot)
    assert page.banner.isVisible()
    assert "stand out" in page.banner.words.text()
    qtbot.mouseClick(page.banner.link, Qt.MouseButton.LeftButton)
    assert window.current is not None
    assert window.current.KEY == "complaint"
