"""Stored values as people read them, for history and comparisons: in the words of the forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Assessment
from riskdesk.domain.record import Attachment, Ref
from riskdesk.domain.words import Choice
from riskdesk.i18n import language, tr

_EMPTY: tuple[Any, ...] = (None, "", [], ())
_POLICY_LISTS = {"family": "families", "tier": "tiers", "scenario_class": "scenario_classes"}
"""Fields whose keys the office's policy has words for, and the list of it that has them."""


def told(desk: Desk, value: Any, kind: str = "", field: str = "") -> str:
    """A stored value as people read it; what it means is known by the field of the kind that holds it."""
    info = KINDS[kind].model_fields.get(field) if kind in KINDS else None
    return _told(desk, value, field, info)


def _told(desk: Desk, value: Any, field: str, info: FieldInfo | None) -> str:
    if value in _EMPTY:
        return "—"
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json")
    if isinstance(value, list | tuple):
        return "；".join(_told(desk, item, field, info) for item in value)
    classes = tuple(_classes(info.annotation)) if info is not None else ()
    if isinstance(value, dict):
        return _part(desk, value, classes)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int):
        return _figure(value, field)
    return _text(desk, str(value), field, info, classes)


def _text(desk: Desk, value: str, field: str, info: FieldInfo | None, classes: tuple[type, ...]) -> str:
    for cls in classes:
        if issubclass(cls, Choice) and value in tuple(cls):
            return tr(cls(value).label)
    if field in _POLICY_LISTS:
        return desk.policy.named(_POLICY_LISTS[field], value, language())
    if AwareDatetime in classes:
        return formats.moment(value, desk.today, seconds=True)
    for mark in info.metadata if info is not None else ():
        if isinstance(mark, Ref):
            return _named(desk, mark.kind, value)
    return desk.name(value) or value


def _figure(value: int, field: str) -> str:
    if field.endswith("_cents"):
        return formats.yuan(value)
    return formats.duration(value) if field.endswith("_s") else str(value)


def _part(desk: Desk, value: dict[str, Any], classes: tuple[type, ...]) -> str:
    """What lies inside a field: the values that people gave, without the keys by which the program finds them."""
    fits = [cls for cls in classes if issubclass(cls, BaseModel) and value.keys() <= cls.model_fields.keys()]
    if Assessment in fits:
        return _judged(Assessment.model_validate(value))
    if Attachment in fits:
        return str(value["name"])
    fields = fits[0].model_fields if fits else {}
    shown = {name: item for name, item in value.items() if item not in _EMPTY and item is not False}
    return "，".join(
        _told(desk, item, name, fields.get(name))
        for name, item in shown.items()
        if not (_is_key(name, fields.get(name)) and not desk.name(str(item)))
    )


def _is_key(name: str, info: FieldInfo | None) -> bool:
    refers = info is not None and any(isinstance(mark, Ref) for mark in info.metadata)
    return not refers and (name in ("id", "limit_from", "origin") or name.endswith("_id"))


def _named(desk: Desk, kind: str, id: str) -> str:
    if name := desk.name(id):
        return name
    try:
        record = desk.get(kind, id)
    except NotFound:
        return id
    return " ".join(filter(None, (record.number, record.name_text)))


def _classes(annotation: Any) -> Iterator[type]:
    """The classes inside an annotation: of `tuple[Step, ...] | None` it is Step."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _classes(inner)


def _judged(found: Assessment) -> str:
    """`3 × 4 = 12 ◆ 黄 2026-09-14`, and the reason where there is one."""
    level = f"{found.level.sign} {tr(found.level.label)}" if found.level else ""
    day = found.on.isoformat() if found.on else ""
    formula, hand = found.score.formula if found.score else "", tr("by hand") if found.by_hand else ""
    return " ".join(filter(None, (formula, level, hand, day, found.reason))) or "—"
