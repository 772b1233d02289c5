"""The one table of colours; everything else refers to it by name.

Red, yellow and blue belong to levels and time limits alone, so the accent is teal. `text3` is under WCAG AA: only for
what one can do without.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colours:
    """One scheme. Fields hold '#rrggbb'; `colours["red"]` is the same as a QColor."""

    name: str
    window: str
    surface: str
    surface2: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    selected: str
    red: str
    red_soft: str
    yellow: str
    yellow_soft: str
    blue: str
    blue_soft: str
    chart_yellow: str
    chart_red: str
    shadow: str

    @property
    def dark(self) -> bool:
        """Whether this is the dark scheme."""
        return self.name == "dark"

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        values = {field: getattr(self, field) for field in self.__dataclass_fields__ if field != "name"}
        return {field: QColor(value) for field, value in values.items()}

    def __getitem__(self, token: str) -> QColor:
        return self._colours[token]


LIGHT = Colours(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    surface2="#F0F2F5",
    border="#E2E6EB",
    border_strong="#C3CAD4",
    text="#1B2430",
    text2="#566272",
    text3="#8791A0",
    accent="#0F766E",
    accent_hover="#0C635C",
    accent_soft="#E3F3F1",
    on_accent="#FFFFFF",
    selected="#E6F4F2",
    red="#B42318",
    red_soft="#FDECEA",
    yellow="#8A5A00",
    yellow_soft="#FFF3D1",
    blue="#1D5FC2",
    blue_soft="#E7F0FD",
    chart_yellow="#E5A50A",
    chart_red="#B42318",
    shadow="#1B2430",
)

DARK = Colours(
    name="dark",
    window="#12161C",
    surface="#1A2028",
    surface2="#222A34",
    border="#2E3743",
    border_strong="#465261",
    text="#E7EBF1",
    text2="#A3AEBC",
    text3="#75818F",
    accent="#45C4B4",
    accent_hover="#5FD3C4",
    accent_soft="#143A37",
    on_accent="#0B1F1C",
    selected="#173733",
    red="#FF8A80",
    red_soft="#3B1C1D",
    yellow="#F3C552",
    yellow_soft="#382D12",
    blue="#86B6FF",
    blue_soft="#172A4B",
    chart_yellow="#F3C552",
    chart_red="#FF8A80",
    shadow="#000000",
)

LEVELS = ("red", "yellow", "blue")
"""The level keys; each is also a token, with its `_soft` ground."""


def contrast(one: str | QColor, other: str | QColor) -> float:
    """WCAG 2.1 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    channels = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
