"""The review meetings that a sample office has behind it: `sample/meetings.toml`.

    [[meeting]]         one meeting: `quarters_ago`, the `day` of that quarter, `place`, `chair`, `present`, `minutes`
    [[meeting.added]]   what was put on its agenda by hand: `text`, `decision`, and `risk` where it is about one
    [decided.risk]      by key, what was decided when that risk came up: the first text the first time, and so on
    [by_kind]           by kind of topic, what was decided on all others, in turn; "" was talked about without result

The agenda itself is not told: it fills itself from what stood out in the file on that day.
"""

from __future__ import annotations

import datetime as dt
import pathlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import Field

from riskdesk.domain.calendar import Quarter
from riskdesk.domain.errors import Invalid
from riskdesk.domain.record import Line, Part, Text, Title, validated
from riskdesk.domain.review import TopicKind
from riskdesk.domain.words import N_
from riskdesk.exchange.bank_files import SAMPLE, Problem, read_file
from riskdesk.exchange.bank_times import OFFICE_ZONE
from riskdesk.toml_lines import Lines, Path

MEETINGS = "meetings.toml"
_FRIDAY = 4


class Added(Part):
    """Something put on the agenda by hand, with what was decided."""

    text: Title
    decision: Text = ""
    risk: Line = ""


class Told(Part):
    """A meeting as the file tells it."""

    quarters_ago: Annotated[int, Field(ge=1, le=3)]
    day: Annotated[int, Field(ge=1, le=90)]
    place: Line = ""
    chair: Line
    present: tuple[Line, ...]
    minutes: Text = ""
    added: tuple[Added, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """A meeting with its day; people and risks are named by key until `Meetings.with_ids`."""

    period: Quarter
    on: dt.date
    told: Told


@dataclass(frozen=True)
class Meetings:
    """What was held, the oldest first, and what was decided."""

    held: tuple[Meeting, ...] = ()
    decided: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Kind and key to the decisions on that record, one a meeting."""
    by_kind: Mapping[TopicKind, tuple[str, ...]] = field(default_factory=dict)

    def with_ids(self, id_of: Callable[[str, str], str]) -> Meetings:
        """The same with `id_of(kind, key)` in place of every key."""
        return replace(
            self, held=tuple(replace(meeting, told=_with_ids(meeting.told, id_of)) for meeting in self.held),
            decided={(kind, id_of(kind, key)): texts for (kind, key), texts in self.decided.items()},
        )  # fmt: skip


def _with_ids(told: Told, id_of: Callable[[str, str], str]) -> Told:
    added = tuple(one.model_copy(update={"risk": id_of("risk", one.risk) if one.risk else ""}) for one in told.added)
    people = {"chair": id_of("person", told.chair), "present": tuple(id_of("person", key) for key in told.present)}
    return told.model_copy(update={**people, "added": added})


def meetings_in(
    folder: pathlib.Path, now: dt.datetime, known: Collection[tuple[str, str]], problems: list[Problem]
) -> Meetings:  # fmt: skip
    """What `sample/meetings.toml` of `folder` tells; what is wrong, or names none of `known`, goes to `problems`."""
    name = f"{folder.name}/{SAMPLE}/{MEETINGS}"
    file = folder / SAMPLE / MEETINGS
    read = read_file(file, name, problems) if file.exists() else None
    return _Reader(name, read[1], now, known, problems).read(read[0]) if read else Meetings()


@dataclass
class _Reader:
    name: str
    lines: Lines
    now: dt.datetime
    known: Collection[tuple[str, str]]
    problems: list[Problem]

    def read(self, tables: dict[str, Any]) -> Meetings:
        for other in tables.keys() - {"meeting", "decided", "by_kind"}:
            self._wrong((other,), N_("There is no such field."))
        told = [self._meeting(("meeting", n), table) for n, table in enumerate(_list(tables.get("meeting")))]
        held = sorted((meeting for meeting in told if meeting), key=lambda meeting: meeting.on)
        return Meetings(tuple(held), dict(self._decided(tables)), dict(self._by_kind(tables)))

    def _meeting(self, path: Path, table: Any) -> Meeting | None:
        try:
            told = validated(Told, table)
        except Invalid as invalid:
            for error in invalid.errors:
                self._wrong((*path, *_path(error.field)), error.text, **error.params)
            return None
        self._check("person", told.chair, (*path, "chair"))
        for n, key in enumerate(told.present):
            self._check("person", key, (*path, "present", n))
        for n, added in enumerate(told.added):
            if added.risk:
                self._check("risk", added.risk, (*path, "added", n, "risk"))
        period = Quarter.of(self.now.astimezone(OFFICE_ZONE).date()).ago(told.quarters_ago)
        day = period.first + dt.timedelta(days=told.day - 1)
        # Nobody meets at the weekend.
        return Meeting(period, day - dt.timedelta(days=max(0, day.weekday() - _FRIDAY)), told)

    def _decided(self, tables: dict[str, Any]) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
        for kind, by_key in _table(tables.get("decided")).items():
            for key, texts in _table(by_key).items():
                path = ("decided", kind, key)
                self._check(kind, key, path)
                yield (kind, key), self._texts(texts, path)

    def _by_kind(self, tables: dict[str, Any]) -> Iterator[tuple[TopicKind, tuple[str, ...]]]:
        for name, texts in _table(tables.get("by_kind")).items():
            path = ("by_kind", name)
            if name in list(TopicKind):
                yield TopicKind(name), self._texts(texts, path)
            else:
                self._wrong(path, N_("There is no such field."))

    def _texts(self, texts: Any, path: Path) -> tuple[str, ...]:
        if isinstance(texts, list) and texts and all(isinstance(text, str) for text in texts):
            return tuple(texts)
        self._wrong(path, N_("Must be a list."))
        return ()

    def _check(self, kind: str, key: str, path: Path) -> None:
        if (kind, key) not in self.known:
            self._wrong(path, N_("No record has the key {key}."), key=key)

    def _wrong(self, path: Path, text: str, /, **params: Any) -> None:
        self.problems.append(Problem(self.name, self.lines.of(path), ".".join(map(str, path)), text, params))


def _path(field: str) -> Path:
    return tuple(int(part) if part.isdigit() else part for part in field.split("."))


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
