"""What is wrong with a form, in words that say which line to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as default
from pathlib import Path
from typing import Any

from pydantic_core import ErrorDetails

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.toml_lines import Lines, TomlSyntax
from riskdesk.toml_lines import Path as Place


@dataclass(frozen=True)
class Problem:
    """What is wrong with a form: a source text for `tr`, its values, and where to mend it.

    `field` is a path such as `block.3.column.1.width`, counted from 1 as people do.
    """

    file: Path
    line: int
    field: str
    text: str
    params: dict[str, Any] = default(default_factory=dict)

    def __str__(self) -> str:
        place = f"{self.file.name}, line {self.line}" + (f", {self.field}" if self.field else "")
        return f"{place}: {self.text.format(**self.params)}"


class FormError(RiskdeskError):
    """A form that cannot be read or printed; `problem` says where to mend it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        text = N_("{file}, line {line}, {field}: {reason}") if problem.field else N_("{file}, line {line}: {reason}")
        reason = problem.text.format(**problem.params)
        super().__init__(text, file=problem.file.name, line=problem.line, field=problem.field, reason=reason)


class BrokenForm(FormError):
    """A file that is no valid form; `problems` lists all that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(problems[0])


def syntax_problem(file: Path, error: TomlSyntax) -> Problem:
    """A file that is no TOML."""
    return Problem(file, error.line, "", N_("this is not valid TOML: {reason}"), {"reason": error.reason})


_REASONS = {
    "missing": N_("this field is missing"),
    "extra_forbidden": N_("this field is not known here"),
    "union_tag_invalid": N_("unknown type {tag}; known: {expected_tags}"),
    "union_tag_not_found": N_("the type of the block is missing"),
    "literal_error": N_("must be one of {expected}"),
    "string_type": N_("must be text in quotes"),
    "int_type": N_("must be a whole number"),
    "float_type": N_("must be a number"),
    "bool_type": N_("must be true or false"),
    "list_type": N_("must be a list in square brackets"),
    "model_type": N_("must be a table of keys and values"),
    "model_attributes_type": N_("must be a table of keys and values"),
    "too_short": N_("must not be empty"),
    "string_too_short": N_("must not be empty"),
    "string_too_long": N_("must be at most {max_length} characters"),
    "greater_than": N_("must be more than {gt}"),
    "greater_than_equal": N_("must be at least {ge}"),
    "less_than": N_("must be less than {lt}"),
    "less_than_equal": N_("must be at most {le}"),
    "string_pattern_mismatch": N_("must be small letters, digits and _"),
    "template": N_("wrong expression: {reason}"),
    "record": N_("unknown record; known: {names}"),
}


def model_problem(file: Path, lines: Lines, detail: ErrorDetails) -> Problem:
    """A key or value that breaks a rule of the model."""
    path = _without_tags(detail["loc"])
    text = _REASONS.get(detail["type"])
    if text is None:
        return problem_at(file, lines, path, "{reason}", reason=detail["msg"])
    limits = {
        name: f"{value:g}" if isinstance(value, float) else value for name, value in detail.get("ctx", {}).items()
    }
    return problem_at(file, lines, path, text, **limits)


def _without_tags(path: Place) -> Place:
    """pydantic puts the type of a block behind its number; the file does not."""
    return tuple(
        part for n, part in enumerate(path)
        if not (n >= 2 and path[n - 2] == "block" and isinstance(path[n - 1], int) and isinstance(part, str))
    )  # fmt: skip


def problem_at(file: Path, lines: Lines, path: Sequence[str | int], text: str, **params: Any) -> Problem:
    """A problem of what stands at `path` (counted from 0)."""
    named = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    return Problem(file, lines.of(path), named, text, params)
