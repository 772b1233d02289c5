"""The numbers that people see, such as `HQ-R-2026-0012`: counted by site, kind and year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TypeVar

from uuid_utils import uuid7

from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.store.connection import Connection

R = TypeVar("R", bound=Record)

_NUMBER = re.compile(r"([A-Z0-9]+)-([A-Z])-(\d{4})-(\d+)")


def named(db: Connection, site: str, now: dt.datetime, kind: str, records: Sequence[R]) -> list[R]:
    """Records of one kind, each with an id and a number; those that it brings are kept. Raises `NotAllowed`."""
    letter = KINDS[kind].LETTER
    wanting = sum(not record.number for record in records) if letter else 0
    for record in records:
        if record.number:
            _keep(db, kind, record.number)
    numbers = iter(_next(db, site, letter, now, wanting) if wanting else ())
    found = []
    for record in records:
        number = record.number or next(numbers, "")
        if not record.id or number != record.number:
            record = record.model_copy(update={"id": record.id or str(uuid7()), "number": number})
        found.append(record)
    return found


def _next(db: Connection, site: str, letter: str, now: dt.datetime, count: int) -> list[str]:
    # The year as the clock on the wall shows it: in China the new year begins eight hours before UTC's.
    year = now.astimezone().year
    last = db.all(
        "INSERT INTO counter (site, letter, year, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET last = last + excluded.last RETURNING last",
        (site, letter, year, count),
    )[0][0]
    return [f"{site}-{letter}-{year}-{number:04d}" for number in range(last - count + 1, last + 1)]


def _keep(db: Connection, kind: str, number: str) -> None:
    """A record brings its number, from a file that was exchanged: it must be free, and is not given out again."""
    if db.one(f'SELECT 1 FROM "{kind}" WHERE number = ?', (number,)):
        raise NotAllowed(N_("The number {number} is taken already."), number=number)
    if parts := _NUMBER.fullmatch(number):
        site, letter, year, last = parts.groups()
        db.run(
            "INSERT INTO counter (site, letter, year, last) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
            (site, letter, int(year), int(last)),
        )
