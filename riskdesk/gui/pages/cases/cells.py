"""Cells of a row that is edited: what they are, and the texts in which Enter goes on to the next row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from riskdesk.gui.bindings import Binding, Make, TextBinding
from riskdesk.gui.widgets.edits import GrowingText
from riskdesk.i18n import tr


@dataclass(frozen=True)
class Cell:
    """One cell of a row. `width` in px at 100 %, 0 for the one that takes what is left.

    `counts` is False for a cell (a choice with a default) that does not fill a row by itself; `start` is what a new
    row has in it.
    """

    name: str
    label: str
    make: Make
    width: int = 0
    counts: bool = True
    start: Any = None


class EnterText(GrowingText):
    """Several lines in a row: Enter asks for the next row, Shift+Enter begins a new line."""

    entered = Signal()

    def __init__(self, placeholder: str = "", least: int = 1, most: int = 8) -> None:
        super().__init__(placeholder, least, most)
        # The first line stands level with the lines beside it.
        self.document().setDocumentMargin(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class EnterTextBinding(TextBinding):
    """What `EnterText` edits."""

    widget: EnterText

    def __init__(self, placeholder: str = "") -> None:
        Binding.__init__(self, EnterText(placeholder, least=1, most=8))
        self.widget.text_edited.connect(self.changed)


class PointsBinding(EnterTextBinding):
    """A list of lines in one cell, each on a line of its own; Enter begins the next line."""

    def __init__(self, placeholder: str = "") -> None:
        Binding.__init__(self, GrowingText(placeholder, least=2, most=14))
        self.widget.document().setDocumentMargin(1)
        self.widget.text_edited.connect(self.changed)

    def value(self) -> list[str]:  # type: ignore[override]
        return [line.strip() for line in self.widget.text().splitlines() if line.strip()]

    def set_value(self, value: Any) -> None:
        self.widget.set_text("\n".join(value or ()))

    def raw(self) -> str:
        return self.widget.text()

    def set_raw(self, raw: Any) -> None:
        self.widget.set_text(raw or "")


def enter_text(placeholder: str = "") -> Make:
    """Several lines; Enter asks for the next row."""
    return lambda session: EnterTextBinding(tr(placeholder) if placeholder else "")


def points(placeholder: str = "") -> Make:
    """A list of lines in one cell."""
    return lambda session: PointsBinding(tr(placeholder) if placeholder else "")
