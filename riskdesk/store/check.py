"""Is the file whole: SQLite's own check, the schema, the chain of the change log, the records and the search index."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.store import changes, index, schema
from riskdesk.store.codec import from_column
from riskdesk.store.connection import Connection, connect

_PAGE = 500


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

    def add(self, text: str, **values: Any) -> None:
        """Note a problem."""
        self.problems.append((text, values))


def check(path: Path) -> Report:
    """Look through the whole file. Raises `FileRefused` where it cannot be opened at all."""
    db = connect(path, readonly=True)
    report = Report()
    try:
        if not schema.is_current(db):
            raise FileRefused(N_("{path} holds nothing, or was never opened by this version."), path=str(path))
        _integrity(db, report)
        _schema(db, report)
        for site, seq in changes.broken(db):
            report.add(N_("The change log of {site} does not verify at entry {seq}."), site=site, seq=seq)
        verifies = not report.problems
        for kind in KINDS:
            report.records += db.all(f'SELECT count(*) FROM "{kind}"')[0][0]
            if verifies:  # else there is nothing to hold the records against
                _follows_log(db, kind, report)
            _index(db, kind, report)
        report.changes = db.all("SELECT count(*) FROM change")[0][0]
    finally:
        db.raw.close()
    return report


def quick(path: Path) -> list[str]:
    """SQLite's own check of a copy; its complaints as they are."""
    db = connect(path, readonly=True)
    try:
        return [row[0] for row in db.all("PRAGMA integrity_check") if row[0] != "ok"]
    finally:
        db.raw.close()


def _integrity(db: Connection, report: Report) -> None:
    for (line,) in db.all("PRAGMA integrity_check"):
        if line != "ok":
            report.add(N_("SQLite found damage: {line}"), line=line)


def _schema(db: Connection, report: Report) -> None:
    for kind, cls in KINDS.items():
        missing = cls.model_fields.keys() - db.columns(kind).keys()
        if missing:
            report.add(N_("Table {kind} lacks {columns}."), kind=kind, columns=", ".join(sorted(missing)))


def _follows_log(db: Connection, kind: str, report: Report) -> None:
    """Every record must hold what its entries add up to: nobody wrote past the log, no entry of it is gone."""
    names = ("last_change", "deleted", *(name for name in KINDS[kind].model_fields if name in db.columns(kind)))
    last = ""
    while page := db.named(f'SELECT {", ".join(names)} FROM "{kind}" WHERE id > ? ORDER BY id LIMIT ?', (last, _PAGE)):
        logged = changes.states(changes.of_records(db, [row["last_change"] for row in page]))
        for row in page:
            values, erased = logged.get(row["id"], ({}, frozenset()))
            told = {name for name in names[1:] if name != "id" and name not in erased}
            unlike = sorted(n for n in told if not _same(from_column(kind, n, row[n]), values.get(n)))
            if unlike:
                report.add(
                    N_("{kind} {number} does not hold what the change log says: {fields}."),
                    kind=kind, number=row["number"] or row["id"], fields=", ".join(unlike),
                )  # fmt: skip
        last = page[-1]["id"]


def _same(stored: Any, logged: Any) -> bool:
    return stored == logged or (stored in (None, "", []) and logged in (None, "", []))


def _index(db: Connection, kind: str, report: Report) -> None:
    if not index.searched(kind):
        return
    live, held = f'SELECT n FROM "{kind}" WHERE deleted = 0', f'SELECT id FROM "{kind}_fts_docsize"'
    waiting = f"SELECT n FROM unindexed WHERE kind = '{kind}'"
    lost = db.all(f"SELECT count(*) FROM ({live} EXCEPT {held} EXCEPT {waiting})")[0][0]
    if lost:
        report.add(N_("{count} records of {kind} are not in the search index."), kind=kind, count=lost)
    over = db.all(f"SELECT count(*) FROM ({held} EXCEPT {live} EXCEPT {waiting})")[0][0]
    if over:
        report.add(N_("The search index of {kind} holds {count} records that are gone."), kind=kind, count=over)
