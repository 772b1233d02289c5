"""How long the first screen of a list takes on 100,000 risks and 100,000 cases.

The file is made first, which takes minutes; `RISKDESK_BIG` names one that `make.py` made before.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from riskdesk.store import ALL, Query, Store
from riskdesk.store.query import Condition
from tests.bench.make import make
from tests.bench.rounds import alternate, told

LIVE = Condition("status", "in", ("open", "monitored"))
SORTS = ("number", "level_rank", "title", "family", "owner_id", "measures_done", "next_review", "status", "site_id")
RISKS = {
    "as they are": ALL,
    **{f"sorted by {field}": Query(sort=((field, False),)) for field in SORTS},
    "sorted by level and review": Query(sort=(("level_rank", True), ("next_review", False))),
    "sorted by owner and title": Query(sort=(("owner_id", False), ("title", False))),
    "open and monitored": Query(where=(LIVE,)),
    "red": Query(where=(Condition("level", "in", ("red",)),)),
    "open and monitored, red": Query(where=(LIVE, Condition("level", "in", ("red",)))),
    "review overdue": Query(where=(LIVE, Condition("next_review", "<", "2026-03-02"))),
    "lacking something": Query(where=(Condition("flags", "filled"),)),
    "in season": Query(where=(Condition("season", "month", 3),)),
    "one cell of the matrix": Query(where=(LIVE, Condition("cell", "in", ("4x4",)))),
}
CASES = {
    "as they are": ALL,
    "sorted by title": Query(sort=(("title", False),)),
    "sorted by year": Query(sort=(("happened_year", True),)),
    "a word that half hold": Query("业主"),
    "a word that two thirds hold": Query("漏水"),
    "four characters": Query("电梯困人"),
    "two words": Query("业主 漏水"),
    "a rare word": Query("砸车滑梯"),
    "initials": Query("dtkr"),
    "one Latin letter": Query("d"),
    "one Chinese character": Query("电"),
    "a number": Query("HQ-C-2026-0012"),
    "a word, sorted by title": Query("业主", sort=(("title", False),)),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("big") / "big.riskdesk"
    if ready := os.environ.get("RISKDESK_BIG"):
        shutil.copyfile(ready, path)
    else:
        make(path, 100_000, 100_000).close()
    store = Store.open(path)
    yield store
    store.close()
    path.unlink()


def _bare(store: Store, kind: str) -> Callable[[], None]:
    def ask() -> None:
        raw = store.db.raw
        found = raw.execute(f'SELECT n FROM "{kind}" WHERE deleted = 0 ORDER BY number').fetchall()
        marks = ", ".join(str(row[0]) for row in found[:50])
        raw.execute(f'SELECT * FROM "{kind}" WHERE n IN ({marks})').fetchall()

    return ask


@pytest.mark.timeout(3000)
@pytest.mark.parametrize(("kind", "queries"), [("risk", RISKS), ("case", CASES)])
def test_the_first_screen(
    store: Store, kind: str, queries: dict[str, Query], benchmark: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wanted: under 50 ms. The baseline is a bare SELECT of all row numbers and the first fifty rows."""

    def ask(query: Query) -> Callable[[], None]:
        return lambda: _first_screen(store, kind, query)

    figures = alternate(
        {"bare SELECT of all, by number": _bare(store, kind)} | {name: ask(query) for name, query in queries.items()},
        rounds=5, turns=3,
    )  # fmt: skip
    numbers = store.ns(kind)
    figures |= alternate(
        {
            "bare SELECT of all, by number": _bare(store, kind),
            "jump to the end": lambda: _rows(store, kind, numbers[-50:]),
            "count by level": lambda: _count(store, kind),
        },
        rounds=5, turns=3,
    )  # fmt: skip
    with capsys.disabled():
        print(told(f"The first screen of {len(numbers):,} records of {kind}", figures))
    benchmark.extra_info |= {name: figure.ratio for name, figure in figures.items()}
    benchmark.pedantic(ask(ALL), rounds=5)


def _first_screen(store: Store, kind: str, query: Query) -> None:
    store.rows(kind, store.ns(kind, query)[:50])


def _rows(store: Store, kind: str, numbers: Any) -> None:
    store.rows(kind, numbers)


def _count(store: Store, kind: str) -> None:
    store.count_by(kind, "level")
