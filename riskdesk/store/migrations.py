"""The schema, as sqlite-utils migrations. An applied migration is never edited; a change is a new one."""

from __future__ import annotations

import re

import sqlite_utils
from sqlite_utils.migrations import Migrations

migrations = Migrations("riskdesk")

# Columns as the records of the first version had them; JSON text where a field is a list or a part.
_FIRST_COLUMNS = {
    "policy": """
        office TEXT NOT NULL, families TEXT NOT NULL, scenario_classes TEXT NOT NULL, tiers TEXT NOT NULL,
        matrix TEXT NOT NULL, lec_red REAL NOT NULL, lec_yellow REAL NOT NULL, likelihood_words TEXT NOT NULL,
        severity_words TEXT NOT NULL, lec_likelihood_words TEXT NOT NULL, lec_exposure_words TEXT NOT NULL,
        lec_consequence_words TEXT NOT NULL, taboo_phrases TEXT NOT NULL, empathy_phrases TEXT NOT NULL,
        review_days INTEGER NOT NULL, drill_days INTEGER NOT NULL, report_seconds INTEGER NOT NULL,
        cases_per_month INTEGER NOT NULL, study_cases INTEGER NOT NULL, exam_pass INTEGER NOT NULL, drill_pass
        INTEGER NOT NULL, notes TEXT NOT NULL
    """,
    "site": """
        code TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, buildings TEXT NOT NULL, zone TEXT NOT
        NULL, phone TEXT NOT NULL
    """,
    "department": """
        name TEXT NOT NULL, site_id TEXT NOT NULL, phone TEXT NOT NULL
    """,
    "person": """
        name TEXT NOT NULL, post TEXT NOT NULL, phone TEXT NOT NULL, department_id TEXT NOT NULL, site_id TEXT
        NOT NULL, duties TEXT NOT NULL, role TEXT NOT NULL, active INTEGER NOT NULL, notes TEXT NOT NULL
    """,
    "body": """
        name TEXT NOT NULL, body_kind TEXT NOT NULL, phone TEXT NOT NULL, contact TEXT NOT NULL, site_id TEXT
        NOT NULL, duties TEXT NOT NULL, notes TEXT NOT NULL
    """,
    "risk": """
        title TEXT NOT NULL, family TEXT NOT NULL, description TEXT NOT NULL, cause TEXT NOT NULL, consequence
        TEXT NOT NULL, site_id TEXT NOT NULL, place TEXT NOT NULL, source TEXT NOT NULL, source_note TEXT NOT
        NULL, season TEXT NOT NULL, controls TEXT NOT NULL, department_id TEXT NOT NULL, owner_id TEXT NOT NULL,
        status TEXT NOT NULL, review_days INTEGER NOT NULL, next_review TEXT, inherent TEXT NOT NULL, current
        TEXT NOT NULL, target TEXT NOT NULL, acceptance TEXT, playbook_ids TEXT NOT NULL, case_ids TEXT NOT
        NULL, attachments TEXT NOT NULL
    """,
    "case": """
        title TEXT NOT NULL, family TEXT NOT NULL, case_type TEXT NOT NULL, origin TEXT NOT NULL, origin_note
        TEXT NOT NULL, site_id TEXT NOT NULL, place TEXT NOT NULL, happened_on TEXT, year INTEGER, level TEXT,
        summary TEXT NOT NULL, course TEXT NOT NULL, outcome TEXT NOT NULL, lessons TEXT NOT NULL, comment TEXT
        NOT NULL, tags TEXT NOT NULL, state TEXT NOT NULL, privacy TEXT NOT NULL, playbook_ids TEXT NOT NULL,
        incident_id TEXT NOT NULL, attachments TEXT NOT NULL
    """,
    "playbook": """
        title TEXT NOT NULL, scenario_class TEXT NOT NULL, family TEXT, triggers TEXT NOT NULL, tier TEXT,
        coordination TEXT NOT NULL, steps TEXT NOT NULL, notifications TEXT NOT NULL, site_ids TEXT NOT NULL,
        drill_days INTEGER NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, approved_by_id TEXT NOT
        NULL, approved_on TEXT, review_due TEXT, difference_confirmed TEXT, attachments TEXT NOT NULL
    """,
    "drill": """
        title TEXT NOT NULL, drill_kind TEXT NOT NULL, purpose TEXT NOT NULL, playbook_id TEXT NOT NULL, plan
        TEXT NOT NULL, objectives TEXT NOT NULL, scenario TEXT NOT NULL, injects TEXT NOT NULL, site_id TEXT NOT
        NULL, place TEXT NOT NULL, planned_on TEXT, planned_at TEXT NOT NULL, lead_id TEXT NOT NULL, assignments
        TEXT NOT NULL, observer_ids TEXT NOT NULL, participants INTEGER NOT NULL, materials TEXT NOT NULL,
        briefing TEXT NOT NULL, stop_word TEXT NOT NULL, state TEXT NOT NULL, started_at TEXT, ended_at TEXT,
        results TEXT NOT NULL, inject_results TEXT NOT NULL, evaluations TEXT NOT NULL, strengths TEXT NOT NULL,
        weaknesses TEXT NOT NULL, attachments TEXT NOT NULL
    """,
    "incident": """
        title TEXT NOT NULL, detail TEXT NOT NULL, site_id TEXT NOT NULL, place TEXT NOT NULL, tier TEXT, family
        TEXT, playbook_id TEXT NOT NULL, plan TEXT NOT NULL, state TEXT NOT NULL, started_at TEXT NOT NULL,
        closed_at TEXT, outcome TEXT NOT NULL, reporter_id TEXT NOT NULL, lead_id TEXT NOT NULL, assignments
        TEXT NOT NULL, affected INTEGER, injured INTEGER, loss_cents INTEGER, risk_ids TEXT NOT NULL, part_of_id
        TEXT NOT NULL, same_as_id TEXT NOT NULL, report TEXT NOT NULL, attachments TEXT NOT NULL
    """,
    "log_entry": """
        incident_id TEXT NOT NULL, entry_kind TEXT NOT NULL, at TEXT NOT NULL, written_at TEXT NOT NULL, who_id
        TEXT NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL, step_id TEXT NOT NULL, receipt TEXT NOT NULL,
        struck TEXT
    """,
    "action": """
        title TEXT NOT NULL, detail TEXT NOT NULL, origin TEXT NOT NULL, strand TEXT, risk_ids TEXT NOT NULL,
        incident_id TEXT NOT NULL, drill_id TEXT NOT NULL, site_id TEXT NOT NULL, place TEXT NOT NULL,
        department_id TEXT NOT NULL, owner_id TEXT NOT NULL, priority TEXT NOT NULL, due TEXT, state TEXT NOT
        NULL, waits_for TEXT NOT NULL, proof TEXT NOT NULL, done_on TEXT, verified_by_id TEXT NOT NULL,
        verified_on TEXT, found_on TEXT, grade TEXT, attachments TEXT NOT NULL
    """,
}

