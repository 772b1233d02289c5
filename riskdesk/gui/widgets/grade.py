"""Choosing a grade (likelihood, severity, a level) with words beside each value."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import WRAP, breakable, level_shape, put_text, rounded, shows_focus

_GAP, _BESIDE, _LINES = 6, 4, 2
"""Px at 100 % between grades; px beside a word; lines of a word while all grades stand in one row."""


class Grade(NamedTuple):
    """One value: what stands large, the word under it, and what it means in a sentence."""

    value: Any
    mark: str
    word: str
    detail: str = ""
    level: str = ""
    """A level key paints its shape and colours in place of the mark."""


class GradePicker(Painted):
    """The grades side by side, the sentence of the chosen one below. Left and Right move, figures choose.

    Words stand whole: they wrap, and where even that is too narrow the grades stand in two rows.
    """

    changed = Signal(object)
    """The value chosen."""

    def __init__(self, name: str, grades: Sequence[Grade], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._grades = name, list(grades)
        self._chosen, self._hover = -1, -1
        self._explains = any(grade.detail for grade in grades)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def value(self) -> Any:
        """The value chosen, None for none yet."""
        return self._grades[self._chosen].value if self._chosen >= 0 else None

    def set_value(self, value: Any) -> None:
        """Show a choice, or None; emits nothing."""
        self._chosen = next((place for place, grade in enumerate(self._grades) if grade.value == value), -1)
        self._tell()

    def _tell(self) -> None:
        if self._chosen >= 0:
            grade = self._grades[self._chosen]
            self.setAccessibleDescription(" ".join(filter(None, (grade.mark, grade.word, grade.detail))))
        self.update()

    def _choose(self, place: int) -> None:
        if place != self._chosen:
            self._chosen = place
            self._tell()
            self.changed.emit(self._grades[place].value)

    def _layout(self) -> tuple[int, int]:
        """How many grades stand side by side, and of how many lines the longest word is then."""
        count = len(self._grades)
        lines, fits = self._lines(self._wide(count))
        if fits and lines <= _LINES:
            return count, lines
        half = ceil(count / 2)
        return half, self._lines(self._wide(half))[0]

    def _wide(self, abreast: int) -> float:
        whole = self.width() if self.width() > 120 else theme().px(320)
        return (whole - theme().px(_GAP) * (abreast - 1)) / max(1, abreast)

    def _lines(self, wide: float) -> tuple[int, bool]:
        """Lines of the longest word in a cell so wide, and whether no line is wider than the cell."""
        small, room = QFontMetricsF(theme().font("small")), wide - 2 * _BESIDE
        boxes = [small.boundingRect(QRectF(0, 0, room, 1e6), WRAP, breakable(grade.word)) for grade in self._grades]
        lines = max((round(box.height() / small.lineSpacing()) for box in boxes), default=1)
        return max(1, lines), all(box.width() <= room for box in boxes)

    def _cell_height(self, lines: int) -> int:
        return theme().px(50) + ceil((lines - 1) * QFontMetricsF(theme().font("small")).lineSpacing())

    def _cells_height(self) -> int:
        abreast, lines = self._layout()
        rows = ceil(len(self._grades) / max(1, abreast))
        return rows * self._cell_height(lines) + max(0, rows - 1) * theme().px(_GAP)

    def _cell(self, place: int) -> QRectF:
        abreast, lines = self._layout()
        row, column = divmod(place, abreast)
        wide, high, gap = self._wide(abreast), self._cell_height(lines), theme().px(_GAP)
        return QRectF(round(column * (wide + gap)), row * (high + gap), int(wide), high)

    def _place_at(self, event: QMouseEvent) -> int:
        places = range(len(self._grades))
        return next((place for place in places if self._cell(place).contains(event.position())), -1)

    def _detail_height(self) -> float:
        small = QFontMetricsF(theme().font("small"))
        box = QRectF(0, 0, self.width() if self.width() > 120 else theme().px(320), 1e6)
        heights = (
            small.boundingRect(box, WRAP, breakable(grade.detail)).height() for grade in self._grades if grade.detail
        )
        return max(heights, default=0.0)

    def sizeHint(self) -> QSize:
        height = self._cells_height() + (theme().px(6) + self._detail_height() if self._explains else 0)
        return QSize(theme().px(64) * len(self._grades), ceil(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(44) * len(self._grades), self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        if place != self._hover:
            self._hover = place
            grade = self._grades[place] if place >= 0 else None
            QToolTip.showText(event.globalPosition().toPoint(), grade.detail or grade.word if grade else "", self)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        typed = [place for place, grade in enumerate(self._grades) if event.text() and grade.mark == event.text()]
        if step is not None:
            start = self._chosen if self._chosen >= 0 or step > 0 else len(self._grades)
            self._choose(max(0, min(len(self._grades) - 1, start + step)))
        elif typed:
            self._choose(typed[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(len(self._grades)):
            self._paint_cell(painter, place)
        shown = self._hover if self._hover >= 0 else self._chosen
        if self._explains and shown >= 0:
            top = self._cells_height() + theme().px(6)
            painter.setFont(theme().font("small"))
            painter.setPen(self.colours["text2"])
            box = QRectF(0, top, self.width(), self.height() - top)
            painter.drawText(box, WRAP, breakable(self._grades[shown].detail))

    def _paint_cell(self, painter: QPainter, place: int) -> None:
        px = theme().px
        c = self.colours
        grade, cell = self._grades[place], self._cell(place)
        chosen = place == self._chosen
        ground, ink = "surface2" if place == self._hover else "surface", "text"
        if chosen:
            ground, ink = "accent_soft", "accent"
        if grade.level and chosen:
            ground, ink = f"{grade.level}_soft", grade.level
        border = c["red"] if self.property("invalid") else c[ink] if chosen else c["border"]
        rounded(painter, cell, 6, c[ground], border, 2 if chosen else 1)
        upper = QRectF(cell.x() + 4, cell.y() + px(5), cell.width() - 8, px(22))
        if grade.level:
            level_shape(painter, grade.level, upper.adjusted(0, px(4), 0, -px(4)), c[grade.level])
        else:
            put_text(painter, upper, grade.mark, theme().font(bold=True), c[ink], Qt.AlignmentFlag.AlignHCenter)
        lower = QRectF(cell.x() + _BESIDE, cell.y() + px(26), cell.width() - 2 * _BESIDE, cell.height() - px(29))
        painter.setFont(theme().font("small"))
        painter.setPen(c[ink] if chosen else c["text2"])
        painter.drawText(lower, WRAP | int(Qt.AlignmentFlag.AlignHCenter), breakable(grade.word))
        if shows_focus(self) and place == max(0, self._chosen):
            rounded(painter, cell.adjusted(3, 3, -3, -3), 4, None, c["accent"], 2)
