"""Lines of keys in a TOML text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from riskdesk.toml_lines import Lines, TomlSyntax, read_toml

TEXT = '''# a comment with [[not]] = "a table"
title = "标题 # no comment"
notes = """
line one
key = "inside a text"
"""
raw = \'C:\\dir\'

inherent.score = { likelihood = 4, severity = 3 }   # behind
points = [
  "a",  # one
  "b",
  { deep = [1,
            2] },
]

[outcome]
days = 7

[[steps]]
id = "one"
"quoted key" = 1

[[steps]]
id = "two"

[[steps.materials]]
what = "沙袋"

[[steps.materials]]
what = "发电机"
where.lies = "仓库"

[a.b]
c = 1
when = 2026-11-25T14:37:08+08:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2), (("notes",), 3), (("raw",), 7), (("inherent",), 9), (("inherent", "score", "severity"), 9),
        (("points", 0), 11), (("points", 1), 12), (("points", 2, "deep"), 13), (("points", 2, "deep", 1), 14),
        (("outcome",), 17), (("outcome", "days"), 18), (("steps", 0), 20), (("steps", 0, "quoted key"), 22),
        (("steps", 1, "id"), 25), (("steps", 1, "materials", 0), 27), (("steps", 1, "materials", 1, "what"), 31),
        (("steps", 1, "materials", 1, "where", "lies"), 32), (("a", "b", "c"), 35), (("a", "b", "when"), 36),
    ],
)  # fmt: skip
def test_the_line_of_a_key(path: tuple[str | int, ...], line: int) -> None:
    assert Lines(TEXT).of(path) == line


def test_what_is_missing_is_told_at_the_nearest_table() -> None:
    lines = Lines(TEXT)
    assert lines.of(("steps", 1, "action")) == 24
    assert lines.of(("outcome", "text", "deep")) == 17
    assert lines.of(("nothing",)) == 1
    assert Lines("").of(("title",)) == 1


def test_line_ends_of_windows_count_once() -> None:
    values, lines = read_toml(TEXT.replace("\n", "\r\n"))
    assert values["outcome"]["days"] == 7
    assert lines.of(("outcome", "days")) == 18


@pytest.mark.parametrize(
    ("text", "line"), [("a = 1\nb = \nc = 2", 2), ("a = 1\n\n[b\n", 3), ("a = 1\na = 2\n", 2), ("a = [1,\n2,\n", 2),
                       ("a = " + "[" * 5000, 1)]
)  # fmt: skip
def test_a_text_that_is_not_toml(text: str, line: int) -> None:
    with pytest.raises(TomlSyntax) as caught:
        read_toml(text)
    assert caught.value.line == line
    assert "line" not in caught.value.reason


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path of a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in items for found in ((*path, key), *paths(inner, (*path, key)))]


BANK = Path(__file__).parents[2] / "casebank"


@pytest.mark.parametrize("file", sorted(BANK.rglob("*.toml")), ids=lambda file: file.stem)
def test_every_key_of_a_shipped_file_stands_on_the_line_that_is_told(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    rows = text.split("\n")
    lines = Lines(text)
    for path in paths(tomllib.loads(text)):
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if isinstance(path[-1], str):
            assert name in rows[lines.of(path) - 1], path
