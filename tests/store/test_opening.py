"""Opening and making files: what is no whole file of ours is refused and left as it is, byte for byte."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils
from sqlcipher3 import dbapi2

from riskdesk.domain.errors import FileRefused, NotFound, RiskdeskError
from riskdesk.store import Store, opening
from riskdesk.store.connection import APPLICATION_ID
from riskdesk.store.schema import VERSION
from tests.store.conftest import Filled


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A closed file with some records."""
    made = Filled(tmp_path / "office.riskdesk")
    for number in range(30):
        made.risk(title=f"漏水 {number}", description="业主投诉" * 200)
    made.store.close()
    return made.path


def assert_refused_untouched(path: Path) -> FileRefused:
    before, beside = path.read_bytes(), sorted(file.name for file in path.parent.iterdir())
    with pytest.raises(FileRefused) as refused:
        Store.open(path)
    assert path.read_bytes() == before
    left = {f"{path.name}-wal", f"{path.name}-shm"}
    assert sorted(f.name for f in path.parent.iterdir() if f.name not in left) == [n for n in beside if n not in left]
    return refused.value


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "数据 库" / "new.riskdesk", site="JX")
    assert store.site == "JX"
    store.close()
    again = Store.open(tmp_path / "数据 库" / "new.riskdesk", site="OTHER")
    assert again.site == "JX"
    again.close()


def test_a_file_that_is_not_there_is_not_made_when_told_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Store.open(tmp_path / "none.riskdesk", create=False)
    assert not list(tmp_path.iterdir())


def test_text_is_no_file_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "letter.riskdesk"
    path.write_text("敬启者：" * 500, encoding="utf-8")
    assert str(path) in str(assert_refused_untouched(path))


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_database_of_another_program_is_left_alone(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "other.db"
    other = dbapi2.connect(str(path))
    other.execute(f"PRAGMA journal_mode = {journal}")
    other.execute("CREATE TABLE invoice (id INTEGER)")
    other.commit()
    other.close()
    assert "another program" in str(assert_refused_untouched(path))


def test_a_newer_file_is_left_alone(sound: Path) -> None:
    raw = dbapi2.connect(str(sound))
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    assert "newer" in str(assert_refused_untouched(sound))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(sound: Path, share: float) -> None:
    size = int(sound.stat().st_size * share)
    os.truncate(sound, size)
    assert_refused_untouched(sound)


def test_an_empty_file_is_refused(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    os.truncate(sound, 0)
    assert "empty" in str(assert_refused_untouched(sound))


@pytest.mark.parametrize("place", [0, 5, 16, 50, 101, 120])
def test_a_damaged_first_page_is_refused_or_harmless(sound: Path, place: int) -> None:
    whole = bytearray(sound.read_bytes())
    whole[place] ^= 0xFF
    sound.write_bytes(whole)
    try:
        Store.open(sound).close()
    except FileRefused:
        assert sound.read_bytes() == whole


def test_damage_anywhere_is_told_in_words_wherever_it_is_met(sound: Path) -> None:
    whole = sound.read_bytes()
    rng = random.Random(3)
    told = 0
    for _ in range(15):
        broken = bytearray(whole)
        start = rng.randrange(4096, len(whole) - 3000)
        broken[start : start + 3000] = rng.randbytes(3000)
        sound.write_bytes(broken)
        store = None
        try:
            store = Store.open(sound)
            for n in store.ns("risk"):
                store.rows("risk", [n])
        except RiskdeskError:
            told += 1
        finally:
            if store:
                store.db.raw.close()
    assert told


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        Store.open(tmp_path)


def test_where_no_file_can_be_made_none_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileRefused):
        Store.open(tmp_path / "file" / "office.riskdesk")


def test_a_migration_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(sqlite_utils.migrations.Migrations, "apply", fail)
    with pytest.raises(OSError, match="power cut"):
        Store.open(tmp_path / "new.riskdesk")
    monkeypatch.undo()
    store = Store.open(tmp_path / "new.riskdesk")
    assert store.count("risk") == 0
    store.close()


def test_closing_twice_or_on_another_connection_harms_nothing(filled: Filled) -> None:
    filled.risk()
    other = filled.store.another()
    other.close()
    assert filled.store.count("risk") == 1


def test_a_file_says_what_it_is(sound: Path) -> None:
    raw = dbapi2.connect(str(sound))
    assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert raw.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    raw.close()


OPEN = """
import sys, datetime as dt
from pathlib import Path
from riskdesk.domain.risk import Risk
from riskdesk.store import Store
store = Store.open(Path(sys.argv[1]), site=sys.argv[2])
with store.write(sys.argv[2], "add", dt.datetime.now(dt.UTC)) as write:
    write.create(Risk(title=sys.argv[2], family="any"))
print(store.site)
store.close()
"""


def test_programs_that_start_at_once_make_the_file_once(tmp_path: Path) -> None:
    path = tmp_path / "office.riskdesk"
    sites = [f"S{number}" for number in range(6)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(path), site], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for site in sites
    ]
    ended = [process.communicate(timeout=60) for process in running]
    assert [(process.returncode, err) for process, (_, err) in zip(running, ended, strict=True)] == [(0, "")] * 6
    told = {out.strip() for out, _ in ended}
    assert len(told) == 1
    assert told <= set(sites)
    store = Store.open(path)
    numbers = [row["number"] for row in store.rows("risk", store.ns("risk"))]
    assert len(numbers) == len(set(numbers)) == len(sites)
    store.close()
