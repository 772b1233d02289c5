"""The policy matrix, to be edited: which cell is red, yellow or blue."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from riskdesk.domain.level import Level
from riskdesk.domain.policy import MatrixRows
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import focus_ring, level_shape, put_text, rounded, shows_focus
from riskdesk.i18n import tr

ORDER = (Level.BLUE, Level.YELLOW, Level.RED)


class MatrixEdit(Painted):
    """Five by five cells; a click, Space or a figure 1 to 3 changes the level of a cell. Arrows move."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[Level]] = [[Level.BLUE] * 5 for _ in range(5)]
        self._current = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Policy matrix"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def matrix(self) -> MatrixRows:
        """Levels by likelihood - 1 and severity - 1."""
        return tuple(tuple(row) for row in self._rows)

    def set_matrix(self, rows: MatrixRows) -> None:
        """Show these levels; emits nothing."""
        self._rows = [list(row) for row in rows]
        self._tell()

    def turn(self, likelihood: int, severity: int, level: Level | None = None) -> None:
        """Give a cell (0 to 4 each) a level, or the next one in the order blue, yellow, red."""
        now = self._rows[likelihood][severity]
        self._rows[likelihood][severity] = level or ORDER[(ORDER.index(now) + 1) % 3]
        self._current = (likelihood, severity)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        likelihood, severity = self._current
        level = tr(self._rows[likelihood][severity].label)
        self.setAccessibleDescription(f"{likelihood + 1} × {severity + 1}: {level}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(24 + 5 * 84), theme().px(5 * 44 + 24))

    def _cell(self, likelihood: int, severity: int) -> QRectF:
        px = theme().px
        return QRectF(px(24) + severity * px(84), (4 - likelihood) * px(44), px(80), px(40))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for likelihood in range(5):
            for severity in range(5):
                if self._cell(likelihood, severity).contains(event.position()):
                    self.turn(likelihood, severity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        likelihood, severity = self._current
        steps = {Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}
        levels = {Qt.Key.Key_1: Level.BLUE, Qt.Key.Key_2: Level.YELLOW, Qt.Key.Key_3: Level.RED}
        key = Qt.Key(event.key())
        if key in steps:
            up, right = steps[key]
            self._current = (min(4, max(0, likelihood + up)), min(4, max(0, severity + right)))
            self._tell()
        elif key in levels:
            self.turn(likelihood, severity, levels[key])
        elif key == Qt.Key.Key_Space:
            self.turn(likelihood, severity)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, c, px = QPainter(self), self.colours, theme().px
        small, bold = theme().font("small"), theme().font(bold=True)
        centre = Qt.AlignmentFlag.AlignCenter
        for value in range(5):
            row = self._cell(value, 0)
            put_text(painter, QRectF(0, row.y(), px(20), row.height()), str(value + 1), small, c["text2"], centre)
            column = self._cell(0, value)
            below = QRectF(column.x(), column.bottom() + px(4), column.width(), px(20))
            put_text(painter, below, str(value + 1), small, c["text2"], centre)
        for likelihood, row_levels in enumerate(self._rows):
            for severity, level in enumerate(row_levels):
                box = self._cell(likelihood, severity)
                rounded(painter, box, 4, c[f"{level.value}_soft"])
                shape = QRectF(box.x() + px(12), box.y() + px(14), px(12), px(12))
                level_shape(painter, level.value, shape, c[level.value])
                put_text(painter, box.adjusted(px(30), 0, 0, 0), tr(level.label), bold, c[level.value])
                if shows_focus(self) and self._current == (likelihood, severity):
                    focus_ring(painter, box, 4, c)
