"""The list of hits: title, what kind of case, and the place in it that the search found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riskdesk.gui.pages.cases.hits import Hit, HitRole
from riskdesk.gui.pages.cases.marks import Spans
from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.cells import Index
from riskdesk.gui.widgets.paint import line, put_text, rounded, shows_focus
from riskdesk.gui.widgets.table import RecordTable

MARGIN, PADDING, GAP = 14, 11, 3
"""Px at 100 % left and right of a hit, above and below it, between its lines."""


def hit_height() -> int:
    """Height of a hit, in px at the text size in use."""
    body, small = QFontMetricsF(theme().font(bold=True)), QFontMetricsF(theme().font("small"))
    return round(body.height() + 2 * small.height()) + theme().px(2 * PADDING) + theme().px(2 * GAP)


class HitDelegate(QStyledItemDelegate):
    """Paints one hit."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, rect, state = option.widget, QRectF(option.rect), option.state
        colours = colours_of(view)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours["selected"])
        line(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1, colours["border"])
        hit = index.data(HitRole.HIT)
        if isinstance(hit, Hit):
            _paint_hit(painter, rect, hit, colours)
        if state & QStyle.StateFlag.State_HasFocus and shows_focus(view):
            rounded(painter, rect.adjusted(1, 1, -1, -2), 4, None, colours["accent"], 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), hit_height())


def _paint_hit(painter: QPainter, rect: QRectF, hit: Hit, colours: Colours) -> None:
    px = theme().px
    bold, small = theme().font(bold=True), theme().font("small")
    left, width = rect.x() + px(MARGIN), rect.width() - 2 * px(MARGIN)
    y = rect.y() + px(PADDING)
    height = QFontMetricsF(bold).height()
    marked_line(painter, QRectF(left, y, width, height), hit.text, hit.marks, bold, "text", colours)
    y += height + px(GAP)
    height = QFontMetricsF(small).height()
    put_text(painter, QRectF(left, y, width, height), hit.meta, small, colours["text2"])
    y += height + px(GAP)
    marked_line(painter, QRectF(left, y, width, height), hit.piece.text, hit.piece.spans, small, "text2", colours)


def marked_line(
    painter: QPainter, rect: QRectF, text: str, marks: Spans, font: QFont, tone: str, colours: Colours
) -> None:
    """One line of text, elided where it does not fit, its `marks` on a ground of their own."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(shown) if shown == text else max(0, len(shown) - 1)
    x = rect.x()
    for piece, marked in _pieces(shown, [(a, min(b, kept)) for a, b in marks if a < kept]):
        width = metrics.horizontalAdvance(piece)
        if marked:
            rounded(painter, QRectF(x - 1, rect.y(), width + 2, rect.height()), 3, colours["yellow_soft"])
        painter.setFont(font)
        painter.setPen(colours["yellow" if marked else tone])
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(x, rect.y(), width + 2, rect.height()), int(flags), piece)
        x += width


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    pieces, done = [], 0
    for start, end in marks:
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [piece for piece in (*pieces, (text[done:], False)) if piece[0]]


class HitList(RecordTable):
    """The hits below each other, without heads of columns."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(HitDelegate(self))
        self.horizontalHeader().hide()
        self.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @Slot()
    def _scale(self) -> None:
        height = hit_height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self._columns.rescale()
