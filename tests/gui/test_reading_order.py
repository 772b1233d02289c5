"""Tab goes as the eye does, and everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.risks.page import RiskPage
from riskdesk.gui.reading_order import stops
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.grade import GradePicker
from riskdesk.gui.window import MainWindow


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def round_trip(window: MainWindow, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the focus comes back to where it was."""
    seen = [focus()]
    for _ in range(300):
        qtbot.keyClick(focus(), key)
        if focus() is seen[0]:
            return seen
        assert focus() not in seen
        seen.append(focus())
    raise AssertionError("Tab never came back")


@pytest.mark.parametrize("key", [entry.KEY for entry in PAGES])
def test_tab_reaches_everything_and_comes_back(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.go_to(key)
    QApplication.processEvents()
    next(stops(window)).setFocus()
    forth = round_trip(window, qtbot)
    assert set(forth) == set(stops(window))
    back = round_trip(window, qtbot, Qt.Key.Key_Backtab)
    assert back == [forth[0], *reversed(forth[1:])]


def test_from_the_search_over_the_filters_to_the_list_and_its_record(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("case")
    page = window.current
    assert isinstance(page, ListPage)
    page.focus_search()
    seen = round_trip(window, qtbot)
    chips = [seen.index(chip) for chip in page.bar.findChildren(Chip) if chip.isVisible()]
    table = seen.index(page.table)
    inside = [place for place, widget in enumerate(seen) if page.detail.isAncestorOf(widget)]
    assert max(chips) < table < min(inside)
    tops = [seen[place].mapTo(page, seen[place].rect().topLeft()).y() for place in chips]
    assert tops == sorted(tops)


def test_a_risk_is_scored_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.table.setFocus()
    page.score("current")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), GradePicker) and focus().isVisible())
    qtbot.keyClicks(focus(), "4")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert isinstance(focus(), GradePicker)
    qtbot.keyClicks(focus(), "5")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "the pump room again")
    qtbot.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    score = page.detail.record.current.score  # type: ignore[union-attr]
    assert (score.likelihood, score.severity) == (4, 5)
