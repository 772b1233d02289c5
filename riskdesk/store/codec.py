"""Records as rows and as JSON: scalars become columns, parts and lists JSON text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import to_json, to_jsonable_python

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import STORED, Record, iso_millis
from riskdesk.domain.words import N_

R = TypeVar("R", bound=Record)


def json_value(value: Any) -> Any:
    """The value of a field as JSON holds it: the form in which the change log keeps and compares it."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, dt.datetime):
        return iso_millis(value)
    return value.isoformat() if isinstance(value, dt.date) else to_jsonable_python(value)


def plain(record: Record, fields: Iterable[str] | None = None) -> dict[str, Any]:
    """The fields of a record, or some of them, as JSON values."""
    if fields is None:
        return record.model_dump(mode="json")
    return {field: json_value(record.__dict__[field]) for field in fields}


def to_columns(kind: str, values: dict[str, Any]) -> list[Any]:
    """The fields of a record, given as JSON values, as SQLite stores them."""
    parts = {
        field: to_json(value).decode() if value else "[]"
        for field in json_columns(kind) if (value := values[field]) is not None
    }  # fmt: skip
    return list((values | parts).values())


def to_column(value: Any) -> Any:
    """The value of a field, or its JSON value, as SQLite stores it."""
    if value == ():
        return "[]"
    if value is None or isinstance(value, (str, bool, int, float)):
        return value.value if isinstance(value, Enum) else int(value) if isinstance(value, bool) else value
    if isinstance(value, dt.datetime):
        return iso_millis(value)
    return value.isoformat() if isinstance(value, dt.date) else to_json(value).decode()


def from_column(kind: str, field: str, value: Any) -> Any:
    """The JSON value of a stored column."""
    if value is None:
        return None
    if field in json_columns(kind):
        return json.loads(value) if value != "[]" else []
    return bool(value) if field in flag_columns(kind) else value


def to_record(cls: type[R], row: dict[str, Any]) -> R:
    """A row (columns by name; others are ignored) as a record. Raises `RiskdeskError` on a row that no rule allows."""
    kind = cls.KIND
    try:
        values = {name: from_column(kind, name, row[name]) for name in cls.model_fields if name in row}
        return cls.model_validate(values, context=STORED)
    except ValueError as error:  # of JSON that is none, or of pydantic
        raise RiskdeskError(
            N_("Record {number} cannot be read: {reason}"),
            number=row.get("number") or row["id"],
            reason=str(error),
        ) from error


@cache
def json_columns(kind: str) -> frozenset[str]:
    """Fields of a kind that are stored as JSON text."""
    return frozenset(name for name, info in KINDS[kind].model_fields.items() if _is_structure(info.annotation))


@cache
def list_columns(kind: str) -> frozenset[str]:
    """Fields of a kind that are lists of texts or numbers."""
    annotations = {name: info.annotation for name, info in KINDS[kind].model_fields.items()}
    return frozenset(name for name, a in annotations.items() if get_origin(a) is tuple and not _parts([a]))


@cache
def flag_columns(kind: str) -> frozenset[str]:
    """Columns of a kind that are true or false."""
    flags = (name for name, info in KINDS[kind].model_fields.items() if info.annotation is bool)
    return frozenset({"deleted", *flags})


@cache
def silent_keys(kind: str) -> frozenset[str]:
    """Keys inside the parts of a kind whose values are no text for people: choices, keys, ids, times."""
    found: set[str] = set()
    parts = _parts(info.annotation for info in KINDS[kind].model_fields.values())
    for part in parts:
        for name, info in part.model_fields.items():
            patterned = any(getattr(mark, "pattern", None) for mark in info.metadata)
            if patterned or name.endswith(("_id", "_ids")) or not _holds_text(info.annotation):
                found.add(name)
    return frozenset(found)


def _parts(annotations: Iterable[Any]) -> set[type[BaseModel]]:
    """The parts inside some annotations, and those inside of them."""
    found: set[type[BaseModel]] = set()
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            found |= {annotation, *_parts(info.annotation for info in annotation.model_fields.values())}
        else:
            found |= _parts(get_args(annotation))
    return found


def _holds_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return annotation is str or issubclass(annotation, BaseModel)
    return any(_holds_text(inner) for inner in get_args(annotation) if not isinstance(inner, str))


def _is_structure(annotation: Any) -> bool:
    """Whether values of an annotation are parts or lists. Read off the types: a JSON schema takes 25 ms a kind."""
    if get_origin(annotation) is tuple:
        return True
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_is_structure(inner) for inner in get_args(annotation))
