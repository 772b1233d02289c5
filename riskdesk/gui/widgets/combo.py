"""A choice from a short fixed list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import repolish


class Combo(QComboBox):
    """A combo box in the look of the other fields. The wheel scrolls the page and changes nothing by accident.

    While nothing is chosen the placeholder is as quiet as that of a line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.currentIndexChanged.connect(self._look)

    @Slot(int)
    def _look(self, place: int) -> None:
        self._set_quiet(place < 0 and bool(self.placeholderText()))

    def _set_quiet(self, quiet: bool) -> None:
        if quiet != bool(self.property("unset")):
            self.setProperty("unset", quiet)
            repolish(self)

    def showPopup(self) -> None:
        # The list is painted in the colour of the field, and nothing in it is to look as if it could not be chosen.
        self._set_quiet(False)
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._look(self.currentIndex())

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self._look(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(16)
        place = QRectF(self.width() - side - theme().px(8), 0, side, self.height())
        paint_icon(QPainter(self), "chevron-down", place, colours_of(self)["text2"])
