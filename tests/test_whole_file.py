"""What leaves the program is whole or not there, and never stands in the place of a riskdesk file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.errors import FileRefused
from riskdesk.store.check import check
from riskdesk.whole_file import replacing, write


def test_a_full_disk_leaves_the_older_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "清单.pdf"
    write(path, b"old")

    def fill_the_disk() -> None:
        with replacing(path) as partial:
            partial.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space") as caught:
        fill_the_disk()
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_gone_is_told_by_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.pdf"
    with pytest.raises(FileNotFoundError) as caught:
        write(path, b"new")
    assert caught.value.filename == str(path)


def test_a_link_goes_on_to_lead_where_it_led(tmp_path: Path) -> None:
    path, link = tmp_path / "a.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_pipe_keeps_its_place(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"new")
    assert os.read(end, 10) == b"new"
    os.close(end)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["office.riskdesk", "office.riskdesk-wal", "office.riskdesk-SHM", "link.pdf"])
def test_the_open_file_and_what_belongs_to_it_are_not_replaced(desk: Desk, name: str) -> None:
    path = desk.store.path.with_name(name)
    if name == "link.pdf":
        path.symlink_to(desk.store.path)
    with pytest.raises(FileRefused, match="is a riskdesk file"):
        write(path, b"new")
    desk.close()
    assert check(desk.store.path).sound


@pytest.mark.parametrize("name", ["backup.riskdesk", "renamed.pdf"])
def test_no_backup_is_replaced_whatever_it_is_called(desk: Desk, tmp_path: Path, name: str) -> None:
    made = desk.backups.make(tmp_path / name)
    for path in (made, made.with_name(f"{name}-wal")):
        with pytest.raises(FileRefused, match="is a riskdesk file"):
            write(path, b"new")
    assert check(made).sound


def test_a_damaged_riskdesk_file_is_not_replaced_either(tmp_path: Path) -> None:
    path = tmp_path / "DAMAGED.RISKDESK"
    path.write_bytes(b"what can still be saved")
    with pytest.raises(FileRefused):
        write(path, b"new")
    assert path.read_bytes() == b"what can still be saved"
