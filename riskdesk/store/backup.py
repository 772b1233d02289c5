"""Backups: a whole copy through SQL only, opened and checked before it takes its name."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.store import check
from riskdesk.store.store import Store

_RENAME_SECONDS = 5.0


def backup(store: Store, target: Path) -> Path:
    """Copy the file as it is now to `target` (which may lie on a stick) and verify the copy.

    Raises `RiskdeskError`, also where there is a file already: a backup replaces nothing.
    """
    try:
        if target.exists():
            raise RiskdeskError(N_("{path} is there already. Choose another name for the backup."), path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".riskdesk-", dir=store.path.parent) as folder:
            copy = Path(folder) / "copy.riskdesk"
            store.db.run("VACUUM INTO ?", (str(copy),))
            problems = check.quick(copy)
            if problems:
                raise RiskdeskError(N_("The backup could not be verified: {reason}"), reason="; ".join(problems))
            _put(copy, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RiskdeskError(N_("The backup could not be written: {reason}"), reason=reason) from error
    return target


def _put(copy: Path, target: Path) -> None:
    """Bring a copy to its place whole: under another name first, on the disk, then renamed."""
    partial = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(copy, partial)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        _rename(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def _rename(source: Path, target: Path) -> None:
    """On Windows a virus scanner may hold a file that was just written for some seconds."""
    deadline = time.monotonic() + _RENAME_SECONDS
    while True:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
            time.sleep(0.1)
