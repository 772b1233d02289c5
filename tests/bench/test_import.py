"""What bringing a list in costs beside python-calamine plus a bare executemany of the same rows and a log row each."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2
from uuid_utils import uuid7

from riskdesk.desk import Desk
from riskdesk.desk.imports import Imports
from riskdesk.domain.policy import Named, Policy
from riskdesk.exchange.columns import match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.sheets import open_book
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


def write_list(path: Path, heads: tuple[str, ...], row: Callable[[random.Random, int], list[object]]) -> None:
    rng = random.Random(1)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    sheet, day = book.add_worksheet("清单"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, heads)
    for n in range(1, ROWS + 1):
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


def bare(source: Path, target: Path) -> None:
    """python-calamine, one table, one log row a record, on disk when it returns; nothing judged, nothing searched."""
    rows = CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).to_python()
    heads = rows[0]
    db = dbapi2.connect(str(target), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    columns = ", ".join(f"c{n}" for n in range(len(heads)))
    marks = ", ".join("?" * (len(heads) + 1))
    db.execute(f"CREATE TABLE record (n INTEGER PRIMARY KEY, id TEXT UNIQUE, {columns})")
    db.execute("CREATE TABLE log (n INTEGER PRIMARY KEY, record TEXT, at TEXT, patch TEXT)")
    db.execute("CREATE INDEX log_record ON log (record)")
    made = [(str(uuid7()), *(v.isoformat() if isinstance(v, dt.date) else v for v in row)) for row in rows[1:]]
    at = "2026-03-02T00:00:00.000Z"
    names = [str(head) for head in heads]
    logged = [
        (row[0], at, json.dumps(dict(zip(names, row[1:], strict=True)), ensure_ascii=False)) for row in made
    ]  # fmt: skip
    db.execute("BEGIN IMMEDIATE")
    db.executemany(f"INSERT INTO record (id, {columns}) VALUES ({marks})", made)
    db.executemany("INSERT INTO log (record, at, patch) VALUES (?, ?, ?)", logged)
    db.execute("COMMIT")
    db.close()


def ours(source: Path, target: Path, kind: str, steps: dict[str, float]) -> None:
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
        assert len(plan.to_add()) == ROWS, plan.tally
        step("judge every cell")
        imports.run(plan, book=book)
        step("back up and save")
    finally:
        desk.close()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("kind", "heads", "row"), [("complaint", COMPLAINTS, complaint), ("risk", RISKS, risk)])
def test_importing_a_large_list(
    tmp_path: Path, kind: str, heads: tuple[str, ...], row: Callable[[random.Random, int], list[object]],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Wanted: at no less than half the rate of the bare way, that is at most 2x its time."""
    source = tmp_path / "list.xlsx"
    write_list(source, heads, row)
    steps: dict[str, float] = {}
    pairs = []
    for turn in range(ROUNDS):
        base = timed(lambda turn=turn: bare(source, tmp_path / f"bare{turn}.db"))  # type: ignore[misc]
        made = timed(
            lambda turn=turn: ours(source, tmp_path / f"{turn}" / "office.riskdesk", kind, steps)  # type: ignore[misc]
        )
        pairs.append((base, made))
    walls = [made.wall / base.wall for base, made in pairs]
    cpus = [made.cpu / base.cpu for base, made in pairs]
    with capsys.disabled():
        base, made = (median(cost.wall for cost in costs) for costs in zip(*pairs, strict=True))
        print(f"\n{ROWS:,} rows of XLSX as {kind}, on disk when the call returns, median of {ROUNDS} rounds")
        print(f"  calamine + executemany + log row    {base:7.2f} s  {ROWS / base:9,.0f} rows/s")
        print(f"  riskdesk, all of it                 {made:7.2f} s  {ROWS / made:9,.0f} rows/s")
        print(f"  ratio of times                      {median(walls):7.2f}x ({min(walls):.2f} to {max(walls):.2f}), "
              f"of processor time {median(cpus):.2f}x")  # fmt: skip
        for name, seconds in steps.items():
            print(f"    of it: {name:28} {seconds:7.2f} s")
