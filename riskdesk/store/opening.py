"""How a file is opened or made: looked at first and only then written to."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from riskdesk.domain.errors import FileRefused, NotFound, RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.store import schema
from riskdesk.store.connection import BUSY_SECONDS, Busy, Connection, connect, make_durable
from riskdesk.store.place import refuse_network_share


def opened(path: Path, site: str, *, create: bool) -> tuple[Connection, bool]:
    """A connection to the file, and whether this made it, for the site of that code. Raises `FileRefused`."""
    refuse_network_share(path)
    made = create and _claim(path)
    try:
        if not made:
            _look(path)
        db = connect(path)
        try:
            make_durable(db)
            if not schema.is_current(db):
                schema.migrate(db, site)
        except BaseException:
            db.close()
            raise
    except Busy:
        # Another program fills the file that this one made.
        raise
    except BaseException:
        if made:
            remove(path)
        raise
    return db, made


def remove(path: Path) -> None:
    """Take away a file whose making failed, with what lies beside it. Nobody has it open."""
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            name.unlink(missing_ok=True)


def _claim(path: Path) -> bool:
    """Make an empty file where there is none. Of two programs that start at once, one is told that it made it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            return False
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except OSError as error:
        if isinstance(error, FileExistsError) and path.is_file():
            return False
        raise FileRefused(N_("{path} cannot be opened: no such folder, or no right to it."), path=str(path)) from error
    return True


def _look(path: Path) -> None:
    """Refuse what is no whole file of ours, by a connection that cannot write."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(N_("There is no file {path}."), path=str(path)) from error
    except OSError as error:
        raise FileRefused(N_("{path} cannot be opened: no such folder, or no right to it."), path=str(path)) from error
    if not S_ISREG(mode):
        raise FileRefused(N_("{path} is no file."), path=str(path))
    deadline = time.monotonic() + BUSY_SECONDS
    while path.stat().st_size == 0:
        # Another program may be about to fill it.
        if time.monotonic() > deadline:
            raise FileRefused(N_("{path} is empty: it was damaged, or never written. Open a backup."), path=str(path))
        time.sleep(0.02)
    db = connect(path, readonly=True)
    try:
        schema.is_current(db)
    except RiskdeskError:
        db.raw.close()
        raise
    db.raw.close()
