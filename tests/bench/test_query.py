"""How long the first screen of a list takes on 100,000 risks and 100,000 cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.risk import LIVE
from riskdesk.gui.models.order import Grouped
from riskdesk.gui.pages.risks.columns import COLUMNS, FILTERS, GROUPINGS
from riskdesk.gui.pages.risks.page import RiskPage
from riskdesk.store import ALL, Query, Store
from riskdesk.store.query import Condition
from tests.bench.make import START
from tests.bench.rounds import alternate, told

WANTED_S = 0.05
WORDS = "漏水"
"""Two thirds of all records hold it."""


def offered(desk: Desk) -> dict[str, Query]:
    """Every order, filter and group that the page of the risks offers, in its own order where there is another."""
    found = {"as the page opens": Query(sort=RiskPage.DEFAULT_SORT), "by number": ALL}
    for column in COLUMNS:
        if column.sort:
            found[f"sorted by {column.sort}"] = Query(sort=((column.sort, False),))
            found[f"sorted by {column.sort}, turned"] = Query(sort=((column.sort, True),))
    for first, second in (
        ("owner_id", "title"), ("status", "owner_id"), ("title", "next_review"), ("next_review", "owner_id"),
        ("family", "number"), ("place", "review_days"),
    ):  # fmt: skip
        found[f"sorted by {first}, {second}"] = Query(sort=((first, False), (second, True)))
    for spec in FILTERS:
        values = ("on",) if spec.options is None else tuple(value for value, _ in spec.options(desk))
        found |= {f"{spec.key} {_short(some)}": _filtered(desk, (spec.key, some)) for some in _choices(values)}
    found |= {
        "live, red": _filtered(desk, ("status", LIVE), ("level", ("red",))),
        "live, overdue, flagged": _filtered(desk, ("status", LIVE), ("overdue", ("on",)), ("flagged", ("on",))),
        "red or yellow, one family, live": _filtered(
            desk, ("level", ("red", "yellow")), ("family", ("fire",)), ("status", LIVE)
        ),
        "a word": Query(WORDS),
        "a word, live and red": replace(_filtered(desk, ("status", LIVE), ("level", ("red",))), text=WORDS, sort=()),
        "a word, by title": Query(WORDS, sort=(("title", False),)),
    }
    return found


def _choices(values: tuple[str, ...]) -> list[tuple[str, ...]]:
    """One value, the first three, and all but the last."""
    return list(dict.fromkeys(some for some in (values[:1], values[:3], values[:-1]) if some))


def _short(values: tuple[str, ...]) -> str:
    return f"({len(values)} chosen)" if len(values) > 1 else ""


def _filtered(desk: Desk, *chosen: tuple[str, tuple[str, ...]]) -> Query:
    specs = {spec.key: spec for spec in FILTERS}
    conditions = tuple(c for key, values in chosen for c in specs[key].conditions(desk, values))
    return Query("", conditions, RiskPage.DEFAULT_SORT)


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
def desk(big: Path) -> Iterator[Desk]:
    desk = Desk.open(big)
    desk.clock = lambda: START
    yield desk
    desk.close()


def _bare(store: Store, kind: str) -> Callable[[], None]:
    def ask() -> None:
        raw = store.db.raw
        found = raw.execute(f'SELECT n FROM "{kind}" WHERE deleted = 0 ORDER BY number').fetchall()
        marks = ", ".join(str(row[0]) for row in found[:50])
        raw.execute(f'SELECT * FROM "{kind}" WHERE n IN ({marks})').fetchall()

    return ask


def _cold(store: Store, ask: Callable[[], object]) -> float:
    """Seconds of an answer as after any save, so that nothing comes from what an earlier turn left in memory."""
    store.set_meta("bench", str(perf_counter()))
    start = perf_counter()
    ask()
    return perf_counter() - start


def _measured(
    title: str, store: Store, kind: str, asked: dict[str, Callable[[], object]], benchmark: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Told beside a bare SELECT of all row numbers and of the first fifty rows; what takes over 50 ms is named."""
    cold = {name: partial(_cold, store, ask) for name, ask in asked.items()}
    figures = alternate({"bare SELECT of all, by number": _bare(store, kind)} | cold, rounds=5, turns=3)
    slow = [name for name, figure in figures.items() if name in asked and figure.quiet > WANTED_S]
    late = [name for name, figure in figures.items() if name in asked and figure.seconds > WANTED_S]
    with capsys.disabled():
        print(told(title, figures))
        print(f"  of {len(asked)} over {WANTED_S * 1e3:.0f} ms in the quickest tenth: {slow or 'none'}")
        print(f"  of {len(asked)} over {WANTED_S * 1e3:.0f} ms in the median: {late or 'none'}")
    benchmark.extra_info |= {name: figure.ratio for name, figure in figures.items()}


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("kind", ["risk", "case"])
def test_the_first_screen(desk: Desk, kind: str, benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Wanted: under 50 ms for whatever the person asks."""
    store = desk.store

    def ask(query: Query) -> Callable[[], object]:
        return lambda: store.rows(kind, store.ns(kind, query)[:50])

    numbers = store.ns(kind)
    asked = {name: ask(query) for name, query in (offered(desk) if kind == "risk" else CASES).items()}
    asked["jump to the end"] = lambda: store.rows(kind, numbers[-50:])
    _measured(f"The first screen of {len(numbers):,} records of {kind}", store, kind, asked, benchmark, capsys)
    benchmark.pedantic(ask(ALL), rounds=5)


@pytest.mark.timeout(3000)
def test_the_figures_around_the_list(desk: Desk, benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """What is counted on the GUI thread: beside the title, on the chips, in the rail. Wanted: under 50 ms each."""
    store = desk.store

    def levels(query: Query) -> Callable[[], object]:
        return lambda: desk.risks.level_counts(query)

    asked: dict[str, Callable[[], object]] = {
        f"count by level: {name}": levels(query) for name, query in offered(desk).items()
        if query.where or query.text or query == ALL
    }  # fmt: skip
    asked |= {
        "chip: needs someone": lambda: store.count("risk", desk.risks.flagged()),
        "chip: review overdue": lambda: store.count("risk", desk.overview.overdue_reviews()),
        "rail and foot": desk.overview.around,
        "the matrix of the overview": desk.overview.heat,
    }
    asked |= {f"grouped by {one.key}": partial(Grouped, desk, "risk", ALL, one, _shut) for one in GROUPINGS}
    _measured("The figures around a list of 100,000 risks", store, "risk", asked, benchmark, capsys)
    benchmark.pedantic(levels(ALL), rounds=5)


@pytest.mark.timeout(3000)
def test_the_heat_map(desk: Desk, benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """It is counted off the GUI thread."""
    live = Condition("status", "in", LIVE)
    one = Condition("department_id", "in", (desk.directory.all("department")[0].id,))
    asked: dict[str, Callable[[], object]] = {
        "heat map, live risks": lambda: desk.risks.heat(Query(where=(live,))),
        "heat map, one department": lambda: desk.risks.heat(Query(where=(live, one))),
        "heat map, a word": lambda: desk.risks.heat(Query(WORDS, where=(live,))),
    }
    _measured("The heat map of 100,000 risks", desk.store, "risk", asked, benchmark, capsys)
    benchmark.pedantic(asked["heat map, live risks"], rounds=3)


def _shut(value: str) -> bool:
    return False
