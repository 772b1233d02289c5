"""What every record shares: identity, validation with all errors at once, and references to its neighbours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args, get_origin

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from riskdesk.domain.errors import FieldError, Invalid
from riskdesk.domain.words import N_


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id (or a tuple of ids) of records of `kind`; the store keeps both ways of it."""

    kind: str


REFERS_TO_MANY = "_ids"
"""How the name of a field ends that holds the ids of several records, and of no other."""
NOT_SHIPPED = "00000000-0001"
"""The ids of what the program ships are UUIDv7 of time 0: those of all other records come after this, as text."""
Ids = tuple[str, ...]
Text = Annotated[str, Field(max_length=100_000)]
Line = Annotated[str, Field(max_length=500)]
Title = Annotated[str, Field(min_length=1, max_length=200)]
Cents = Annotated[int, Field(ge=0)]
Seconds = Annotated[int, Field(ge=0)]
Month = Annotated[int, Field(ge=1, le=12)]


def to_millis(moment: dt.datetime) -> dt.datetime:
    """`moment` in UTC, cut to milliseconds, as stored."""
    moment = moment.astimezone(dt.UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def iso_millis(moment: dt.datetime) -> str:
    """`2026-11-25T06:37:08.123Z`: always the same width, so that text order is time order."""
    return to_millis(moment).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[AwareDatetime, AfterValidator(to_millis), PlainSerializer(iso_millis, when_used="json")]
"""A point in time, UTC, millisecond precision."""


class Part(BaseModel):
    """A piece of a record that people edit together with it, kept inside it. Frozen, like the record."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    def changed(self, **fields: Any) -> Self:
        """This part with other values for some fields. Raises `Invalid`."""
        return validated(type(self), fields, self)


class Attachment(Part):
    """A file kept in the store under its SHA-256."""

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    name: Title
    mime: Line = ""
    size: Annotated[int, Field(ge=0)] = 0


class Record(BaseModel):
    """One record. Frozen: a change makes a new value through `changed`, which validates again.

    `id` is a UUIDv7 and `number` (`HQ-R-2026-0012`) is what people see; the store gives both when it first saves.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    KIND: ClassVar[str]
    LETTER: ClassVar[str] = ""
    """Letter of the kind inside a number; empty for records that have none."""
    SEARCHED: ClassVar[tuple[str, ...]] = ()
    """Fields whose text the search index holds, the title first."""
    GROWS_ONLY: ClassVar[tuple[str, ...] | None] = None
    """For a log: the only fields that may change after the first save. None: any field may."""
    FREEZES: ClassVar[tuple[str, str] | None] = None
    """For what is signed: a field and its value from which on nothing changes any more, by undo and trash neither."""
    APPROVED_WITH: ClassVar[tuple[tuple[str, str], ...] | None] = None
    """For what is approved (see `unsigned_after`): kind and field of what points to it and is approved along with it.
    None: a record of this kind is never approved."""

    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("attachments",)
    """Fields that a copy begins anew; None where no copy makes sense, as of what happened once."""

    id: str = ""
    number: str = ""

    @classmethod
    def of(cls, **fields: Any) -> Self:
        """Validate `fields`. Raises `Invalid` that names every wrong field at once."""
        return validated(cls, fields)

    def changed(self, **fields: Any) -> Self:
        """This record with other values for some fields. Raises `Invalid`."""
        return validated(type(self), fields, self)

    def held(self, **fields: Any) -> Self:
        """This record as it was when some fields held other values, which are no edit: no `rule` is asked.

        Raises `Invalid` for what never was a value of the field.
        """
        return validated(type(self), fields, self, STORED)

    @property
    def is_approved(self) -> bool:
        """Whether somebody has approved what it says."""
        return False

    def unsigned_after(self, base: Self) -> Self:
        """This record as a change of `base`: as the next version, unsigned, where it changes what was approved.

        Whatever changes a record has to leave it so. Kinds that can be approved say what their approval covers.
        """
        return self

    def copied(self, today: dt.date) -> dict[str, Any]:
        """The fields that a copy made `today` takes along; the others begin as in any new record."""
        left = {"id", "number", *(type(self).LEFT_BEHIND or ())}
        return {name: getattr(self, name) for name in type(self).model_fields if name not in left}

    def left_behind(self) -> list[str]:
        """What this record holds and a copy of it does not."""
        fields = type(self).model_fields
        return [
            name for name in type(self).LEFT_BEHIND or ()
            if name in fields and getattr(self, name) != fields[name].get_default(call_default_factory=True)
        ]  # fmt: skip

    @property
    def name_text(self) -> str:
        """What people call this record."""
        return str(getattr(self, type(self).SEARCHED[0])) if type(self).SEARCHED else self.id


M = TypeVar("M", bound=BaseModel)
STORED = {"stored": True}
"""Validation context of what is read back from the store: see `rule`."""


def rule(check: Callable[[M], M]) -> Any:
    """Declare a rule between fields of a record or part; `check` raises `Broken`.

    A rule binds whoever writes. What is stored was right when it was written, and has to stay readable where a later
    policy, or the union of two people's edits, no longer fits it: reading checks types alone.
    """

    def run(self: M, info: ValidationInfo) -> M:
        return self if info.context == STORED else check(self)

    return model_validator(mode="after")(run)


_NO_TEXT = {bool, int, float, dt.date, dt.datetime}
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def is_clean(values: Iterable[Any]) -> bool:
    """Whether no text in these values, or inside of them, holds a control character but tab and line feed.

    Every record passes here whenever it is written, so that the usual answer has to be had in some microseconds.
    """
    for value in values:
        cls = type(value)
        if cls is str:
            if not value.isprintable() and _CONTROLS.search(value):
                return False
        elif value and cls not in _NO_TEXT and (inner := _inner_values(value)) and not is_clean(inner):
            return False
    return True


def _inner_values(value: Any) -> Iterable[Any]:
    if isinstance(value, Part):
        return vars(value).values()
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, tuple | list) else ()


