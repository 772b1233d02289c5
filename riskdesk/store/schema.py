"""Whether a file is ours, of which version, and how it gets to this program's schema."""

from __future__ import annotations

from riskdesk.domain.errors import FileRefused
from riskdesk.domain.words import N_
from riskdesk.store.connection import APPLICATION_ID, Connection

VERSION = 9
"""Number of migrations this program knows; kept in the file as user_version."""


def is_current(db: Connection) -> bool:
    """Whether nothing has to be done. Raises `FileRefused` for a file of another program or of a newer riskdesk."""
    application, version = (db.all(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version"))
    tables = db.all("SELECT count(*) FROM sqlite_schema")[0][0]
    if tables and application != APPLICATION_ID:
        raise FileRefused(N_("This is a database of another program, not a riskdesk file. It was not touched."))
    if version > VERSION:
        raise FileRefused(
            N_("The file was written by a newer riskdesk. Please update this program; the file was not touched.")
        )
    if version and not db.one("SELECT 1 FROM pragma_table_info('change') WHERE name = 'before'"):
        raise FileRefused(N_("The file was made by a trial version of riskdesk from before 0.1.0. It was not touched."))
    return bool(tables) and version == VERSION


def migrate(db: Connection, site: str) -> None:
    """Bring the file to this program's schema, all steps or none; two programs that start at once do it once."""
    # 0.1 s to import, and needed only here.
    import sqlite_utils

    from riskdesk.store.migrations import migrations

    with db.transaction():
        if is_current(db):
            return
        wrapped = sqlite_utils.Database(db.raw, execute_plugins=False)
        migrations.apply(wrapped)
        db.run("INSERT OR IGNORE INTO meta VALUES ('site', ?)", (site,))
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        db.run(f"PRAGMA user_version = {VERSION}")
