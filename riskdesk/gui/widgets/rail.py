"""The rail at the left: the pages by icon and word, with counts; icons only where the window is narrow."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, PaintedButton
from riskdesk.gui.widgets.paint import focus_ring, line, put_text, rounded, shows_focus

WIDE, NARROW, THRESHOLD = 168, 56, 1200
"""Px at 100 %: the least width with words, that of icons alone, and the window under which there are only those."""
LEFT, RIGHT, WORDS_AT, GAP, COUNT_AT = 8, 9, 38, 4, 10
"""Px at 100 %: beside an item on the rail; in an item before its word, between word and count, after the count."""
_USUAL_COUNT = "888"
"""Room for such a count is kept, so that the rail stays as wide as it is while work goes on."""


class Rail(Painted):
    """Navigation. `add` gives a page its place, Alt+1 to Alt+9 in that order; `current` follows `chosen`.

    A page that belongs to another one stands below it, while one of the two or a sister of it is shown.

    Under 1,200 px of window width (times the text scale) only icons show; `set_compact` overrides that.
    """

    chosen = Signal(str)
    """The key of a page that the user went to."""
    called = Signal(str)
    """The same, by Alt+number: the keyboard is no longer wanted on the rail."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._items: dict[str, RailItem] = {}
        self._wanted: bool | None = None
        self.compact = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme().px(2))
        self._column.addStretch(1)
        self._top = 0
        theme().changed.connect(self._fit)
        self._fit()

    def add(self, key: str, icon: str, text: str, at_bottom: bool = False, under: str = "") -> RailItem:
        """A page; `at_bottom` puts it below the gap (settings), `under` below the page it belongs to, without a
        number."""
        main = sum(not item.under for item in self._items.values())
        number = 0 if under or main >= 9 else main + 1
        item = RailItem(key, icon, text, number, self, under)
        item.setVisible(not under)
        item.clicked.connect(self._clicked)
        self._items[key] = item
        self._fit()
        if at_bottom:
            self._column.addWidget(item)
        else:
            self._column.insertWidget(self._top, item)
            self._top += 1
        if number:
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self._called, item))
        return item

    def set_current(self, key: str) -> None:
        """Mark the page that is shown; emits nothing."""
        section = self._items[key].under or key if key in self._items else key
        for name, item in self._items.items():
            item.setChecked(name == key)
            if item.under:
                item.setVisible(item.under == section)

    def set_count(self, key: str, count: int | None, alert: bool = False) -> None:
        """The number behind a page's word; None for none; `alert` shows it in red."""
        self._items[key].set_count(count, alert)
        if not self.compact and self._width() > self.width():
            self._fit()

    def set_compact(self, compact: bool | None) -> None:
        """Icons only, or not; None follows the width of the window."""
        self._wanted = compact
        self._fit()

    @Slot()
    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.set_current(item.key)
            self.chosen.emit(item.key)

    def _called(self, item: RailItem) -> None:
        item.click()
        self.called.emit(item.key)

    def _width(self) -> int:
        """Wide enough for every word, chosen or not, and its count."""
        needed = max((item.needed() for item in self._items.values()), default=0)
        return max(theme().px(WIDE), needed + theme().px(LEFT) + theme().px(RIGHT))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self.compact = self.window().width() < px(THRESHOLD) if self._wanted is None else self._wanted
        self._column.setContentsMargins(px(LEFT), px(52), px(RIGHT), px(12))
        self.setFixedWidth(px(NARROW) if self.compact else self._width())
        for item in self._items.values():
            item.set_compact(self.compact)
        self.update()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self.window().installEventFilter(self)
        self._fit()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            narrow = self.window().width() < theme().px(THRESHOLD)
            if self._wanted is None and narrow != self.compact:
                self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        items = [item for item in self._items.values() if item.isEnabled() and not item.isHidden()]
        focused = next((i for i, item in enumerate(items) if item.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        items[(focused + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours["surface"])
        line(painter, self.width() - 1, 0, self.width() - 1, self.height(), self.colours["border"])
        side = px(18)
        left = (self.width() - side) / 2 if self.compact else px(18)
        rounded(painter, QRectF(left, px(17), side, side), 5, self.colours["accent"])
        if not self.compact:
            words = QRectF(px(44), px(10), self.width() - px(52), px(32))
            put_text(painter, words, self._name, theme().font("lead", bold=True), self.colours["text"])


class RailItem(PaintedButton):
    """One page on the rail."""

    def __init__(self, key: str, icon: str, text: str, number: int, parent: QWidget, under: str = "") -> None:
        super().__init__(parent)
        self.key, self.under = key, under
        self._icon, self._number, self._compact = icon, number, False
        self._count: int | None = None
        self._alert = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_count(self, count: int | None, alert: bool) -> None:
        self._count, self._alert = count, alert
        self._describe()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._describe()
        self.update()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def _describe(self) -> None:
        words = self.text() if self._count is None else f"{self.text()} {self._count}"
        key = f" (Alt+{self._number})" if self._number else ""
        self.setAccessibleName(words)
        self.setToolTip((words if self._compact else self.text()) + key if self._compact or key else "")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(28 if self.under else 36))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, 6, c["accent_soft"])
        elif self.underMouse():
            rounded(painter, box, 6, c["surface2"])
        colour = c["accent" if self.isChecked() else "text2"]
        left = (box.width() - px(16)) / 2 if self._compact else px(11)
        # Below its page a word stands without an icon, unless there is nothing but icons.
        if self._compact or not self.under:
            side = px(14 if self.under else 16)
            paint_icon(painter, self._icon, QRectF(left, 0, side, box.height()), colour)
        if self._compact:
            self._paint_dot(painter, left + px(14), px(9))
        else:
            self._paint_words(painter, box, colour)
        if shows_focus(self):
            focus_ring(painter, box, 6, c)

    def _paint_dot(self, painter: QPainter, x: float, y: float) -> None:
        if self._alert and self._count:
            rounded(painter, QRectF(x, y, theme().px(7), theme().px(7)), theme().px(4), self.colours["red"])

    def _count_text(self) -> str:
        return "" if self._count is None else f"{self._count:,}"

    def _count_width(self) -> float:
        return QFontMetricsF(theme().font("small", bold=True)).horizontalAdvance(self._count_text())

    def word_font(self, chosen: bool) -> QFont:
        """What the word is written in."""
        return theme().font("small" if self.under else "body", chosen)

    def needed(self) -> int:
        """The width in px at which nothing is elided: the word of the page that is shown is bold."""
        px = theme().px
        word = QFontMetricsF(self.word_font(True)).horizontalAdvance(self.text())
        usual = QFontMetricsF(theme().font("small", bold=True)).horizontalAdvance(_USUAL_COUNT)
        count = max(self._count_width(), usual) if self._count is not None else 0.0
        return ceil(px(WORDS_AT) + word + px(GAP) + count + px(COUNT_AT))

    def word_box(self) -> QRectF:
        """Where the word stands."""
        px = theme().px
        right = self.width() - px(COUNT_AT) - self._count_width() - px(GAP)
        return QRectF(px(WORDS_AT), 0, right - px(WORDS_AT), self.height())

    def _paint_words(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        room, small = self._count_width(), theme().font("small", bold=True)
        place = QRectF(box.right() - theme().px(COUNT_AT) - room, 0, room + 1, box.height())
        tone = "accent" if self.isChecked() else "red" if self._alert else "text3"
        put_text(painter, place, self._count_text(), small, self.colours[tone])
        put_text(painter, self.word_box(), self.text(), self.word_font(self.isChecked()), colour)
