"""The large heat map: counts in the cells of the office's matrix, and arrows for how risks moved between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)

from riskdesk.desk.heat import Cell
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.heatmap import SIDE, HeatMap
from riskdesk.gui.widgets.paint import level_shape, put_text, rounded, shows_focus

Move = tuple[Cell, Cell, int]
"""The cell that risks left, the one they reached, and how many they are."""

SHOWN = 8
"""So many arrows are drawn, the strongest; those of the cell under the mouse are drawn all."""

ROOMY = 96
"""A cell at least so wide, in px at 100 %, says which one it is."""

_ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
"""Where on its arrow a number may stand, the best place first."""


def _told(cell: Cell) -> str:
    return f"{cell[0]} × {cell[1]}"


class MoveMap(HeatMap):
    """`move_clicked` brings a `Move`; `told` one under the mouse, None when there is none."""

    move_clicked = Signal(object)
    told = Signal(object)

    def __init__(self, likelihood: str, severity: str) -> None:
        super().__init__(likelihood, severity)
        self._moves: list[Move] = []
        self._marked: Move | None = None

    def set_moves(self, moves: Iterable[Move]) -> None:
        """The arrows, the strongest first."""
        self._moves, self._marked = list(moves), None
        self.update()

    def mark(self, move: Move | None) -> None:
        """Bring one arrow out."""
        self._marked = move
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(620), theme().px(520))

    # the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        move = self._move_at(event.position())
        if move is not None:
            self.setToolTip("")
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if move != self._marked:
            self.mark(move)
            self.told.emit(move)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark(None)
        self.told.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        move = self._move_at(event.position())
        if move is not None and event.button() == Qt.MouseButton.LeftButton:
            self.move_clicked.emit(move)
        else:
            super().mouseReleaseEvent(event)

    def _move_at(self, at: QPointF) -> Move | None:
        stroker = QPainterPathStroker()
        stroker.setWidth(theme().px(11))
        return next((move for move in self._drawn() if stroker.createStroke(self._path(move)).contains(at)), None)

    def _drawn(self) -> Sequence[Move]:
        """What is drawn: the strongest, those of the cell under the mouse, and the one brought out."""
        here = self._hover if self._hover[0] else None
        found = [
            move for place, move in enumerate(self._moves) if place < SHOWN or here in move[:2] or move == self._marked
        ]
        return found

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cells = self._cells()
        for cell in cells:
            self._paint_ground(painter, cell)
        for move in reversed(self._drawn()):
            self._paint_arrow(painter, move)
        for cell in cells:
            self._paint_count(painter, cell)
        for move in reversed(self._drawn()):
            self._paint_number(painter, move)
        self._paint_words(painter)

    def _cells(self) -> list[Cell]:
        return [(row, column) for row in range(1, SIDE + 1) for column in range(1, SIDE + 1)]

    def sign_box(self, cell: Cell) -> QRectF:
        """The corner of a cell that holds the shape of its level and, where there is room, its place."""
        box, px = self._cell(*cell), theme().px
        words = QFontMetricsF(theme().font("small")).horizontalAdvance(_told(cell)) if self._is_roomy(box) else 0
        return QRectF(box.x() + px(6), box.y() + px(4), px(11) + (px(5) + words if words else 0), px(17))

    def _is_roomy(self, box: QRectF) -> bool:
        return box.width() >= theme().px(ROOMY)

    def _level(self, cell: Cell) -> str:
        return self._levels[cell[0] - 1][cell[1] - 1]

    def _paint_ground(self, painter: QPainter, cell: Cell) -> None:
        c, level = self.colours, self._level(cell)
        marked = cell in (self._hover, self._chosen)
        rounded(painter, self._cell(*cell), 6, c[f"{level}_soft"], c[level] if marked else None)
        if cell == self._current and shows_focus(self):
            rounded(painter, self._cell(*cell), 6, None, c["accent"], 2)

    def _paint_count(self, painter: QPainter, cell: Cell) -> None:
        c, level, px = self.colours, self._level(cell), theme().px
        box, count = self._cell(*cell), self._counts[cell[0] - 1][cell[1] - 1]
        side = px(9)
        corner = QRectF(box.x() + px(8), box.y() + px(8), side, side)
        level_shape(painter, level, corner, c[level])
        small = QRectF(corner.right() + px(5), corner.y() - px(4), box.width(), px(17))
        if self._is_roomy(box):
            put_text(painter, small, _told(cell), theme().font("small"), c[level])
        if count:
            put_text(painter, box.adjusted(0, px(8), 0, 0), f"{count:,}", theme().font("title", True), c[level],
                     Qt.AlignmentFlag.AlignHCenter)  # fmt: skip

    def _path(self, move: Move) -> QPainterPath:
        """From beside the count of the one cell to beside that of the other, bent so that ways there and back part."""
        start, end = (self._cell(*cell).center() for cell in move[:2])
        way = end - start
        length = max(1.0, hypot(way.x(), way.y()))
        along = QPointF(way.x() / length, way.y() / length)
        across = QPointF(along.y(), -along.x())
        box = self._cell(*move[0])
        clear = min(box.width(), box.height()) * 0.32
        aside = across * theme().px(12)
        start, end = start + along * clear + aside, end - along * clear + aside
        path = QPainterPath(start)
        path.quadTo((start + end) / 2 + across * min(theme().px(34), length * 0.14), end)
        return path

    def _strength(self, move: Move) -> float:
        return theme().px(1.5) + theme().px(4) * move[2] / max(1, self._moves[0][2])

    def _paint_arrow(self, painter: QPainter, move: Move) -> None:
        c = self.colours
        colour = QColor(c["accent" if move == self._marked else "text2"])
        colour.setAlphaF(1.0 if move == self._marked else 0.45)
        path, strength = self._path(move), self._strength(move)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, strength)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip, size = path.pointAtPercent(1), strength * 1.5 + theme().px(4)
        # The line ends within the head, so that the half-clear colour is not laid on twice.
        neck = max(0.0, 1 - size / max(1.0, path.length()))
        shaft = QPainterPath(path.pointAtPercent(0))
        for step in range(1, 25):
            shaft.lineTo(path.pointAtPercent(neck * step / 24))
        painter.drawPath(shaft)
        base = path.pointAtPercent(neck)
        way = tip - base
        side = QPointF(-way.y(), way.x()) * 0.55
        head = QPainterPath(tip)
        head.lineTo(base + side)
        head.lineTo(base - side)
        head.closeSubpath()
        painter.fillPath(head, colour)
        painter.restore()

    def number_box(self, move: Move) -> QRectF:
        """Where the number of an arrow stands: in its middle, or as near to that as no sign of a cell is covered."""
        px = theme().px
        wide = QFontMetricsF(theme().font("small", True)).horizontalAdvance(f"{move[2]:,}") + px(10)
        path, taken = self._path(move), [self.sign_box(cell) for cell in self._cells()]
        boxes = []
        for percent in _ALONG:
            at = path.pointAtPercent(percent)
            boxes.append(QRectF(at.x() - wide / 2, at.y() - px(9), wide, px(18)))
        return next((box for box in boxes if not any(box.intersects(other) for other in taken)), boxes[0])

    def _paint_number(self, painter: QPainter, move: Move) -> None:
        c, font, text = self.colours, theme().font("small", True), f"{move[2]:,}"
        pill = self.number_box(move)
        marked = move == self._marked
        rounded(painter, pill, pill.height() / 2, c["surface"], c["accent" if marked else "border_strong"])
        put_text(painter, pill, text, font, c["accent" if marked else "text2"], Qt.AlignmentFlag.AlignHCenter)
