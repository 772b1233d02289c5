"""Files kept inside the store under their SHA-256, written once and read in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from riskdesk.domain.errors import NotAllowed, NotFound
from riskdesk.domain.words import N_
from riskdesk.store.connection import Connection

MAX_BYTES = 50 * 1024 * 1024
PIECE = 256 * 1024


def add(db: Connection, source: Path) -> str:
    """Keep the file `source` and return its SHA-256; the same bytes are kept once. Raises `NotAllowed`, `NotFound`."""
    try:
        with source.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotFound(N_("{name} cannot be read."), name=source.name) from error
    if len(data) > MAX_BYTES:
        raise NotAllowed(N_("{name} is larger than {limit} MB."), name=source.name, limit=MAX_BYTES // 1024 // 1024)
    sha256 = hashlib.sha256(data).hexdigest()
    db.run("INSERT OR IGNORE INTO attachment (sha256, size, data) VALUES (?, ?, ?)", (sha256, len(data), data))
    return sha256


def read(db: Connection, sha256: str) -> Iterator[bytes]:
    """The bytes of a kept file, in pieces. Raises `NotFound`."""
    row = db.one("SELECT n, size FROM attachment WHERE sha256 = ?", (sha256,))
    if row is None:
        raise NotFound(N_("The attached file is not in this file."))
    n, size = row
    for start in range(0, size, PIECE):
        # A handle that stays open between pieces would hold a snapshot and let the WAL grow.
        with db.blob("attachment", "data", n) as blob:
            blob.seek(start)
            piece: bytes = blob.read(PIECE)
        yield piece
