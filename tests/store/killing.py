"""A program that saves without pause and is killed at any moment; what it acknowledged must be there afterwards."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store
from riskdesk.store.check import check

SAVER = """
import sys
from pathlib import Path
from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.risk import Risk
desk = Desk.open(Path(sys.argv[1]), "saver")
risk = desk.store.select(Risk)[0]
number = int(sys.argv[2])
while True:
    number += 1
    base, risk = risk, risk.changed(title=f"漏水 {number}", place=str(number), review_days=number % 3000 + 1)
    risk = desk.risks.save(risk, base).value
    if number % 7 == 0:
        desk.actions.add(Action(title=f"换锁 {number}", risk_ids=(risk.id,)))
    if number % 11 == 0:
        desk.store.count("risk", __import__("riskdesk").store.Query("漏水"))
    # Only what the verb has returned from is acknowledged.
    print(number, flush=True)
"""


def prepare(path: Path) -> None:
    """A file with the one risk that is saved again and again."""
    from tests.store.conftest import Filled

    filled = Filled(path)
    filled.risk(title="漏水 0", place="0")
    filled.store.close()


def run_and_kill(path: Path, acknowledged: int, rng: Random) -> int:
    """Start the program, kill it after some random time, and return the number it acknowledged last."""
    process = subprocess.Popen([sys.executable, "-c", SAVER, str(path), str(acknowledged)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    # It first has to start; the moment of the kill then falls anywhere in a save.
    first = process.stdout.readline()
    time.sleep(rng.uniform(0, 0.15))
    process.kill()
    rest = process.stdout.read()
    process.wait()
    lines = [first, *rest.splitlines(keepends=True)]
    told = [int(line) for line in lines if line.endswith(b"\n")]
    return max([acknowledged, *told])


def look(path: Path, acknowledged: int) -> int:
    """Check that nothing acknowledged is lost and the file is sound; returns the number that was saved last."""
    store = Store.open(path, create=False)
    (risk,) = store.select(Risk)
    saved = int(risk.place)
    assert saved >= acknowledged, f"acknowledged {acknowledged}, found {saved}"
    assert saved - acknowledged <= 1
    assert risk.title == f"漏水 {saved}"
    assert len(store.ns("risk", Query(f"漏水 {saved}"))) == 1
    with contextlib.closing(store):
        report = check(path)
    assert report.sound, report.problems
    return saved
