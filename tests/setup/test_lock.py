"""The locks install the same checked files everywhere, from whatever registry pip is set to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def read_lock(name: str) -> dict[str, tuple[str, list[str]]]:
    """Returns {package: (version, hashes)}."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = re.match(r"([a-z0-9-]+)==(\S+)", line)
        assert match, f"{name} pins no version here: {line}"
        found[match[1]] = (match[2], re.findall(r"--hash=sha256:([0-9a-f]{64})(?=\s|$)", line))
    return found


def declared(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_names_no_registry_and_no_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for word in ("://", "index-url", "find-links", "trusted-host", "file:", " @ "):
        assert word not in text
    assert not re.search(r"(^|[\s=])(/|[A-Za-z]:\\)", text, re.MULTILINE), "an absolute path"


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_hashed(name: str) -> None:
    packages = read_lock(name)
    assert len(packages) > 20
    assert [package for package, (_, hashes) in packages.items() if not hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_qt_is_the_version_that_passes_on_python_3_11(name: str) -> None:
    packages = read_lock(name)
    for package in ("pyside6", "pyside6-addons", "pyside6-essentials", "shiboken6"):
        assert packages[package][0] == "6.11.3"


@pytest.mark.parametrize("name", LOCKS)
def test_holds_what_pyproject_asks_for(name: str) -> None:
    packages = read_lock(name)
    for requirement in declared() if name == "requirements.lock" else declared("test"):
        version, _ = packages[requirement.name.lower()]
        assert requirement.specifier.contains(version), f"{requirement} is not met by {version}"


def test_tests_run_with_the_versions_that_are_shipped() -> None:
    shipped, tested = (read_lock(name) for name in LOCKS)
    assert {package: tested.get(package) for package in shipped} == shipped
