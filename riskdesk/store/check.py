"""Is the file whole: SQLite's own check, the chain of the change log, the schema, the search index."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlite_utils

from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.store import changes, migrations
from riskdesk.store.connection import connect, translated


@dataclass
class Report:
    """What was looked at and what is wrong; each problem is a source text with its values."""

    changes: int = 0
    records: int = 0
    problems: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Nothing wrong was found."""
        return not self.problems


def check(path: Path) -> Report:
    """Look through the whole file. Raises `FileRefused` where it cannot be opened at all."""
    db = connect(path, readonly=True)
    report = Report()
    try:
        with translated(path):
            migrations.is_current(db)
            _integrity(db, report)
            _schema(db, report)
            for site, seq in changes.broken_links(db):
                report.problems.append(
                    (
                        N_("The change log of {site} does not verify at entry {seq}."),
                        {"site": site, "seq": seq},
                    )
                )
            _index(db, report)
            report.changes = db.execute("SELECT count(*) FROM change").fetchone()[0]
    finally:
        db.conn.close()
    return report


def quick(path: Path) -> list[str]:
    """SQLite's own check of a copy; its complaints as they are."""
    db = connect(path, readonly=True)
    try:
        with translated(path):
            rows = db.execute("PRAGMA integrity_check").fetchall()
            return [row[0] for row in rows if row[0] != "ok"]
    finally:
        db.conn.close()


def _integrity(db: sqlite_utils.Database, report: Report) -> None:
    for (line,) in db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            report.problems.append((N_("SQLite found damage: {line}"), {"line": line}))


def _schema(db: sqlite_utils.Database, report: Report) -> None:
    for kind, cls in KINDS.items():
        columns = {row[1] for row in db.execute(f'PRAGMA table_xinfo("{kind}")').fetchall()}
        missing = set(cls.model_fields) - columns
        if missing:
            report.problems.append(
                (N_("Table {kind} lacks {columns}."), {"kind": kind, "columns": ", ".join(sorted(missing))})
            )


def _index(db: sqlite_utils.Database, report: Report) -> None:
    for kind, cls in KINDS.items():
        count = db.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]
        report.records += count
        if not cls.SEARCHED or kind == "log_entry":
            continue
        lost = db.execute(
            f'SELECT count(*) FROM "{kind}" WHERE n NOT IN (SELECT id FROM "{kind}_fts_docsize")'
        ).fetchone()[0]
        if lost:
            report.problems.append(
                (N_("{count} records of {kind} are not in the search index."), {"kind": kind, "count": lost})
            )
