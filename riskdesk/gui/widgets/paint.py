"""Drawing that several widgets share: rounded grounds, focus rings, level shapes and tags, key pills."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.sheet import TONES
from riskdesk.gui.theme.theme import theme
from riskdesk.i18n import tr

SHAPES = {"red": "triangle", "yellow": "diamond", "blue": "disc"}
"""The shape of each level, so that colour never speaks alone."""


_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


WRAP = int(Qt.TextFlag.TextWordWrap)
"""Wrap as Chinese wants it: no 。 at the start of a line. Give the text through `breakable`."""

_LONG_RUN = re.compile(r"[!-~]{25,}")


def breakable(text: str) -> str:
    """`text` in which long Latin runs may break too, at zero-width spaces."""
    return _LONG_RUN.sub(lambda run: "\u200b".join(run[0][i : i + 8] for i in range(0, len(run[0]), 8)), text)


def level_word(level: str) -> str:
    """The word of a level key in the language in use."""
    return {"red": tr("Red"), "yellow": tr("Yellow"), "blue": tr("Blue")}[level]


def rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None = None, pen: float = 1
) -> None:
    """A filled and/or outlined rounded rectangle; the outline lies wholly inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(border, pen))
        rect = rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def line(painter: QPainter, x1: float, y1: float, x2: float, y2: float, colour: QColor) -> None:
    """A hairline, horizontal or vertical, in whole device pixels: sharp and even at 125 % and 150 % scaling too."""
    device = painter.deviceTransform()
    scale = max(device.m11(), 1.0)
    thick = max(1, int(scale)) / scale
    if y1 == y2:
        top = (round(y1 * device.m22() + device.dy()) - device.dy()) / device.m22()
        painter.fillRect(QRectF(x1, top, x2 - x1, thick), colour)
    else:
        left = (round(x1 * device.m11() + device.dx()) - device.dx()) / device.m11()
        painter.fillRect(QRectF(left, y1, thick, y2 - y1), colour)


def shows_focus(widget: QWidget) -> bool:
    """Whether to draw the focus ring: focus, and the last move of focus was by keyboard."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, colours: Colours) -> None:
    """The ring around what has the keyboard: accent, with a gap of the ground so that it shows on accent too."""
    rounded(painter, rect, radius, None, colours["accent"], 2)
    rounded(painter, rect.adjusted(2, 2, -2, -2), max(1.0, radius - 2), None, colours["surface"], 1)


def level_shape(painter: QPainter, level: str, rect: QRectF, colour: QColor) -> None:
    """Triangle, diamond or disc, centred in `rect`."""
    side = min(rect.width(), rect.height())
    middle = rect.center()
    half = side / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    shape = SHAPES[level]
    if shape == "triangle":
        top, bottom = middle.y() - half * 0.92, middle.y() + half * 0.86
        points = [(middle.x(), top), (middle.x() + half, bottom), (middle.x() - half, bottom)]
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
    elif shape == "diamond":
        points = [(0, -half), (half, 0), (0, half), (-half, 0)]
        painter.drawPolygon(QPolygonF([middle + QPointF(*point) for point in points]))
    else:
        painter.drawEllipse(middle, half * 0.94, half * 0.94)
    painter.restore()


def tag_size(text: str, small: bool = False) -> QSizeF:
    """Size of a level tag with this word."""
    px = theme().px
    metrics = QFontMetricsF(theme().font("small" if small else "body", bold=True))
    shape = metrics.ascent() * 0.8
    return QSizeF(px(8) + shape + px(4) + metrics.horizontalAdvance(text) + px(8), metrics.height() + px(2))


def paint_tag(painter: QPainter, rect: QRectF, level: str, text: str, colours: Colours, small: bool = False) -> None:
    """A level tag: shape and word on the level's soft ground, at the left of `rect` and centred in its height."""
    px = theme().px
    font = theme().font("small" if small else "body", bold=True)
    metrics = QFontMetricsF(font)
    size = tag_size(text, small)
    box = QRectF(
        rect.x(), rect.y() + (rect.height() - size.height()) / 2, min(size.width(), rect.width()), size.height()
    )
    rounded(painter, box, 4, colours[f"{level}_soft"])
    shape = metrics.ascent() * 0.8
    level_shape(painter, level, QRectF(box.x() + px(8), box.y(), shape, box.height()), colours[level])
    words = box.adjusted(px(8) + shape + px(4), 0, -px(4), 0)
    put_text(painter, words, text, font, colours[level])


def put_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """One line of text, centred in height, elided where it does not fit; returns the width it took."""
    metrics = QFontMetricsF(font)
    shown, wide = text, metrics.horizontalAdvance(text)
    if wide > rect.width() + 0.5:
        shown = metrics.elidedText(text, elide, rect.width())
        wide = metrics.horizontalAdvance(shown)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align.value | _ONE_LINE, shown)
    return wide


def key_pill_width(key: str) -> float:
    """Width of a key hint such as 'Ctrl+N'."""
    return QFontMetricsF(theme().font("small")).horizontalAdvance(key) + theme().px(10)


def paint_key_pill(
    painter: QPainter, rect: QRectF, key: str, colours: Colours, text: QColor | None = None, framed: bool = True
) -> None:
    """A key hint in a small frame at the left of `rect`; without frame it is only small text."""
    font = theme().font("small")
    height = QFontMetricsF(font).height() + theme().px(2)
    box = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, key_pill_width(key), height)
    if framed:
        rounded(painter, box, 4, colours["surface2"], colours["border"])
    put_text(painter, box, key, font, text or colours["text3"], Qt.AlignmentFlag.AlignHCenter)


def tone_colour(colours: Colours, tone: str) -> QColor:
    """The colour of a tone name of `riskdesk.gui.theme.sheet.TONES`."""
    return colours[TONES[tone]]


def repolish(widget: QWidget) -> None:
    """Let the stylesheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
