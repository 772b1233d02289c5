"""What all widgets that paint themselves share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.theme import colours_of

_LOOKS = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}


class Looks:
    """Takes new sizes and colours when the theme changes."""

    @property
    def colours(self) -> Colours:
        """The scheme to paint with."""
        return colours_of(self)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _LOOKS:
            self.updateGeometry()  # type: ignore[attr-defined]
            self.update()  # type: ignore[attr-defined]
        super().changeEvent(event)  # type: ignore[misc]


class Painted(Looks, QWidget):
    """A widget that paints itself."""


class PaintedButton(Looks, QAbstractButton):
    """The same for what can be pressed, by Enter as by Space; hovering repaints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter_presses = True
        """False leaves Enter to the form around: what is only ticked or chosen there does not end it."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not bare or not self.enter_presses:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def drop_later(thing: QObject) -> None:
    """Take a widget out of sight now and delete it when the event in hand is over."""
    if isinstance(thing, QWidget):
        thing.hide()
    thing.setParent(None)
    thing.deleteLater()
