"""Records as rows: what is stored is what pydantic says of them, and comes back the same."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.data import data_path
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.exchange.casebank import load_sample
from riskdesk.store import codec
from tests.store.conftest import NOW, Filled

SAMPLE = load_sample(data_path("casebank"), NOW).with_ids()


@pytest.mark.parametrize("kind", sorted({record.KIND for record in SAMPLE}))
def test_a_record_is_the_same_after_its_way_through_the_file(filled: Filled, kind: str) -> None:
    records = [record for record in SAMPLE if kind == record.KIND]
    stored = filled.add(*records)
    assert filled.store.select(KINDS[kind]) == stored
    assert [record.changed(number="") for record in stored] == [record.changed(number="") for record in records]


@pytest.mark.parametrize("record", SAMPLE, ids=lambda record: record.KIND)
def test_every_way_of_dumping_says_the_same(record: Record) -> None:
    whole = record.model_dump(mode="json")
    assert codec.plain(record) == codec.plain(record, list(whole)) == whole
    columns = codec.to_columns(record.KIND, whole)
    assert columns == [codec.to_column(value) for value in whole.values()]
    assert columns == [codec.to_column(value) for value in record.__dict__.values()]
    back = {name: codec.from_column(record.KIND, name, c) for name, c in zip(whole, columns, strict=True)}
    assert back == whole


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_columns_are_told_apart_as_the_schema_of_the_record_tells(kind: str) -> None:
    schema = KINDS[kind].model_json_schema(mode="serialization")["properties"]
    flags = {name for name, rule in schema.items() if rule.get("type") == "boolean"}
    assert codec.flag_columns(kind) == flags | {"deleted"}
    lists = {name for name, rule in schema.items() if rule.get("type") == "array"}
    assert codec.list_columns(kind) <= lists <= codec.json_columns(kind)


def test_keys_of_the_program_inside_parts_are_no_text() -> None:
    assert {"turn"} <= codec.silent_keys("case")
    assert {"id", "mode", "duty"} <= codec.silent_keys("playbook")
    assert "approved_by_id" in codec.silent_keys("incident")
    assert not {"what", "who", "method", "points", "text"} & codec.silent_keys("case")
    assert not {"action", "say", "role"} & codec.silent_keys("playbook")


def test_times_keep_their_milliseconds_and_dates_are_days() -> None:
    moment = dt.datetime(2026, 11, 25, 12, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    assert codec.to_column(moment) == codec.json_value(moment) == "2026-11-25T04:00:00.123Z"
    assert codec.to_column(dt.date(2026, 11, 25)) == "2026-11-25"
