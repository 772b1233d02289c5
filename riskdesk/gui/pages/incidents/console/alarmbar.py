"""What has run out and nobody has acknowledged: stays on top until somebody has seen it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from riskdesk import formats
from riskdesk.domain.response import Alarm
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr


class AlarmBar(Painted):
    """One line about the oldest alarm and how many more there are. `way` offers to go to the incident."""

    acknowledged = Signal()
    opened = Signal()

    def __init__(self, way: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.words = ElidedLabel("", "lead", "red", bold=True)
        self.seen = Button(tr("Acknowledge"), "danger", "check", large=True)
        self.seen.setToolTip(tr("Quiet until the next limit runs out"))
        self.seen.clicked.connect(self.acknowledged)
        self.go = Button(tr("Open the console"), large=True)
        self.go.clicked.connect(self._go)
        if not way:
            self.go.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(44), px(5), px(6), px(5))
        row.setSpacing(px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        row.addWidget(self.seen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_alarms(self, alarms: list[Alarm], elapsed_s: float, title: str = "") -> None:
        """Show what rings; nothing hides the bar."""
        if not alarms:
            self.hide()
            return
        first = alarms[0]
        late = formats.countdown(elapsed_s - first.due_s)
        said = {
            "limit": tr("{time} late: {what}", time=late, what=first.text),
            "repeat": tr("Progress not told for {time}: {what}", time=late, what=first.text),
            "notify": tr("{time} late: tell {what}", time=late, what=first.text),
        }[first.kind]
        more = tr("and {n} more", n=len(alarms) - 1) if len(alarms) > 1 else ""
        self.words.setText("  ".join(filter(None, (title, said, more))))
        self.setAccessibleName(self.words.text())
        self.show()

    @Slot()
    def _go(self) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = self.colours
        rounded(painter, QRectF(self.rect()), 8, c["red_soft"], c["red"], 2)
        side = theme().px(20)
        paint_icon(painter, "bell", QRectF(theme().px(14), 0, side, self.height()), c["red"])
