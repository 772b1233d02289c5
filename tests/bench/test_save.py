"""What saving one edited risk costs beside a bare update of the same row with the same durability."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.store.search import index_text
from tests.bench.rounds import Figures, alternate, told
from tests.bench.words import chinese

RISKS = 20_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("save") / "office.riskdesk"
    desk = Desk.open(path, "bench")
    rng, policy, today = random.Random(1), Policy(), dt.date(2026, 3, 2)
    with desk.store.write("bench", "risks.add", dt.datetime(2026, 3, 2, tzinfo=dt.UTC)) as write:
        people = write.create_many([Person(name=f"沈敏{i}") for i in range(40)])
        write.create_many(
            Risk(
                title=chinese(rng, 12), family="operational", place=f"{i % 40} 号楼", owner_id=people[i % 40].id,
                description=chinese(rng, 120), next_review=today,
                current=policy.assess(Matrix(likelihood=i % 5 + 1, severity=i % 4 + 1), today),
            )
            for i in range(RISKS)
        )  # fmt: skip
    yield desk
    desk.close()


class Edits:
    """The same edits, once in bare SQL on the same connection and once through the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.raw = desk, desk.store.db.raw
        self.rng = random.Random(2)
        self.ids = [row[0] for row in self.raw.execute("SELECT id FROM risk ORDER BY n").fetchall()]
        self.count = 0
        self.raw.execute(
            "CREATE TABLE IF NOT EXISTS bare_log (n INTEGER PRIMARY KEY, record TEXT, at TEXT, patch TEXT, hash TEXT)"
        )
        self.raw.execute("CREATE INDEX IF NOT EXISTS bare_log_record ON bare_log (record)")

    def bare(self) -> None:
        self._begin()
        self._update("review_days = ?, status = ?", self.count % 3000 + 1, self._status())
        self.raw.execute("COMMIT")

    def bare_with_log(self) -> None:
        self._begin()
        self._update("review_days = ?, status = ?", self.count % 3000 + 1, self._status())
        self._log()
        self.raw.execute("COMMIT")

    def bare_text(self) -> None:
        self._begin()
        title, body = chinese(self.rng, 12), index_text(chinese(self.rng, 120))
        id = self._update("title = ?", title)
        n = self.raw.execute("SELECT n FROM risk WHERE id = ?", (id,)).fetchone()[0]
        self.raw.execute("DELETE FROM risk_fts WHERE rowid = ?", (n,))
        self.raw.execute("INSERT INTO risk_fts (rowid, title, body) VALUES (?, ?, ?)", (n, index_text(title), body))
        self._log()
        self.raw.execute("COMMIT")

    def plain(self) -> float:
        return self._save(review_days=self.count % 3000 + 1, status=RiskStatus(self._status()))

    def text(self) -> float:
        return self._save(title=chinese(self.rng, 12))

    def _begin(self) -> None:
        self.count += 1
        self.raw.execute("BEGIN IMMEDIATE")

    def _update(self, sets: str, *values: Any) -> str:
        id = self._id()
        self.raw.execute(f"UPDATE risk SET {sets}, changed_at = ? WHERE id = ?", (*values, f"t{self.count}", id))
        return id

    def _log(self) -> None:
        patch = '{"review_days":[1,2],"status":["open","monitored"]}'
        self.raw.execute(
            "INSERT INTO bare_log (record, at, patch, hash) VALUES (?, ?, ?, ?)",
            (self._id(), "2026-01-01T00:00:00.000Z", patch, "0" * 64),
        )

    def _save(self, **fields: Any) -> float:
        self.count += 1
        base = self.desk.risks.get(self._id())
        edited = base.model_copy(update=fields)
        start = perf_counter()
        self.desk.risks.save(edited, base)
        return perf_counter() - start

    def _id(self) -> str:
        return self.ids[self.count * 37 % len(self.ids)]

    def _status(self) -> str:
        return "monitored" if self.count * 37 // len(self.ids) % 2 else "open"


def test_saving_one_edited_risk_of_20_000(desk: Desk, benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Wanted: at most 2x the bare update for plain fields, at most 3.5x for an edit that changes text."""
    edits = Edits(desk)
    figures: dict[str, Figures] = alternate(
        {
            "bare update": edits.bare,
            "bare update with a log entry": edits.bare_with_log,
            "desk.risks.save, plain fields": edits.plain,
            "bare, log entry and search index": edits.bare_text,
            "desk.risks.save, a new title": edits.text,
        }
    )
    with capsys.disabled():
        print(told(f"One edited risk of {RISKS:,}, on disk when the call returns", figures))
    benchmark.extra_info |= {name: figure.ratio for name, figure in figures.items()}
    benchmark.pedantic(edits.plain, rounds=200)
