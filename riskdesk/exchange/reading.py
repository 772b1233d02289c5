"""Columns of a sheet made ready for reading: every distinct value of a closed column is judged once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, Value, fold, text_of
from riskdesk.exchange.dates import Unclear, read_date
from riskdesk.exchange.heads import Head
from riskdesk.exchange.questions import AS_TEXT, CREATE, LEAVE, MATCH, Known, word_of
from riskdesk.exchange.targets import Target
from riskdesk.exchange.values import LEC_READERS, NOT_ON_SCALE, READERS, error_in, is_blank, read_figure, read_room

NOT_ANSWERED = N_("“{word}”: please say what it means.")
NAME_NOT_ANSWERED = N_("“{word}”: match, create or leave?")
ORDER_NOT_ANSWERED = N_("{typed}: please choose the order of day and month.")
CLOSED_SORTS = frozenset({"date", "choice", "name", "matrix"})

_GRADES = (1, 2, 3, 4, 5)

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Kept:
    """A cell whose field stays empty and whose text is kept among the notes."""

    text: str


@dataclass(frozen=True)
class Reading:
    """One column ready for reading: `table` for closed columns, `read` for the others."""

    head: Head
    target: Target
    column: int
    read: Callable[[Value], Any] | None
    """None where every cell can be taken as it stands."""
    table: Mapping[Value, Any] | None = None


_PIECE = 10_000
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\r"
_CARE = {
    "text": re.compile(f"[{_UNSEEN}#]|=DISP"),
    "title": re.compile(f"[{_UNSEEN}#\n\t]|=DISP"),
    "line": re.compile(f"[{_UNSEEN}#\n\t]|=DISP"),
    "room": re.compile(f"[{_UNSEEN}#\n\t月a-zA-Zａ-ｚＡ-Ｚ]|\\.0"),
    "code": re.compile(f"[{_UNSEEN}#\n\teE]|\\.0"),
}
"""What makes a reader look closely at a cell; records take spaces off by themselves."""


def _is_plain(sort: str, values: Sequence[Value]) -> bool:
    """Whether a column holds nothing but texts that can be taken as they stand: found in one look over all of it."""
    care = _CARE.get(sort)
    if care is None:
        return False
    # In pieces, since nothing else in the program goes on while one is looked through.
    for start in range(0, len(values), _PIECE):
        try:
            if care.search("\x1f".join(values[start : start + _PIECE])):  # type: ignore[arg-type]
                return False
        except TypeError:  # not all of them are texts
            return False
    return True


class Judge:
    """Reads cells by a person's answers, by what the file knows already and by what is proposed for sure."""

    def __init__(self, answers: Answers, known: Known, created: Mapping[str, str], date1904: bool) -> None:
        self.answers, self.known, self.created, self.date1904 = answers, known, created, date1904

    def reading(self, head: Head, target: Target, values: Sequence[Value]) -> Reading:
        """The column of `head`, whose cells hold `values`, made ready."""
        read = self._reader(head, target)
        if target.sort not in CLOSED_SORTS and _is_plain(target.sort, values):
            return Reading(head, target, head.column, None)
        distinct = set(values)
        if target.sort in CLOSED_SORTS or 4 * len(distinct) < len(values):
            return Reading(head, target, head.column, None, {value: read(value) for value in distinct})
        return Reading(head, target, head.column, read)

    def _reader(self, head: Head, target: Target) -> Callable[[Value], Any]:
        if target.sort == "lec":
            return LEC_READERS[target.name.rsplit(".", 1)[1]]
        if target.sort == "date":
            return lambda value: self._date(head, target, value)
        if target.sort in ("choice", "matrix"):
            return lambda value: self._word(target, value)
        if target.sort == "name":
            return lambda value: self._name(target.of, value)
        if target.sort == "spot":
            return self._spot
        return READERS[target.sort]

    def _date(self, head: Head, target: Target, value: Value) -> Any:
        if is_blank(value):
            return None
        wrong = error_in(value)
        if wrong:
            return wrong
        if isinstance(value, str) and self.answers.get(f"word:{target.name}:{fold(word_of(value))}") == AS_TEXT:
            return Kept(word_of(value))
        found = read_date(value, date1904=self.date1904, order=self.answers.get(f"order:{head.key}", ""))
        return Fault(ORDER_NOT_ANSWERED, {"typed": found.typed}) if isinstance(found, Unclear) else found

    def _word(self, target: Target, value: Value) -> Any:
        if is_blank(value):
            return None
        wrong = error_in(value)
        if wrong:
            return wrong
        word = word_of(value)
        if target.sort == "matrix" and isinstance(figure := read_figure(value), float):
            off = Fault(NOT_ON_SCALE, {"typed": word, "expected": "1, 2, 3, 4, 5"})
            return int(figure) if figure in _GRADES else off
        answer = self.answers.get(f"word:{target.name}:{fold(word)}", "")
        if answer == LEAVE:
            return None
        if not answer:
            return Fault(NOT_ANSWERED, {"word": word})
        return int(answer) if target.sort == "matrix" else answer

    def _name(self, kind: str, value: Value) -> Any:
        if is_blank(value):
            return None
        wrong = error_in(value)
        if wrong:
            return wrong
        name = word_of(value)
        key = f"name:{kind}:{fold(name)}"
        answer = self.answers.get(key, "")
        if answer.startswith(MATCH):
            return answer.removeprefix(MATCH)
        if answer == LEAVE:
            return Kept(name)
        if answer == CREATE:
            return self.created[key]
        same = self.known.exact(kind, name)
        return same[0] if len(same) == 1 else Fault(NAME_NOT_ANSWERED, {"word": name})

    def _spot(self, value: Value) -> tuple[str, str] | Fault | None:
        """(id of the site, place there); '' for a site where the text begins with the name of none."""
        text = read_room(value)
        if isinstance(text, Fault) or is_blank(text):
            return text if isinstance(text, Fault) else None
        sites = [(id, name) for id, name in self.known.names.get("site", ()) if f"{text} ".startswith(f"{name} ")]
        id, name = max(sites, key=lambda site: len(site[1]), default=("", ""))
        return id, text.removeprefix(name).strip()


def shown(value: Value) -> str:
    """A cell's text in a message, cut where it is long."""
    text = " ".join(text_of(value).split())
    return text if len(text) <= 40 else text[:39] + "…"
