"""Two hundred times kill -9 of a program that saves without pause."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest

from tests.store.killing import look, prepare, run_and_kill

KILLS = 200


@pytest.mark.timeout(1800)
def test_no_acknowledged_save_is_lost_to_two_hundred_kills(
    tmp_path: Path, benchmark: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    path, rng, saved, torn = tmp_path / "office.riskdesk", Random(1), 0, 0
    prepare(path)
    start = perf_counter()
    for _ in range(KILLS):
        acknowledged = run_and_kill(path, saved, rng)
        saved = look(path, acknowledged)
        torn += saved > acknowledged
    with capsys.disabled():
        print(
            f"\n{KILLS} kills in {perf_counter() - start:.0f} s: {saved} saves, none lost that was acknowledged; "
            f"{torn} kills fell inside a save that was then found whole"
        )
    benchmark.extra_info |= {"kills": KILLS, "saves": saved, "found whole, not yet acknowledged": torn}
    benchmark.pedantic(lambda: look(path, saved), rounds=1)
