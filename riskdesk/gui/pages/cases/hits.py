"""The hits of the case library: three lines each, with the searched words marked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from riskdesk.desk import Desk
from riskdesk.domain.case import CaseOrigin, CaseState
from riskdesk.domain.words import N_
from riskdesk.gui.models.records import Cell, Column, Index, RecordModel, Row
from riskdesk.gui.pages.cases.marks import NOTHING, Snippet, Spans, snippet, spans
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.i18n import language, tr
from riskdesk.store.search import words_of


class HitRole(IntEnum):
    """The role beyond `CellRole` that the delegate asks for."""

    HIT = int(CellRole.ID) + 20


@dataclass(frozen=True)
class Hit(Cell):
    """A case in the list: `text` is its title."""

    marks: Spans = ()
    meta: str = ""
    piece: Snippet = NOTHING


class HitModel(RecordModel):
    """The cases that a query finds, best first; only those that come into sight are read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "case", (Column("title", N_("Case"), self._hit, "title", 150, flexible=True),))

    def _hit(self, row: Row, desk: Desk) -> Hit:
        return hit_of(row, desk, words_of(self.query.text))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (HitRole.HIT, Qt.ItemDataRole.AccessibleTextRole):
            found = self._row(index.row())
            hit = found[1][0] if found else None
            if role == HitRole.HIT or not isinstance(hit, Hit):
                return hit
            return f"{hit.text} {hit.meta} {hit.piece.text}"
        return super().data(index, role)


def hit_of(row: Row, desk: Desk, words: list[str]) -> Hit:
    """What the list shows of a case."""
    title = row["title"]
    state = CaseState(row["state"])
    meta = (
        row["number"],
        desk.policy.named("families", row["family"], language()),
        str(row["happened_year"] or ""),
        tr(CaseOrigin(row["origin"]).label),
        "" if state is CaseState.PUBLISHED else tr(state.label),
    )
    return Hit(
        title, tip=title, marks=spans(title, words), meta=" · ".join(filter(None, meta)),
        piece=snippet(_texts(row), words),
    )  # fmt: skip


def _texts(row: Row) -> Iterator[str]:
    """What people wrote in a case besides its title, in the order in which it is read."""
    yield row["summary"]
    for entry in json.loads(row["course"]):
        yield f"{entry['who']} {entry['what']}"
    yield json.loads(row["outcome"])["reach"]
    yield json.loads(row["outcome"])["text"]
    for lesson in json.loads(row["lessons"]):
        yield "：".join(filter(None, (lesson["method"], "，".join(lesson["points"]))))
    yield row["comment"]
    yield "、".join(filter(None, (row["case_type"], *json.loads(row["tags"]))))
    yield row["place"]
