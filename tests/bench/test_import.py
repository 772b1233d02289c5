"""What bringing a list in costs beside python-calamine plus a bare executemany, of plain rows and of the same rows.

Which rows are meant by "the same rows including the log" is a matter of reading, so that both are measured: see
`bare_import`.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
import xlsxwriter

from riskdesk.desk import Desk
from riskdesk.desk.imports import Imports
from riskdesk.domain.policy import Policy
from riskdesk.domain.scale import Named
from riskdesk.exchange.columns import match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.sheets import open_book
from riskdesk.store.check import check
from tests.bench.bare_import import one_table, same_rows
from tests.bench.words import chinese

ROWS = int(os.environ.get("IMPORT_ROWS", "100000"))
ROUNDS = int(os.environ.get("IMPORT_ROUNDS", "3"))

FAMILIES = tuple(Named(key=f"f{n}", name=name) for n, name in enumerate(["消防", "设备", "操作"]))
COMPLAINTS = ("工单号", "标题", "投诉类型", "地点", "内容", "渠道", "受理日期", "办结日期")
RISKS = ("风险名称", "风险类别", "地点", "风险描述", "可能后果", "现有控制措施", "L", "S", "风险等级", "下次评审日期")


def complaint(rng: random.Random, n: int) -> list[object]:
    day = dt.date(2024, 1, 1) + dt.timedelta(days=n % 700)
    kind = rng.choice(["噪音", "漏水", "收费", "停车", "保洁"])
    return [f"TS{n:07}", chinese(rng, 12), kind, f"{n % 40}号楼{n % 30}层", chinese(rng, 40),
            rng.choice(["电话", "微信", "前台"]), day, day + dt.timedelta(days=3)]  # fmt: skip


def risk(rng: random.Random, n: int) -> list[object]:
    day = dt.date(2026, 1, 1) + dt.timedelta(days=n % 700)
    return [chinese(rng, 12), rng.choice(["消防", "设备", "操作"]), f"{n % 40}号楼{n % 30}层", chinese(rng, 40),
            chinese(rng, 20), chinese(rng, 40), n % 5 + 1, n // 5 % 5 + 1, "", day]  # fmt: skip


def write_list(
    path: Path, heads: tuple[str, ...], row: Callable[[random.Random, int], list[object]], rows: int
) -> None:
    rng = random.Random(1)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    sheet, day = book.add_worksheet("清单"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, heads)
    for n in range(1, rows + 1):
        for column, value in enumerate(row(rng, n)):
            if isinstance(value, dt.date):
                sheet.write_datetime(n, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(n, column, value)
            else:
                sheet.write_string(n, column, value)
    book.close()


@dataclass
class Cost:
    """Seconds on the clock and of the processor."""

    wall: float
    cpu: float


def timed(work: Callable[[], None]) -> Cost:
    wall, cpu = perf_counter(), process_time()
    work()
    return Cost(perf_counter() - wall, process_time() - cpu)


def ours(source: Path, target: Path, kind: str, rows: int, steps: dict[str, float]) -> None:
    """The whole way of an import: read, find the head, match, judge every cell, back up, save with log and index."""
    start = perf_counter()

    def step(name: str) -> None:
        nonlocal start
        now = perf_counter()
        steps[name] = now - start
        start = now

    desk = Desk.open(target, "bench")
    try:
        imports = Imports(desk)
        with desk.store.write("bench", "starter.load", dt.datetime(2026, 3, 2, tzinfo=dt.UTC)) as write:
            write.create(Policy(families=FAMILIES))
        step("make a file")
        book = open_book(source)
        sheet = book.read(book.default)
        step("read the file")
        mapping = match_columns(kind, find_heads(sheet), sheet)
        plan = imports.plan(sheet, mapping)
        assert not plan.open_questions
        assert len(plan.to_add()) == rows, plan.tally
        step("judge every cell")
        imports.run(plan, book=book)
        step("back up and save")
    finally:
        desk.close()


FIELDS = {
    "complaint": ["external", "title", "complaint_type", "place", "detail", "channel", "received_on", "closed_on"],
    "risk": ["title", "family", "place", "description", "consequence", "controls", "", "", "", "next_review"],
}
"""What the columns of each list give, for the bare way; a level of a risk comes from its pattern."""


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("kind", "heads", "row"), [("complaint", COMPLAINTS, complaint), ("risk", RISKS, risk)])
def test_importing_a_large_list(
    tmp_path: Path, kind: str, heads: tuple[str, ...], row: Callable[[random.Random, int], list[object]],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Wanted: at no less than half the rate of the bare way, that is at most 2x its time."""
    source, single = tmp_path / "list.xlsx", tmp_path / "single.xlsx"
    write_list(source, heads, row, ROWS)
    write_list(single, heads, row, 1)
    pattern = tmp_path / "pattern" / "office.riskdesk"
    ours(single, pattern, kind, 1, {})
    steps: dict[str, float] = {}
    turns = []
    for turn in range(ROUNDS):
        target = tmp_path / f"same{turn}.riskdesk"
        shutil.copyfile(pattern, target)
        turns.append((
            timed(partial(one_table, source, tmp_path / f"plain{turn}.db")),
            timed(partial(same_rows, source, target, kind, FIELDS[kind])),
            timed(partial(ours, source, tmp_path / f"{turn}" / "office.riskdesk", kind, ROWS, steps)),
        ))  # fmt: skip
        assert check(target).sound, "the bare way has to write what the program would accept"
    names = ("calamine + plain rows", "calamine + the same rows", "riskdesk, all of it")
    with capsys.disabled():
        print(f"\n{ROWS:,} rows of XLSX as {kind}, on disk when the call returns, median of {ROUNDS} rounds")
        for place, name in enumerate(names):
            wall = median(turn[place].wall for turn in turns)
            ratio, cpu = (median(getattr(turn[-1], of) / getattr(turn[place], of) for turn in turns)
                          for of in ("wall", "cpu"))  # fmt: skip
            print(f"  {name:28} {wall:7.2f} s  {ROWS / wall:8,.0f} rows/s  riskdesk takes {ratio:5.2f}x of its time, "
                  f"{cpu:5.2f}x of its processor time")  # fmt: skip
        for name, seconds in steps.items():
            print(f"    of it: {name:28} {seconds:7.2f} s")
