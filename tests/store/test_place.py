from __future__ import annotations

from pathlib import Path

import pytest

from riskdesk.domain.errors import FileRefused
from riskdesk.store import Store, place

LINUX = [("/", "ext4"), ("/home", "btrfs"), ("/mnt/office", "cifs"), ("/mnt/office/local", "xfs"), ("/srv", "nfs4")]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/office.riskdesk", None),
        ("/mnt/office/office.riskdesk", "cifs"),
        ("/mnt/office/deep/er/office.riskdesk", "cifs"),
        ("/mnt/office/local/office.riskdesk", None),
        ("/mnt/office2/office.riskdesk", None),
        ("/srv/office.riskdesk", "nfs4"),
    ],
)
def test_the_deepest_mount_above_a_file_decides(path: str, kind: str | None) -> None:
    assert place.network_mount(Path(path), LINUX) == kind


@pytest.mark.parametrize("kind", ["cifs", "fuse.sshfs", "virtiofs"])
def test_a_file_there_is_refused_and_not_made(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "linux_mounts", lambda: [("/", kind)])
    file = tmp_path / "office.riskdesk"
    with pytest.raises(FileRefused, match="network share") as refused:
        Store.open(file)
    assert refused.value.params["kind"] == kind
    assert not file.exists()


SERVERS = ["nfs4", "cifs", "smb3", "ceph", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.kio-fuse",
           "fuse.smbnetfs", "fuse.curlftpfs", "fuse.s3fs", "fuse.mount.cifs", "fuse.seadrive", "fuse"]  # fmt: skip
HOSTS = ["9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "prl_fs", "fuse.prl_fsd", "fuse.grpcfuse"]
DISKS = ["ext4", "btrfs", "xfs", "overlay", "tmpfs", "vfat", "exfat", "ntfs3", "fuseblk", "apfs", "hfs", "ecryptfs",
         "fuse.gocryptfs", "fuse.ntfs-3g", "fuse.mergerfs"]  # fmt: skip


@pytest.mark.parametrize("kind", SERVERS + HOSTS)
def test_what_another_computer_or_system_holds_is_refused(kind: str) -> None:
    assert place.network_mount(Path("/x/a.riskdesk"), [("/", "ext4"), ("/x", kind)]) == kind


@pytest.mark.parametrize("kind", DISKS)
def test_a_disk_of_this_computer_is_taken(kind: str) -> None:
    assert place.network_mount(Path("/x/a.riskdesk"), [("/", "nfs4"), ("/x", kind)]) is None


def test_a_local_disk_is_none() -> None:
    assert place.network_mount(Path("/x"), []) is None
    assert place.network_type(Path("/")) is None


def test_folders_of_programs_that_copy_behind_our_back_are_known() -> None:
    assert place.sync_folder(Path("/home/a/OneDrive - 公司/office.riskdesk")) == "OneDrive - 公司"
    assert place.sync_folder(Path("/home/a/坚果云/office.riskdesk")) == "坚果云"
    assert place.sync_folder(Path("/home/a/office.riskdesk")) is None


def test_mount_points_with_spaces_and_chinese_names_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "36 35 98:0 / /mnt/共享\\040盘 rw,noatime master:1 - cifs //server/share rw\n"
        "37 35 98:0 / / rw - ext4 /dev/sda rw\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(place, "MOUNT_TABLE", table)
    assert place.network_mount(Path("/mnt/共享 盘/a.riskdesk"), place.linux_mounts()) == "cifs"
