"""Reads the TOML files of a case bank and tells what is wrong in them, all at once, with file, line and field."""

from __future__ import annotations

import dataclasses
import pathlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from riskdesk.domain.errors import FieldError, FileRefused, RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.toml_lines import Lines, Path, TomlSyntax, read_toml

FOLDERS = {
    "policy": "policy", "departments": "department", "bodies": "body",
    "playbooks": "playbook", "cases": "case", "risks": "risk", "regulations": "regulation",
}  # fmt: skip
"""Folder to the kind of its files, which hold one record each, named by its key."""

SAMPLE = "sample"
SAMPLE_KINDS = (
    "policy", "site", "department", "person", "body", "playbook", "case", "risk", "action", "drill", "incident",
    "regulation", "contract", "complaint",
)  # fmt: skip
"""What the files of sample/ may hold, as arrays of tables such as [[risk]]."""

_KEY = re.compile("[a-z][a-z0-9_]*")


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """What is wrong at one place; without `field`, the file as a whole. `text` is a source text for `tr`."""

    file: str
    line: int
    field: str
    text: str
    params: dict[str, Any] = dataclasses.field(default_factory=dict, compare=False)

    @property
    def where(self) -> str:
        """File, line and field, such as `casebank/cases/x.toml:14: outcome.compensation_yuan`."""
        return f"{self.file}:{self.line}: {self.field}".removesuffix(": ")

    def __str__(self) -> str:
        return f"{self.where}: {self.text.format(**self.params)}"


class BankError(RiskdeskError):
    """Files of a case bank are wrong; `problems` holds every one, by file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(N_("{n} places in the case files need mending."), n=len(self.problems))
        self.args = ("\n".join(map(str, self.problems)),)


@dataclasses.dataclass(frozen=True)
class Source:
    """The table of one record, and where it stands: `path` in the file named `file`."""

    file: str
    kind: str
    key: str
    table: dict[str, Any]
    path: Path
    lines: Lines

    def problem(self, path: Path, text: str, /, **params: Any) -> Problem:
        """What is wrong at `path` within this record."""
        return Problem(self.file, self.lines.of((*self.path, *path)), ".".join(map(str, path)), text, params)

    def broken(self, path: Path, error: FieldError) -> Problem:
        """The domain's error at `path`."""
        return self.problem(path, error.text, **error.params)


def records_in(folder: pathlib.Path, problems: list[Problem]) -> Iterator[Source]:
    """Every record of the folders cases/, playbooks/ ... of `folder`, sorted. Raises `FileRefused` without one."""
    if not folder.is_dir():
        raise FileRefused(N_("There is no folder {path}."), path=str(folder))
    for file in sorted(folder.rglob("*.toml")):
        where = file.relative_to(folder).parts
        if where[0] == SAMPLE and len(where) == 2:
            continue
        name = "/".join((folder.name, *where))
        if len(where) != 2 or where[0] not in FOLDERS:
            problems.append(Problem(name, 1, "", N_("Files are not expected in this folder.")))
            continue
        kind, key = FOLDERS[where[0]], file.stem
        read = read_file(file, name, problems)
        if not _KEY.fullmatch(key) or (kind == "policy" and key != "policy"):
            problems.append(Problem(name, 1, "", N_("The file's name must be the key: small letters, digits and _.")))
        elif read:
            yield from _split(Source(name, kind, key, read[0], (), read[1]), problems)


def sample_in(folder: pathlib.Path, problems: list[Problem]) -> Iterator[Source]:
    """Every record of the grouped files in sample/ of `folder`. Raises `FileRefused` without that folder."""
    if not (folder / SAMPLE).is_dir():
        raise FileRefused(N_("There is no folder {path}."), path=str(folder / SAMPLE))
    for file in sorted((folder / SAMPLE).glob("*.toml")):
        if file.name in ("history.toml", "meetings.toml"):  # bank_history.py and bank_meetings.py read them
            continue
        name = f"{folder.name}/{SAMPLE}/{file.name}"
        read = read_file(file, name, problems)
        for kind, tables in read[0].items() if read else ():
            whole = Source(name, kind, "", {}, (), read[1])  # type: ignore[index]
            if kind not in SAMPLE_KINDS or not isinstance(tables, list):
                text = N_("Only tables such as [[risk]] are expected here: {expected}.")
                problems.append(whole.problem((kind,), text, expected=", ".join(SAMPLE_KINDS)))
                continue
            yield from _grouped(whole, kind, tables, problems)


def _grouped(whole: Source, kind: str, tables: list[Any], problems: list[Problem]) -> Iterator[Source]:
    for place, table in enumerate(tables):
        key = table.get("changes", table.get("key")) if isinstance(table, dict) else None
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            text = N_("A record here needs a key of small letters, digits and _.")
            problems.append(whole.problem((kind, place, "key"), text))
        else:
            yield from _split(Source(whole.file, kind, key, table, (kind, place), whole.lines), problems)


def _split(source: Source, problems: list[Problem]) -> Iterator[Source]:
    """The record, and as records of their own the measures of a risk and the log entries of an incident."""
    inner = {"risk": ("measure", "action"), "incident": ("log", "log_entry")}.get(source.kind)
    if inner is None:
        yield source
        return
    name, kind = inner
    yield dataclasses.replace(source, table={field: value for field, value in source.table.items() if field != name})
    tables = source.table.get(name, [])
    for place, table in enumerate(tables if isinstance(tables, list) else [tables]):
        path = (*source.path, name, place)
        if not isinstance(table, dict):
            problems.append(source.problem((name, place), N_("A table is expected here.")))
        elif kind == "log_entry":
            key = f"{source.key}_log_{place + 1:03d}"
            yield dataclasses.replace(source, kind=kind, key=key, table={**table, "incident": source.key}, path=path)
        else:
            more = table.get("risks", [])
            risks = [source.key, *more] if isinstance(more, list) else more
            key = str(table.get("key", f"{source.key}_{place + 1}"))
            yield dataclasses.replace(source, kind=kind, key=key, table={**table, "risks": risks}, path=path)


def read_file(file: pathlib.Path, name: str, problems: list[Problem]) -> tuple[dict[str, Any], Lines] | None:
    try:
        return read_toml(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        problems.append(Problem(name, 1, "", N_("The file is not UTF-8.")))
    except TomlSyntax as error:
        problems.append(Problem(name, error.line, "", N_("Not readable as TOML: {reason}"), {"reason": error.reason}))
    return None
