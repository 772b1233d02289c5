"""The icons: Lucide line drawings tinted with a token, rendered at the screen's own resolution and cached."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from riskdesk.data import data_path
from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.theme import theme

_RATIOS = (1.0, 1.25, 1.5, 2.0)


@cache
def icon_names() -> frozenset[str]:
    """All names that `icon` knows."""
    return frozenset(file.stem for file in data_path("icons").glob("*.svg"))


@cache
def _svg(name: str) -> str:
    return (data_path("icons") / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, solid: bool = False) -> QPixmap:
    """The icon `name` in `colour` ('#rrggbb'), `size` logical pixels square; raises FileNotFoundError if unknown.

    `solid` fills its outlines, for signs of 12 px.
    """
    side = max(1, round(size * ratio))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    source = _svg(name).replace("currentColor", colour)
    if solid:
        source = source.replace('fill="none"', f'fill="{colour}"')
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, solid: bool = False) -> None:
    """Draw the icon centred in `rect`, as large as its shorter side, on whole device pixels."""
    ratio = painter.device().devicePixelRatioF()
    side = round(min(rect.width(), rect.height()))
    left = round((rect.x() + (rect.width() - side) / 2) * ratio) / ratio
    top = round((rect.y() + (rect.height() - side) / 2) * ratio) / ratio
    painter.drawPixmap(QRectF(left, top, side, side).topLeft(), pixmap(name, colour.name(), side, ratio, solid))


def icon(name: str, size: int = 16, colours: Colours | None = None) -> QIcon:
    """A QIcon for menus and plain buttons, with its disabled and active shades, in the scheme now in use."""
    scheme = colours or theme().colours
    side = theme().px(size)
    made = QIcon()
    shades = {QIcon.Mode.Normal: scheme.text2, QIcon.Mode.Active: scheme.text,
              QIcon.Mode.Selected: scheme.text, QIcon.Mode.Disabled: scheme.text3}  # fmt: skip
    for mode, colour in shades.items():
        for ratio in _RATIOS:
            made.addPixmap(pixmap(name, colour, side, ratio), mode)
    return made


class _Keeper(QObject):
    """Gives its parent the icon again when the theme changes."""

    def __init__(self, owner: QAction | QAbstractButton, name: str, size: int) -> None:
        super().__init__(owner)
        self.setObjectName("icon keeper")
        self._owner, self._name, self._size = owner, name, size
        theme().changed.connect(self.give)
        self.give()

    @Slot()
    def give(self) -> None:
        self._owner.setIcon(icon(self._name, self._size))
        if isinstance(self._owner, QAbstractButton):
            self._owner.setIconSize(QSize(theme().px(self._size), theme().px(self._size)))


def keep_icon(owner: QAction | QAbstractButton, name: str, size: int = 16) -> None:
    """Set an icon that follows the theme on an action or a plain button; a later call replaces it."""
    for old in owner.findChildren(QObject, "icon keeper", Qt.FindChildOption.FindDirectChildrenOnly):
        old.setParent(None)
        old.deleteLater()
    _Keeper(owner, name, size)
