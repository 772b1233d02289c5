"""Notices that say what was done and offer to undo it: child widgets of the window, never popups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

SECONDS = 10
_SHADOW = 8
_MOST = 3
_TONES = {"check": "accent", "info": "text2"}
"""Colour of the icon: the accent stands for what was done, and for nothing else."""


class Notice(Painted):
    """One notice: icon, words, an action and a cross. Goes after its time, which stands still under the mouse."""

    closed = Signal()

    def __init__(self, text: str, icon: str, seconds: float, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self.count = 1
        self.icon = icon
        self._actions: list[Callable[[], object]] = []
        self.words = Label(text, wrap=True, parent=self)
        self.words.setMaximumWidth(px(420))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.button = Button("", "text", parent=self)
        self.button.hide()
        self.button.clicked.connect(self._act)
        cross = IconButton("x", tr("Close"), 24, self)
        cross.clicked.connect(self.close_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + px(38), _SHADOW + px(4), _SHADOW + px(8), _SHADOW + px(4))
        row.setSpacing(px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(cross)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.close_now)
        self._timer.start()
        self.setAccessibleName(text)

    def add(self, text: str, action_text: str, action: Callable[[], object] | None, key: str) -> None:
        """Take another happening of the same group in; its time begins anew."""
        self.words.setText(text)
        self.setAccessibleName(text)
        if action is not None:
            self._actions.append(action)
            self.button.set_words(action_text)
            self.button.set_key(key)
            self.button.show()
        self._timer.start()

    @Slot()
    def _act(self) -> None:
        actions, self._actions = self._actions[::-1], []
        self.close_now()
        for action in actions:
            action()

    @Slot()
    def close_now(self) -> None:
        """Go away."""
        self._timer.stop()
        self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        shade = QColor(0, 0, 0)
        for step in range(_SHADOW, 0, -1):
            shade.setAlpha(4 if not self.colours.dark else 16)
            rounded(painter, box.adjusted(-step, 2 - step, step, step), 8 + step, shade)
        rounded(painter, box, 8, self.colours["surface"], self.colours["border_strong"])
        side = theme().px(16)
        place = QRectF(box.x() + theme().px(14), box.y(), side, box.height())
        paint_icon(painter, self.icon, place, self.colours[_TONES.get(self.icon, "text")])


class Notices(QWidget):
    """The stack of notices at the bottom of `window`, at most three; the oldest goes first.

    They stand above the foot and what can be done with a record or a selection, at the lower end of a page.
    """

    def __init__(self, window: QWidget, foot_height: int = 92) -> None:
        super().__init__(window)
        self._window = window
        self._foot = foot_height
        self._shown: dict[str, Notice] = {}
        self._serial = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        window.installEventFilter(self)
        self.hide()

    def post(
        self,
        text: str,
        action_text: str = "",
        action: Callable[[], object] | None = None,
        group: str = "",
        merged: Callable[[int], str] | None = None,
        key: str = "",
        icon: str = "check",
        seconds: float = SECONDS,
    ) -> Notice:
        """Show a notice. One of the same `group` still showing is used again: its text becomes `merged(count)`, and
        its action then runs all that it stands for, the newest first."""
        if not group:
            self._serial += 1
        name = group or f"#{self._serial}"
        notice = self._shown.get(name)
        if notice is None:
            notice = Notice(text, icon, seconds, self)
            notice.setObjectName(name)
            notice.closed.connect(self._gone)
            self._shown[name] = notice
            self._column.addWidget(notice, 0, Qt.AlignmentFlag.AlignHCenter)
            # A layout counts a hidden widget for nothing, and would squeeze them all when it is shown a moment later.
            notice.show()
        else:
            notice.count += 1
            text = merged(notice.count) if merged else text
        notice.add(text, action_text, action, key)
        for old in list(self._shown.values())[:-_MOST]:
            old.close_now()
        self.show()
        self._place()
        return notice

    def withdraw(self, group: str) -> None:
        """What the notice of that group offers is no longer to be had."""
        if group in self._shown:
            self._shown[group].close_now()

    def texts(self) -> list[str]:
        """What is shown now, oldest first."""
        return [notice.words.text() for notice in self._shown.values()]

    @Slot()
    def _gone(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice) and self._shown.get(notice.objectName()) is notice:
            del self._shown[notice.objectName()]
            self._column.removeWidget(notice)
            drop_later(notice)
        self.setVisible(bool(self._shown))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        window = self._window
        self._column.activate()
        size = self.sizeHint().boundedTo(window.size())
        left = (window.width() - size.width()) // 2
        self.setGeometry(left, window.height() - theme().px(self._foot) - size.height(), size.width(), size.height())
        self.raise_()