def cleaned(value: Any) -> Any:
    """A value without these, lines ended by line feeds, and parts as their fields."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, tuple | list):
        return [cleaned(item) for item in value]
    if isinstance(value, dict | Part):
        fields = value if isinstance(value, dict) else vars(value)
        return {name: cleaned(item) for name, item in fields.items()}
    return value


def validated(
    cls: type[M], fields: dict[str, Any], base: M | None = None, context: dict[str, bool] | None = None
) -> M:  # fmt: skip
    """A model from fields that people gave, cleaned, and from those of `base` as they are. Raises `Invalid` that names
    every wrong field at once. With the context `STORED` they are what a record held before, which is left as it was."""
    if context is None and not is_clean(fields.values()):
        fields = cleaned(fields)
    if base is not None:
        fields = {**base.__dict__, **fields}
    try:
        return cls.model_validate(fields, context=context)
    except ValidationError as error:
        raise Invalid(field_errors(error)) from None


@cache
def references(cls: type[Record]) -> dict[str, str]:
    """Field name to kind for every field of `cls` that refers to other records."""
    found: dict[str, str] = {}
    for name, info in cls.model_fields.items():
        for mark in [*info.metadata, *_inner_marks(info.annotation)]:
            if isinstance(mark, Ref):
                found[name] = mark.kind
    return found


def _inner_marks(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return list(get_args(annotation)[1:])
    return [mark for inner in get_args(annotation) for mark in _inner_marks(inner)]


_SENTENCES = {
    "missing": N_("Please fill this in."),
    "string_too_short": N_("Please fill this in."),
    "string_too_long": N_("Too long: at most {max_length} characters."),
    "string_type": N_("Must be text."),
    "string_pattern_mismatch": N_("Not in the expected form."),
    "bool_type": N_("Must be yes or no."),
    "tuple_type": N_("Must be a list."),
    "greater_than": N_("Must be more than {gt}."),
    "greater_than_equal": N_("Must be at least {ge}."),
    "less_than_equal": N_("Must be at most {le}."),
    "int_parsing": N_("Must be a whole number."),
    "int_type": N_("Must be a whole number."),
    "int_from_float": N_("Must be a whole number."),
    "float_parsing": N_("Must be a number."),
    "float_type": N_("Must be a number."),
    "finite_number": N_("Must be a number."),
    "bool_parsing": N_("Must be yes or no."),
    "date_from_datetime_inexact": N_("Not a date."),
    "model_type": N_("Not in the expected form."),
    "model_attributes_type": N_("Not in the expected form."),
    "union_tag_invalid": N_("Not in the expected form."),
    "union_tag_not_found": N_("Not in the expected form."),
    "date_from_datetime_parsing": N_("Not a date."),
    "date_parsing": N_("Not a date."),
    "date_type": N_("Not a date."),
    "enum": N_("Must be one of: {expected}."),
    "literal_error": N_("Must be one of: {expected}."),
    "extra_forbidden": N_("There is no such field."),
    "datetime_parsing": N_("Not a time."),
    "datetime_from_date_parsing": N_("Not a time."),
    "datetime_type": N_("Not a time."),
    "timezone_aware": N_("The time needs a time zone."),
}


class Broken(ValueError):
    """Raised by validators of records: a sentence for people with its values, and the field it stands at."""

    def __init__(self, field: str, text: str, **params: Any) -> None:
        self.field, self.text, self.params = field, text, params
        super().__init__(text)


def field_errors(error: ValidationError) -> list[FieldError]:
    """pydantic's errors as field errors with sentences that can be translated."""
    found = []
    for item in error.errors(include_url=False):
        path = ".".join(str(part) for part in item["loc"])
        context = item.get("ctx", {})
        cause = context.get("error")
        if isinstance(cause, Broken):
            path = f"{path}.{cause.field}" if path and cause.field else path or cause.field
            found.append(FieldError(path, cause.text, cause.params))
        elif item["type"] in _SENTENCES:
            found.append(FieldError(path, _SENTENCES[item["type"]], dict(context)))
        else:
            found.append(FieldError(path, N_("Not right: {reason}"), {"reason": item["msg"]}))
    return found
