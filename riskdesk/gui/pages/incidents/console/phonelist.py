"""Whom to call: name, number, and when they were called. One click logs the call with its time."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk.phones import Phone, last_call
from riskdesk.domain.response import NotificationStatus
from riskdesk.domain.urgency import Urgency, urgency
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.words import SHAPES
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton, drop_later
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.paint import focus_ring, level_shape, put_text, rounded, shows_focus
from riskdesk.i18n import tr


class PhoneRow(PaintedButton):
    """One number; pressed when it was called."""

    chosen = Signal(object)

    def __init__(
        self, phone: Phone, called: dt.datetime | None, told: NotificationStatus | None = None, accent: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.phone, self._called, self._told, self._accent = phone, called, told, accent
        self._urgency: Urgency | None = None
        self._left = 0.0
        # A click leaves the keyboard where it is: Enter settles the step.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            tr("Click to enter the number")
            if phone.lacks_number
            else tr("Click when you have called: the time is logged")
        )
        self.clicked.connect(self._choose)
        self._describe()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.phone)

    def tick(self, elapsed_s: float) -> None:
        """One second later: a body that must be told counts down by itself."""
        told = self._told
        if told is None or told.due_s is None or told.told_s is not None:
            return
        self._left = told.due_s - elapsed_s
        self._urgency = urgency(self._left, told.notification.within_s or 1)
        self._describe()
        self.update()

    def status(self) -> str:
        """What stands at the right: when they were called, how long there is to tell them, or nothing."""
        if self._told is not None and self._told.told_s is None and self._urgency is not None:
            word = tr("{time} late") if self._urgency is Urgency.OVER else tr("tell in {time}")
            return word.format(time=formats.countdown(self._left))
        if self._called is not None:
            return f"{self._called.astimezone():%H:%M}"
        return tr("not told yet") if self._told is not None and self._told.told_s is None else ""

    def number(self) -> str:
        """The number, or by what other means, or that it is to be entered."""
        return self.phone.number or (tr("no number yet, enter it") if self.phone.lacks_number else self.phone.by)

    def _describe(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (self.phone.words, self.number(), self.status()))))

    def name_width(self) -> float:
        """What the name needs."""
        return QFontMetricsF(theme().font()).horizontalAdvance(self.phone.words)

    def set_name_width(self, width: float) -> None:
        """Let the numbers of a list begin at the same place."""
        self._name_width = width
        self.update()

    _name_width = 0.0

    def _number_font(self) -> QFont:
        return theme().font("lead" if self.phone.number and not self._accent else "body", bold=bool(self.phone.number))

    def sizeHint(self) -> QSize:
        px = theme().px
        number = QFontMetricsF(self._number_font()).horizontalAdvance(self.number())
        status = QFontMetricsF(theme().font("small")).horizontalAdvance(self.status())
        width = px(28) + self.name_width() + px(12) + number + (px(12) + status if status else 0)
        return QSize(round(width) + 2, px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        hot = self.underMouse() or self.isDown()
        rounded(painter, box, 6, c["border" if hot else "surface2"], c["accent" if self._accent else "border"])
        inside = box.adjusted(px(14), 0, -px(14), 0)
        status, small = self.status(), theme().font("small")
        tone = "text3" if self._called is not None else SHAPES.get(self._urgency or Urgency.CALM, "text2")
        tone = "text2" if tone == "blue" else tone
        wide = QFontMetricsF(small).horizontalAdvance(status)
        put_text(painter, inside, status, small, c[tone], Qt.AlignmentFlag.AlignRight)
        if status and tone in ("yellow", "red"):
            side = px(10)
            level_shape(painter, tone, QRectF(inside.right() - wide - side - px(4), 0, side, box.height()), c[tone])
            wide += side + px(4)
        room = inside.adjusted(0, 0, -wide - (px(10) if status else 0), 0)
        known = bool(self.phone.number)
        bold = self._number_font()
        figures = QFontMetricsF(bold).horizontalAdvance(self.number())
        name = min(max(self._name_width, self.name_width()) + px(12), max(px(40), room.width() - figures))
        put_text(painter, QRectF(room.x(), 0, name - px(6), box.height()), self.phone.words, theme().font(), c["text"])
        place = QRectF(room.x() + name, 0, room.width() - name, box.height())
        put_text(painter, place, self.number(), bold, c["text" if known else "text2"])
        if shows_focus(self):
            focus_ring(painter, box, 6, c)


class PhoneList(Card):
    """Everyone the plan calls, and the bodies that must be told."""

    called = Signal(object)
    """Phone of somebody who was called."""
    notified = Signal(object)
    """NotificationStatus of a body that was told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Phones"), parent=parent)
        self._rows: list[PhoneRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme().px(2), 0)
        self._column.setSpacing(theme().px(8))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)

    def rows(self) -> list[PhoneRow]:
        """The rows shown."""
        return list(self._rows)

    def show_situation(self, situation: Situation) -> None:
        """Show whom this incident calls."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        must = {item.notification.body: item for item in situation.told}
        self._rows = []
        for phone in situation.phones:
            told = must.pop(phone.name, None)
            row = PhoneRow(phone, last_call(phone, situation.entries), told)
            row.chosen.connect(self._chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)
        widest = max((row.name_width() for row in self._rows), default=0.0)
        for row in self._rows:
            row.set_name_width(min(widest, theme().px(96)))

    @Slot(object)
    def _chosen(self, phone: Phone) -> None:
        row = self.sender()
        told = row._told if isinstance(row, PhoneRow) else None
        if told is not None and told.told_s is None and not phone.lacks_number:
            self.notified.emit(told)
        else:
            self.called.emit(phone)

    def tick(self, elapsed_s: float) -> None:
        """One second later."""
        for row in self._rows:
            row.tick(elapsed_s)
