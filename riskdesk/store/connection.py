"""The one opener: every connection to a file comes from here, with the same settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils
from sqlcipher3 import dbapi2

from riskdesk.domain.errors import FileRefused, RiskdeskError
from riskdesk.domain.words import N_

APPLICATION_ID = 0x7269736B  # "risk"
BUSY_SECONDS = 5.0


def connect(path: Path, *, readonly: bool = False) -> sqlite_utils.Database:
    """A connection with WAL and synchronous=FULL. Raises `FileRefused` when the file is none of ours or damaged."""
    mode = "?mode=ro" if readonly else ""
    with translated(path):
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}{mode}", uri=True, isolation_level=None, timeout=BUSY_SECONDS,
            check_same_thread=False, cached_statements=256,
        )  # fmt: skip
        connection.execute("PRAGMA cipher_log_level = NONE")
        if not readonly:
            connection.execute("PRAGMA journal_mode = WAL")
        # FULL is per connection; on a Mac it is only a real flush with fullfsync.
        connection.execute("PRAGMA synchronous = FULL")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = 1")
            connection.execute("PRAGMA checkpoint_fullfsync = 1")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")
        return sqlite_utils.Database(connection)


@contextmanager
def translated(path: Path | None = None) -> Iterator[None]:
    """Turn the errors of SQLite that a person can do something about into ours."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        text = str(error)
        name = str(path or "")
        if "not a database" in text or "malformed" in text:
            raise FileRefused(
                N_("{path} is damaged or is not a riskdesk file. It was not touched; open a backup instead."),
                path=name,
            ) from error
        if "unable to open" in text:
            raise FileRefused(N_("{path} cannot be opened: no such folder, or no right to it."), path=name) from error
        if "locked" in text or "busy" in text:
            raise RiskdeskError(N_("Another program is writing to the file. Please try again.")) from error
        if "full" in text:
            raise RiskdeskError(
                N_("The disk is full. What you typed is still here; make room and save again.")
            ) from error
        if "readonly" in text:
            raise RiskdeskError(N_("The file or its folder is read-only.")) from error
        raise
