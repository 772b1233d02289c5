"""A bulk edit of 10,000 risks, undone exactly, beside a bare executemany of the same rows with a log row each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.store import Query
from riskdesk.store.query import Condition
from tests.bench.make import START, Maker

COUNT, ROUNDS = 10_000, 5


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "office.riskdesk", "bench")
    maker = Maker()
    maker.directory(desk)
    with desk.store.write("bench", "risks.add", START) as write:
        made = write.create_many(maker.risks(COUNT))
        write.create_many(maker.actions([risk.id for risk in made[::20]]))
    yield desk
    desk.close()


def state(desk: Desk) -> list[tuple[Any, ...]]:
    """Every column of every risk and every link, but what tells of the changes themselves."""
    raw = desk.store.db.raw
    names = [row[1] for row in raw.execute('PRAGMA table_xinfo("risk")').fetchall()]
    kept = ", ".join(name for name in names if name not in ("changed_at", "last_change"))
    links = raw.execute("SELECT * FROM link ORDER BY src, field, dst").fetchall()
    return [*raw.execute(f"SELECT {kept} FROM risk ORDER BY n").fetchall(), *links]


class Bare:
    """The same edit in bare SQL: three fields and a log row of the same size for each risk."""

    def __init__(self, desk: Desk) -> None:
        self.raw = desk.store.db.raw
        self.ns = [row[0] for row in self.raw.execute("SELECT n FROM risk ORDER BY n").fetchall()]
        self.raw.execute(
            "CREATE TABLE bare_log (n INTEGER PRIMARY KEY, record TEXT, at TEXT, patch TEXT, salts TEXT, hash TEXT)"
        )
        patch = json.dumps({"owner_id": ["x" * 36, "y" * 36], "status": ["open", "monitored"], "review_days": [90, 30]})
        self.log = [(str(n) * 6, "2026-01-01T00:00:00.000Z", patch, "0" * 120, "0" * 64) for n in self.ns]

    def edit(self, owner: str, status: str, days: int) -> float:
        start = perf_counter()
        self.raw.execute("BEGIN IMMEDIATE")
        sql = "UPDATE risk SET owner_id = ?, status = ?, review_days = ?, changed_at = ? WHERE n = ?"
        self.raw.executemany(sql, [(owner, status, days, "now", n) for n in self.ns])
        sql = "INSERT INTO bare_log (record, at, patch, salts, hash) VALUES (?, ?, ?, ?, ?)"
        self.raw.executemany(sql, self.log)
        self.raw.execute("COMMIT")
        return perf_counter() - start


def test_editing_10_000_risks_together(desk: Desk, benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    numbers = list(desk.ns("risk", Query()))
    owners = [entry.id for entry in desk.directory.all("person")[:2]]
    before = state(desk)
    times: dict[str, list[float]] = {"desk.risks.save_many": [], "undo": []}
    for turn in range(ROUNDS):
        fields = {"owner_id": owners[turn % 2], "status": "monitored", "review_days": 30 + turn}
        start = perf_counter()
        done = desk.risks.save_many(numbers, fields)
        times["desk.risks.save_many"].append(perf_counter() - start)
        assert done.value == COUNT
        edited = desk.store.count("risk", Query(where=(Condition("owner_id", "in", (owners[turn % 2],)),)))
        assert edited == COUNT
        flagged = desk.rows("risk", numbers[:200])
        assert not any("no_owner" in row["flags"] for row in flagged)
        start = perf_counter()
        desk.undo_stack.undo()
        times["undo"].append(perf_counter() - start)
        assert state(desk) == before
    bare = Bare(desk)
    times = {"bare executemany, with a log row": [
        bare.edit(owners[turn % 2], ("open", "monitored")[turn % 2], 40 + turn) for turn in range(ROUNDS)
    ]} | times  # fmt: skip
    base = median(times["bare executemany, with a log row"])
    with capsys.disabled():
        print(f"\n{COUNT:,} risks edited together, on disk when the call returns")
        for name, values in times.items():
            benchmark.extra_info[name] = median(values)
            print(f"  {name:34} {median(values):7.3f} s  {median(values) / base:5.2f}x")
    benchmark.pedantic(desk.risks.save_many, (numbers, {"next_review": dt.date(2027, 1, 4)}), rounds=1)
