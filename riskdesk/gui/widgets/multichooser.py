"""Choosing several: what is chosen stands as chips before the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.chooser import Chooser, Source
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.options import Option, matching
from riskdesk.gui.widgets.paint import rounded


class MultiChooser(Painted):
    """Choose several Options. Backspace in the empty line takes the last one away; × takes any."""

    values_changed = Signal(list)
    """The keys, in the order chosen."""
    create_wanted = Signal(str)

    def __init__(self, placeholder: str = "", creatable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._all: list[Option] = []
        self._source: Source | None = None
        self._chosen: list[Option] = []
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self, gap=px(6), fill_last=True)
        self._flow.setContentsMargins(px(4), px(4), px(4), px(4))
        self.line = _Line(placeholder, creatable, parent=self)
        self.line.setProperty("flat", True)
        self.line.setMinimumHeight(px(24))
        self.line.drop.stand_under(self)
        self.line.set_source(self._offer)
        self.line.value_changed.connect(self._took)
        self.line.create_wanted.connect(self._create)
        self.line.back_wanted.connect(self._take_last)
        self.line.installEventFilter(self)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_options(self, options: Sequence[Option]) -> None:
        """All that can be chosen."""
        self._all = list(options)

    def set_source(self, source: Source) -> None:
        """Where the options for a text come from, for long lists."""
        self._source = source

    def values(self) -> list[Any]:
        """The keys chosen."""
        return [option.key for option in self._chosen]

    def set_values(self, values: Sequence[Any]) -> None:
        """Show these: keys among the options, or Options themselves. Emits nothing."""
        known = {option.key: option for option in self._all}
        found = [value if isinstance(value, Option) else known.get(value) for value in values]
        self._chosen = [option for option in found if option is not None]
        self._show()

    def add(self, option: Option) -> None:
        """Add one as the user does."""
        if option.key not in self.values():
            self._chosen.append(option)
            self._show()
            self.values_changed.emit(self.values())

    def _offer(self, text: str) -> list[Option]:
        found = self._source(text) if self._source is not None else matching(self._all, text)
        chosen = set(self.values())
        return [option for option in found if option.key not in chosen]

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            drop_later(chip)
        self._chips = []
        for place, option in enumerate(self._chosen):
            chip = Chip(option.text, removable=True, parent=self)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.removed.connect(self._remove)
            self._chips.append(chip)
            self._flow.insert(place, chip)
            chip.show()
        self.updateGeometry()

    @Slot()
    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip in self._chips:
            del self._chosen[self._chips.index(chip)]
            self._show()
            self.line.setFocus()
            self.values_changed.emit(self.values())

    @Slot()
    def _take_last(self) -> None:
        if self._chosen:
            self._chosen.pop()
            self._show()
            self.values_changed.emit(self.values())

    @Slot(object)
    def _took(self, key: Any) -> None:
        option = next((row for row in self.line.drop.view.options.options if row.key == key), None)
        self.line.set_value(None)
        if key is not None and option is not None:
            self.add(option)

    @Slot(str)
    def _create(self, text: str) -> None:
        self.line.set_value(None)
        self.create_wanted.emit(text)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else theme().px(240)
        return QSize(theme().px(240), self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(theme().px(32), self._flow.heightForWidth(width))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.line.hasFocus()
        c = self.colours
        border = c["red"] if self.property("invalid") else c["accent"] if focused else c["border"]
        rounded(QPainter(self), QRectF(self.rect()), 6, c["surface"], border, 2 if focused else 1)


class _Line(Chooser):
    """The line within: tells of Backspace when it is empty."""

    back_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(24))


class TagEdit(MultiChooser):
    """Free words as chips, with those in use offered; Enter, a comma (，、,) or leaving the line ends a word."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, creatable=True, parent=parent)
        self.create_wanted.connect(self._made)
        self.line.textEdited.connect(self._split)

    def set_words(self, words: Sequence[str]) -> None:
        """The words in use, to be offered."""
        self.set_options([Option(word, word) for word in words])

    def tags(self) -> list[str]:
        """The words, the one that is typed and not ended among them."""
        return list(dict.fromkeys(filter(None, (*map(str, self.values()), self.pending()))))

    def pending(self) -> str:
        """What is typed and no chip yet."""
        return self.line.text().strip()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these words; emits nothing."""
        self.line.set_value(None)
        self.set_values([Option(tag, tag) for tag in tags])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self.pending():
            word = self.pending()
            self.line.set_value(None)
            self._made(word)
        return super().eventFilter(watched, event)

    @Slot(str)
    def _made(self, text: str) -> None:
        self.add(Option(text, text))

    @Slot(str)
    def _split(self, text: str) -> None:
        *done, rest = re.split(r"[,，、;；\n]", text)
        if not done:
            return
        self.line.set_value(None)
        self.line.setText(rest)
        self.line.drop.close_list()
        for word in done:
            if word.strip():
                self._made(word.strip())
