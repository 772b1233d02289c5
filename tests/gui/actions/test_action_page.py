"""The list of measures as a person uses it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.directory import Person
from riskdesk.gui.pages.actions import ActionPage
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ActionPage:
    desk = window.session.desk
    for action in desk.store.records(Action):
        desk.actions.delete(action.id)
    owner = desk.directory.add(Person(name="陈立")).value
    desk.directory.add(Person(name="林岚"))
    today = desk.today
    for title, days, state in (("门锁更换", -2, "open"), ("应急照明", 9, "doing"), ("对讲演练", -4, "done")):
        action = Action(title=title, due=today + dt.timedelta(days=days), state=state, owner_id=owner.id)
        desk.actions.add(action)
    desk.actions.add(Action(title="旧的措施", state="cancelled"))
    window.go_to("action")
    page = window.current
    assert isinstance(page, ActionPage)
    return page


def titles(page: ActionPage) -> list[str]:
    column = next(n for n, column in enumerate(page.model.columns) if column.key == "title")
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def open_titled(page: ActionPage, title: str) -> Action:
    page.open_record("action", page.model.id_at(titles(page).index(title)))
    action = page.detail.record
    assert isinstance(action, Action)
    assert action.title == title
    return action


def test_it_begins_with_what_still_needs_someone(page: ActionPage) -> None:
    assert titles(page) == ["对讲演练", "门锁更换", "应急照明"]
    assert "2 open" in page.head.sub.text()
    assert "1 overdue" in page.head.sub.text()


def test_the_switch_for_overdue(page: ActionPage) -> None:
    page.show_list({"overdue": ("on",)})
    assert titles(page) == ["门锁更换"]


def test_mine_are_those_of_the_person_at_this_desk(page: ActionPage) -> None:
    page.desk.person = next(p.id for p in page.desk.directory.all("person") if p.name == "林岚")
    page.bar.set_sight(Sight(filters=(("mine", ("on",)),)))
    assert titles(page) == []


def test_finishing_asks_for_the_proof(page: ActionPage, qtbot: QtBot) -> None:
    action = open_titled(page, "门锁更换")
    page.table.setFocus()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.table, Qt.Key.Key_D, ctrl)
    assert not page._finish_pane.isVisible()  # elsewhere it fills down: here it does nothing
    qtbot.keyClick(page.table, Qt.Key.Key_D, ctrl | shift)
    commit(page._finish_pane.proof, "现场照片")
    qtbot.mouseClick(page._finish_pane.ok, Qt.MouseButton.LeftButton)
    done = page.desk.actions.get(action.id)
    assert (done.state, done.proof, done.done_on) == (ActionState.DONE, "现场照片", page.desk.today)
    assert page.detail.is_reading
    assert not page.commands["actions.finish"].isEnabled()


def test_the_owner_cannot_confirm_and_is_told_at_the_field(page: ActionPage, qtbot: QtBot) -> None:
    action = open_titled(page, "对讲演练")
    page.commands["actions.confirm"].trigger()
    pane = page._confirm_pane
    pane.who.set_value(action.owner_id)
    pane.save()
    assert pane.field.error() == "Someone other than the owner confirms a measure."
    assert page.desk.actions.get(action.id).state is ActionState.DONE
    other = next(p.id for p in page.desk.directory.all("person") if p.name == "林岚")
    pane.who.set_value(other)
    pane.save()
    confirmed = page.desk.actions.get(action.id)
    assert (confirmed.state, confirmed.verified_by_id) == (ActionState.VERIFIED, other)
    assert confirmed.verified_on == page.desk.today


def test_confirming_without_a_name_says_so(page: ActionPage) -> None:
    open_titled(page, "对讲演练")
    page.commands["actions.confirm"].trigger()
    page._confirm_pane.save()
    assert page._confirm_pane.field.error() == "Say who confirmed it."


def test_deleting_can_be_undone(page: ActionPage) -> None:
    open_titled(page, "门锁更换")
    page.commands["actions.delete"].trigger()
    assert "门锁更换" not in titles(page)
    page.session.undo()
    assert "门锁更换" in titles(page)


def test_a_new_measure_through_the_editor(page: ActionPage, qtbot: QtBot) -> None:
    page.commands["actions.add"].trigger()
    editor = page.detail.editor
    assert editor is not None
    editor.save()
    assert editor.fields["title"].error()
    commit(editor.bindings["title"].widget, "补装挡水板")
    commit(editor.bindings["due"].widget, "+7")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    record = page.detail.record
    assert isinstance(record, Action)
    assert record.title == "补装挡水板"
    assert record.due == page.desk.today + dt.timedelta(days=7)


def test_opening_a_done_measure_again_takes_its_dates_back(page: ActionPage) -> None:
    action = open_titled(page, "对讲演练")
    assert action.done_on == page.desk.today
    saved = page.desk.actions.save(action.changed(state=ActionState.DOING), action).value
    assert saved.done_on is None


def test_an_empty_list_says_what_it_is_for(page: ActionPage) -> None:
    for action in page.desk.store.records(Action):
        page.desk.actions.delete(action.id)
    assert page.empty.title.text() == "No measures yet"
