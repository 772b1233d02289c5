"""The log: rotating, with the version, nothing personal."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk import __version__, logs


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)


def test_it_names_the_version(tmp_path: Path) -> None:
    logs.start(tmp_path / "logs" / "riskdesk.log")
    assert f"riskdesk {__version__}" in (tmp_path / "logs" / "riskdesk.log").read_text(encoding="utf-8")


def test_it_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "BYTES", 500)
    logs.start(tmp_path / "riskdesk.log")
    for number in range(200):
        logging.getLogger("riskdesk").info("entry %d", number)
    assert len(list(tmp_path.iterdir())) == logs.FILES + 1


def test_a_folder_that_cannot_be_made_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    logs.start(tmp_path / "file" / "riskdesk.log")
    logging.getLogger("riskdesk").info("still here")
