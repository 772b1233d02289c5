"""The errors that reach people. Each carries an English source text and its values, translated at the edge."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.words import N_


class RiskdeskError(Exception):
    """Something a person can be told: `text` is a source text for `tr`, `params` its values."""

    def __init__(self, text: str, /, **params: Any) -> None:
        self.text = text
        self.params = params
        super().__init__(text.format(**params) if params else text)


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field. `field` is a dotted path such as `steps.3.limit_s`."""

    field: str
    text: str
    params: dict[str, Any] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.field}: {self.text.format(**self.params)}"


class Invalid(RiskdeskError):
    """A record breaks its rules; `errors` names every field at once."""

    def __init__(self, errors: list[FieldError]) -> None:
        self.errors = errors
        super().__init__(N_("Please check the marked fields: {fields}"), fields=", ".join(e.field for e in errors))
        self.args = ("; ".join(str(e) for e in errors),)


class Conflict(RiskdeskError):
    """Somebody else changed the same fields since the editor opened.

    `who` is their id, as the change log has it; `by` is what people call them, once the desk has named them.
    `fields` maps each field to (value when opened, their value now, your value).
    """

    TEXT = N_("{who} changed this record while you were editing it.")

    def __init__(
        self, kind: str, record_id: str, who: str, fields: dict[str, tuple[Any, Any, Any]], **params: Any
    ) -> None:  # fmt: skip
        self.kind, self.record_id, self.who, self.fields = kind, record_id, who, fields
        super().__init__(self.TEXT, who="?", **params)

    @property
    def by(self) -> str:
        """What people call the one who changed it."""
        return str(self.params["who"])

    @by.setter
    def by(self, name: str) -> None:
        self.params["who"] = name
        self.args = (self.text.format(**self.params),)


class NotFound(RiskdeskError):
    """No such record."""


class NotAllowed(RiskdeskError):
    """A rule of the trade forbids it, such as changing a log that only grows."""


class InTrash(NotAllowed):
    """The record lies in the trash and cannot be saved before it is taken out."""

    def __init__(self) -> None:
        super().__init__(N_("This record was moved to the trash. Take it out again before you save."))


class FileRefused(RiskdeskError):
    """The file cannot or must not be opened here; nothing was touched."""


class Cancelled(RiskdeskError):
    """The person stopped a long task; nothing of it remains."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped. Nothing was changed."))
