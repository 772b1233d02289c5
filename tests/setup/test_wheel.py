"""The wheel carries the program with its data, and runs where nothing of the checkout is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import riskdesk

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that must pass, without the variables that would lead back to the checkout."""
    hidden = {"PYTHONPATH", "VIRTUAL_ENV", "DISPLAY", "WAYLAND_DISPLAY"}
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    answer = subprocess.run(
        command, cwd=cwd, env={**variables, **environment}, capture_output=True, text=True, encoding="utf-8"
    )
    assert answer.returncode == 0, f"{answer.stdout}\n{answer.stderr}"
    return answer


def build(source: Path, kind: str, target: Path) -> Path:
    # Without isolation: the builder is the locked one of this environment, and no network is asked.
    run(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", target, source, cwd=target)
    (built,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `riskdesk` command of an empty environment with the wheel; this one lends it the dependencies."""
    place = tmp_path_factory.mktemp("installed") / "env"
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel]
    run(*install, cwd=place)
    where = run(python, "-c", "import riskdesk; print(riskdesk.__file__)", cwd=place).stdout
    packages = Path(where.strip()).parent.parent
    assert packages.is_relative_to(place)
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts / ("riskdesk.exe" if os.name == "nt" else "riskdesk")


def carried(folder: str, within: str) -> set[str]:
    """The files of a folder of the checkout under the names that the wheel gives them."""
    root = ROOT / folder
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{within}/{path.relative_to(root).as_posix()}" for path in files}


def test_carries_code_and_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    data = carried("forms", "riskdesk/_data/forms") | carried("casebank", "riskdesk/_data/casebank")
    expected = carried("riskdesk", "riskdesk") | data
    info = f"riskdesk-{riskdesk.__version__}.dist-info"
    assert {name for name in names if not name.startswith(info)} == expected
    licences = ("LICENSE", "riskdesk/_data/fonts/OFL.txt", "riskdesk/_data/icons/LICENSE")
    assert {f"{info}/entry_points.txt", *(f"{info}/licenses/{name}" for name in licences)} <= names
    for kind in ("fonts", "icons", "translations", "forms", "casebank"):
        assert any(name.startswith(f"riskdesk/_data/{kind}/") for name in names), kind


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    source = build(ROOT, "sdist", tmp_path)
    shutil.unpack_archive(source, tmp_path)
    (tmp_path / "again").mkdir()
    again = build(tmp_path / source.name.removesuffix(".tar.gz"), "wheel", tmp_path / "again")
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def test_data_is_found_in_the_wheel(program: Path, tmp_path: Path) -> None:
    code = (
        "from riskdesk.data import data_path\n"
        "for name in ('fonts', 'icons', 'translations', 'forms', 'casebank'):\n"
        "    folder = data_path(name)\n"
        "    assert folder.parent.name == '_data' and any(folder.iterdir()), folder\n"
    )
    run(shutil.which("python", path=str(program.parent)) or "python", "-c", code, cwd=tmp_path)


@pytest.mark.timeout(300)
def test_the_tour_runs_from_the_wheel(program: Path, tmp_path: Path) -> None:
    run(program, "--tour", "out", cwd=tmp_path, QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path / "home"))
    pictures, forms = list(tmp_path.glob("out/**/*.png")), list(tmp_path.glob("out/**/*.pdf"))
    assert len(pictures) >= 5
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in pictures)
    assert len(forms) >= 4
    assert all(file.read_bytes().startswith(b"%PDF") for file in forms)
