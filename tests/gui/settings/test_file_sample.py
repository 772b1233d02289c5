"""The sample office is found where a file is opened, and by Ctrl+K from any page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.settings.file import FileSection
from riskdesk.gui.window import MainWindow


def test_the_sample_is_opened_from_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    window.open_list("settings", {"section": ("file",)})
    section = window.findChild(FileSection)
    assert section.sample.text() == "Look at a sample office"
    with qtbot.waitSignal(window.session.restart_wanted, timeout=20_000):
        qtbot.mouseClick(section.sample, Qt.MouseButton.LeftButton)
    assert Path(window.session.settings.last_file).name == "sample-office.riskdesk"


def test_the_sample_is_offered_on_every_page(window: MainWindow) -> None:
    for key in ("risk", "settings"):
        window.go_to(key)
        assert "action:starter.load_sample" in [option.key for option in window.commands.rows("sample")]
