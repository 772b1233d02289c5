"""The family and the sizes of the type.

Families are named outright: Qt falls back by the system's language, not by our text, and would mix in SimSun or
Japanese shapes. Weights are two static files (400, 700); no italics in Chinese.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from riskdesk.data import data_path

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
BUNDLED = "Noto Sans SC"

SIZES = {"small": 9.0, "body": 10.5, "lead": 13.0, "title": 18.0, "figure": 28.0, "clock": 44.0}
"""Roles of type and their sizes in points at 100 % text."""


def choose_families() -> list[str]:
    """The families to set, best first; loads the bundled font, once, when no system font of the list is there."""
    found = [family for family in FAMILIES if QFontDatabase.hasFamily(family)]
    if not found and not QFontDatabase.hasFamily(BUNDLED):
        for file in sorted(data_path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    return [*found, BUNDLED]


def make_font(families: list[str], points: float, bold: bool = False) -> QFont:
    """A font of the family with figures of equal width (OpenType 'tnum')."""
    font = QFont()
    font.setFamilies(families)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
