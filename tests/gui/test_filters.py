"""The filter bar: what a number elsewhere counts is shown, visible and removable, at every width of the window."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.case import Case
from riskdesk.gui.pages.filters import FilterBar
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.overview.figures import _BEHIND, _OVERDUE
from riskdesk.gui.pages.reviews.topic_list import LISTS
from riskdesk.gui.widgets.ticks import TickMenu
from riskdesk.gui.window import MainWindow

EMITTED = [*_BEHIND.values(), *_OVERDUE.values(), *LISTS.values(), ("drill", {"site": ("x",), "quarter": ("on",)}),
           ("risk", {"cell": ("3x4",)}), ("risk", {"level": ("red", "yellow"), "status": ("open",)}),
           ("complaint", {"risk": ("x",)})]  # fmt: skip
"""Every list that another page asks for."""
PAGES = ("risk", "case", "incident", "drill", "action", "playbook", "contract", "regulation", "complaint")


def bar_of(window: MainWindow) -> FilterBar:
    page = window.current
    assert isinstance(page, ListPage)
    return page.bar


@pytest.mark.parametrize(("page", "filters"), EMITTED, ids=[f"{page}-{'-'.join(f)}" for page, f in EMITTED])
def test_a_list_behind_a_number_shows_its_filters_and_they_can_be_removed(
    window: MainWindow, qtbot: QtBot, page: str, filters: dict[str, tuple[str, ...]]
) -> None:
    window.session.list_wanted.emit(page, filters)
    bar = bar_of(window)
    assert dict(bar.sight.filters) == filters
    assert set(filters) <= {spec.key for spec in bar.filters}
    bar.conditions()
    QApplication.processEvents()
    for key in filters:
        chip = bar._chips[key] if not (page == "case" and key == "family") else None
        assert chip is not None
        assert chip.isVisible()
        assert chip._on()
        if chip.isCheckable():
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(chip, Qt.Key.Key_Delete)
        assert bar.sight.values(key) == ()
    assert bar.sight.filters == ()


def test_every_page_that_asks_for_a_list_is_known_here() -> None:
    root = Path(i18n.__file__).parent / "gui"
    askers = {file.stem for file in root.rglob("*.py") if re.search(r"list_wanted\.emit\(", file.read_text("utf-8"))}
    assert askers - {"standing"} == {"figures", "charts", "topic_list", "links", "page"}


def test_the_new_cases_card_opens_the_cases_of_this_month(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    made = desk.cases.add(Case(title="本月新增", family="operational")).value
    window.go_to("overview")
    card = window.current.figures.cards["cases"]  # type: ignore[attr-defined]
    qtbot.waitUntil(card.isVisible)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    page = window.current
    assert isinstance(page, ListPage)
    assert page.KEY == "case"
    assert page.model.rowCount() == desk.cases.added_this_month() == 1
    assert page.bar._chips["added"].isVisible()
    assert made.number


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_overlaps_when_the_window_is_narrow(window: MainWindow, qtbot: QtBot, page: str, language: str) -> None:
    i18n.set_language(language)
    window.resize(900, 700)
    window.go_to(page)
    current = window.current
    if page == "drill":
        window.session.list_wanted.emit("drill", {})
    if page == "complaint":
        window.session.list_wanted.emit("complaint", {})
    assert isinstance(current, ListPage)
    settle()
    apart(current.bar)
    window.resize(1600, 900)
    settle()
    apart(current.bar)
    window.resize(900, 700)
    settle()
    assert window.width() == 900
    apart(current.bar)


def settle() -> None:
    """A change of width shows and hides chips, which asks for another round of the layout."""
    for _ in range(3):
        QApplication.processEvents()


def apart(bar: FilterBar) -> None:
    """What is visible of a bar stands beside each other, inside it and whole."""
    shown = [w for w in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if w.isVisible()]
    shown.sort(key=lambda widget: widget.x())
    assert bar.search in shown
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.geometry().left(), (left, right)
    assert all(bar.rect().contains(widget.geometry()) for widget in shown)
    assert bar.search.width() >= bar.search.minimumWidth()
    window = bar.window()
    assert bar.mapTo(window, QPoint(bar.width(), 0)).x() <= window.width()


def test_what_has_no_room_stands_behind_more_and_works_there(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 700)
    window.go_to("risk")
    bar = bar_of(window)
    settle()
    assert bar._chips["overdue"].isHidden()
    bar._more_menu.aboutToShow.emit()
    words = {action.text(): action for action in bar._more_menu.actions()}
    assert "Review overdue" in words
    words["Review overdue"].setChecked(True)
    assert bar.sight.values("overdue") == ("on",)
    settle()
    assert bar._chips["overdue"].isVisible()
    apart(bar)


@pytest.mark.parametrize("width", [1280, 900, 1900])
@pytest.mark.parametrize("page", ["risk", "case"])
def test_nothing_moves_while_one_types(window: MainWindow, qtbot: QtBot, page: str, width: int) -> None:
    window.resize(width, 800)
    window.go_to(page)
    bar = bar_of(window)
    settle()

    def places() -> dict[QWidget, QRect]:
        found = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return {widget: widget.geometry() for widget in found if widget.isVisible() and widget is not bar.clear_chip}

    before = places()
    bar.search.setFocus()
    for typed in ("电", "电梯", "电梯困", "电梯困xx", ""):
        bar.search.setText(typed)
        settle()
        qtbot.wait(10)
        assert places() == before
        assert bar.clear_chip.isVisible() is bool(typed)
        apart(bar)


def test_a_menu_of_values_stays_open_while_they_are_ticked(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1600, 800)
    window.go_to("risk")
    bar = bar_of(window)
    menu = bar._chips["level"].findChild(TickMenu)
    assert menu is not None
    menu.popup(QPoint(10, 10))
    red, yellow = menu.actions()[:2]
    for action in (red, yellow):
        qtbot.mouseMove(menu, menu.actionGeometry(action).center())
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert menu.isVisible()
    assert bar.sight.values("level") == ("red", "yellow")
    menu.setActiveAction(red)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert bar.sight.values("level") == ("yellow",)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
