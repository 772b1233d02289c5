"""The calendar of a month: drills on their days, dragged to another day, reached by arrows."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolTip, QWidget

from riskdesk.gui.pages.drills.chips import Chip, chip_height, paint_chip
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.paint import line, put_text, rounded
from riskdesk.gui.widgets.valueedits import weekday_word
from riskdesk.i18n import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthCalendar(Painted):
    """Weeks from Monday on. Arrows move a day or a week, Page Up and Page Down a month; Enter opens the drill of the
    day, Ctrl with an arrow moves the open drill there."""

    opened = Signal(str)
    """Id of a drill."""
    moved = Signal(str, object)
    """Id of a drill and its new day (datetime.date)."""
    new_wanted = Signal(object)
    """A day (datetime.date) on which a drill is to be planned."""
    month_changed = Signal(object)
    """First day of the month now shown."""

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._first = today.replace(day=1)
        self._cursor = today
        self._chips: dict[dt.date, list[Chip]] = {}
        self._open_id = ""
        self._pressed: tuple[Chip, QPointF] | None = None
        self._drag: tuple[Chip, QPointF] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    # what is shown

    @property
    def first(self) -> dt.date:
        """The first day of the month shown."""
        return self._first

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and last day in sight."""
        weeks = self._weeks()
        return weeks[0][0], weeks[-1][-1]

    def _weeks(self) -> list[list[dt.date]]:
        return calendar.Calendar().monthdatescalendar(self._first.year, self._first.month)

    def show_chips(self, chips: Sequence[Chip], today: dt.date) -> None:
        """The drills of the days in sight."""
        self._today, self._chips = today, {}
        for chip in chips:
            self._chips.setdefault(chip.day, []).append(chip)
        self._describe()
        self.update()

    def set_open(self, drill_id: str) -> None:
        """Mark the open drill."""
        self._open_id = drill_id
        self.update()

    def set_month(self, day: dt.date) -> None:
        """Show the month of a day; the cursor goes to it."""
        self._cursor = day
        first = day.replace(day=1)
        if first != self._first:
            self._first = first
            self.month_changed.emit(first)
        self._describe()
        self.update()

    def turn(self, months: int) -> None:
        """So many months on, or back."""
        index = self._first.year * 12 + self._first.month - 1 + months
        self.set_month(dt.date(index // 12, index % 12 + 1, 1))

    def chips_on(self, day: dt.date) -> list[Chip]:
        """The chips of a day."""
        return list(self._chips.get(day, ()))

    def _describe(self) -> None:
        day = f"{self._cursor.isoformat()} {weekday_word(self._cursor)}"
        words = "; ".join(chip.words() for chip in self.chips_on(self._cursor)) or tr("no drill")
        self.setAccessibleName(f"{tr('Calendar')}: {day}: {words}")

    # places

    def _head(self) -> float:
        return float(theme().px(30))

    def cell(self, day: dt.date) -> QRectF:
        """Where a day lies."""
        weeks = self._weeks()
        row = next(n for n, week in enumerate(weeks) if day in week)
        wide, high = self.width() / 7, (self.height() - self._head()) / len(weeks)
        return QRectF(day.weekday() * wide, self._head() + row * high, wide, high)

    def _day_at(self, place: QPointF) -> dt.date | None:
        return next((day for week in self._weeks() for day in week if self.cell(day).contains(place)), None)

    def _placed(self, day: dt.date) -> tuple[list[tuple[Chip, QRectF]], QRectF | None, bool]:
        """The chips of a day that fit with their places, where '+n' stands for the rest, and whether chips are tall."""
        px = theme().px
        cell = self.cell(day).adjusted(px(6), px(28), -px(6), -px(4))
        chips = self.chips_on(day)
        tall = (chip_height(True) + px(3)) * max(1, len(chips)) <= cell.height()
        step = chip_height(tall) + px(3)
        more = round(QFontMetricsF(theme().font("small")).height())
        fit = int((cell.height() + px(3)) // step)
        if len(chips) > fit:
            fit = max(0, int((cell.height() - more) // step))
        placed = [
            (chip, QRectF(cell.x(), cell.y() + n * step, cell.width(), chip_height(tall)))
            for n, chip in enumerate(chips[:fit])
        ]
        rest = QRectF(cell.x(), cell.y() + fit * step, cell.width(), more) if len(chips) > fit else None
        return placed, rest, tall

    def place_of(self, drill_id: str) -> QRectF | None:
        """Where the chip of a drill lies."""
        for day in self._chips:
            if self.days[0] <= day <= self.days[1]:
                for chip, box in self._placed(day)[0]:
                    if chip.id == drill_id:
                        return box
        return None

    def _chip_at(self, place: QPointF) -> Chip | None:
        day = self._day_at(place)
        if day is None:
            return None
        return next((chip for chip, box in self._placed(day)[0] if box.contains(place)), None)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or day is None:
            return
        self._cursor = day
        self._describe()
        chip = self._chip_at(event.position())
        self._pressed = (chip, event.position()) if chip else None
        _, rest, _ = self._placed(day)
        if chip is None and rest is not None and rest.contains(event.position()):
            self._show_rest(day, event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is not None and self._pressed[0].movable:
            far = (place - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
            if far or self._drag is not None:
                self._drag = (self._pressed[0], place)
        hand = self._drag is not None or self._chip_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if self._drag is not None:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drag = self._pressed, self._drag
        self._pressed = self._drag = None
        self.update()
        if drag is not None:
            day = self._day_at(event.position())
            if day is not None and day != drag[0].day:
                self._cursor = day
                self.moved.emit(drag[0].id, day)
        elif pressed is not None and self._chip_at(event.position()) == pressed[0]:
            self.opened.emit(pressed[0].id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None and self._chip_at(event.position()) is None:
            self.new_wanted.emit(day)

    def _show_rest(self, day: dt.date, event: QMouseEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in self.chips_on(day):
            menu.addAction(chip.words()).triggered.connect(partial(self.opened.emit, chip.id))
        menu.popup(event.globalPosition().toPoint())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            chip = self._chip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), chip.words() if chip else "", self)
            return True
        return super().event(event)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._pressed = self._drag = None
            self.update()
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move_open(_STEPS[key])
        elif key in _STEPS:
            self.set_month(self._cursor + dt.timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.set_month(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_next()
        else:
            super().keyPressEvent(event)

    def _open_next(self) -> None:
        """Open the drill of the day; again, the next one. A day without drills asks for one."""
        chips = self.chips_on(self._cursor)
        if not chips:
            self.new_wanted.emit(self._cursor)
            return
        ids = [chip.id for chip in chips]
        place = ids.index(self._open_id) + 1 if self._open_id in ids else 0
        self.opened.emit(ids[place % len(ids)])

    def _move_open(self, days: int) -> None:
        chip = next((chip for chips in self._chips.values() for chip in chips if chip.id == self._open_id), None)
        if chip is not None and chip.movable:
            day = chip.day + dt.timedelta(days=days)
            self.moved.emit(chip.id, day)
            self.set_month(day)

    # painting

    def sizeHint(self) -> QSize:
        return QSize(theme().px(740), theme().px(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = self.colours
        px = theme().px
        head = QRectF(0, 0, self.width(), self._head())
        painter.fillRect(head, c["surface2"])
        weeks = self._weeks()
        for day in weeks[0]:
            cell = self.cell(day)
            place = QRectF(cell.x() + px(8), 0, cell.width() - px(8), self._head())
            put_text(painter, place, weekday_word(day), theme().font("small", bold=True), c["text2"])
        target = self._day_at(self._drag[1]) if self._drag is not None else None
        for week in weeks:
            for day in week:
                self._paint_day(painter, day, day == target)
        if self._drag is not None:
            chip, at = self._drag
            box = QRectF(at.x() - px(40), at.y() - px(10), self.width() / 7 - px(12), chip_height(True))
            painter.setOpacity(0.9)
            paint_chip(painter, box, chip, c, True, True)

    def _paint_day(self, painter: QPainter, day: dt.date, target: bool) -> None:
        px = theme().px
        c = self.colours
        cell = self.cell(day)
        inside = day.month == self._first.month
        if target or not inside:
            # Days of the months beside this one are told by their ground; their words stay as readable.
            painter.fillRect(cell, c["accent_soft" if target else "window"])
        line(painter, cell.x(), cell.y(), cell.right(), cell.y(), c["border"])
        if day.weekday():
            line(painter, cell.x(), cell.y(), cell.x(), cell.bottom(), c["border"])
        number = QRectF(cell.x() + px(8), cell.y() + px(5), px(22), px(22))
        if day == self._today:
            rounded(painter, number.adjusted(-px(3), 0, px(3), 0), px(11), c["accent"])
            bold = theme().font(bold=True)
            put_text(painter, number, str(day.day), bold, c["on_accent"], Qt.AlignmentFlag.AlignHCenter)
        else:
            tone = "text2" if not inside or day.weekday() > 4 else "text"
            put_text(painter, number, str(day.day), theme().font(), c[tone])
        placed, rest, tall = self._placed(day)
        for chip, box in placed:
            dragged = self._drag is not None and self._drag[0].id == chip.id
            painter.setOpacity(0.35 if dragged else 1.0)
            paint_chip(painter, box, chip, c, tall, chip.id == self._open_id)
            painter.setOpacity(1.0)
        if rest is not None:
            words = tr("{n} more", n=len(self.chips_on(day)) - len(placed))
            put_text(painter, rest, words, theme().font("small"), c["accent"])
        if day == self._cursor and self.hasFocus():
            rounded(painter, cell.adjusted(1, 1, 0, 0), 4, None, c["accent"], 2)
