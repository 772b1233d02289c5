"""A file that leaves the program: whole or not at all, and never over a riskdesk file."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.words import N_
from riskdesk.places import SUFFIX

_RENAME_SECONDS = 5.0
_DATABASE = b"SQLite format 3\0"
_BESIDE_DATABASE = re.compile("-(wal|shm|journal)$", re.IGNORECASE)
_UMASK = os.umask(0o077)
os.umask(_UMASK)


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`. Raises `FileRefused`, `OSError`; what was there before is whole then."""
    with replacing(path) as partial:
        partial.write_bytes(content)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place when all went well, and is gone otherwise.

    Raises `FileRefused` where `path` is a riskdesk file or belongs to one, and `OSError`.
    """
    _refuse_riskdesk_file(path)
    if path.exists() and not path.is_file():
        # The place of a device or a pipe is not to be taken.
        yield path
        return
    target = path.resolve()
    partial = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=target.suffix)
        os.close(handle)
        partial = Path(name)
        # What stands in for the file meanwhile is for its owner alone; the file itself is as others are.
        partial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_UMASK)
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        _rename(partial, target)
    except OSError as error:
        # Nobody knows the name of what stood in.
        error.filename = str(path)
        raise
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)


def _refuse_riskdesk_file(path: Path) -> None:
    """A backup is one too, and what SQLite keeps beside a file belongs to it."""
    file = Path(_BESIDE_DATABASE.sub("", str(path.resolve())))
    if file.is_file() and (file.suffix.lower() == SUFFIX or _is_database(file)):
        text = N_("{name} is a riskdesk file or belongs to one, and is not overwritten. Choose another name.")
        raise FileRefused(text, name=path.name)


def _is_database(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_DATABASE)) == _DATABASE


def _rename(partial: Path, target: Path) -> None:
    """On Windows a virus scanner may hold a file that was just written for some seconds."""
    deadline = time.monotonic() + _RENAME_SECONDS
    while True:
        try:
            os.replace(partial, target)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline or _is_held(target):
                raise
            time.sleep(0.1)


def _is_held(target: Path) -> bool:
    """Whether another program has the target open, which may last for hours."""
    try:
        target.open("rb+").close()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
