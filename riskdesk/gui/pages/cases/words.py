"""Fields of words: tags, helpers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Slot

from riskdesk.desk import Desk
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.multichooser import TagEdit
from riskdesk.gui.widgets.options import Option

Known = Callable[[Desk], Sequence[str]]
"""The words in use, to be offered."""


class WordsBinding(Binding):
    """Several words."""

    widget: TagEdit

    def __init__(self, session: Session, known: Known, placeholder: str = "") -> None:
        super().__init__(TagEdit(placeholder))
        self._desk, self._known = session.desk, known
        self.widget.values_changed.connect(self._took)
        self.widget.line.textEdited.connect(self._took)

    @Slot()
    def _took(self) -> None:
        self.changed.emit()

    def value(self) -> list[str]:
        return self.widget.tags()

    def set_value(self, value: Any) -> None:
        self.widget.set_words(self._known(self._desk))
        self.widget.set_tags(list(value or ()))


class WordEdit(Chooser):
    """One word or name: those in use are offered, any other may be typed."""

    def _edited(self, text: str) -> None:
        self._value = self._value_text = text
        super()._edited(text)


class WordBinding(Binding):
    """One line of text with those in use offered."""

    widget: WordEdit

    def __init__(self, session: Session, known: Known, placeholder: str = "") -> None:
        super().__init__(WordEdit(placeholder))
        self._desk, self._known = session.desk, known
        self.widget.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.widget.text().strip()

    def set_value(self, value: Any) -> None:
        words = self._known(self._desk)
        self.widget.set_options([Option(word, word) for word in words])
        self.widget.set_value(value or None, value or "")


def words(known: Known) -> Make:
    """Several words."""
    return lambda session: WordsBinding(session, known)


def word(known: Known) -> Make:
    """One line of text with those in use offered."""
    return lambda session: WordBinding(session, known)
