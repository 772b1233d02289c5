"""Backups: whole copies that were opened and checked before they took their name."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store, backup
from riskdesk.store.check import check
from tests.store.conftest import Filled


def test_a_backup_holds_what_was_saved_last(filled: Filled, tmp_path: Path) -> None:
    risk = filled.risk(title="漏水")
    filled.delete(filled.risk(title="别的"))
    target = backup.backup(filled.store, tmp_path / "stick" / "a.riskdesk")
    assert check(target).sound
    copy = Store.open(target, create=False)
    assert copy.select(Risk) == [risk]
    assert copy.count("risk", Query("漏水")) == 1
    assert [change.hash for change in copy.history(risk.id)] == [c.hash for c in filled.store.history(risk.id)]
    assert copy.site == "HQ"
    copy.close()


def test_nothing_but_the_backup_is_left(filled: Filled, tmp_path: Path) -> None:
    filled.risk()
    before = {file.name for file in tmp_path.iterdir()}
    backup.backup(filled.store, tmp_path / "copy.riskdesk")
    assert {file.name for file in tmp_path.iterdir()} == before | {"copy.riskdesk"}


def test_a_backup_replaces_nothing_that_is_there(filled: Filled, tmp_path: Path) -> None:
    target = backup.backup(filled.store, tmp_path / "copy.riskdesk")
    before = target.read_bytes()
    filled.risk()
    for there in (target, filled.path):
        with pytest.raises(RiskdeskError, match="is there already"):
            backup.backup(filled.store, there)
    assert target.read_bytes() == before
    assert filled.store.count("risk") == 1


def test_a_full_stick_is_told_and_nothing_is_left_on_it(
    filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick" / "copy.riskdesk"

    def full(source: Path, partial: Path) -> None:
        partial.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(RiskdeskError, match="could not be written"):
        backup.backup(filled.store, target)
    assert list(target.parent.iterdir()) == []


def test_a_copy_that_does_not_verify_takes_no_name(
    filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup.check, "quick", lambda path: ["row 3 missing"])
    with pytest.raises(RiskdeskError, match="row 3 missing"):
        backup.backup(filled.store, tmp_path / "copy.riskdesk")
    assert not (tmp_path / "copy.riskdesk").exists()


def test_a_folder_that_cannot_be_made_is_told(filled: Filled, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RiskdeskError, match="could not be written"):
        backup.backup(filled.store, tmp_path / "file" / "copy.riskdesk")
