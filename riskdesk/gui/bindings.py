"""What joins an editor's widget to a field of a record: its value, what was typed, and whether it is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk import Desk
from riskdesk.domain.words import N_, Choice
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.combo import Combo
from riskdesk.gui.widgets.edits import GrowingText, LineEdit
from riskdesk.gui.widgets.number import NumberBox
from riskdesk.gui.widgets.valueedits import DayEdit, DurationEdit, MoneyEdit, ValueEdit
from riskdesk.i18n import tr

NOT_A_DAY = N_("Not a date. Write 2026-03-15, 3-15, tomorrow or +7.")
NOT_MONEY = N_("Not an amount of money.")
NOT_A_DURATION = N_("Not a duration. Write 15 min, 1:30 or 2 h.")
NOT_A_NUMBER = N_("Must be a whole number.")
NOT_CHOSEN = N_("Please choose one.")


class Binding(QObject):
    """Base: `value` is what the record takes, `raw` the JSON value that a draft keeps."""

    changed = Signal()
    IS_TEXT: ClassVar[bool] = False
    """Whether people write sentences here, in which there may be personal data."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.widget = widget

    def value(self) -> Any:
        """What the field means now."""
        raise TypeError(type(self).__name__)

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise TypeError(type(self).__name__)

    def raw(self) -> Any:
        """What was typed, as a JSON value."""
        return self.value()

    def set_raw(self, raw: Any) -> None:
        """Put back what was typed."""
        self.set_value(raw)

    def problem(self) -> str:
        """Source text of why what was typed is not understood; '' when it is."""
        return ""


Make = Callable[[Session], Binding]


class LineBinding(Binding):
    """One line of text."""

    IS_TEXT = True
    widget: LineEdit

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(LineEdit(placeholder))
        self.widget.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.widget.text()

    def set_value(self, value: Any) -> None:
        self.widget.setText(value or "")


class TextBinding(Binding):
    """Several lines of text."""

    IS_TEXT = True
    widget: GrowingText

    def __init__(self, least: int = 2) -> None:
        super().__init__(GrowingText(least=least))
        self.widget.text_edited.connect(self.changed)

    def value(self) -> str:
        return self.widget.text()

    def set_value(self, value: Any) -> None:
        self.widget.set_text(value or "")


class ValueBinding(Binding):
    """A line that stands for a day, an amount or a duration; a draft keeps the text, understood or not."""

    widget: ValueEdit

    def __init__(self, widget: ValueEdit, unclear: str) -> None:
        super().__init__(widget)
        self._unclear = unclear
        widget.textChanged.connect(self.changed)

    def value(self) -> Any:
        return self.widget.value()

    def set_value(self, value: Any) -> None:
        self.widget.set_value(value)

    def raw(self) -> str:
        return self.widget.text()

    def set_raw(self, raw: Any) -> None:
        self.widget.setText(raw or "")

    def problem(self) -> str:
        return "" if self.widget.is_valid() else self._unclear


class ComboBinding(Binding):
    """A choice from a short list of (value, words); with `asked` nothing is chosen until the person does."""

    widget: Combo

    def __init__(self, options: Iterable[tuple[Any, str]], asked: bool = False) -> None:
        super().__init__(Combo())
        self._asked = asked
        self.widget.setPlaceholderText(tr("Please choose") if asked else "")
        for value, words in options:
            self.widget.addItem(words, value)
        self.widget.currentIndexChanged.connect(self.changed)

    def value(self) -> Any:
        return self.widget.currentData()

    def set_value(self, value: Any) -> None:
        # A value that is no longer offered stays, so that saving something else does not change it.
        place = self.widget.findData(value)
        if place < 0 and value not in (None, ""):
            self.widget.addItem(str(value), value)
            place = self.widget.count() - 1
        self.widget.setCurrentIndex(place if self._asked else max(0, place))

    def problem(self) -> str:
        return NOT_CHOSEN if self._asked and self.widget.currentIndex() < 0 else ""


class NumberBinding(Binding):
    """A whole number within bounds."""

    widget: NumberBox

    def __init__(self, low: int, high: int, suffix: str = "") -> None:
        super().__init__(NumberBox(low, high, suffix))
        self.widget.valueChanged.connect(self.changed)

    def value(self) -> int:
        return self.widget.value()

    def set_value(self, value: Any) -> None:
        self.widget.setValue(int(value or 0))


class OptionalNumberBinding(LineBinding):
    """A whole number, or nothing for not known."""

    IS_TEXT = False

    def value(self) -> Any:
        text = self.widget.text().strip()
        return int(text) if text.isdigit() else None

    def set_value(self, value: Any) -> None:
        self.widget.setText("" if value is None else str(value))

    def raw(self) -> str:
        return self.widget.text()

    def set_raw(self, raw: Any) -> None:
        self.widget.setText(raw or "")

    def problem(self) -> str:
        text = self.widget.text().strip()
        return "" if not text or text.isdigit() else NOT_A_NUMBER


def line(placeholder: str = "") -> Make:
    """One line; `placeholder` is a source text."""
    return lambda session: LineBinding(tr(placeholder) if placeholder else "")


def text(least: int = 2) -> Make:
    """Several lines."""
    return lambda session: TextBinding(least)


def day() -> Make:
    """A day, written in any usual way."""
    return lambda session: ValueBinding(DayEdit(today=lambda: session.desk.today), NOT_A_DAY)


def money() -> Make:
    """Yuan for people, cents for the record."""
    return lambda session: ValueBinding(MoneyEdit(), NOT_MONEY)


def duration() -> Make:
    """Any usual way of a duration, seconds for the record."""
    return lambda session: ValueBinding(DurationEdit(), NOT_A_DURATION)


def number(low: int, high: int, suffix: str = "") -> Make:
    """A whole number within bounds."""
    return lambda session: NumberBinding(low, high, suffix)


def optional_number() -> Make:
    """A whole number, or nothing."""
    return lambda session: OptionalNumberBinding()


def choice(cls: type[Choice], *, optional: bool = False) -> Make:
    """One of the values of a `Choice`."""
    return lambda session: ComboBinding(
        [*([(None, "—")] if optional else []), *((member, tr(member.label)) for member in cls)]
    )


def options(make: Callable[[Desk], Sequence[tuple[Any, str]]], *, optional: bool = False, asked: bool = False) -> Make:
    """One of the values that the desk offers; `asked` has the person choose where the first one would be a guess."""
    return lambda session: ComboBinding([*([("", "—")] if optional else []), *make(session.desk)], asked)