# Computed by the store from other records, or by SQLite from the row; never in the change log.
_FIRST_DERIVED = {
    "risk": """
        flags TEXT NOT NULL DEFAULT '', measures_done INTEGER NOT NULL DEFAULT 0,
        measures_total INTEGER NOT NULL DEFAULT 0,
        level TEXT AS (json_extract(current, '$.level')) VIRTUAL,
        cell TEXT AS (json_extract(current, '$.score.likelihood') || 'x' || json_extract(current, '$.score.severity'))
            VIRTUAL,
        level_rank INTEGER AS (CASE json_extract(current, '$.level') WHEN 'red' THEN 3 WHEN 'yellow' THEN 2
            WHEN 'blue' THEN 1 ELSE 0 END) VIRTUAL
    """,
    "case": """
        happened_year INTEGER AS (coalesce(CAST(substr(happened_on, 1, 4) AS INTEGER), year)) VIRTUAL,
        level_rank INTEGER AS (CASE level WHEN 'red' THEN 3 WHEN 'yellow' THEN 2 WHEN 'blue' THEN 1 ELSE 0 END) VIRTUAL
    """,
}

_SEARCHED = (
    "risk",
    "case",
    "playbook",
    "drill",
    "incident",
    "action",
    "person",
    "body",
    "site",
    "department",
)

# What lists are sorted and filtered by: each is answered from its index alone.
_FIRST_INDEXES = {
    "risk": (
        "number", "level_rank DESC, next_review", "title", "family", "owner_id", "department_id", "site_id", "status",
        "next_review", "flags", "measures_done", "season", "level, status", "cell, status",
    ),
    "case": ("number", "title", "family", "happened_year", "level", "origin", "state", "site_id", "case_type"),
    "playbook": ("number", "title"),
    "drill": ("number", "planned_on, planned_at", "state", "playbook_id"),
    "incident": ("number", "started_at", "state, started_at"),
    "action": ("number", "due", "state", "owner_id", "title"),
    "log_entry": ("incident_id",),
    "person": ("name",), "site": ("name",), "department": ("name",), "body": ("name",),
}  # fmt: skip


