"""Whatever stands in a sheet, every step of an import answers with a plan or a reason, and writes nothing by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.record import Record
from riskdesk.exchange.columns import guess_kinds, match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import TARGETS, all_headings
from tests.exchange.plans import office

WORDS = st.sampled_from(sorted(all_headings()))
CELLS = st.one_of(
    st.just(""), WORDS, st.text(max_size=8), st.integers(-5, 50_000), st.floats(), st.booleans(),
    st.dates(dt.date(1990, 1, 1), dt.date(2110, 1, 1)), st.times(),
    st.sampled_from(["红", "一级", "/", "#N/A", "沈敏", "注："]),
)  # fmt: skip
SPANS = st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3))


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 7))
    head = draw(st.lists(WORDS | st.just(""), min_size=width, max_size=width))
    above = draw(st.lists(st.lists(CELLS, max_size=width), max_size=2))
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8))
    rows: list[list[Any]] = [*above, head, *body]
    merged = [
        (top, left, min(top + down, len(rows) - 1), min(left + right, width - 1))
        for top, left, down, right in draw(st.lists(SPANS, max_size=3))
        if top < len(rows) and left < width
    ]
    faults = {(len(rows) - 1, 0): draw(st.sampled_from(["", "#REF!"]))} if draw(st.booleans()) else {}
    return Sheet("x", [list(row) for row in rows], merged, faults, draw(st.booleans()))


@pytest.mark.parametrize("kind", list(TARGETS))
@given(sheet=sheets())
@settings(max_examples=60)
def test_no_sheet_breaks_an_import(kind: str, sheet: Sheet) -> None:
    heads = find_heads(sheet)
    assert [guess.kind for guess in guess_kinds(heads, sheet)]
    plan = ImportPlan(sheet, match_columns(kind, heads, sheet), office())
    if plan.stop is not None:
        assert plan.rows == []
        return
    for question in plan.open_questions:
        if question.options:
            plan.answer(question.key, question.options[-1].key)
    plan.read()
    for row in plan.rows:
        assert isinstance(row.record, Record) != bool(row.errors)
        assert all(note.sentence and note.address for note in (*row.errors, *row.warnings))
    assert plan.tally.new == len(plan.to_add())
