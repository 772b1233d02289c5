"""Where the searched words stand."""

from __future__ import annotations

import pytest

from riskdesk.gui.pages.cases.marks import snippet, spans
from riskdesk.store.search import words_of


@pytest.mark.parametrize(
    ("text", "search", "marked"),
    [
        ("夜间电梯困人，电梯停运", "电梯", ["电梯", "电梯"]),
        ("电梯困人", "电梯 困人", ["电梯困人"]),
        ("App 推送，ＡＰＰ 崩溃", "app", ["App", "ＡＰＰ"]),
        ("wrap app", "app", ["app"]),
        ("3栋502", "502", ["502"]),
        ("㎡ 与 ﬁre 火灾", "火灾", ["火灾"]),
        ("没有", "电梯", []),
        ("没有", "", []),
        ("𠮷野家漏水", "漏水", ["漏水"]),
    ],
)
def test_hits_are_marked_as_the_index_finds_them(text: str, search: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words_of(search))] == marked


def test_a_snippet_shows_the_text_with_most_of_the_words() -> None:
    texts = ["只说电梯的一句", "开头" * 40 + "电梯里有人被困，困人四十分钟", "别的"]
    piece = snippet(texts, words_of("电梯 困人"))
    assert piece.text.startswith("…")
    assert [piece.text[a:b] for a, b in piece.spans] == ["电梯", "困人"]


def test_a_snippet_without_hits_is_the_beginning() -> None:
    assert snippet(["", "一二三\n四五"], []).text == "一二三 四五"
    long = snippet(["长" * 500], [])
    assert long.text.endswith("…")
    assert len(long.text) < 100
    assert snippet([], words_of("电梯")).text == ""
