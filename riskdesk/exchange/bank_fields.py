"""How the fields of records are written in the case bank's TOML files.

Names are the domain's, except that

    a reference is written by key, without `_id`:  owner_id -> owner, playbook_ids -> playbooks, step_id -> step
    (unless the name is taken, as in a log entry:  who_id = "zhou_ying", who = "客服 周颖")
    money is written in yuan:                      compensation_cents = 500000 -> compensation_yuan = 5000
    a day or a time may be told from the loading:  next_review = "+30d" (bank_times.py), or written as in TOML
    a score without `method` is the 5 x 5 matrix, or LEC where it has an exposure;
    a level that follows from a score and the policy is left out.

Not written at all: `id` and `number` (given when saved), `attachments`, and `plan` (copied from the playbook).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import AwareDatetime, BaseModel

from riskdesk.domain.drill import Assignment
from riskdesk.domain.errors import FieldError
from riskdesk.domain.incident import Strike
from riskdesk.domain.level import Assessment
from riskdesk.domain.record import Record, Ref, references
from riskdesk.domain.words import N_
from riskdesk.exchange.bank_times import day_of, is_relative, moment_of
from riskdesk.toml_lines import Path

Model = TypeVar("Model", bound=BaseModel)
Report = Callable[[Path, FieldError], None]
"""Takes what is wrong: the path in the file, and the field with its sentence."""

_NOT_WRITTEN = {"id", "number", "attachments", "plan"}
_UNMARKED: dict[tuple[type[BaseModel], str], str] = {
    (Assignment, "person_id"): "person",
    (Strike, "by_id"): "person",
    (Assessment, "counted"): "action",
}
"""References to records that carry no `Ref` in the domain."""


@dataclass(frozen=True)
class Slot:
    """One field of a model: its name in TOML, the kind it refers to, the part it holds, how its values are read."""

    field: str
    name: str
    refers_to: str
    part: type[BaseModel] | None
    reading: str
    """'plain', 'yuan', 'day' or 'moment'."""
    written: bool


@cache
def slots(cls: type[BaseModel]) -> tuple[Slot, ...]:
    """Every field of `cls`, in the domain's order."""
    marked = references(cls) if issubclass(cls, Record) else {}
    return tuple(_slot(cls, field, marked) for field in cls.model_fields)


def _slot(cls: type[BaseModel], field: str, marked: dict[str, str]) -> Slot:
    info = cls.model_fields[field]
    leaves = set(_leaves(info.annotation))
    models = [leaf for leaf in leaves if issubclass(leaf, BaseModel)]
    own = next((mark.kind for mark in info.metadata if isinstance(mark, Ref)), "")
    name = re.sub("_cents$", "_yuan", re.sub("_id$", "", re.sub("_ids$", "s", field)))
    reading = "yuan" if field.endswith("_cents") else "plain"
    reading = "moment" if AwareDatetime in leaves else "day" if dt.date in leaves else reading
    return Slot(
        field=field,
        name=field if name != field and name in cls.model_fields else name,
        refers_to=_UNMARKED.get((cls, field), "") or marked.get(field, "") or own,
        part=models[0] if len(models) == 1 else None,
        reading=reading,
        written=field not in _NOT_WRITTEN or (field == "id" and not issubclass(cls, Record)),
    )


def _leaves(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    inner = get_args(annotation)
    for item in inner[:1] if get_origin(annotation) is Annotated else inner:
        yield from _leaves(item)


def fields_of(
    cls: type[BaseModel], table: dict[str, Any], path: Path, now: dt.datetime, report: Report
) -> dict[str, Any]:
    """The domain's fields and values for a TOML `table` that stands at `path`; what is wrong goes to `report`."""
    by_name = {slot.name: slot for slot in slots(cls) if slot.written}
    found: dict[str, Any] = {}
    for name, value in table.items():
        slot = by_name.get(name)
        if slot is None:
            report((*path, name), FieldError(name, N_("There is no such field.")))
        else:
            found[slot.field] = _value(slot, value, (*path, name), now, report)
    if cls is Assessment and isinstance(found.get("score"), dict):
        found["score"] = {"method": "lec" if "exposure" in found["score"] else "matrix", **found["score"]}
    return found


def _value(slot: Slot, value: Any, path: Path, now: dt.datetime, report: Report) -> Any:
    if slot.part and isinstance(value, dict):
        return fields_of(slot.part, value, path, now, report)
    if slot.part and isinstance(value, list):
        return [
            fields_of(slot.part, item, (*path, place), now, report) if isinstance(item, dict) else item
            for place, item in enumerate(value)
        ]
    if slot.reading == "yuan":
        return _cents(value, path, report)
    if slot.reading in ("day", "moment") and isinstance(value, str) and is_relative(value):
        read = (day_of if slot.reading == "day" else moment_of)(value, now)
        if read is None:
            report(path, FieldError(slot.name, N_("Not a time. Write it like -12d, -25h13m20s or -3d 14:05.")))
        return read
    return value


def _cents(value: Any, path: Path, report: Report) -> Any:
    """Yuan as cents. A float is taken as written, and may have two decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        report(path, FieldError(str(path[-1]), N_("Must be an amount in yuan, such as 5000 or 12.50.")))
        return None
    cents = Decimal(str(value)) * 100
    if cents != cents.to_integral_value():
        report(path, FieldError(str(path[-1]), N_("Must be an amount in yuan, such as 5000 or 12.50.")))
        return None
    return int(cents)


def toml_path(cls: type[BaseModel], field: str) -> Path:
    """Where the domain's dotted `field`, such as `steps.3.limit_s`, stands in TOML."""
    path: list[str | int] = []
    here: type[BaseModel] | None = cls
    for name in field.split("."):
        slot = next((slot for slot in slots(here) if slot.field == name), None) if here else None
        if name.isdigit():
            path.append(int(name))
        elif slot:
            path.append(slot.name)
            here = slot.part
        elif name not in ("matrix", "lec"):  # the tags that pydantic puts into the path of a score
            path.append(name)
    return tuple(path)


def references_in(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """(path in TOML, kind, key) of every reference in `model` and its parts."""
    for slot in slots(type(model)):
        value = getattr(model, slot.field) if slot.written else None
        if slot.refers_to and isinstance(value, str) and value:
            yield (*path, slot.name), slot.refers_to, value
        for place, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, BaseModel):
                yield from references_in(item, (*path, slot.name, place))
            elif slot.refers_to:
                yield (*path, slot.name, place), slot.refers_to, item
        if isinstance(value, BaseModel):
            yield from references_in(value, (*path, slot.name))


def relinked(model: Model, id_of: Callable[[str, str], str]) -> Model:
    """`model` with `id_of(kind, key)` in place of every key that it refers to."""
    changed: dict[str, Any] = {}
    for slot in slots(type(model)):
        before = getattr(model, slot.field)
        after = _relinked(before, slot.refers_to, id_of)
        if after != before:
            changed[slot.field] = after
    return model.model_copy(update=changed) if changed else model


def _relinked(value: Any, kind: str, id_of: Callable[[str, str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_relinked(item, kind, id_of) for item in value)
    if isinstance(value, BaseModel):
        return relinked(value, id_of)
    return id_of(kind, value) if kind and isinstance(value, str) and value else value
