"""Forms: what an office may change of what it prints, read from one TOML file each.

A file of an office takes the place of the shipped one of the same name. One that is broken is reported with its line
and field, and the shipped one is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from riskdesk.data import data_path
from riskdesk.domain.words import N_
from riskdesk.printing.blocks import AnyBlock
from riskdesk.printing.blocks.base import Model, Words
from riskdesk.printing.check import unknown_names
from riskdesk.printing.problems import BrokenForm, Problem, model_problem, problem_at, syntax_problem
from riskdesk.printing.records import RECORDS, names_of
from riskdesk.toml_lines import Lines, TomlSyntax, read_toml
from riskdesk.toml_lines import Path as Place

Paper = Literal["A3", "A3 landscape", "A4", "A4 landscape", "A5", "A5 landscape"]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Form(Model):
    """One printed form.

    `record` is the kind of data it receives (`printing.records`). `heading` is the title on paper where it differs
    from `title`, which names the form in lists; `note` stands behind the office and site, `meta` are the lines at the
    upper right; `code` is the number in the foot and its QR code, `code_version` the version of what is printed.
    `drill` puts the DRILL mark on every page, `numbered` numbers the sections, and `fit` chooses the type size so
    that all fits one page.
    """

    number: Annotated[str, Field(min_length=1, max_length=40)]
    version: Annotated[int, Field(ge=1)]
    key: Key
    title: Words
    record: str
    paper: Paper = "A4"
    drill: bool = False
    numbered: bool = False
    fit: bool = False
    heading: Words = Words()
    note: Words = Words()
    meta: list[Words] = Field(default_factory=list)
    code: Words = Words()
    code_version: Words = Words()
    block: Annotated[list[AnyBlock], Field(min_length=1)]

    _file: Path = PrivateAttr(default=Path())
    _source: str = PrivateAttr(default="")

    @field_validator("record")
    @classmethod
    def _known_record(cls, value: str) -> str:
        if value not in RECORDS:
            raise PydanticCustomError("record", "unknown record; known: {names}", {"names": ", ".join(RECORDS)})
        return value

    @property
    def file(self) -> Path:
        """Where it was read from."""
        return self._file

    def problem_at(self, source: str, text: str, **params: Any) -> Problem:
        """A problem of the text or expression `source`, wherever in the form it stands."""
        path = next(_paths_of(source, self.model_dump(by_alias=True)), ())
        return problem_at(self._file, Lines(self._source), path, text, **params)


@dataclass(frozen=True)
class Forms(Mapping[str, Form]):
    """The forms in use by key, and what is wrong with those that are not."""

    forms: dict[str, Form]
    problems: list[Problem]
    shipped: dict[str, Form]
    """The shipped forms, also of those keys for which the office has its own."""

    def __getitem__(self, key: str) -> Form:
        return self.forms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    def for_record(self, record: str) -> list[Form]:
        """The forms that print this kind of data, by number."""
        return sorted((f for f in self.forms.values() if f.record == record), key=lambda f: (f.number, f.key))


def load_forms(folders: Sequence[Path] = ()) -> Forms:
    """Read the shipped forms and those in `folders`, the office's own; the first folder has the last word.

    Never raises for a broken form: it is listed in `problems` and the next folder's, or the shipped one, is used.
    """
    problems: list[Problem] = []
    shipped = _read_folder(data_path("forms"), problems)
    forms = dict(shipped)
    for folder in reversed(folders):
        forms |= _read_folder(folder, problems)
    return Forms(forms, problems, shipped)


def _read_folder(folder: Path, problems: list[Problem]) -> dict[str, Form]:
    """The sound forms of a folder by key; what is wrong with the others goes to `problems`."""
    forms = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            forms[file.stem] = read_form(file)
        except BrokenForm as error:
            problems.extend(error.problems)
    return forms


def read_form(file: Path) -> Form:
    """Read one form. Raises BrokenForm."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        raise BrokenForm([Problem(file, line, "", N_("this is not UTF-8 text"))]) from None
    except OSError as error:
        reason = N_("the file cannot be read: {reason}")
        raise BrokenForm([Problem(file, 1, "", reason, {"reason": str(error.strerror)})]) from None
    return parse_form(text, file)


def parse_form(text: str, file: Path) -> Form:
    """The form written in `text`. Raises BrokenForm; `file` is named in its problems."""
    try:
        data, lines = read_toml(text)
    except TomlSyntax as error:
        raise BrokenForm([syntax_problem(file, error)]) from None
    try:
        form = Form.model_validate(data)
    except ValidationError as error:
        raise BrokenForm([model_problem(file, lines, detail) for detail in error.errors()]) from None
    problems = list(_name_problems(form, file, text))
    if problems:
        raise BrokenForm(problems)
    form._file, form._source = file, text
    return form


def _name_problems(form: Form, file: Path, source: str) -> Iterator[Problem]:
    for unknown in unknown_names(form, names_of(form.record)):
        text = N_("there is no {name} here; is {meant} meant?") if unknown.meant else N_("there is no {name} here")
        yield problem_at(file, Lines(source), unknown.path, text, name=unknown.name, meant=unknown.meant)
    if form.key != file.stem:
        text = N_("the key must be the name of the file, {name}")
        yield problem_at(file, Lines(source), ("key",), text, name=file.stem)


def _paths_of(source: str, value: Any, path: Place = ()) -> Iterator[Place]:
    if value == source:
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths_of(source, inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _paths_of(source, inner, (*path, n))
