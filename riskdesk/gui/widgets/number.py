"""A whole number within bounds, typed or turned by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSpinBox, QWidget

from riskdesk.gui.theme.theme import theme


class NumberBox(QSpinBox):
    """A spin box that looks like the other fields. The style sheet hides its buttons: with `NoButtons` Qt gives the
    line inside a width of 1 px."""

    def __init__(self, low: int, high: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setSuffix(suffix)
        side = theme().px(8)
        self.lineEdit().setTextMargins(side, 0, side, 0)

    def sizeHint(self) -> QSize:
        # As high as a line; Qt adds a frame of its own to that of the style sheet.
        return QSize(super().sizeHint().width(), theme().px(30) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
