"""The rate at which many new records are stored, beside a bare executemany of the same rows with a log row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.record import Record
from tests.bench.make import START, Maker

ROUNDS, COUNT = 7, 2_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "office.riskdesk", "bench")
    yield desk
    desk.close()


class Bare:
    """The rows that the store made for some records, to be inserted again by bare executemany in another file."""

    def __init__(self, desk: Desk, kind: str, path: Path) -> None:
        source = desk.store.db.raw
        self.kind = kind
        stored = {row[1] for row in source.execute(f'PRAGMA table_info("{kind}")').fetchall()}
        self.names = [r[1] for r in source.execute(f'PRAGMA table_xinfo("{kind}")').fetchall() if r[1] in stored]
        self.rows = source.execute(f'SELECT {", ".join(self.names)} FROM "{kind}" ORDER BY n').fetchall()
        self.log = source.execute("SELECT * FROM change WHERE kind = ? ORDER BY n", (kind,)).fetchall()
        self.links = source.execute("SELECT * FROM link WHERE kind = ?", (kind,)).fetchall()
        self.other = Desk.open(path)
        self.raw = self.other.store.db.raw

    def insert(self, documents: Sequence[tuple[Any, ...]] = ()) -> float:
        start = perf_counter()
        self.raw.execute("BEGIN IMMEDIATE")
        self._many(f'"{self.kind}" ({", ".join(self.names)})', self.rows)
        self._many("change", self.log)
        if documents:
            self._many("link", self.links)
            self._many(f'"{self.kind}_fts" (rowid, title, body, initials)', documents)
        self.raw.execute("COMMIT")
        return perf_counter() - start

    def clear(self) -> None:
        for table in (f'"{self.kind}"', "change", "link"):
            self.raw.execute(f"DELETE FROM {table}")
        self.raw.execute(f'INSERT INTO "{self.kind}_fts" ("{self.kind}_fts") VALUES (\'delete-all\')')

    def _many(self, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self.raw.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(rows[0]))})", rows)


@pytest.mark.parametrize("kind", ["risk", "case"])
def test_creating_many(
    desk: Desk, kind: str, tmp_path: Path, benchmark: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wanted: no less than half the rate of the bare rows with their log."""
    maker = Maker()
    maker.directory(desk)
    source: Callable[[int], Iterator[Record]] = maker.risks if kind == "risk" else maker.cases  # type: ignore[assignment]
    records = list(source(COUNT))

    def store() -> float:
        start = perf_counter()
        with desk.store.write("bench", "many", START) as write:
            write.create_many(records)
        return perf_counter() - start

    store()
    bare = Bare(desk, kind, tmp_path / "bare.riskdesk")
    from riskdesk.store.index import document

    documents = [(row["n"], *document(kind, _values(kind, row))) for row in _rows(desk, kind)]
    times: dict[str, list[float]] = {"bare rows and log": [], "bare, with links and search": [], "create_many": []}
    for _ in range(ROUNDS):
        times["bare rows and log"].append(bare.insert())
        bare.clear()
        times["bare, with links and search"].append(bare.insert(documents))
        bare.clear()
        times["create_many"].append(store())
    bare.other.close()
    base = times["bare rows and log"]
    with capsys.disabled():
        print(f"\n{COUNT:,} new records of {kind} in one transaction")
        for name, values in times.items():
            ratio = median(value / other for value, other in zip(values, base, strict=True))
            benchmark.extra_info[name] = ratio
            print(f"  {name:30} {COUNT / median(values):8,.0f} a second  {1 / ratio:5.2f} of the bare rate")
    benchmark.pedantic(store, rounds=2)


def _rows(desk: Desk, kind: str) -> list[dict[str, Any]]:
    return desk.store.rows(kind, desk.store.ns(kind))


def _values(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    from riskdesk.store.codec import from_column
    from riskdesk.store.index import searched

    return {field: from_column(kind, field, row[field]) for field in searched(kind)}
