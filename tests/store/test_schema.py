"""Schema and records hold together, and files of every earlier version open."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlite_utils

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.kinds import KIND_NAMES, KINDS
from riskdesk.domain.record import references
from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store, index
from riskdesk.store.check import check
from riskdesk.store.connection import APPLICATION_ID, connect, make_durable
from riskdesk.store.migrations import m006_beginnings, migrations
from riskdesk.store.schema import VERSION
from tests.store.conftest import NOW, Filled

STEPS = [migration.name for migration in migrations._migrations]
OWN = {"n", "deleted", "last_change", "created_at", "changed_at", "sort_name"}
DERIVED = {"risk": {"flags", "measures_done", "measures_total"}}


def test_the_version_counts_the_migrations() -> None:
    assert len(STEPS) == VERSION
    assert sorted(STEPS) == STEPS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_columns_of_a_table_are_the_fields_of_its_record(filled: Filled, kind: str) -> None:
    rows = filled.store.db.all(f'PRAGMA table_xinfo("{kind}")')
    stored = {row[1] for row in rows if row[6] == 0}
    assert stored == {*KINDS[kind].model_fields, *OWN, *DERIVED.get(kind, set())}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_searched_kind_has_an_index_and_a_reference_a_kind(filled: Filled, kind: str) -> None:
    if index.searched(kind):
        assert filled.store.count(kind, Query("x")) == 0
        assert set(index.searched(kind)) <= set(KINDS[kind].model_fields)
    assert set(references(KINDS[kind]).values()) <= set(KINDS)
    assert KIND_NAMES[kind]


def earlier(path: Path, version: int) -> None:
    """A file as the program of that version made it."""
    path.touch()
    db = connect(path)
    make_durable(db)
    with db.transaction():
        wrapped = sqlite_utils.Database(db.raw, execute_plugins=False)
        migrations.apply(wrapped, stop_before=STEPS[version] if version < len(STEPS) else None)
        db.run("INSERT INTO meta VALUES ('site', 'JX')")
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        db.run(f"PRAGMA user_version = {version}")
    db.close()


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_earlier_version_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "office.riskdesk"
    earlier(path, version)
    if version < VERSION:
        assert set(connect(path).all("SELECT name, sql FROM sqlite_schema")) != _schema(tmp_path / "new")
    store = Store.open(path, site="OTHER")
    assert store.site == "JX"
    with store.write("me", "add", NOW) as write:
        risk = write.create(Risk(title="漏水", family="x"))
    assert store.count("risk", Query("漏水")) == 1
    assert store.get(Risk, risk.id) == risk
    store.close()
    assert _schema(path) == _schema(tmp_path / "new2")
    assert check(path).sound


def test_a_file_of_a_trial_version_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "office.riskdesk"
    earlier(path, 1)
    db = connect(path)
    db.run("ALTER TABLE change DROP COLUMN before")
    db.close()
    before = path.read_bytes()
    with pytest.raises(FileRefused, match="trial version"):
        Store.open(path)
    assert path.read_bytes() == before


def test_what_an_earlier_version_held_is_still_found(filled: Filled) -> None:
    """The sixth step makes the search index anew."""
    kept, gone = filled.risk(title="电梯困人"), filled.risk(title="漏水")
    with filled.store.write("me", "delete", NOW) as write:
        write.delete("risk", gone.id)
    assert filled.store.count("risk", Query("电")) == 1
    store = filled.store
    m006_beginnings(sqlite_utils.Database(store.db.raw, execute_plugins=False))
    assert [store.count("risk", Query(text)) for text in ("电", "电梯", "漏水", "dt")] == [1, 1, 0, 1]
    assert store.get(Risk, kept.id).title == "电梯困人"


def _schema(path: Path) -> set[tuple[str, str]]:
    store = Store.open(path)
    found = set(store.db.all("SELECT name, sql FROM sqlite_schema"))
    return found


def test_lists_are_sorted_and_filtered_by_what_has_an_index(filled: Filled) -> None:
    """The columns of the risk list; a field without an index costs a look into every row."""
    offered = (
        "number", "level_rank", "title", "family", "owner_id", "measures_done", "next_review", "status", "site_id",
        "department_id", "place", "review_days", "level", "current_cell", "inherent_cell", "target_cell", "season",
        "flags",
    )  # fmt: skip
    for field in offered:
        assert any(next(iter(columns)) == field for columns in filled.store.db.indexes("risk").values()), field
