"""Backups: a whole copy through SQL only, opened and checked before it takes its name."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.store import check
from riskdesk.store.connection import translated
from riskdesk.store.store import Store


def backup(store: Store, target: Path) -> Path:
    """Copy the file as it is now to `target` (which may lie on a stick) and verify the copy. Raises `RiskdeskError`."""
    if target.exists() and target.samefile(store.path):
        raise RiskdeskError(N_("A backup cannot overwrite the file it is made of."))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=store.path.parent) as folder:
        copy = Path(folder) / "copy.riskdesk"
        with translated(store.path):
            store.db.execute("VACUUM INTO ?", [str(copy)])
        problems = check.quick(copy)
        if problems:
            raise RiskdeskError(N_("The backup could not be verified: {reason}"), reason="; ".join(problems))
        partial = target.with_name(target.name + ".part")
        try:
            shutil.copyfile(copy, partial)
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(partial, target)
        finally:
            partial.unlink(missing_ok=True)
    return target
