"""The start script does set-up work only when there is some, and repairs what was broken off."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
RECORDER = """#!/bin/sh
echo "$0 $* [${QT_QPA_PLATFORM:-}]" >>"$CALLS"
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="riskdesk.sh needs a POSIX shell")


class Checkout:
    """A folder with the start scripts, where every Python only writes down that it was called."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.calls_file = folder / "checkout", folder / "calls"
        self.home = folder / "home"
        (self.folder / "riskdesk").mkdir(parents=True)
        for name in ("riskdesk.sh", "requirements.lock", "requirements-dev.lock", "riskdesk/set_up.py"):
            shutil.copy(ROOT / name, self.folder / name)
        self.system_python = record_calls(folder / "bin" / "python3")
        self.python = self.make_environment(self.folder / ".venv")

    def make_environment(self, place: Path) -> Path:
        python = record_calls(place / "bin" / "python")
        (place / "set-up").mkdir()
        (place / "set-up" / "interpreter").write_text(f"{os.path.realpath(python)}\n")
        for name in ("requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, place / "set-up" / name)
        return python

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.system_python.parent}{os.pathsep}/usr/bin{os.pathsep}/bin"
        variables = {"PATH": path, "HOME": str(self.home), "CALLS": str(self.calls_file), **environment}
        command = [str(self.folder / "riskdesk.sh"), *arguments]
        return subprocess.run(command, env=variables, cwd=self.folder.parent, capture_output=True, text=True)

    def calls(self) -> list[str]:
        return self.calls_file.read_text().splitlines() if self.calls_file.exists() else []


def record_calls(python: Path) -> Path:
    python.parent.mkdir(parents=True)
    python.write_text(RECORDER)
    python.chmod(0o755)
    return python


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_second_start_goes_straight_to_the_program(checkout: Checkout) -> None:
    before = snapshot(checkout.folder)
    answer = checkout.start("print", "checklist", "HQ-D-2026-0001", "-o", "my drill.pdf")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    words = "-P -m riskdesk print checklist HQ-D-2026-0001 -o my drill.pdf"
    assert checkout.calls() == [f"{checkout.python} {words} []"]
    assert snapshot(checkout.folder) == before


def test_no_display_means_the_tour(checkout: Checkout) -> None:
    answer = checkout.start()
    assert "没有显示器" in answer.stdout
    assert "no display" in answer.stdout
    assert checkout.calls() == [f"{checkout.python} -P -m riskdesk --tour out [offscreen]"]


@pytest.mark.parametrize("display", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_display_means_the_window(checkout: Checkout, display: dict[str, str]) -> None:
    assert checkout.start(**display).stdout == ""
    assert checkout.calls() == [f"{checkout.python} -P -m riskdesk []"]


def test_test_runs_the_checks(checkout: Checkout) -> None:
    checkout.start("test", "-k", "store")
    script = checkout.folder / "tests" / "check.py"
    assert checkout.calls() == [f"{checkout.python} -P {script} test -k store []"]


def test_the_environment_in_the_users_folder_serves_too(checkout: Checkout) -> None:
    shutil.rmtree(checkout.folder / ".venv")
    python = checkout.make_environment(checkout.home / ".local" / "share" / "riskdesk" / "venv")
    checkout.start("list", "risk")
    assert checkout.calls() == [f"{python} -P -m riskdesk list risk []"]


@pytest.mark.parametrize("change", ["lock", "stamp", "interpreter", "python"])
def test_set_up_runs_when_something_changed(checkout: Checkout, change: str) -> None:
    place = checkout.folder / ".venv"
    if change == "lock":
        with (checkout.folder / "requirements.lock").open("a") as lock:
            lock.write("# newer\n")
    elif change == "stamp":
        (place / "set-up" / "requirements.lock").unlink()
    elif change == "interpreter":
        (place / "set-up" / "interpreter").write_text("/usr/bin/python2.7\n")
    else:
        checkout.python.unlink()
    # The recorder sets nothing up, so that the start must stop here rather than run the program.
    assert checkout.start("list", "risk").returncode != 0
    first, second = place, checkout.home / ".local" / "share" / "riskdesk" / "venv"
    script = checkout.folder / "riskdesk" / "set_up.py"
    assert checkout.calls()[-1] == f"{checkout.system_python} -I {script} requirements.lock {first} {second} []"
    assert not any("-m riskdesk" in call for call in checkout.calls())


@pytest.fixture
def set_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "riskdesk" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_set_up_that_was_broken_off_is_repaired(
    set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Locks that ask for nothing need no network.
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"# {name}\n")
    monkeypatch.setattr(set_up, "HERE", tmp_path)
    monkeypatch.setattr(set_up, "missing_libraries", lambda place: [])
    place = tmp_path / ".venv"
    half = place / "lib" / "python3.11" / "site-packages" / "PySide6" / "half.py"
    half.parent.mkdir(parents=True)
    half.write_text("import no_such_module\n")
    (place / "set-up").mkdir()
    (place / "set-up" / "unfinished").touch()
    (place / "set-up" / "requirements.lock").write_text("# an older one\n")

    assert set_up.main(["requirements.lock", str(place)]) == 0

    assert not half.exists()
    assert not (place / "set-up" / "unfinished").exists()
    assert set_up.is_stamped(place, tmp_path / "requirements.lock")
    print_prefix = "import sys; print(sys.prefix)"
    answer = subprocess.run([set_up.python_of(place), "-c", print_prefix], capture_output=True)
    assert Path(os.fsdecode(answer.stdout).strip()).samefile(place)
    # The tests' lock comes on top, in the same environment and without making it anew.
    (place / "kept").touch()
    assert set_up.main(["requirements-dev.lock", str(place)]) == 0
    assert (place / "kept").exists()
    assert {file.name for file in (place / "set-up").iterdir()} == {
        "lock",
        "interpreter",
        "requirements.lock",
        "requirements-dev.lock",
    }


def test_a_place_that_cannot_be_written_to_is_passed_over(set_up: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place, held = set_up.hold_place([tmp_path / "file" / ".venv", tmp_path / "second"])
    held.close()
    assert place == tmp_path / "second"
    with pytest.raises(set_up.SetUpError, match="None of these places can be written to"):
        set_up.hold_place([tmp_path / "file" / ".venv"])


def test_missing_libraries_end_in_one_command(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: {"apt-get": "/usr/bin/apt-get"}.get(name))
    set_up.provide_libraries([])
    with pytest.raises(set_up.SetUpError) as caught:
        set_up.provide_libraries(["libEGL.so.1", "libxcb-cursor.so.0"])
    command = caught.value.args[-1].strip()
    assert command == "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux wheels leave libraries to the system")
def test_the_files_of_qt_that_are_looked_at_find_their_libraries(set_up: ModuleType) -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    assert [pattern for pattern in set_up.QT_FILES if not list(qt.glob(pattern))] == []
    assert set_up.missing_libraries(Path(sys.prefix)) == []


def snapshot(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}
