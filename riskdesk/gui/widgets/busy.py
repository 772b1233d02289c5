"""A strip that says what is being done, how far it is, and lets it be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.paint import line, rounded
from riskdesk.i18n import tr

_WAIT = 250
_TICK = 40


class BusyStrip(Painted):
    """Hidden until `start`, and still for a quarter of a second after, so that short work does not flicker.

    Without a layout it lies over the bottom of its parent, `foot` px (at 100 %) above the edge, so that nothing moves
    when it comes and goes.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, foot: int = 0) -> None:
        super().__init__(parent)
        px = theme().px
        self._total, self._foot = 0, foot
        self.words = ElidedLabel("", "small", "second", parent=self)
        self._bar = _Bar(self)
        self._cancel = Button(tr("Cancel"), parent=self)
        self._cancel.clicked.connect(self._cancelled)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(self.words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(12))
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_WAIT)
        self._delay.timeout.connect(self._appear)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        if parent is not None:
            parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @Slot()
    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        over = self.parentWidget()
        layout = over.layout() if over is not None else None
        if over is None or (layout is not None and layout.indexOf(self) >= 0):
            return
        high = self.sizeHint().height()
        self.setGeometry(0, over.height() - theme().px(self._foot) - high, over.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours["surface"])
        line(painter, 0, 0, self.width(), 0, self.colours["border"])

    def start(self, text: str, total: int = 0, cancellable: bool = True) -> None:
        """Begin; `total` 0 when the end is not known."""
        self._total = total
        self.words.setText(text)
        self.setAccessibleName(text)
        self._bar.set_share(0.0 if total else None)
        self._cancel.setVisible(cancellable)
        self._cancel.setEnabled(True)
        self._delay.start()

    @Slot(int)
    def progress(self, done: int, total: int = 0) -> None:
        """`done` of the total, which may become known only now."""
        self._total = total or self._total
        if self._total:
            self._bar.set_share(min(1.0, done / self._total))
            self.setAccessibleDescription(f"{done} / {self._total}")

    @Slot()
    def finish(self) -> None:
        """Over, well or not."""
        self._delay.stop()
        self._bar.set_share(0.0)
        self.hide()

    @Slot()
    def _cancelled(self) -> None:
        self._cancel.setEnabled(False)
        self.words.setText(tr("Cancelling"))
        self.cancelled.emit()


class _Bar(Painted):
    """A bar of a share, or one that wanders."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._wander)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        self._share = share
        if share is None:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    @Slot()
    def _wander(self) -> None:
        self._step = (self._step + 1) % 60
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = box.height() / 2
        rounded(painter, box, radius, self.colours["border"])
        if self._share is None:
            wide = box.width() * 0.25
            left = (box.width() + wide) * self._step / 60 - wide
            piece = QRectF(left, 0, wide, box.height()).intersected(box)
            rounded(painter, piece, radius, self.colours["accent"])
        elif self._share > 0:
            rounded(painter, QRectF(0, 0, box.width() * self._share, box.height()), radius, self.colours["accent"])
