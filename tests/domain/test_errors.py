"""Every error that reaches people is a sentence that can be translated, with the values that it names."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import riskdesk
from riskdesk.domain import errors
from riskdesk.domain.errors import Conflict, FieldError, FileRefused, Invalid, RiskdeskError

PACKAGE = Path(riskdesk.__file__).parent
TOLD = {
    name: 0
    for name, cls in vars(errors).items()
    if isinstance(cls, type) and issubclass(cls, RiskdeskError) and name not in ("Invalid", "Conflict", "Cancelled")
} | {"Broken": 1}
"""Name of an exception to the place of its text among its arguments."""


def _raised() -> list[tuple[str, ast.Call, int]]:
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD:
                place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
                found.append((place, node, TOLD[node.func.id]))
    return found


RAISED = _raised()


def test_there_are_errors_to_look_at() -> None:
    assert len(RAISED) > 50


@pytest.mark.parametrize(("place", "call", "index"), RAISED, ids=[place for place, _, _ in RAISED])
def test_an_error_is_a_marked_literal_with_all_its_values(place: str, call: ast.Call, index: int) -> None:
    text = call.args[index]
    if isinstance(text, (ast.Name, ast.Attribute, ast.Subscript)):
        return  # the text of another error, or of a table of marked texts
    assert isinstance(text, ast.Call), place
    assert isinstance(text.func, ast.Name)
    assert text.func.id == "N_", place
    literal = text.args[0]
    assert isinstance(literal, ast.Constant)
    assert isinstance(literal.value, str)
    wanted = {name for _, name, _, _ in Formatter().parse(literal.value) if name}
    given = {keyword.arg for keyword in call.keywords}
    assert None in given or wanted == given, place


def test_an_error_reads_as_a_sentence_with_its_values() -> None:
    error = FileRefused("{path} is damaged.", path="a.riskdesk")
    assert str(error) == "a.riskdesk is damaged."
    assert (error.text, error.params) == ("{path} is damaged.", {"path": "a.riskdesk"})
    assert str(RiskdeskError("100 {}%")) == "100 {}%"


def test_an_invalid_record_names_every_field() -> None:
    error = Invalid([FieldError("title", "Please fill this in."), FieldError("due", "Not a date.")])
    assert str(error) == "title: Please fill this in.; due: Not a date."
    assert error.params == {"fields": "title, due"}


def test_a_conflict_tells_who_by_name_and_never_by_id() -> None:
    conflict = Conflict("risk", "id", "01a212f3-8a5d-7000", {})
    assert str(conflict) == "? changed this record while you were editing it."
    conflict.by = "沈敏"
    assert (conflict.who, conflict.by) == ("01a212f3-8a5d-7000", "沈敏")
    assert (
        str(conflict)
        == conflict.text.format(**conflict.params)
        == ("沈敏 changed this record while you were editing it.")
    )
