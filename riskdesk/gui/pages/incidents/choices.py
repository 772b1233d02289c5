"""One of several, as buttons that wrap: arrows move, a click or Space takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Choices(QWidget):
    """Tab reaches the group once, at the button that is chosen."""

    chosen = Signal(str)
    """Key that the person took."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._buttons: dict[str, Button] = {}
        self._current = ""
        self._row = FlowLayout(self, theme().px(8))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer these."""
        if [(key, button.text()) for key, button in self._buttons.items()] != list(choices):
            self._fill(choices)
        self.set_current(current)

    def _fill(self, choices: Sequence[tuple[str, str]]) -> None:
        focused = any(button.hasFocus() for button in self._buttons.values())
        for button in self._buttons.values():
            self._row.removeWidget(button)
            drop_later(button)
        self._buttons = {}
        for key, words in choices:
            button = Button(words, large=True, parent=self)
            button.setObjectName(key)
            button.setCheckable(True)
            button.enter_presses = False
            button.clicked.connect(self._clicked)
            self._buttons[key] = button
            self._row.addWidget(button)
            button.setVisible(True)
        if focused and self._buttons:
            next(iter(self._buttons.values())).setFocus()
        self.updateGeometry()

    def current(self) -> str:
        """The key chosen, '' for none."""
        return self._current

    def set_current(self, key: str) -> None:
        """Show a choice; emits nothing."""
        self._current = key if key in self._buttons else ""
        first = next(iter(self._buttons), "")
        for name, button in self._buttons.items():
            button.setChecked(name == self._current)
            reached = name == (self._current or first)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
        if self._buttons:
            self.setFocusProxy(self._buttons[self._current or first])
        words = self._buttons[self._current].text() if self._current else ""
        self.setAccessibleName(f"{self._name}: {words}")

    @Slot()
    def _clicked(self) -> None:
        self._take(self.sender().objectName())

    def _take(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self._buttons)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        place = keys.index(self._current) + step if self._current else 0
        key = keys[max(0, min(len(keys) - 1, place))]
        self._take(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
