"""The one delegate of all tables: paints what the roles of `roles.py` say."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import (
    level_word,
    line,
    paint_tag,
    put_text,
    rounded,
    shows_focus,
    tag_size,
    tone_colour,
)
from riskdesk.gui.widgets.roles import CellRole

Index = QModelIndex | QPersistentModelIndex
PADDING = 10
MARK = 11
"""Px at 100 %: the icon behind the tag of a level. It may stand in the padding of its cell."""
LEAST_NOTE = 40
"""A quiet second text is left out where it has no more px than this."""


class Look(NamedTuple):
    """All that a cell shows. A model that has a method `look(index)` is asked for it once instead of role by role."""

    text: str = ""
    tone: str = "text"
    suffix: str = ""
    suffix_tone: str = "third"
    level: str = ""
    icon: str = ""
    bold: bool = False
    right: bool = False


def look_of(index: Index) -> Look:
    """What a cell shows."""
    ask = getattr(index.model(), "look", None)
    if ask is not None:
        look: Look = ask(index)
        return look
    text, align = index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.TextAlignmentRole)
    return Look(
        "" if text is None else str(text), index.data(CellRole.TONE) or "text", str(index.data(CellRole.SUFFIX) or ""),
        index.data(CellRole.SUFFIX_TONE) or "third", str(index.data(CellRole.LEVEL) or ""),
        str(index.data(CellRole.ICON) or ""), bool(index.data(CellRole.BOLD)),
        align is not None and bool(int(align) & int(Qt.AlignmentFlag.AlignRight)),
    )  # fmt: skip


class CellDelegate(QStyledItemDelegate):
    """Paints text by tone, level tags, a second quieter or flagged text, icons and right-aligned figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None

    def begin(self, view: QWidget) -> None:
        """A view is going to paint its cells: all of them in these colours."""
        self._colours = colours_of(view)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        colours = self._colours or colours_of(view)
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours["selected"])
        line(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1, colours["border"])
        px = theme().px
        self._content(painter, rect.adjusted(px(PADDING), 0, -px(PADDING), -1), look_of(index), colours)
        if state & QStyle.StateFlag.State_HasFocus and (shows_focus(view) or getattr(view, "by_keys", False)):
            rounded(painter, rect.adjusted(1, 1, -1, -2), 4, None, colours["accent"], 2)
        painter.restore()

    def _content(self, painter: QPainter, rect: QRectF, look: Look, colours: Colours) -> None:
        if look.level:
            words = look.text or level_word(look.level)
            paint_tag(painter, rect, look.level, words, colours)
            if look.icon:
                px = theme().px
                place = QRectF(rect.x() + tag_size(words).width() + px(2), rect.y(), px(MARK), rect.height())
                paint_icon(painter, look.icon, place, colours["text2"])
            return
        if look.icon:
            side = theme().px(16)
            place = QRectF(rect.x(), rect.y(), side, rect.height())
            paint_icon(painter, look.icon, place, tone_colour(colours, look.tone))
            rect = rect.adjusted(side + theme().px(6), 0, 0, 0)
        if look.suffix:
            rect = self._suffix(painter, rect, look.text, look.suffix, look.suffix_tone, colours)
        bold = look.bold or look.tone == "red"
        flag = Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignLeft
        put_text(painter, rect, look.text, theme().font("body", bold), tone_colour(colours, look.tone), flag)

    def _suffix(self, painter: QPainter, rect: QRectF, text: str, suffix: str, tone: str, colours: Colours) -> QRectF:
        """Paint the second text behind the first, which comes first; returns what is left for the first.

        A flag stays where its words find no room at all: the tooltip says them.
        """
        px = theme().px
        flagged = tone == "red"
        font = theme().font("small", bold=flagged)
        mark = px(12) if flagged else 0
        first = QFontMetricsF(theme().font("body", False)).horizontalAdvance(text)
        room = min(first, max(0.0, rect.width() - (mark + px(5) if mark else 0)))
        x = rect.x() + room + px(5)
        colour = tone_colour(colours, tone)
        if flagged:
            paint_icon(painter, "flag", QRectF(x, rect.y(), mark, rect.height()), colour, solid=True)
            x += mark + px(3)
        # Into the gap before the next column: words that say why are worth it.
        place = QRectF(x, rect.y(), rect.right() + px(PADDING - 2) - x, rect.height())
        fits = QFontMetricsF(font).horizontalAdvance(suffix) <= place.width() + 0.5
        if fits or place.width() > px(LEAST_NOTE):
            put_text(painter, place, suffix, font, colour)
        return QRectF(rect.x(), rect.y(), room + 1, rect.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        level = index.data(CellRole.LEVEL)
        if level:
            width = tag_size(text or level_word(str(level))).width()
        else:
            width = QFontMetricsF(theme().font()).horizontalAdvance(text)
        suffix = index.data(CellRole.SUFFIX)
        if suffix:
            width += QFontMetricsF(theme().font("small", bold=True)).horizontalAdvance(str(suffix)) + theme().px(20)
        return QSize(round(width) + 2 * theme().px(PADDING) + 2, row_height())


def words_width(words: Iterable[str]) -> int:
    """What the longest of these needs in a cell, in px at 100 %."""
    advance = QFontMetricsF(theme().font()).horizontalAdvance
    return ceil((max(map(advance, words), default=0) + 2) * 1000 / theme().px(1000)) + 2 * PADDING


def number_width(site: str) -> int:
    """What the numbers of a site (`HQ-D-2026-0012`) need in a cell, in px at 100 %."""
    return words_width([f"{site}-D-2026-0000"])


def row_height() -> int:
    """Height of a table row with its line, in px at the text size in use."""
    return theme().px(36) + 1
