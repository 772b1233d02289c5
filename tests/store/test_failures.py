"""What goes wrong with disks and other programs: it is told in a sentence, and nothing that was saved is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store, connection
from riskdesk.store.check import check
from riskdesk.store.connection import Busy
from tests.store.conftest import NOW, Filled

LIMITED = """
import datetime as dt, resource, sys
from pathlib import Path
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.store import Store

store = Store.open(Path(sys.argv[1]))
with store.write("me", "add", dt.datetime.now(dt.UTC)) as write:
    risk = write.create(Risk(title="saved 0", family="x"))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
saved = 0
try:
    for number in range(1, 500):
        with store.write("me", "save", dt.datetime.now(dt.UTC)) as write:
            risk = write.save(risk.changed(title=f"saved {number}", description="漏水" * 4000), risk)
        saved = number
        risk = store.get(Risk, risk.id)
except RiskdeskError as error:
    print("told:", error)
assert store.get(Risk, risk.id).title == f"saved {saved}"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.write("me", "save", dt.datetime.now(dt.UTC)) as write:
    write.save(risk.changed(place="room again"), risk)
store.close()
print("saved", saved)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files")
@pytest.mark.parametrize("room", [600_000, 1_200_000])
def test_a_disk_without_room_is_told_and_what_was_saved_stays(tmp_path: Path, room: int) -> None:
    path = tmp_path / "office.riskdesk"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(room)], capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    assert "told:" in done.stdout
    saved = int(done.stdout.split()[-1])
    store = Store.open(path)
    (risk,) = store.select(Risk)
    assert (risk.title, risk.place) == (f"saved {saved}", "room again")
    store.close()
    assert check(path).sound


BEGUN = """
import os, resource, sys
from pathlib import Path
from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Desk.begin(Path(sys.argv[1]), site="JX")
except RiskdeskError as error:
    print("told:", error)
print(os.listdir(Path(sys.argv[1]).parent))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files")
@pytest.mark.parametrize("room", [0, 4096, 100_000, 700_000])
def test_a_file_that_could_not_be_filled_does_not_stay(tmp_path: Path, room: int) -> None:
    path = tmp_path / "office.riskdesk"
    done = subprocess.run(
        [sys.executable, "-c", BEGUN, str(path), str(room)], capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    told, left = done.stdout.splitlines()
    assert told.startswith("told:")
    assert left == "[]"


def test_a_file_that_was_there_is_left_where_filling_it_fails(filled: Filled) -> None:
    other = Store.open(filled.path)
    other.give_up()
    assert filled.path.exists()
    filled.risk()
    filled.store.give_up()
    assert filled.path.exists()


def test_a_file_that_others_keep_locked_is_told(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.2)
    other = Store.open(filled.path)
    risk = filled.risk()
    with filled.store.write("me", "long", NOW):
        with pytest.raises(Busy, match="Another program"), other.write("other", "save", NOW) as write:
            write.save(risk.changed(title="x"), risk)
        with pytest.raises(Busy):
            other.keep_draft("other", "risk", risk.id, NOW, {"title": "x"})
        assert other.get(Risk, risk.id) == risk
        assert list(other.ns("risk", Query(sort=(("title", False),)))) == [1]
    with other.write("other", "save", NOW) as write:
        write.save(risk.changed(title="x"), risk)
    assert filled.store.get(Risk, risk.id).title == "x"
    other.close()


def test_a_writer_waits_for_another_that_is_quick(filled: Filled) -> None:
    risk = filled.risk()
    other = Store.open(filled.path)
    began = threading.Event()

    def slow() -> None:
        with other.write("other", "slow", NOW) as write:
            write.save(risk.changed(place="x"), risk)
            began.set()
            threading.Event().wait(0.3)

    thread = threading.Thread(target=slow)
    thread.start()
    began.wait()
    assert filled.save(risk.changed(title="y"), risk).place == "x"
    thread.join()
    other.close()


def readonly(path: Path, statement: str) -> str:
    """Open `path` and run a statement as somebody who may only read it; what that printed."""
    code = (
        "import datetime as dt, os\nfrom pathlib import Path\nfrom riskdesk.domain.errors import RiskdeskError\n"
        "from riskdesk.domain.risk import Risk\nfrom riskdesk.store import Query, Store\n"
        "if os.geteuid() == 0:\n    os.setgid(65534)\n    os.setuid(65534)\n"
        f"try:\n    store = Store.open(Path({str(path)!r}), create=False)\n    {statement}\n"
        "except RiskdeskError as error:\n    print('told:', error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


WRITE = "\n    ".join(
    [
        "with store.write('me', 'add', dt.datetime.now(dt.UTC)) as write:",
        "    write.create(Risk(title='x', family='y'))",
    ]
)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
class TestReadOnly:
    @pytest.fixture
    def folder(self, filled: Filled) -> Path:
        """A folder that others may enter and read."""
        filled.risk(title="漏水")
        for parent in (filled.path.parent, *filled.path.parent.parents):
            if parent.stat().st_uid == os.geteuid() and str(parent).startswith("/tmp/"):
                parent.chmod(0o755)
        filled.store.close()
        return filled.path.parent

    def test_a_file_that_may_only_be_read_tells_so_when_it_is_written(self, filled: Filled, folder: Path) -> None:
        filled.path.chmod(0o444)
        folder.chmod(0o777)
        assert "told: The file or its folder is read-only." in readonly(filled.path, WRITE)

    def test_a_folder_that_may_only_be_read_is_told(self, filled: Filled, folder: Path) -> None:
        filled.path.chmod(0o666)
        folder.chmod(0o555)
        before = filled.path.read_bytes()
        assert "told:" in readonly(filled.path, WRITE)
        assert filled.path.read_bytes() == before
        assert sorted(file.name for file in folder.iterdir()) == [filled.path.name]
        folder.chmod(0o755)

    def test_a_new_file_in_a_folder_that_may_only_be_read_is_told(self, filled: Filled, folder: Path) -> None:
        folder.chmod(0o555)
        assert "told: There is no file" in readonly(folder / "new.riskdesk", "pass")
        folder.chmod(0o755)


def test_a_failing_disk_leaves_the_transaction_undone(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    risk = filled.risk()
    other = filled.store.another()
    other.db.raw.execute("PRAGMA max_page_count = 1")
    with pytest.raises(RiskdeskError, match="disk is full"), other.write("me", "save", NOW) as write:
        write.create_many(Risk(title="a" * 200, family="x", description="b" * 9000) for _ in range(500))
    other.close()
    assert filled.store.count("risk") == 1
    assert filled.save(risk, title="goes on").title == "goes on"
    assert check(filled.path).sound


def test_a_search_is_answered_where_there_is_no_room_for_its_index(filled: Filled) -> None:
    for number in range(50):
        filled.risk(title=f"电梯困人 {number}", description="漏水" * 900)
    filled.store.db.raw.execute("PRAGMA max_page_count = 1")
    assert len(filled.store.ns("risk", Query(text="电梯"))) == 50
    assert filled.store.count("risk", Query(text="漏水")) == 50
