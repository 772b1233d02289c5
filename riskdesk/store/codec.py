"""Records as rows and as JSON: scalars become columns, parts and lists JSON text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_

R = TypeVar("R", bound=Record)


def plain(record: Record) -> dict[str, Any]:
    """The record as JSON values: the form in which the change log keeps and compares it."""
    return record.model_dump(mode="json")


def to_column(value: Any) -> Any:
    """A JSON value as SQLite stores it."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value


@cache
def json_columns(kind: str) -> frozenset[str]:
    """Fields of a kind that are stored as JSON text."""
    schema = KINDS[kind].model_json_schema(mode="serialization")
    return frozenset(name for name, rule in schema["properties"].items() if _is_structure(rule, schema))


@cache
def flag_columns(kind: str) -> frozenset[str]:
    """Fields of a kind that are true or false."""
    properties = KINDS[kind].model_json_schema(mode="serialization")["properties"]
    return frozenset(name for name, rule in properties.items() if rule.get("type") == "boolean")


def _is_structure(rule: dict[str, Any], schema: dict[str, Any]) -> bool:
    if "$ref" in rule:
        return _is_structure(schema["$defs"][rule["$ref"].rsplit("/", 1)[1]], schema)
    if "anyOf" in rule:
        return any(_is_structure(inner, schema) for inner in rule["anyOf"])
    return rule.get("type") in ("array", "object") or "oneOf" in rule or "discriminator" in rule


def from_column(kind: str, field: str, value: Any) -> Any:
    """The JSON value of a stored column."""
    if value is not None and field in json_columns(kind):
        return json.loads(value)
    return bool(value) if field in flag_columns(kind) and value is not None else value


def to_record(cls: type[R], row: dict[str, Any]) -> R:
    """A row (columns by name; others are ignored) as a record. Raises `RiskdeskError` on a row that no rule allows."""
    values = {name: from_column(cls.KIND, name, row[name]) for name in cls.model_fields if name in row}
    try:
        return cls.model_validate(values)
    except ValidationError as error:
        raise RiskdeskError(
            N_("Record {number} cannot be read: {reason}"),
            number=row.get("number") or row["id"],
            reason=str(error),
        ) from error
