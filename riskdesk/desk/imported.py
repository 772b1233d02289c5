"""The lists that were brought in, each known again by the row numbers of its records.

Apart from `imports`, which takes long to read and is only wanted when somebody brings a list in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from riskdesk.store import Store
from riskdesk.store.query import Condition

FILES = "imported_files"
"""Where the store keeps what was brought in."""


@dataclass(frozen=True)
class ImportedList:
    """A list that was brought in on a day: name of its file, number of records, row number of the first of them."""

    day: str
    name: str
    added: int
    first: int

    @property
    def key(self) -> str:
        """The row numbers of its records, as text."""
        return f"{self.first}-{self.first + self.added - 1}"


def imported_lists(store: Store, kind: str) -> list[ImportedList]:
    """The lists of records of a kind that were brought in and not taken back, the last one first."""
    kept: dict[str, dict[str, Any]] = json.loads(store.meta(FILES) or "{}")
    return [
        ImportedList(told["day"], told["name"], told["added"], told["first"]) for told in reversed(kept.values())
        if told["kind"] == kind and not store.is_deleted(kind, told["one"])
    ]  # fmt: skip


def among(keys: Iterable[str]) -> tuple[Condition, ...]:
    """What holds for the records of the lists of these keys."""
    spans = [tuple(map(int, key.split("-"))) for key in keys]
    if len(spans) == 1:
        first, last = spans[0]
        return (Condition("n", ">=", first), Condition("n", "<=", last))
    return (Condition("n", "in", tuple(number for first, last in spans for number in range(first, last + 1))),)
