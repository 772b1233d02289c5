from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.data import data_path
from riskdesk.toml_lines import Lines

TEXT = '''# head = 1
title = "a [b] = # c"
"odd key" = { zh = 'x', en = """two
lines""" }   # comment ]
list = [
  1, [2, 3],  # ]
  { a = 1, "b.c" = [ { d = 2 } ] },
]
dotted.key.here = 2026-01-02 10:00:00

[table]
x = -1.5

[[block]]
type = "one"

  [[block.column]]
  head = "h"
  [[block.column]]
  head = \'\'\'it's ''\'\'\'
[[block]]
type = "two"
[[block.column]]
width = 3
[block.extra]
y = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [(("title",), 2), (("odd key",), 3), (("odd key", "zh"), 3), (("odd key", "en"), 3), (("list",), 5),
     (("list", 0), 6), (("list", 1), 6), (("list", 2), 7), (("list", 2, "b.c", 0, "d"), 7),
     (("dotted", "key", "here"), 9), (("table",), 11), (("table", "x"), 12), (("block", 0), 14),
     (("block", 0, "column", 0, "head"), 18), (("block", 0, "column", 1, "head"), 20), (("block", 1, "type"), 22),
     (("block", 1, "column", 0, "width"), 24), (("block", 1, "extra", "y"), 26)],
)  # fmt: skip
def test_lines(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert Lines(TEXT).of(path) == line


def test_a_missing_key_has_the_line_of_its_table() -> None:
    lines = Lines(TEXT)
    assert lines.of(("block", 1, "column", 0, "head")) == 23
    assert lines.of(("nothing",)) == 1


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        return found + [p for key, inner in value.items() for p in paths(inner, (*path, key))]
    if isinstance(value, list):
        return found + [p for n, inner in enumerate(value) for p in paths(inner, (*path, n))]
    return found


@pytest.mark.parametrize("file", sorted(data_path("forms").glob("*.toml")), ids=lambda file: file.stem)
def test_every_key_of_the_shipped_forms_is_found_on_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines, rows = Lines(text), text.splitlines()
    for path in paths(tomllib.loads(text)):
        assert path in lines.paths
        if isinstance(path[-1], str):
            assert path[-1] in rows[lines.of(path) - 1]


SCALARS = st.one_of(st.integers(-9, 9), st.booleans(), st.text(max_size=6), st.floats(allow_nan=False, width=16))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=5))
def test_every_key_of_any_document_is_found(data: dict[str, Any]) -> None:
    text = tomlkit.dumps(data)
    assert set(paths(tomllib.loads(text))) <= Lines(text).paths
