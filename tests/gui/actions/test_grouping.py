"""Measures in groups: whose they are, where, and the month in which they are due."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Department, Person, Site
from riskdesk.gui.pages.actions import ActionPage
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> ActionPage:
    desk = window.session.desk
    for action in desk.store.records(Action):
        desk.actions.delete(action.id)
    add = desk.directory.add
    someone, office = add(Person(name="陈立")).value, add(Department(name="秩序部")).value
    site = add(Site(code="BJ", name="滨江壹号")).value
    for title, due in (("一", "2027-01-31"), ("二", "2026-12-01"), ("三", "2027-01-01"), ("四", None)):
        day = dt.date.fromisoformat(due) if due else None
        desk.actions.add(Action(title=title, due=day, owner_id=someone.id if due else ""))
    desk.actions.add(Action(title="五", department_id=office.id, site_id=site.id))
    window.go_to("action")
    page = window.current
    assert isinstance(page, ActionPage)
    page.bar.set_sight(Sight())
    return page


def group(page: ActionPage, words: str) -> list[tuple[str, int]]:
    """Choose from the menu of groups; returns the heads."""
    menu = page.groups._menu
    assert menu is not None
    assert menu.menuAction() in page.head._extra
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()
    return [(head.words, head.count) for head in page.model.heads()]


def test_by_the_month_in_which_they_are_due(page: ActionPage, qtbot: QtBot) -> None:
    assert group(page, "Due") == [("December 2026", 1), ("January 2027", 2), ("No due date", 2)]
    assert page.sub_text().startswith("5 ")
    titles = [page.model.columns.index(column) for column in page.model.columns if column.key == "title"]
    shown = [page.model.index(row, titles[0]).data() for row in range(page.model.rowCount())]
    assert [title for title in shown if title] == ["二", "三", "一", "四", "五"]
    last = page.model.row_of(page.desk.store.row_number("action", page.model.id_at(shown.index("一"))) or 0)
    assert last == shown.index("一")
    i18n.set_language("zh")
    page.groups.group_by("")
    page.groups.group_by("due")
    assert [head.words for head in page.model.heads()][:2] == ["2026 年 12 月", "2027 年 1 月"]


def test_by_owner_department_and_site(page: ActionPage) -> None:
    assert group(page, "Owner") == [("陈立", 3), ("No owner", 2)]
    assert group(page, "Department") == [("秩序部", 1), ("No department", 4)]
    assert group(page, "Site and place") == [("滨江壹号", 1), ("No site", 4)]
    assert group(page, "No groups") == []


def test_names_come_in_the_order_of_their_pinyin(page: ActionPage) -> None:
    for name in ("赵鹏", "孙浩", "宋涛", "高峰"):
        owner = page.desk.directory.add(Person(name=name)).value
        page.desk.actions.add(Action(title=name, owner_id=owner.id))
    assert [words for words, _ in group(page, "Owner")] == ["陈立", "高峰", "宋涛", "孙浩", "赵鹏", "No owner"]
