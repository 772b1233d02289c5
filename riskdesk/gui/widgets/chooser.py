"""A line that chooses one of many: type to find by text or pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.droplist import DropList
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.options import Option, matching
from riskdesk.i18n import tr

Source = Callable[[str], Sequence[Option]]


class Chooser(LineEdit):
    """Choose one Option. Arrows move, Enter takes, Esc closes; a click or Alt+Down opens the whole list.

    Options come from `set_options`, or for long lists from `set_source(text -> options)`. With `creatable` a row
    offers to make what was typed: `create_wanted` brings the text. With `keeps_unclear` a text that chooses nothing
    stays when the keyboard goes elsewhere, and `unclear` tells it; where it can only mean one option, that is taken.
    """

    value_changed = Signal(object)
    """The key that the user chose, None when the line was emptied."""
    taken = Signal()
    """An option was taken, be it the one that stood there."""
    create_wanted = Signal(str)

    def __init__(
        self, placeholder: str = "", creatable: bool = False, keeps_unclear: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(placeholder, parent)
        self._keeps_unclear = keeps_unclear
        self._options: list[Option] = []
        self._source: Source | None = None
        self._creatable = creatable
        self._value: Any = None
        self._value_text = ""
        self.drop = DropList(self)
        self.drop.picked.connect(self.take)
        self._clear = IconButton("x", tr("Clear"), 22, self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._emptied)
        self._clear.hide()
        self.textEdited.connect(self._edited)
        self._fit_hint()

    def set_options(self, options: Sequence[Option]) -> None:
        """All that can be chosen; the value stays and takes its text from here."""
        self._options = list(options)
        if self._value is not None:
            self.set_value(self._value)

    def set_source(self, source: Source) -> None:
        """Where the options for a text come from, best first."""
        self._source = source

    def value(self) -> Any:
        """The key chosen, None for none."""
        return self._value

    def unclear(self) -> str:
        """What was typed and chooses nothing; '' where the text is that of the choice."""
        return "" if self.text() == self._value_text else self.text().strip()

    def set_value(self, key: Any, text: str | None = None) -> None:
        """Show a choice; without `text` it is looked up among the options. Emits nothing."""
        if text is None:
            text = next((option.text for option in self._options if option.key == key), self._value_text)
        self._value, self._value_text = key, text if key is not None else ""
        self.setText(self._value_text)
        self.setCursorPosition(0)
        self._clear.setVisible(key is not None and not self.isReadOnly())

    def _reserved(self) -> int:
        return theme().px(24)

    def _found(self, text: str) -> list[Option]:
        found = list(self._source(text)) if self._source is not None else matching(self._options, text)
        wish = text.strip()
        if self._creatable and wish and all(option.text.casefold() != wish.casefold() for option in found):
            found.append(Option(None, tr("Create “{name}”", name=wish), icon="plus", create=True))
        return found

    @Slot(str)
    def _edited(self, text: str) -> None:
        self.drop.open(self._found(text), nothing=self._nothing(text))

    @Slot()
    def open_all(self) -> None:
        """Open the list with everything, the value marked."""
        found = self._found("")
        mark = next((row for row, option in enumerate(found) if option.key == self._value), 0)
        self.drop.open(found, mark, self._nothing(""))

    def _nothing(self, text: str) -> str:
        """What an empty list says while nothing is typed: how the first entry comes into it."""
        if text.strip():
            return ""
        if self._creatable:
            return tr("Nothing here yet. Type a name to make the first entry.")
        return tr("There is nothing to choose from yet.")

    @Slot(object)
    def take(self, option: Option) -> None:
        """Choose an option as the user does."""
        self.drop.close_list()
        if option.create:
            self.create_wanted.emit(self.text().strip())
            return
        changed = option.key != self._value
        self.set_value(option.key, option.text)
        if changed:
            self.value_changed.emit(option.key)
        self.taken.emit()

    @Slot()
    def _emptied(self) -> None:
        changed = self._value is not None
        self.set_value(None)
        self.drop.close_list()
        if changed:
            self.value_changed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        opened = self.drop.isVisible()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if Qt.Key(key) in steps:
            if opened:
                self.drop.view.step(steps[Qt.Key(key)])
            elif key == Qt.Key.Key_Down:
                self.open_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and opened:
            option = self.drop.view.current()
            if option is not None:
                self.take(option)
        elif key == Qt.Key.Key_Escape and opened:
            self.drop.close_list()
            self.setText(self._value_text)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            if self.drop.isVisible():
                self.drop.close_list()
            else:
                self.selectAll()
                self.open_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drop.close_list()
        if not self.text().strip() and self._value is not None:
            self._emptied()
        elif self.text() != self._value_text:
            self._settle()

    def _settle(self) -> None:
        """The keyboard went elsewhere, and what was typed chose nothing."""
        if not self._keeps_unclear:
            self.setText(self._value_text)
            return
        meant = [option for option in self._found(self.text()) if not option.create]
        if len(meant) == 1:
            self.take(meant[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._clear.sizeHint()
        self._clear.resize(side)
        self._clear.move(self.width() - side.width() - theme().px(5), (self.height() - side.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._clear.isHidden():
            side = theme().px(14)
            place = self.rect().adjusted(self.width() - side - theme().px(9), 0, -theme().px(9), 0)
            paint_icon(QPainter(self), "chevron-down", place.toRectF(), colours_of(self)["text2"])
