from __future__ import annotations

import pytest
from pypinyin import Style, lazy_pinyin

from riskdesk.data import data_path
from riskdesk.store.initials import initials
from tests.bench.words import WORDS
from tests.store.pinyin_table import table


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("电梯困人", "dtkr"),
        ("重庆长途客运站", "cqctkyz"),
        ("银行门口", "yhmk"),
        ("𠮷野家漏水", "yjls"),
        ("A座12层 漏水", "z c ls"),
        ("LEC", ""),
        ("", ""),
    ],
)
def test_titles_are_read_by_their_initials(title: str, read: str) -> None:
    assert initials(title) == read


@pytest.mark.parametrize("word", sorted(WORDS))
def test_it_reads_like_pypinyin(word: str) -> None:
    assert initials(word) == "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))


def test_the_table_is_that_of_the_pypinyin_in_use() -> None:
    assert (data_path("pinyin") / "initials.txt").read_text(encoding="utf-8") == table()
