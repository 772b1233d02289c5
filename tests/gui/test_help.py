"""F1: every key stands on one line with what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui.help import HelpPanel
from riskdesk.gui.widgets.label import KeyPill, Label
from riskdesk.gui.window import MainWindow


def test_keys_and_words_stand_on_one_line(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("print")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    for _ in range(3):
        QApplication.processEvents()
    panel = window.findChild(HelpPanel)
    assert panel is not None
    keys = [pill.geometry() for pill in panel.findChildren(KeyPill) if pill.isVisible()]
    told = [label for label in panel.findChildren(Label) if label.isVisible() and not label.property("bold")]
    words = [label.geometry() for label in told]
    assert len(keys) == len(words) > 8
    for key, word in zip(keys, words, strict=True):
        assert abs(key.center().y() - word.center().y()) <= 1
