"""Cells as tab-separated text, there and back, and as Excel and WPS write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.gui.widgets.tabbed import cells_of, tabbed

CELL = st.text(alphabet=st.sampled_from('ab字"\t\n \r'), max_size=6).map(lambda text: text.replace("\r", ""))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a", [["a"]]),
        ("", []),
        ("\r\n", []),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ('"两行\n文字"\t2\n', [["两行\n文字", "2"]]),
        ('"他说""好"""\t2', [['他说"好"', "2"]]),
        ('5" 屏\t"未完', [['5" 屏', '"未完']]),
        ('"5 寸" 屏\tb', [['"5 寸" 屏', "b"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
    ],
)
def test_what_spreadsheet_programs_put_on_the_clipboard(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    expected = rows if any(any(row) for row in rows) else []
    assert cells_of(tabbed(rows)) == expected
