"""A short run of kill -9; tests/bench/test_kill_long.py makes two hundred."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.store.killing import look, prepare, run_and_kill


def test_no_acknowledged_save_is_lost_to_kill_9(tmp_path: Path) -> None:
    path, rng, saved = tmp_path / "office.riskdesk", Random(5), 0
    prepare(path)
    for _ in range(8):
        saved = look(path, run_and_kill(path, saved, rng))
    assert saved > 8
