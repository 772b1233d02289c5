"""How the cell of a column is edited in its place, and how it is read from the text of another program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QLineEdit

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.domain.words import N_, Choice
from riskdesk.gui.bindings import NOT_A_DAY
from riskdesk.gui.references import CREATABLE, options_of
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.cell_input import CellChooser
from riskdesk.gui.widgets.day import parse_day
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.options import Option
from riskdesk.gui.widgets.valueedits import DayEdit
from riskdesk.i18n import catalogue, tr
from riskdesk.store.search import fold, initials

EMPTY = N_("Please fill this in.")


class Unclear(RiskdeskError):
    """What was typed or pasted is no value of this field."""


class Names:
    """Looks up people, departments and sites by their exact names, each kind read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._known: dict[str, dict[str, list[str]]] = {}

    def ids(self, kind: str, text: str) -> list[str]:
        """The ids of everything of a kind that is called `text`; a site answers to its code too."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = {}
            for entry in self.desk.directory.all(kind):
                for name in {entry.name, entry.code} if kind == "site" else {entry.name}:
                    known.setdefault(fold(name.strip()), []).append(entry.id)
        return known.get(fold(text.strip()), [])


@dataclass(frozen=True)
class CellField:
    """A field of a record that is edited in a cell. `least` is the least width of its editor, in px at 100 %."""

    name: str
    label: str
    least: ClassVar[int] = 120
    keeps_draft: ClassVar[bool] = False
    """Whether what is half typed is a draft of the record too."""

    def line(self, session: Session, value: Any) -> QLineEdit:
        """The editor, showing a value."""
        raise TypeError(type(self).__name__)

    def read(self, line: QLineEdit, names: Names) -> Any:
        """What the editor holds. Raises `Unclear`."""
        return self.parse(line.text(), names)

    def parse(self, text: str, names: Names) -> Any:
        """The value that a text means. Raises `Unclear`."""
        raise TypeError(type(self).__name__)

    def of_stored(self, stored: Any) -> Any:
        """The value of what the column of a row holds."""
        return stored

    def told(self, desk: Desk, value: Any) -> str:
        """A value as people read it."""
        return str(value or "")


@dataclass(frozen=True)
class TextField(CellField):
    """One line of text."""

    most: int = 500
    required: bool = False
    least: ClassVar[int] = 220
    keeps_draft: ClassVar[bool] = True

    def line(self, session: Session, value: Any) -> QLineEdit:
        line = LineEdit()
        line.setText(value or "")
        return line

    def parse(self, text: str, names: Names) -> str:
        clean = " ".join(text.split())
        if self.required and not clean:
            raise Unclear(EMPTY)
        if len(clean) > self.most:
            raise Unclear(N_("Too long: at most {max_length} characters."), max_length=self.most)
        return clean


@dataclass(frozen=True)
class DayField(CellField):
    """A day, written in any usual way."""

    least: ClassVar[int] = 160
    keeps_draft: ClassVar[bool] = True

    def line(self, session: Session, value: Any) -> QLineEdit:
        line = DayEdit(today=lambda: session.desk.today)
        line.set_value(value)
        return line

    def parse(self, text: str, names: Names) -> dt.date | None:
        if not text.strip() or text.strip() in ("—", "-"):
            return None
        # A day that was copied as a moment stands with its midnight.
        found = parse_day(text.strip().removesuffix(" 00:00:00").removesuffix(" 0:00"), names.desk.today)
        if found is None:
            raise Unclear(NOT_A_DAY)
        return found

    def of_stored(self, stored: Any) -> Any:
        return dt.date.fromisoformat(stored) if stored else None

    def told(self, desk: Desk, value: Any) -> str:
        return formats.day(value) if value else ""


@dataclass(frozen=True)
class NumberField(CellField):
    """A whole number within bounds."""

    low: int = 1
    high: int = 3660

    def line(self, session: Session, value: Any) -> QLineEdit:
        line = LineEdit()
        line.setText(str(value))
        return line

    def parse(self, text: str, names: Names) -> int:
        clean = fold(text.strip()).removesuffix(".0")
        if not clean.isdecimal() or not self.low <= int(clean) <= self.high:
            raise Unclear(N_("A whole number from {low} to {high}."), low=self.low, high=self.high)
        return int(clean)

    def told(self, desk: Desk, value: Any) -> str:
        return f"{value:,}"


@dataclass(frozen=True)
class ChoiceField(CellField):
    """One of a few values; `choices` gives each value with its words, the ones that are shown first."""

    choices: Callable[[Desk], Sequence[tuple[Any, Sequence[str]]]] = lambda desk: ()
    least: ClassVar[int] = 130

    def line(self, session: Session, value: Any) -> QLineEdit:
        line = CellChooser()
        line.set_options([Option(v, words[0], initials=initials(words[0])) for v, words in self.choices(session.desk)])
        line.set_value(value)
        return line

    def read(self, line: QLineEdit, names: Names) -> Any:
        assert isinstance(line, CellChooser)
        return line.value() if line.is_clear() and line.value() is not None else self.parse(line.text(), names)

    def parse(self, text: str, names: Names) -> Any:
        wanted = fold(text.strip())
        if not wanted:
            raise Unclear(EMPTY)
        offered = self.choices(names.desk)
        for value, words in offered:
            if wanted in map(fold, (*words, str(value))):
                return value
        raise Unclear(N_("Must be one of: {expected}."), expected="、".join(words[0] for _, words in offered))

    def told(self, desk: Desk, value: Any) -> str:
        return next((words[0] for known, words in self.choices(desk) if known == value), str(value))


@dataclass(frozen=True)
class RefField(CellField):
    """A record of another kind, by its name; what does not exist yet can be made in the cell."""

    kind: str = "person"
    least: ClassVar[int] = 180

    def line(self, session: Session, value: Any) -> QLineEdit:
        return _RefLine(session, self.kind, value)

    def read(self, line: QLineEdit, names: Names) -> str:
        assert isinstance(line, CellChooser)
        return (line.value() or "") if line.is_clear() else self.parse(line.text(), names)

    def parse(self, text: str, names: Names) -> str:
        if not text.strip() or text.strip() == "—":
            return ""
        found = names.ids(self.kind, text)
        if len(found) == 1:
            return found[0]
        kind, name = tr(KIND_NAMES[self.kind]), text.strip()
        if found:
            raise Unclear(
                N_("{n} entries are called “{name}”. Choose the right one in the cell."), n=len(found), name=name
            )
        raise Unclear(N_("{kind} “{name}” is not in the directory."), kind=kind, name=name)

    def told(self, desk: Desk, value: Any) -> str:
        return desk.name(value or "")


class _RefLine(CellChooser):
    def __init__(self, session: Session, kind: str, value: str) -> None:
        super().__init__(creatable=kind in CREATABLE)
        self._session, self._kind = session, kind
        self.set_source(self._offer)
        self.create_wanted.connect(self._create)
        self.set_value(value or None, session.desk.name(value) if value else None)

    def _offer(self, text: str) -> Sequence[Option]:
        return options_of(self._session, self._kind, text)

    def _create(self, text: str) -> None:
        name = text.strip()
        self._session.do(self._session.desk.directory.add_named, self._kind, name, then=self._made,
                         notice=tr("{name} was added to the directory.", name=name))  # fmt: skip

    def _made(self, entry: Any) -> None:
        self.set_value(entry.id, entry.name)


def choice_words(cls: type[Choice]) -> Callable[[Desk], list[tuple[Any, Sequence[str]]]]:
    """The values of a `Choice` with their words in the language in use, in English and in Chinese."""

    def choices(desk: Desk) -> list[tuple[Any, Sequence[str]]]:
        return [(member, (tr(member.label), member.label, catalogue("zh").get(member.label, ""))) for member in cls]

    return choices
