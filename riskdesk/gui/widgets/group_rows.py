"""The heads of groups among the rows of a table: which rows they are, whether they are open, and how they look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.cells import PADDING
from riskdesk.gui.widgets.paint import line, put_text, rounded, shows_focus
from riskdesk.gui.widgets.roles import CellRole

Index = QModelIndex | QPersistentModelIndex
OPEN, SHUT = "chevron-down", "chevron-right"
"""The icons of an open group and of a closed one, by which a model tells them apart."""


def is_head(index: Index) -> bool:
    """Whether the row of an index is the head of a group."""
    return index.isValid() and bool(index.sibling(index.row(), 0).data(CellRole.GROUP))


def is_open(index: Index) -> bool:
    """Whether the group whose head stands in that row is open."""
    return bool(index.sibling(index.row(), 0).data(CellRole.ICON) == OPEN)


def paint_heads(view: QTableView, painter: QPainter, area: QRect) -> None:
    """Paint the heads of groups in an area of the viewport, each across all columns."""
    row = view.rowAt(area.top())
    while 0 <= row < view.model().rowCount():
        top = view.rowViewportPosition(row)
        if top > area.bottom():
            break
        index = view.model().index(row, 0)
        if index.data(CellRole.GROUP):
            _paint(view, painter, QRectF(0, top, view.viewport().width(), view.rowHeight(row)), index)
        row += 1


def _paint(view: QTableView, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
    """GROUP, with the ICON before and the SUFFIX (its count) after."""
    colours, px = colours_of(view), theme().px
    painter.fillRect(rect, colours["surface2"])
    line(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1, colours["border"])
    inside = rect.adjusted(px(PADDING), 0, -px(PADDING), -1)
    if icon := index.data(CellRole.ICON):
        paint_icon(painter, icon, QRectF(inside.x(), inside.y(), px(14), inside.height()), colours["text2"])
        inside.adjust(px(20), 0, 0, 0)
    wide = put_text(painter, inside, str(index.data(CellRole.GROUP)), theme().font("small", bold=True), colours["text"])
    if suffix := index.data(CellRole.SUFFIX):
        inside.adjust(wide + px(8), 0, 0, 0)
        put_text(painter, inside, str(suffix), theme().font("small"), colours["text2"])
    if index.row() == view.currentIndex().row() and shows_focus(view):
        rounded(painter, rect.adjusted(1, 1, -1, -2), 4, None, colours["accent"], 2)
