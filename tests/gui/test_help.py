"""F1: every key stands on one line with what it does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.help import HelpPanel
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.label import KeyPill, Label
from riskdesk.gui.window import MainWindow


def foot_of_letters(panel: QWidget, widget: QWidget, inset: int) -> int:
    """The lowest row of the panel in which something is written inside a widget, whose frame is `inset` wide."""
    box = QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size()).adjusted(inset, inset, -inset, -inset)
    picture = panel.grab(box).toImage()
    ground = picture.pixelColor(0, picture.height() // 2)
    places = [(x, y) for y in range(picture.height()) for x in range(picture.width())]
    rows = [y for x, y in places if _far(picture.pixelColor(x, y), ground)]
    return box.top() + max(rows)


def _far(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 40


@pytest.mark.parametrize("scale", [100, 125])
def test_keys_and_words_stand_on_one_line(window: MainWindow, qtbot: QtBot, scale: int) -> None:
    theme().set_scale(scale)
    window.go_to("print")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    for _ in range(3):
        QApplication.processEvents()
    panel = window.findChild(HelpPanel)
    assert panel is not None
    told = {label.text(): label for label in panel.findChildren(Label)}
    keys = {pill.accessibleName(): pill for pill in panel.findChildren(KeyPill)}
    # None of these words has a letter that reaches below the line.
    for key, words in (("Ctrl+P", "Print"), ("Ctrl+Z", "Undo"), ("Esc", "Back")):
        foot = foot_of_letters(panel, keys[key], theme().px(4))
        assert abs(foot - foot_of_letters(panel, told[words], 0)) <= 1, (key, scale)
    theme().set_scale(100)
