"""Files kept inside the store under their SHA-256, written once and read in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import sqlite_utils

from riskdesk.domain.errors import NotAllowed, NotFound
from riskdesk.domain.words import N_

MAX_BYTES = 50 * 1024 * 1024
PIECE = 256 * 1024


def add(db: sqlite_utils.Database, source: Path) -> str:
    """Keep the file `source` and return its SHA-256; the same bytes are kept once."""
    size = source.stat().st_size
    if size > MAX_BYTES:
        raise NotAllowed(N_("{name} is larger than {limit} MB."), name=source.name, limit=MAX_BYTES // 1024 // 1024)
    data = source.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    db.execute("INSERT OR IGNORE INTO attachment (sha256, size, data) VALUES (?, ?, ?)", [sha256, len(data), data])
    return sha256


def read(db: sqlite_utils.Database, sha256: str) -> Iterator[bytes]:
    """The bytes of a kept file, in pieces. Raises `NotFound`."""
    row = db.execute("SELECT n, size FROM attachment WHERE sha256 = ?", [sha256]).fetchone()
    if row is None:
        raise NotFound(N_("The attached file is not in this file."))
    with cast(Any, db.conn).open_blob("attachment", "data", row[0], True) as blob:
        while piece := blob.read(PIECE):
            yield piece
