"""The big file that is measured on. It takes minutes to make; `RISKDESK_BIG` names one that `make.py` made before."""

from __future__ import annotations

import faulthandler
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.make import make

ROWS = 100_000


@pytest.fixture(autouse=True)
def _takes_its_time() -> None:
    """Nothing hangs here: measuring takes minutes."""
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file with `ROWS` risks and as many cases."""
    path = tmp_path_factory.mktemp("big") / "big.riskdesk"
    if ready := os.environ.get("RISKDESK_BIG"):
        shutil.copyfile(ready, path)
    else:
        make(path, ROWS, ROWS).close()
    yield path
    path.unlink()
