"""A further connection to the same file: its reading is no change to the others, its writing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.risk import Risk


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    made = Desk.open(tmp_path / "office.riskdesk")
    made.risks.add(Risk(title="电梯困人", family="operational"))
    yield made
    made.close()


def test_a_reader_that_closes_looks_like_no_change(office: Desk) -> None:
    before = office.store.data_version()
    other = office.another()
    assert other.store.count("risk") == 1
    other.close()
    assert office.store.data_version() == before


def test_a_writer_is_seen_after_it_has_closed(office: Desk) -> None:
    before = office.store.data_version()
    other = office.another()
    other.risks.add(Risk(title="停水", family="operational"))
    other.close()
    assert office.store.data_version() != before
    assert office.store.count("risk") == 2


def test_the_last_to_close_leaves_one_file(office: Desk, tmp_path: Path) -> None:
    office.another().close()
    office.close()
    assert [file.name for file in tmp_path.iterdir()] == ["office.riskdesk"]
