"""Backups: a whole copy through SQL only, opened and checked before it takes its name."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.store import check
from riskdesk.store.store import Store
from riskdesk.whole_file import replacing


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
            with replacing(target) as partial:
                shutil.copyfile(copy, partial)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RiskdeskError(N_("The backup could not be written: {reason}"), reason=reason) from error
    return target
