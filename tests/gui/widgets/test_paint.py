"""Hairlines and tags are sharp at every scaling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from riskdesk.gui.theme.colours import LEVELS, LIGHT
from riskdesk.gui.widgets.paint import level_shape, line, paint_tag, tag_size


def canvas(ratio: float) -> QImage:
    made = QImage(round(80 * ratio), round(80 * ratio), QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor("white"))
    return made


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("at", [10, 11, 12, 13])
def test_a_hairline_is_whole_device_pixels(qapp: QApplication, ratio: float, at: int) -> None:
    image = canvas(ratio)
    painter = QPainter(image)
    line(painter, 0, at, 80, at, QColor("black"))
    painter.end()
    column = [image.pixelColor(5, y).lightness() for y in range(image.height())]
    assert set(column) == {0, 255}
    assert column.count(0) == max(1, int(ratio))


@pytest.mark.parametrize("level", LEVELS)
def test_levels_differ_in_shape_and_not_by_colour_alone(qapp: QApplication, level: str) -> None:
    drawn = {}
    for name in LEVELS:
        image = canvas(1.0)
        painter = QPainter(image)
        level_shape(painter, name, QRectF(10, 10, 40, 40), QColor("black"))
        painter.end()
        drawn[name] = image
    assert all(drawn[level] != drawn[name] for name in LEVELS if name != level)


def test_a_tag_is_as_wide_as_its_word_needs(qapp: QApplication) -> None:
    image = canvas(1.0)
    painter = QPainter(image)
    paint_tag(painter, QRectF(0, 0, 80, 36), "red", "红", LIGHT)
    painter.end()
    wide = round(tag_size("红").width())
    assert image.pixelColor(wide - 4, 18) == LIGHT["red_soft"]
    assert image.pixelColor(wide + 2, 18) == QColor("white")
