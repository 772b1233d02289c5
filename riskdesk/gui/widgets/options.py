"""What can be chosen from a list, how it is found while typing, and how it is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import key_pill_width, level_shape, paint_key_pill, put_text, rounded

OPTION = int(Qt.ItemDataRole.UserRole)


class Option(NamedTuple):
    """One thing to choose. `initials` are its pinyin initials ('clqc'), `hint` a key or a kind at the right end."""

    key: Any
    text: str
    sub: str = ""
    initials: str = ""
    icon: str = ""
    level: str = ""
    hint: str = ""
    create: bool = False
    """The row that makes a new thing out of what was typed."""


def rank(option: Option, words: Sequence[str]) -> int | None:
    """How well an option fits all the words typed, 0 best, None not at all."""
    text, sub, initials = option.text.casefold(), option.sub.casefold(), option.initials.casefold()
    worst = 0
    for word in words:
        if text.startswith(word):
            found = 0
        elif initials.startswith(word):
            found = 1
        elif word in text:
            found = 2
        elif word in initials or word in sub:
            found = 3
        else:
            return None
        worst = max(worst, found)
    return worst


def matching(options: Iterable[Option], text: str, limit: int = 200) -> list[Option]:
    """The options that fit `text`, best first, in their own order among equals."""
    words = text.casefold().split()
    ranked = [(found, option) for option in options if (found := rank(option, words)) is not None]
    ranked.sort(key=_rank_only)
    return [option for _, option in ranked[:limit]]


def _rank_only(entry: tuple[int, Option]) -> int:
    return entry[0]


class OptionModel(QAbstractListModel):
    """A list of options for a view."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.options: list[Option] = []

    def show(self, options: Sequence[Option]) -> None:
        """Other options."""
        self.beginResetModel()
        self.options = list(options)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        option = self.options[index.row()]
        if role == OPTION:
            return option
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{option.text} {option.sub}".strip()
        return None


class OptionDelegate(QStyledItemDelegate):
    """Paints icon or level, text, quieter sub text, and the hint at the right."""

    def __init__(self, parent: Any, height: int = 32, pill: bool = False) -> None:
        super().__init__(parent)
        self._height, self._pill = height, pill

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(120), theme().px(self._height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        px = theme().px
        c = colours_of(option.widget)
        row: Option = index.data(OPTION)
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, rect.adjusted(px(4), 1, -px(4), -1), 6, c["accent_soft"])
        rect = rect.adjusted(px(12), 0, -px(12), 0)
        if row.level or row.icon:
            sign = QRectF(rect.x(), rect.y(), px(16), rect.height())
            if row.level:
                level_shape(painter, row.level, sign.adjusted(px(2), 0, -px(2), 0), c[row.level])
            else:
                paint_icon(painter, row.icon, sign, c["text2"])
            rect = rect.adjusted(px(24), 0, 0, 0)
        if row.hint:
            rect = self._paint_hint(painter, rect, row.hint, c)
        body, small = theme().font(), theme().font("small")
        colour = c["accent" if row.create else "text"]
        wide = put_text(painter, rect, row.text, body, colour)
        put_text(painter, rect.adjusted(wide + px(10), 0, 0, 0), row.sub, small, c["text2"])
        painter.restore()

    def _paint_hint(self, painter: QPainter, rect: QRectF, hint: str, c) -> QRectF:  # type: ignore[no-untyped-def]
        px = theme().px
        small = theme().font("small")
        wide = key_pill_width(hint) if self._pill else QFontMetricsF(small).horizontalAdvance(hint)
        place = QRectF(rect.right() - wide, rect.y(), wide + 1, rect.height())
        if self._pill:
            paint_key_pill(painter, place, hint, c)
        else:
            put_text(painter, place, hint, small, c["text2"])
        return rect.adjusted(0, 0, -wide - px(10), 0)
