"""Large text in a small window: in the console and the report form nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.incident import Incident
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from tests.conftest import Clock
from tests.gui.incidents.conftest import enter, tick


@pytest.fixture(autouse=True, params=["en", "zh"])
def _large_text(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    i18n.set_language(request.param)
    theme().set_scale(150)
    yield
    theme().set_scale(100)


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _scroll_to(widget: QWidget) -> None:
    inside: QWidget | None = widget
    while inside is not None:
        if isinstance(inside, QScrollArea):
            inside.ensureWidgetVisible(widget)
        inside = inside.parentWidget()


def _can_be_reached(widget: QWidget) -> bool:
    _scroll_to(widget)
    return _whole(widget)


def _buttons(place: QWidget) -> list[QAbstractButton]:
    return [button for button in place.findChildren(QAbstractButton) if button.isVisible()]


def test_every_button_of_the_console_is_whole_and_in_reach_while_it_rings(
    console: Console, page: IncidentPage, clock: Clock, qtbot: QtBot
) -> None:
    tick(page, clock, 240)
    assert console.alarm.isVisible()
    buttons = _buttons(console)
    assert console.now.no.width() >= console.now.no.sizeHint().width() - theme().px(12)
    phrases = {action.text() for action in console.log.actions_of_keys}
    assert phrases <= {button.text().partition(" ")[2] for button in buttons}
    qtbot.waitUntil(lambda: all(_can_be_reached(button) for button in buttons))
    for row in console.phones.rows():
        assert _can_be_reached(row)
    for one, other in combinations(_buttons(console.log), 2):
        assert not one.geometry().intersects(other.geometry()) or one.parent() is not other.parent()


@pytest.mark.usefixtures("short_rest")
def test_the_clock_is_whole_while_it_rings(console: Console, page: IncidentPage, clock: Clock, qtbot: QtBot) -> None:
    enter(console, qtbot)
    tick(page, clock, 240)
    assert console.last.isVisible()
    shown = console.clock.time
    qtbot.waitUntil(lambda: _whole(shown))
    assert shown.height() >= shown.sizeHint().height()


def test_another_playbook_is_in_the_menu_of_the_head(
    console: Console, running: Incident, session: Session, qtbot: QtBot
) -> None:
    assert _whole(console.head.more)
    qtbot.mouseClick(console.head.more, Qt.MouseButton.LeftButton)
    action = next(a for a in console.head.more._menu.actions() if a.objectName() == "incidents.choose_playbook")  # type: ignore[union-attr]
    assert action.isVisible()
    console.head.more._menu.close()  # type: ignore[union-attr]
    action.trigger()
    assert console.place.ask is not None


def test_the_report_form_begins_the_response_without_scrolling(page: IncidentPage, qtbot: QtBot) -> None:
    page.window().resize(1280, 730)  # less what the system has at the edges of the screen
    page.report()
    form = page.form
    form.what.setText("3 栋电梯困人")
    form.suggest()
    qtbot.wait(100)
    assert _whole(form.ok)
    qtbot.waitUntil(lambda: all(_can_be_reached(button) for button in _buttons(form)))


def test_the_buttons_of_the_report_form_stand_right_below_it_where_there_is_room(
    page: IncidentPage, qtbot: QtBot
) -> None:
    theme().set_scale(100)
    page.window().resize(1900, 1060)
    page.report()
    form = page.form
    qtbot.waitUntil(lambda: form._fields.verticalScrollBar().maximum() == 0)
    assert form.ok.geometry().top() - form._fields.geometry().bottom() < 20


def test_the_clock_goes_above_the_phones_and_back_with_the_width_of_the_window(
    console: Console, page: IncidentPage, qtbot: QtBot
) -> None:
    for width, below in ((2400, console.phones), (1280, console.log), (2400, console.phones)):
        page.window().resize(width, 1000)
        qtbot.wait(50)
        clock, card = console.clock, below
        assert clock.isVisible()
        assert clock.mapTo(console, clock.rect().bottomLeft()).y() < card.mapTo(console, card.rect().topLeft()).y()
        assert clock.mapTo(console, clock.rect().topLeft()).x() == card.mapTo(console, card.rect().topLeft()).x()
