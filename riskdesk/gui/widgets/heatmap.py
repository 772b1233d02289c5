"""The heat map: how many risks stand at each likelihood and severity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import level_shape, level_word, put_text, rounded, shows_focus

SIDE = 5
_ARROWS = {
    Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip


class HeatMap(Painted):
    """Five by five cells; row 1 is at the bottom. `clicked` brings likelihood and severity, 1 to 5; the keyboard goes
    from cell to cell. Levels are given per cell, since the office sets the thresholds."""

    clicked = Signal(int, int)

    def __init__(self, likelihood: str, severity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across, self._up = severity, likelihood
        self._counts: list[list[int]] = [[0] * SIDE for _ in range(SIDE)]
        self._levels: list[list[str]] = [["blue"] * SIDE for _ in range(SIDE)]
        self._chosen: tuple[int, int] | None = None
        self._current, self._hover = (1, 1), (0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def set_cells(self, counts: Sequence[Sequence[int]], levels: Sequence[Sequence[str]]) -> None:
        """`counts[likelihood - 1][severity - 1]` and the level key of the same cell."""
        self._counts = [list(row) for row in counts]
        self._levels = [[str(level) for level in row] for row in levels]
        told = [self.tell(up, across) for up in range(1, 6) for across in range(1, 6) if counts[up - 1][across - 1]]
        self.setAccessibleName("; ".join(told))
        self.update()

    def set_chosen(self, cell: tuple[int, int] | None) -> None:
        """Mark the cell that filters the list, or none."""
        self._chosen = cell
        self.update()

    def tell(self, likelihood: int, severity: int) -> str:
        """A cell in words."""
        count = self._counts[likelihood - 1][severity - 1]
        level = level_word(self._levels[likelihood - 1][severity - 1])
        return f"{self._up} {likelihood}, {self._across} {severity}, {level}: {count}"

    def sizeHint(self) -> QSize:
        return QSize(theme().px(292), theme().px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(160))

    def _area(self) -> QRectF:
        px = theme().px
        foot = QFontMetricsF(theme().font("small")).height() + px(6)
        return QRectF(px(26), 0, self.width() - px(26), self.height() - foot)

    def _cell(self, likelihood: int, severity: int) -> QRectF:
        area = self._area()
        gap = 4
        wide, high = (area.width() - gap * 4) / SIDE, (area.height() - gap * 4) / SIDE
        left = round(area.x() + (severity - 1) * (wide + gap))
        top = round(area.y() + (SIDE - likelihood) * (high + gap))
        return QRectF(left, top, int(wide), int(high))

    def _cell_at(self, event: QMouseEvent) -> tuple[int, int]:
        for likelihood in range(1, SIDE + 1):
            for severity in range(1, SIDE + 1):
                if self._cell(likelihood, severity).contains(event.position()):
                    return likelihood, severity
        return 0, 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event)
        if cell != self._hover:
            self._hover = cell
            self.setToolTip(self.tell(*cell) if cell[0] else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if cell[0] else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = (0, 0)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event)
        if cell[0] and event.button() == Qt.MouseButton.LeftButton:
            self._current = cell
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step:
            up, across = (max(1, min(SIDE, at + by)) for at, by in zip(self._current, step, strict=True))
            self._current = (up, across)
            self.setAccessibleDescription(self.tell(up, across))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for likelihood in range(1, SIDE + 1):
            for severity in range(1, SIDE + 1):
                self._paint_cell(painter, likelihood, severity)
        self._paint_words(painter)

    def _paint_cell(self, painter: QPainter, likelihood: int, severity: int) -> None:
        c = self.colours
        px = theme().px
        here = (likelihood, severity)
        cell = self._cell(*here)
        level = self._levels[likelihood - 1][severity - 1]
        marked = here in (self._hover, self._chosen)
        rounded(painter, cell, 4, c[f"{level}_soft"], c[level] if marked else None)
        count = self._counts[likelihood - 1][severity - 1]
        if count:
            side = min(px(6), round(cell.height() * 0.16))
            shape = QRectF(cell.x() + 4, cell.y() + 4, side, side)
            level_shape(painter, level, shape, c[level])
            put_text(painter, cell, str(count), theme().font(bold=True), c[level], Qt.AlignmentFlag.AlignHCenter)
        if here == self._current and shows_focus(self):
            rounded(painter, cell, 4, None, c["accent"], 2)

    def _paint_words(self, painter: QPainter) -> None:
        area = self._area()
        small = theme().font("small")
        colour = self.colours["text2"]
        below = QRectF(area.x(), area.bottom() + theme().px(4), area.width(), self.height() - area.bottom())
        put_text(painter, below, self._across + " 1 – 5", small, colour, Qt.AlignmentFlag.AlignHCenter)
        painter.save()
        painter.translate(theme().px(10), area.center().y())
        if self._up.isascii():
            painter.rotate(-90)
            turned = QRectF(-area.height() / 2, -theme().px(10), area.height(), theme().px(20))
            put_text(painter, turned, self._up + " 1 – 5", small, colour, Qt.AlignmentFlag.AlignHCenter)
        else:
            step = QFontMetricsF(small).height()
            for place, char in enumerate(self._up):
                at = QRectF(-step, (place - len(self._up) / 2) * step, 2 * step, step)
                put_text(painter, at, char, small, colour, Qt.AlignmentFlag.AlignHCenter)
        painter.restore()
