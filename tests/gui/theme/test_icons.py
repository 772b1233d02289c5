"""Icons are tinted, sharp, and the whole program uses only names that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

import riskdesk.gui
from riskdesk.data import data_path
from riskdesk.gui.theme.colours import DARK, LIGHT
from riskdesk.gui.theme.icons import icon, icon_names, keep_icon, pixmap
from riskdesk.gui.theme.theme import theme


def strongest(name: str, colour: str, ratio: float = 1.0) -> tuple[int, int, int]:
    image = pixmap(name, colour, 16, ratio).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    best = max(points, key=lambda point: point.alpha())
    return best.red(), best.green(), best.blue()


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_draws_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert strongest(name, "#0F766E") == pytest.approx((0x0F, 0x76, 0x6E), abs=3)


def test_icons_are_rendered_at_the_resolution_of_the_screen(qapp: QApplication) -> None:
    sharp = pixmap("risk", "#000000", 16, 1.5)
    assert sharp.size() == QSize(24, 24)
    assert sharp.devicePixelRatio() == 1.5


def test_unknown_names_are_told(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no such icon", "#000000", 16)


def test_kept_icons_follow_the_theme(qapp: QApplication) -> None:
    action = QAction()
    theme().choose("light")
    keep_icon(action, "print")
    keep_icon(action, "search")
    light = action.icon().pixmap(16, 16).toImage()
    theme().choose("dark")
    assert action.icon().pixmap(16, 16).toImage() != light
    theme().choose("light")
    assert action.icon().pixmap(16, 16).toImage() == light == icon("search", colours=LIGHT).pixmap(16, 16).toImage()
    assert light != icon("search", colours=DARK).pixmap(16, 16).toImage()


def test_the_licence_of_the_icons_is_there() -> None:
    assert "ISC License" in (data_path("icons") / "LICENSE").read_text(encoding="utf-8")


def test_icons_named_in_the_code_exist() -> None:
    package = Path(riskdesk.gui.__file__).parent
    named: set[str] = set()
    for file in package.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for call in ("paint_icon\\(\\s*\\w+, ", "IconButton\\(\\s*", "EmptyState\\(\\s*", "[( ]icon=", "icon\\("):
            named.update(re.findall(call + r'"([a-z][a-z-]*)"', text))
    assert named
    assert named <= icon_names(), named - icon_names()
