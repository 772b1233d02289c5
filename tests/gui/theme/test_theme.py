"""The theme applies colours and sizes at once, and dark parts stay dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.theme.colours import DARK, LIGHT
from riskdesk.gui.theme.fonts import SIZES, choose_families
from riskdesk.gui.theme.theme import Theme, colours_of, force_dark, theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import Label


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    made = theme()
    made.choose("light")
    made.set_scale(100)
    yield made
    made.choose("light")
    made.set_scale(100)


def colour_at(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


def test_there_is_one_theme(look: Theme) -> None:
    assert theme() is look


def test_choosing_dark_repaints_what_is_shown(look: Theme, qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(100, 60)
    card.show()
    assert colour_at(card, 50, 30) == LIGHT["surface"]
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert colour_at(card, 50, 30) == DARK["surface"]


def test_choosing_the_same_again_changes_nothing(look: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.choose("light")


def test_text_scale_enlarges_fonts_and_lengths(look: Theme, qtbot: QtBot) -> None:
    label = Label("到场", "lead")
    qtbot.addWidget(label)
    label.show()
    small, length = label.fontMetrics().height(), look.px(36)
    look.set_scale(150)
    assert label.fontMetrics().height() >= small * 1.4
    assert look.px(36) == round(length * 1.5)


def test_unknown_scales_are_refused(look: Theme) -> None:
    with pytest.raises(ValueError, match="110"):
        look.set_scale(110)


@pytest.mark.parametrize("role", list(SIZES))
def test_roles_have_their_sizes(look: Theme, role: str) -> None:
    assert look.font(role).pointSizeF() == pytest.approx(look.points(role))


def test_a_forced_part_is_dark_in_a_light_window(look: Theme, qtbot: QtBot) -> None:
    window, room = QWidget(), QWidget()
    qtbot.addWidget(window)
    room.setParent(window)
    force_dark(room)
    card = Card(parent=room)
    line = LineEdit(parent=card)
    card.body.addWidget(line)
    QVBoxLayout(room).addWidget(card)
    QVBoxLayout(window).addWidget(room)
    outside = QLabel("x", window)
    window.resize(300, 200)
    window.show()
    assert colours_of(line) is DARK
    assert colours_of(outside) is LIGHT
    assert colour_at(line, line.width() // 2, line.height() // 2).lightness() < 60


def test_a_font_with_chinese_is_there(look: Theme) -> None:
    families = choose_families()
    assert any(QFontDatabase.hasFamily(family) for family in families)
    assert QApplication.font().families()[: len(families)] == families