def _record_table(db: sqlite_utils.Database, kind: str, columns: str, derived: str, indexes: tuple[str, ...]) -> None:
    db.execute(
        f"""CREATE TABLE "{kind}" (
            n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, {columns},
            deleted INTEGER NOT NULL DEFAULT 0, last_change INTEGER NOT NULL, created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL, sort_name TEXT NOT NULL DEFAULT ''{derived}
        ) STRICT"""
    )
    for columns in indexes:
        name = re.sub(r"\W+", "_", columns)
        db.execute(f'CREATE INDEX "{kind}_{name}" ON "{kind}" ({columns}) WHERE deleted = 0')


def _search_table(db: sqlite_utils.Database, kind: str, more: str = "") -> None:
    db.execute(
        f"""CREATE VIRTUAL TABLE "{kind}_fts" USING fts5(
            title, body, initials, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'{more})"""
    )


@migrations()
def m001_records(db: sqlite_utils.Database) -> None:
    """Records, links between them, the change log, search, attachments, drafts."""
    for kind, columns in _FIRST_COLUMNS.items():
        derived = f", {_FIRST_DERIVED[kind]}" if kind in _FIRST_DERIVED else ""
        _record_table(db, kind, columns, derived, _FIRST_INDEXES.get(kind, ()))
    for kind in _SEARCHED:
        _search_table(db, kind)
    db.execute(
        """CREATE TABLE unindexed (
            kind TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, n)
        ) STRICT, WITHOUT ROWID"""
    )
    # The log has no index: n holds the place of its site and the number in its log, and each entry knows the one before
    # it of the same record, which in turn knows its last. That is two pages less to write at every save.
    db.execute("CREATE TABLE log_site (place INTEGER PRIMARY KEY, site TEXT NOT NULL UNIQUE) STRICT")
    db.execute(
        """CREATE TABLE change (
            n INTEGER PRIMARY KEY, before INTEGER NOT NULL, id TEXT NOT NULL, site TEXT NOT NULL, seq INTEGER NOT NULL,
            hlc TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, verb TEXT NOT NULL, batch TEXT NOT NULL,
            undoes TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, patch TEXT NOT NULL,
            salts TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE link (
            src TEXT NOT NULL, field TEXT NOT NULL, dst TEXT NOT NULL, kind TEXT NOT NULL,
            PRIMARY KEY (src, field, dst)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX link_dst ON link (dst, kind)")
    db.execute(
        """CREATE TABLE counter (
            site TEXT NOT NULL, letter TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
            PRIMARY KEY (site, letter, year)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TABLE attachment (
            n INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, data BLOB NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE draft (
            person TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, at TEXT NOT NULL, fields TEXT NOT NULL,
            PRIMARY KEY (person, kind, record)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


# The registers around the risk register, as they first were.
_REGISTER_COLUMNS = {
    "contract": """
        title TEXT NOT NULL, contract_kind TEXT NOT NULL, document TEXT NOT NULL, body_id TEXT NOT NULL, covers
        TEXT NOT NULL, starts_on TEXT, ends_on TEXT, remind_days INTEGER NOT NULL, renewal TEXT NOT NULL,
        renews_id TEXT NOT NULL, amount_cents INTEGER, risk_ids TEXT NOT NULL, owner_id TEXT NOT NULL, notes
        TEXT NOT NULL, attachments TEXT NOT NULL
    """,
    "regulation": """
        title TEXT NOT NULL, regulation_kind TEXT NOT NULL, issuer TEXT NOT NULL, document TEXT NOT NULL, clause
        TEXT NOT NULL, says TEXT NOT NULL, effective_on TEXT, changes TEXT NOT NULL, risk_ids TEXT NOT NULL
    """,
    "complaint": """
        title TEXT NOT NULL, received_on TEXT NOT NULL, complaint_type TEXT NOT NULL, site_id TEXT NOT NULL,
        place TEXT NOT NULL, detail TEXT NOT NULL, channel TEXT NOT NULL, closed_on TEXT, external TEXT NOT
        NULL, risk_ids TEXT NOT NULL
    """,
    "review": """
        title TEXT NOT NULL, year INTEGER NOT NULL, quarter INTEGER NOT NULL, held_on TEXT, place TEXT NOT NULL,
        chair_id TEXT NOT NULL, attendee_ids TEXT NOT NULL, topics TEXT NOT NULL, minutes TEXT NOT NULL, state
        TEXT NOT NULL, snapshot TEXT NOT NULL, frozen_at TEXT
    """,
}

_REGISTER_INDEXES = {
    "contract": ("number", "title", "ends_on"),
    "regulation": ("number", "title", "effective_on"),
    "complaint": ("title", "received_on", "external"),
    "review": ("number",),
}


@migrations()
def m002_registers(db: sqlite_utils.Database) -> None:
    """Contracts that transfer risk, regulations, complaints and review meetings."""
    for kind, columns in _REGISTER_COLUMNS.items():
        _record_table(db, kind, columns, "", _REGISTER_INDEXES[kind])
        _search_table(db, kind)
    # The figures of complaints are counted from these alone, without going to the rows.
    for name, fields in (
        ("type", "complaint_type, received_on"), ("spot", "site_id, place, complaint_type, received_on"),
        ("figures", "received_on, complaint_type, site_id, place, closed_on, risk_ids"),
    ):  # fmt: skip
        db.execute(f"CREATE INDEX complaint_{name} ON complaint ({fields}) WHERE deleted = 0")


@migrations()
def m003_case_created(db: sqlite_utils.Database) -> None:
    """How many cases were entered this month is told whenever the library is opened."""
    db.execute('CREATE INDEX case_created_at ON "case" (created_at) WHERE deleted = 0')


def _cell_of(judgement: str) -> str:
    """SQL for where a stored judgement stands: `4x3` on the matrix, `lec`, or NULL without a score."""
    likelihood, severity = (f"json_extract({judgement}, '$.score.{name}')" for name in ("likelihood", "severity"))
    return (
        f"CASE json_extract({judgement}, '$.score.method') WHEN 'lec' THEN 'lec' "
        f"WHEN 'matrix' THEN {likelihood} || 'x' || {severity} END"
    )


@migrations()
def m004_cells(db: sqlite_utils.Database) -> None:
    """The heat map is counted, and the list behind each of its cells is found, without looking into the risks."""
    for judgement in ("inherent", "current", "target"):
        db.execute(f"ALTER TABLE risk ADD COLUMN {judgement}_cell TEXT AS ({_cell_of(judgement)}) VIRTUAL")
    # Without the status: most edits then leave it alone, and what it costs to take three scores out of their JSON.
    db.execute("DROP INDEX risk_cell_status")
    for name, fields in (
        ("heat", "current_cell, inherent_cell, target_cell"), ("inherent_cell", "inherent_cell"),
        ("target_cell", "target_cell"), ("place", "place"), ("review_days", "review_days"),
    ):  # fmt: skip
        db.execute(f"CREATE INDEX risk_{name} ON risk ({fields}) WHERE deleted = 0")


@migrations()
def m005_points(db: sqlite_utils.Database) -> None:
    """Among risks of one level the higher score comes first."""
    factors = {
        "matrix": ("likelihood", "severity"),
        "lec": ("likelihood", "exposure", "consequence"),
    }  # fmt: skip
    ways = (
        f"WHEN '{method}' THEN " + " * ".join(f"json_extract(current, '$.score.{name}')" for name in names)
        for method, names in factors.items()
    )
    points = f"CASE json_extract(current, '$.score.method') {' '.join(ways)} END"
    db.execute(f"ALTER TABLE risk ADD COLUMN points REAL AS ({points}) VIRTUAL")
    db.execute("DROP INDEX risk_level_rank_DESC_next_review")
    db.execute("CREATE INDEX risk_gravest ON risk (level_rank DESC, points DESC, next_review) WHERE deleted = 0")


@migrations()
def m006_beginnings(db: sqlite_utils.Database) -> None:
    """What holds one character is found as quickly as what holds a word, since the index knows beginnings too.

    Everything is indexed anew, in portions after the file was opened.
    """
    for kind in (*_SEARCHED, *_REGISTER_COLUMNS):
        db.execute(f'DROP TABLE "{kind}_fts"')
        _search_table(db, kind, ", prefix='1'")
        db.execute(f'INSERT OR IGNORE INTO unindexed SELECT ?, n FROM "{kind}" WHERE deleted = 0', [kind])


@migrations()
def m007_what_drills_and_incidents_hold(db: sqlite_utils.Database) -> None:
    """Pauses, head counts, earlier runs and what was said of a drill; where a measure comes from, to the step."""
    for kind, lists, texts in (
        ("drill", ("pauses", "head_counts", "earlier_runs", "objective_results"), ("hot_wash", "next_id")),
        ("incident", ("head_counts",), ()),
        ("action", (), ("step_id", "review_id")),
    ):
        for name, empty in (*((name, "[]") for name in lists), *((name, "") for name in texts)):
            db.execute(f"ALTER TABLE \"{kind}\" ADD COLUMN {name} TEXT NOT NULL DEFAULT '{empty}'")


@migrations()
def m008_cases_entered(db: sqlite_utils.Database) -> None:
    """How many cases were entered this month is told without those that the program ships, which their ids tell."""
    db.execute("DROP INDEX case_created_at")
    db.execute('CREATE INDEX case_created_at ON "case" (created_at, id) WHERE deleted = 0')


@migrations()
def m009_injects(db: sqlite_utils.Database) -> None:
    """A playbook brings the injects that its drills begin with."""
    db.execute("ALTER TABLE playbook ADD COLUMN injects TEXT NOT NULL DEFAULT '[]'")
