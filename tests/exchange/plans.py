"""A plan from rows, as a page makes one step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.scale import Named
from riskdesk.exchange.columns import match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.plan import ImportPlan, Office
from riskdesk.exchange.present import Presence, entry_of
from riskdesk.exchange.questions import Known
from riskdesk.exchange.rows import PlanRow
from riskdesk.exchange.sheets import open_book
from tests.exchange.makers import xlsx

TODAY = dt.date(2026, 3, 2)
POLICY = Policy(
    families=(
        Named(key="fire", name="消防", name_en="Fire"),
        Named(key="equipment", name="设备", name_en="Equipment"),
        Named(key="operational", name="操作", name_en="Operational"),
    )
)
NAMES: dict[str, list[tuple[str, str]]] = {
    "person": [("p1", "沈敏"), ("p2", "陈立"), ("p3", "王芳"), ("p4", "王芳")],
    "department": [("d1", "工程部"), ("d2", "秩序维护部")],
    "site": [("s1", "锦绣花园")],
}


def office(records: Sequence[Record] = ()) -> Office:
    """An office that has these records."""
    by_id = {record.id: record for record in records}
    presence = Presence(map(entry_of, records))
    return Office(Known(POLICY, NAMES), TODAY, presence, lambda ids: {id: by_id[id] for id in ids if id in by_id})


def plan_of(
    tmp_path: Path, kind: str, rows: Sequence[Sequence[Any]], answers: Mapping[str, str] | None = None,
    records: Sequence[Record] = (), remembered: Mapping[str, str] | None = None, **options: Any,
) -> ImportPlan:  # fmt: skip
    """Rows written as a workbook, read, matched and planned; not yet read row by row when it is stopped."""
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows, **options)).read("Sheet1")
    mapping = match_columns(kind, find_heads(sheet), sheet, remembered)
    plan = ImportPlan(sheet, mapping, office(records), answers)
    if plan.stop is None:
        plan.read()
    return plan


def errors(rows: Iterable[PlanRow]) -> list[list[tuple[str, str]]]:
    """(address, source text) of what is wrong, row by row."""
    return [[(note.address, note.fault.text) for note in row.errors] for row in rows]


def records(plan: ImportPlan) -> list[Any]:
    """The records that the plan would make; None for a row that is wrong."""
    return [row.record for row in plan.rows]
