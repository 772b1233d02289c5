"""Editors of a day, an amount of money and a duration: one line each that takes what people write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.amounts import parse_duration, parse_yuan
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.day import parse_day
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.i18n import tr


class ValueEdit(LineEdit):
    """A line that stands for a value: says at its right what it understood, and tidies up when left."""

    value_changed = Signal(object)
    """The value, None for empty; comes while typing, only when it is another one."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._value: object = None
        self.textChanged.connect(self._typed)

    def value(self) -> object:
        """What the text means now, None if empty or not understood."""
        return self._value

    def is_valid(self) -> bool:
        """Whether the text is empty or understood."""
        return self._value is not None or not self.text().strip()

    def set_value(self, value: object) -> None:
        """Show a value; emits nothing."""
        self._value = value
        self.blockSignals(True)
        self.setText("" if value is None else self.format(value))
        self.blockSignals(False)
        self._tell()

    def parse(self, text: str) -> object:
        """The value of a text, None if there is none."""
        raise NotImplementedError

    def format(self, value: object) -> str:
        """A value as the tidied text."""
        raise NotImplementedError

    def meaning(self, value: object) -> str:
        """What the hint says of a value."""
        return ""

    def unclear(self) -> str:
        """What the hint says of a text without meaning."""
        return tr("Not understood")

    @Slot(str)
    def _typed(self, text: str) -> None:
        before = self._value
        self._value = self.parse(text) if text.strip() else None
        self._tell()
        if self._value != before:
            self.value_changed.emit(self._value)

    def _tell(self) -> None:
        if self._value is not None:
            self.set_hint(self.meaning(self._value))
        else:
            self.set_hint("" if self.is_valid() else self.unclear(), "text2" if self.hasFocus() else "red")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._value is not None:
            self.set_value(self._value)
        else:
            self._tell()


class MoneyEdit(ValueEdit):
    """Yuan for people, cents (分, int) for the program."""

    def parse(self, text: str) -> object:
        return parse_yuan(text)

    def format(self, value: object) -> str:
        return formats.amount(int(str(value)))

    def meaning(self, value: object) -> str:
        tidy = self.format(value)
        return tr("yuan") if tidy == self.text() else tr("{amount} yuan", amount=tidy)


class DurationEdit(ValueEdit):
    """Any usual way of a duration for people, seconds (int) for the program; bare numbers are minutes."""

    def parse(self, text: str) -> object:
        return parse_duration(text)

    def format(self, value: object) -> str:
        return formats.duration(int(str(value)))

    def meaning(self, value: object) -> str:
        tidy = self.format(value)
        return "" if tidy == self.text() else tidy


class DayEdit(ValueEdit):
    """A day (datetime.date). Up and Down go a day on or back, Alt+Down opens the calendar."""

    def __init__(
        self, placeholder: str = "", today: Callable[[], dt.date] = dt.date.today, parent: QWidget | None = None
    ) -> None:
        self._today = today
        super().__init__(placeholder or tr("Today, 3-15, +7"), parent)
        self._button = IconButton("calendar", tr("Calendar"), 24, self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self._fit_hint()

    def parse(self, text: str) -> object:
        return parse_day(text, self._today())

    def format(self, value: object) -> str:
        return str(value)

    def meaning(self, value: object) -> str:
        assert isinstance(value, dt.date)
        weekday = weekday_word(value)
        if self.text() == str(value):
            return weekday
        day = f"{value:%m-%d}" if value.year == self._today().year else str(value)
        return f"{day} {weekday}"

    def unclear(self) -> str:
        return tr("Not a date")

    def _reserved(self) -> int:
        return theme().px(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._button.sizeHint()
        self._button.resize(side)
        self._button.move(self.width() - side.width() - theme().px(4), (self.height() - side.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            start = self._value if isinstance(self._value, dt.date) else self._today() - dt.timedelta(days=step)
            self.setText(str(start + dt.timedelta(days=step)))

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        shown = self._value if isinstance(self._value, dt.date) else self._today()
        popup = CalendarPopup(shown, self)
        popup.picked.connect(self._picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    @Slot(object)
    def _picked(self, day: object) -> None:
        self.setText(str(day))
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class CalendarPopup(Card):
    """A month to pick a day from. No text is typed here, so it may be a popup."""

    picked = Signal(object)

    def __init__(self, day: dt.date, parent: QWidget) -> None:
        super().__init__(margin=8, parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(self)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(calendar)
        calendar.setFocus()

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.picked.emit(dt.date(day.year(), day.month(), day.day()))
        self.close()


def weekday_word(day: dt.date) -> str:
    """周一 to 周日."""
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return names[day.weekday()]
