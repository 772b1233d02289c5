"""Where a file may lie: on a local disk. WAL needs shared memory and locks, which end where another computer begins."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.words import N_

NETWORK_TYPES = frozenset([
    "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "webdav", "davfs", "ftp",
    "glusterfs", "ceph", "lustre", "afs", "coda", "beegfs", "gpfs", "gfs2", "ocfs2", "orangefs",
])  # fmt: skip
SHARED_TYPES = frozenset(["9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs"])
"""Folders of one system that another sees: of Windows under WSL, of the host in a virtual machine. Each has a memory
and locks of its own, so that what both write damages the file (seen on virtiofs within minutes)."""
LOCAL_FUSE = frozenset([
    "bindfs", "cryfs", "encfs", "exfat", "ext2", "fuse-overlayfs", "gocryptfs", "mergerfs", "ntfs", "ntfs-3g",
    "securefs", "unionfs", "unionfs-fuse", "veracrypt",
])  # fmt: skip
"""FUSE file systems over a local disk. Every other one is taken for what most are: a server's, a cloud's, a host's."""
SYNC_FOLDERS = (
    "onedrive",
    "nutstore",
    "坚果云",
    "wps云盘",
    "wpsdrive",
    "baidunetdisk",
    "百度网盘",
    "dropbox",
)

MOUNT_TABLE = Path("/proc/self/mountinfo")


def refuse_network_share(path: Path) -> None:
    """Raises `FileRefused` with the reason and the way out when `path` lies on a network share."""
    kind = network_type(path)
    if kind:
        raise FileRefused(
            N_(
                "{path} lies on a network share or in a folder of another system ({kind}), where a power cut or a "
                "second computer can damage it. Keep the file on a local disk; to work from several places, exchange "
                "with the office by hub or USB stick."
            ),
            path=str(path), kind=kind,
        )  # fmt: skip


def sync_folder(path: Path) -> str | None:
    """The part of `path` that belongs to a program which copies files behind our back, or None."""
    return next((part for part in path.parts if part.lower().startswith(SYNC_FOLDERS)), None)


def network_type(path: Path) -> str | None:
    """The type of the network file system that holds `path`, or None for a local disk."""
    path = path.absolute()
    if sys.platform == "win32":
        return _windows_type(path)
    mounts = linux_mounts() if sys.platform.startswith("linux") else _bsd_mounts()
    return network_mount(path, mounts)


def network_mount(path: Path, mounts: list[tuple[str, str]]) -> str | None:
    """The type in `mounts` (mount point, type) of the deepest mount above `path`, when it is a network one."""
    resolved = path.resolve()
    above = [(Path(point), kind) for point, kind in mounts if resolved.is_relative_to(point)]
    if not above:
        return None
    _, kind = max(above, key=lambda mount: len(mount[0].parts))
    return kind if reaches_elsewhere(kind) else None


def reaches_elsewhere(kind: str) -> bool:
    """Whether a file system of that type shows what another computer, or another system on this one, holds."""
    family, _, program = kind.partition(".")
    if family == "fuse":
        return program not in LOCAL_FUSE
    return kind in NETWORK_TYPES or kind in SHARED_TYPES


def linux_mounts() -> list[tuple[str, str]]:
    """(mount point, type) of everything that is mounted."""
    try:
        lines = MOUNT_TABLE.read_bytes().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        before, _, after = line.partition(b" - ")
        # A space in a mount point stands there as \040, other characters as their bytes.
        point = re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), before.split()[4])
        found.append((os.fsdecode(point), after.split()[0].decode()))
    return found


def _bsd_mounts() -> list[tuple[str, str]]:
    out = subprocess.run(["mount"], capture_output=True, text=True, check=False).stdout
    found = []
    for line in out.splitlines():
        _, _, rest = line.partition(" on ")
        point, _, options = rest.rpartition(" (")
        found.append((point, options.split(",")[0].strip(")")))
    return found


def _windows_type(path: Path) -> str | None:
    import ctypes

    if str(path).startswith("\\\\"):
        return "UNC"
    remote = 4
    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    return "DRIVE_REMOTE" if windll.kernel32.GetDriveTypeW(path.anchor) == remote else None
