"""Records as rows and as JSON: scalars become columns, parts and lists JSON text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import STORED, Record
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
    return frozenset(name for name, info in KINDS[kind].model_fields.items() if _is_structure(info.annotation))


@cache
def flag_columns(kind: str) -> frozenset[str]:
    """Columns of a kind that are true or false."""
    flags = (name for name, info in KINDS[kind].model_fields.items() if info.annotation is bool)
    return frozenset(flags)


def _is_structure(annotation: Any) -> bool:
    """Whether values of an annotation are parts or lists. Read off the types: a JSON schema takes 25 ms a kind."""
    if get_origin(annotation) is tuple:
        return True
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_is_structure(inner) for inner in get_args(annotation))



def from_column(kind: str, field: str, value: Any) -> Any:
    """The JSON value of a stored column."""
    if value is not None and field in json_columns(kind):
        return json.loads(value)
    return bool(value) if field in flag_columns(kind) and value is not None else value


def to_record(cls: type[R], row: dict[str, Any]) -> R:
    """A row (columns by name; others are ignored) as a record. Raises `RiskdeskError` on a row that no rule allows."""
    values = {name: from_column(cls.KIND, name, row[name]) for name in cls.model_fields if name in row}
    try:
        return cls.model_validate(values, context=STORED)
    except ValidationError as error:
        raise RiskdeskError(
            N_("Record {number} cannot be read: {reason}"),
            number=row.get("number") or row["id"],
            reason=str(error),
        ) from error
