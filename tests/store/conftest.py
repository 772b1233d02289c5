"""A store of its own for each test, and short ways to fill it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from riskdesk.domain.record import Record
from riskdesk.domain.risk import Risk
from riskdesk.store import Store

NOW = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)
R = TypeVar("R", bound=Record)


class Filled:
    """A store and what the tests do with it most."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store.open(path)
        self.now = NOW

    def add(self, *records: R, verb: str = "add") -> list[R]:
        """Store new records in one write."""
        with self.store.write("me", verb, self.now) as write:
            return write.create_many(records)

    def risk(self, title: str = "电梯困人", **fields: Any) -> Risk:
        """A new risk."""
        return self.add(Risk(**({"title": title, "family": "operational"} | fields)))[0]

    def save(self, record: R, base: R | None = None, person: str = "me", **fields: Any) -> R:
        """Save `record` with other values for some fields, over `base` (itself)."""
        with self.store.write(person, "save", self.now) as write:
            return write.save(record.changed(**fields) if fields else record, base or record)

    def delete(self, record: Record) -> None:
        """Move a record to the trash."""
        with self.store.write("me", "delete", self.now) as write:
            write.delete(record.KIND, record.id)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    """An empty store."""
    made = Filled(tmp_path / "office.riskdesk")
    yield made
    made.store.close()
