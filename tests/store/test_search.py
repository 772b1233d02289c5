"""Searching: what is found by which words, whatever happened to the records meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riskdesk.domain.case import Case, CourseEntry, Lesson
from riskdesk.domain.directory import Person
from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store, hits, index, search
from riskdesk.store.check import check
from tests.store.conftest import NOW, Filled


def titles(filled: Filled, text: str, kind: str = "risk", **more: Any) -> list[str]:
    found = filled.store.ns(kind, Query(text, **more))
    assert filled.store.count(kind, Query(text)) == len(found)
    field = "name" if kind == "person" else "title"
    return [row[field] for row in filled.store.rows(kind, found)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("地下车库漏水", "漏水"),
        ("地下车库漏水", "车库漏"),
        ("地下车库漏水", "水"),
        ("地下车库漏水", "库"),
        ("地下车库漏水", "漏水 车库"),
        ("地下车库漏水", "“漏水”，车库"),
        ("ＡＢ座电梯", "ab座"),
        ("AB座电梯", "ＡＢ"),
        ("㎡漏水", "m2"),
        ("𠮷野家漏水", "𠮷野"),
        ("𠮷野家漏水", "𠮷"),
        ("𰻞面馆油烟", "𰻞面"),
        ("Gas leak in block B", "GAS LEA"),
        ("合同 HT-2025-0077 到期", "HT-2025"),
        ("合同 HT-2025-0077 到期", "2025-0077"),
        ("12345 热线投诉", "12345"),
        ("12345 热线投诉", "123"),
        ("电梯困人", "dtkr"),
        ("电梯困人", "DT"),
        ("café 外摆", "café"),
    ],
)
def test_it_is_found(filled: Filled, title: str, text: str) -> None:
    filled.risk(title=title)
    filled.risk(title="别的")
    assert titles(filled, text) == [title]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("地下车库漏水", "水漏"),
        ("车库，漏水", "库漏"),
        ("地下车库漏水", "漏水 电梯"),
        ("电梯困人", "tkr"),
        ("abc", "bc"),
        ("漏水", "——"),
        ("漏水", "？"),
    ],
)
def test_it_is_not_found(filled: Filled, title: str, text: str) -> None:
    filled.risk(title=title)
    assert titles(filled, text) == []


WORDS, SHORT, LAST, OTHER = "漏水 AND OR NOT NEAR title DROP TABLE risk 2", "漏水", "别的漏水", "别的"
EVERY = [WORDS, SHORT, LAST, OTHER]
LEAKS = [WORDS, SHORT, LAST]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Signs alone are no word, and nothing holds them.
        ('"', []), ('""', []), ("'", []), ("\\", []), ("%", []), ("_", []), ("*", []),
        # Signs around a word change nothing of what it finds: FTS5 knows them as prefix, beginning, bracket.
        ('漏水"', LEAKS), ("漏*", LEAKS), ("^漏水", LEAKS), ("-漏水", LEAKS), ("(漏水", LEAKS), ("漏水)", LEAKS),
        ("漏\x00水", LEAKS), ("漏水\ud83d", LEAKS), ("漏%", LEAKS), ("漏_水", LEAKS),
        # Operators, functions, columns and statements are words, to be found like any other.
        ("漏 AND", [WORDS]), ("AND", [WORDS]), ("OR NOT", [WORDS]), ("NEAR(漏水, 2)", [WORDS]), ("title:漏水", [WORDS]),
        ("{title}: 漏水", [WORDS]), ("漏水;DROP TABLE risk", [WORDS]), ("漏水 OR 别的", []), ("漏水 NOT 别的", []),
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_taken_for_syntax(filled: Filled, text: str, found: list[str]) -> None:
    for title in EVERY:
        filled.risk(title=title)
    assert sorted(titles(filled, text)) == sorted(found)
    assert sorted(titles(filled, "")) == sorted(EVERY)


@given(st.text(max_size=20))
@example("\U000e0001漏")
@example("ﬁ½㈱")
def test_whatever_is_indexed_is_found_by_its_own_words(text: str) -> None:
    expression = search.match_expression(text)
    words = search.words_of(text)
    assert (expression is None) == (not words)
    tokens = search.index_text(text).split()
    for word in words:
        pairs = [word[i : i + 2] for i in range(len(word) - 1)] if search.runs(word)[0][0] else [word]
        assert set(pairs or [word]) <= set(tokens)


def test_an_empty_search_finds_all(filled: Filled) -> None:
    filled.risk(title="a")
    assert titles(filled, "") == titles(filled, "  ") == ["a"]


def test_numbers_find_their_records_first(filled: Filled) -> None:
    risks = [filled.risk(title=f"风险 {n}") for n in range(1, 13)]
    by_text = filled.risk(title="投诉 12 起")
    assert titles(filled, "12") == [risks[11].title, by_text.title]
    assert titles(filled, "HQ-R-2026-0003") == ["风险 3"]
    assert titles(filled, "hq-r-2026-000") == [f"风险 {n}" for n in range(1, 10)]
    assert titles(filled, "2026-0011") == titles(filled, "R-2026-0011") == ["风险 11"]
    assert titles(filled, "ＨＱ－R－2026－0003") == ["风险 3"]
    assert len(titles(filled, "HQ-R-")) == 13
    assert titles(filled, "HQ-C-") == []


def test_a_title_counts_more_than_the_rest(filled: Filled) -> None:
    filled.risk(title="外墙脱落", description="漏水 " * 3)
    filled.risk(title="漏水", description="外墙 " * 30)
    assert titles(filled, "漏水") == ["漏水", "外墙脱落"]


def test_of_a_very_common_word_titles_and_the_newest_come_first(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "RANKED", 3)
    for title, description in (("漏水 1", ""), ("外墙 2", "漏水"), ("漏水 3", ""), ("外墙 4", "漏水"), ("别的", "")):
        filled.risk(title=title, description=description)
    assert titles(filled, "漏水") == ["漏水 3", "漏水 1", "外墙 4", "外墙 2"]


def test_texts_inside_parts_are_found_and_keys_are_not(filled: Filled) -> None:
    filled.add(
        Case(
            title="电梯困人", family="x", course=(CourseEntry(what="业主报警", who="值班员"),), tags=("钥匙",),
            lessons=(Lesson(method="四步法", points=("先倾听",)),),
        )
    )  # fmt: skip
    for text in ("报警", "值班员", "钥匙", "四步法", "倾听"):
        assert titles(filled, text, "case") == ["电梯困人"], text
    for text in ("plain", "draft", "own"):
        assert titles(filled, text, "case") == [], text


def test_a_changed_text_is_found_by_its_new_words_only(filled: Filled) -> None:
    risk = filled.risk(title="漏水")
    assert titles(filled, "漏水") == ["漏水"]
    filled.save(risk, title="积水")
    assert titles(filled, "漏水") == []
    assert titles(filled, "积水") == ["积水"]


def test_the_trash_is_not_searched_and_what_comes_back_is(filled: Filled) -> None:
    risk = filled.risk(title="漏水")
    filled.delete(risk)
    assert titles(filled, "漏水") == []
    with filled.store.write("me", "x", NOW) as write:
        write.apply("risk", risk.id, write.row("risk", risk.id), {"title": ["漏水", "积水"]})
    assert titles(filled, "积水") == []
    with filled.store.write("me", "x", NOW) as write:
        write.apply("risk", risk.id, write.row("risk", risk.id), {"deleted": [True, False]})
    assert titles(filled, "积水") == ["积水"]
    assert titles(filled, "漏水") == []
    filled.delete(risk)
    filled.store.db.run("VACUUM")
    other = filled.risk(title="别的")
    assert titles(filled, "积水") == []
    assert titles(filled, "别的") == [other.title]
    assert check(filled.path).sound


def test_people_are_found_by_name_post_phone_and_initials(filled: Filled) -> None:
    filled.add(Person(name="沈敏", post="安全主管", phone="13800138000"), Person(name="王磊"))
    for text in ("沈敏", "sm", "主管", "1380013"):
        assert titles(filled, text, "person") == ["沈敏"], text


def test_many_saved_at_once_are_indexed_in_the_same_write(filled: Filled) -> None:
    filled.add(*[Risk(title=f"漏水 {n}", family="x") for n in range(index.AT_ONCE + 1)])
    assert filled.store.db.all("SELECT count(*) FROM unindexed") == [(0,)]
    assert len(titles(filled, "漏水")) == index.AT_ONCE + 1


def test_what_waits_for_the_index_never_becomes_many(filled: Filled) -> None:
    for number in range(index.AT_ONCE + 3):
        filled.risk(title=f"漏水 {number}")
    assert filled.store.db.all("SELECT count(*) FROM unindexed")[0][0] <= 3
    assert check(filled.path).sound
    assert len(titles(filled, "漏水")) == index.AT_ONCE + 3


def test_what_waited_is_found_after_the_next_start(filled: Filled) -> None:
    filled.risk(title="漏水")
    filled.store.close()
    filled.store = Store.open(filled.path)
    assert titles(filled, "漏水") == ["漏水"]


def test_a_search_does_not_wait_for_another_program_that_writes(filled: Filled) -> None:
    filled.risk(title="漏水 1")
    assert titles(filled, "漏水") == ["漏水 1"]
    filled.risk(title="漏水 2")
    other = filled.store.another()
    with other.write("other", "long task", NOW):
        assert filled.store.count("risk", Query("漏水")) == 2
    assert sorted(titles(filled, "漏水")) == ["漏水 1", "漏水 2"]
    other.close()


def test_a_search_inside_a_write_sees_what_it_saved(filled: Filled) -> None:
    with filled.store.write("me", "x", NOW) as write:
        write.create(Risk(title="漏水", family="x"))
        assert filled.store.count("risk", Query("漏水")) == 1
    assert titles(filled, "漏水") == ["漏水"]


# very many at once

WORDS = [
    "漏水",
    "电梯困人",
    "电",
    "é",
    "ＡＢ１",
    "ab",
    "AB12",
    "㎡",
    "x-y",
    "水漏",
    "ﬁre",
    "𠮷",
    "豈",
    "'\"%_",
    "2号楼",
    "困",
]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Filled, Filled]]:
    """The same records twice: indexed, and waiting for it."""
    rng, found = Random(), []

    def pieces(most: int) -> str:
        return "".join(rng.choices([*WORDS, " ", "，"], k=rng.randint(1, most)))

    for name in ("indexed", "waiting"):
        filled = Filled(tmp_path_factory.mktemp("search") / f"{name}.riskdesk")
        rng.seed(3)
        filled.add(*[
            Risk(title=f"t{pieces(3)}", family="x", place=pieces(2), description=pieces(4)) for _ in range(90)
        ])  # fmt: skip
        filled.add(*[
            Case(title=f"t{pieces(2)}", family="x", tags=(pieces(1) + "c",), comment=pieces(3),
                 course=(CourseEntry(what=pieces(2) + "d", who="值班员"),)) for _ in range(90)
        ])  # fmt: skip
        found.append(filled)
    for kind in ("risk", "case"):
        found[1].store.db.run(f'INSERT OR IGNORE INTO unindexed SELECT ?, n FROM "{kind}"', (kind,))
    yield found[0], found[1]
    for filled in found:
        filled.store.close()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "t", "l", "dt", "d", "what", "draft", "1", "楼"]), min_size=1, max_size=3),
       st.sampled_from(["", " "]), st.sampled_from(["risk", "case"]))  # fmt: skip
def test_what_waits_is_found_as_the_index_finds_it(
    both: tuple[Filled, Filled], words: list[str], between: str, kind: str
) -> None:
    indexed, waiting = both
    question = Query(between.join(words))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "LATER_ON", 0)
        found = waiting.store.ns(kind, question)
        assert waiting.store.count(kind, question) == len(found)
    assert waiting.store.db.all("SELECT count(*) FROM unindexed") == [(180,)]
    assert sorted(found) == sorted(indexed.store.ns(kind, question))


def test_very_many_wait_and_are_indexed_in_portions(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "LATER_ON", 500)
    monkeypatch.setattr(index, "PORTION", 300)
    risks = filled.add(*[Risk(title=f"漏水 {n}", family="x") for n in range(1000)])
    seen = []
    while True:
        seen.append(filled.store.db.all("SELECT count(*) FROM unindexed")[0][0])
        assert len(titles(filled, "漏水")) == 1000
        assert check(filled.path).sound
        if not filled.store.index_some():
            break
    # The last were few enough for the search itself.
    assert seen == [1000, 700, 400]
    with filled.store.write("me", "x", NOW) as write:
        rows = write.rows("risk", [risk.id for risk in risks], ["title"])
        write.apply_many("risk", [(row, {"title": [row["title"], "积水"]}) for row in rows.values()])
    assert filled.store.has_unindexed()
    assert (len(titles(filled, "积水")), titles(filled, "漏水")) == (1000, [])
    with filled.store.write("me", "x", NOW) as write:
        rows = write.rows("risk", [risk.id for risk in risks[10:]], ["deleted"])
        write.apply_many("risk", [(row, {"deleted": [False, True]}) for row in rows.values()])
    assert len(titles(filled, "积水")) == 10
    while filled.store.index_some():
        pass
    assert len(titles(filled, "积水")) == 10
    assert check(filled.path).sound
