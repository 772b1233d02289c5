"""Pages are made while nobody is at the keys, and not while somebody is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui import warm_up
from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.warm_up import WarmUp
from riskdesk.gui.window import MainWindow


def test_every_page_is_made_and_none_is_shown(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "REST_MS", 20)
    shown = window.current
    made = WarmUp(window, qapp)
    qtbot.waitUntil(lambda: not made._timer.isActive(), timeout=20_000)
    assert window.pages.keys() == {entry.KEY for entry in PAGES}
    assert window.current is shown


def test_whoever_types_is_not_held_up(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "REST_MS", 400)
    before = len(window.pages)
    WarmUp(window, qapp)
    for _ in range(15):
        qtbot.keyClick(window, Qt.Key.Key_Shift)
        qtbot.wait(40)
    assert len(window.pages) == before
    qtbot.waitUntil(lambda: len(window.pages) > before)
