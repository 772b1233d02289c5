"""What `riskdesk check` finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.risk import Risk
from riskdesk.store import Query
from riskdesk.store.check import check, quick
from tests.store.conftest import Filled

Sql = Callable[[str], None]


@pytest.fixture
def risks(filled: Filled) -> list[Risk]:
    """Three risks, the second of which was edited twice; all are indexed."""
    made = [filled.risk(title=f"漏水 {n}") for n in range(3)]
    made[1] = filled.save(filled.save(made[1], place="a"), place="b")
    assert filled.store.count("risk", Query("漏水")) == 3
    return made


def found(filled: Filled) -> list[str]:
    return [text.format(**values) for text, values in check(filled.path).problems]


def test_a_whole_file_is_sound(filled: Filled, risks: list[Risk]) -> None:
    report = check(filled.path)
    assert report.sound
    assert (report.changes, report.records) == (5, 3)


def test_looking_changes_nothing(filled: Filled, risks: list[Risk]) -> None:
    filled.store.close()
    before = filled.path.read_bytes()
    assert check(filled.path).sound
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        """UPDATE change SET patch = replace(patch, '漏水 1', '漏水 9') WHERE seq = 2""",
        "UPDATE change SET person = 'somebody else' WHERE seq = 2",
        "UPDATE change SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2",
        "UPDATE change SET verb = 'other' WHERE seq = 2",
        "UPDATE change SET prev = '' WHERE seq = 2",
        "UPDATE change SET hash = 'x' || substr(hash, 2) WHERE seq = 2",
        "UPDATE change SET patch = 'no json' WHERE seq = 2",
        "UPDATE change SET patch = '[]' WHERE seq = 2",
        "UPDATE change SET salts = '{}' WHERE seq = 2",
    ],
)
def test_a_tampered_entry_is_found(filled: Filled, risks: list[Risk], sql: str) -> None:
    filled.store.db.run(sql)
    assert any("HQ does not verify at entry 2" in line for line in found(filled))


def test_a_removed_entry_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("DELETE FROM change WHERE seq = 4")
    assert "The change log of HQ does not verify at entry 5." in found(filled)


def test_the_removed_last_entry_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("DELETE FROM change WHERE seq = 5")
    (line,) = found(filled)
    assert line.startswith(f"risk {risks[1].number} does not hold what the change log says: ")


def test_a_removed_beginning_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("DELETE FROM change WHERE seq <= 3")
    assert any("entry 4" in line for line in found(filled))


def test_a_row_that_was_written_past_the_log_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("UPDATE risk SET status = 'closed', place = '' WHERE n = 3")
    assert found(filled) == [f"risk {risks[2].number} does not hold what the change log says: status."]


def test_a_record_without_a_history_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("UPDATE risk SET last_change = 0 WHERE n = 1")
    assert any("does not hold what the change log says" in line for line in found(filled))


def test_a_lost_row_of_the_index_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("DELETE FROM risk_fts WHERE rowid = 2")
    assert found(filled) == ["1 records of risk are not in the search index."]


def test_a_row_of_the_index_without_a_record_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("INSERT INTO risk_fts (rowid, title, body, initials) VALUES (77, 'a', '', '')")
    assert found(filled) == ["The search index of risk holds 1 records that are gone."]


def test_a_missing_column_is_found(filled: Filled, risks: list[Risk]) -> None:
    filled.store.db.run("ALTER TABLE department DROP COLUMN phone")
    assert found(filled) == ["Table department lacks phone."]


def test_damage_is_found_or_the_file_refused(filled: Filled, risks: list[Risk]) -> None:
    filled.store.close()
    whole = bytearray(filled.path.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    filled.path.write_bytes(whole)
    with suppress(FileRefused):
        assert found(filled)
        assert quick(filled.path)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with pytest.raises(FileRefused):
        check(path)
    path.touch()
    with pytest.raises(FileRefused):
        check(path)
    sqlite3.connect(path).execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(FileRefused):
        check(path)
